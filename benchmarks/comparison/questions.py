"""The texts whose answers are scored, and the scores of one contender."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from comparison import scoring
from comparison.environments import ROOT, prepare
from comparison.registry import SPELLER

# The day that the lines of the corpus of dates count from, as its tests say.
CORPUS_DAY = "2025-07-12"
SPELLED = 500
_SPELL = "import json, sys; from num2words import num2words; print(json.dumps([num2words(n, lang='ar') for n in json.load(sys.stdin)]))"
Set = list[scoring.Item]
Score = Callable[[Sequence[scoring.Item], Sequence[Sequence[scoring.Item]]], dict[str, int]]


def spelled(work: Path) -> Set:
    """Whole numbers to a thousand million, as many with few digits as with many, in words by num2words."""
    rng = random.Random(1)
    wanted = sorted({round(10 ** rng.uniform(0, 9)) for _ in range(2 * SPELLED)})
    numbers = rng.sample(wanted, SPELLED)
    python = prepare("speller", SPELLER, work)
    done = subprocess.run([str(python), "-c", _SPELL], input=json.dumps(numbers), capture_output=True, text=True, check=True)
    # It writes "and" apart (واحد و عشرون), newspapers and dictionaries do not.
    texts = [t.replace(" و ", " و") for t in json.loads(done.stdout)]
    wholes = [scoring.number_item(t, 0, len(t), [float(n)]) for t, n in zip(texts, numbers, strict=True)]
    return [{"text": t, "published": None, "phrase": True, "gold": [g]} for t, g in zip(texts, wholes, strict=True)]


class Questions:
    """Sets of questions by task: lines of the test corpora, annotated articles given by path, numbers spelled out."""

    def __init__(self, gold: Sequence[Path], work: Path) -> None:
        tests = ROOT / "tests"
        numbers = scoring.numbers_of_corpus(tests / "numbers" / "corpus.tsv")
        dates = scoring.dates_of_corpus(tests / "dates" / "corpus.tsv", CORPUS_DAY)
        self._sets: dict[str, dict[str, Set]] = {
            "dates": {"corpus": dates, "phrases": scoring.phrases(dates)},
            "numbers": {"corpus": numbers, "phrases": scoring.phrases(numbers), "spelled": spelled(work)},
            "names": {},
        }
        if gold:
            self._sets["dates"]["gold"] = [x for p in gold for x in scoring.dates_of_gold(p)]
            self._sets["numbers"]["gold"] = [x for p in gold for x in scoring.numbers_of_gold(p)]
            self._sets["names"]["gold"] = [x for p in gold for x in scoring.names_of_gold(p)]
        self.sizes: dict[str, Any] = {task: {name: len(s) for name, s in sets.items()} for task, sets in self._sets.items()}
        self.sizes["gold"] = [p.stem for p in gold]

    def score(self, task: str, answers: Callable[[list[list[Any]]], list[list[scoring.Item]]]) -> dict[str, dict[str, int]]:
        """Scores of each set of ``task``. ``answers`` takes texts, each with its day and whether it is a phrase."""
        how: dict[str, Score] = {"dates": scoring.score_dates, "numbers": scoring.score_numbers, "names": scoring.score_names}
        task = "names" if task == "all" else task
        sets = self._sets[task]
        texts = [t for s in sets.values() for t in s]
        finds = iter(answers([[t["text"], t["published"], t.get("phrase", False)] for t in texts]) if texts else [])
        return {name: how[task](s, [next(finds) for _ in s]) for name, s in sets.items()}
