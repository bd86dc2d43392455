"""Plain text, and the infolist copies that come as plain text."""

from counterclaim.reading import infolist
from counterclaim.reading.contents import Contents
from counterclaim.reading.decoding import decode
from counterclaim.reading.layout import FOREIGN_LINE_END, blocks_of, lay_out, units_of, wrap_width
from counterclaim.reading.mapped_text import MappedText

MEDIA_TYPE = "text/plain"


def read_plain_text(data: bytes, name: str) -> Contents:
    """A text file, mapped to the characters of its decoded bytes.

    Raises:
        UnreadableError: the bytes are not text.
    """
    return contents_of_text(decode(data, name))


def contents_of_text(source: str) -> Contents:
    """A text with its lines joined into paragraphs, mapped to its own characters."""
    lines = MappedText.whole(source).sub(FOREIGN_LINE_END, "\n")
    if infolist.is_infolist(lines.text):
        return _article(lines)
    blocks = blocks_of(lines)
    width = wrap_width(blocks)
    return Contents.of(lay_out(units_of(block, width) for block in blocks))


def _article(copy: MappedText) -> Contents:
    article = infolist.clean(copy)
    return Contents(article.text.text, article.text.runs, title=article.title, glosses=article.glosses)
