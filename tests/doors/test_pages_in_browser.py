"""The pages in a real browser: layout, order of letters and digits, filters, keyboard."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from arnews.display import Item, page, report
from arnews.records import Analysis, Article, Entity, Span
from doors.browser import chromium, dark, resize
from doors.sample import at, mentions, seed_analysis, seed_text

pytestmark = pytest.mark.xdist_group("browser")
PHONE, DESKTOP = (360, 740), (1280, 900)
LONG = "https://example.org/" + "a" * 200


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found


def second() -> tuple[str, Analysis]:
    """An article with a proclitic before a name, a word too long for a phone, and markup that must stay text."""
    raw = f"<img src=x onerror=alert(1)>\nرحب المسؤولون بلافروف بين 14 و15 يوليو عبر شبكة CNN الأميركية (RT) {LONG}"
    entity = Entity(id="e1", type="PERSON", name="لافروف", mentions=mentions(raw, ("لافروف", 1)))
    title, body = (Span(**at(raw, line)) for line in raw.split("\n"))
    return raw, Analysis(profile="p", article=Article(title=title, body=(body,)), entities=(entity,))


@pytest.fixture(params=["en", "ar"])
def opened(request: pytest.FixtureRequest, browser: Any, tmp_path: Path) -> Any:
    """The report of two articles, open on a desktop."""
    raw, other = second()
    file = tmp_path / "report.html"
    file.write_text(report([Item("one.txt", seed_analysis(), seed_text()), Item("two.txt", other, raw)], request.param), "utf-8")
    resize(browser, *DESKTOP)
    browser.get(file.as_uri())
    return browser


def keep(browser: Any, name: str) -> None:
    """Leave a picture to look at where ``ARNEWS_SCREENSHOTS`` names a folder."""
    if folder := os.environ.get("ARNEWS_SCREENSHOTS"):
        browser.save_screenshot(str(Path(folder) / f"{name}.png"))


def shown(browser: Any) -> list[str]:
    rows = "[...document.querySelectorAll('#claims tbody tr')].filter(r => r.checkVisibility())"
    return list(browser.execute_script(f"return {rows}.map(r => r.querySelector('.col-text').textContent)"))


def fill(browser: Any, name: str, value: str) -> None:
    field = browser.execute_script("return document.querySelector('.filters').elements[arguments[0]]", name)
    browser.execute_script("arguments[0].value = arguments[1]", field, value)
    browser.execute_script("arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", field)


def overflow(browser: Any) -> int:
    return int(browser.execute_script("return document.documentElement.scrollWidth - innerWidth"))


def test_no_page_scrolls_sideways(opened: Any) -> None:
    language = opened.execute_script("return document.documentElement.lang")
    for theme in (False, True):
        dark(opened, theme)
        for size in (PHONE, (768, 1024), DESKTOP):
            resize(opened, *size)
            opened.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true })")
            assert overflow(opened) <= 0
            keep(opened, f"report-{language}-{size[0]}-{'dark' if theme else 'light'}")
    dark(opened, False)


def test_nothing_is_fetched_nothing_fails_and_markup_stays_text(opened: Any) -> None:
    assert [entry for entry in opened.get_log("browser") if "favicon" not in entry["message"]] == []
    assert opened.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert opened.execute_script("return document.images.length") == 0
    assert "<img src=x onerror=alert(1)>" in opened.find_element("id", "a2-article").get_attribute("textContent")


def test_filters_and_search(opened: Any) -> None:
    everything = ["ما بين 25 إلى 30 ألف جندي إضافي", "نحو 11 ألف جندي", "نحو 4 آلاف قتيل ومصاب"]
    assert shown(opened) == everything
    fill(opened, "kind", "troops")
    assert shown(opened) == everything[:2]
    fill(opened, "place", "كورسك")
    assert shown(opened) == everything[1:2]
    opened.find_element("css selector", ".filters [type=reset]").click()
    assert wait_for(opened, everything)
    fill(opened, "source", "المسؤولين")
    assert shown(opened) == everything[2:]
    fill(opened, "source", "")
    fill(opened, "from", "2024-11-10")
    fill(opened, "to", "2024-12-01")
    assert shown(opened) == everything[1:2]
    fill(opened, "from", "")
    fill(opened, "to", "")
    # Typed without hamza, vowel marks and the printed ta marbuta; a Latin name that only the record holds.
    for query in ("الاف قتيل", "آلَاف", "٤ آلاف"):
        fill(opened, "q", query)
        assert shown(opened) == everything[2:], query
    fill(opened, "q", "kursk")
    assert shown(opened) == everything[1:2]
    fill(opened, "q", "لا يوجد شيء كهذا")
    assert shown(opened) == []
    assert opened.find_element("css selector", "#claims .none").is_displayed()


def wait_for(browser: Any, texts: list[str]) -> bool:
    from selenium.webdriver.support.ui import WebDriverWait

    return bool(WebDriverWait(browser, 5).until(lambda b: shown(b) == texts))


def test_a_bar_of_the_timeline_is_a_filter(opened: Any) -> None:
    bar = opened.find_element("css selector", ".timeline button")
    assert bar.get_attribute("aria-label") == "2024-11: 1"
    bar.click()
    assert shown(opened) == ["نحو 11 ألف جندي"]
    assert bar.get_attribute("aria-pressed") == "true"
    bar.click()
    assert len(shown(opened)) == 3


def test_a_claim_leads_to_its_words_by_keyboard(opened: Any) -> None:
    from selenium.webdriver import Keys

    reached = []
    for _ in range(30):
        opened.switch_to.active_element.send_keys(Keys.TAB)
        reached.append(opened.execute_script("const e = document.activeElement; return e.name || e.className || e.getAttribute('href')"))
        if str(reached[-1]).startswith("#a1-c"):
            break
    assert reached[0] == "skip"
    assert "q" in reached
    opened.switch_to.active_element.send_keys(Keys.ENTER)
    mark = opened.execute_script("return document.activeElement")
    assert mark.get_attribute("id") == reached[-1].removeprefix("#")
    assert opened.execute_script("return document.activeElement.closest('details').open")
    top, bottom = opened.execute_script("const r = document.activeElement.getBoundingClientRect(); return [r.top, r.bottom]")
    assert 0 <= top < bottom <= DESKTOP[1]
    tip = mark.find_element("css selector", ".tip")
    assert tip.is_displayed()
    keep(opened, f"report-{opened.execute_script('return document.documentElement.lang')}-focus")


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_hover_shows_the_record_inside_the_window(browser: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    from selenium.webdriver import ActionChains

    file = tmp_path / "page.html"
    file.write_text(page(seed_analysis()), "utf-8")
    resize(browser, *size)
    browser.get(file.as_uri())
    assert overflow(browser) <= 0
    keep(browser, f"page-{size[0]}")
    marks = browser.find_elements("css selector", ".text mark")
    assert len(marks) > 12
    for mark in marks:
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", mark)
        ActionChains(browser).move_to_element(mark).perform()
        tip = mark.find_element("css selector", ":scope > .tip")
        assert tip.is_displayed()
        left, right = browser.execute_script("const r = arguments[0].getBoundingClientRect(); return [r.left, r.right]", tip)
        assert left >= 0
        assert right <= size[0]
        assert overflow(browser) <= 0
    assert "Sergey Lavrov" in browser.execute_script("return document.querySelector('mark.PERSON .tip').textContent")


def test_marks_neither_cut_letters_apart_nor_move_them(browser: Any, tmp_path: Path) -> None:
    _, result = second()
    file = tmp_path / "joined.html"
    file.write_text(page(result), "utf-8")
    resize(browser, *DESKTOP)
    browser.get(file.as_uri())
    browser.execute_script(
        "const p = document.querySelector('.text p'); p.querySelector('.tip').remove();"
        "p.style.whiteSpace = 'nowrap'; p.style.display = 'inline-block'"
    )
    width = "return document.querySelector('.text p').getBoundingClientRect().width"
    marked = browser.execute_script(width)
    browser.execute_script("const p = document.querySelector('.text p'); p.textContent = p.textContent")
    assert marked == pytest.approx(browser.execute_script(width), abs=0.01)


def test_digits_and_latin_keep_their_order(browser: Any, tmp_path: Path) -> None:
    _, result = second()
    file = tmp_path / "order.html"
    file.write_text(page(result, lang="ar"), "utf-8")
    resize(browser, 1280, 900)
    browser.get(file.as_uri())
    left = """
      const p = document.querySelector('.text p'), walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
      for (let node; (node = walk.nextNode());) {
        const i = node.data.indexOf(arguments[0]);
        if (i >= 0) { const r = document.createRange(); r.setStart(node, i + arguments[1]); r.setEnd(node, i + arguments[1] + 1);
          return r.getBoundingClientRect().left; }
      }"""

    def x(word: str, letter: int = 0) -> float:
        return float(browser.execute_script(left, word, letter))

    assert x("بين") > x("14") > x("15") > x("يوليو") > x("CNN")
    assert x("14", 0) < x("14", 1)
    assert x("CNN", 0) < x("CNN", 2)
    assert x("(RT)", 3) < x("(RT)", 1) < x("(RT)", 2) < x("(RT)", 0)
