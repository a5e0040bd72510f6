"""Boxes of pages that nobody had in mind when the readers of pages were made: one small page for each."""

from __future__ import annotations

import pytest

from arnews.integrations.html import from_html
from arnews.pipeline import Pipeline

pytest.importorskip("trafilatura")

B = [
    "أعلن محافظ درعا تأهيل 12 مدرسة متضررة قبل بدء العام الدراسي بكلفة تبلغ ثلاثة مليارات ليرة سورية.",
    "وقال مدير التربية إن الأعمال تشمل النوافذ والأبواب وشبكات الكهرباء والمياه في جميع المدارس.",
    "وأضاف أن عدد الطلاب المسجلين في المحافظة ارتفع إلى 180 ألفا هذا العام.",
]
T = "تأهيل 12 مدرسة في درعا قبل بدء العام الدراسي"
P = "".join(f"<p>{x}</p>" for x in B)


def shown(body: str, head: str = "", title: str = T) -> str:
    return f'<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


CASES = [
    (
        "span author+time tag text",
        shown(
            f'<div id=hd><a href="/">أنباء حوران</a></div><section><h1>{T}</h1><div class=meta>بقلم: سامر العلي | <time>3 سبتمبر 2025، 14:20</time></div>{P}</section>'
        ),
        ["سامر العلي"],
        "2025-09-03T14:20",
    ),
    (
        "label and colon dl",
        shown(f"<h1>{T}</h1><table><tr><td>الكاتب</td><td>هند المصري</td></tr><tr><td>تاريخ النشر</td><td>2025/09/03</td></tr></table>{P}"),
        ["هند المصري"],
        "2025-09-03",
    ),
    (
        "time with updated first",
        shown(
            f"<article><h1>{T}</h1><p class=up>آخر تحديث: 4 أيلول 2025 - 10:00</p><p class=pb>تاريخ النشر: 3 أيلول 2025 - 14:20</p><div>{P}</div></article>"
        ),
        [],
        "2025-09-03T14:20",
    ),
    (
        "twitter desc + json author list str",
        shown(
            f"<h1>{T}</h1><div>{P}</div>",
            '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","author":["هند المصري","سامر العلي"],"datePublished":"2025-09-03 14:20:00"}</script>',
        ),
        ["هند المصري", "سامر العلي"],
        "2025-09-03T14:20",
    ),
    (
        "form webforms id=ctl",
        shown(
            f"<form method=post action=x.aspx id=ctl01><input type=hidden name=__VIEWSTATE><div class=n><h2 class=ttl>{T}</h2><span class=dt>03-09-2025</span>{'<br/>'.join(B)}</div></form>"
        ),
        [],
        "2025-09-03",
    ),
    (
        "window title arrow",
        shown(
            f"<h1>{T}</h1>{P}",
            '<meta property="og:title" content="' + T + ' › أنباء حوران"><meta property="og:site_name" content="أنباء حوران">',
        ),
        [],
        None,
    ),
    (
        "site in h1 with a",
        shown(
            f'<h1 class=logo><a href="https://x.example/">أنباء حوران</a></h1><h2>{T}</h2><p class=d>الأربعاء 3-9-2025م 02:20 مساءً</p>{P}',
            title="أنباء حوران - " + T,
        ),
        [],
        "2025-09-03T14:20",
    ),
    (
        "json-ld multi types + organization as author + graph byline",
        shown(
            f"<h1>{T}</h1><p>درعا – سامر العلي</p>{P}",
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@type":"Organization","name":"أنباء حوران"},"datePublished":"2025-09-03T14:20:00+03:00"}]}</script>',
        ),
        ["سامر العلي"],
        "2025-09-03T14:20+03:00",
    ),
    (
        "photo credit near",
        shown(
            f"<h1>{T}</h1><figure><img><figcaption>مدرسة في درعا (سانا)</figcaption></figure><div class=photo-credit>عدسة: خالد حسن</div><div class=date>3 أيلول، 2025</div><div>{P}</div>"
        ),
        [],
        "2025-09-03",
    ),
    (
        "nuxt data payload",
        shown(
            '<div id=__nuxt></div><script type="application/json" id="__NUXT_DATA__">{"data":{"article":{"headline":"'
            + T
            + '","content":[{"type":"p","text":"'
            + '"},{"type":"p","text":"'.join(B)
            + '"}],"published_at":"2025-09-03T14:20:00+03:00"}}}</script>'
        ),
        [],
        "2025-09-03T14:20+03:00",
    ),
    (
        "gallery captions data",
        shown(
            f"<h1>{T}</h1><div class=slider>"
            + "".join(f'<div class=item><img alt="x"><p class=photo-caption>{x}</p></div>' for x in B)
            + "</div>"
        ),
        [],
        None,
    ),
    (
        "microdata articleBody hidden in ld no",
        shown(
            f"<h1>{T}</h1><div itemprop=articleBody><div>{'</div><div>'.join(B)}</div></div>",
            '<meta itemprop="datePublished" content="٣ أيلول ٢٠٢٥">',
        ),
        [],
        "2025-09-03",
    ),
    ("gmt label", shown(f"<h1>{T}</h1><div>نشر في: 14:20 03/09/2025 (UTC+3)</div>{P}"), [], "2025-09-03T14:20+03:00"),
    ("ago in time tag with title", shown(f'<h1>{T}</h1><time title="2025-09-03 14:20">قبل يومين</time>{P}'), [], "2025-09-03T14:20"),
    (
        "writer link plain",
        shown(
            f'<h1>{T}</h1><div class="post-author"><img alt=""><a href="/w">د. ريما الحسن</a></div><div class=post-date>03 Sep 2025</div>{P}'
        ),
        ["ريما الحسن"],
        "2025-09-03",
    ),
    (
        "lead in h2",
        shown(
            f'<h1>{T}</h1><h2 class="article-lead">المحافظة تخصص ثلاثة مليارات ليرة للأعمال التي تنتهي قبل منتصف الشهر الجاري</h2><div class="b">{P}</div>'
        ),
        [],
        None,
    ),
    (
        "comments by persons",
        shown(
            f'<article><h1>{T}</h1><time pubdate datetime="2025-09-03">اليوم</time>{P}</article><div class=comments><div><b>محمد علي</b><span>5 سبتمبر 2025</span><p>شكرا جزيلا للمحافظة على هذا العمل الطيب ونرجو أن يشمل قريتنا أيضا.</p></div></div>'
        ),
        [],
        "2025-09-03",
    ),
]


@pytest.fixture(scope="module")
def ruled() -> Pipeline:
    return Pipeline(recognizer=None)


@pytest.mark.parametrize(("html", "authors", "day"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_page_of_other_boxes(ruled: Pipeline, html: str, authors: list[str], day: str | None) -> None:
    found = from_html(html)
    article = ruled.analyze(found).article
    assert found.title == T
    assert (list(found.authors) or list(dict.fromkeys(a.text for a in article.authors))) == authors
    assert (article.published.value if article.published else None) == day
    assert all(paragraph in found.text for paragraph in B)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("14:20 03/09/2025 (UTC+3)", "2025-09-03T14:20+03:00"),
        ("12:30 ص - 3 مايو 2024", "2024-05-03T00:30"),
        ("نشر في 20/8/2025 | آخر تحديث: 21/8/2025 05:40 (توقيت مكة المكرمة)", "2025-08-20"),
        ("آخر تحديث: 21/8/2025 05:40", "2025-08-21T05:40"),
        ("14.08.2023 - محدث : 15.08.2023", "2023-08-14"),
    ],
)
def test_the_day_of_publication_on_a_line(ruled: Pipeline, line: str, value: str) -> None:
    published = ruled.analyze(f"{T}\n{line}\n{B[0]}").article.published
    assert published is not None
    assert published.value == value
