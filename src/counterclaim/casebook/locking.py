"""One writer at a time: a lock on a casebook's folder that the system takes away when its holder dies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from counterclaim.errors import CasebookError

FILE_NAME = "casebook.lock"

if os.name == "nt":  # pragma: no cover
    import msvcrt

    _FAR_BEYOND = 1 << 30  # locked bytes cannot be read, and the holder's number has to be

    def _seize(file: IO[str]) -> None:
        file.seek(_FAR_BEYOND)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
else:
    import fcntl

    def _seize(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the casebook's lock for the block.

    Raises:
        CasebookError: somebody else holds it.
    """
    with (folder / FILE_NAME).open("a+", encoding="ascii") as file:
        try:
            _seize(file)
        except OSError:
            raise CasebookError(
                f"Another run is writing the casebook {folder}{_holder(file)}.",
                "Wait until it has finished, or stop it; then run this command again.",
            ) from None
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _holder(file: IO[str]) -> str:
    file.seek(0)
    number = file.read().strip()
    return f" (process {number})" if number.isdigit() else ""
