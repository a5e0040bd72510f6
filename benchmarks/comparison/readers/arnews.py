"""arnews: the whole article, with the shipped model (``shipped``) or without (``rules``); dates alone; numbers alone."""

from __future__ import annotations

from typing import Any

from comparison.readers import Find, Setting


def imports() -> None:
    import arnews  # noqa: F401


class ArnewsReader:
    def __init__(self, setting: Setting) -> None:
        import arnews

        self._task = setting.task
        if setting.variant in {"shipped", "rules"}:
            pipeline = arnews.Pipeline(recognizer=None if setting.variant == "rules" else "shipped")
            self.run = pipeline.analyze
        elif setting.task == "dates":
            self.run = arnews.extract_dates
        else:
            numbers = arnews.extract_numbers
            self.run = lambda text, published: numbers(text)

    def finds(self, text: str, result: Any) -> list[Find]:
        if self._task == "numbers":
            quantities = [(n.start, n.end, n.quantity) for n in result]
            return [{"start": s, "end": e, "values": [v for v in (q.low, q.best, q.high) if v is not None]} for s, e, q in quantities]
        if self._task == "dates":
            from comparison.scoring import days

            found = [(d.start, d.end, days(d.value)) for d in result]
            return [{"start": s, "end": e, "first": d[0] if d else None, "last": d[1] if d else None} for s, e, d in found]
        return [{"start": m.start, "end": m.end, "type": e.type} for e in result.entities for m in e.mentions]


def load(setting: Setting) -> ArnewsReader:
    return ArnewsReader(setting)
