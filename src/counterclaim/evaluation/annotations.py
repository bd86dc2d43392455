"""Claims and documents as annotators keep them: a text beside a `.jsonl` file of the same name."""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from counterclaim.errors import UnreadableError
from counterclaim.evaluation.agreement import LEVELS, Row
from counterclaim.model import Document
from counterclaim.reading import read

_CLAIMS = ".jsonl"
_DOCUMENT_ENDING = re.compile(r"\.(?:txt|md|html)\Z")
_ONE_A_LINE = "Write one claim a line, as a JSON object with the fields of docs/claims.md."
_LAYOUT = (
    "A folder of annotations holds NAME.jsonl for each document, and the document itself as NAME.md or so."
)

Annotations = dict[str, list[Row]]
"""Each document's claims, by the document's name without its ending."""


def read_annotations(place: Path, only: Sequence[str] = ()) -> Annotations:
    """The claims in a folder of NAME.jsonl files, or in one file of claims that name their documents.

    Args:
        place: the folder, or a file as `counterclaim export --format jsonl` writes it.
        only: patterns of the shell (`dev-*`), of which a document's name must match one; empty: all.

    Raises:
        UnreadableError: nothing is there, no name matches, or a line is no claim.
    """
    if place.is_dir():
        found = {path.stem: path for path in sorted(place.glob(f"*{_CLAIMS}"))}
        if not found:
            raise UnreadableError(f"{place} holds no annotations.", _LAYOUT)
        return {name: _rows(found[name]) for name in _matching(list(found), only, place)}
    if not place.is_file():
        raise UnreadableError(f"There is no folder or file {place}.", "Check the path for a typing error.")
    claims: Annotations = defaultdict(list)
    for row in _rows(place):
        claims[_document_name(row, place)].append(row)
    return {name: claims[name] for name in _matching(list(claims), only, place)}


def find_document(folder: Path, name: str) -> Document | None:
    """The document NAME.md, NAME.txt, … in a folder of annotations, None if there is none.

    Raises:
        UnreadableError: there are several, or it cannot be read.
    """
    found = [path for path in sorted(folder.glob("*")) if path.stem == name and path.suffix != _CLAIMS]
    if len(found) > 1:
        several = " and ".join(path.name for path in found)
        raise UnreadableError(f"{folder} holds {several}.", f"Keep the one that {name}{_CLAIMS} is about.")
    return _document(found[0]) if found else None


def _document(path: Path) -> Document:
    document = next(iter(read(path)))
    if not isinstance(document, Document):
        raise UnreadableError(f"{path}: {document.reason}", document.remedy)
    return document


def _matching(names: list[str], only: Sequence[str], place: Path) -> list[str]:
    wanted = [name for name in names if not only or any(fnmatchcase(name, pattern) for pattern in only)]
    if not wanted and only:
        raise UnreadableError(
            f"{place} has no document whose name matches {' or '.join(only)}.",
            f"Its documents are called {', '.join(names[:5])}{', …' * (len(names) > 5)}.",
        )
    return wanted


def _document_name(row: Row, place: Path) -> str:
    name = row.get("document")
    if not isinstance(name, str):
        raise UnreadableError(f"{place}: a claim does not say which `document` it is of.", _ONE_A_LINE)
    return _DOCUMENT_ENDING.sub("", Path(name).name)


def _rows(path: Path) -> list[Row]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{path} is not text in UTF-8: {error}.", "Save it as UTF-8.") from None
    return [_row(line, f"{path} line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _row(line: str, where: str) -> Row:
    try:
        row: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"{where} is not JSON: {error}.", _ONE_A_LINE) from None
    if not isinstance(row, dict):
        raise UnreadableError(f"{where} is not a JSON object.", _ONE_A_LINE)
    if row.get("kind") not in LEVELS:
        raise UnreadableError(f"{where}: `kind` is not {' or '.join(LEVELS)}.", _ONE_A_LINE)
    if not isinstance(row.get("quote"), str):
        raise UnreadableError(f"{where}: there is no `quote`.", _ONE_A_LINE)
    return row
