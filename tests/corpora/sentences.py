"""Sentences of news, each cut drawn as ``¦`` before the next sentence; ``\\n`` is a line break."""

from __future__ import annotations

from arnews.text.document import read as read_document

from . import TESTS, Case, Corpus, lines

FILE = TESTS / "text" / "sentences.txt"


def case(line: str) -> Case[str]:
    marked = line.replace("\\n", "\n")
    return Case(marked.replace("¦", ""), marked.replace("\n¦\n", "\n\n"))


def read(case: Case[str]) -> str:
    """The text with ¦ before each sentence but the first."""
    doc = read_document(case.text)
    out, at = [], 0
    for first, _ in doc.sentences[1:]:
        start = doc.span(doc.words[first].start, doc.words[first].end).start
        out.append(case.text[at:start])
        at = start
    return "¦".join([*out, case.text[at:]])


CORPUS = Corpus("sentences", FILE, [case(line) for line in lines(FILE)], read)
