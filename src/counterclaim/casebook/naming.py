"""Which document somebody means who names one, to withdraw or to restore it."""

from collections.abc import Callable, Sequence

from counterclaim.casebook.contents import DocumentLine
from counterclaim.errors import CasebookError

_SHOWN = 12  # digits of a digest, where several are listed


def to_withdraw(lines: Sequence[DocumentLine], named: str) -> DocumentLine:
    """The document that is meant, which must not be withdrawn.

    Args:
        lines: every document.
        named: one of its names, or the beginning of its digest. Where several have the name, it is the one
            that counts.

    Raises:
        CasebookError: none is called so, or several are, or it is withdrawn already.
    """
    line = _meant(lines, named, lambda line: line.set_aside is None)
    if _is_withdrawn(line):
        raise CasebookError(
            f"{line.name} is withdrawn already.", "`counterclaim show documents` says since when and why."
        )
    return line


def to_restore(lines: Sequence[DocumentLine], named: str) -> DocumentLine:
    """The document that is meant, which must be withdrawn. Arguments and errors as for `to_withdraw`."""
    line = _meant(lines, named, _is_withdrawn)
    if line.set_aside is None:
        raise CasebookError(f"{line.name} is not withdrawn.", "It counts as it is.")
    if not _is_withdrawn(line):
        raise CasebookError(
            f"{line.name} is not withdrawn but superseded.",
            "It counts again when its file has these bytes again: put that file back and build.",
        )
    return line


def _is_withdrawn(line: DocumentLine) -> bool:
    return line.set_aside is not None and line.set_aside.why == "withdrawn"


def _meant(lines: Sequence[DocumentLine], named: str, likely: Callable[[DocumentLine], bool]) -> DocumentLine:
    called = [line for line in lines if named in (line.name, *line.also)]
    called = called or [line for line in lines if line.digest.startswith(named.casefold())]
    found = [line for line in called if likely(line)] if len(called) > 1 else called
    if len(found) == 1:
        return found[0]
    if not called:
        raise CasebookError(
            f"There is no document {named} in the casebook.", "`counterclaim show documents` lists them."
        )
    digests = ", ".join(line.digest[:_SHOWN] for line in called[:10])
    raise CasebookError(
        f"Several documents are called {named}.", f"Name one by the beginning of its digest: {digests}."
    )
