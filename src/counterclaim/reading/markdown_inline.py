"""Finding a Markdown parser's pieces of running text again in the source.

The parser says in which lines a paragraph stands but not where in them its pieces do. The pieces
come in the order of the source, so each is looked for behind the one before it; what is written
otherwise in the source than it reads (an entity, an escape in a table) counts as inserted.
"""

import re
from collections.abc import Sequence

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from counterclaim.reading.mapped_text import MappedText

_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n]*")
_REFERENCE = re.compile(r"\]\[[^\[\]]*\]")


class Finder:
    """A cursor that moves through a source as its pieces are found."""

    def __init__(self, source: MappedText) -> None:
        self._source = source
        self._cursor = 0
        self._end = len(source)

    def lines(self, pieces: Sequence[Token], start: int, end: int) -> list[MappedText]:
        """The text of some inline pieces, one line for each line of the source.

        Args:
            pieces: the parser's inline tokens.
            start: where in the source they begin, as an offset.
            end: where they end.
        """
        self._cursor = max(self._cursor, start)
        self._end = end
        lines: list[list[MappedText]] = [[]]
        for piece in pieces:
            if piece.type in ("softbreak", "hardbreak") or _BREAK_TAG.fullmatch(piece.content):
                lines.append([])
            else:
                lines[-1].append(self._text(piece))
        return [MappedText.join(parts) for parts in lines]

    def _text(self, piece: Token) -> MappedText:
        match piece.type:
            case "text" | "code_inline":
                return self._found(piece.content)
            case "text_special":
                return self._special(piece)
            case "link_close":
                self._pass_link_end()
            case "html_inline" | "image":
                self._found(piece.content)
                if piece.type == "image":
                    self._pass_link_end()
            case _:
                self._pass(piece.markup)
        return MappedText()

    def _found(self, content: str) -> MappedText:
        at = self._source.text.find(content, self._cursor, self._end)
        if at < 0:
            return MappedText.inserted(content)
        self._cursor = at + len(content)
        return self._source.slice(at, self._cursor)

    def _special(self, piece: Token) -> MappedText:
        """A character behind a backslash, or one that an entity stands for."""
        at = self._source.text.find(piece.markup, self._cursor, self._end)
        if at >= 0:
            self._cursor = at + len(piece.markup)
        escaped = at >= 0 and piece.markup == "\\" + piece.content
        return self._source.slice(at + 1, at + 2) if escaped else MappedText.inserted(piece.content)

    def _pass(self, mark: str) -> None:
        if mark and self._source.text.startswith(mark, self._cursor, self._end):
            self._cursor += len(mark)

    def _pass_link_end(self) -> None:
        """Move behind "](destination "title")", "][reference]" or the bracket of a short link."""
        text = self._source.text
        if text.startswith("](", self._cursor):
            self._cursor = self._behind_destination(self._cursor + 2) or self._cursor + 1
        elif reference := _REFERENCE.match(text, self._cursor, self._end):
            self._cursor = reference.end()
        else:
            self._pass("]")
            self._pass(">")

    def _behind_destination(self, at: int) -> int | None:
        text, end = self._source.text, self._end
        destination = parseLinkDestination(text, _behind_spaces(text, at), end)
        at = _behind_spaces(text, destination.pos if destination.ok else at)
        title = parseLinkTitle(text, at, end)
        at = _behind_spaces(text, title.pos if title.ok else at)
        return at + 1 if text.startswith(")", at, end) else None


def _behind_spaces(text: str, at: int) -> int:
    match = _SPACES.match(text, at)
    return match.end() if match else at
