"""Claims made ready to be set against each other: who speaks, of whom, where, and when, as keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from counterclaim.model import Claim, Conflict, Document
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.days import Span, between, span
from counterclaim.reconciliation.names import Names


@dataclass(slots=True, eq=False)  # not frozen, which makes each take three times as long: there are many
class Account:
    """A claim with the keys by which it is compared. Nobody changes it.

    Attributes:
        id: the claim's id.
        named: whether a source is named, so that it is not the text's own voice.
        document: the document it stands in; None where the caller did not give it.
        voice: the key of the source; for a text's own voice, of its publisher or of the text itself.
        speaker: the parties that the source speaks for.
        subject: the parties whose people or materiel are counted; for an event, its targets.
        actors: the parties that did it.
        party, actor, place: keys of the same, undivided.
        known: the days on which it may have been said.
        covers: for a running toll, the days up to which it may count; else those of what happened.
        order: as-of order, made whole: what it covers, when it was said, where it stands.
    """

    claim: Claim
    id: str
    named: bool
    document: Document | None
    voice: str
    speaker: frozenset[str]
    subject: frozenset[str]
    actors: frozenset[str]
    party: str | None
    actor: str | None
    place: str | None
    known: Span | None
    covers: Span | None
    order: tuple[int, int, str, int, int, str]


def accounts_of(
    claims: Iterable[Claim], conflict: Conflict, names: Names, documents: Mapping[str, Document]
) -> list[Account]:
    """Make claims ready, in as-of order.

    Args:
        claims: those to compare; one that is given twice is taken once.
        conflict: its dates stand in for those of undated tolls.
        names: gives the keys.
        documents: by digest.
    """
    unique = {claim.id: claim for claim in claims}
    maker = _Maker(conflict, names)
    made = [maker.account(claim, key, documents.get(claim.document)) for key, claim in unique.items()]
    return sorted(made, key=attrgetter("order"))


def said_on(claim: Claim, document: Document | None) -> PartialDate | None:
    """When a claim became known: the day it was said, else its document's, else what it counts up to."""
    return claim.reported_on or (document.date if document else None) or claim.to_date


def known_by(claims: Sequence[Claim], documents: Mapping[str, Document], day: PartialDate) -> list[Claim]:
    """The claims that had surely been made by the end of `day`; undated ones cannot be among them."""
    limit = span(day).last
    dated = ((claim, said_on(claim, documents.get(claim.document))) for claim in claims)
    return [claim for claim, said in dated if said is not None and span(said).last <= limit]


class _Keys(NamedTuple):
    """The keys of a claim's names, as `Account` has them; `said` is the voice of a named source."""

    said: str | None
    speaker: frozenset[str]
    subject: frozenset[str]
    actors: frozenset[str]
    party: str | None
    actor: str | None
    place: str | None


class _Maker:
    """Makes claims ready. Many claims have the same names, whose keys are worked out once."""

    def __init__(self, conflict: Conflict, names: Names) -> None:
        self._conflict = conflict
        self._names = names
        self._keys: dict[tuple[str | None, ...], _Keys] = {}

    def account(self, claim: Claim, key: str, document: Document | None) -> Account:
        """A claim with its keys."""
        subject = claim.party if claim.kind == "count" else claim.target
        written = claim.source, claim.source_side, subject, claim.actor, claim.place
        keys = self._keys.get(written)
        if keys is None:
            keys = self._keys[written] = self._keys_of(*written)
        said = said_on(claim, document)
        known, covers = span(said) if said else None, _covers(claim, self._conflict, said)
        until, told = covers.last if covers else 0, known.last if known else 0
        voice = keys.said or _own_voice(claim, document)
        order = until, told, claim.document, claim.anchor, claim.ordinal, key
        return Account(
            claim, key, keys.said is not None, document, voice, keys.speaker, keys.subject, keys.actors,
            keys.party, keys.actor, keys.place, known, covers, order,
        )  # fmt: skip

    def _keys_of(
        self,
        source: str | None,
        source_side: str | None,
        subject: str | None,
        actor: str | None,
        place: str | None,
    ) -> _Keys:
        names = self._names
        side = source_side or (names.speaks_for(source) if source else None)
        at_large = side is None and source and names.is_at_large(source)
        return _Keys(
            said=None if source is None else names.source(source, side),
            speaker=names.members(subject if at_large else side),
            subject=names.members(subject),
            actors=names.members(actor),
            party=names.party(subject),
            actor=names.party(actor),
            place=names.place(place),
        )


def _own_voice(claim: Claim, document: Document | None) -> str:
    publisher = document.publisher if document else None
    return f"own voice of {publisher or claim.document}"


def _covers(claim: Claim, conflict: Conflict, said: PartialDate | None) -> Span | None:
    if claim.kind == "event" or claim.scope == "incident":
        return between(claim.from_date, claim.to_date)
    if claim.to_date:
        return span(claim.to_date)
    if conflict.end and said and span(said).last >= span(conflict.end).first:
        return span(conflict.end)
    return span(said) if said else None
