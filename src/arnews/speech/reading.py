"""A sentence being read for speech, and what is remembered from one sentence to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from arnews.speech.extent import closing, statement_end, trimmed
from arnews.speech.heads import Head
from arnews.speech.lexicon import Verb
from arnews.speech.model import Name, Saying
from arnews.speech.setting import QUOTES, Setting
from arnews.speech.speakers import agrees

# So many sentences in which nobody speaks, and وأضاف no longer means the speaker before them.
_SILENCE = 4


@dataclass(slots=True)
class Memory:
    """The last speaker; the word up to which a quotation runs on; whether the sentence before held speech."""

    last: Name | None = None
    earlier: Name | None = None
    actor: Name | None = None
    until: int = 0
    spoke: bool = False
    silent: int = 0

    def close(self, sentence: Sentence) -> None:
        """After a sentence."""
        self.spoke = bool(sentence.out)
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
        later = [h[0] for h in self.heads if h[0].cue[0] >= content]
        if quotation and s.words[content].text in QUOTES and content not in s.mention_at:
            end = closing(s, content)
            # أكد أن "العلاقات قوية" وأن الزيارة ستتم: the marks hold a part of what is said.
            whole = after_colon or (end is not None and end >= statement_end(s, content, self.last, later) - 1)
            if end is not None and whole:
                reach = max(self.last, s.doc.sentences[s.doc.sentence_of(end)][1])
                return Saying(content + 1, end, printed, source, cue, head, reach, True, True, rule)
            if end is None and after_colon:
                return Saying(content + 1, trimmed(s, content + 1, self.last), printed, source, cue, head, self.last, True, True, rule)
        last = statement_end(s, content, self.last, later)
        if last <= content:
            return None
        return Saying(content, last, printed, source, cue, head, self.last, False, quotation, rule)
