"""An encyclopedia article out of a mirror's "infolist" copy.

The copy breaks a paragraph at every link and puts the anchor, followed by the first words of the
linked page, on a line of its own. Sections stand behind two blank lines; the copy has furniture of
the mirror at its head and leftovers of the wiki's templates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.model import Gloss
from counterclaim.reading.infolist.anchors import Split, repeats_its_anchor
from counterclaim.reading.infolist.joining import join_pieces
from counterclaim.reading.infolist.lines import LineReader, is_cut, without_cut
from counterclaim.reading.infolist.piped_links import take_out
from counterclaim.reading.infolist.words import ARTICLES, LINKING, plain
from counterclaim.reading.layout import tidy_line
from counterclaim.reading.mapped_text import MappedText

_FURNITURE = frozenset({"home", "theinfolist", "or:", "picture info", "advertisement", "contents"})
_FURNITURE_SHAPE = re.compile(r"\[\.\.\..*\.\.\.\]")
_LINE = re.compile(r"[^\n]+")
_LEAST_GLOSSES = 3
_LEAST_SHARE = 0.1
_LONGEST_HEADING = 120

_TEMPLATE = re.compile(r"\{\{.*", re.DOTALL)
_EMPTY_BRACKETS = re.compile(r" ?\((?:[\s,;:/]|\bor\b)*\)| ?\[[\s,;:]*\]")
_EMPTY_IN_BRACKETS = re.compile(r"(?<=\()[\s,;:]+|(?<=[,;])\s*[,;]+|[\s,;:]+(?=\))")
_ITALICS = re.compile(r"''+")
_MAGIC_WORD = re.compile(r"__[A-Z]+__ ?")
_SPACE_BEFORE_MARK = re.compile(r" +(?=[,;.](?:\s|$))")
_BULLETS_AT_END = re.compile(r"(?:\s+\*)+\s*$")
_LEFTOVERS = (
    _TEMPLATE, _BULLETS_AT_END, _MAGIC_WORD, _ITALICS,
    _EMPTY_BRACKETS, _EMPTY_IN_BRACKETS, _SPACE_BEFORE_MARK,
)  # fmt: skip
_BULLET = re.compile(r"(?:^|\s)\*(?=\s|$)")

_NAME_END = re.compile(
    r"\s*(?:\(|,|;|\b(?:is|was|are|were|has|have|had|refers?|may refer|or|also|officially)\b)"
)
_LONGEST_TITLE = 8


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned copy.

    Attributes:
        text: paragraphs and '## ' headings, one blank line between them, mapped to the copy.
        title: the article's title, None where the copy does not open with one.
        glosses: the linked pages' descriptions, each once, in text order.
    """

    text: MappedText
    title: str | None
    glosses: tuple[Gloss, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines without a blank line between them, and how many blank lines stand before them."""

    spans: tuple[tuple[int, int], ...]
    blank_before: int


def is_infolist(source: str) -> bool:
    """Whether a text has the shape: many lines that end cut and repeat themselves at their start."""
    lines = [line.strip() for line in _LINE.findall(source)]
    glosses = sum(is_cut(line) and repeats_its_anchor(line) is not None for line in lines)
    return glosses >= _LEAST_GLOSSES and glosses >= _LEAST_SHARE * len(lines)


def clean(copy: MappedText) -> Article:
    """Rejoin an infolist copy's sentences and take its glosses and furniture out.

    Args:
        copy: with line feeds as line ends.
    """
    source = copy.text
    blocks = list(_blocks(source))
    reader = LineReader(source[start:end] for block in blocks for start, end in block.spans)
    title, blocks = _title(source, blocks)
    glosses: dict[Gloss, None] = {}
    paragraphs = [MappedText.join(("# ", copy.slice(*title)))] if title else []
    for at, block in enumerate(blocks):
        if _is_heading(source, block, last=at == len(blocks) - 1):
            paragraphs.append(MappedText.join(("## ", copy.slice(*block.spans[0]))))
        else:
            paragraphs += _paragraphs(copy, block, reader, glosses)
    paragraphs, piped = take_out([paragraph for paragraph in paragraphs if paragraph])
    text = MappedText.join(part for paragraph in paragraphs for part in (paragraph, "\n\n")).strip()
    return Article(text, source[slice(*title)] if title else None, tuple(dict.fromkeys([*glosses, *piped])))


# ------------------------------------------------------------ blocks


def _blocks(source: str) -> Iterator[_Block]:
    """The copy's blocks without the mirror's furniture."""
    spans: list[tuple[int, int]] = []
    blank = blank_before = 0
    for start, end in _lines(source):
        text = source[start:end]
        if text and not _is_furniture(text):
            if not spans:
                blank_before = blank
            spans.append((start, end))
            blank = 0
            continue
        blank += not text
        if spans:
            yield _Block(tuple(spans), blank_before)
            spans = []
    if spans:
        yield _Block(tuple(spans), blank_before)


def _lines(source: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in source.split("\n"):
        inner = line.strip()
        inner_start = start + (len(line) - len(line.lstrip()) if inner else 0)
        yield inner_start, inner_start + len(inner)
        start += len(line) + 1


def _is_furniture(text: str) -> bool:
    return text.casefold() in _FURNITURE or bool(_FURNITURE_SHAPE.fullmatch(text))


def _title(source: str, blocks: list[_Block]) -> tuple[tuple[int, int] | None, list[_Block]]:
    """The span of the title that the copy opens with, and the blocks behind it."""
    if not blocks or len(blocks[0].spans) != 1 or is_cut(source[slice(*blocks[0].spans[0])]):
        return None, blocks
    span = blocks[0].spans[0]
    is_title = span[1] - span[0] <= _LONGEST_HEADING and len(blocks) > 1
    return (span, blocks[1:]) if is_title else (None, blocks)


def _is_heading(source: str, block: _Block, last: bool) -> bool:
    if block.blank_before < 2 or len(block.spans) != 1:
        return False
    text = source[slice(*block.spans[0])]
    is_leftover = last and "{{" in text
    return len(text) <= _LONGEST_HEADING and text[-1] not in ".!?*" and not is_cut(text) and not is_leftover


# ------------------------------------------------------------ paragraphs


def _paragraphs(
    copy: MappedText, block: _Block, reader: LineReader, glosses: dict[Gloss, None]
) -> list[MappedText]:
    pieces: list[MappedText] = []
    for line in reader.read(copy.text, block.spans):
        if line.split is None:
            pieces.append(copy.slice(line.start, line.end))
            continue
        anchor = copy.slice(line.start, line.start + len(line.split.anchor))
        pieces += [anchor, *_run_on(copy.slice(line.rest, line.end).strip())]
        glosses[_gloss(line.split, copy.text[line.start + line.split.gloss_start : line.rest])] = None
    return _items(_tidy(join_pieces(pieces)))


def _run_on(rest: MappedText) -> list[MappedText]:
    """Text behind a gloss on its line; the full stop that ended the anchor's sentence is lost."""
    if rest and rest.text[0].isupper():
        return [MappedText.inserted("."), rest]
    return [rest] if rest else []


def _items(paragraph: MappedText) -> list[MappedText]:
    """A paragraph, or the list that the copy has run together in it, one line an item."""
    if not paragraph.text.startswith("*"):
        return [paragraph]
    items = [item.strip() for item in paragraph.split(_BULLET)]
    lines = [MappedText.join(("* ", item)) for item in items if item]
    return [MappedText.join(part for line in lines for part in (line, "\n")).strip()]


def _tidy(text: MappedText) -> MappedText:
    for pattern in _LEFTOVERS:
        text = text.sub(pattern)
    return tidy_line(text)


# ------------------------------------------------------------ glosses


def _gloss(split: Split, description: str) -> Gloss:
    said = _tidy(MappedText.whole(without_cut(" ".join(description.split())))).text
    return Gloss(_tidy(MappedText.whole(split.anchor)).text, _page_title(split, said), said)


def _page_title(split: Split, said: str) -> str:
    """The name that the gloss opens with, or the anchor where it opens with something else."""
    match = _NAME_END.search(said)
    words = said[: match.start()].split() if match else []
    if words and plain(words[0]) in ARTICLES:
        words = words[1:]
    is_name = 0 < len(words) <= _LONGEST_TITLE and plain(words[0]) not in LINKING
    return " ".join(words) if is_name else split.anchor
