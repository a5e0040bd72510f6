"""Annotated articles: what does not hold together is refused, halves stay, and there is one way of scoring."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import annotated
import gold

SCORER = Path(__file__).parents[2] / "shared" / "gold" / "score.py"
RAW = "مقتل جندي\nقتل 5 أشخاص في حلب أمس، وقال الجيش إن 3 أصيبوا في حلب."


def article(**more: Any) -> dict[str, Any]:
    """A small annotated article with every kind of place in it."""
    blank: dict[str, Any] = {"low": None, "high": None, "vague": False, "approximate": False, "unit": None, "modality": "asserted"}
    claim: dict[str, Any] = blank | {"source": None, "where": None, "when": None, "who": None, "part_of": None}
    return {
        "id": "made/1",
        "sha256": annotated.checksum(RAW),
        "source": "made",
        "licence": "CC0",
        "attribution": "made",
        "published": "2025-07-12",
        "raw": RAW,
        "article": {"title": "مقتل جندي", "body_starts_with": "قتل 5"},
        "entities": [{"name": "حلب", "type": "LOC", "country": "SY", "mentions": [{"text": "حلب"}, {"text": "حلب", "n": 2}]}],
        "dates": [{"text": "أمس", "type": "DATE", "value": "2025-07-11", "earliest": "2025-07-11", "latest": "2025-07-11", "mod": None}],
        "claims": [
            claim | {"text": "5 أشخاص", "best": 5, "kind": "killed", "where": "حلب", "when": "أمس"},
            claim | {"text": "3", "best": 3, "kind": "injured", "where": "حلب", "source": "الجيش"},
        ],
        "quotes": [{"text": "3 أصيبوا في حلب", "speaker": "الجيش", "cue": "قال", "direct": False}],
    } | more


def stored(folder: Path, row: dict[str, Any]) -> None:
    (folder / "wikinews").mkdir()
    (folder / "wikinews" / "made_1.json").write_text(json.dumps(row), encoding="utf-8")


def test_every_file_of_the_project_holds() -> None:
    articles = annotated.load(texts=annotated.default_texts())
    files = [p.stem for p in (annotated.GOLD / "wikinews").glob("*.json")]
    assert set(files) <= {annotated.file_name(a.id) for a in articles}
    assert len(files) >= 60
    assert any(c.implicit for a in articles for c in a.claims)
    assert any(a.quotes for a in articles)


def test_standoff_files_hold_no_words_of_the_article() -> None:
    files = list((annotated.GOLD / "standoff").glob("*.json"))
    assert files
    for path in files:
        bare = json.loads(path.read_text(encoding="utf-8"))
        assert {"raw", "notes"}.isdisjoint(bare)
        rows = [row for table in ("dates", "claims", "quotes") for row in bare[table] or ()]
        words = {v for row in rows for key, v in row.items() if key not in ("unit", "value") and isinstance(v, str)}
        assert not [w for w in words if any("ء" <= c <= "ي" for c in w)]


def test_the_halves_are_halves_and_stay() -> None:
    assert [annotated.split_of(i) for i in ("wikinews2024-1", "wikinews2024-4", "snn-3533")] == ["develop", "test", "develop"]
    counts = Counter(annotated.split_of(f"article-{n}") for n in range(1000))
    assert abs(counts["develop"] - counts["test"]) < 100


def test_an_article_comes_back_from_its_standoff_file() -> None:
    whole = annotated.AnnotatedArticle.model_validate(article())
    bare = json.loads(json.dumps(annotated.standoff(whole)))
    assert "حلب" not in json.dumps(bare["claims"], ensure_ascii=False)
    assert annotated.AnnotatedArticle.model_validate(annotated.with_text(bare, RAW)) == whole
    with pytest.raises(annotated.GoldError, match="not the one that was annotated"):
        annotated.with_text(bare, RAW + " ")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"raw": RAW + " "}, "not the one that was annotated"),
        ({"dates": [article()["dates"][0] | {"n": 2}]}, "not in the text 2 times"),
        ({"dates": [article()["dates"][0] | {"latest": "2025-13-11"}]}, "month"),
        ({"claims": [article()["claims"][0] | {"part_of": 0}]}, "part of claim 0"),
        ({"claims": [article()["claims"][0] | {"best": None}]}, "neither low"),
        ({"claims": [article()["claims"][0] | {"kind": "dead"}]}, "kind"),
        ({"claims": [article()["claims"][0] | {"source": "الشرطة"}]}, "not in the text: الشرطة"),
        ({"entities": [{"name": "حلب", "type": "LOC", "mentions": [{"text": "حلب"}, {"text": "حلب", "n": 1}]}]}, "stands twice"),
    ],
)
def test_a_file_that_does_not_hold_is_refused(tmp_path: Path, more: dict[str, Any], said: str) -> None:
    stored(tmp_path, article(**more))
    with pytest.raises(annotated.GoldError, match=said):
        annotated.load(gold=tmp_path)


def test_a_text_that_is_not_given_is_said(tmp_path: Path) -> None:
    (tmp_path / "standoff").mkdir()
    bare = annotated.standoff(annotated.AnnotatedArticle.model_validate(article()))
    (tmp_path / "standoff" / "made_1.json").write_text(json.dumps(bare), encoding="utf-8")
    assert annotated.load(gold=tmp_path) == []
    with pytest.raises(annotated.GoldError, match="no text for made/1"):
        annotated.load(texts=[tmp_path], gold=tmp_path)
    (tmp_path / "made_1.txt").write_text(RAW, encoding="utf-8")
    assert len(annotated.load(texts=[tmp_path], gold=tmp_path)) == 1


def test_an_interval_holds_the_score_and_is_the_same_again() -> None:
    each = [{"dates.span": gold.Score(4, 4, n % 5)} for n in range(20)]
    low, high = gold.intervals(each)["dates.span"]
    assert low < gold.total(each)["dates.span"].value < high
    assert gold.intervals(each)["dates.span"] == (low, high)


def test_the_errors_of_the_test_half_are_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        gold.main(["test", "--errors"])
    assert "read by nobody" in capsys.readouterr().err


@pytest.mark.skipif(not SCORER.exists(), reason="the guidelines' own scorer is not beside the project")
def test_both_scorers_agree_on_every_figure() -> None:
    import arnews

    spec = importlib.util.spec_from_file_location("guidelines_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    golds = json.loads((SCORER.parent / "dev.json").read_text(encoding="utf-8"))
    read = {g["raw"]: json.loads(arnews.analyze(g["raw"]).model_dump_json()) for g in golds}
    mine = gold.score(golds, lambda raw, published: read[raw])
    other = theirs.score(golds, lambda raw, published: read[raw])
    compared = 0
    for name, s in mine.items():
        if name in other:
            value = other[name]["F"] if isinstance(other[name], dict) else other[name]
            assert value is None or value == pytest.approx(s.value, abs=0.00051), name
            compared += 1
    assert compared >= 20


def test_the_pages_hold_the_last_scores() -> None:
    root, rows = annotated.ROOT, gold.history()
    assert gold.short(rows) in (root / "README.md").read_text(encoding="utf-8")
    assert gold.full(rows) in (root / "docs" / "quality.md").read_text(encoding="utf-8")
