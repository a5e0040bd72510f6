"""What looks like a date and is none: newspapers called اليوم, غدا the verb, ages, light years, surnames like الخميس."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.dates.grammar import Match
from arnews.dates.model import Unit
from arnews.dates.tense import tense_at
from arnews.dates.vocabulary import guarded, is_definite, listed
from arnews.numbers.lexicon import load
from arnews.text.words import Word

_NAME_ENDS = frozenset((")", '"', "”", "»"))
QUOTES = frozenset('"“”«»')
_DASHES = frozenset(("-", "–", "—", "\u0640", "\u0640\u0640", "\u0640\u0640\u0640"))
# A byline is short: ``اليوم - الدمام``, ``سلوى المدني - عين اليوم``.
_BYLINE = 8
# How far an age reaches back to the word that says so: ``كان عمري في ذلك الوقت نحو 18 سنة``.
_AGE_REACH = 5
_YEAR_NAME_REACH = 4
# Nobody is older: what has stood for 2,000 years (عمر الشجرة 2,000 سنة) has a length, and a person an age.
_OLDEST = 150
_DAY_IN_NAME = 3


def line_bounds(words: Sequence[Word], i: int, reach: int = _BYLINE) -> tuple[int, int]:
    """The words of the line of word ``i``, looking no further than ``reach`` words to either side."""
    line = words[i].line
    a = i
    while a > 0 and i - a <= reach and words[a - 1].line == line:
        a -= 1
    b = i + 1
    while b < len(words) and b - i <= reach and words[b].line == line:
        b += 1
    return a, b


def newspaper_before(words: Sequence[Word], i: int) -> bool:
    """Whether ``اليوم`` after word ``i`` closes the name of a paper: ``صحيفة اليوم``, ``«المصري اليوم»``, not ``الجيش المصري اليوم``."""
    if guarded(words[i].key, "todayname"):
        return True
    if i == 0 or not guarded(words[i].key, "todayquoted"):
        return listed(words[i].key, "ain") and i == 0
    # سلوى المدني – عين اليوم توفي شخص: the paper, after a dash or at the start of its line
    if listed(words[i].key, "ain") and (words[i - 1].text in _DASHES or words[i - 1].line != words[i].line):
        return True
    if i + 2 < len(words) and words[i + 2].text in _DASHES:
        return True
    # جريدتي الشروق والمصري اليوم
    return words[i - 1].text in QUOTES | {"("} or any(guarded(w.key, "todayname") for w in words[max(0, i - 2) : i])


def byline(words: Sequence[Word], i: int) -> bool:
    """Whether the ``اليوم`` at word ``i`` signs a short line of its own: ``اليوم - الدمام``, ``اليوم، بغداد - عواصم``."""
    a, b = line_bounds(words, i)
    if b - a > _BYLINE:
        return False
    dash = any(w.text in _DASHES for w in words[i + 1 : b])
    # احتفالات العيد - اليوم is a headline where more than a name stands before the dash.
    last = i == b - 1 and i - a <= 4 and i > a and words[i - 1].text in _DASHES
    return (i - a <= 1 and dash and i + 1 < b and words[i + 1].text in _DASHES | {"،", ",", ":"}) or last


def newspaper(words: Sequence[Word], first: int, last: int, cut: int) -> bool:
    """Whether the word ``اليوم`` is the paper: after its head, in quotes, as a byline, or told something (``قال لـ اليوم``)."""
    before = words[first - 1] if first and words[first - 1].line == words[first].line else None
    if before is not None and not cut and (newspaper_before(words, first - 1) or listed(before.key, "toldto")):
        return True
    if byline(words, first):
        return True
    if before is None or last >= len(words):
        return False
    if before.text in QUOTES and words[last].text in QUOTES:
        return True
    # برنامج “القاهرة اليوم”
    if words[last].text in QUOTES and first > 1 and words[first - 2].text in QUOTES and is_definite(before.key):
        return True
    bracketed = before.text in "([" and words[last].text in ")]" and first > 1
    return bracketed and (listed(words[first - 2].key, "toldto") or newspaper_before(words, first - 2))


def became(m: Match, unit: Unit) -> bool:
    """Whether ``غدا`` is the verb: after ``الذي`` or ``قد``, or ``وغدا القصر متعة`` where nothing lies ahead."""
    words = m.doc.words
    if unit.first and guarded(words[unit.first - 1].key, "verb"):
        return True
    nxt = words[unit.last] if unit.last < len(words) else None
    if not unit.cut or nxt is None or nxt.kind != "arabic" or nxt.key[:1] in ("ي", "ت", "س"):
        return False
    return not guarded(nxt.key, "notname") and tense_at(m.doc, unit.first, unit.last) != "future"


def is_age(m: Match) -> bool:
    """Whether a number of years or months is somebody's age: ``البالغ 58 عاما``, ``(35 عاما)``, ``امرأة 50 سنة``, ``ذو الـ38 عاما``."""
    words = m.doc.words
    a, b = m.first.first, m.last.last
    n = m.get("n")
    if n is not None and isinstance(n.value, int) and n.value > _OLDEST:
        return False
    before = words[a - 1] if a else None
    after = words[b] if b < len(words) else None
    if guarded(words[a].key, "agebound") or (a > 1 and listed(words[a - 1].key, "article") and guarded(words[a - 2].key, "agebound")):
        return True
    if after is not None and listed(after.key, "andabove"):
        return True  # للمسافرين من 6 سنوات فما فوق
    if before is not None:
        if before.text == "(" or (
            len(before.text) > 2
            and before.kind == "arabic"
            and before.end == words[a].start
            and words[a].kind == "number"
            and not listed(before.key, "article")
        ):
            return True  # بوك57 عاما
        closing = after is None or after.line != words[a].line or after.text in ("،", ",", ")", ":", ".", "؛", '"', "»")
        if closing and before.text in ("،", ",") and _name_before(words, a - 1):
            return True  # قالت بت هاريس، 75 عاما: إنهما
        if before.text in QUOTES and after is not None and after.text in QUOTES:
            return True  # وابنته "5 أعوام"
        if before.text in _DASHES and after is not None and after.text in _NAME_ENDS:
            return True  # (م. ص – 31 سنة)
    closed = after is not None and after.text == ")" and before is not None and not guarded(before.key, "notname")
    if closed and any(w.text == "(" for w in words[max(0, a - 6) : a]) and before is not None and before.kind != "number":
        return True  # (بندر. ظ 25 عاما)
    skip = a
    while skip > 0 and listed(words[skip - 1].key, "agehedge"):
        skip -= 1
    for back in (1, 2, 3):
        i = skip - back
        if i < 0 or words[i].line != words[a].line or (back > 1 and words[i + 1].kind != "arabic"):
            break
        if back == 1 and guarded(words[i].key, "owner"):
            return True
        if guarded(words[i].key, "person") and not (back > 1 and _verbal(words[i + 1])):
            return True
    for i in range(max(0, a - 2), a):
        # عن نحو 58 عاما is an age, عن العمل لأكثر من شهر is none
        apart = i == a - 2 and listed(words[i].key, "aboutage") and not listed(words[a - 1].key, "agehedge")
        if guarded(words[i].key, "age") and words[i].line == words[a].line and not apart:
            return True
    if a > 2 and listed(words[a - 3].key, "agetold") and words[a - 3].line == words[a].line:
        return True  # عن عمر ناهز حين ذاك 35 عاما
    if any(guarded(words[i].key, "myage") and words[i].line == words[a].line for i in range(max(0, a - _AGE_REACH), a)):
        return True
    return any(guarded(words[i].key, "myage") for i in range(b, min(len(words), b + 2)))


def _verbal(word: Word) -> bool:
    """Whether a word between a person and a number tells that it is no age: ``رجل قضى 20 سنة``, ``طفل منذ 3 سنوات``."""
    return guarded(word.key, "notname") or word.key[:1] in ("ي", "ت") or listed(word.key[:2], "notage")


def _name_before(words: Sequence[Word], comma: int) -> bool:
    return comma > 0 and words[comma - 1].kind in ("arabic", "latin", "punct") and not words[comma - 1].text.isdigit()


def degrees(words: Sequence[Word], first: int) -> bool:
    """``36 درجة و16 دقيقة`` is a place on the map."""
    return any(listed(w.key, "degree") for w in words[max(0, first - 2) : first])


def light_years(words: Sequence[Word], last: int) -> bool:
    """``على بعد 1400 سنة ضوئية`` is a distance."""
    return last < len(words) and guarded(words[last].key, "light")


def surname(words: Sequence[Word], first: int, last: int) -> bool:
    """``المهاجم بدر الخميس``, ``أحمد الخميس أمين عام الاتحاد``: a weekday after a given name that a title, a list or a post holds."""
    if first == 0 or words[first - 1].line != words[first].line or not guarded(words[first - 1].key, "given"):
        return False
    before = words[first - 2] if first > 1 else None
    after = words[last] if last < len(words) else None
    listed = _and_given(words[first - 1])
    return (
        (before is not None and guarded(before.key, "title"))
        or (after is not None and after.line == words[first].line and (guarded(after.key, "post") or _and_given(after)))
        or listed
    )


def _and_given(word: Word) -> bool:
    return word.key[:1] == "و" and guarded(word.key[1:], "given")


def percent(words: Sequence[Word], last: int) -> bool:
    """``مستوى الاثنين في المائة`` is a number."""
    first, *second = [w.key for w in words[last : last + 2]] or [""]
    return listed(first, "percentword") or (listed(first, "inword") and bool(second) and listed(second[0], "thehundred"))


def named_for_a_year(words: Sequence[Word], i: int) -> bool:
    """Whether the year at word ``i`` closes a name that began a few words before: ``الأجندة الحضرية لإفريقيا 2063``."""
    return any(
        guarded(words[k].key, "yearname") and words[k].line == words[i].line and all(w.kind == "arabic" for w in words[k + 1 : i])
        for k in range(max(0, i - _YEAR_NAME_REACH), i)
    )


def day_in_name(words: Sequence[Word], month: int) -> bool:
    """Whether the month at word ``month`` closes a name with a day in words: ``مدينة ستة أكتوبر``, ``ثورة ثلاثة وعشرين يوليو``."""
    known, at = load().words, month - 1
    while at > 0 and month - at <= _DAY_IN_NAME and (words[at].key in known or words[at].key[1:] in known):
        at -= 1
    return 0 <= at < month - 1 and words[at].line == words[month].line and guarded(words[at].key, "name")


def numbered(words: Sequence[Word], i: int) -> bool:
    """``لليوم الـ82 على التوالي`` counts days."""
    return listed(words[i].key, "article") and i + 1 < len(words) and words[i + 1].kind == "number" and words[i + 1].line == words[i].line
