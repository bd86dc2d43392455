"""Stage 1 over a casebook: every document in the sources is read into it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.casebook import Casebook, FileRead, SetAside
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
        found: each document in them by its digest and the name that it has there, in order.
        added: how many of these the casebook did not have.
        unread: what could not be read.
        notes: what reading gave cause to remark, in words.
        superseded: documents that no longer count, because their files now have other bytes.
        withdrawn: documents in the sources that do not count, because somebody withdrew them.
        absent: names of the documents that count and are in none of these sources.
    """

    found: tuple[tuple[str, str], ...] = ()
    added: int = 0
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()
    superseded: tuple[SetAside, ...] = ()
    withdrawn: tuple[SetAside, ...] = ()
    absent: tuple[str, ...] = ()

    @classmethod
    def of(cls, parts: Iterable["Reading"]) -> "Reading":
        """What several files gave."""
        parts = list(parts)
        return cls(
            tuple(one for part in parts for one in part.found),
            sum(part.added for part in parts),
            tuple(one for part in parts for one in part.unread),
            tuple(one for part in parts for one in part.notes),
        )

    @property
    def documents(self) -> int:
        """How many documents there are in the sources, copies among them."""
        return len(self.found)

    @property
    def copies(self) -> tuple[tuple[str, str], ...]:
        """What is the same byte for byte as something before it: its name, and the other's."""
        first: dict[str, str] = {}
        return tuple(
            (name, first[digest]) for digest, name in self.found if first.setdefault(digest, name) != name
        )


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
    counted_before = {line.digest for line in casebook.document_lines() if line.set_aside is None}
    parts, fresh = _read_before(casebook, files)
    parts.append(_kept_unread(casebook, passed_by))
    done = len(files) - len(fresh)
    progress(Step(Stage.READ, done, len(files), "files"))
    for outcome in _outcomes(fresh, workers):
        parts.append(_kept(casebook, outcome))
        done += 1
        progress(Step(Stage.READ, done, len(files), "files"))
    reading = Reading.of(parts)
    if not reading.documents:
        raise _nothing_read(reading.unread)
    return _standing(casebook, reading, counted_before)


def _standing(casebook: Casebook, reading: Reading, counted_before: Collection[str]) -> Reading:
    """The same with what no longer counts, and what is of earlier runs."""
    found = {digest for digest, _ in reading.found}
    lines = casebook.document_lines()
    aside = [line.set_aside for line in lines if line.set_aside]
    return replace(
        reading,
        superseded=tuple(one for one in aside if one.document in counted_before and one.why == "superseded"),
        withdrawn=tuple(one for one in aside if one.document in found and one.why == "withdrawn"),
        absent=tuple(line.name for line in lines if not line.set_aside and line.digest not in found),
    )


def _read_before(casebook: Casebook, files: Iterable[SourceFile]) -> tuple[list[Reading], list[SourceFile]]:
    """What the casebook has of the files already, and the files that have to be read."""
    parts, fresh = [], []
    for file in files:
        kept = casebook.file_read(file.place, file.digest) if file.digest else None
        if kept is None:
            fresh.append(file)
        else:
            found = tuple(zip(kept.documents, kept.names, strict=True))
            parts.append(Reading(found, unread=kept.unread, notes=kept.notes))
    return parts, fresh


def _outcomes(files: list[SourceFile], workers: int | None) -> Iterator[Outcome[SourceFile, Items]]:
    """What reading each file gives: in this process one by one, from another all at once."""
    workers = suitable_workers(len(files)) if workers is None else workers
    return run(SourceFile.items if workers == 1 else SourceFile.all_items, files, workers=workers)


def _kept(casebook: Casebook, outcome: Outcome[SourceFile, Items]) -> Reading:
    """Keep what a file gave, and that it was read to its end."""
    file = outcome.item
    if outcome.result is None:
        return _kept_unread(casebook, [Unread(file.name, f"reading it failed: {outcome.error}")])
    parts = []
    for item in outcome.result:
        if isinstance(item, Unread):
            parts.append(_kept_unread(casebook, [item]))
        else:
            added = int(casebook.add(item))
            parts.append(Reading(((item.digest, item.name),), added, notes=item.notes))
    reading = Reading.of(parts)
    if file.digest:
        casebook.put_file_read(file.place, _file_read(file, reading))
    return reading


def _file_read(file: SourceFile, reading: Reading) -> FileRead:
    return FileRead(
        file.digest,
        tuple(digest for digest, _ in reading.found),
        reading.unread,
        tuple(name for _, name in reading.found),
        reading.notes,
    )


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
        "Counterclaim reads plain text, Markdown, HTML, PDF with text in it, .csv, .xlsx and .jsonl.",
    )
