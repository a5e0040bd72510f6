"""Laws, agreements, wars, events, days and ships by their head word: ``قانون الأسواق الرقمية``, ``معاهدة "ستارت"``, ``الحرب الباردة``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from arnews.entities.model import Candidate
from arnews.entities.names import known
from arnews.entities.org_parts import adjectives, coordinated, nation, purpose
from arnews.entities.scan import View
from arnews.text.words import cuts

_MAX = 8
_SCORE = 0.82
_FUTURE = "س"
_PROCLITIC = frozenset("وفبلك")


def find(view: View) -> list[Candidate]:
    """Every named happening that a head word opens; a head with a common word after it (``قانون جديد``) names none."""
    kinds = {word: rule for group, rule in _RULES.items() for word in view.lexicon.word(group)}
    out: list[Candidate] = []
    for i, word in enumerate(view.words):
        key = word.key
        if (key not in kinds and key[0] not in _PROCLITIC) or word.kind != "arabic" or view.stop[i] <= i:
            continue
        cut = _cut_before_head(view, key, kinds)
        if cut is not None:
            out.extend(_quoted(view, i) or kinds[cut[1]](view, i, cut[0]))
    return out


def _cut_before_head(view: View, key: str, kinds: Mapping[str, Callable[[View, int, int], Iterator[Candidate]]]) -> tuple[int, str] | None:
    """The head of the word whole or, unless it is a name, without its proclitics: ``بعيد الفطر``, but not س + ``عيد`` of ``قيس سعيد``."""
    if key in kinds:
        return 0, key
    found = next(((cut, rest) for cut, rest in cuts(key) if rest in kinds and key[cut - 1] != _FUTURE), None)
    return None if found is None or known(view, key) else found


def _made(first: int, last: int, cut: int, rule: str, country: str | None = None) -> Candidate:
    return Candidate(first, last, cut, "MISC", rule, _SCORE, 2, country=country)


def _quoted(view: View, i: int) -> list[Candidate]:
    """The name in quotation marks right after the head: ``السفينة "نور الخليج"``; the head stays outside."""
    words = view.words
    if i + 1 >= len(words) or words[i + 1].text not in view.lexicon.word("quote_open") or words[i + 1].text == "(":
        return []
    for k in range(i + 2, min(i + 2 + _MAX, len(words))):
        if words[k].text in view.lexicon.word("quote_close"):
            return [_made(i + 2, k, 0, "misc.quoted")] if k > i + 2 else []
        if words[k].line != words[i].line:
            break
    return []


def _law(view: View, i: int, cut: int) -> Iterator[Candidate]:
    """``المرسوم التشريعي رقم 38 لعام 2013``, ``قانون العدالة الانتقالية``, ``قانون إقرار الدفاع الوطني``."""
    j = _definite_run(view, i + 1)
    numbered = _number(view, j)
    if numbered is not None:
        yield _made(i, numbered, cut, "misc.numbered")
        return
    if view.definite(i, cut) or view.stop[i] <= i + 1:
        return
    j = i + 1
    if not view.definite(j) and view.common(j) and not view.closed(j) and j + 1 < view.stop[i] and view.definite(j + 1):
        j += 1
    if not view.definite(j) or _person_or_body(view, j) or view.words[j].key in view.lexicon.word("generic"):
        return
    end = _definite_run(view, j + 1)
    if end > i + 2:
        yield _made(i, end, cut, "misc.law")


def _definite_run(view: View, j: int) -> int:
    """The end of the definite adjectives from word ``j`` on."""
    stop = min(view.stop[j - 1], j + _MAX)
    while j < stop and view.definite(j) and view.words[j].key.endswith(("ي", "يه")) and j not in view.titles and not view.closed(j):
        j += 1
    return adjectives(view, j, stop)


def _number(view: View, j: int) -> int | None:
    """``رقم 38 لعام 2013``, ``رقم 10/2020``: the word after it."""
    words = view.words
    if j + 1 >= len(words) or words[j].key not in view.lexicon.word("number_word") or words[j + 1].kind != "number":
        return None
    end = j + 2
    if end + 1 < len(words) and words[end].key in view.lexicon.word("of_year") and words[end + 1].kind == "number":
        end += 2
    return end


def _person_or_body(view: View, j: int) -> bool:
    return j in view.titles or j in view.heads or j in view.demonyms


def _pact(view: View, i: int, cut: int) -> Iterator[Candidate]:
    """``اتفاق أوسلو``, ``معاهدة كامب ديفيد``, ``اتفاق الإطار``: a place or one of a few words."""
    j = i + 1
    if view.definite(i, cut) or view.stop[i] <= j:
        return
    place = view.place(j)
    if place is not None and not place.cut and not _person_or_body(view, j):
        if view.lexicon.records[place.value.slugs[0]].kind != "country":
            yield _made(i, place.last, cut, "misc.pact")
    elif view.words[j].key in view.lexicon.word("pact_name"):
        yield _made(i, _definite_run(view, j + 1), cut, "misc.pact")


def _war(view: View, i: int, cut: int) -> Iterator[Candidate]:
    """``الحرب العالمية الثانية``, ``حرب أكتوبر``, ``الثورة الإسلامية``, ``الحرب الفلسطينية الإسرائيلية``."""
    lex = view.lexicon
    j = i + 1
    stop = view.stop[i]
    if j >= stop:
        return
    if view.definite(i, cut):
        end = j
        while end < stop and (
            end in view.demonyms or view.words[end].key in lex.word("war_adjective") or view.words[end].key in lex.word("ordinal")
        ):
            end = view.demonyms[end].last if end in view.demonyms else end + 1
        # الحرب الروسية على أوكرانيا has no name; الحرب الروسية الأوكرانية has.
        nations = all(k in view.demonyms and view.demonyms[k].value.country for k in range(j, end))
        if end > j + (nations and view.key(i, cut) in lex.word("needs_two")):
            yield _made(i, end, cut, "misc.war")
        return
    if view.words[j].key in lex.word("war_name"):
        end = j + 1
        while end < stop and view.words[end].key in lex.word("ordinal"):
            end += 1
        yield _made(i, end, cut, "misc.war")


def _gathering(view: View, i: int, cut: int) -> Iterator[Candidate]:
    """``المؤتمر الدولي للنشر العربي``, ``مهرجان قرطاج الدولي``, ``كأس العالم``, ``مسيرة الشموع``."""
    lex = view.lexicon
    j = i + 1
    stop = min(view.stop[i], i + _MAX)
    if j >= stop:
        return
    if view.definite(i, cut):
        after = _for_what(view, j, stop)
        if after is not None:
            yield _made(i, _joined(view, after, stop), cut, "misc.event")
        return
    place = view.place(j)
    form = view.forms.get(j)
    if place is not None and not place.cut and view.words[i].key not in lex.word("open_event"):
        if lex.records[place.value.slugs[0]].kind in ("city", "capital"):
            yield _made(i, adjectives(view, place.last, stop), cut, "misc.event")
    elif view.words[i].key[cut:] in lex.word("open_event") and view.definite(j) and form is None and not _person_or_body(view, j):
        end = _definite_run(view, j + 1)
        closing = nation(view, end) if end < stop else None
        yield _made(i, closing[0] if closing else end, cut, "misc.event")


def _for_what(view: View, j: int, stop: int) -> int | None:
    """The end of adjectives and a purpose after a definite head: ``الدولي للنشر``, ``العالمي للمرأة``; None where there is no purpose."""
    end = adjectives(view, j, stop)
    after = purpose(view, end, stop, free=True) if end > j else end
    return after if after > end else None


def _joined(view: View, j: int, stop: int) -> int:
    """``للنشر العربي والصناعات الإبداعية``: joined purposes, each with its adjective."""
    while j < stop and (j in view.demonyms or view.words[j].key.startswith("وال")):
        step = j + 1
        if view.words[j].key.startswith("وال"):
            step = _definite_run(view, j + 1)
            if step == j + 1:
                break
        j = step
    return coordinated(view, j, stop)


def _day(view: View, i: int, cut: int) -> Iterator[Candidate]:
    """``عيد الميلاد الأرثوذكسي``, ``اليوم العالمي للمرأة``."""
    j = i + 1
    stop = min(view.stop[i], i + _MAX)
    if j >= stop:
        return
    if view.definite(i, cut):
        after = _for_what(view, j, stop)
        if after is not None:
            yield _made(i, after, cut, "misc.day")
    elif view.definite(j) and j not in view.titles and view.words[j].key not in view.lexicon.word("generic"):
        end = j + 1
        while end < stop and view.definite(end) and (end in view.demonyms or view.words[end].key.endswith(("ي", "يه"))):
            end += 1
        yield _made(i, end, cut, "misc.day")


def _ship(view: View, i: int, cut: int) -> Iterator[Candidate]:
    """Ships are named in quotation marks (``_quoted``) or in Latin letters."""
    if view.stop[i] > i + 1 and view.words[i + 1].kind == "latin":
        end = i + 1
        while end < view.stop[i] and view.words[end].kind == "latin":
            end += 1
        yield _made(i + 1, end, 0, "misc.ship")


_RULES: dict[str, Callable[[View, int, int], Iterator[Candidate]]] = {
    "misc_law": _law,
    "misc_pact": _pact,
    "misc_war": _war,
    "misc_event": _gathering,
    "misc_day": _day,
    "misc_ship": _ship,
}
