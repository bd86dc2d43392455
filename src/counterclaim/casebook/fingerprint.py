"""Fingerprints of what a result was made with, so that work is done again only when it would differ."""

import hashlib
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from counterclaim.model import Conflict, digest_of

_EXTRACTOR = ("counterclaim.extraction", "counterclaim.lexicon")
_READER = ("counterclaim.reading",)
_SHARED = ("model.py", "partial_date.py", "count_range.py")


@cache
def extractor_fingerprint(reader: str = "") -> str:
    """Sixteen digits that change with the extractor's program or its lexicon.

    Args:
        reader: fingerprint of a second reader that takes part; "" for the grammar alone.
    """
    own = _fingerprint(_EXTRACTOR)
    return digest_of(own, reader) if reader else own


@cache
def reader_fingerprint() -> str:
    """Sixteen digits that change with the program that reads documents."""
    return _fingerprint(_READER)


def conflict_fingerprint(conflict: Conflict) -> str:
    """Sixteen digits that change with what casebook.toml says about the conflict."""
    return digest_of(repr(asdict(conflict)))


def _fingerprint(packages: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for package in packages:
        _add_folder(digest, files(package))
    for name in _SHARED:
        digest.update((files("counterclaim") / name).read_bytes())
    return digest.hexdigest()[:16]


def _add_folder(digest: "hashlib._Hash", folder: Traversable) -> None:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            if item.name != "__pycache__":
                _add_folder(digest, item)
        elif not item.name.endswith(".pyc"):
            digest.update(item.name.encode() + item.read_bytes())
