"""dateparser: ``search_dates`` with Arabic as the language, with the ``split`` strategy (its default) or ``ngram``.

A phrase alone goes to its parser with one Arabic locale after another, which ``search_dates`` does not take: تشرين الأول is in
``ar-SY``, غشت in ``ar-MA``.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from comparison.readers import Find, Setting, first_and_last, noon

LOCALES = ("ar", "ar-EG", "ar-SA", "ar-SY", "ar-LB", "ar-JO", "ar-IQ", "ar-DZ", "ar-TN", "ar-MA", "ar-MR")


def imports() -> None:
    from dateparser.search import search_dates  # noqa: F401


class DateparserReader:
    def __init__(self, setting: Setting) -> None:
        from dateparser.search import search_dates

        self._search = search_dates
        self._strategy = setting.variant

    def run(self, text: str, published: date | None) -> Any:
        settings = {"RELATIVE_BASE": noon(published)}
        return self._search(text, languages=["ar"], settings=settings, strategy=self._strategy, add_period=True)

    def phrase(self, text: str, published: date | None) -> list[Find]:
        """What the parser gives for words that are a date and nothing else."""
        from dateparser.date import DateDataParser

        for locale in LOCALES:
            found = DateDataParser(locales=[locale], settings={"RELATIVE_BASE": noon(published)}).get_date_data(text)
            if found.date_obj is not None:
                first, last = first_and_last(found.date_obj.date(), found.period)
                return [{"start": 0, "end": len(text), "first": first, "last": last}]
        return []

    def finds(self, text: str, result: Any) -> list[Find]:
        out: list[Find] = []
        at = 0
        for words, moment, period in result or ():
            # The library gives back words without their place, in order.
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
            first, last = first_and_last(moment.date(), period)
            out.append({"start": start if start >= 0 else None, "end": at if start >= 0 else None, "first": first, "last": last})
        return out


def load(setting: Setting) -> DateparserReader:
    return DateparserReader(setting)
