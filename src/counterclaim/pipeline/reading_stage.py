"""Stage 1 over a casebook: every document in the sources is read into it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.casebook import Casebook, FileRead
from counterclaim.engines import Outcome, run, suitable_workers
from counterclaim.errors import UnreadableError
from counterclaim.model import Document, Unread
from counterclaim.pipeline.progress import Progress, Stage, Step, silent
from counterclaim.pipeline.sources import Source, SourceFile, source_files

Items = Iterable[Document | Unread]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading sources gave.

    Attributes:
        documents: how many documents there are in them.
        added: how many of these the casebook did not have.
        unread: what could not be read.
    """

    documents: int = 0
    added: int = 0
    unread: tuple[Unread, ...] = ()

    def __add__(self, other: "Reading") -> "Reading":
        """What both gave."""
        return Reading(self.documents + other.documents, self.added + other.added, self.unread + other.unread)


def read_sources(
    casebook: Casebook, sources: Sequence[Source], *, workers: int | None = 1, progress: Progress = silent
) -> Reading:
    """Read every document in the sources into the casebook; a file that was read before is passed by.

    Args:
        casebook: one that this process has locked.
        sources: files, folders, or the bytes of one file.
        workers: how many processes read; None: as many as suit.
        progress: told after each file.

    Raises:
        UnreadableError: a source does not exist, or nothing in the sources could be read.
        CasebookError: the disk refuses.
    """
    files, passed_by = source_files(sources, leave_out=casebook.folder)
    reading, fresh = _read_before(casebook, files)
    reading += _kept_unread(casebook, passed_by)
    done = len(files) - len(fresh)
    progress(Step(Stage.READ, done, len(files), "files"))
    for outcome in _outcomes(fresh, workers):
        reading += _kept(casebook, outcome)
        done += 1
        progress(Step(Stage.READ, done, len(files), "files"))
    if not reading.documents:
        raise _nothing_read(reading.unread)
    return reading


def _read_before(casebook: Casebook, files: Iterable[SourceFile]) -> tuple[Reading, list[SourceFile]]:
    """What the casebook has of the files already, and the files that have to be read."""
    reading, fresh = Reading(), []
    for file in files:
        kept = casebook.file_read(file.place, file.digest) if file.digest else None
        if kept is None:
            fresh.append(file)
        else:
            reading += Reading(len(kept.documents), 0, kept.unread)
    return reading, fresh


def _outcomes(files: list[SourceFile], workers: int | None) -> Iterator[Outcome[SourceFile, Items]]:
    """What reading each file gives: in this process one by one, from another all at once."""
    workers = suitable_workers(len(files)) if workers is None else workers
    return run(SourceFile.items if workers == 1 else SourceFile.all_items, files, workers=workers)


def _kept(casebook: Casebook, outcome: Outcome[SourceFile, Items]) -> Reading:
    """Keep what a file gave, and that it was read to its end."""
    file = outcome.item
    if outcome.result is None:
        return _kept_unread(casebook, [Unread(file.name, f"reading it failed: {outcome.error}")])
    reading, digests = Reading(), []
    for item in outcome.result:
        if isinstance(item, Unread):
            reading += _kept_unread(casebook, [item])
        else:
            digests.append(item.digest)
            reading += Reading(1, int(casebook.add(item)))
    if file.digest:
        casebook.put_file_read(file.place, FileRead(file.digest, tuple(digests), reading.unread))
    return reading


def _kept_unread(casebook: Casebook, unread: Iterable[Unread]) -> Reading:
    notes = tuple(unread)
    for note in notes:
        casebook.add_unread(note)
    return Reading(unread=notes)


def _nothing_read(unread: Sequence[Unread]) -> UnreadableError:
    shown = [f"  {one.name}: {one.reason}" for one in unread[:5]]
    more = [f"  … and {len(unread) - 5} more"] if len(unread) > 5 else []
    return UnreadableError(
        "\n".join(["Nothing in the sources could be read:", *shown, *more]),
        "Counterclaim reads plain text, Markdown, HTML, PDF with text in it, and .jsonl records.",
    )
