"""Which documents are copies of one another but for a few words: MinHash over word shingles.

Each text is sketched by the lowest hashes of its runs of five words (bottom-k MinHash: A. Broder, "On the
resemblance and containment of documents", 1997). The share that two sketches have in common estimates the
Jaccard overlap of the texts; only texts that share one of their very lowest hashes are compared, so that
the cost stays linear. It is written here and not taken from a library because `zlib.crc32` does all of the
work, and the libraries for it (datasketch, rensa) bring SciPy or a compiled part for these few lines.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from zlib import crc32

from counterclaim.model import Document

WIDTH = 5
"""Words in a shingle: runs of so many are seldom alike by chance."""

SKETCH = 128
"""Hashes that are kept of a text; the estimate of its overlap is then off by some 4 % of a hundred."""

BANDS = 8
"""By how many of its lowest hashes a text is looked up; copies nearly always share one of them."""

ALIKE = 0.7
"""Texts whose shingles overlap by this share (Jaccard) are copies: a paragraph or some names differ."""

LEAST = 20
"""Texts of fewer shingles are not compared."""

MOST = 50
"""How many texts that share one hash are compared; where more do, it is a form letter's."""

_WORD = re.compile(r"\w+")


def copied_texts(documents: Iterable[Document]) -> dict[str, str]:
    """The documents that are copies of an earlier one.

    Args:
        documents: in any order; without a date one is later than all others.

    Returns:
        The digest of each copy, and that of the first text of those that are alike.
    """
    first: dict[str, str] = {}
    sketches: dict[str, frozenset[int]] = {}
    found_by: defaultdict[int, list[str]] = defaultdict(list)
    for document in sorted(documents, key=_order):
        sketch = _sketch(document.text)
        if len(sketch) < LEAST:
            continue
        lowest = sketch[:BANDS]
        near = dict.fromkeys(digest for key in lowest for digest in found_by[key][:MOST])
        members = frozenset(sketch)
        original = next((one for one in near if _alike(members, sketches[one])), None)
        if original is not None:
            first[document.digest] = first.get(original, original)
        sketches[document.digest] = members
        for key in lowest:
            found_by[key].append(document.digest)
    return first


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The Jaccard overlap of two texts, estimated from their sketches: 0 to 1."""
    common = one & other
    lowest = sorted(one | other)[: max(1, min(len(one), len(other), SKETCH))]
    return sum(map(common.__contains__, lowest)) / len(lowest)


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the overlap is that of copies. What two sketches have in common is seldom enough for it."""
    enough = ALIKE * min(len(one), len(other), SKETCH)
    return len(one & other) >= enough and overlap(one, other) >= ALIKE


def _sketch(text: str) -> list[int]:
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[start : start + WIDTH]) for start in range(len(words) - WIDTH + 1)}
    return nsmallest(SKETCH, {crc32(run.encode()) for run in runs})


def _order(document: Document) -> tuple[str, str, str]:
    return document.date or "~", document.name, document.digest


def one_text(one: str, other: str, copies: Mapping[str, str]) -> bool:
    """Whether two documents, by their digests, are copies of each other."""
    return one != other and copies.get(one, one) == copies.get(other, other)
