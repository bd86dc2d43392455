"""A site's folder, replaced whole: built beside the old one, then put in its place.

Whoever opens the folder sees the old site or the new one, never a mixture, and pages that the record
no longer has do not stay behind. A folder that holds something else than a site is never replaced.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counterclaim.publication.errors import PublicationError

MARKER = ".counterclaim-site"
"""A file that says that a folder is a site which may be replaced."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write a site into; at the end it takes the place of `folder`.

    Raises:
        PublicationError: `folder` holds something else than a site, or cannot be written. The site
            that was there is then still there.
    """
    target = folder.resolve()
    _check_replaceable(target)
    fresh, old = (target.with_name(f".{target.name}.{state}") for state in ("new", "old"))
    try:
        _restore(target, old)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        yield fresh
        (fresh / MARKER).write_text("This folder is written by Counterclaim and replaced as a whole.\n")
        _swap(fresh, target, old)
    except OSError as error:
        raise PublicationError(
            f"the site could not be written to {folder}: {error.strerror or error}",
            "Check that its parent folder can be written to and has space left, then publish again.",
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _check_replaceable(target: Path) -> None:
    if target.is_dir() and (target / MARKER).exists():
        return
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise PublicationError(
            f"{target} holds something else than a site, and publishing would replace it",
            "Name an empty or a new folder for the site.",
        )


def _restore(target: Path, old: Path) -> None:
    """Finish what a run that was killed between the two renames of a swap left."""
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _swap(fresh: Path, target: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
