"""arabic-itn: ``normalize``, which writes the dates and numbers of a transcript in digits."""

from __future__ import annotations

from datetime import date
from typing import Any

from comparison.readers import Find, Setting


def imports() -> None:
    import arabic_itn  # noqa: F401


class ItnReader:
    def __init__(self, setting: Setting) -> None:
        import arabic_itn

        self._normalize = arabic_itn.normalize
        self._dates = setting.task == "dates"

    def run(self, text: str, published: date | None) -> Any:
        return self._normalize(text)

    def finds(self, text: str, result: Any) -> list[Find]:
        out: list[Find] = []
        at = 0
        for span in result["spans"]:
            start = text.find(span["raw"], at)
            if start >= 0:
                at = start + len(span["raw"])
            where: Find = {"start": start if start >= 0 else None, "end": at if start >= 0 else None}
            if self._dates and span["type"] == "date":
                out.append({**where, "first": span["value"], "last": span["value"]})
            elif not self._dates and span["type"] in {"number", "money", "currency", "percent"}:
                values = [w.strip("%") for w in str(span["value"]).split()]
                out.append({**where, "values": [float(w) for w in values if w.replace(".", "", 1).isdigit()]})
        return out


def load(setting: Setting) -> ItnReader:
    return ItnReader(setting)
