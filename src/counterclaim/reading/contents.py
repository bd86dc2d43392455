"""What a format's reader finds in one original, before it is a document."""

import difflib
import hashlib
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from counterclaim.errors import UnreadableError
from counterclaim.model import Document, Gloss, Segment, Unread
from counterclaim.partial_date import PartialDate
from counterclaim.reading.dates import dateline, parse_date
from counterclaim.reading.mapped_text import MappedText
from counterclaim.reading.mastheads import masthead

logger = logging.getLogger("counterclaim.reading")

_LONGEST_TITLE = 200
_TITLE_LINE = re.compile(r"#+ +")
_NEAR_START = 2000
_LINES_SEARCHED = 3
_BYLINE = re.compile(r"By [A-Z]")
_FIELDS = ("title", "date", "publisher", "author", "url", "language", "lang", "text")
_INSTEAD = {"published": "date"}
"""Names that people give to fields that are read under another."""
_OTHER_FIELDS = frozenset({"update", "updated", "dates", "data", "titles", "texts", "urls", "tile"})
"""Names near those that are read which mean something else."""
_NEAR = 0.8  # difflib's ratio, above which two names differ by a slip
_NOT_A_TITLE = re.compile(r"[.:;,]$|^[*•|-]|\|")


@dataclass(frozen=True, slots=True)
class Contents:
    """A cleaned text with what its original says about itself.

    Attributes:
        text: as `counterclaim.reading.layout` describes it.
        segments: where the text's runs came from; empty where the format cannot tell.
        troubles: parts of the original that could not be read, each with why.
        notes: what a person may have mistyped, in words.
    """

    text: str
    segments: tuple[Segment, ...] = ()
    title: str | None = None
    date: PartialDate | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    glosses: tuple[Gloss, ...] = ()
    troubles: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, mapped: MappedText) -> "Contents":
        """A text that is mapped to its original's characters."""
        return cls(mapped.text, mapped.runs)

    def described_by(self, fields: Mapping[str, object], name: str) -> "Contents":
        """The same with what a record or front matter says, which goes before what reading found.

        Args:
            fields: values by name; names that are not asked for are left aside.
            name: the original's name, for the warning about a date that cannot be read.
        """
        said = {key: _line(fields.get(key)) for key in ("title", "publisher", "author", "url", "language")}
        said["language"] = said["language"] or _line(fields.get("lang"))
        given = _line(fields.get("date"))
        date = parse_date(given) if given else None
        if given and date is None:
            logger.warning("%s: the date %r is not understood; write it as YYYY-MM-DD", name, given)
        known = {key: value for key, value in said.items() if value}
        notes = (*self.notes, *_misspelt(fields, name))
        return replace(self, date=date or self.date, notes=notes, **known)  # type: ignore[arg-type]

    def document(self, name: str, original: bytes, media_type: str) -> Document:
        """The document of these contents; title, date and publisher are looked for in the text if need be."""
        return Document(
            name=name,
            digest=hashlib.sha256(original).hexdigest(),
            media_type=media_type,
            text=self.text,
            original=original,
            title=self.title or _title_in(self.text),
            date=self.date or dateline(self.text),
            publisher=self.publisher or masthead(self.text),
            author=self.author,
            url=self.url,
            language=self.language,
            segments=self.segments,
            glosses=self.glosses,
            notes=self.notes,
        )


def unread(error: UnreadableError, name: str, digest: str | None = None) -> Unread:
    """The row in which a person sees why something could not be read."""
    reason = error.what.removeprefix(name).lstrip(",: ")
    return Unread(name, reason, error.remedy, digest)


def _misspelt(fields: Mapping[str, object], name: str) -> Iterator[str]:
    """A note on each field whose name is almost one that is read, which is not given itself."""
    for key in fields:
        written = str(key)
        if written.casefold() in _OTHER_FIELDS:
            continue
        near = difflib.get_close_matches(written.casefold(), [*_FIELDS, *_INSTEAD], n=1, cutoff=_NEAR)
        meant = _INSTEAD.get(near[0], near[0]) if near else None
        if meant and written != meant and meant not in fields:
            yield f"{name}: `{written}` is not read; did you mean `{meant}`?"


def _line(value: object) -> str | None:
    """A field's value as one line of text, None if it is empty."""
    if isinstance(value, list | tuple):
        value = ", ".join(str(part) for part in value)
    return " ".join(str(value).split()) or None if value is not None else None


def _title_in(text: str) -> str | None:
    """The heading or headline among a text's first lines, behind a date or a byline."""
    lines = [line for line in text[:_NEAR_START].split("\n") if line]
    for line in lines[:_LINES_SEARCHED]:
        title = _TITLE_LINE.sub("", line)
        if title != line:
            return title
        if parse_date(line) or _BYLINE.match(line):
            continue
        return (
            line if len(lines) > 1 and len(line) <= _LONGEST_TITLE and not _NOT_A_TITLE.search(line) else None
        )
    return None
