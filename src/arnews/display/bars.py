"""The timeline of a report: how many claims fall in each day, month, year or decade, as bars that are buttons."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from arnews.display import escape

_MOST_BARS = 31


def _buckets(first: date, last: date) -> list[tuple[date, date]]:
    """Consecutive periods from ``first`` to ``last``, of the finest grain that needs no more bars than fit a phone."""
    if (last - first).days < _MOST_BARS:
        return [(day, day) for day in (first + timedelta(n) for n in range((last - first).days + 1))]
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < _MOST_BARS:
        starts = [divmod(first.year * 12 + first.month - 1 + n, 12) for n in range(months + 1)]
        return [(date(y, m + 1, 1), date(y, m + 1, calendar.monthrange(y, m + 1)[1])) for y, m in starts]
    years = 1
    while (last.year - first.year) // years >= _MOST_BARS:
        years *= 10
    begin = first.year - first.year % years
    return [(date(max(y, 1), 1, 1), date(min(y + years - 1, 9999), 12, 31)) for y in range(begin, last.year + 1, years)]


def _label(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    if first.year != last.year:
        return f"{first.year:04}–{last.year:04}"
    return f"{first.year:04}" if first.month != last.month else f"{first.year:04}-{first.month:02}"


def bars(days: Sequence[tuple[str, str]], words: Mapping[str, str]) -> str:
    """The timeline of claims with these first and last days (ISO, empty where unknown). A claim stands at its first day."""
    starts = [date.fromisoformat(first or last) for first, last in days if first or last]
    undated = len(days) - len(starts)
    if not starts:
        return ""
    periods = _buckets(min(starts), max(starts))
    counts = Counter(next(i for i, (a, b) in enumerate(periods) if a <= day <= b) for day in starts)
    top = max(counts.values())
    shown = []
    for i, (a, b) in enumerate(periods):
        n = counts[i]
        label = f"{_label(a, b)}: {n}"
        height = f"--h:{round(100 * n / top)}%"
        shown.append(
            f'<li><button type="button" data-from="{a}" data-to="{b}" style="{height}" title="{label}"'
            f' aria-label="{label}" aria-pressed="false"><span></span></button></li>'
            if n
            else "<li></li>"
        )
    first, last = _label(*periods[0]), _label(*periods[-1])
    ends = escape.ltr(first) + (escape.ltr(last) if first != last else "")
    note = f" · {undated} {escape.text(words['report.undated'])}" if undated else ""
    return (
        f'<section class="timeline"><h2>{escape.text(words["report.timeline"])}<small>{note}</small></h2>'
        f'<div style="--n:{len(periods)}"><ol dir="ltr">{"".join(shown)}</ol><div class="ends" dir="ltr">{ends}</div></div></section>'
    )
