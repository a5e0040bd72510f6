"""Words: what stays whole, what comes apart, what letters a proclitic takes."""

from __future__ import annotations

import pytest

from arnews.text.document import read
from arnews.text.fold import fold
from arnews.text.frequency import count, level
from arnews.text.proclitics import proclitics, proclitics_of, stem_start
from arnews.text.words import cut_offset, cuts


def words(raw: str) -> list[str]:
    return [w.text for w in read(raw).words]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("بلغ 1,200.5 دولار", ["بلغ", "1,200.5", "دولار"]),
        ("نحو 1 200 000 نازح", ["نحو", "1", "200", "000", "نازح"]),
        ("يوم 13/7/2025 عند 10:30", ["يوم", "13/7/2025", "عند", "10:30"]),
        ("نسبة 3٫5٪ و5%", ["نسبة", "3.5", "%", "و", "5", "%"]),
        ("كلفته 9.8مليار", ["كلفته", "9.8", "مليار"]),
        ("دفع 20دولاراً", ["دفع", "20", "دولاراً"]),
        ("سنة 1445هـ و2024م", ["سنة", "1445", "ه", "و", "2024", "م"]),
        ('قال:"نعم"', ["قال", ":", '"', "نعم", '"']),
        ("د. محمد و د.علي و أ.د. سعد", ["د.", "محمد", "و", "د.", "علي", "و", "أ.د.", "سعد"]),
        ("وكالة أ ف ب و(د ب أ)", ["وكالة", "أ", "ف", "ب", "و", "(", "د", "ب", "أ", ")"]),
        ("وكالة أ.ف.ب. عام 300 ق.م", ["وكالة", "أ.ف.ب.", "عام", "300", "ق.م"]),
        ("عام 2015 م. وقال", ["عام", "2015", "م", ".", "وقال"]),
        ("#حرب_غزة @AFPar", ["#حرب_غزة", "@AFPar"]),
        ("https://example.org/ا?x=1،", ["https://example.org/ا?x=1،"]),
        ("راسلنا a.b+c@example.org اليوم", ["راسلنا", "a.b+c@example.org", "اليوم"]),
        ("مقاتلة F-16 وطائرة MH17 وCOVID-19", ["مقاتلة", "F-16", "وطائرة", "MH17", "و", "COVID-19"]),
        ("«الشرق الأوسط» “نعم”", ["«", "الشرق", "الأوسط", "»", "“", "نعم", "”"]),
        ("قَالَ مُحَمَّدٌ", ["قَالَ", "مُحَمَّدٌ"]),
        ("وس\u200fط ال\u200dنص", ["وسط", "النص"]),
        ("نعم.. لا... ربما…", ["نعم", "..", "لا", "...", "ربما", "…"]),
        ("--------- !!!!!!", ["---------", "!!!!!!"]),
        ("\u064b\u064c\u064d", ["\u064b\u064c\u064d"]),
        ("Привет 東京 😀", ["Привет", "東京", "😀"]),
        ("Аpple", ["Аpple"]),
        ("Moscow'da U.S.", ["Moscow'da", "U.S", "."]),
        ("", []),
    ],
)
def test_words(raw: str, expected: list[str]) -> None:
    assert words(raw) == expected


def test_kinds() -> None:
    kinds = {w.text: w.kind for w in read("قال CNN 3.5 http://a.b #غزة ، أ.ف.ب _ x@y.zz ً").words}
    assert kinds == {
        "قال": "arabic", "CNN": "latin", "3.5": "number", "http://a.b": "url", "#غزة": "hashtag", "،": "punct", "أ.ف.ب": "arabic", "_": "other",
        "x@y.zz": "url", "ً": "other",
    }  # fmt: skip


def test_lines_are_counted() -> None:
    assert [w.line for w in read("أول\nثان\n\nثالث").words] == [0, 1, 3]


WHOLE = (
    "ولد بيان كوريا فرنسا لبنان وزير بغداد كان كانت كما لكن سوريا ليبيا لندن بكين برلين باريس بيروت واشنطن وفد وفاة وكالة وصل وقع وضع وجه ورد "
    "فلسطين فريق فتح فيينا فيديو فقط كتاب كبير كشف كمال كييف لقاء لجنة لواء لافروف بوتين بشار بلدة بلغ بدأ بنك بعد بين سنة سيارة سلمان سعر سبب سوف سقط "
    "سجل كرة وسط ولاية ولي واسع وادي والد واحد فيها لديه"
)
CUT = {
    "وقال": "و", "وبالقاهرة": "و ب ال", "وللرئيس": "و ل ال", "للأمم": "ل ال", "للبنان": "ل", "بلبنان": "ب", "ولبنان": "و", "وفرنسا": "و",
    "لفرنسا": "ل", "ولفرنسا": "و ل", "بكوريا": "ب", "وبكوريا": "و ب", "سيلتقي": "س", "وسيكون": "و س", "كمدينة": "ك", "كرئيس": "ك", "فالوزير": "ف ال",
    "لأوكرانيا": "ل", "بأن": "ب", "لأن": "ل", "فإن": "ف", "وإن": "و", "وواشنطن": "و", "ببيان": "ب", "لوزير": "ل", "والرئيس": "و ال", "الرئيس": "ال",
    "فقتل": "ف", "لروسيا": "ل", "وروسيا": "و", "بمدينة": "ب", "وغيرها": "و",
}  # fmt: skip


@pytest.mark.parametrize("word", WHOLE.split())
def test_words_that_only_look_like_a_proclitic_are_whole(word: str) -> None:
    assert proclitics(fold(word)).letters == 0


@pytest.mark.parametrize(("word", "parts"), CUT.items())
def test_proclitics(word: str, parts: str) -> None:
    found = proclitics(fold(word))
    assert " ".join(found.parts) == parts
    assert found.letters == sum(p != "ال" for p in found.parts)


def test_the_swallowed_alef_is_put_back_in_the_rest() -> None:
    assert proclitics(fold("وللأمم")).rest == "الامم"
    assert proclitics(fold("للبنان")).rest == "لبنان"


def test_a_rest_that_nobody_counted_stays_whole() -> None:
    assert proclitics("بزغلوطيا").letters == 0
    assert proclitics("زغلوطيا") == (0, (), "زغلوطيا")


def test_the_stem_starts_behind_marks_too() -> None:
    doc = read("وَبِالقَاهِرَةِ")
    word = doc.words[0]
    assert proclitics_of(word).letters == 2
    assert doc.normalized.text[stem_start(word) :] == "القَاهِرَةِ"
    assert cut_offset(word, 1) == 2


def test_candidates_are_not_decisions() -> None:
    assert cuts("ولبنان") == ((1, "لبنان"), (2, "بنان"))
    assert (1, "الامم") in cuts("للامم")
    assert cuts("قال") == ()


def test_frequency_is_of_folded_words() -> None:
    assert count(fold("على")) > count(fold("لافروف")) > 0
    assert level("كلمهلايعرفهااحد") is None
    assert count("كلمهلايعرفهااحد") == 0
