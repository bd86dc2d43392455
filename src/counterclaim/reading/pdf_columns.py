"""The columns of a table on a PDF's page, and the headings over them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from counterclaim.reading.pdf_lines import Piece

_MOSTLY = 0.7
_SLACK = 1.0  # points by which columns may touch
_OVER = 0.5  # of the narrower of two pieces: how far one stands over the other

_FIGURE = re.compile(
    r"(?:[~≈<>≤≥+±−-]|c\.|ca\.|approx\.?)?\s*[$€£]?\d[\d,.\s]*(?:\s*[-–—]\s*\d[\d,.]*)?[%+*†‡]*(?:\s*\[\w+\])?\Z"
)
_NO_FIGURE = re.compile(r"(?:[-–—−.…?]+|n/?a|n\.a\.|nil|unknown|none)\Z", re.IGNORECASE)

_WORD_GAP = 0.27  # of the line's height: no more than the space between two words
_COLUMN_GAP = 0.3  # the same: what may part two columns
_GROUP_GAP = 0.35  # the same, between the groups of a number written with spaces: 12 345
_GROUP = re.compile(r"\d{3}(?!\d)")
_OPENS_NUMBER = re.compile(r"\d{1,3}\Z")

Band = tuple[float, float]
"""Where a column begins and ends, in points from the page's left edge."""


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces at one height of a page, from left to right, with the number of the line of each."""

    pieces: tuple[tuple[int, Piece], ...]

    @property
    def middle(self) -> float:
        """Its height on the page, in points."""
        return median((piece.top + piece.bottom) / 2 for _, piece in self.pieces)

    @property
    def has_figures(self) -> bool:
        """Whether it is a label and figures: every piece but the first is one or says that there is none."""
        behind = [piece.text for _, piece in self.pieces[1:]]
        return bool(behind) and all(map(is_figure, behind))


def pieces_of(words: Sequence[Piece]) -> list[Piece]:
    """A line's words, those of one cell together: a gap parts cells, and so does a figure at the end."""
    figures_from = len(words)
    while figures_from and is_figure(words[figures_from - 1].text):
        figures_from -= 1
    pieces: list[Piece] = []
    for place, word in enumerate(words):
        if pieces and _is_one_cell(pieces[-1], word, place >= max(figures_from, 1)):
            pieces[-1] = _together(pieces[-1], word)
        else:
            pieces.append(word)
    return pieces


def _is_one_cell(before: Piece, word: Piece, is_figure_behind: bool) -> bool:
    gap = (word.left - before.right) / max(word.top - word.bottom, 0.1)
    if gap < _WORD_GAP:
        return True
    if is_figure_behind:
        groups = _GROUP.match(word.text) and _OPENS_NUMBER.search(before.text)
        return bool(groups) and is_digits(before.text) and gap < _GROUP_GAP
    return gap < _COLUMN_GAP


def _together(one: Piece, other: Piece) -> Piece:
    top, bottom = max(one.top, other.top), min(one.bottom, other.bottom)
    words = (*(one.words or (one,)), other)
    return Piece(f"{one.text} {other.text}", one.left, other.right, top, bottom, words)


def is_figure(text: str) -> bool:
    """Whether some words are a figure, or say that there is none."""
    return is_digits(text) or bool(_NO_FIGURE.match(text))


def is_digits(text: str) -> bool:
    """Whether some words are a figure."""
    return bool(_FIGURE.match(text))


def columns_of(rows: Sequence[Row]) -> list[Band] | None:
    """The columns of rows of figures, None where they are not clear.

    Columns are the stretches of the page's width that pieces cover. No row may have two pieces in one of
    them, and one at least but the first must be mostly of figures.
    """
    bands: list[Band] = []
    for left, right in sorted((piece.left, piece.right) for row in rows for _, piece in row.pieces):
        if bands and left <= bands[-1][1] - _SLACK:
            bands[-1] = (bands[-1][0], max(bands[-1][1], right))
        else:
            bands.append((left, right))
    return bands if len(bands) > 1 and _are_columns(rows, bands) else None


def _are_columns(rows: Sequence[Row], bands: Sequence[Band]) -> bool:
    texts: list[list[str]] = [[] for _ in bands]
    for row in rows:
        places = [_band_of(piece, bands) for _, piece in row.pieces]
        if len(set(places)) < len(places):
            return False
        for place, (_, piece) in zip(places, row.pieces, strict=True):
            texts[place].append(piece.text)
    if 2 * sum(map(_ends_in_figure, texts[0])) > len(texts[0]):
        return False  # a figure that stands too close to its label to be told from it
    filled = [column for column in texts[1:] if len(column) >= _MOSTLY * len(rows)]
    return any(sum(map(is_digits, column)) >= _MOSTLY * len(column) for column in filled)


def _ends_in_figure(label: str) -> bool:
    words = label.split()
    return len(words) > 1 and is_digits(words[-1]) and not _is_year(words[-1])


def cells_of(row: Row, bands: Sequence[Band]) -> list[str]:
    """A row's words by column."""
    cells = [""] * len(bands)
    for _, piece in row.pieces:
        place = _band_of(piece, bands)
        cells[place] = f"{cells[place]} {piece.text}".strip()
    return cells


def _band_of(piece: Piece, bands: Sequence[Band]) -> int:
    """The column that a piece overlaps most, or else the nearest."""
    return max(range(len(bands)), key=lambda number: _overlap((piece.left, piece.right), bands[number]))


def _overlap(one: Band, other: Band) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


# ------------------------------------------------------------ headings


def is_heading(row: Row, bands: Sequence[Band]) -> bool:
    """Whether a row's pieces stand over the columns: several, or one that is over columns of figures."""
    pieces = [piece for _, piece in row.pieces]
    if any(piece.left > bands[-1][1] or piece.right < bands[0][0] for piece in pieces):
        return False
    if len(pieces) > 1:
        places = {_band_of(piece, bands) for piece in pieces}
        return len(places) == len(pieces) and not any(
            is_digits(piece.text) and not _is_year(piece.text) for piece in pieces
        )
    return pieces[0].left > bands[0][1]


def heading_cells(rows: Sequence[Row], bands: Sequence[Band]) -> list[list[str]] | None:
    """The headings by column, from the top; None where it is not clear which column they are over.

    Words that stand one over the other are one heading, broken in two; a heading over several columns
    stays in a row of its own, at the first of them. Headings that stand twice need others over them.
    """
    lowest = _cut(rows[-1], bands) if rows else None
    if lowest is None:
        return None if rows else []
    cells = [cells_of(lowest, bands)]
    for row, below in pairwise([*rows[:-1], lowest][::-1]):
        above = [piece for _, piece in below.pieces]
        if all(_stands_over(piece, row) for piece in above) and not _repeats(cells[0]):
            broken = cells_of(below, bands)
            cells[0] = [f"{one} {other}".strip() for one, other in zip(broken, cells[0], strict=True)]
        else:
            cells.insert(0, _spread(above, cells[0], bands))
    return cells


def _cut(row: Row, bands: Sequence[Band]) -> Row | None:
    """The lowest headings, each over one column; None where it is not clear which words are over which.

    Words too close to be told apart by their gaps are cut before capital letters, or else one by one.
    """
    pieces: list[tuple[int, Piece]] = []
    for number, piece in row.pieces:
        over = [band for band in bands if _overlap((piece.left, piece.right), band) > 0]
        if len(over) < 2:
            pieces.append((number, piece))
            continue
        cells = _from_capitals(piece.words)
        cells = cells if len(cells) == len(over) else list(piece.words)
        if len(cells) != len(over):
            return None
        pieces += [
            (number, replace(cell, left=left, right=right))
            for cell, (left, right) in zip(cells, over, strict=True)
        ]
    return Row(tuple(pieces))


def _from_capitals(words: Sequence[Piece]) -> list[Piece]:
    """Words joined with those before them that begin with a capital letter."""
    cells: list[Piece] = []
    for word in words:
        if cells and not word.text[:1].isupper():
            cells[-1] = _together(cells[-1], word)
        else:
            cells.append(word)
    return cells


def _repeats(cells: Sequence[str]) -> bool:
    stated = [cell for cell in cells if cell]
    return len(set(stated)) < len(stated)


def _stands_over(piece: Piece, row: Row) -> bool:
    """Whether a piece stands over exactly one piece of the row below."""
    width = piece.right - piece.left
    over = [
        other
        for _, other in row.pieces
        if _overlap((piece.left, piece.right), (other.left, other.right))
        >= _OVER * min(width, other.right - other.left)
    ]
    return len(over) == 1


def _spread(pieces: Sequence[Piece], below: Sequence[str], bands: Sequence[Band]) -> list[str]:
    """Headings over several columns: each column that is headed below belongs to the nearest of them."""
    cells = [""] * len(bands)
    centres = [(piece.left + piece.right) / 2 for piece in pieces]
    taken: set[int] = set()
    for place, (left, right) in enumerate(bands):
        nearest = min(range(len(pieces)), key=lambda n: abs(centres[n] - (left + right) / 2))
        if nearest not in taken and below[place] and (place or pieces[nearest].left < right):
            cells[place] = pieces[nearest].text
            taken.add(nearest)
    return cells


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20")
