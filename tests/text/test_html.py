"""Web pages: metadata before guesses, the visible date line in the text, nothing of scripts, no network."""

from __future__ import annotations

import builtins
import json
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from arnews.integrations.html import from_html, text_of
from arnews.integrations.metadata import parse_date
from arnews.text.article import layout
from arnews.text.document import read

pytest.importorskip("trafilatura")

PARAGRAPHS = [
    "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده سترد على العقوبات الجديدة التي فرضها الاتحاد الأوروبي على موسكو في بيان صدر أمس.",
    "وأضاف لافروف أن القوات الروسية ستواصل عملياتها في شرق أوكرانيا حتى تحقق أهدافها كاملة، وفق ما أعلنه الكرملين مرارا.",
    "من جهته، أكد المتحدث باسم الرئاسة أن المحادثات ستستأنف الأسبوع المقبل في إسطنبول بمشاركة وفود من ست دول.",
]
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
TITLE = "روسيا تعلن ردها على العقوبات الأوروبية"


def page(head: str = "", above: str = "", below: str = "", title: str = f"<title>{TITLE}</title>") -> str:
    return (
        f'<!doctype html><html lang="ar"><head><meta charset="utf-8">{title}{head}</head><body><nav><span>الأحد 23 نوفمبر 2026</span></nav>'
        f"<article><h1>{TITLE}</h1>{above}{BODY}{below}</article><footer>جميع الحقوق محفوظة © 2025</footer></body></html>"
    )


def ld(data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def test_the_text_is_title_and_paragraphs() -> None:
    found = from_html(page())
    assert found.text.split("\n") == [TITLE, "", *PARAGRAPHS]
    assert found.title == TITLE
    assert (found.published, found.published_raw, found.authors, found.site) == (None, None, (), None)
    assert text_of(page()) == found.text


@pytest.mark.parametrize(
    ("head", "value", "raw"),
    [
        (
            ld({"@type": "NewsArticle", "datePublished": "2025-07-12T01:52:00+03:00"}),
            datetime(2025, 7, 12, 1, 52, tzinfo=timezone(timedelta(hours=3))),
            None,
        ),
        (ld({"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "datePublished": "2025-07-12"}]}), date(2025, 7, 12), None),
        (ld([{"@type": "ReportageNewsArticle", "datePublished": "2025-07-11T22:52:00Z"}]), datetime(2025, 7, 11, 22, 52, tzinfo=UTC), None),
        ('<meta property="article:published_time" content="2025-07-12 01:52">', datetime(2025, 7, 12, 1, 52), None),
        ('<meta name="DC.date.issued" content="٢٠٢٥-٠٧-١٢">', date(2025, 7, 12), "٢٠٢٥-٠٧-١٢"),
        ('<meta name="pubdate" content="Sat, 12 Jul 2025 01:52:00 +0000">', datetime(2025, 7, 12, 1, 52, tzinfo=UTC), None),
        ('<meta name="date" content="قريبا">', None, "قريبا"),
        ('<meta name="date" content="2025">', None, "2025"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', None, None),
        (ld({"@type": "Organization", "datePublished": "2001-01-01"}), None, None),
        ('<meta property="article:modified_time" content="2025-07-13">', None, None),
    ],
)
def test_dates_that_the_metadata_state(head: str, value: date | None, raw: str | None) -> None:
    found = from_html(page(head))
    assert found.published == value
    assert type(found.published) is type(value)
    if value is None:
        assert found.published_raw == raw


def test_json_ld_comes_before_meta_tags() -> None:
    found = from_html(page(ld({"@type": "Article", "datePublished": "2025-07-12"}) + '<meta name="date" content="2020-01-01">'))
    assert (found.published, found.published_raw) == (date(2025, 7, 12), "2025-07-12")


def test_a_year_in_the_footer_is_no_date() -> None:
    assert from_html(page()).published is None
    assert "2025" not in from_html(page()).text


def test_the_visible_date_line_and_byline_stay_in_the_text() -> None:
    found = from_html(page(above='<div class="meta"><span>السبت ١٢ تموز ٢٠٢٥</span> <span>كتبت ليلى منصور</span></div>'))
    assert found.text.split("\n")[:3] == [TITLE, "السبت ١٢ تموز ٢٠٢٥", "كتبت ليلى منصور"]
    doc = read(found.text)
    parts = layout(doc)
    assert [doc.span(d.start, d.end).text for d in parts.date_lines] == ["السبت ١٢ تموز ٢٠٢٥"]
    assert [doc.span(a.start, a.end).text for a in parts.authors] == ["ليلى منصور"]
    assert len(parts.body) == len(PARAGRAPHS)


def test_the_clock_of_the_page_above_the_title_is_not_its_date() -> None:
    assert "2026" not in from_html(page()).text


@pytest.mark.parametrize("author", ["حسين أنور", {"name": "حسين أنور"}, [{"@type": "Person", "name": "حسين أنور"}]])
def test_authors_and_site(author: Any) -> None:
    head = ld({"@type": "NewsArticle", "author": author, "publisher": {"name": "الأخبار"}, "headline": "عنوان  آخر"})
    found = from_html(page(head))
    assert (found.authors, found.site, found.title) == (("حسين أنور",), "الأخبار", "عنوان آخر")


def test_the_window_title_loses_the_name_of_the_site() -> None:
    html = page(title=f"<title>{TITLE} | موقع الأخبار</title>").replace(f"<h1>{TITLE}</h1>", "")
    assert from_html(html).title == TITLE


@pytest.mark.parametrize(
    "leak",
    [
        '<script>document.write("تسريب")</script>',
        "<style>p{content:'تسريب'}</style>",
        "<noscript>تسريب</noscript>",
        "<template><p>تسريب من قالب الصفحة الذي لا يراه أحد</p></template>",
        "<!-- تسريب -->",
        '<p onclick="تسريب()">نهاية الخبر كما وردت من المصدر في البيان الصادر أمس عن الوزارة.</p>',
        "<svg><text>تسريب</text></svg>",
        "<form><button>تسريب</button></form>",
        "<iframe srcdoc='<p>تسريب</p>'></iframe>",
    ],
)
def test_nothing_that_is_not_shown_leaks(leak: str) -> None:
    assert "تسريب" not in from_html(page(below=leak)).text


def test_no_entity_is_expanded_and_nothing_is_fetched(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("سر دفين", encoding="utf-8")
    opened: list[str] = []
    real: Callable[..., Any] = builtins.open

    def spy(name: Any, *args: Any, **kwargs: Any) -> Any:
        opened.append(str(name))
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", spy)
    bomb = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    doctype = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "بوم"><!ENTITY x SYSTEM "{secret.as_uri()}">{bomb}]>'
    began = time.process_time()
    text = from_html(page(below="<p>&x; &e11; نهاية الخبر كما ورد في البيان.</p>").replace("<!doctype html>", doctype)).text
    assert "سر دفين" not in text
    assert len(text) < 5000
    assert time.process_time() - began < 5
    assert not any("secret" in name for name in opened)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
def test_bytes_in_the_encodings_of_arab_pages(encoding: str) -> None:
    html = page().replace('charset="utf-8"', f'charset="{"windows-1256" if encoding == "cp1256" else "utf-8"}"')
    assert from_html(html.encode(encoding)).text == from_html(page()).text


def test_windows_1256_without_a_declaration() -> None:
    html = page().replace('<meta charset="utf-8">', "").replace("©", "")
    assert from_html(html.encode("cp1256")).title == TITLE


@pytest.mark.parametrize(
    "html", ["", " ", "<", "<p>", "نص", b"", b"\x00\xff\xfe", "<html></html>", "\ud83d<p>x\x00", "<p>" * 3000, "<!--", "<![CDATA["]
)
def test_any_page_is_read(html: str | bytes) -> None:
    from_html(html).text.encode("utf-8")


def test_a_huge_page_is_read() -> None:
    html = page(below=f"<p>{'كلمة ' * 200_000}</p>")
    assert from_html(html).text.startswith(TITLE)


@pytest.mark.parametrize("bad", [None, 3, ["<p>"]])
def test_only_pages_are_taken(bad: Any) -> None:
    with pytest.raises(TypeError, match="str or bytes"):
        from_html(bad)


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr("arnews.integrations.html.import_module", missing)
    with pytest.raises(ImportError, match=r"pip install \"arnews\[web\]\""):
        from_html(page())


@pytest.mark.parametrize("text", ["", "2025-13-01", "2025-7", "قريبا", "2025-07-12T99:00", "x" * 10, "Sat, 99 Jul 2025"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def shown(body: str, head: str = "", heading: str = f"<h1>{TITLE}</h1>") -> str:
    """A page in the manner of sites without an ``<article>``."""
    return (
        f'<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head><body>{heading}{body}</body></html>'
    )


@pytest.mark.parametrize(
    "html",
    [
        f'<form method="post" action="./ar" id="aspnetForm"><h1>{TITLE}</h1><div class="LongDesc">{BODY}</div></form>',
        f'<form id="form1"><input type="hidden" name="__VIEWSTATE" value="x"><div id="main"><div>{BODY}</div></div></form>',
    ],
)
def test_a_form_round_the_page_is_no_form(html: str) -> None:
    found = from_html(shown(html, heading=""))
    assert all(p in found.text for p in PARAGRAPHS)
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("html", "source"),
    [
        (shown('<div id="root"></div>', ld({"@type": "NewsArticle", "articleBody": " ".join(PARAGRAPHS)})), "JSON-LD"),
        (shown('<div id="root"></div>', ld({"@type": "NewsArticle", "articleBody": BODY.replace("<", "&lt;")})), "JSON-LD"),
        (shown(f"<noscript>{BODY}</noscript>"), "noscript"),
        (shown(f"<template>{BODY}</template>"), "template"),
    ],
)
def test_an_article_that_the_page_does_not_show_is_found_and_told(html: str, source: str) -> None:
    found = from_html(html)
    assert all(p in found.text for p in PARAGRAPHS)
    assert [w.code for w in found.warnings] == ["page-source"]
    assert source in found.warnings[0].message


@pytest.mark.parametrize(
    "lead",
    [
        '<p class="lead">{}</p>',
        '<div itemprop="description" class="b-article__lead"><p>{}</p></div>',
        '<div class="entry-summary">{}</div>',
    ],
)
def test_the_lead_beside_the_body_is_of_the_article(lead: str) -> None:
    words = "تسجيل 30 حالة جديدة وحالتي وفاة خلال الساعات الماضية في المحافظة."
    found = from_html(shown(lead.format(words) + f'<div class="text" itemprop="articleBody">{BODY}</div>'))
    assert found.text.count(words) == 1
    assert found.text.index(words) < found.text.index(PARAGRAPHS[0])
    assert all(p in found.text for p in PARAGRAPHS)


@pytest.mark.parametrize(
    "html",
    [
        shown(f'<time datetime="2025-07-12T09:30:00+03:00">قبل 3 ساعات</time><div>{BODY}</div>'),
        shown(f'<abbr title="2025-07-12T09:30:00+03:00">12 يوليو</abbr><div>{BODY}</div>'),
        shown(f'<span data-time="2025-07-12T09:30:00+03:00">أمس</span><div>{BODY}</div>'),
        shown(f"<div>{BODY}</div>", '<meta property="dc:date" content="2025-07-12T09:30:00+03:00">'),
        shown(f"<div>{BODY}</div>", '<meta property="article:published_time" content="السبت، 12 يوليو 2025 - 09:30 ص بتوقيت مكة المكرمة">'),
        shown(f"<div>{BODY}</div>", '<meta property="article:published_time" content="2025/07/12 09:30 GMT+0300">'),
        shown(BODY, '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-07-12T09:30:00+03:00",}</script>'),
    ],
)
def test_dates_as_sites_state_them(html: str) -> None:
    assert from_html(html).published == datetime(2025, 7, 12, 9, 30, tzinfo=timezone(timedelta(hours=3)))


def test_dates_of_other_articles_are_not_this_ones() -> None:
    assert from_html(shown(f'<div>{BODY}</div><aside><time datetime="2024-01-01">قديم</time></aside>')).published is None


def test_the_date_above_the_headline_stays_in_the_text() -> None:
    found = from_html(shown(BODY, heading=f'<div class="date">الجمعة 24 أبريل 2020 - 09:09 م</div><h1>{TITLE}</h1>'))
    assert found.text.split("\n")[:2] == [TITLE, "الجمعة 24 أبريل 2020 - 09:09 م"]


@pytest.mark.parametrize("stated", [f"{TITLE} - المرفأ نيوز", f"المرفأ نيوز - {TITLE}", f"{TITLE} | المرفأ نيوز", TITLE])
def test_the_name_of_the_site_is_no_part_of_the_title(stated: str) -> None:
    head = f'<meta property="og:site_name" content="المرفأ نيوز"><meta property="og:title" content="{stated}">'
    assert from_html(shown(BODY, head)).title == TITLE


def test_entities_in_json_ld_are_characters() -> None:
    head = ld({"@type": "NewsArticle", "headline": "&quot;انهيار&quot; مبنى سكني &amp; إصابات"})
    assert from_html(shown(BODY, head)).title == '"انهيار" مبنى سكني & إصابات'


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("سامي الحلو", ("سامي الحلو",)),
        ("سامي الحلو - القاهرة", ("سامي الحلو",)),
        ("القاهرة | سامي الحلو", ("سامي الحلو",)),
        ("(أبوظبي - المرفأ)", ()),
        ("رويترز", ()),
        ("المرفأ نيوز", ()),
        ("admin", ()),
    ],
)
def test_authors_are_people(author: str, names: tuple[str, ...]) -> None:
    head = f'<meta property="og:site_name" content="المرفأ نيوز"><meta name="author" content="{author}">'
    assert from_html(shown(BODY, head)).authors == names


@pytest.mark.parametrize(
    ("title", "box"),
    [
        (TITLE, '<div class="ed">الطبعة: العربية</div>'),
        (TITLE, '<div class="poll"><h3>استطلاع الرأي</h3></div>'),
        (TITLE, "<figure><img alt=''><figcaption>سلوى عاصم</figcaption></figure>"),
        ("سر رحيل سلوى عاصم في سن مبكر", '<span>الأربعاء 07 أكتوبر 2020</span><div class="img"><img alt=""><p>سلوى عاصم</p></div>'),
        ("سر رحيل سلوى عاصم في سن مبكر", "<div><p>سلوى عاصم</p></div>"),
    ],
)
def test_boxes_under_the_headline_are_no_byline(title: str, box: str) -> None:
    parts = layout(read(from_html(shown(box + BODY, heading=f"<h1>{title}</h1>").replace(TITLE, title)).text))
    assert (parts.byline, parts.authors, parts.dateline) == (None, (), None)


def test_a_columnist_who_opens_the_headline_is_its_author() -> None:
    doc = read(f"ليلى منصور: كيف نكتب\nليلى منصور\n{PARAGRAPHS[0]}")
    assert [doc.span(a.start, a.end).text for a in layout(doc).authors] == ["ليلى منصور"]


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-1"])
def test_bytes_in_utf8_are_utf8_whatever_the_page_declares(declared: str) -> None:
    found = from_html(shown(BODY).replace('charset="utf-8"', f'charset="{declared}"').encode())
    assert (found.title, [w.code for w in found.warnings]) == (TITLE, ["encoding"])


def test_a_body_with_the_class_of_a_picture_keeps_its_short_paragraphs() -> None:
    short = "وقال الوزير إن المحادثات ستستمر غدا."
    assert short in from_html(shown(f'<div class="post with-image"><p>{short}</p>{BODY}</div>')).text


@pytest.mark.parametrize(
    "html", [page(), shown(BODY), shown(f'<p class="lead">{PARAGRAPHS[1]}</p>{BODY}'), shown(f"<form><article>{BODY}</article></form>")]
)
def test_the_body_is_never_less_than_the_extractor_finds(html: str) -> None:
    import trafilatura

    found = from_html(html).text
    for line in (trafilatura.extract(html, include_comments=False) or "").split("\n"):
        assert line.strip() in found
