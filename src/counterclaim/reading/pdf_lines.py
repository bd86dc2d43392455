"""The lines of text on a PDF's pages, with where they stand and how large they are."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from counterclaim.errors import UnreadableError

_LINE_BREAKS = frozenset("\r\n")
_WORD_BROKEN = "\x02"
"""What PDFium gives for a hyphen at a line's end, without a line break behind it."""

_COMPOUND_TAILS = frozenset({
    "backed", "based", "brokered", "built", "controlled", "general", "held", "led", "made", "mediated",
    "minister", "occupied", "old", "owned", "run", "speaking", "supplied", "wide",
})  # fmt: skip
"""Words before which a hyphen at a line's end belongs to a compound ("Turkish-backed")."""

_BROKEN = re.compile(rf"(\w*){_WORD_BROKEN}(\w*)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One word, or words that stand together.

    Attributes:
        text: the characters.
        left, right, top, bottom: in points, from the page's lower left corner.
        words: those that it is made of; empty for one.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    words: "tuple[Piece, ...]" = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; of a word broken at its end, the rest and its line too.

    Attributes:
        text: the characters.
        page: page number from 1.
        left, right, top, bottom: in points, from the page's lower left corner.
        size: height of the first character's font box, in points.
        words: its words, each at its place.
        is_row: whether it is a row of a table, its cells parted by bars.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    words: tuple[Piece, ...] = ()
    is_row: bool = False


def lines_of(pdf: "pypdfium2.PdfDocument", name: str) -> Iterator[Line]:
    """The lines of all pages, in the order in which the pages give them.

    Raises:
        UnreadableError: a page is broken.
    """
    for number in range(1, len(pdf) + 1):
        try:
            with closing(pdf[number - 1]) as page, closing(page.get_textpage()) as text_page:
                yield from _page_lines(text_page, number)
        except pypdfium2.PdfiumError as error:
            remedy = "Open it in a PDF viewer, print it to a new PDF, and add that."
            raise UnreadableError(f"{name}: page {number} is broken ({error})", remedy) from error


def _page_lines(page: "pypdfium2.PdfTextPage", number: int) -> Iterator[Line]:
    start = 0
    text = "".join(_character(page, at) for at in range(page.count_chars()))
    for at in range(len(text) + 1):
        if at == len(text) or text[at] in _LINE_BREAKS:
            line = _line(page, text, start, at, number)
            if line:
                yield line
            start = at + 1


def _character(page: "pypdfium2.PdfTextPage", at: int) -> str:
    """One character, a space where the font does not say which it is."""
    code = raw.FPDFText_GetUnicode(page.raw, at)
    is_character = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 and code & 0xFFFE != 0xFFFE
    return chr(code) if is_character else " "


def _line(page: "pypdfium2.PdfTextPage", text: str, start: int, end: int, number: int) -> Line | None:
    visible = [at for at in range(start, end) if not text[at].isspace()]
    if not visible:
        return None
    left, first_bottom, _, top = page.get_charbox(visible[0], loose=True)
    _, bottom, right, _ = page.get_charbox(visible[-1], loose=True)
    size = max(top - first_bottom, 0.1)
    words = tuple(_words(page, text, visible))
    return Line(text[start:end].strip(), number, left, right, top, bottom, size, words)


def _words(page: "pypdfium2.PdfTextPage", text: str, visible: Sequence[int]) -> Iterator[Piece]:
    first = visible[0]
    for one, other in pairwise([*visible, visible[-1] + 2]):
        if other > one + 1:
            left, bottom, _, top = page.get_charbox(first, loose=True)
            _, _, right, _ = page.get_charbox(one, loose=True)
            yield Piece(text[first : one + 1], left, right, top, bottom)
            first = other


def whole_words(lines: Sequence[Line]) -> list[str]:
    """The lines' texts, words that were broken at a line's end made whole.

    A broken word loses its hyphen unless the document has the compound elsewhere, or the part
    behind the hyphen is one that compounds end in.
    """
    known = {word for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text.casefold())}

    def whole(match: "re.Match[str]") -> str:
        compound = f"{match[1]}-{match[2]}".casefold()
        keeps = compound in known or match[2].casefold() in _COMPOUND_TAILS
        return f"{match[1]}{'-' if keeps or not match[2][:1].islower() else ''}{match[2]}"

    return [_BROKEN.sub(whole, line.text) for line in lines]
