"""What a person names as sources, as single files in a fixed order."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from counterclaim.casebook.database import FILE_NAME as DATABASE_FILE
from counterclaim.casebook.originals import file_digest, sha256
from counterclaim.errors import UnreadableError
from counterclaim.model import Document, Unread, digest_of
from counterclaim.reading import read

STANDARD_INPUT = "standard input"

Source = Path | bytes
"""A file, a folder, or the bytes of one file."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read.

    Attributes:
        name: what to call it.
        content: where it lies, or its bytes.
        place: a digest of where it lies, by which a casebook knows it again without telling anybody.
        digest: SHA-256 of its bytes; empty if they cannot be had.
    """

    name: str
    content: Path | bytes
    place: str
    digest: str

    @classmethod
    def at(cls, path: Path, name: str) -> Self:
        """The file at a path; a pipe can be read only once, so its bytes are taken at once."""
        if not path.is_file():
            return cls.of(path.read_bytes(), name)
        return cls(name, path, digest_of("path", path.resolve()), _digest(path))

    @classmethod
    def of(cls, data: bytes, name: str) -> Self:
        """Bytes that lie nowhere."""
        return cls(name, data, digest_of("bytes", sha256(data)), sha256(data))

    def items(self) -> Iterator[Document | Unread]:
        """What reading it gives, one by one. Whatever goes wrong with it is one of these."""
        try:
            yield from read(self.content, name=self.name)
        except UnreadableError as error:
            yield Unread(self.name, error.what, error.remedy)
        except Exception as error:  # a reader that fails on one file must not end the run
            yield Unread(self.name, f"reading it failed: {type(error).__name__}: {error}")

    def all_items(self) -> list[Document | Unread]:
        """The same at once, as it can be sent from one process to another."""
        return list(self.items())


def _digest(path: Path) -> str:
    try:
        return file_digest(path)
    except OSError:
        return ""  # reading it will say why


def check_sources(sources: Sequence[Source], *, leave_out: Path) -> None:
    """Refuse a source that does not exist, and sources without a file, before anything is done.

    Args:
        sources: what the person named.
        leave_out: the casebook that is to be written.

    Raises:
        UnreadableError: a source does not exist, or there is no file in any of them.
    """
    for source in sources:
        if isinstance(source, Path) and not source.exists():
            raise UnreadableError(
                f"There is no file or folder {source}.", "Check how the path is written. Nothing was done."
            )
    if not any(_has_file(source, leave_out.resolve()) for source in sources):
        named = ", ".join(str(source) for source in sources)
        raise UnreadableError(
            f"There is no file to read in {named}.", "Name a folder that holds documents, or the files."
        )


def _has_file(source: Source, leave_out: Path) -> bool:
    if isinstance(source, bytes) or not source.is_dir():
        return True
    return next(_files_in(source, leave_out, []), None) is not None


def source_files(sources: Sequence[Source], *, leave_out: Path) -> tuple[list[SourceFile], list[Unread]]:
    """The files in the sources, folders in the order of their paths, and what is passed by.

    A file in a folder is called by its path from there.

    Args:
        sources: what the person named.
        leave_out: the casebook that is being written, which may lie among its own sources.

    Raises:
        UnreadableError: a source does not exist, or there is no file in any of them.
    """
    check_sources(sources, leave_out=leave_out)
    found: list[SourceFile] = []
    passed_by: list[Unread] = []
    for source in sources:
        if isinstance(source, bytes):
            found.append(SourceFile.of(source, STANDARD_INPUT))
        elif source.is_dir():
            inside = _files_in(source, leave_out.resolve(), passed_by)
            found += (SourceFile.at(path, path.relative_to(source).as_posix()) for path in inside)
        else:
            found.append(SourceFile.at(source, source.name))
    return list(dict.fromkeys(found)), passed_by


def _files_in(source: Path, leave_out: Path, passed_by: list[Unread]) -> Iterator[Path]:
    """Every file in a folder that is not hidden, but nothing of a casebook's own."""

    def pass_by(path: Path, reason: str, remedy: str = "") -> None:
        passed_by.append(Unread(path.relative_to(source).as_posix(), reason, remedy))

    def unopened(error: OSError) -> None:
        pass_by(Path(error.filename), f"the folder cannot be opened ({error.strerror})")

    for folder, inner, names in os.walk(source, onerror=unopened):
        here = Path(folder)
        if here.resolve() == leave_out or DATABASE_FILE in names:
            inner.clear()
            if here.resolve() != leave_out:
                pass_by(here, "it is a casebook, not documents", "Name its documents/ folder to read these.")
            continue
        for link in (here / name for name in _shown(inner) if (here / name).is_symlink()):
            pass_by(link, "it is a link to a folder", "Name that folder by its own path.")
        inner[:] = _shown(inner)
        for path in (here / name for name in _shown(names)):
            if path.is_file():
                yield path
            else:
                pass_by(path, "it is a device, a pipe or a broken link", "Name the file that it stands for.")


def _shown(names: Iterable[str]) -> list[str]:
    """The names that are not hidden, in order."""
    return sorted(name for name in names if not name.startswith("."))
