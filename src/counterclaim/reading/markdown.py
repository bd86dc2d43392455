"""Markdown with optional YAML front matter, mapped to the characters that the marks stand among."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from counterclaim.errors import UnreadableError
from counterclaim.reading.contents import Contents
from counterclaim.reading.decoding import decode
from counterclaim.reading.layout import (
    FOREIGN_LINE_END,
    Kind,
    Unit,
    blocks_of,
    lay_out,
    tidy_line,
    units_of,
    wrap_width,
)
from counterclaim.reading.mapped_text import MappedText
from counterclaim.reading.markdown_inline import Finder

MEDIA_TYPE = "text/markdown"

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:(.*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_FENCE = re.compile(r"^[ \t>]*(?:`{3,}|~{3,}).*$", re.MULTILINE)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")


def read_markdown(data: bytes, name: str) -> Contents:
    """A Markdown file: emphasis, link targets and images taken out, headings and lists kept.

    Raises:
        UnreadableError: the bytes are not text, or the front matter is not YAML.
    """
    source = MappedText.whole(decode(data, name)).sub(FOREIGN_LINE_END, "\n")
    fields, body_start = _front_matter(source.text, name)
    return Contents.of(_body(source.slice(body_start))).described_by(fields, name)


def _front_matter(source: str, name: str) -> tuple[Mapping[str, object], int]:
    """What the front matter says, and where the text behind it begins."""
    match = _FRONT_MATTER.match(source)
    if match is None:
        return {}, 0
    try:
        # The base loader makes strings of everything, so that a wrong date is not an exception.
        fields = yaml.load(match[1] or "", Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 2}" if mark else ""
        problem = getattr(error, "problem", None) or "too deep"
        remedy = "Correct it, or put an empty line before the first '---' if it is not front matter."
        raise UnreadableError(f"{name}{place}: the front matter is not YAML ({problem})", remedy) from error
    if fields and not isinstance(fields, dict):
        return {}, 0
    return fields or {}, match.end()


# ------------------------------------------------------------ blocks


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one kind before the breaks between them are judged.

    Attributes:
        group: a number that the items of one list share.
        prefix: what the first line begins with: heading marks, a list's bullet or number.
    """

    kind: Kind
    lines: list[MappedText]
    group: int
    prefix: str = ""

    def units(self, width: int | None) -> list[Unit]:
        """The block as lines of the text."""
        if self.kind == "row":
            return [Unit(line, "row") for line in self.lines]
        if self.prefix:
            return [Unit(MappedText.join((self.prefix, _spaced(self.lines))), self.kind)]
        return units_of(self.lines, width)


def _body(source: MappedText) -> MappedText:
    blocks = list(_Walk(source).blocks(_PARSER.parse(source.text)))
    width = wrap_width(block.lines for block in blocks if block.kind == "paragraph")
    groups = groupby(blocks, key=lambda block: block.group)
    return lay_out([unit for block in members for unit in block.units(width)] for _, members in groups)


class _Walk:
    """A pass over the parser's block tokens, in the order of the source."""

    def __init__(self, source: MappedText) -> None:
        self._source = source
        self._finder = Finder(source)
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", source.text)), len(source)]
        self._group = 0
        self._list_group = 0
        self._list_depth = 0
        self._prefix = ""
        self._rows: list[list[MappedText]] | None = None

    def blocks(self, tokens: Sequence[Token]) -> Iterator[_Block]:
        """The blocks of a document, empty ones left out."""
        for token in tokens:
            if token.nesting > 0:
                self._open(token)
            block = self._close(token) if token.nesting < 0 else self._leaf(token)
            if block and block.lines:
                yield block

    def _open(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._prefix = "#" * int(token.tag[1:]) + " "
            case "bullet_list_open" | "ordered_list_open":
                self._list_depth += 1
                if self._list_depth == 1:
                    self._list_group = self._next_group()
            case "list_item_open":
                self._prefix = f"{token.info}{token.markup} "
            case "table_open":
                self._rows = []
            case "tr_open" if self._rows is not None:
                self._rows.append([])

    def _close(self, token: Token) -> _Block | None:
        match token.type:
            case "bullet_list_close" | "ordered_list_close":
                self._list_depth -= 1
            case "table_close" if self._rows is not None:
                rows, self._rows = self._rows, None
                return _Block("row", [_barred(row) for row in rows], self._next_group())
        return None

    def _leaf(self, token: Token) -> _Block | None:
        match token.type:
            case "inline":
                return self._inline(token)
            case "fence" | "code_block" | "html_block":
                return self._verbatim(token)
        return None

    def _inline(self, token: Token) -> _Block | None:
        start, end = self._span(token)
        lines = [tidy_line(line) for line in self._finder.lines(token.children or [], start, end)]
        if self._rows is not None:
            self._rows[-1].append(_spaced(lines))
            return None
        return self._block([line for line in lines if line])

    def _block(self, lines: list[MappedText]) -> _Block:
        prefix, self._prefix = self._prefix, ""
        if prefix.startswith("#"):
            return _Block("heading", lines, self._next_group(), prefix)
        if prefix:
            return _Block("item", lines, self._list_group, prefix)
        return _Block("paragraph", lines, self._next_group())

    def _verbatim(self, token: Token) -> _Block:
        """Code, or HTML without its tags, line by line."""
        start, end = self._span(token)
        lines = self._source.slice(start, end)
        if token.type == "html_block":
            lines = lines.sub(_BREAK_TAG, "\n").sub(_TAG)
        lines = lines.sub(_FENCE) if token.type == "fence" else lines
        return self._block([line for block in blocks_of(lines) for line in block])

    def _span(self, token: Token) -> tuple[int, int]:
        first, last = token.map or (0, len(self._line_starts) - 1)
        return self._line_starts[first], self._line_starts[min(last, len(self._line_starts) - 1)]

    def _next_group(self) -> int:
        self._group += 1
        return self._group


def _spaced(lines: Sequence[MappedText]) -> MappedText:
    return MappedText.join(part for at, line in enumerate(lines) for part in ((" ", line) if at else (line,)))


def _barred(cells: Sequence[MappedText]) -> MappedText:
    return MappedText.join(
        part for at, cell in enumerate(cells) for part in ((" | ", cell) if at else (cell,))
    )
