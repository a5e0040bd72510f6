"""Articles and pages that carry markup: nothing of it runs in a browser, nothing is fetched, and none of it becomes an element."""

from __future__ import annotations

import html as entities
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import invariants
import pytest
from pydantic import BaseModel

from arnews.display import Item, page, report, to_html
from arnews.pipeline import Pipeline
from arnews.records import Analysis
from doors.browser import chromium
from doors.sample import seed_analysis

# Each tells the browser to set ``hit``, to leave the page or to fetch something.
PAYLOADS = (
    "<script>window.hit=1</script>", "</script><script>window.hit=2</script>", "</title><script>window.hit=3</script>",
    "</style><script>window.hit=4</script>", "<img src=x onerror=window.hit=5>", "<svg/onload=window.hit=6>", "<svg><script>window.hit=7</script>",
    '"><img src=x onerror=window.hit=8>', "'><img src=x onerror=window.hit=9>", '" onmouseover="window.hit=10" x="', "' onfocus='window.hit=11' x='",
    '" autofocus onfocus=window.hit=12 tabindex=1 x="', '<a href="javascript:window.hit=13">x</a>', "javascript:window.hit=14",
    '<iframe srcdoc="<script>parent.hit=15</script>"></iframe>', '<meta http-equiv="refresh" content="0;url=https://example.org/">',
    '<base href="https://example.org/">', '<link rel=stylesheet href="https://example.org/a.css">', "<style>@import 'https://example.org/a.css'</style>",
    '<div style="background:url(https://example.org/a.png)">', "--><script>window.hit=16</script>", "]]><script>window.hit=17</script>",
    "<details open ontoggle=window.hit=18>", "<body onload=window.hit=19>", "<math><mtext><script>window.hit=20</script>", "<template><script>window.hit=21",
    "&lt;script&gt;window.hit=22&lt;/script&gt;", "&#60;script&#62;window.hit=23&#60;/script&#62;", "<scr<script>ipt>window.hit=24</script>",
    "<ScRiPt >window.hit=25</sCrIpT\n>", "<script\x00>window.hit=26</script>", "\ufeff<script>window.hit=27</script>",
    "<noscript><p title='</noscript><img src=x onerror=window.hit=28>'>", "<plaintext>", "<!--", "<textarea>", "${window.hit=29}", "{{constructor}}",
    '<object data="data:text/html,<script>parent.hit=30</script>"></object>', "<embed src=//example.org/a>", "<input onfocus=window.hit=31 autofocus>",
)  # fmt: skip
ALL = " ".join(PAYLOADS)


def poisoned(record: Any, bad: str) -> Any:
    """The record with ``bad`` in every field that can hold any string."""
    new: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        free = not any(get_origin(kind) is Literal for kind in (field.annotation, *get_args(field.annotation)))
        if isinstance(value, BaseModel):
            new[name] = poisoned(value, bad)
        elif isinstance(value, tuple):
            new[name] = tuple(poisoned(v, bad) if isinstance(v, BaseModel) else bad for v in value)
        elif (
            (isinstance(value, str) or value is None)
            and free
            and name not in ("earliest", "latest", "start", "end")
            and "str" in str(field.annotation)
        ):
            new[name] = bad
    return record.model_copy(update=new)


def hostile_article() -> tuple[str, Analysis]:
    """An article with every payload in its headline, its names, its counts, and its source."""
    lines = [f"{p.replace(chr(10), ' ')} قتل 5 جنود {p} في حلب أمس، وفق وزير الخارجية سيرغي {p} لافروف" for p in PAYLOADS]
    raw = "\n".join([f"عنوان {ALL}".replace("\n", " "), "القاهرة - رويترز", *lines])
    return raw, Pipeline(recognizer=None).analyze(raw, date(2025, 7, 12))


def hostile_pages() -> Iterator[tuple[str, Callable[[], str]]]:
    """Every page and fragment that we write about such articles."""
    poison = poisoned(seed_analysis(), ALL)
    quotes = poisoned(seed_analysis(), "\"'><&`=")
    raw, article = hostile_article()
    for name, result, text in (("fields", poison, ALL), ("quotes", quotes, None), ("article", article, raw)):
        yield f"page-{name}", lambda r=result, t=text: page(r, t)  # type: ignore[misc]
        yield f"notebook-{name}", lambda r=result: f"<!doctype html><body>{r._repr_html_()}</body>"  # type: ignore[misc]
        yield f"fragment-{name}", lambda r=result, t=text: f"<!doctype html><body>{to_html(r, t, 'ar')}</body>"  # type: ignore[misc]
        yield f"report-{name}", lambda r=result, t=text: report([Item(ALL, r, t), Item("b", r, t)], "en", ALL)  # type: ignore[misc]


PAGES = dict(hostile_pages())


@pytest.mark.parametrize("name", PAGES)
def test_no_markup_of_an_article_becomes_an_element(name: str) -> None:
    html = PAGES[name]()
    html.encode("utf-8")
    assert invariants.Page(html).scripts == name.startswith("report")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with chromium(tmp_path_factory.mktemp("hostile")) as found:
        yield found


TOUCH = """
    for (const e of document.querySelectorAll('*'))
      for (const kind of ['mouseover', 'focus', 'click', 'toggle', 'load', 'error'])
        e.dispatchEvent(new Event(kind, {bubbles: kind === 'mouseover', cancelable: true}));
    return [typeof window.hit, typeof window.parent.hit, document.title === 'hit', performance.getEntriesByType('resource').length,
            document.querySelectorAll('img, iframe, object, embed, svg, base, link, input:not([name])').length, location.protocol];
"""


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_and_nothing_is_fetched(name: str, browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGES[name](), "utf-8")
    browser.get(file.as_uri())
    assert browser.execute_script(TOUCH) == ["undefined", "undefined", False, 0, 0, "file:"]
    if name.startswith(("notebook", "fragment")):
        # As a notebook puts it there, scripts of the fragment would run.
        browser.get("about:blank")
        browser.execute_script(
            "document.body.append(document.createRange().createContextualFragment(arguments[0]))",
            PAGES[name]().removeprefix("<!doctype html>"),
        )
        assert browser.execute_script(TOUCH)[:5] == ["undefined", "undefined", False, 0, 0]


@pytest.mark.xdist_group("browser")
def test_a_payload_that_is_not_escaped_would_be_found(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(entities.unescape(PAGES["page-fields"]()), "utf-8")
    browser.get(file.as_uri())
    assert browser.execute_script(TOUCH) != ["undefined", "undefined", False, 0, 0, "file:"]


# --- pages in


def test_markup_of_a_page_does_not_reach_the_text() -> None:
    html = pytest.importorskip("arnews.integrations.html")
    pytest.importorskip("trafilatura")
    body = "".join(f"<p onclick='hit()'>قتل خمسة أشخاص في حلب أمس. <a href='javascript:hit()'>وأصيب</a> عشرة.{p}</p>" for p in PAYLOADS[:8])
    found = html.from_html(f"<html><head><title>عنوان</title></head><body><article><h1>عنوان</h1>{body}</article></body></html>")
    assert "قتل خمسة أشخاص" in found.text
    for gone in ("javascript:", "onclick", "window.hit", "<script", "onerror"):
        assert gone not in found.text
    shown = report([Item("a", Pipeline(recognizer=None).analyze(found.text), found.text)])
    assert invariants.Page(shown).scripts == 1


def test_a_page_of_entities_is_no_bomb() -> None:
    html = pytest.importorskip("arnews.integrations.html")
    pytest.importorskip("trafilatura")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "قتل">{laughs}]><html><body><h1>عنوان</h1><p>&l11; قتل خمسة</p></body></html>'
    assert len(html.from_html(bomb).text) < 2000
    assert len(html.from_html(bomb.encode("utf-8")).text) < 2000
    outside = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; قتل خمسة أشخاص في حلب</p></body></html>'
    assert "root:" not in html.from_html(outside).text


SENTENCE = "قال وزير الخارجية سيرغي لافروف إن خمسة أشخاص قتلوا في حلب أمس."


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("utf-8", "cp1256"), ("windows-1256", "cp1256"), ("iso-8859-6", "iso-8859-6"), ("utf-16", "utf-8"), ("klingon", "utf-8"),
        ("utf-7", "utf-8"), ("base64", "utf-8"), ("rot13", "utf-8"), ("zlib_codec", "utf-8"), ("idna", "utf-8"), ("undefined", "utf-8"),
        ("unicode_escape", "utf-8"), ("raw_unicode_escape", "utf-8"), ("punycode", "utf-8"), ("utf-8", "utf-16"), ("ascii", "utf-8"),
        ("mbcs", "utf-8"), ("hex", "utf-8"), ("utf_8_sig", "utf-8"), ("utf-32", "utf-8"),
    ],
)  # fmt: skip
def test_a_page_that_declares_what_it_is_not(declared: str, written: str) -> None:
    html = pytest.importorskip("arnews.integrations.html")
    pytest.importorskip("trafilatura")
    page = f'<html><head><meta charset="{declared}"></head><body><article><h1>عنوان</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>'
    found = html.from_html(page.encode(written))
    assert SENTENCE in found.text
