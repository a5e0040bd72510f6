"""What people have on their disks: feeds, old workbooks, pipes in other encodings, ages in place of dates."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from arnews.batch import Columns, InputError, find_sources, read_articles
from arnews.batch.readers import Article

RSS = """<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>صوت الساحل</title><lastBuildDate>Mon, 09 Mar 2026 10:00:00 +0000</lastBuildDate>
<item><title>حريق في سوق أم درمان</title><link>https://a.example/1</link><dc:creator><![CDATA[عثمان الطيب]]></dc:creator>
<pubDate>Wed, 21 May 2014 08:10:00 +0300</pubDate><guid isPermaLink="false">a-1</guid><description>التهم حريق أكثر من 200 متجر [...]</description>
<content:encoded><![CDATA[<p>التهم حريق ضخم أكثر من 200 متجر.</p><p>وقدر التجار الخسائر بمليوني دولار.</p>]]></content:encoded></item>
<item><title>أمطار &amp; سيول</title><link>https://a.example/2</link><description>&lt;p&gt;حذرت الأرصاد من السيول.&lt;/p&gt;</description></item>
<item><guid>a-3</guid></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>موج</title>
<entry><id>tag:1</id><title type="html">إصابة 23 شخصا</title><published>2021-11-19T10:44:00+02:00</published><updated>2022-01-01T00:00:00Z</updated>
<author><name>هبة سالم</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>أصيب 23 شخصا.</p><p>ونقلوا إلى المستشفى.</p></div></content></entry>
<entry><id>tag:2</id><title>خبر</title><updated>2022-01-01T00:00:00Z</updated><summary>ملخص الخبر الثاني</summary></entry></feed>"""


def read(*inputs: Path | str, kind: Any = None, encoding: str = "auto", **columns: Any) -> list[Article]:
    saved = columns.pop("crawled", None)
    column, time = (saved, None) if isinstance(saved, str) else (None, saved)
    return list(read_articles(find_sources(list(map(str, inputs)), kind), Columns(crawled=column, **columns), encoding, crawled=time))


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
def test_rss_holds_an_article_for_each_item(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(RSS.format(encoding=encoding).encode(encoding))
    found = read(file)
    assert [a.id for a in found] == ["a-1", "https://a.example/2", "a-3"]
    assert found[0].text == "حريق في سوق أم درمان\nعثمان الطيب\n\nالتهم حريق ضخم أكثر من 200 متجر.\nوقدر التجار الخسائر بمليوني دولار."
    assert found[0].published == datetime(2014, 5, 21, 8, 10, tzinfo=timezone(timedelta(hours=3)))
    assert (found[1].text, found[1].published) == ("أمطار & سيول\n\nحذرت الأرصاد من السيول.", None)
    assert found[2].error == "an item without text"
    assert not any(a.warnings for a in found)


def test_atom_says_when_it_knows_only_the_last_change(tmp_path: Path) -> None:
    file = tmp_path / "موج.atom"
    file.write_text(ATOM, encoding="utf-8")
    first, second = read(file)
    assert first.text == "إصابة 23 شخصا\nهبة سالم\n\nأصيب 23 شخصا.\nونقلوا إلى المستشفى."
    assert first.published == datetime(2021, 11, 19, 10, 44, tzinfo=timezone(timedelta(hours=2)))
    assert (second.text, second.published) == ("خبر\n\nملخص الخبر الثاني", datetime(2022, 1, 1, tzinfo=UTC))
    assert [w.code for w in second.warnings] == ["published-changed"]


def test_feeds_as_they_are_with_entities_and_ampersands_that_xml_has_not(tmp_path: Path) -> None:
    file = tmp_path / "f.rss"
    file.write_text(
        "<rss><channel><item><title>قال&nbsp;الوزير: B&B &raquo; خبر\x0b</title><description>نص الخبر</description></item></channel></rss>"
    )
    assert [a.text for a in read(file)] == ["قال الوزير: B&B » خبر\n\nنص الخبر"]


@pytest.mark.parametrize("text", ["<html><body>x</body></html>", "<rss><channel><item>", "نص", "", "<rss"])
def test_what_is_no_feed_is_an_error(tmp_path: Path, text: str) -> None:
    file = tmp_path / "f.xml"
    file.write_text(text, encoding="utf-8")
    assert [bool(a.error) for a in read(file)] == [True]


def test_a_feed_of_entities_inside_entities_is_no_bomb(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    file = tmp_path / "f.xml"
    file.write_text(
        f'<!DOCTYPE rss [<!ENTITY e0 "بوم">{bomb}]><rss><channel><item><title>خبر &e11;</title></item></channel></rss>', "utf-8"
    )
    assert sum(len(a.text) for a in read(file)) < 100


def test_only_the_xml_files_of_a_folder_that_are_feeds_are_read(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS.format(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "sitemap.xml").write_text("<urlset><url/></urlset>", encoding="utf-8")
    assert [s.name for s in find_sources([str(tmp_path)])] == ["feed.xml"]


@pytest.mark.parametrize(
    ("data", "said"), [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Excel 97-2003"), (b"<html><table></table>", "a web page")]
)
def test_an_old_workbook_says_what_would_do(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "export.xls"
    file.write_bytes(data)
    with pytest.raises(InputError, match=rf"{said}.*save it as \.xlsx or CSV"):
        read(file)


def test_a_table_that_is_called_xls_is_read_as_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "export.xls"
    file.write_bytes("id\ttext\n1\tقتل خمسة\n".encode("utf-16"))
    assert [a.text for a in read(file)] == ["قتل خمسة"]


class Pipe(io.BytesIO):
    """Standard input that gives what is there, in pieces."""

    def read1(self, size: int | None = -1, /) -> bytes:
        return super().read1(min(size or 300, 300))


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(data)), "utf-8"))


ROWS = ["قتل خمسة جنود أمس في الهجوم", "زار الوزير القاهرة صباح اليوم", "ارتفع سعر الدولار إلى 31 جنيها"]


@pytest.mark.parametrize(
    ("encoding", "told"), [("utf-8", 0), ("utf-8-sig", 0), ("cp1256", 1), ("iso8859-6", 1), ("utf-16", 0), ("utf-16-le", 1)]
)
@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_a_pipe_in_any_encoding(monkeypatch: pytest.MonkeyPatch, kind: str, encoding: str, told: int) -> None:
    lines = [json.dumps({"text": row}, ensure_ascii=False) for row in ROWS] if kind == "jsonl" else ["text", *ROWS]
    pipe(monkeypatch, "".join(f"{line}\n" for line in lines).encode(encoding))
    found = read("-", kind=kind)
    assert [a.text for a in found] == ROWS
    assert [len(a.warnings) for a in found] == [told] * 3


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_a_pipe_that_begins_in_ascii(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    plain = ["no Arabic in this row"] * 900
    lines = [json.dumps({"text": row}, ensure_ascii=False) for row in plain + ROWS] if kind == "jsonl" else ["text", *plain, *ROWS]
    pipe(monkeypatch, "".join(f"{line}\n" for line in lines).encode("cp1256"))
    found = read("-", kind=kind)
    assert [a.text for a in found] == plain + ROWS
    assert [w.code for a in found[-3:] for w in a.warnings] == ["encoding"] * 3


@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_a_file_in_windows_1256_is_told(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"old.{ending}"
    lines = [json.dumps({"text": row}, ensure_ascii=False) for row in ROWS] if ending == "jsonl" else ["text", *ROWS]
    file.write_bytes("".join(f"{line}\n" for line in lines).encode("cp1256"))
    found = read(file)
    assert [a.text for a in found] == ROWS
    assert [w.code for a in found for w in a.warnings] == ["encoding"] * 3


def test_one_broken_byte_costs_no_other_row(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(("text\n" + "\n".join(ROWS * 20)).encode() + b"\n" + "كلمة ".encode() * 30 + b"\xff\n" + ROWS[0].encode() + b"\n")
    found = read(file)
    assert len(found) == 62
    assert found[-1].text == ROWS[0]
    assert "\ufffd" in found[-2].text


def test_an_age_in_a_date_column_counts_back_from_when_the_row_was_saved(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("text,date,at\nأ ب,منذ ساعتين,2023-10-02 11:05\nأ ب,قبل 3 أيام,2023-10-02 11:05\nأ ب,منذ ساعتين,\n", encoding="utf-8")
    first, second, third = read(file, published="date", crawled="at")
    assert (first.published, second.published, third.published) == (datetime(2023, 10, 2, 9, 5), date(2023, 9, 29), None)
    assert [w.code for w in third.warnings] == ["published-unread"]
    assert read(file, published="date", crawled=None) == read(file, published="date")
    later = [
        a.published for a in list(read_articles(find_sources([str(file)]), Columns(published="date"), crawled=datetime(2023, 10, 2, 11, 5)))
    ]
    assert later[2] == datetime(2023, 10, 2, 9, 5)


def test_a_folder_of_pages_with_the_time_of_the_crawl(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = Path(__file__).parents[1] / "pages" / "relative-date.html"
    (tmp_path / "a.html").write_bytes(page.read_bytes())
    assert [a.published for a in read(tmp_path, crawled=datetime(2023, 10, 2, 11, 5))] == [datetime(2023, 10, 2, 9, 5)]
