"""Damage that other programs do to a text is told."""

from __future__ import annotations

import pytest

from arnews.text.document import read


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ﯾﺬﯿﻔﻨﺘﻟا ﺺﺨﻠﻤﻟا ٢٠٢٤", ["visual-order"]),
        ("استشهد الطفل عالء هللا جالل في غزة", ["lam-alef-swapped"]),
        ("قال وزير األمن إن اإلجراءات مستمرة", ["lam-alef-swapped"]),
        ("قال الأمين إن الإجراءات مستمرة إلى الآن", []),
        ("بلغ عدد القتلى\\n12 شخصا\\nوأصيب 30", ["literal-escape"]),
        ("قال عبد الله إن ﷲ أكبر", []),
        ("استشهد الطفل علاء الله في غزة", []),
    ],
)
def test_damage_is_told_once(text: str, codes: list[str]) -> None:
    found = read(text).warnings
    assert [w.code for w in found] == codes
    assert all(w.start is not None and w.end is not None and text[w.start : w.end] for w in found)
