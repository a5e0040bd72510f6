"""Texts and pages that are all of one thing, of any size: what an attacker sends to a reader whose time is not linear."""

from __future__ import annotations

import itertools
from collections.abc import Callable

_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهي"


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda n: unit * (n // len(unit))


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    return lambda n: opening * (n // 2 // len(opening)) + "قتل 5" + closing * (n // 2 // len(closing))


def _names(n: int) -> str:
    """Names that are all different: each surname could belong to each person before it."""
    words = ("".join(w) for size in (5, 6) for w in itertools.product(_LETTERS, repeat=size))
    return "".join(f"وقال الوزير محمد {w} إن {w} غادر. " for w in itertools.islice(words, n // 36))


def _planes(n: int) -> str:
    """Code points of all seventeen planes in turn, surrogates among them."""
    return "".join(chr(at * 0x10000 + (step * 977) % 0x10000) for step in range(n // 17) for at in range(17))


TEXTS: dict[str, Callable[[int], str]] = {
    "و": _repeated("و"), "و with spaces": _repeated("و "), "diacritics": _repeated("\u064e\u0651"),
    "letter and diacritic": _repeated("م\u064f"), "digits": _repeated("1"), "Arabic digits": _repeated("٣"),
    "digits and dots": _repeated("1."), "digits and slashes": _repeated("1/"), "digits and colons": _repeated("1:"),
    "nested « »": _nested("«", "»"), "opening quotes": _repeated("«"), "quotes in turn": _repeated("«»"),
    "straight quotes": _repeated('"'), "straight quotes and words": _repeated('"قال" '), "newlines": _repeated("\n"),
    "spaces": _repeated(" "), "tatweel": _repeated("ـ"), "nested parentheses": _nested("(", ")"),
    "parentheses in turn": _repeated("()"), "dashes": _repeated("-"), "commas": _repeated("، "), "stops": _repeated(". "),
    "one word": _repeated("لا"), "bidi controls": _repeated("\u202e\u2066"), "lone surrogates": _repeated("\ud800 "),
    "emoji": _repeated("😀"), "every plane": _planes, "entities of HTML": _repeated("&amp;"), "tags": _repeated("<p>"),
    "ألف": _repeated("ألف "), "مليون و": _repeated("مليون و"), "خمسة و": _repeated("خمسة و"), "years": _repeated("2025 "),
    "between": _repeated("بين 14 و15 "), "from to": _repeated("من 5 إلى "), "percent": _repeated("5% "),
    "days": _repeated("يوم الجمعة 12 يوليو "), "date lines": _repeated("السبت 12 يوليو 2025 | 01:52 صباحاً\n"),
    "killed": _repeated("مقتل 5 في "), "distinct claims": lambda n: "".join(f"قتل {i} أشخاص في حلب. " for i in range(n // 22)),
    "sources": _repeated("وقال: "), "بن": _repeated("بن محمد "), "titles": _repeated("وزير "),
    "names": _repeated("سيرغي لافروف "), "distinct names": _names,
    "one surname of two": lambda n: "قال أحمد لافروف ومحمد لافروف. " + "وأضاف لافروف أمس. " * (n // 18),
    "bylines": _repeated("كتب: أحمد سالم\n"), "datelines": _repeated("القاهرة - رويترز\n"), "abbreviations": _repeated("د. "),
    "links": _repeated("https://a.b/"), "addresses": _repeated("a@b."), "hashtags": _repeated("#غزة_"),
    "organisations": _repeated("وزارة الدفاع و"), "places": _repeated("محافظات حلب وحمص "),
}  # fmt: skip

PAGES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: f"<html><body><article><h1>عنوان</h1>{'<p>قتل خمسة أشخاص في حلب أمس.</p>' * (n // 33)}</article></body></html>",
    "one paragraph": lambda n: f"<html><body><article><h1>عنوان</h1><p>{'قتل خمسة. ' * (n // 10)}</p></article></body></html>",
    "deep tags": lambda n: "<div>" * (n // 11) + "قتل خمسة" + "</div>" * (n // 11),
    "open tags": lambda n: "<b>" * (n // 3),
    "open brackets": lambda n: "<" * n,
    "attributes": lambda n: f"<p {'a=b ' * (n // 4)}>قتل خمسة</p>",
    "one attribute": lambda n: f"<p title='{'و' * n}'>قتل خمسة</p>",
    "comments": lambda n: "<!--" * (n // 4),
    "entities": lambda n: f"<p>{'&amp;' * (n // 5)}</p>",
    "headings": lambda n: "<h1>عنوان</h1>" * (n // 14),
    "meta": lambda n: f"<head>{'<meta name=a content=b>' * (n // 23)}</head>",
    "JSON-LD": lambda n: f'<script type="application/ld+json">{"[" * (n // 2)}{"]" * (n // 2)}</script><p>قتل</p>',
    "JSON-LD graph": lambda n: (
        f'<script type="application/ld+json">{{"@graph":[{",".join(["{}"] * (n // 3))}]}}</script><p>قتل</p>'
    ),
    "spans after a heading": lambda n: f"<h1>عنوان</h1>{'<span>السبت 12 يوليو 2025</span>' * (n // 33)}",
    "tables": lambda n: "<table><tr><td>" * (n // 15),
    "stacks of tables": lambda n: ("<table><tr><td>" * 60 + "قتل خمسة" + "</td></tr></table>" * 60) * (n // 2048),
    "stacks of tags": lambda n: ("<div>" * 200 + "قتل خمسة" + "</div>" * 200) * (n // 2200),
    "lists": lambda n: "<ul><li>" * (n // 8),
    "XML": lambda n: f'<?xml version="1.0"?>{" " * n}<html><body><p>قتل خمسة</p></body></html>',
}  # fmt: skip
