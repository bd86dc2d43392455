"""Fingerprints of what a result was made with, so that work is done again only when it would differ."""

import hashlib
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from counterclaim.model import Conflict, digest_of

_READER = ("reading", "model/documents.py", "partial_date.py")
_EXTRACTOR = (
    "extraction",
    "lexicon",
    "model/ceasefires.py",
    "model/claims.py",
    "model/conflict.py",
    "model/documents.py",
    "model/identifiers.py",
    "partial_date.py",
    "count_range.py",
)
_DERIVING = (
    *_EXTRACTOR,
    "gazetteer",
    "model",
    "policy.py",
    "reconciliation",
    "registers",
)


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


def derivation_fingerprint(*made_with: object) -> str:
    """Sixteen digits that change with the program that resolves and reconciles, and with what it is given.

    Args:
        made_with: what is given to it beside claims and texts; what differs must be written otherwise.
    """
    return digest_of(_deriving(), *map(repr, made_with))


@cache
def _deriving() -> str:
    return _fingerprint(_DERIVING)


def conflict_fingerprint(conflict: Conflict) -> str:
    """Sixteen digits that change with what casebook.toml says about the conflict."""
    return digest_of(repr(asdict(conflict)))


def _fingerprint(parts: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        _add(digest, files("counterclaim") / part)
    return digest.hexdigest()[:16]


def _add(digest: "hashlib._Hash", item: Traversable) -> None:
    if not item.is_dir():
        digest.update(item.name.encode() + item.read_bytes())
        return
    for inner in sorted(item.iterdir(), key=lambda inner: inner.name):
        if inner.name != "__pycache__" and not inner.name.endswith(".pyc"):
            _add(digest, inner)
