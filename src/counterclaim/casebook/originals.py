"""The originals of documents: files named by the SHA-256 of their bytes, written once and never altered."""

import hashlib
import mimetypes
import os
import re
import tempfile
from pathlib import Path

from counterclaim.errors import CasebookError
from counterclaim.model import Document

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")
_INCOMING = ".incoming-"


class Originals:
    """The folder `documents/` of a casebook."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, document: Document) -> str:
        """Store the document's original, if it is not there already.

        Returns:
            Its path, relative to the folder above, with forward slashes.

        Raises:
            CasebookError: the bytes are not those that the digest names.
            OSError: they cannot be written.
        """
        if sha256(document.original) != document.digest:
            raise CasebookError(
                f"The original of {document.name} is not what its digest names.",
                "This is a fault of the reader that made the document; please report it.",
            )
        path = self.folder / document.digest[:2] / f"{document.digest}{_suffix(document)}"
        if not path.exists():
            _write_whole(path, document.original)
        return path.relative_to(self.folder.parent).as_posix()

    def clear_incoming(self) -> None:
        """Remove what a run that was killed left half written."""
        for path in self.folder.glob(f"*/{_INCOMING}*"):
            path.unlink(missing_ok=True)


def sha256(data: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _suffix(document: Document) -> str:
    """A file ending that tells programs what the original is."""
    named = None if "://" in document.name else _SUFFIX.search(document.name)
    guessed = mimetypes.guess_extension(document.media_type)
    return named[0].lower() if named else guessed or ".bin"


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside the place, make sure that it is on the disk, and only then give it its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, incoming = tempfile.mkstemp(prefix=_INCOMING, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(incoming).replace(path)
    except BaseException:
        Path(incoming).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut; not every system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
