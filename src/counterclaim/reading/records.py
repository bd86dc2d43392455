"""Records of published texts: one by itself, or a file of JSON with one on each line."""

import json
from collections.abc import Iterator, Mapping

from counterclaim.errors import UnreadableError
from counterclaim.model import Document, Unread
from counterclaim.reading.contents import Contents, unread
from counterclaim.reading.decoding import decode
from counterclaim.reading.layout import FOREIGN_LINE_END
from counterclaim.reading.plain_text import contents_of_text

MEDIA_TYPE = "application/json"

_REMEDY = 'A record is a JSON object such as {"url": …, "title": …, "date": …, "publisher": …, "text": …}.'

_TOO_MANY = 5


def read_record(record: Mapping[str, object], name: str) -> Document:
    """The document of one record.

    Its original is the record as canonical JSON (keys in order, no spaces, UTF-8), so that the
    same record has the same digest wherever it comes from. Its text has no segments.

    Args:
        record: `text`, and where known `url`, `title`, `date`, `publisher`, `author`, `language`.
        name: what to call the record if it has no `url`.

    Raises:
        UnreadableError: the record has no text, or holds what JSON cannot.
    """
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError(f"{name}: the record has no `text`", _REMEDY)
    try:
        original = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except (TypeError, ValueError) as error:
        raise UnreadableError(f"{name}: the record is not JSON ({error})", _REMEDY) from error
    found = contents_of_text(text)
    contents = Contents(found.text, title=found.title, glosses=found.glosses).described_by(record, name)
    if not contents.text:
        raise UnreadableError(f"{name}: the record has no `text`", _REMEDY)
    return contents.document(contents.url or name, original, MEDIA_TYPE)


def read_records(data: bytes, name: str) -> Iterator[Document | Unread]:
    """The documents of a file of records, with a reason in the place of each that is bad.

    A file of at least five lines that are all bad is something else, and is one row.

    Raises:
        UnreadableError: the bytes are not text.
    """
    bad: list[Unread] = []
    any_good = False
    for number, line in enumerate(FOREIGN_LINE_END.sub("\n", decode(data, name)).split("\n"), start=1):
        found = _line(line, f"{name}:{number}") if line.strip() else None
        if isinstance(found, Unread) and not any_good:
            bad.append(found)
        elif found is not None:
            any_good = True
            yield from bad
            bad = []
            yield found
    if not any_good and len(bad) >= _TOO_MANY:
        yield Unread(
            name, f"none of its {len(bad)} lines is a record (in the first, {bad[0].reason})", _REMEDY
        )
    else:
        yield from bad


def _line(line: str, place: str) -> Document | Unread:
    try:
        return read_record(_parsed(line, place), place)
    except UnreadableError as error:
        return unread(error, place)


def _parsed(line: str, name: str) -> Mapping[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{name}: the line is not JSON ({error})", _REMEDY) from error
    if not isinstance(record, dict):
        raise UnreadableError(f"{name}: the line is not a record but {type(record).__name__}", _REMEDY)
    return record
