"""Public examples hold on any article: each snippet runs on articles that print no date, byline or source, and on none at all."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import arnews
from arnews import explanation, pipeline
from arnews.text.document import Document, read
from corpora import articles, claims

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "notebooks").glob("*.ipynb"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LIBRARIES = ("pandas", "pyarrow", "duckdb", "spacy", "altair", "trafilatura")
ODD = [
    "",
    "قال.",
    "لا أرقام هنا ولا أسماء.",
    "قتل شخص.",
    "أصيب العشرات أمس.",
    "لم يقتل أحد، ولم تسجل أي إصابات، صفر وفيات.",
    "بلغت النسبة ما بين 5 و7 في المئة، وارتفع السعر إلى 3.5 دولار.",
]
ARTICLES = [
    *(case.text for case in articles.CORPUS.cases),
    *(case.text for case in claims.CORPUS.cases[::20][:30]),
    *(page.read_text(encoding="utf-8") for page in sorted((ROOT / "notebooks" / "news").glob("*.txt"))),
    *ODD,
]


def examples(page: Path) -> str:
    """The examples of a page as one program. Sessions (``>>>``) show what one text gives, fragments (``...``) do not run."""
    if page.suffix == ".ipynb":
        cells = json.loads(
            page.read_text(encoding="utf-8").replace('Path(\\"../seeds/article.txt\\").read_text(encoding=\\"utf-8\\")', "article")
        )["cells"]
        return "\n".join(map(shown, ("".join(c["source"]) for c in cells if c["cell_type"] == "code")))
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    return "\n".join(b for b in blocks if not b.startswith(">>>") and ": ..." not in b)


def shown(cell: str) -> str:
    """A cell of a notebook as a program: what stands alone in its last line is shown in every way that a notebook shows it."""
    *before, last = ast.parse(cell).body
    if not isinstance(last, ast.Expr):
        return cell
    return "\n".join([*map(ast.unparse, before), f"show({ast.unparse(last)})"])


def show(value: object) -> None:
    """What a notebook asks of the last line of a cell."""
    repr(value)
    for way in ("_repr_html_", "_repr_mimebundle_"):
        if hasattr(value, way):
            getattr(value, way)()


def test_the_articles_lack_what_articles_lack() -> None:
    found = [arnews.analyze(text) for text in ARTICLES]
    assert len(found) >= 50
    assert sum(r.article.published is None for r in found) > 20
    assert sum(r.article.byline is None for r in found) > 20
    assert sum(r.article.title is None for r in found) > 3
    claims = [claim for r in found for claim in r.claims]
    for name in ("source", "who", "where", "when"):
        assert sum(getattr(claim, name) is None for claim in claims) > 10


@pytest.mark.parametrize("page", [p for p in PAGES if examples(p)], ids=lambda p: str(p.relative_to(ROOT)))
def test_examples_hold_on_any_article(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(page.parent if page.suffix == ".ipynb" else ROOT)
    # The picture in a chart takes a third of a second, and is the same matter for every article.
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    code = compile(examples(page), str(page), "exec")
    for library in LIBRARIES:
        needs = rf"\b{library}\b|to_frame|to_arrow" if library in {"pandas", "pyarrow"} else rf"\b{library}\b"
        if re.search(needs, examples(page)) or (library == "trafilatura" and "from_html" in examples(page)):
            pytest.importorskip(library)
    loaded: dict[tuple[str, ...], pipeline.Pipeline] = {}

    def once(**options: Any) -> pipeline.Pipeline:
        return loaded.setdefault(tuple(options), loaded.get(tuple(options)) or pipeline.Pipeline(**options))

    monkeypatch.setattr(arnews, "Pipeline", once, raising=False)
    for article in ARTICLES:
        monkeypatch.setattr(pipeline, "read", swapped(article))
        with contextlib.redirect_stdout(io.StringIO()):
            exec(code, {"__name__": "example", "show": show, "article": article})


def swapped(article: str) -> Callable[[str], Document]:
    """The reader of texts, with ``article`` in place of whatever text the example has."""
    return lambda raw: read(article if isinstance(raw, str) else raw)


@pytest.mark.parametrize("article", ARTICLES, ids=range(len(ARTICLES)))
def test_short_forms_hold_on_any_article(article: str) -> None:
    result = arnews.analyze(article)
    assert len(repr(result)) < 200
    assert str(result)
    for record in (*result.entities, *result.claims):
        assert "\n" not in repr(record) + str(record)
        assert result[record.id] == record
    assert explanation.explain(arnews.api.default_pipeline(), article) is not None
