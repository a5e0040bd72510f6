"""Dates that stand alone: in cells of columns, in meta tags, on printed lines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnews.dates.moment import read_moment


def at(hours: int, *moment: int) -> datetime:
    return datetime(*moment, tzinfo=timezone(timedelta(hours=hours)))  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-07-12", date(2025, 7, 12)),
        ("20250712", date(2025, 7, 12)),
        ("2024-3-5", date(2024, 3, 5)),
        ("2024-03-05T10:30:00.000Z", datetime(2024, 3, 5, 10, 30, tzinfo=UTC)),
        ("2025-07-12 09:30:00 +0300", at(3, 2025, 7, 12, 9, 30)),
        ("۲۰۲۴/۰۳/۰۵", date(2024, 3, 5)),
        ("15.06.2017", date(2017, 6, 15)),
        ("06/15/2017", date(2017, 6, 15)),
        ("31/12/2024 11:59:59 م", datetime(2024, 12, 31, 23, 59)),
        ("12 يوليو 2025 12:15 م", datetime(2025, 7, 12, 12, 15)),
        ("12 يوليو 2025 12:15 ص", datetime(2025, 7, 12, 0, 15)),
        ("تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", datetime(2020, 4, 24, 21, 22)),
        ("10 أغسطس 2015 - 10:30 بتوقيت غرينتش", datetime(2015, 8, 10, 10, 30, tzinfo=UTC)),
        ("10 أغسطس 2015 - 10:30 بتوقيت مكة المكرمة", at(3, 2015, 8, 10, 10, 30)),
        ("GMT 17:27 17.03.2020", datetime(2020, 3, 17, 17, 27, tzinfo=UTC)),
        ("UTC+3 12/07/2025 10:00", at(3, 2025, 7, 12, 10, 0)),
        ("12/07/2025 10:00 GMT+0400", at(4, 2025, 7, 12, 10, 0)),
        ("Sat Jul 12 2025 09:30:00 GMT+0300 (Arabian Standard Time)", at(3, 2025, 7, 12, 9, 30)),
        ("Sat Jul 12 09:30:00 +0000 2025", datetime(2025, 7, 12, 9, 30, tzinfo=UTC)),
        ("12 juillet 2025 à 14:30", datetime(2025, 7, 12, 14, 30)),
        ("5 Mar, 2024 at 3:05 pm", datetime(2024, 3, 5, 15, 5)),
        ("5 رمضان 1445", date(2024, 3, 15)),
        ("\u200f5 مارس 2024\u200f", date(2024, 3, 5)),
        ("NaT", None),
        ("0000-00-00 00:00:00", None),
        ("غير متوفر", None),
    ],
)
def test_usual_forms(text: str, value: date | None) -> None:
    found = read_moment(text)
    assert found == value
    assert type(found) is type(value)
    if isinstance(found, datetime) and isinstance(value, datetime):
        assert found.utcoffset() == value.utcoffset()


@pytest.mark.parametrize("text", ["قريبا", "2025", "2025-13-45", "99/99/2020", "31 Feb 2024", "أمس", "12 يوليو", "منذ ساعتين", "12:30"])
def test_what_is_no_day_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        read_moment(text)


@given(st.text(alphabet="0123456789/:.-+ صمAPMGTUZ٣يوليوJulyNa,()", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_moment(text)
    except ValueError:
        return
    assert found is None or isinstance(found, date)
