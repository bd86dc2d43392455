"""A casebook: the folder that keeps documents, claims, findings and the history of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from sqlalchemy import and_, func, select

from counterclaim.casebook import contents, deciding, decisions, rows, writing
from counterclaim.casebook.access import public_part
from counterclaim.casebook.checking import Problem, history_head, problems
from counterclaim.casebook.contents import DocumentLine, FileRead, SetAside, Tally, fetched, first
from counterclaim.casebook.database import FILE_NAME as DATABASE_FILE
from counterclaim.casebook.database import Database, saying_what_failed
from counterclaim.casebook.filters import ClaimFilter
from counterclaim.casebook.fingerprint import (
    conflict_fingerprint,
    extractor_fingerprint,
    reader_fingerprint,
)
from counterclaim.casebook.founding import begin_settings, make_folder, read_settings
from counterclaim.casebook.locking import only_writer
from counterclaim.casebook.naming import to_restore, to_withdraw
from counterclaim.casebook.originals import Originals
from counterclaim.casebook.schema import DERIVATIONS, DOCUMENTS, EXTRACTIONS, FILES, UNREAD
from counterclaim.errors import CasebookError
from counterclaim.model import (
    Claim,
    Conflict,
    Decision,
    Document,
    Extraction,
    PassedOver,
    Reconciliation,
    Record,
    Registers,
    Unread,
)
from counterclaim.settings import FILE_NAME as SETTINGS_FILE
from counterclaim.settings import CasebookSettings


class Casebook:
    """One casebook, open. Every change is a transaction of its own and leaves a history entry.

    Use `Casebook.open`. Reading needs no lock; a run that writes holds `locked()`.

    Attributes:
        folder: where it lies.
        settings: what its casebook.toml says.
    """

    def __init__(self, folder: Path, settings: CasebookSettings, database: Database) -> None:
        self.folder = folder
        self.settings = settings
        self._database = database
        self._originals = Originals(folder / "documents")

    @classmethod
    def open(cls, folder: Path, *, create: bool = False, settings: Path | None = None) -> Self:
        """Open the casebook in `folder`, and bring its database to this version's schema.

        Args:
            folder: the casebook's folder.
            create: make the casebook if there is none. The folder must be new, empty, or hold nothing but
                a casebook.toml.
            settings: with `create`, a casebook.toml for a new casebook to begin with.

        Raises:
            CasebookError: there is no casebook, the folder holds other things, the database is damaged or
                from a newer version, or the disk refuses.
            SettingsError: casebook.toml says something that it cannot, or the casebook has one already
                that says something else than `settings`.
        """
        if create:
            with saying_what_failed(folder):
                make_folder(folder)
                begin_settings(folder / SETTINGS_FILE, settings)
        if not (folder / SETTINGS_FILE).exists() and not (folder / DATABASE_FILE).exists():
            raise CasebookError(
                f"There is no casebook in {folder}.",
                f"Make one with: counterclaim build SOURCES -o {folder}",
            )
        declared = read_settings(folder)
        return cls(folder, declared, Database(folder, declared.database.url))

    def __enter__(self) -> Self:
        """The casebook itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @property
    def conflict(self) -> Conflict:
        """The conflict that casebook.toml declares."""
        return self.settings.conflict

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the casebook's only writer for the block.

        Raises:
            CasebookError: another run is writing it.
        """
        with saying_what_failed(self.folder), only_writer(self.folder):
            self._originals.clear_incoming()
            yield

    # ------------------------------------------------------------ documents

    def add(self, document: Document) -> bool:
        """Keep a document and its original; the same document twice changes nothing.

        Returns:
            Whether anything changed: the document is new, or its reader reads it differently now.

        Raises:
            CasebookError: the original's bytes are not those that the digest names, or the disk refuses.
        """
        with self._database.troubles():
            original = self._originals.keep(document)
        with self._database.writing() as connection:
            return writing.put_document(connection, document, original)

    def add_unread(self, unread: Unread, stage: rows.Stage = "reading") -> bool:
        """Keep a note of what a stage could not read, and why. Returns whether that is news."""
        with self._database.writing() as connection:
            return writing.put_unread(connection, unread, stage)

    def file_read(self, place: str, digest: str) -> FileRead | None:
        """What a source file gave when the reader that there is now read it to its end.

        Args:
            place: digest of where the file lies.
            digest: SHA-256 of its bytes.

        Returns:
            None if the file has to be read (again).
        """
        with self._database.reading() as connection:
            query = select(FILES).where(FILES.c.place == place, FILES.c.digest == digest)
            row = first(connection, query)
            if row is None or row["reader"] != reader_fingerprint():
                return None
            if len(row["names"]) != len(row["documents"]):  # an older version did not note them
                return None
            unread = select(UNREAD).where(UNREAD.c.id.in_(row["unread"])).order_by(UNREAD.c.name, UNREAD.c.id)
            notes = fetched(connection, unread)
            return FileRead(
                digest,
                tuple(row["documents"]),
                tuple(rows.unread_from(note) for note in notes),
                tuple(row["names"]),
                tuple(row["notes"]),
            )

    def put_file_read(self, place: str, read: FileRead) -> None:
        """Note that a source file was read to its end, and what it gave.

        What could not be read when the file at this place was read before, and now could, is struck out.
        A document that it gave before, and that no file gives any longer, is set aside if another stands
        in its place.
        """
        row = {
            "place": place,
            "digest": read.digest,
            "reader": reader_fingerprint(),
            "documents": list(read.documents),
            "unread": [rows.unread_row(one, "reading")["id"] for one in read.unread],
            "names": [rows.storable(name) for name in read.names],
            "notes": [rows.storable(note) for note in read.notes],
        }
        with self._database.writing() as connection:
            writing.put_file(connection, row)

    def document(self, digest: str) -> Document:
        """The document with this digest, without its original's bytes.

        Raises:
            CasebookError: there is none.
        """
        with self._database.reading() as connection:
            row = first(connection, select(DOCUMENTS).where(DOCUMENTS.c.digest == digest))
        if row is None:
            raise CasebookError(f"There is no document {digest} in the casebook {self.folder}.")
        return rows.document_from(row)

    def document_lines(self) -> list[DocumentLine]:
        """Every document without its text, with the number of its claims, in the order of their names."""
        with self._database.reading() as connection:
            return list(contents.document_lines(connection))

    def set_aside(self) -> list[SetAside]:
        """Every document that is kept but no longer counts, in the order of digests."""
        with self._database.reading() as connection:
            return list(contents.set_aside(connection))

    def withdraw(self, named: str, reason: str) -> DocumentLine:
        """Let a document count no longer. It is kept with its claims, and stays so when it is read again.

        Args:
            named: its name, or the beginning of its digest.
            reason: why, in words; it goes into the history.

        Returns:
            The document as it then stands.

        Raises:
            CasebookError: no document, or more than one, is named so, or it is withdrawn already.
        """
        line = to_withdraw(self.document_lines(), named)
        with self._database.writing() as connection:
            writing.set_aside(connection, line.digest, writing.WITHDRAWN, None, reason)
        return self._line(line.digest)

    def restore(self, named: str, reason: str = "") -> DocumentLine:
        """Let a document that was withdrawn count again. Arguments, returns and errors as for `withdraw`."""
        line = to_restore(self.document_lines(), named)
        with self._database.writing() as connection:
            writing.restore(connection, line.digest, reason)
            writing.settle_standing(connection, given=(), earlier=[line.digest])
        return self._line(line.digest)

    def unread(self) -> list[Unread]:
        """Everything that could not be read or worked on, in the order of the names."""
        with self._database.reading() as connection:
            return list(contents.unread(connection))

    # ------------------------------------------------------------ claims

    def pending(self, reader: str = "") -> list[str]:
        """Digests of the documents whose claims were not found yet, or were with other rules or settings.

        Args:
            reader: fingerprint of a second reader that takes part; "" for the grammar alone.
        """
        made = self._made(reader)
        up_to_date = and_(
            EXTRACTIONS.c.document == DOCUMENTS.c.digest,
            EXTRACTIONS.c.extractor == made.extractor,
            EXTRACTIONS.c.conflict == made.conflict,
        )
        query = (
            select(DOCUMENTS.c.digest)
            .where(contents.counts(DOCUMENTS.c.digest))
            .where(~select(EXTRACTIONS.c.document).where(up_to_date).exists())
            .order_by(DOCUMENTS.c.name, DOCUMENTS.c.digest)
        )
        with self._database.reading() as connection:
            return list(connection.execute(query).scalars())

    def put_extraction(self, extraction: Extraction, reader: str = "") -> None:
        """Keep what was found in a document, in the place of what was found in it before.

        Registers and findings are withdrawn until they are put again, since they rest on the claims.

        Args:
            extraction: what was found.
            reader: fingerprint of the second reader that took part; "" for the grammar alone.
        """
        with self._database.writing() as connection:
            writing.put_extraction(connection, extraction, self._made(reader))

    def claims(self, wanted: ClaimFilter | None = None) -> list[Claim]:
        """The claims that pass the filter, or all; document by document in the order of the text."""
        with self._database.reading() as connection:
            return list((wanted or ClaimFilter()).of(connection))

    def passed_over(self) -> list[PassedOver]:
        """What became no claim, and why; document by document in the order of the text."""
        with self._database.reading() as connection:
            return list(contents.passed_over(connection))

    # ------------------------------------------------------------ what follows from claims

    def put_registers(self, registers: Registers, made_with: str = "") -> bool:
        """Keep the registers.

        Args:
            registers: of the claims and texts as they are.
            made_with: as `is_made_with` is asked for it.

        Returns:
            Whether they differ from those that were kept.
        """
        with self._database.writing() as connection:
            return writing.put_derived(connection, "registers", writing.registers_rows(registers), made_with)

    def put_reconciliation(self, reconciliation: Reconciliation, made_with: str = "") -> bool:
        """Keep the findings and contradictions; arguments and what is returned as for `put_registers`."""
        with self._database.writing() as connection:
            parts = writing.reconciliation_rows(reconciliation)
            return writing.put_derived(connection, "reconciliation", parts, made_with)

    def is_made_with(self, name: Literal["registers", "reconciliation"], made_with: str) -> bool:
        """Whether what is kept follows from the claims and texts as they are, and was made with just this.

        Args:
            name: what is asked about.
            made_with: a fingerprint of all else that it follows from; never "".
        """
        with self._database.reading() as connection:
            query = select(DERIVATIONS.c.made_with).where(DERIVATIONS.c.name == name)
            return connection.execute(query).scalar() == made_with

    def reconciliation(self) -> Reconciliation:
        """The findings and contradictions that are kept."""
        with self._database.reading() as connection:
            return contents.reconciliation(connection)

    @property
    def is_reconciled(self) -> bool:
        """Whether findings are kept that follow from the claims as they are."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(DERIVATIONS)).scalar() == 2

    # ------------------------------------------------------------ what reviewers decide

    def decide(
        self,
        action: str,
        claims: Sequence[str],
        reason: str,
        *,
        values: Mapping[str, Any] | None = None,
        by: str = "",
    ) -> Decision:
        """Keep a reviewer's decision; the fields are those of `Decision`. Findings wait to be put again.

        Raises:
            CasebookError: a claim is not in the casebook.
        """
        with self._database.writing() as connection:
            return decisions.decide(connection, action, claims, reason, values=values, by=by)

    def review(
        self,
        action: str,
        named: Sequence[str],
        reason: str,
        values: Sequence[Mapping[str, str]] = (),
        by: str = "",
    ) -> Decision:
        """Let a reviewer decide about single claims; arguments and errors as for `reviewed_values`."""
        with self._database.writing() as connection:
            claims, decided = deciding.reviewed_values(connection, action, named, values)
            return decisions.decide(connection, action, claims, reason, values=decided, by=by)

    def undo(self, number: int, reason: str, *, by: str = "") -> Decision:
        """Take a decision back. Returns the one that does so.

        Raises:
            CasebookError: there is no such decision, or it is taken back already.
        """
        with self._database.writing() as connection:
            return decisions.undo(connection, number, reason, by=by)

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision in the order in which they were made, those that were taken back too."""
        with self._database.reading() as connection:
            return contents.decisions(connection)

    # ------------------------------------------------------------ the whole

    def record(self, *, public: bool = False) -> Record:
        """Everything that the casebook holds, as it is at one moment.

        Args:
            public: leave out what casebook.toml seals, and all that would give it away.

        Raises:
            SettingsError: with `public`, casebook.toml seals something that is not there.
        """
        with self._database.reading() as connection:
            record = Record(
                conflict=self.conflict,
                documents=tuple(contents.documents(connection)),
                unread=tuple(contents.unread(connection)),
                claims=tuple(contents.claims(connection)),
                passed_over=tuple(contents.passed_over(connection)),
                registers=contents.registers(connection),
                reconciliation=contents.reconciliation(connection),
                overruled=tuple(contents.overruled(connection)),
                decisions=contents.decisions(connection),
            )
        return public_part(record, self.settings.access) if public else record

    def tally(self) -> Tally:
        """How much the casebook holds of everything."""
        with self._database.reading() as connection:
            return contents.tally(connection)

    def head(self) -> tuple[int, str]:
        """The number and the hash of the newest history entry, to be noted down where nobody can alter it."""
        with self._database.reading() as connection:
            return history_head(connection)

    def verify(self, *, head: str | None = None) -> list[Problem]:
        """Compare every byte and every history entry with what was recorded.

        Args:
            head: the hash of a history entry that was noted down elsewhere and must still be there.

        Returns:
            What does not agree; nothing if all is as it was recorded.
        """
        with self._database.reading() as connection:
            return list(problems(connection, self.folder, head))

    def _line(self, digest: str) -> DocumentLine:
        return next(line for line in self.document_lines() if line.digest == digest)

    def _made(self, reader: str) -> writing.Made:
        return writing.Made(extractor_fingerprint(reader), conflict_fingerprint(self.conflict))
