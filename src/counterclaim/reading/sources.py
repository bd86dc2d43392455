"""From what a person names, a path, some bytes or a record, to documents."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import UnreadableError
from counterclaim.model import Document, Unread
from counterclaim.reading import delimited, html, markdown, pdf, plain_text, records, spreadsheet
from counterclaim.reading.contents import Contents, unread

Reader = Callable[[bytes, str], Contents]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that holds one document.

    Attributes:
        media_type: its MIME type.
        suffixes: what names of such files end in, in lower case.
        read: from bytes and a name to contents; raises UnreadableError.
    """

    media_type: str
    suffixes: frozenset[str]
    read: Reader


_PLAIN = Format(plain_text.MEDIA_TYPE, frozenset({".txt", ".text"}), plain_text.read_plain_text)
_MARKDOWN = Format(markdown.MEDIA_TYPE, frozenset({".md", ".markdown"}), markdown.read_markdown)
_HTML = Format(html.MEDIA_TYPE, frozenset({".html", ".htm", ".xhtml"}), html.read_html)
_PDF = Format(pdf.MEDIA_TYPE, frozenset({".pdf"}), pdf.read_pdf)

_CSV = Format(delimited.CSV_MEDIA_TYPE, frozenset({".csv"}), delimited.read_delimited)
_TSV = Format(delimited.TSV_MEDIA_TYPE, frozenset({".tsv", ".tab"}), delimited.read_delimited)
_XLSX = Format(spreadsheet.MEDIA_TYPE, frozenset({".xlsx", ".xlsm"}), spreadsheet.read_spreadsheet)

FORMATS = (_PLAIN, _MARKDOWN, _HTML, _PDF, _CSV, _TSV, _XLSX)
RECORD_SUFFIXES = frozenset({".jsonl", ".ndjson"})

_OTHER_FORMATS = {
    ".doc": "Save it as PDF or HTML and add that.",
    ".docx": "Save it as PDF or HTML and add that.",
    ".odt": "Save it as PDF or HTML and add that.",
    ".rtf": "Save it as PDF or HTML and add that.",
    ".eml": "Save the message's text as a .txt file and add that.",
    ".json": "Write one record a line and name the file .jsonl.",
    ".xls": "Save it as .xlsx or .csv and add that.",
    ".xlsb": "Save it as .xlsx or .csv and add that.",
    ".ods": "Save it as .xlsx or .csv and add that.",
    ".warc": "Take the pages out as HTML files and add those.",
    ".gz": "Unpack it and add what is in it.",
    ".zip": "Unpack it and add what is in it.",
    ".jpg": "Run text recognition over it and add the text.",
    ".jpeg": "Run text recognition over it and add the text.",
    ".png": "Run text recognition over it and add the text.",
    ".tif": "Run text recognition over it and add the text.",
}
"""What to do about files that are not read."""

_READ = "Text (.txt), Markdown (.md), HTML, PDF, tables (.csv, .tsv, .xlsx) and records (.jsonl) are read."

_PDF_MARK = b"%PDF-"
_NEAR_START = 1024
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FRONT_MATTER_START = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")
_RECORD_START = re.compile(rb'\s*\{\s*"')


def read(
    source: Path | bytes | Mapping[str, object], *, name: str | None = None
) -> Iterator[Document | Unread]:
    """Read everything that a source holds, one document after the other.

    Args:
        source: a file, a folder (walked in the order of its names, hidden files left out), the
            bytes of one file, or a record with `text` and, where known, `url`, `title`, `date`
            and `publisher`.
        name: what to call bytes or a record; its ending tells the format of bytes. A file is
            called by its own name, a file in a folder by its path from there, and a record by its
            address.

    Returns:
        Each document; in the place of one that cannot be read, what it is, why, and what to do.

    Raises:
        UnreadableError: the path does not exist, or the folder holds no file.
    """
    if isinstance(source, Path):
        return _from_path(source, name)
    if isinstance(source, bytes):
        return _from_bytes(source, name or "standard input")
    return _from_record(source, name or "record")


# ------------------------------------------------------------ sources


def _from_path(path: Path, name: str | None) -> Iterator[Document | Unread]:
    if path.is_dir():
        found = sorted(_in_folder(path), key=lambda entry: entry[0].relative_to(path).parts)
        if not found:
            raise UnreadableError(f"{path}: the folder holds no files", f"Put documents into it. {_READ}")
        return (read for file, trouble in found for read in _from_entry(file, trouble, path))
    if not path.exists():
        raise UnreadableError(
            f"{path}: there is no such file or folder", "Check the path for a typing error."
        )
    return _from_file(path, name or path.name)


def _in_folder(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files in a folder, and the folders in it that are not entered, each of these with why."""
    trouble: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=trouble.append):
        folders[:] = [inner for inner in folders if not inner.startswith(".")]
        links = [inner for inner in folders if Path(parent, inner).is_symlink()]
        yield from ((Path(parent, link), "it is a link to a folder, which is not followed") for link in links)
        yield from ((Path(parent, file), "") for file in files if not file.startswith("."))
    yield from (
        (Path(error.filename), f"the folder could not be opened ({error.strerror})") for error in trouble
    )


def _from_entry(path: Path, trouble: str, folder: Path) -> Iterator[Document | Unread]:
    name = path.relative_to(folder).as_posix()
    if trouble:
        return iter([Unread(name, trouble, "Add that folder by its own path.")])
    return _from_file(path, name)


def _from_file(path: Path, name: str) -> Iterator[Document | Unread]:
    try:
        data = path.read_bytes() if path.is_file() else None
    except OSError as error:
        yield Unread(name, f"it could not be opened ({error.strerror})", "Check that you may read it.")
        return
    if data is None:
        yield Unread(name, "it is not a regular file", "Add the file that it stands for.")
        return
    yield from _from_bytes(data, name)


def _from_bytes(data: bytes, name: str) -> Iterator[Document | Unread]:
    digest = hashlib.sha256(data).hexdigest()
    suffix = Path(name).suffix.lower()
    if not data.strip():
        remedy = f"Fetch it again. {_OTHER_FORMATS.get(suffix, '')}".rstrip()
        yield Unread(name, "it is empty", remedy, digest)
        return
    if suffix in RECORD_SUFFIXES or (not suffix and _RECORD_START.match(data)):
        yield from _from_records(data, name, digest)
        return
    found = _format_of(data, suffix)
    if found is None:
        remedy = _OTHER_FORMATS.get(suffix, _READ)
        yield Unread(name, f"files of the kind {suffix} are not read", remedy, digest)
        return
    yield from _documents(found, data, name, digest)


def _from_records(data: bytes, name: str, digest: str) -> Iterator[Document | Unread]:
    try:
        yield from records.read_records(data, name)
    except UnreadableError as error:
        yield unread(error, name, digest)


def _from_record(record: Mapping[str, object], name: str) -> Iterator[Document | Unread]:
    try:
        yield records.read_record(record, name)
    except UnreadableError as error:
        yield unread(error, name)


# ------------------------------------------------------------ one file


def _format_of(data: bytes, suffix: str) -> Format | None:
    """The format of some bytes: a PDF's own mark, then the name's ending, then how they begin."""
    if _PDF_MARK in data[:_NEAR_START]:
        return _PDF
    if suffix:
        return next((known for known in FORMATS if suffix in known.suffixes), None)
    if _HTML_START.match(data[:_NEAR_START]):
        return _HTML
    return _MARKDOWN if _FRONT_MATTER_START.match(data) else _PLAIN


def _documents(found: Format, data: bytes, name: str, digest: str) -> Iterator[Document | Unread]:
    """The document of a file, and the parts of the file that could not be read."""
    try:
        contents = found.read(data, name)
    except UnreadableError as error:
        yield unread(error, name, digest)
        return
    except Exception as error:
        # The parsers of other people's formats fail on broken files in ways that they do not
        # announce; one such file must not end the reading of the others.
        reason = f"its parser failed ({type(error).__name__}: {error})"
        yield Unread(name, reason, "Convert it to another format and add that.", digest)
        return
    if not contents.text:
        yield Unread(name, "there is no text in it", "Check that it is the right file.", digest)
    else:
        yield contents.document(name, data, found.media_type)
    yield from contents.troubles
