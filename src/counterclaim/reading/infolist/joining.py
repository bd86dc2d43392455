"""Putting the pieces of a sentence together again that the mirror broke at its links.

The mirror broke the line before and after each link without saying whether white space stood
there, so the characters on both sides decide.
"""

import re
from collections.abc import Iterable

from counterclaim.reading.mapped_text import MappedText

_LINK_TRAILS = re.compile(r"(?:s|es|n|ns|ed|ing|er|ers|ly|ic|ian|ians|ist|ists|ism|ish|wide)(?![\w'’])")
"""Endings that a wiki writes directly after a link, "[[tank]]s"; none of them is a word."""

_CLINGS_TO_LEFT = re.compile(r"[.,;:!?)\]}%’”»]|['’]\w|[-–—/](?=\S)")
_CLINGS_TO_RIGHT = re.compile(r"(?:[(\[{“«‘$€£#/]|(?<=\S)[-–—])$")
_PAIRED = ("''", '"')


def join_pieces(pieces: Iterable[MappedText]) -> MappedText:
    """One paragraph out of its pieces, with a space wherever two of them are two words."""
    parts: list[MappedText | str] = []
    so_far = ""
    for piece in pieces:
        if so_far and piece and _apart(so_far, piece.text):
            parts.append(" ")
            so_far += " "
        parts.append(piece)
        so_far += piece.text
    return MappedText.join(parts)


def _apart(left: str, right: str) -> bool:
    if left[-1].isspace() or right[0].isspace():
        return False
    for mark in _PAIRED:
        is_open = left.count(mark) % 2 == 1
        if left.endswith(mark):
            return not is_open
        if right.startswith(mark):
            return not is_open
    if _CLINGS_TO_RIGHT.search(left) or _CLINGS_TO_LEFT.match(right):
        return False
    return not (left[-1].isalnum() and _LINK_TRAILS.match(right))
