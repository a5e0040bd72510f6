from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnews.display import Item, collection, page, report, to_html
from arnews.display.marks import KINDS, Mark, highlight, inline
from arnews.integrations.frames import collect
from arnews.records import Analysis, Argument, Article, Entity, Failure, Quantity, Span, Warning
from doors.sample import at, mentions, seed_analysis, seed_text

VOID = {"meta", "input", "br", "img"}


class Tree(HTMLParser):
    """Reads HTML, checks that tags nest, and collects the words inside each mark and outside of all tips."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.marks: list[tuple[str, str]] = []
        self.words: list[list[str]] = []
        self.ids: list[str] = []
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag in VOID:
            return
        known = dict(attrs)
        self.open.append((tag, known))
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag == "mark":
            self.words.append([])

    def handle_endtag(self, tag: str) -> None:
        opened, known = self.open.pop()
        assert opened == tag
        if tag == "mark":
            self.marks.append((str(known["class"]), "".join(self.words.pop())))

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self.open]
        if {"style", "script"} & set(inside):
            return
        self.text += data
        for words in self.words:
            words.append(data)


def test_each_mark_holds_the_words_of_its_record() -> None:
    result = seed_analysis()
    marks = set(Tree(to_html(result)).marks)
    assert {("claim", c.text) for c in result.claims} <= marks
    assert {("date", d.text) for d in result.dates} <= marks
    shown = [s for s in (result.article.title, *result.article.body) if s]
    for e in result.entities:
        for m in e.mentions:
            if any(s.start <= m.start and m.end <= s.end for s in shown):
                assert (e.type, m.text) in marks


def test_with_the_raw_text_every_character_is_shown() -> None:
    raw = seed_text()
    shown = "".join(Tree(to_html(seed_analysis(), raw)).text.split())
    assert "".join(raw.split()) in shown


def test_tables_hold_the_values() -> None:
    html = to_html(seed_analysis())
    for value in ("25,000–30,000", "≈ 11,000", "Sergey Lavrov", "2024-11-01 … 2024-11-30", "وزير الخارجية الروسي", "unresolved-date"):
        assert value in html


def test_links_lead_to_marks_and_ids_are_unique() -> None:
    html = to_html(seed_analysis(), seed_text())
    ids = Tree(html).ids
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_without_its_style_sheet_an_article_still_reads() -> None:
    raw, result = seed_text(), seed_analysis()
    html = re.sub(r"<style>.*?</style>", "", to_html(result, raw), flags=re.DOTALL)
    tree = Tree(html)
    article = re.search(r'<div class="text".*?</div>', html, re.DOTALL)
    assert article is not None
    # The words of the article alone: nothing that the sheet would have hidden runs into them.
    assert "".join(Tree(article[0]).text.split()) == "".join(raw.split())
    assert tree.attributes >= {"style", "data-tip"}
    for kind in {classes for classes, _ in tree.marks}:
        assert f'<mark class="{kind}"' in html
        assert inline(kind) in html
    assert {inline(kind) for kind in KINDS if not inline(kind)} == set()


def test_styles_in_marks_are_what_filters_of_notebooks_let_pass() -> None:
    for kind in KINDS:
        for rule in inline(kind).split(";"):
            name, value = rule.split(":")
            assert name in {"background-color", "border-top", "border-bottom", "color"}
            assert re.fullmatch(r"(\d+px (solid|dashed|dotted|double) )?#[0-9a-f]{6}", value), rule
        assert len({inline(k) for k in KINDS}) == len(KINDS)


def test_arabic_cells_stand_on_the_right_and_days_do_not_break() -> None:
    html = to_html(seed_analysis())
    assert re.search(r'<td class="col-who"[^>]*text-align:right[^>]*><bdi dir="auto">كوريا الشمالية', html)
    assert re.search(r'<td class="col-latin"[^>]*text-align:left[^>]*><bdi dir="auto">Sergey Lavrov', html)
    assert '<bdi dir="ltr" style="white-space:nowrap">2024-11-01 … 2024-11-30</bdi>' in html
    assert "text-align:left" not in re.sub(r"<style>.*?</style>", "", to_html(seed_analysis(), lang="ar"), flags=re.DOTALL)


HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>&amp;\x00\x1b\ud800\u202e'


@pytest.mark.parametrize("door", [to_html, page, lambda a: report([a]), lambda a: report([a], "ar")])
def test_nothing_in_an_article_becomes_markup(door: object) -> None:
    text = f"{HOSTILE.replace(chr(0xD800), '')} قتل 5"
    span = Span(start=0, end=len(text), text=text)
    said = Argument(start=0, end=len(text), text=text)
    claims = seed_analysis().claims
    result = seed_analysis().model_copy(
        update={
            "article": Article(title=span, body=(span,)),
            "entities": (Entity(id="e1", type="LOC", name=text, latin=HOSTILE, country=HOSTILE, mentions=mentions(text, ("قتل", 1))),),
            "warnings": (Warning(code=HOSTILE, message=HOSTILE),),
            "claims": tuple(c.model_copy(update={"text": HOSTILE, "unit": HOSTILE, "who": said, "source": said}) for c in claims),
        }
    )
    html = door(result)  # type: ignore[operator]
    assert "img" not in Tree(html).tags
    assert "<script>alert" not in html
    assert "\x00" not in html
    html.encode("utf-8")


def test_raw_text_that_no_file_can_hold_is_shown_with_a_replacement() -> None:
    html = to_html(Analysis(profile="p", article=Article()), HOSTILE)
    assert "�" in html
    html.encode("utf-8")


def test_no_page_names_anything_outside_itself() -> None:
    for html in (to_html(seed_analysis()), page(seed_analysis()), report([seed_analysis()])):
        assert not re.search(r"(src|href)=\"(?!#)", html)
        assert not re.search(r"url\(|@import|https?:|innerHTML|insertAdjacentHTML|document\.write|\beval\(", html)


def test_the_data_of_a_report_cannot_end_its_element() -> None:
    hostile = Analysis(profile="p", article=Article(title=Span(start=0, end=9, text="</script><!--\u2028")))
    html = report([Item("</script>", hostile, "</script><!-- <script>")])
    data = re.search(r'<div id="data" hidden>(.*?)</div>', html, re.DOTALL)
    assert data is not None
    assert not set("<>&\u2028") & set(data[1])
    assert json.loads(data[1])["articles"][0]["title"] == "</script><!--"


def test_a_figure_that_no_number_of_a_page_holds_is_written_all_the_same() -> None:
    claim = seed_analysis().claims[1].model_copy(update={"quantity": Quantity(best=10**5000)})
    infinite = claim.model_copy(update={"quantity": Quantity(low=float("inf"))})
    html = report([seed_analysis().model_copy(update={"claims": (claim, infinite)})])
    assert "1.00000e+5000" in html


def test_two_articles_in_one_notebook_share_no_ids() -> None:
    one, two = seed_analysis(), seed_analysis().model_copy(update={"profile": "other"})
    assert not set(Tree(to_html(one)).ids) & set(Tree(to_html(two)).ids)


def test_a_notebook_fragment_has_no_script() -> None:
    assert "script" not in Tree(to_html(seed_analysis())).tags


def test_the_policy_of_a_report_allows_its_own_script() -> None:
    import base64
    import hashlib

    html = report([seed_analysis()])
    script = re.search(r"<script>(.*?)</script>", html, re.DOTALL)
    allowed = re.search(r"sha256-([A-Za-z0-9+/=]+)", html)
    assert script is not None
    assert allowed is not None
    assert base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode() == allowed[1]


def test_headings_in_arabic() -> None:
    html = report([seed_analysis()], "ar")
    assert '<html lang="ar" dir="rtl">' in html
    assert "قوات" in html
    assert "Search" not in html.split("<script")[0]


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'en' or 'ar'"):
        to_html(seed_analysis(), lang="fr")  # type: ignore[arg-type]


def test_english_and_arabic_say_the_same_things() -> None:
    from arnews.display.assets import strings

    assert strings("en").keys() == strings("ar").keys()


def test_every_value_of_a_record_has_a_word() -> None:
    from typing import get_args

    from arnews import records
    from arnews.display.assets import strings

    for values in (records.EntityType, records.DateType, records.Modality, records.ClaimKind):
        assert set(get_args(values)) <= strings("en").keys()


def test_a_long_article_is_cut_with_a_note() -> None:
    lines = [f"الفقرة رقم {n} من المقال" for n in range(3000)]
    raw = "\n".join(lines)
    body = tuple(Span(**at(raw, line)) for line in lines[:50])
    result = Analysis(profile="p", article=Article(body=body))
    assert len(to_html(result, raw, limit=2000)) < 20_000
    assert "not shown here" in to_html(result, raw, limit=2000)
    assert lines[-1] in to_html(result, raw, limit=None)


def test_an_empty_analysis_gives_a_page() -> None:
    empty = Analysis(profile="p", article=Article())
    for html in (to_html(empty), to_html(empty, ""), page(empty), report([]), report([empty])):
        Tree(html)


TEXT = "0123456789"


def test_crossing_marks_nest_and_keep_the_text() -> None:
    three = [Mark(1, 6, "claim", (("k", "v"),), anchor="c1"), Mark(4, 8, "date", (), anchor="d1"), Mark(5, 9, "LOC", (), anchor="e1")]
    for order in permutations(three):
        tree = Tree(highlight(TEXT, 0, sorted(order, key=lambda m: m.start)))
        assert tree.text == TEXT
        assert tree.ids == ["c1", "d1", "e1"]
        for mark in three:
            pieces = [words for classes, words in tree.marks if classes == mark.classes]
            assert "".join(sorted("".join(pieces))) == TEXT[mark.start : mark.end]


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda s: s[0] < s[1])


@given(st.lists(spans, max_size=8), st.integers(0, 4))
def test_any_marks_give_well_formed_html_with_all_the_text(places: list[tuple[int, int]], start: int) -> None:
    marks = [Mark(a, b, f"m{i}", (("k", "v"),)) for i, (a, b) in enumerate(sorted(places, key=lambda s: (s[0], -s[1])))]
    text = "أبجد هوز12<>&"[: 12 - start]
    tree = Tree(highlight(text, start, [m for m in marks if m.end > start]))
    assert tree.text == text
    for m in marks:
        want = text[max(m.start - start, 0) : max(m.end - start, 0)]
        assert sum(len(words) for classes, words in tree.marks if classes == m.classes) == len(want)


def test_a_collection_shows_its_articles_and_claims() -> None:
    found = collect(
        [seed_analysis(), Failure(index=1, error="TypeError", message="<b>not</b> text"), seed_analysis()], ["أول", "ثان", "ثالث"]
    )
    html = found._repr_html_()
    text = Tree(html).text
    assert "Articles (3)" in text
    assert "Claims (6)" in text
    assert "TypeError: <b>not</b> text" in text
    assert '<bdi dir="auto">أول</bdi>' in html
    assert '<b><bdi dir="ltr" style="white-space:nowrap">≈ 4,000</bdi></b>' in html
    assert '<bdi dir="auto">نحو 4 آلاف قتيل ومصاب</bdi>' in html
    assert "script" not in Tree(html).tags


def test_a_collection_of_many_shows_the_first_and_says_so() -> None:
    html = collect([seed_analysis()] * 500)._repr_html_()
    assert "Articles (500) · the first 20" in html
    assert "Claims (1,500) · the first 20" in html
    assert html.count("<tr>") == 42
    assert len(html) < 60_000
    assert "No articles." in collect([])._repr_html_()
    only = Analysis(profile="p", article=Article())
    assert "Claims" not in re.sub("<th.*?</th>|<td.*?</td>", "", collect([only])._repr_html_())
    assert "المقالات (1)" in collection.to_html([("a", only)], "ar")
