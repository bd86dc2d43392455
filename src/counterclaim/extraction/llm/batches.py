"""A document cut into batches: runs of paragraphs that one question can carry.

Invariant: the pieces of all batches are in text order and do not overlap; together they are the document's
text but for white space.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from counterclaim.extraction.layout import Paragraph, paragraphs
from counterclaim.extraction.llm.tokens import estimated_tokens

_BEFORE = 400  # characters of what stands before a batch, for a model to understand it by
_SMALLEST = 120  # characters; half a sentence that is shorter would not be understood


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a part of one that is too long; offsets into the document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Pieces that are asked about together.

    Attributes:
        pieces: at least one.
        before: what stands right before the first of them, shortened from its beginning.
        heading: the words of the heading above it.
    """

    pieces: tuple[Piece, ...]
    before: str = ""
    heading: str = ""


def batches(text: str, most_tokens: int) -> list[Batch]:
    """Cut a text into batches of whole paragraphs.

    Args:
        text: the document's text.
        most_tokens: how many tokens of text a batch may have.
    """
    found: list[Batch] = []
    pieces: list[Piece] = []
    heading, opening, size = "", "", 0
    for paragraph in paragraphs(text):
        for piece in _pieces(text, paragraph, most_tokens):
            tokens = estimated_tokens(text[piece.start : piece.end])
            if pieces and size + tokens > most_tokens:
                found.append(_batch(text, pieces, opening))
                pieces, size = [], 0
            opening = opening if pieces else heading
            pieces.append(piece)
            size += tokens
        if paragraph.is_heading:
            heading = text[paragraph.start : paragraph.end]
    return [*found, _batch(text, pieces, opening)] if pieces else found


def _batch(text: str, pieces: Iterable[Piece], heading: str) -> Batch:
    whole = tuple(pieces)
    before = text[max(0, whole[0].start - _BEFORE) : whole[0].start].strip()
    return Batch(whole, before, heading)


def _pieces(text: str, paragraph: Paragraph, most_tokens: int) -> Iterator[Piece]:
    """The paragraph, or runs of its sentences that are short enough."""
    piece: Piece | None = None
    for sentence in _sentences(paragraph):
        longer = Piece(piece.start if piece else sentence.start, sentence.end)
        if piece and estimated_tokens(text[longer.start : longer.end]) > most_tokens:
            yield from _short_enough(text, piece, most_tokens)
            longer = sentence
        piece = longer
    if piece:
        yield from _short_enough(text, piece, most_tokens)


def _sentences(paragraph: Paragraph) -> list[Piece]:
    """The paragraph's sentences; its first piece takes in what marks a heading."""
    sentences = [Piece(sentence.start, sentence.end) for sentence in paragraph.sentences]
    return [replace(sentences[0], start=paragraph.start), *sentences[1:]] if sentences else []


def _short_enough(text: str, piece: Piece, most_tokens: int) -> Iterator[Piece]:
    """A piece, cut at white space for as long as it is too long."""
    if estimated_tokens(text[piece.start : piece.end]) <= most_tokens:
        yield piece
        return
    parts = _cut(text, piece)
    if len(parts) == 1:
        yield piece
    else:
        for part in parts:
            yield from _short_enough(text, part, most_tokens)


def _cut(text: str, piece: Piece) -> list[Piece]:
    """A piece in two, at the white space next to its middle; whole where it has none."""
    middle = (piece.start + piece.end) // 2
    gaps = [place for place in range(piece.start + 1, piece.end - 1) if text[place].isspace()]
    if not gaps:
        return [piece]
    gap = min(gaps, key=lambda place: abs(place - middle))
    left, right = text[piece.start : gap].rstrip(), text[gap : piece.end]
    start = piece.end - len(right.lstrip())
    return [Piece(piece.start, piece.start + len(left)), Piece(start, piece.end)]


def halves(text: str, batch: Batch) -> list[Batch]:
    """A batch in two, for when it was too much; nothing where it cannot be cut."""
    pieces = batch.pieces if len(batch.pieces) > 1 else _cut_at_sentence(text, batch.pieces[0])
    if len(pieces) < 2:
        return []
    middle = len(pieces) // 2
    first, second = pieces[:middle], pieces[middle:]
    return [replace(batch, pieces=tuple(first)), _batch(text, second, batch.heading)]


def _cut_at_sentence(text: str, piece: Piece) -> list[Piece]:
    """A piece in two between sentences where it has several, else at white space."""
    inner = [
        Piece(piece.start + sentence.start, piece.start + sentence.end)
        for paragraph in paragraphs(text[piece.start : piece.end])
        for sentence in paragraph.sentences
    ]
    if len(inner) < 2:
        return _cut(text, piece) if piece.end - piece.start >= _SMALLEST else [piece]
    middle = len(inner) // 2
    return [Piece(piece.start, inner[middle - 1].end), Piece(inner[middle].start, piece.end)]
