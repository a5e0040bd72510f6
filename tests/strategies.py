"""Texts for property tests: Arabic news words, marks, digits of every script, invisible characters, anything at all."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st
from pydantic import BaseModel

from arnews.records import Span

PIECES = [
    "قال", "وقتل", "مقتل", "أصيب", "نحو", "أكثر من", "ما بين", "إلى", "و", "25", "٣٠", "۱۲", "ألف", "آلاف", "مليون", "ثلاثة", "وعشرين",
    "جندي", "قتيلا", "قتيلان", "جرحى", "الرئيس", "وزير الخارجية", "الروسي", "سيرجي", "لافروف", "فلاديمير بوتين", "كوريا الشمالية",
    "للأمم المتحدة", "ولبنان", "بيونغ يانغ", "أمس", "الجمعة", "13", "يوليو", "تموز/يوليو", "الماضي", "2025", "عام", "رمضان", "1445 هـ",
    "الساعة", "10:30", "13/7/2025", "%", "في المئة", "دولار", "كيلومترا", "د.", "أ ف ب", "واس -", "القاهرة", ":", "«", "»", '"', "..", "...",
    ".", "،", "؟", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200f", "\u200b", "\u202b", "ـ", "َ", "ًّ", "ﻻ", "ﷲ", "CNN", "https://example.org/a", "#غزة",
    "😀", "\ud800", "\x00", "ک", "ی", "٫", "٬", "-", "–", "(", ")", "|",
]  # fmt: skip

news_like = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda parts: st.lists(st.sampled_from([" ", " ", " ", "", "\n"]), min_size=len(parts), max_size=len(parts)).map(
        lambda gaps: "".join(p + g for p, g in zip(parts, gaps, strict=True))
    )
)
any_text = st.text(st.characters(), max_size=80)
texts = st.one_of(news_like, any_text)


def located(record: object) -> Iterator[Span]:
    """Every record with a place in the text inside ``record``, however deep."""
    if isinstance(record, Span):
        yield record
    if isinstance(record, BaseModel):
        for name in type(record).model_fields:
            yield from located(getattr(record, name))
    elif isinstance(record, list | tuple):
        for item in record:
            yield from located(item)
