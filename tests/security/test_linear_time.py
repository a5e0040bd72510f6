"""Time grows with the length of a text and no faster: every pattern on texts made hard for it, and the whole on texts that are all of one thing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from extremes_of import PAGES, TEXTS

from arnews.display import to_html
from arnews.pipeline import Pipeline
from security import patterns


def test_every_pattern_is_linear() -> None:
    program = Path(patterns.__file__)
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, timeout=300, check=True)
    found = json.loads(done.stdout)
    assert found["slow"] == {}
    assert found["patterns"] > 150
    assert {"arnews.text.words", "arnews.text.profiles", "arnews.text.decode", "arnews.dates.grammar"} <= set(found["modules"])


@pytest.mark.parametrize("pattern", ["و+ب", "[0-9]+ *%"])
def test_a_pattern_that_is_not_would_be_found(pattern: str) -> None:
    assert patterns.too_fast(re.compile(pattern))


SIZES = 3000, 12_000


def grows(run: Callable[[str], object], make: Callable[[int], str], sizes: tuple[int, int] = SIZES) -> float:
    """How many times as long a text of four times the length takes; the least of three, since a busy machine only adds."""
    small, large = map(make, sizes)

    def seconds(text: str) -> float:
        began = time.process_time()
        run(text)
        return time.process_time() - began

    least = float("inf")
    for _ in range(3):
        # Below some milliseconds there is nothing to compare: what costs once for all texts would count.
        least = min(least, seconds(large) / max(seconds(small), 0.004))
        if least < 7:
            break
    return least


@cache
def pipeline() -> Pipeline:
    made = Pipeline(recognizer=None)
    made.analyze("مقتل 5 أشخاص في حلب أمس")
    return made


@pytest.mark.parametrize("name", TEXTS)
def test_texts_all_of_one_thing(name: str) -> None:
    assert grows(pipeline().analyze, TEXTS[name]) < 9


@pytest.mark.parametrize("name", PAGES)
def test_pages_all_of_one_thing(name: str) -> None:
    html = pytest.importorskip("arnews.integrations.html")
    pytest.importorskip("trafilatura")
    html.from_html("<p>نص</p>")
    assert grows(html.from_html, PAGES[name], (20_000, 80_000)) < 9


@pytest.mark.parametrize("line", ["وقال المتحدث إن الهدنة صامدة هنا.\n", "قتل 5 أشخاص في حلب أمس. "])
def test_pages_of_long_articles(line: str) -> None:
    def shown(text: str) -> str:
        return to_html(read[text], text, limit=None)

    texts = {n: line * (n // len(line)) for n in (12_000, 48_000)}
    read = {text: pipeline().analyze(text) for text in texts.values()}
    assert grows(shown, texts.__getitem__, (12_000, 48_000)) < 9
