"""Identifiers that are made of content, so that building again gives the same ones."""

import hashlib


def digest_of(*parts: object, length: int = 16) -> str:
    """A stable identifier of `length` hexadecimal digits (SHA-256 of the parts' text)."""
    return digest("\x1f".join(["" if part is None else str(part) for part in parts]), length)


def digest(text: str, length: int = 16) -> str:
    r"""The same of parts that are joined already, by the unit separator (``\x1f``), none of them None."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]
