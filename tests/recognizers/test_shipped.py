"""The model that ships, on sentences in the manner of the news."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from arnews.recognizers import shipped
from arnews.recognizers.base import Recognizer
from arnews.recognizers.hints import filled


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return shipped.load()


def names(recognizer: Recognizer, sentence: str) -> set[tuple[str, str]]:
    words = sentence.split()
    (found,) = recognizer.recognize([words])
    return {(" ".join(words[p.first : p.last]), p.type) for p in found}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وصل الرئيس الروسي فلاديمير بوتين إلى العاصمة الفرنسية باريس .", {("فلاديمير بوتين", "PERSON"), ("باريس", "LOC")}),
        ("قال وزير الخارجية سيرجي لافروف في موسكو إن المحادثات كانت مفيدة .", {("سيرجي لافروف", "PERSON"), ("موسكو", "LOC")}),
        ("أعلنت الأمم المتحدة وقف المساعدات إلى اليمن .", {("الأمم المتحدة", "ORG"), ("اليمن", "LOC")}),
        ("وأضاف محمد عبدالله أن الأمطار هطلت على جدة ومكة .", {("محمد عبدالله", "PERSON"), ("جدة", "LOC"), ("ومكة", "LOC")}),
        ("ارتفعت أسعار النفط اليوم بنسبة 3.5 في المئة .", set()),
    ],
)
def test_plain_news_sentences(recognizer: Recognizer, sentence: str, expected: set[tuple[str, str]]) -> None:
    assert names(recognizer, sentence) == expected


def test_each_sentence_gets_its_list_and_spans_stay_inside(recognizer: Recognizer) -> None:
    sentences = [[], ["باريس"], [], ["عاد", "أحمد", "إلى", "القاهرة"], ["،"]]
    found = recognizer.recognize(sentences)
    assert len(found) == len(sentences)
    assert not found[0]
    assert not found[2]
    for words, predictions in zip(sentences, found, strict=True):
        last = 0
        for p in predictions:
            assert last <= p.first < p.last <= len(words)
            assert p.type in {"PERSON", "LOC", "ORG", "MISC"}
            assert 0 <= p.score <= 1
            last = p.last


@pytest.mark.parametrize(
    "word", ["", " ", "،", "\u200f", "\u064b", "🙂", "\ud800", "\x00", "Reuters", "2015", "ا" * 1_000_000, "x" * 1_000_000]
)
def test_odd_words_do_no_harm(recognizer: Recognizer, word: str) -> None:
    sentence = ["وصل", word, "إلى", "باريس", word]
    (found,) = recognizer.recognize([sentence])
    assert all(0 <= p.first < p.last <= len(sentence) for p in found)
    assert recognizer.recognize([[word]]) == recognizer.recognize([[word]])


def test_a_very_long_sentence_is_read_to_its_end(recognizer: Recognizer) -> None:
    sentence = ("وصل الوزير إلى باريس أمس ، ثم غادر إلى موسكو . " * 1000).split()
    (found,) = recognizer.recognize([sentence])
    places = [sentence[p.first] for p in found if p.type == "LOC"]
    assert places.count("باريس") > 950
    assert places.count("موسكو") > 950
    assert max(p.last for p in found) > len(sentence) - 5


def test_a_sentence_reads_the_same_alone_and_among_others(recognizer: Recognizer) -> None:
    one = ["أكدت", "شركة", "مايكروسوفت", "أن", "بيل", "غيتس", "سيزور", "الهند"]
    other = ["قال", "المتحدث", "باسم", "الجيش", "الأمريكي", "في", "بغداد"]
    alone = recognizer.recognize([one])[0]
    among = recognizer.recognize([other, one, other * 3])[1]
    assert [(p.first, p.last, p.type) for p in alone] == [(p.first, p.last, p.type) for p in among]
    assert [p.score for p in alone] == pytest.approx([p.score for p in among], abs=1e-3)


def test_threads_share_one_recognizer() -> None:
    article = [["زار", "أوباما", "السعودية"], ["وقال", "جون", "كيري", "في", "فيينا"]]
    with ThreadPoolExecutor(4) as pool:
        loaded = list(pool.map(lambda _: shipped.load(), range(4)))
        results = list(pool.map(lambda r: r.recognize(article), loaded * 8))
    assert len({id(r) for r in loaded}) == 1
    assert all(r == results[0] for r in results)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    source = resources.files("arnews.models.ner")
    for name in ("model.json", *shipped.FILES):
        (tmp_path / name).write_bytes((source / name).read_bytes())
    return tmp_path


def test_a_good_copy_is_read(copied: Path) -> None:
    assert shipped.read(copied).recognize([["باريس"]]) == shipped.load().recognize([["باريس"]])


@pytest.mark.parametrize("harm", ["cut", "flipped", "gone", "emptied"])
@pytest.mark.parametrize("name", shipped.FILES)
def test_a_damaged_file_is_refused_with_the_reason(copied: Path, name: str, harm: str) -> None:
    file = copied / name
    data = bytearray(file.read_bytes())
    if harm == "cut":
        file.write_bytes(data[: len(data) // 2])
    elif harm == "flipped":
        data[len(data) // 3] ^= 0xFF
        file.write_bytes(data)
    elif harm == "emptied":
        file.write_bytes(b"")
    else:
        file.unlink()
    with pytest.raises(shipped.ModelError, match="reinstall arnews"):
        shipped.read(copied)


def test_another_format_is_refused(copied: Path) -> None:
    about = json.loads((copied / "model.json").read_text("utf-8"))
    (copied / "model.json").write_text(json.dumps(about | {"format": 999}), "utf-8")
    with pytest.raises(shipped.ModelError, match="format 999"):
        shipped.read(copied)


def test_the_files_are_small_enough_to_ship() -> None:
    source = resources.files("arnews.models.ner")
    assert sum(len((source / n).read_bytes()) for n in ("model.json", *shipped.FILES)) < 25_000_000
    assert len((source / "network.npz").read_bytes()) < 4_000_000


def test_marks_of_the_rules_are_read_and_odd_ones_do_no_harm(recognizer: shipped.ShippedRecognizer) -> None:
    """غورفان is in no list; a sure rule's mark makes it a name and says of which type."""
    words = ["وصل", "غورفان", "إلى", "المكان", "أمس", "."]
    none = filled(len(words), (), ())
    assert recognizer.recognize_hinted([words], [none]) == recognizer.recognize([words])
    for kind in ("PERSON", "LOC"):
        (found,) = recognizer.recognize_hinted([words], [filled(len(words), [("sure", 1, 2, kind)], ())])
        assert [(p.first, p.last, p.type) for p in found] == [(1, 2, kind)]
    long = words * 60
    (found,) = recognizer.recognize_hinted([[], long], [none[:0], np.ones((len(long), none.shape[1]), dtype=np.float32)])[1:]
    assert all(0 <= p.first < p.last <= len(long) for p in found)
