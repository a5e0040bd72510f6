"""Bytes into texts for the fuzzer: UTF-8 as it stands, and every byte that is no UTF-8 becomes a word or mark of the trade.

A mutation that breaks a letter therefore brings in ``نحو`` or a bidi control instead of noise, and a seed is a plain text file.
The three bytes that would encode a lone surrogate become one.
"""

from __future__ import annotations

import codecs
import random
from datetime import UTC, date, datetime
from functools import cache
from zlib import crc32

TOKENS = (
    "قال", "وقتل", "مقتل", "أصيب", "نحو", "أكثر من", "ما بين", "إلى", "و", "25", "٣٠", "۱۲", "ألف", "آلاف", "مليون", "ثلاثة",
    "وعشرين", "جندي", "قتيلا", "قتيلان", "جرحى", "الرئيس", "وزير الخارجية", "الروسي", "سيرجي", "لافروف", "فلاديمير بوتين",
    "كوريا الشمالية", "للأمم المتحدة", "ولبنان", "بيونغ يانغ", "أمس", "الجمعة", "13", "يوليو", "تموز/يوليو", "الماضي", "2025",
    "عام", "رمضان", "1445 هـ", "الساعة", "10:30", "13/7/2025", "%", "في المئة", "دولار", "كيلومترا", "د.", "أ ف ب", "واس -",
    "القاهرة", ":", "«", "»", '"', "..", "...", ".", "،", "؟", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200f", "\u200b",
    "\u202b", "\u202e", "\u2066", "ـ", "\u064e", "\u064b\u0651", "ﻻ", "ﷲ", "ﷺ", "CNN", "https://example.org/a", "#غزة", "@x",
    "😀", "\ud800", "\udfff", "\x00", "ک", "ی", "٫", "٬", "-", "–", "(", ")", "|", "/", "½", "²", "⅓", "١٢٣٬٤٥٦٫٧",
    "99999999999999999999", "1e400", "0", "00", "-0", "∞", "NaN", "صفر", "منذ", "حتى", "بين", "قبل", "بعد", "أول", "نصف", "ربع",
    "مليارا", "تريليون", "أضعاف", "مرتين", "بنسبة", "بينهم", "من بينهم", "ارتفع", "من", "إصابة", "طفلا", "31", "29 فبراير",
    "9999", "القرن", "<script>",
)  # fmt: skip
TABLES = (
    "number_words", "number_cues", "number_modifiers", "number_units", "dates_words", "claim_cues", "claim_attribution",
    "claim_nouns", "claim_events", "claim_modality", "entity_titles", "entity_heads", "entity_forms", "text_agencies",
    "text_byline_words", "text_closings", "text_date_words",
)  # fmt: skip
_LITERAL = {"claim_cues": 1}
# The days that relative dates are counted from, the first and the last that there are among them.
PUBLISHED = (
    None, date(2025, 7, 12), date(2024, 2, 29), date.min, date.max, datetime(2025, 1, 31, 23, 59), datetime(1, 1, 1, 0, 1),
    datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
)  # fmt: skip


def _token(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    data, at = error.object, error.start
    if data[at] == 0xED and len(data) > at + 2 and 0xA0 <= data[at + 1] <= 0xBF and 0x80 <= data[at + 2] <= 0xBF:
        return chr(0xD000 | (data[at + 1] & 0x3F) << 6 | data[at + 2] & 0x3F), at + 3
    return f" {TOKENS[(data[at] & 0x7F) % len(TOKENS)]} ", at + 1


codecs.register_error("arnews-token", _token)


def text_of(data: bytes) -> str:
    """The text that ``data`` stands for."""
    return data.decode("utf-8", "arnews-token")


def published_of(data: bytes) -> date | datetime | None:
    """One of ``PUBLISHED``, always the same for the same bytes."""
    return PUBLISHED[crc32(data) % len(PUBLISHED)]


@cache
def _tables() -> list[list[str]]:
    from arnews.lexicon import rows

    return [[word for row in rows(name) if (word := row[_LITERAL.get(name, 0)].replace("_", " "))] for name in TABLES]


def dictionary() -> str:
    """Words of the lexicon's tables, as a dictionary that libFuzzer puts pieces of into its inputs."""
    words = {word for table in _tables() for word in table[:: 1 + len(table) // 400]}
    escaped = ("".join(map("\\x{:02x}".format, word.encode("utf-8"))) for word in sorted(words))
    return "".join(f'"{word}"\n' for word in escaped)


def mutated(text: str, other: str, chance: random.Random, words: int) -> str:
    """At most ``words`` words of ``text``, one to four of them changed: put in, replaced, joined, doubled, dropped, from ``other``."""
    found = text.split(" ")
    begin = chance.randrange(max(1, len(found) - words // 2))
    found = found[begin : begin + chance.randint(1, words)]
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(found) + 1)
        way, source = chance.random(), chance.random()
        new = chance.choice(TOKENS if source < 0.3 else chance.choice(_tables()) if source < 0.85 else other.split(" "))
        if way < 0.4 or at == len(found):
            found.insert(at, new)
        elif way < 0.65:
            found[at] = new
        elif way < 0.75:
            found[at] += new
        elif way < 0.8:
            found[at] = (
                found[at][: chance.randint(0, len(found[at]))] + chance.choice(TOKENS) + found[at][chance.randint(0, len(found[at])) :]
            )
        elif way < 0.9:
            found.insert(at, found[chance.randrange(len(found))])
        elif len(found) > 1:
            del found[at]
    return chance.choice((" ", " ", " ", " ", " ", "\n", "")).join(found) if chance.random() < 0.1 else " ".join(found)
