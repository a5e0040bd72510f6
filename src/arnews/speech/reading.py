"""A sentence being read for speech, and what is remembered from one sentence to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from arnews.grammar.units import QUOTES
from arnews.speech.extent import closing, statement_end, trimmed
from arnews.speech.heads import Head
from arnews.speech.lexicon import Verb
from arnews.speech.model import Name, Saying
from arnews.speech.setting import Setting
from arnews.speech.speakers import agrees

# So many sentences in which nobody speaks, and وأضاف no longer means the speaker before them.
_SILENCE = 4
# A quotation mark that opens two words at most, with more after them, opens a name.
_LEAST_QUOTED = 3
_PAPERS = frozenset({"according-to", "goes on with what was said"})


@dataclass(slots=True)
class Memory:
    """The last speaker; the word up to which a quotation runs on; whether the sentence before held speech."""

    last: Name | None = None
    earlier: Name | None = None
    actor: Name | None = None
    until: int = 0
    spoke: bool = False
    accorded: bool = False
    silent: int = 0

    def close(self, sentence: Sentence) -> None:
        """After a sentence."""
        self.spoke = bool(sentence.out) and not sentence.out[-1].direct
        self.accorded = bool(sentence.out) and all(x.rule in _PAPERS for x in sentence.out)
        for saying in sentence.out:
            if saying.source is not None and saying.source != self.last:
                self.earlier, self.last = self.last, saying.source
        self.silent = 0 if sentence.out or self.until >= sentence.last else self.silent + 1
        if self.silent > _SILENCE:
            self.last = self.earlier = None


@dataclass(slots=True)
class Sentence:
    """Words ``first`` to ``last`` with their heads, and what was found in them so far."""

    s: Setting
    first: int
    last: int
    heads: list[list[Head]]
    memory: Memory
    out: list[Saying] = field(default_factory=list)

    def known(self, verb: Verb | None = None) -> Name | None:
        """The speaker before this point; of the last two the one that agrees with the verb."""
        here = [x.source for x in reversed(self.out) if x.source is not None]
        some = [x for x in (*here, self.memory.last, self.memory.earlier) if x is not None]
        if verb is not None:
            return next((x for x in some if agrees(self.s, x, verb)), some[0] if some else None)
        return some[0] if some else None

    def spoken(
        self, content: int, source: Name | None, cue: tuple[int, int], head: tuple[int, int], rule: str, *,
        printed: Name | None = None, quotation: bool = True, after_colon: bool = False,
    ) -> Saying | None:  # fmt: skip
        """What stands from word ``content`` on: in quotation marks up to the closing one, else up to where the statement ends."""
        s, printed = self.s, printed or source
        if content >= self.last:
            return None
        if s.has(content, "that") and self._all_quoted(content + 1):
            content += 1  # نوه المطبوع بأنه "في مصلحة الأطفال"
        later = [h[0] for h in self.heads if h[0].cue[0] >= content]
        last = statement_end(s, content, self.last, later)
        if quotation and s.words[content].text in QUOTES and content not in s.mention_at:
            end, named = self._quoted(content, last, after_colon)
            if named:
                return None  # رئيس الشركة "سياحية" صالح قدح
            if end is not None:
                reach = max(self.last, s.doc.sentences[s.doc.sentence_of(end)][1])
                return Saying(content + 1, end, printed, source, cue, head, reach, True, True, rule)
        if last <= content:
            return None
        return Saying(content, last, printed, source, cue, head, self.last, False, quotation, rule)

    def _quoted(self, content: int, last: int, after_colon: bool) -> tuple[int | None, bool]:
        """Where the quotation that a mark opens ends, None where it is a part of what is said; and whether it is but a name.

        ``أكد أن "العلاقات قوية" وأن الزيارة ستتم``: a part.
        """
        end, rest = closing(self.s, content), trimmed(self.s, content + 1, self.last)
        if end is None:
            return (rest if after_colon else None), False
        if end - content <= _LEAST_QUOTED and end < rest - 1:
            return None, True
        return (end if after_colon or end >= last - 1 else None), False

    def _all_quoted(self, at: int) -> bool:
        """Whether a quotation mark at the word opens what fills the rest of the sentence."""
        s = self.s
        end = closing(s, at) if at < self.last and s.words[at].text in QUOTES else None
        return end is not None and end >= trimmed(s, at, self.last) - 1
