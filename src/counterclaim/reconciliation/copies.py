"""Which documents are copies of one another but for a few words: MinHash over word shingles.

Each text is sketched by the lowest hashes of its runs of five words (bottom-k MinHash: A. Broder, "On the
resemblance and containment of documents", 1997). The share that two sketches have in common estimates the
Jaccard overlap of the texts; only texts that share one of their very lowest hashes are compared, so that
the cost stays linear. It is written here and not taken from a library because `zlib.crc32` does all of the
work, and the libraries for it (datasketch, rensa) bring SciPy or a compiled part for these few lines.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from operator import attrgetter
from typing import NamedTuple
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
    return copies_among(sketched(document) for document in documents)


class Sketch(NamedTuple):
    """A text as it is compared.

    Attributes:
        order: that of the texts: date, name, digest.
        hashes: its lowest ones, the lowest first.
    """

    order: tuple[str, str, str]
    hashes: Sequence[int]

    @property
    def digest(self) -> str:
        """The document's."""
        return self.order[-1]

    @property
    def bands(self) -> Sequence[int]:
        """The hashes by which it is looked up, none of a text that is not compared."""
        return self.hashes[:BANDS] if len(self.hashes) >= LEAST else ()


def sketched(document: Document) -> Sketch:
    """A document's sketch."""
    order = document.date or "~", document.name, document.digest
    return Sketch(order, _sketch(document.text))


def copies_among(sketches: Iterable[Sketch]) -> dict[str, str]:
    """As `copied_texts`, of texts that are sketched already; those that share no band can be left out."""
    first: dict[str, str] = {}
    members: dict[str, frozenset[int]] = {}
    found_by: defaultdict[int, list[str]] = defaultdict(list)
    for sketch in sorted(sketches, key=attrgetter("order")):
        if not sketch.bands:
            continue
        digest = sketch.digest
        near = dict.fromkeys(other for key in sketch.bands for other in found_by[key][:MOST])
        members[digest] = frozenset(sketch.hashes)
        original = next((one for one in near if _alike(members[digest], members[one])), None)
        if original is not None:
            first[digest] = first.get(original, original)
        for key in sketch.bands:
            found_by[key].append(digest)
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


@lru_cache(maxsize=256)  # a site is worked out for many days from the same texts
def _sketch(text: str) -> tuple[int, ...]:
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[start : start + WIDTH]) for start in range(len(words) - WIDTH + 1)}
    return tuple(nsmallest(SKETCH, {crc32(run.encode()) for run in runs}))


def one_text(one: str, other: str, copies: Mapping[str, str]) -> bool:
    """Whether two documents, by their digests, are copies of each other."""
    return one != other and copies.get(one, one) == copies.get(other, other)
