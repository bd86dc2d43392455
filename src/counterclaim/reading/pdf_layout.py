"""A PDF's lines into paragraphs and headings, by where they stand and how large they are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from counterclaim.reading.pdf_lines import Line

_HEADING_RATIO, _TITLE_RATIO = 1.15, 1.6
_LONGEST_HEADING = 200
_WIDER_GAP = 0.35
_SAME_COLUMN = 40.0
_SLACK = 6.0
_CHARACTER_WIDTH = 0.42
"""Of an average character, as a share of its font box's height."""

_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")

_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_FEWEST_REPEATS = 3


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document, in points.

    Attributes:
        size: of most of its text.
        gap: between a line's bottom and the next one's top, where they are one paragraph's: the
            lower quartile, since a text of short paragraphs has more of the wider gaps.
    """

    size: float
    gap: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Measures":
        """The measures of at least one line."""
        size = median(size for line in lines for size in [line.size] * len(line.text))
        gaps = [one.bottom - other.top for one, other in pairwise(lines) if one.page == other.page]
        close = sorted(gap for gap in gaps if 0 <= gap < size) or [0.0]
        return cls(size, close[len(close) // 4])

    def heading_marks(self, line: Line) -> str:
        """'#' or '##' for a line that is larger than the text, else nothing."""
        ratio = line.size / self.size
        if line.is_row or ratio < _HEADING_RATIO or len(line.text) > _LONGEST_HEADING:
            return ""
        return "#" if ratio >= _TITLE_RATIO else "##"


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers, and without heads and feet that at least three pages share."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    edges = Counter(key for page in pages for key in {_edge_key(line) for line in _edges(page)})
    return [line for page in pages for line in page if not _is_furniture(line, page, edges)]


def _edges(page: Sequence[Line]) -> list[Line]:
    return [page[0], page[-1]]


def _edge_key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _is_furniture(line: Line, page: Sequence[Line], edges: Counter[str]) -> bool:
    if not any(line is edge for edge in _edges(page)) or len(page) == 1:
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or edges[_edge_key(line)] >= _FEWEST_REPEATS


def paragraphs_of(lines: Sequence[Line], measures: Measures) -> Iterator[list[int]]:
    """Which lines belong together, as their numbers in `lines`."""
    rights = _right_margins(lines)
    paragraph = [0] if lines else []
    for at in range(1, len(lines)):
        if _goes_on(lines[at - 1], lines[at], rights[at - 1], measures):
            paragraph.append(at)
        else:
            yield paragraph
            paragraph = [at]
    if paragraph:
        yield paragraph


def _goes_on(before: Line, line: Line, right: float, measures: Measures) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if before.is_row or line.is_row:
        return False
    if measures.heading_marks(before) != measures.heading_marks(line):
        return False
    if measures.heading_marks(line):
        return before.page == line.page and 0 <= before.bottom - line.top < line.size
    ended = bool(_SENTENCE_END.search(before.text))
    if before.page != line.page or line.top > before.top:
        return not ended and line.text[:1].islower()
    if before.bottom - line.top > measures.gap + _WIDER_GAP * measures.size:
        return False
    if ended and line.left > before.left + measures.size / 2 and line.page == before.page:
        return False
    return _is_full(before, line, right)


def _is_full(before: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would not have fitted on the line before."""
    word = len(line.text.split(" ", 1)[0]) + 1
    return before.right + word * _CHARACTER_WIDTH * line.size + _SLACK > right


def _right_margins(lines: Sequence[Line]) -> list[float]:
    """For each line how far to the right the lines of its column on its page reach."""
    margins: list[float] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        column = [(line.left, line.right) for line in page]
        margins += [max(r for other, r in column if abs(other - left) <= _SAME_COLUMN) for left, _ in column]
    return margins
