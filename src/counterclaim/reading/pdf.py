"""PDF files with a text layer, by PDFium."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from contextlib import closing
from itertools import accumulate

import pypdfium2

from counterclaim.errors import UnreadableError
from counterclaim.model import Segment
from counterclaim.reading.contents import Contents, logger
from counterclaim.reading.layout import Unit, lay_out, tidy_line, units_of
from counterclaim.reading.mapped_text import MappedText
from counterclaim.reading.pdf_layout import Measures, paragraphs_of, without_furniture
from counterclaim.reading.pdf_lines import Line, lines_of, whole_words
from counterclaim.reading.pdf_tables import with_tables

MEDIA_TYPE = "application/pdf"

_FAULTS = {
    4: ("it is encrypted and needs a password", "Save a copy without the password and add that."),
    5: ("it is encrypted in an unknown way", "Save a copy without protection and add that."),
}
"""PDFium's error codes of files that it cannot open, with what to say of them."""

_BROKEN = ("it is not a whole PDF file", "Fetch it again, or print it to a new PDF from a viewer.")
_NO_TEXT_REMEDY = "Run text recognition over it, as with `ocrmypdf IN.pdf OUT.pdf`, and add the result."

_MADE_BY_SOFTWARE = re.compile(
    r"\.(?:docx?|odt|rtf|pdf|indd|qxd|pptx?)$|^(?:microsoft \w+ - |untitled|layout 1)", re.IGNORECASE
)
"""Titles in a file's properties that name the file and not the text."""


def read_pdf(data: bytes, name: str) -> Contents:
    """A PDF's text, each run with the page it stands on; columns of figures as rows of a table.

    Running heads, running feet and page numbers are left out. The date in the file's properties
    is not used, since it is when the file was made.

    Raises:
        UnreadableError: the file is broken, is encrypted, or has no text layer.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason, remedy = _FAULTS.get(error.err_code or 0, _BROKEN)
        raise UnreadableError(f"{name}: {reason}", remedy) from error
    with closing(pdf):
        lines = list(lines_of(pdf, name))
        pages = len(pdf)
        title = pdf.get_metadata_dict(skip_empty=True).get("Title", "")
    _check_text_layer(lines, pages, name)
    contents = _laid_out(without_furniture(with_tables(lines)))
    return contents if _MADE_BY_SOFTWARE.search(title) else contents.described_by({"title": title}, name)


def _check_text_layer(lines: Sequence[Line], pages: int, name: str) -> None:
    """Refuse a file without text; warn of pages without it, which are likely to be pictures."""
    if not lines:
        counted = "one page has" if pages == 1 else f"{pages} pages have"
        raise UnreadableError(f"{name}: its {counted} no text layer, only pictures", _NO_TEXT_REMEDY)
    empty = sorted(set(range(1, pages + 1)) - {line.page for line in lines})
    if empty:
        logger.warning("%s: no text on page %s; text recognition may help", name, ", ".join(map(str, empty)))


def _laid_out(lines: Sequence[Line]) -> Contents:
    texts = whole_words(lines)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    source = MappedText.whole("\n".join(texts))
    pieces = [
        tidy_line(source.slice(start, start + len(line))) for start, line in zip(starts, texts, strict=False)
    ]
    measures = Measures.of(lines)
    blocks = [
        _units([pieces[at] for at in paragraph], measures.heading_marks(lines[paragraph[0]]))
        for paragraph in paragraphs_of(lines, measures)
    ]
    text = lay_out(_lists_together(blocks))
    return Contents(text.text, _paged(text, starts, [line.page for line in lines]))


def _units(block: list[MappedText], heading_marks: str) -> list[Unit]:
    units = units_of([line for line in block if line], 0)
    if not heading_marks:
        return units
    return [Unit(MappedText.join((heading_marks, " ", unit.text)), "heading") for unit in units]


def _lists_together(blocks: Sequence[list[Unit]]) -> list[list[Unit]]:
    """The blocks, with those that are items of one list or rows of one table as one."""
    merged: list[list[Unit]] = []
    for block in blocks:
        if merged and block and merged[-1][-1].kind == block[0].kind and block[0].kind in ("item", "row"):
            merged[-1] += block
        elif block:
            merged.append(list(block))
    return merged


def _paged(text: MappedText, starts: Sequence[int], pages: Sequence[int]) -> tuple[Segment, ...]:
    """The text's runs with their pages; inserted characters go with those before them."""
    segments: list[Segment] = []
    page = pages[0]
    for run in text.runs:
        if run.source_start is not None:
            page = pages[bisect_right(starts, run.source_start) - 1]
        if segments and segments[-1].page == page:
            segments[-1] = Segment(segments[-1].start, run.end, None, page)
        else:
            segments.append(Segment(run.start, run.end, None, page))
    return tuple(segments)
