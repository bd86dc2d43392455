"""What casebook.toml seals is left out of a record, with everything that would give it away.

A sealed document goes with its claims. A sealed claim goes with its words: they are blacked out in its
document, and what else was made from the same words goes too. A finding or a contradiction that rests
on any of these is left out whole, because its range or its sentence could tell; whoever publishes
reconciles the public claims again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from counterclaim.casebook.coarsening import coarsened, refuse_unknown_places
from counterclaim.errors import SettingsError
from counterclaim.model import Claim, Decision, Document, Entity, Reconciliation, Record, Registers
from counterclaim.settings.declaration import AccessSettings

BLACK = "█"
_NAMED_BY_CLAIMS = ("source", "source_side", "party", "actor", "target", "place", "object")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sealed:
    """What is left out: digests of documents, and spans of the others' texts."""

    documents: frozenset[str]
    spans: dict[str, list[Span]]

    def hides(self, document: str, start: int, end: int) -> bool:
        return document in self.documents or any(
            start < stop and begin < end for begin, stop in self.spans.get(document, ())
        )


def public_part(record: Record, access: AccessSettings) -> Record:
    """The record without what is sealed, and with what is to be shown roughly shown so.

    Raises:
        SettingsError: a sealed claim or document, or a place to be coarsened, is not in the casebook. What a
            typing error would have published is better not published at all.
    """
    refuse_unknown_places(record, access)
    if not access.sealed_claims and not access.sealed_documents:
        return coarsened(record, access)
    sealed = _sealed(record, access)
    claims = tuple(one for one in record.claims if not sealed.hides(one.document, one.start, one.end))
    overruled = tuple(one for one in record.overruled if not sealed.hides(one.document, one.start, one.end))
    shown = {claim.id for claim in (*claims, *overruled)}
    left = replace(
        record,
        documents=tuple(
            _blacked_out(document, sealed.spans.get(document.digest, ()))
            for document in record.documents
            if document.digest not in sealed.documents
        ),
        unread=tuple(one for one in record.unread if one.name not in access.sealed_documents),
        claims=claims,
        passed_over=tuple(
            one for one in record.passed_over if not sealed.hides(one.document, one.start, one.end)
        ),
        registers=_named_in(record.registers, (*claims, *overruled)),
        reconciliation=_resting_on(record.reconciliation, shown),
        overruled=overruled,
        decisions=_without(record.decisions, shown),
    )
    return coarsened(left, access)


def _sealed(record: Record, access: AccessSettings) -> _Sealed:
    wanted = set(access.sealed_documents)
    documents = [one for one in record.documents if {one.name, one.digest} & wanted]
    claims = [claim for claim in (*record.claims, *record.overruled) if claim.id in access.sealed_claims]
    known = {one.name for one in record.unread}.union(*({one.name, one.digest} for one in documents))
    _refuse_unknown("sealed_documents", wanted - known)
    _refuse_unknown("sealed_claims", set(access.sealed_claims) - {claim.id for claim in claims})
    spans: dict[str, list[Span]] = {}
    for claim in claims:
        spans.setdefault(claim.document, []).append((claim.start, claim.end))
    return _Sealed(frozenset(one.digest for one in documents), spans)


def _refuse_unknown(setting: str, unknown: Collection[str]) -> None:
    if unknown:
        raise SettingsError(
            f"casebook.toml, [access]: `{setting}` names {', '.join(sorted(unknown))}, which is not in the "
            "casebook. Nothing is published, because what was meant to be sealed would be.",
            "Correct the name or take it out. A document that was read anew may have new claim identifiers: "
            "`counterclaim show claims CASEBOOK --source … --json` gives them.",
        )


def _blacked_out(document: Document, spans: Iterable[Span]) -> Document:
    """The document with the spans' letters covered; offsets stay as they are."""
    text, title = document.text, document.title
    for start, end in spans:
        words = document.text[start:end]
        if title and (title in words or words in title):
            title = None
        text = text[:start] + BLACK * (end - start) + text[end:]
    return replace(document, text=text, title=title)


def _named_in(registers: Registers, claims: Collection[Claim]) -> Registers:
    """The entities that public claims name, under the names that these use and no others."""
    named = {getattr(claim, field) for claim in claims for field in _NAMED_BY_CLAIMS}
    by_name = {key: entity for key, entity in registers.by_name.items() if key[1] in named}
    public = {claim.id for claim in claims}
    precisions = {claim: code for claim, code in registers.precisions.items() if claim in public}
    return Registers(tuple(_renamed(registers.entities, by_name)), by_name, precisions=precisions)


def _renamed(entities: Iterable[Entity], by_name: Mapping[tuple[str, str], str]) -> Iterator[Entity]:
    names: dict[str, list[str]] = {}
    for (_, name), entity in by_name.items():
        names.setdefault(entity, []).append(name)
    for one in entities:
        if kept := names.get(one.id):
            shown = one.name if one.name in kept else kept[0]
            yield replace(one, name=shown, names=tuple(dict.fromkeys(kept)), description=None)


def _resting_on(reconciliation: Reconciliation, public: Collection[str]) -> Reconciliation:
    """The findings, contradictions, incidents, holdings and ceasefires all of whose claims are public.

    No estimate: each of them rests on every settled series of the casebook, by what it teaches of sources.
    """
    held = [one for one in reconciliation.holdings if all(claim in public for claim in one.claims)]
    shown = {one.id for one in held}
    return Reconciliation(
        tuple(
            finding
            for finding in reconciliation.findings
            if all(weighing.claim in public for weighing in finding.weighings)
        ),
        tuple(one for one in reconciliation.contradictions if all(claim in public for claim in one.claims)),
        incidents=tuple(
            one for one in reconciliation.incidents if all(report.claim in public for report in one.reports)
        ),
        holdings=tuple(
            replace(
                one,
                ended_by=one.ended_by if one.ended_by in shown else None,
                disputed_by=tuple(other for other in one.disputed_by if other in shown),
            )
            for one in held
        ),
        ceasefires=tuple(
            one for one in reconciliation.ceasefires if all(word.claim in public for word in one.words)
        ),
    )


def _without(decisions: Iterable[Decision], public: Collection[str]) -> tuple[Decision, ...]:
    """The decisions as far as they are about public claims; words about a sealed one are not shown.

    A decision is kept although it tells nothing any more, since another one may undo it.
    """
    return tuple(
        one if all(claim in public for claim in one.claims) else _in_part(one, public) for one in decisions
    )


def _in_part(decision: Decision, public: Collection[str]) -> Decision:
    """A decision without words and names; which claims it sets apart from the others still holds."""
    claims = tuple(claim for claim in decision.claims if claim in public)
    apart = [claim for claim in decision.values.get("apart", ()) if claim in public]
    return replace(decision, claims=claims, values={"apart": apart} if apart else {}, reason="", by="")
