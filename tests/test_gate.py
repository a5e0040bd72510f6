"""The gate: scores on annotated articles as worked out by hand, floors that hold, floors that are raised and not lowered."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import gate
import gold

RAW = "قال وزير الدفاع الفرنسي سيباستيان لوكورنو أمس إن 12 جنديا فرنسيا قتلوا وأصيب نحو 30 في باريس، ونقل عن الجيش."


def span(text: str, **more: Any) -> dict[str, Any]:
    start = RAW.index(text)
    return {"start": start, "end": start + len(text), "text": text, **more}


def marked() -> list[dict[str, Any]]:
    """One article with two names, one date and two claims marked."""
    return [
        {
            "raw": RAW,
            "published": "2025-07-12",
            "entities": [
                {"name": "سيباستيان لوكورنو", "type": "PERSON", "country": "FR", "mentions": [{"text": "سيباستيان لوكورنو"}]},
                {"name": "باريس", "type": "LOC", "country": "FR", "mentions": [{"text": "باريس"}]},
            ],
            "dates": [{"text": "أمس", "type": "DATE", "value": "2025-07-11", "earliest": "2025-07-11", "latest": "2025-07-11"}],
            "claims": [
                {"text": "12 جنديا فرنسيا", "best": 12, "kind": "killed", "who": "جنديا فرنسيا", "source": "وزير الدفاع الفرنسي"},
                {"text": "نحو 30", "best": 30, "approximate": True, "kind": "injured", "where": "باريس"},
            ],
        }
    ]


def found(**more: Any) -> dict[str, Any]:
    """What a reader might find: a place too many, and the second claim with another kind, exact, and nowhere."""
    result = {
        "entities": [
            {"type": "PERSON", "country": "FR", "mentions": [span("سيباستيان لوكورنو")]},
            {"type": "LOC", "country": "US", "mentions": [span("باريس")]},
            {"type": "LOC", "country": None, "mentions": [span("الدفاع")]},
            {"type": "ORG", "country": None, "mentions": [span("الجيش")]},
        ],
        "dates": [span("أمس", type="DATE", value="2025-07-11", earliest="2025-07-11", latest=None)],
        "claims": [
            span("12 جنديا", id="c1", kind="killed", quantity={"best": 12.0}, source={"text": "الوزير"}, who={"text": "جنديا"}),
            span("30", id="c2", kind="people", quantity={"best": 30.0}, modality="hedged", part_of="c1"),
        ],
    }
    return result | more


def scores(result: dict[str, Any], golds: list[dict[str, Any]] | None = None) -> dict[str, gold.Score]:
    return gold.score(golds or marked(), lambda raw, published: result)


def counts(score: gold.Score) -> tuple[int, int, int]:
    return score.gold, score.found, score.both


def test_names_by_hand() -> None:
    s = scores(found())
    # الدفاع is a place too many; الجيش alone is scored neither way.
    assert counts(s["mentions"]) == (2, 3, 2)
    assert counts(s["mentions.LOC"]) == (1, 2, 1)
    assert counts(s["mentions.ORG"]) == (0, 0, 0)
    assert counts(s["entities"]) == (2, 3, 2)
    assert s["entities"].value == pytest.approx(0.8)
    assert (s["entities.country"].value, s["articles read"].value) == (0.5, 1.0)


def test_dates_and_claims_by_hand() -> None:
    s = scores(found())
    assert (s["dates.value"].value, s["dates.days"].value) == (1.0, 0.0)
    assert counts(s["claims.numbers"]) == (2, 2, 2)
    assert counts(s["claims.kind"]) == (2, 2, 1)
    assert s["claims.approximate"].value == 0.5
    assert counts(s["claims.not asserted"]) == (0, 1, 0)
    assert counts(s["claims.part_of"]) == (0, 1, 0)
    assert counts(s["claims.who"]) == (1, 1, 1)
    # الوزير against وزير الدفاع الفرنسي: the same word without its article.
    assert counts(s["claims.source"]) == (1, 1, 1)
    assert counts(s["claims.where"]) == (1, 0, 0)


def test_what_is_optional_counts_neither_way() -> None:
    golds = marked()
    golds[0]["entities"][1]["optional"] = golds[0]["dates"][0]["optional"] = golds[0]["claims"][1]["optional"] = True
    s = scores(found(), golds)
    assert counts(s["mentions.LOC"]) == (0, 1, 0)
    assert counts(s["entities"]) == (1, 2, 1)
    assert counts(s["dates.span"]) == (0, 0, 0)
    assert counts(s["claims.numbers"]) == (1, 1, 1)
    missed = scores(found(dates=[], claims=[]), golds)
    assert counts(missed["dates.span"]) == (0, 0, 0)
    assert counts(missed["claims.numbers"]) == (1, 0, 0)


def test_another_span_that_is_as_good() -> None:
    golds = marked()
    golds[0]["entities"][0]["mentions"] = [{"text": "لوكورنو", "also": ["سيباستيان لوكورنو"]}]
    assert counts(scores(found(), golds)["mentions.PERSON"]) == (1, 1, 1)


def test_an_article_that_cannot_be_read_counts() -> None:
    def broken(raw: str, published: date | None) -> dict[str, Any]:
        raise RuntimeError(raw)

    s = gold.score(marked(), broken)
    assert (s["articles read"].value, s["mentions"].value, s["claims.numbers"].value) == (0.0, 0.0, 0.0)


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Floors of one thing with two metrics."""
    path = tmp_path / "floors.json"
    metrics = {"dates": 0.9, "claims": 0.8}
    path.write_text(json.dumps({"floors": {"gold a.json": {"sha256": "1" * 64, "metrics": metrics}}, "regressions": []}), "utf-8")
    return path


def run(floors: Path, dates: float, claims: float, *, sha: str = "1", update: bool = False, reason: str | None = None) -> tuple[int, str]:
    said: list[str] = []
    measured = [gate.Measured("gold a.json", sha * 64, {"dates": dates, "claims": claims})]
    return gate.gate(floors, measured, update=update, reason=reason, say=said.append), "\n".join(said)


def test_the_same_and_better_scores_pass(floors: Path) -> None:
    assert run(floors, 0.9, 0.8)[0] == 0
    assert run(floors, 0.95, 0.8)[0] == 0


def test_a_lower_score_fails_by_name(floors: Path) -> None:
    code, said = run(floors, 0.9, 0.799)
    assert code == 1
    assert "BELOW  gold a.json: claims is 0.799, its floor is 0.8" in said
    assert "dates" not in said


def test_a_changed_file_is_an_error_until_it_is_accepted(floors: Path) -> None:
    code, said = run(floors, 0.9, 0.8, sha="2")
    assert code == 3
    assert "the file has changed" in said
    assert run(floors, 0.9, 0.8, sha="2", update=True)[0] == 0
    assert run(floors, 0.9, 0.8, sha="2")[0] == 0


def test_a_file_or_a_metric_without_a_floor_is_an_error(floors: Path) -> None:
    said: list[str] = []
    new = gate.Measured("gold b.json", "3" * 64, {"dates": 1.0})
    assert gate.gate(floors, [new], update=False, reason=None, say=said.append) == 3
    more = gate.Measured("gold a.json", "1" * 64, {"dates": 0.9, "claims": 0.8, "names": 1.0})
    assert gate.gate(floors, [more], update=False, reason=None, say=said.append) == 3
    assert ["has no floors" in said[0], "names has no floor" in said[1]] == [True, True]


def test_a_metric_that_is_gone_is_below_its_floor(floors: Path) -> None:
    less = gate.Measured("gold a.json", "1" * 64, {"dates": 0.9})
    said: list[str] = []
    assert gate.gate(floors, [less], update=False, reason=None, say=said.append) == 1
    assert "claims is gone" in said[0]


def test_an_update_raises(floors: Path) -> None:
    assert run(floors, 0.95, 0.8, update=True)[0] == 0
    assert run(floors, 0.94, 0.8)[0] == 1


def test_an_update_lowers_nothing_without_a_reason(floors: Path) -> None:
    before = floors.read_bytes()
    code, said = run(floors, 0.95, 0.7, update=True)
    assert code == 1
    assert "--allow-regression" in said
    assert floors.read_bytes() == before


def test_the_reason_of_a_lower_floor_is_kept_with_its_date(floors: Path) -> None:
    assert run(floors, 0.9, 0.7, update=True, reason="عدة no longer counts as a number")[0] == 0
    (kept,) = json.loads(floors.read_text("utf-8"))["regressions"]
    assert date.fromisoformat(kept.pop("date"))
    assert kept == {"of": "gold a.json", "metric": "claims", "from": 0.8, "to": 0.7, "reason": "عدة no longer counts as a number"}
    assert run(floors, 0.9, 0.7)[0] == 0
    assert run(floors, 0.95, 0.7, update=True)[0] == 0
    assert len(json.loads(floors.read_text("utf-8"))["regressions"]) == 1


def test_an_update_keeps_the_floors_of_what_was_not_measured(floors: Path) -> None:
    other = gate.Measured("corpus b", "3" * 64, {"share": 1.0})
    assert gate.gate(floors, [other], update=True, reason=None, say=print) == 0
    assert set(json.loads(floors.read_text("utf-8"))["floors"]) == {"corpus b", "gold a.json"}


@pytest.mark.parametrize(
    ("content", "message"), [(None, "No such file"), ("{", "not a JSON file"), ('[{"raw": "x"}]', "not in the format")]
)
def test_a_gold_file_that_cannot_be_used_is_a_clear_error(
    content: str | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "gold.json"
    if content is not None:
        path.write_text(content, "utf-8")
    assert gate.main(["--gold", str(path), "--floors", str(tmp_path / "floors.json")]) == 2
    said = capsys.readouterr().err
    assert message in said
    assert str(path) in said


def test_a_reason_goes_with_an_update() -> None:
    for wrong in (["--allow-regression", "why"], ["--update", "--allow-regression", " "]):
        with pytest.raises(SystemExit) as stop:
            gate.main(wrong)
        assert stop.value.code == 2


def test_gold_files_come_from_the_command_line_then_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "SHARED_GOLD", tmp_path)
    (tmp_path / "dev.json").write_text("[]", "utf-8")
    floors = {"floors": {"gold dev.json": {}, "gold other.json": {}, "corpus dates": {}}}
    assert gate.gold_files([Path("a")], floors, {"ARNEWS_GOLD": "b"}) == [Path("a")]
    assert gate.gold_files(None, floors, {"ARNEWS_GOLD": "b:c"}) == [Path("b"), Path("c")]
    assert gate.gold_files(None, floors, {}) == [tmp_path / "dev.json"]


def test_every_corpus_has_its_floor() -> None:
    floors = gate.load(gate.FLOORS)["floors"]
    assert {f"corpus {name}" for name in gate.CORPORA} <= set(floors)
    assert all(set(entry["metrics"].values()) and len(entry["sha256"]) == 64 for entry in floors.values())
