"""Lines into paragraphs, so that a line break in the text never falls inside a sentence.

The text that every reader gives: headings are lines that begin with '#' marks, list items and
table rows are lines of their own (cells apart by ' | '), and everything else is paragraphs with
one blank line between them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from counterclaim.reading.mapped_text import MappedText

Block = Sequence[MappedText]
"""Lines that no blank line separates."""

FOREIGN_LINE_END = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
"""Every line end but the line feed."""


_LINE_FEED = re.compile("\n")
_INDENTED = re.compile(r"\t| {2,}")
_HEADING = re.compile(r"#{1,6} +\S")
_ITEM = re.compile(r"(?:[*•‣◦▪●]|[-+](?=\s)|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))\s+\S")
_DASH_ITEM = re.compile(r"[–—]\s+\S")
_ROW = " | "
_BROKEN_WORD = re.compile(r"\w-$")

_NARROWEST, _WIDEST = 40, 120
_LEAST_WRAPPED = 0.6

_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060\ufeff\ufffe]")
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_TAB = re.compile(r" *\t[ \t]*")
_SPACES = re.compile(r" {2,}")

Kind = Literal["paragraph", "item", "row", "heading"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the text that reading gives.

    Attributes:
        text: without a line break.
        kind: what it is, which decides the space around it.
    """

    text: MappedText
    kind: Kind = "paragraph"


def tidy_line(line: MappedText) -> MappedText:
    """A line without invisible characters, with single plain spaces, cells apart by ' | '."""
    line = line.sub(_INVISIBLE).sub(_ODD_SPACES, " ").strip()
    return line.sub(_TAB, _ROW).sub(_SPACES, " ")


def blocks_of(source: MappedText) -> list[list[MappedText]]:
    """A text's tidied lines, in blocks that blank lines separate."""
    blocks: list[list[MappedText]] = [[]]
    for line in source.sub(FOREIGN_LINE_END, "\n").split(_LINE_FEED):
        tidied = tidy_line(line)
        if tidied and blocks[-1] and _hangs(line.text, tidied.text, blocks[-1][-1].text):
            blocks[-1][-1] = join_lines(blocks[-1][-1], tidied)
        elif tidied:
            blocks[-1].append(tidied)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _hangs(line: str, tidied: str, before: str) -> bool:
    """Whether a line goes on with a list item, as its indentation shows."""
    return bool(_INDENTED.match(line)) and kind_of(before) == "item" and kind_of(tidied) == "paragraph"


def wrap_width(blocks: Iterable[Block]) -> int | None:
    """The width in characters to which a text's lines are wrapped, None where they are not."""
    inner = [
        (line.text, after.text)
        for block in blocks
        for line, after in pairwise(block)
        if kind_of(after.text) == "paragraph" and kind_of(line.text) in ("paragraph", "item")
    ]
    lengths = sorted(len(line) for line, _ in inner if " " in line)
    if not lengths:
        return None
    width = lengths[(len(lengths) - 1) * 95 // 100]
    wrapped = sum(_is_full(line, after, width) for line, after in inner)
    return width if _NARROWEST <= width <= _WIDEST and wrapped >= _LEAST_WRAPPED * len(inner) else None


def units_of(block: Block, width: int | None) -> list[Unit]:
    """A block's lines as units, those of one paragraph joined.

    Args:
        block: tidied lines.
        width: as of `wrap_width`; 0 where every line break is the page's and not the author's.
    """
    units: list[Unit] = []
    last = ""
    for line in block:
        kind = kind_of(line.text)
        soft = width is not None and bool(last) and _is_full(last, line.text, width)
        if kind == "paragraph" and _DASH_ITEM.match(line.text) and not soft:
            kind = "item"
        if kind == "paragraph" and soft and units[-1].kind in ("paragraph", "item"):
            units[-1] = Unit(join_lines(units[-1].text, line), units[-1].kind)
        else:
            units.append(Unit(line, kind))
        last = line.text
    return units


def kind_of(line: str) -> Kind:
    """What a line is by its own marks."""
    if _HEADING.match(line):
        return "heading"
    if _ITEM.match(line):
        return "item"
    return "row" if _ROW in line else "paragraph"


def join_lines(one: MappedText, other: MappedText) -> MappedText:
    """Two lines of one paragraph as one, a word broken at a hyphen made whole."""
    broken = _BROKEN_WORD.search(one.text) and other.text[:1].islower()
    return MappedText.join((one, other) if broken else (one, " ", other))


def lay_out(blocks: Iterable[Sequence[Unit]]) -> MappedText:
    """The text of a document, from the units of its blocks."""
    parts: list[MappedText | str] = []
    before: Unit | None = None
    for block in blocks:
        for at, unit in enumerate(block):
            if before is not None:
                together = at > 0 and before.kind == unit.kind and unit.kind in ("item", "row")
                parts.append("\n" if together else "\n\n")
            parts.append(unit.text)
            before = unit
    return MappedText.join(parts)


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on a line."""
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width
