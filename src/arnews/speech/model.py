"""What the step of speech finds: each stretch that somebody says, before it becomes a record."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """Words ``first`` to ``last`` (exclusive) that name somebody; ``cut`` proclitic letters, ``ref`` the entity that they name."""

    first: int
    last: int
    cut: int = 0
    ref: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Words ``first`` to ``last`` said by ``speaker``.

    ``speaker`` is as printed, ``source`` whom it stands for (``البيان`` is the ministry that issued it). ``cue`` are the words of saying,
    ``head`` all the words of reporting. Not every saying is a ``quotation``: in ``أعلنت الوزارة وفاة خمسة`` nothing is quoted. ``reach``
    is the word up to which what follows is still by this source unless another saying begins. ``inner`` are words in quotation marks inside
    of another saying.
    """

    first: int
    last: int
    speaker: Name | None
    source: Name | None
    cue: tuple[int, int]
    head: tuple[int, int]
    reach: int
    direct: bool
    quotation: bool
    rule: str
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """All sayings of a document in the order of their first words, and the words of reporting."""

    sayings: tuple[Saying, ...] = ()
    starts: tuple[int, ...] = ()
    heads: frozenset[int] = frozenset()

    def at(self, word: int) -> Saying | None:
        """The innermost saying that covers ``word``."""
        i = bisect_right(self.starts, word) - 1
        # Sayings nest a few deep at most; the bound keeps the search constant.
        for saying in self.sayings[max(0, i - 7) : i + 1][::-1]:
            if not saying.inner and saying.first <= word < max(saying.reach, saying.last):
                return saying
        return None
