"""Where texts name any of many words, in one pass over each text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from counterclaim.model import Document


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A whole word or phrase where it stands in a text."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words that stand there."""
        return self.text[self.start : self.end]


def occurrences(wanted: Iterable[str], documents: Iterable[Document]) -> Iterator[Occurrence]:
    """Every place where one of the wanted phrases stands in a text, not as a part of a word.

    Phrases are compared as written, so case tells; they come in the order of the texts.
    """
    automaton = ahocorasick.Automaton()
    for phrase in wanted:
        automaton.add_word(phrase, len(phrase))
    if not len(automaton):
        return
    automaton.make_automaton()
    for document in documents:
        text = document.text
        for last, length in automaton.iter(text):
            start, end = last + 1 - length, last + 1
            if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                yield Occurrence(text, start, end)
