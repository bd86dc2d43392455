"""Where an answer stands in the text: its quote, and in it the words that it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.extraction.llm.answers import AnsweredClaim
from counterclaim.extraction.llm.batches import Batch, Piece
from counterclaim.extraction.llm.locating import FoldedText

_OPENING = 80  # characters that stand for a paragraph in a list


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote and its words stand, as offsets into the document's text.

    Attributes:
        start, end: the quote.
        words_start, words_end: the words in it; the quote's own place where they are not in it.
        has_words: whether they are.
    """

    start: int
    end: int
    words_start: int
    words_end: int
    has_words: bool


class BatchText:
    """The paragraphs of a batch, in which quotes are looked up.

    Args:
        text: the document's text.
        batch: the batch.
    """

    def __init__(self, text: str, batch: Batch) -> None:
        self._text = text
        self._pieces = batch.pieces
        self._folded = [FoldedText(text, piece.start, piece.end) for piece in batch.pieces]

    def place_of(self, answered: AnsweredClaim) -> Place | None:
        """The best place of a quote: where its words stand in it, too, first in the paragraph it names."""
        places = list(self._places(answered))
        return next((place for place in places if place.has_words), places[0] if places else None)

    def nearest_to(self, paragraph: int | None, quote: str) -> tuple[int, int]:
        """What can be shown for an answer that is thrown away: its quote, else a paragraph's opening."""
        for number in self._order(paragraph):
            for span in self._folded[number].find(quote):
                return span
        return opening_of(self._text, self._pieces[next(iter(self._order(paragraph)))])

    def _places(self, answered: AnsweredClaim) -> Iterator[Place]:
        for number in self._order(answered.paragraph):
            for start, end in self._folded[number].find(answered.quote):
                words = next(FoldedText(self._text, start, end).find(answered.words), None)
                first, last = words or (start, end)
                yield Place(start, end, first, last, words is not None)

    def _order(self, paragraph: int | None) -> Sequence[int]:
        """The paragraphs, the one with this number, from 1, before the others."""
        return sorted(range(len(self._folded)), key=lambda number: number + 1 != paragraph)


def opening_of(text: str, piece: Piece) -> tuple[int, int]:
    """The first words of a piece."""
    if piece.end - piece.start <= _OPENING:
        return piece.start, piece.end
    end = text.rfind(" ", piece.start, piece.start + _OPENING)
    return piece.start, end if end > piece.start else piece.start + _OPENING
