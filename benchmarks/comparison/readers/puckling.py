"""puckling, a port of Duckling: ``parse`` for times or for numerals, with Arabic as the language."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import Any

from comparison.readers import Find, Setting, first_and_last, noon


def imports() -> None:
    import puckling  # noqa: F401


class PucklingReader:
    def __init__(self, setting: Setting) -> None:
        import puckling

        self._puckling = puckling
        self._locale = puckling.Locale(puckling.Lang.AR)
        self._dates = setting.task == "dates"
        self._dimensions = ("time",) if self._dates else ("numeral",)

    def run(self, text: str, published: date | None) -> Any:
        context = self._puckling.Context(reference_time=noon(published).replace(tzinfo=UTC), locale=self._locale)
        return self._puckling.parse(text, context, dims=self._dimensions)

    def finds(self, text: str, result: Any) -> list[Find]:
        if not self._dates:
            return [{"start": e.start, "end": e.end, "values": [float(e.value.value)]} for e in result]
        out = []
        for e in result:
            value = e.value.primary
            if hasattr(value, "start"):  # the end of a closed interval is the first moment after it
                days = (value.start.value.date().isoformat(), (value.end.value - timedelta(seconds=1)).date().isoformat())
            else:  # an open interval counts as its one end: منذ 7 أكتوبر
                instant = getattr(value, "instant", value)
                days = first_and_last(instant.value.date(), instant.grain.value)
            out.append({"start": e.start, "end": e.end, "first": days[0], "last": days[1]})
        return out


def load(setting: Setting) -> PucklingReader:
    return PucklingReader(setting)
