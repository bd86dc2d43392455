"""Stages 2 to 5 over a casebook. They know each other only by what the casebook keeps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

from counterclaim.casebook import Casebook, coarsened
from counterclaim.casebook.fingerprint import derivation_fingerprint
from counterclaim.engines import run, suitable_workers
from counterclaim.errors import CounterclaimError
from counterclaim.extraction import extract
from counterclaim.gazetteer import Gazetteer, build_index, open_gazetteer
from counterclaim.model import Conflict, Document, Extraction, Reconciliation, Record, Unread
from counterclaim.partial_date import PartialDate
from counterclaim.pipeline.progress import Progress, Stage, Step, silent
from counterclaim.policy import Policy
from counterclaim.publication import Earlier, Tiles, publish
from counterclaim.reconciliation import reconcile
from counterclaim.reconciliation.accounts import known_by, said_on
from counterclaim.registers import resolve

if TYPE_CHECKING:
    from counterclaim.extraction.llm import Totals, Verdict

REPORT = "Please report it with the document, if you may share it."
"""What to do about a fault of the program's own."""

# ---------------------------------------------------------------- 2. extract


@dataclass(frozen=True, slots=True)
class Extracted:
    """What an extraction over a casebook did.

    Attributes:
        documents: how many documents had their claims found.
        failed: the documents that could not be worked on, and why.
        waiting: how many documents wait for the second reader's next run.
        second_reader: what the second reader did, None where it took no part.
        verdicts: how many claims there are of each verdict, where two readers were compared.
    """

    documents: int = 0
    failed: tuple[Unread, ...] = ()
    waiting: int = 0
    second_reader: "Totals | None" = None
    verdicts: Mapping["Verdict", int] = field(default_factory=dict)


def extract_pending(casebook: Casebook, *, workers: int | None = 1, progress: Progress = silent) -> Extracted:
    """Find the claims of every document that waits for it.

    Args:
        casebook: one that this process has locked.
        workers: how many processes work; None: as many as suit.
        progress: told after each document.

    Raises:
        CasebookError: the disk refuses.
    """
    pending = casebook.pending()
    workers = suitable_workers(len(pending)) if workers is None else workers
    work, documents = partial(extract_soundly, conflict=casebook.conflict), map(casebook.document, pending)
    progress(Step(Stage.EXTRACT, 0, len(pending), "documents"))
    failed: list[Unread] = []
    for done, outcome in enumerate(run(work, documents, workers=workers), start=1):
        if outcome.result is not None:
            casebook.put_extraction(outcome.result)
        else:
            reason = f"its claims could not be extracted: {outcome.error}"
            failed.append(Unread(outcome.item.name, reason, REPORT, outcome.item.digest))
            casebook.add_unread(failed[-1], "extraction")
        progress(Step(Stage.EXTRACT, done, len(pending), "documents"))
    return Extracted(len(pending) - len(failed), tuple(failed))


def extract_soundly(document: Document, conflict: Conflict) -> Extraction:
    """The claims of a document. Raises CounterclaimError if `refuse_unsound` does."""
    extraction = extract(document, conflict)
    refuse_unsound(document, extraction)
    return extraction


def refuse_unsound(document: Document, extraction: Extraction) -> None:
    """Check that each claim quotes its document's words, and that none is there twice.

    Raises:
        CounterclaimError: the extractor gave a claim of which that is not so.
    """
    ids: set[str] = set()
    for claim in extraction.claims:
        if claim.document != document.digest or document.text[claim.start : claim.end] != claim.quote:
            raise CounterclaimError(f"the claim at {claim.start} does not quote the document", REPORT)
        if claim.id in ids:
            raise CounterclaimError(f"two claims at {claim.anchor} have one identifier", REPORT)
        ids.add(claim.id)


# ---------------------------------------------------------------- 3. resolve, 4. reconcile


class Naming(TypedDict, total=False):
    """How names of places are resolved and ordered, as `registers.resolve` takes it."""

    gazetteer: Gazetteer
    name_order: Literal["document", "alphabetical"]


def resolve_names(casebook: Casebook, *, progress: Progress = silent) -> None:
    """Work out which entity each name in the claims stands for, and keep the registers.

    The gazetteer's index is built before, where it is not there yet. Nothing is done where the registers that
    are kept are of the claims, texts, settings and gazetteer as they are.

    Raises:
        GazetteerError: the gazetteer cannot be built or read.
        SettingsError: a lexicon file is wrong.
    """
    build_index(partial(_tell_of_index, progress))
    progress(Step(Stage.RESOLVE, 0, 1, "registers"))
    naming = _naming(casebook)
    made_with = derivation_fingerprint(casebook.conflict, naming["gazetteer"].stamp, naming["name_order"])
    if not casebook.is_made_with("registers", made_with):
        record = casebook.record()
        claims = (*record.claims, *record.overruled)
        registers = resolve(claims, record.documents, record.conflict, **naming)
        casebook.put_registers(registers, made_with)
    progress(Step(Stage.RESOLVE, 1, 1, "registers"))


def _tell_of_index(progress: Progress, done: int, total: int) -> None:
    notice = "The index of the gazetteer is built; that is done once." if done == 0 else ""
    progress(Step(Stage.RESOLVE, done, total, "places of the gazetteer", notice))


def reconcile_claims(casebook: Casebook, *, workers: int | None = 1, progress: Progress = silent) -> None:
    """Bring the claims together to findings, contradictions and incidents, and keep these.

    Nothing is done where those that are kept follow from the claims, texts, registers, decisions and settings
    as they are.

    Args:
        casebook: one that this process has locked.
        workers: how many processes work; None: as many as suit.
        progress: told at the beginning and at the end.

    Raises:
        CounterclaimError: a series could not be reconciled; it says which.
    """
    progress(Step(Stage.RECONCILE, 0, 1, "reconciliations"))
    policy = casebook.settings.policy
    made_with = derivation_fingerprint(casebook.conflict, policy)
    if not casebook.is_made_with("reconciliation", made_with):
        record = casebook.record()
        reconciliation = reconcile(
            record.claims,
            record.conflict,
            record.registers,
            documents=record.documents,
            overruled=record.overruled,
            decisions=record.decisions,
            policy=policy,
            workers=workers,
        )
        casebook.put_reconciliation(reconciliation, made_with)
    progress(Step(Stage.RECONCILE, 1, 1, "reconciliations"))


def _naming(casebook: Casebook) -> Naming:
    return Naming(
        gazetteer=open_gazetteer(casebook.folder), name_order=casebook.settings.shown_places.name_order
    )


def reworked(
    record: Record, policy: Policy, *, as_of: PartialDate | None = None, **naming: Unpack[Naming]
) -> Record:
    """The record with its names resolved and its claims reconciled anew, with nothing kept.

    Args:
        record: whose registers and findings are left aside.
        policy: by what the casebook's claims are judged.
        as_of: reconcile as it was knowable on this day.
        naming: how names of places are resolved, as `registers.resolve` takes it.
    """
    claims = (*record.claims, *record.overruled)
    registers = resolve(claims, record.documents, record.conflict, **naming)
    reconciliation = reconcile(
        record.claims,
        record.conflict,
        registers,
        documents=record.documents,
        as_of=as_of,
        overruled=record.overruled,
        decisions=record.decisions,
        policy=policy,
        workers=None,
    )
    return replace(record, registers=registers, reconciliation=reconciliation)


def as_it_was_known(casebook: Casebook, as_of: PartialDate) -> Record:
    """The record as it was knowable at the end of a day: what was said by then, resolved and reconciled anew.

    Raises:
        GazetteerError: the gazetteer cannot be built or read.
    """
    return reworked(
        _said_by(casebook.record(), as_of), casebook.settings.policy, as_of=as_of, **_naming(casebook)
    )


def _said_by(record: Record, as_of: PartialDate) -> Record:
    """The record with the claims made by the end of a day, and the documents that carry them."""
    by_digest = {document.digest: document for document in record.documents}
    claims, overruled = (
        tuple(known_by(each, by_digest, as_of)) for each in (record.claims, record.overruled)
    )
    carriers = {claim.document for claim in (*claims, *overruled)}
    documents = tuple(one for one in record.documents if one.digest in carriers or _was_out(one, as_of))
    kept = {document.digest for document in documents}
    passed_over = tuple(one for one in record.passed_over if one.document in kept)
    return replace(record, claims=claims, overruled=overruled, documents=documents, passed_over=passed_over)


def _was_out(document: Document, as_of: PartialDate) -> bool:
    return document.date is not None and document.date.last <= as_of.last


# ---------------------------------------------------------------- 5. publish

MOST_DAYS = 60
"""At so many days the site's slider stops; more would take longer to work out than the rest of a site."""


def public_record(casebook: Casebook, as_of: PartialDate | None = None) -> Record:
    """What may leave the casebook. Where something is sealed, findings are made of the rest alone.

    Args:
        casebook: one that has been reconciled.
        as_of: as it was knowable at the end of this day.

    Raises:
        SettingsError: casebook.toml seals or coarsens something that the casebook does not hold.
    """
    record, access = casebook.record(public=True), casebook.settings.access
    if as_of is not None:
        return _public_then(record, as_of, casebook, _naming(casebook))
    if access.sealed_claims or access.sealed_documents:
        record = reworked(record, casebook.settings.policy, **_naming(casebook))
    return coarsened(record, access)


def _public_then(record: Record, as_of: PartialDate, casebook: Casebook, naming: Naming) -> Record:
    then = reworked(_said_by(record, as_of), casebook.settings.policy, as_of=as_of, **naming)
    return coarsened(then, casebook.settings.access)


def earlier_records(
    casebook: Casebook, until: PartialDate | None = None, *, progress: Progress = silent
) -> Iterator[Earlier]:
    """What may leave the casebook as it was knowable on the days on which claims were made, in their order.

    Each day costs as much as reconciling what had been claimed by then. Of more than `MOST_DAYS` days so
    many are taken, spread evenly, the first and the last among them.

    Args:
        casebook: one that has been reconciled.
        until: the last day to take; None: all that there are.
        progress: told after each day, with one step left for what is made of them.
    """
    record, naming = casebook.record(public=True), _naming(casebook)
    if until is not None:
        record = _said_by(record, until)
    before: dict[str, Any] = {}
    days = _spread(_days_of_claims(record))
    for done, day in enumerate(days, start=1):
        then = _public_then(record, day, casebook, naming)
        shared = _shared(then.reconciliation, before)
        progress(Step(Stage.PUBLISH, done, len(days) + 1, "steps"))
        yield Earlier(day, replace(then, reconciliation=shared))


def _days_of_claims(record: Record) -> list[PartialDate]:
    by_digest = {document.digest: document for document in record.documents}
    said = (said_on(claim, by_digest[claim.document]) for claim in record.claims)
    return sorted({PartialDate.of(one.last) for one in said if one})


def _spread(days: Sequence[PartialDate]) -> list[PartialDate]:
    if len(days) <= MOST_DAYS:
        return list(days)
    return [days[round(place * (len(days) - 1) / (MOST_DAYS - 1))] for place in range(MOST_DAYS)]


def _shared(now: Reconciliation, before: dict[str, Any]) -> Reconciliation:
    """The same, with what is as it was `before` kept but once; that is brought up to now."""

    def once(things: Iterable[Any]) -> tuple[Any, ...]:
        kept = tuple(before[one.id] if before.get(one.id) == one else one for one in things)
        before.update((one.id, one) for one in kept)
        return kept

    return replace(
        now,
        findings=once(now.findings),
        contradictions=once(now.contradictions),
        incidents=once(now.incidents),
    )


def publish_site(
    casebook: Casebook,
    folder: Path | None = None,
    *,
    as_of: PartialDate | None = None,
    progress: Progress = silent,
) -> Path:
    """Write the casebook's site.

    Args:
        casebook: one that has been reconciled.
        folder: where the site goes; None: into the casebook's own.
        as_of: as it was knowable at the end of this day.
        progress: told after each day of the slider, and at the end.

    Returns:
        The site's first page.

    Raises:
        CounterclaimError: the site cannot be written.
        SettingsError: casebook.toml seals something that the casebook does not hold.
    """
    earlier = tuple(earlier_records(casebook, as_of, progress=progress))
    site = casebook.settings.site
    tiles = Tiles(site.tile_url, site.tile_attribution or "") if site.tile_url else None
    page = publish(
        public_record(casebook, as_of),
        folder or casebook.folder / "site",
        tiles,
        earlier,
    )
    progress(Step(Stage.PUBLISH, len(earlier) + 1, len(earlier) + 1, "steps"))
    return page
