"""Printed publication lines with the labels, zones and languages that sites give them."""

from __future__ import annotations

import pytest

from arnews.context import Context
from arnews.dates.publication import publication
from arnews.text.article import layout
from arnews.text.document import read

BODY = "أعلنت مديرية الصحة في بيان لها أمس مقتل 12 شخصا وإصابة 30 آخرين في انهيار مبنى سكني بمدينة طرابلس شمالي البلاد."


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24T21:22"),
        ("تم النشر في 12 تموز 2025", "2025-07-12"),
        ("تاريخ الإضافة: السبت 12 يوليو 2025 09:22 ص", "2025-07-12T09:22"),
        ("كتب في: 12 يوليو 2025", "2025-07-12"),
        ("آخر تعديل: 12/07/2025", "2025-07-12"),
        ("Published: July 12, 2025", "2025-07-12"),
        ("July 12, 2025", "2025-07-12"),
        ("Sat 12 July 2025", "2025-07-12"),
        ("12 juillet 2025", "2025-07-12"),
        ("السبت 12 يوليو 2025 - 09:22 بتوقيت غرينتش", "2025-07-12T09:22+00:00"),
        ("17:27 GMT 17.03.2020", "2020-03-17T17:27+00:00"),
        ("GMT 17:27 17.03.2020", "2020-03-17T17:27+00:00"),
    ],
)
def test_the_printed_date_is_read(line: str, value: str) -> None:
    doc = read(f"انهيار مبنى سكني في طرابلس\n{line}\n{BODY}")
    found, warnings = publication(doc, layout(doc), Context())
    assert found is not None
    assert (found.value, found.origin, warnings) == (value, "printed", [])
    assert found.span is not None
    assert found.span.text in line
