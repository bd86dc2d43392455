"""Sketches of texts, kept so that a new text is compared only with those that may be its copies."""

from array import array
from collections import defaultdict
from collections.abc import Iterable

from counterclaim.model import Document
from counterclaim.reconciliation.copies import Sketch, copies_among, sketched


class Texts:
    """Which texts copy an earlier one.

    Attributes:
        copies: as `copied_texts` gives them.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._sharing: defaultdict[int, set[str]] = defaultdict(set)
        for document in documents:
            self._take_in(document)
        self.copies = copies_among(self._sketches.values())

    def change(self, documents: Iterable[Document], withdrawn: Iterable[str]) -> set[str]:
        """Take texts in and out.

        Args:
            documents: those that are new, or other than they were.
            withdrawn: digests of those that no longer count.

        Returns:
            The digests of those that are copies of another text than before.
        """
        read = {document.digest: document for document in documents}
        near = self._near({*read, *withdrawn})
        for digest in (*read, *withdrawn):
            self._take_out(digest)
        for document in read.values():
            self._take_in(document)
        near = (near & self._sketches.keys()) | self._near(read)
        now = copies_among(self._sketches[digest] for digest in near)
        moved = {digest for digest in near if self.copies.get(digest) != now.get(digest)}
        for digest in near.union(withdrawn):
            self.copies.pop(digest, None)
        self.copies |= now
        return moved

    def _near(self, digests: Iterable[str]) -> set[str]:
        """Texts with all that share a band with them, in any number of steps."""
        near = {digest for digest in digests if digest in self._sketches}
        ahead = list(near)
        while ahead:
            for band in self._sketches[ahead.pop()].bands:
                new = self._sharing[band] - near
                near |= new
                ahead += new
        return near

    def _take_in(self, document: Document) -> None:
        order, hashes = sketched(document)
        sketch = self._sketches[document.digest] = Sketch(order, array("I", hashes))
        for band in sketch.bands:
            self._sharing[band].add(document.digest)

    def _take_out(self, digest: str) -> None:
        sketch = self._sketches.pop(digest, None)
        for band in sketch.bands if sketch else ():
            self._sharing[band].discard(digest)
