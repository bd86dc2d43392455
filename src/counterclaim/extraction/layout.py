"""A document's text as paragraphs and sentences, by their offsets, and as tables.

Invariant: sentences are in text order, do not overlap, and never cross a paragraph; no line is read
both as part of a table and as part of a paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_BLANK: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE: Final = re.compile(r"[^\n]+")
_BULLET: Final = re.compile(r"\s*(?:[-*•–—·▪]\s+|\(?\d{1,2}[.)]\s+)")
_NUMBERED_TITLE: Final = re.compile(r"\s*\(?\d{1,2}[.)](?:\s+[^\s\d]+){1,5}")  # 2. Armenia's dead
_HEADING: Final = re.compile(r"\s*#{1,6}\s+")
# characters; what is longer is a list or a table that has lost its lines
_LONGEST_SENTENCE: Final = 2_000
_TITLE_CASE_LIMIT: Final = 120  # a line longer than this is not a headline

# A full stop, question or exclamation mark with the quotes and brackets that close on it, before a
# blank and something that can open a sentence, or at the end.
_STOP: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-ZÀ-ÞĀ-Ž0-9]|\Z)")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Brig|Adm|Cmdr|Rep|Sen|Gov|Pres|Rev|Hon|Fr|Jr|Sr"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun"
    r"|No|Nos|Art|Arts|vs|etc|approx|ca|cf|e\.g|i\.e|Inc|Ltd|Corp|Co|Fig|Vol|pp?|al|Ft|Mt|dept|est|incl|resp)"
    r"|\b(?:[A-Za-z]\.)+[A-Za-z]|(?<![A-Za-z.])[A-Z])\.\Z"
)
_NEVER_BEFORE_NAME: Final = re.compile(r"\b(?:a\.m|p\.m|U\.S|U\.N|U\.K|E\.U|Jr|Sr|etc|Inc|Ltd|Corp|Co)\.\Z")
_OPENS_AFRESH: Final = re.compile(
    r"\s+[\"'“‘(]*(?:The|This|That|These|Those|It|He|She|They|We|In|On|At|But|And|A|An|As|After|Before|According|However"
    r"|Meanwhile|Earlier|Later|There|Some|Many|More|Most|Both|Its|His|Her|Their|For|From|By|With|When|While|One|Two)\b"
)
_BAR: Final = re.compile(r"(?<![^ \n|])\|(?![^ \n|])")  # one that touches no word, as between cells
_LONGEST_CELL: Final = 80  # characters; a row of longer cells is prose set in columns


@dataclass(slots=True)
class Sentence:
    """A sentence's offsets into the document's text."""

    start: int
    end: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph's offsets and its sentences; a heading or a list's item is one of its own."""

    start: int
    end: int
    is_heading: bool
    is_list_item: bool
    sentences: tuple[Sentence, ...]


def paragraphs(text: str) -> list[Paragraph]:
    """Split a text into paragraphs and sentences.

    Paragraphs end at blank lines, at headings and list items, and at single line breaks where the
    text is not wrapped at a fixed width. The rows of tables are left out.
    """
    found = []
    for start, end in (
        block for stretch in _between(table_spans(text), len(text)) for block in _blocks(text, *stretch)
    ):
        marks = _HEADING.match(text, start, end)
        inner = marks.end() if marks else start
        is_heading = marks is not None or _looks_like_headline(text[start:end])
        whole = [Sentence(inner, end)] if is_heading else _sentences(text, inner, end)
        sentences = [part for sentence in whole for part in _bearable(text, sentence)]
        is_item = not is_heading and _BULLET.match(text, start, end) is not None
        found.append(Paragraph(start, end, is_heading, is_item, tuple(sentences)))
    return found


def table_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of each table: two lines or more, one below the other, whose cells bars stand between.

    Lines of which most cells are long are not rows but paragraphs that a page has set in columns.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _rows(text):
        if spans and spans[-1][1] + 1 == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [(start, end) for start, end in spans if _is_table(text[start:end].split("\n"))]


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """The lines in which a bar stands by itself."""
    position = 0
    while (bar := text.find("|", position)) >= 0:
        position = bar + 1
        if _BAR.match(text, bar):
            start = text.rfind("\n", 0, bar) + 1
            position = text.find("\n", bar)
            position = len(text) if position < 0 else position
            yield start, position


def cells_of(row: str) -> list[str]:
    """The cells of a table's row, with the blanks around them."""
    return _BAR.split(row)


def _is_table(rows: list[str]) -> bool:
    lengths = [len(cell.strip()) for row in rows for cell in cells_of(row)]
    filled = [length for length in lengths if length]
    return len(rows) > 1 and 2 * sum(length <= _LONGEST_CELL for length in filled) >= len(filled) > 0


def _between(spans: list[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text outside of some spans."""
    position = 0
    for start, stop in spans:
        yield position, start
        position = stop
    yield position, end


def _blocks(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    position = start
    for gap in [*_BLANK.finditer(text, start, stop), None]:
        end = gap.start() if gap else stop
        yield from _lines_or_whole(text, position, end)
        position = gap.end() if gap else end


def _lines_or_whole(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a run without blank lines as one paragraph if it is wrapped, else line by line."""
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    merged: list[tuple[int, int]] = []
    wrapped = _is_wrapped([text[a:b] for a, b in lines])
    for a, b in lines:
        line = text[a:b]
        own = not wrapped or _BULLET.match(line) or _HEADING.match(line) or not merged
        if own:
            merged.append((a, b))
        else:
            merged[-1] = (merged[-1][0], b)
    for a, b in merged:
        stripped = text[a:b].strip()
        if stripped:
            lead = a + text[a:b].index(stripped[0])
            yield lead, lead + len(stripped)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines look like one paragraph broken at a fixed width."""
    if len(lines) < 2:
        return False
    body = lines[:-1]
    if max(len(line) for line in body) > 110:
        return False
    unfinished = sum(line.rstrip()[-1:] not in '.!?:;"”' for line in body)
    return unfinished >= len(body) * 0.6 and max(len(line) for line in body) >= 50


def _looks_like_headline(line: str) -> bool:
    if len(line) > _TITLE_CASE_LIMIT or "\n" in line or (line[-1] in '.!?:;,"”…' and not _asks(line)):
        return False
    if _BULLET.match(line):
        return _NUMBERED_TITLE.fullmatch(line) is not None
    return " | " not in line


def _asks(line: str) -> bool:
    """Whether a line is one question and no more: the heading of its answer."""
    return line.endswith("?") and not any(mark in line for mark in (". ", "! ", "? ", '"', "“"))


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    position = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and not _ends_sentence(text, position, stop):
            continue
        yield Sentence(position, stop.end())
        position = stop.end()
        while position < end and text[position].isspace():
            position += 1
    if position < end:
        yield Sentence(position, end)


def _bearable(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, or the parts of one that is too long for anybody to have meant it as one.

    What a sentence's numbers and verbs have to do with each other takes time in the square of its length.
    """
    start = sentence.start
    while sentence.end - start > _LONGEST_SENTENCE:
        limit = start + _LONGEST_SENTENCE
        cut = max(text.rfind(mark, start + 1, limit) for mark in "\n;") + 1
        cut = cut or text.rfind(" ", start + 1, limit) + 1 or limit
        yield Sentence(start, cut)
        start = cut
        while text[start].isspace():
            start += 1
    yield Sentence(start, sentence.end)


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    mark = stop.group()
    if mark[0] != "." or mark.startswith(".."):
        return True
    before = text[max(start, stop.start() - 12) : stop.start() + 1]
    if _NEVER_BEFORE_NAME.search(before):
        return _OPENS_AFRESH.match(text, stop.end()) is not None
    return not _ABBREVIATION.search(before)
