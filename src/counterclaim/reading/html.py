"""HTML pages: the main text without navigation and furniture, by trafilatura."""

import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from trafilatura.settings import Document as Extracted

from counterclaim.errors import UnreadableError
from counterclaim.reading.contents import Contents
from counterclaim.reading.decoding import decode
from counterclaim.reading.html_tables import mark_spread_figures, may_spread_figures
from counterclaim.reading.layout import Kind, Unit, blocks_of, lay_out, tidy_line, units_of
from counterclaim.reading.mapped_text import MappedText
from counterclaim.reading.table_rows import CellRow, table_blocks, tidy_cell

MEDIA_TYPE = "text/html"

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html\b[^>]*?\blang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)""", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_NEAR_START = 4096

_BLOCK_TAGS = frozenset({"p", "head", "list", "table", "quote", "div"})
_OWN_LAYOUT = frozenset({"list", "table", "head"})
_USUAL_LEVEL = 2

_DATE_SEARCH = {"original_date": True, "extensive_search": False}
_REMEDY = "Save the page again once it has loaded, or its text as a .txt file."

Element = Any
"""An lxml element; lxml has no type hints of its own."""


def read_html(data: bytes, name: str) -> Contents:
    """An HTML page's main text, title, date, publisher, author, address and language.

    Headings keep their level, list items and table rows are lines of their own. The text is not
    mapped to the page's characters.

    Raises:
        UnreadableError: the bytes are not text, or no main text is found in the page.
    """
    declared = _CHARSET.search(data[:_NEAR_START])
    page = decode(data, name, declared[1].decode("ascii") if declared else None)
    found = _extracted(page)
    blocks = list(_blocks(found.body)) if found is not None else []
    if not blocks or found is None:
        raise UnreadableError(f"{name}: no main text was found in the page", _REMEDY)
    language = _LANGUAGE.search(page[:_NEAR_START])
    fields = {
        "title": found.title,
        "date": found.date,
        "publisher": found.sitename or found.hostname,
        "author": found.author,
        "url": found.url,
        "language": language[1] if language else found.language,
    }
    return Contents(lay_out(_with_title(blocks, found.title)).text).described_by(fields, name)


def _extracted(page: str) -> Extracted | None:
    """What trafilatura makes of a page; all of its paragraphs where it finds no article in it."""
    found = trafilatura.bare_extraction(
        _with_plain_tables(page),
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATE_SEARCH,
    )
    if isinstance(found, Extracted):
        return found
    metadata = trafilatura.extract_metadata(page, date_config=_DATE_SEARCH)
    body, text, _ = trafilatura.baseline(page)
    if metadata is None or not text.strip():
        return None
    metadata.body = body
    return metadata


def _with_plain_tables(page: str) -> Element | str:
    """The page, parsed if a figure may be spread over several cells of a table in it."""
    tree = trafilatura.load_html(page) if may_spread_figures(page) else None
    if tree is None:
        return page
    mark_spread_figures(tree)
    return tree


def _with_title(blocks: list[list[Unit]], title: str | None) -> list[list[Unit]]:
    """The blocks with the page's title at their head, where the main text leaves it out."""
    first = _SPACES.sub(" ", blocks[0][0].text.text.lstrip("# ")).casefold()
    if not title or first == _SPACES.sub(" ", title).casefold():
        return blocks
    return [[_unit("#", title, "heading")], *blocks]


def _blocks(parent: Element) -> Iterator[list[Unit]]:
    """The blocks in an element, and the text that stands between them."""
    yield from _paragraphs(parent.text or "")
    for element in parent:
        if any(child.tag in _BLOCK_TAGS for child in element) and element.tag not in _OWN_LAYOUT:
            yield from _blocks(element)
        else:
            yield from _block(element)
        yield from _paragraphs(element.tail or "")


def _block(element: Element) -> list[list[Unit]]:
    match element.tag:
        case "head":
            units = [_heading(element)]
        case "list":
            units = list(_items(element))
        case "table":
            return list(table_blocks(list(_rows(element))))
        case _:
            return _paragraphs(_text(element))
    units = [unit for unit in units if unit.text]
    return [units] if units else []


def _heading(element: Element) -> Unit:
    level = int(re.sub(r"\D", "", element.get("rend") or "") or _USUAL_LEVEL)
    return _unit("#" * min(max(level, 1), 6), _text(element), "heading")


def _items(element: Element) -> Iterator[Unit]:
    """A list's items, those of the lists in it behind them."""
    for item in element.iter("item"):
        yield _unit("-", _text(item, without="list"), "item")


def _rows(element: Element) -> Iterator[CellRow]:
    for row in element.iter("row"):
        yield [tidy_cell(MappedText.inserted(_text(cell))) for cell in row.iter("cell")]


def _paragraphs(text: str) -> list[list[Unit]]:
    return [units_of(block, None) for block in blocks_of(MappedText.inserted(text))]


def _unit(mark: str, text: str, kind: Kind) -> Unit:
    """A line with a mark before it; an empty one where there is no text."""
    line = tidy_line(MappedText.inserted(_SPACES.sub(" ", text)))
    return Unit(MappedText.join((mark, " ", line)) if mark and line else line, kind)


def _text(element: Element, without: str = "") -> str:
    """The text inside an element, line breaks kept, that of inner elements `without` left out."""
    parts = [_SPACES.sub(" ", element.text or "")]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag in _BLOCK_TAGS and child.tag != without:
            parts += ("\n", _text(child, without), "\n")
        elif child.tag != without:
            parts.append(_text(child, without))
        parts.append(_SPACES.sub(" ", child.tail or ""))
    return "".join(parts)
