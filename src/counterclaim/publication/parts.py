"""Makes what several pages show from a record: claims, findings and contradictions in brief."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from counterclaim.model import Claim, Document, Series
from counterclaim.publication import urls
from counterclaim.publication.briefs import (
    ClaimBrief,
    FindingBrief,
    Source,
    title_of,
    words_of,
)
from counterclaim.publication.control import HoldingBrief, holding_brief
from counterclaim.publication.dates import claim_when, period
from counterclaim.publication.disputes import ContradictionBrief, contradiction_brief
from counterclaim.publication.index import RecordIndex
from counterclaim.publication.labels import SCOPES, STANCES, capitalised, claim_phrase, count_phrase
from counterclaim.publication.places import PlaceBrief, place_brief
from counterclaim.publication.stages import Days, days_of, range_words, stage_rows
from counterclaim.publication.tiles import Tiles
from counterclaim.reconciliation import (
    EstimateThen,
    IncidentThen,
    KnownThen,
    replay,
    replay_estimates,
    replay_incidents,
)
from counterclaim.reconciliation.crossing import is_crossed
from counterclaim.reconciliation.preparing import Prepared
from counterclaim.reconciliation.replaying import ready
from counterclaim.registers import where_prec


class Parts:
    """Makes the shared parts of pages from a record, each claim's once."""

    def __init__(self, index: RecordIndex, tiles: Tiles | None = None) -> None:
        self.index = index
        self.tiles = tiles
        self._briefs: dict[str, ClaimBrief] = {}
        self._places: dict[str, PlaceBrief] = {}
        self._contradictions: dict[str, ContradictionBrief] = {}

    def claim(self, claim_id: str) -> ClaimBrief:
        """A claim in brief.

        Raises:
            KeyError: the record has no such claim.
        """
        if claim_id not in self._briefs:
            self._briefs[claim_id] = self._claim(claim_id)
        return self._briefs[claim_id]

    def claims(self, claim_ids: Iterable[str]) -> tuple[ClaimBrief, ...]:
        """Several claims in brief."""
        return tuple(self.claim(claim_id) for claim_id in claim_ids)

    def finding(self, finding_id: str) -> FindingBrief:
        """A finding in brief.

        Raises:
            KeyError: the record has no such finding.
        """
        finding = self.index.findings[finding_id]
        series = finding.series
        crossed = is_crossed(finding, self.index.claims)
        return FindingBrief(
            id=finding_id,
            url=urls.finding(finding_id),
            finding=finding,
            what=count_phrase(series.measure, series.object),
            figure=range_words(finding.low, finding.high, crossed),
            party=self.index.sides.mark(series.party),
            where=self._where(series),
            scope=SCOPES.get(series.scope, series.scope),
            crossed=crossed,
            stages=stage_rows(self.stages.get(finding_id, ()), self.index.claims),
        )

    def findings_with(self, claim_id: str) -> tuple[FindingBrief, ...]:
        """The findings that a claim is part of."""
        return tuple(self.finding(key) for key in self.index.findings_with.get(claim_id, ()))

    def contradiction(self, contradiction_id: str) -> ContradictionBrief:
        """A contradiction in brief.

        Raises:
            KeyError: the record has no such contradiction.
        """
        if contradiction_id not in self._contradictions:
            contradiction = self.index.contradictions[contradiction_id]
            claims = self.claims(dict.fromkeys(contradiction.claims))
            self._contradictions[contradiction_id] = contradiction_brief(
                contradiction_id, contradiction, claims
            )
        return self._contradictions[contradiction_id]

    def contradictions_with(self, claim_ids: Iterable[str]) -> tuple[ContradictionBrief, ...]:
        """The contradictions that any of some claims is part of, heaviest first."""
        keys = {key for claim_id in claim_ids for key in self.index.contradictions_with.get(claim_id, ())}
        return tuple(self.contradiction(key) for key in sorted(keys, key=self._heaviest_first.__getitem__))

    @cached_property
    def _heaviest_first(self) -> Mapping[str, int]:
        return {key: place for place, key in enumerate(self.index.contradictions)}

    @cached_property
    def stages(self) -> Mapping[str, Sequence[KnownThen]]:
        """What could be known of each finding when, by its id."""
        return replay(self.index.record, self._ready)

    @cached_property
    def incident_stages(self) -> Mapping[str, Sequence[IncidentThen]]:
        """What could be told of each incident when, by its id."""
        return replay_incidents(self.index.record, self._ready)

    @cached_property
    def estimate_stages(self) -> Mapping[str, Sequence[EstimateThen]]:
        """What a model estimates of each finding from when on, by its id; empty where that is too much."""
        return replay_estimates(self.index.record, self._ready) if self.index.estimates else {}

    @cached_property
    def _ready(self) -> Prepared:
        return ready(self.index.record)

    @cached_property
    def days(self) -> Days | None:
        """The days on which claims were made, from the first to the last."""
        return days_of(brief.known for brief in self.all_claims)

    @cached_property
    def all_claims(self) -> tuple[ClaimBrief, ...]:
        """Every claim in brief, the dated ones first, in the order of their dates."""
        briefs = self.claims(self.index.claims)
        return tuple(
            sorted(briefs, key=lambda brief: (brief.when is None, brief.when.first if brief.when else ""))
        )

    def _claim(self, claim_id: str) -> ClaimBrief:
        claim = self.index.known[claim_id]
        document = self.index.documents[claim.document]
        mark = self.index.sides.mark
        return ClaimBrief(
            id=claim_id,
            url=urls.claim(claim_id),
            words_url=urls.words(claim.document, claim_id),
            claim=claim,
            what=claim_phrase(claim),
            figure=str(claim.range) if claim.kind == "count" else "",
            party=mark(claim.party),
            actor=mark(claim.actor),
            target=mark(claim.target),
            source=self._source(claim, document),
            stance=STANCES.get(claim.stance, claim.stance),
            place=self._place_of(claim),
            when=claim_when(claim, document),
            words=words_of([claim], document.text),
            document=document,
            document_url=urls.document(claim.document),
        )

    def place(self, entity_id: str) -> PlaceBrief:
        """A place in brief.

        Raises:
            KeyError: the record has no such place.
        """
        if entity_id not in self._places:
            self._places[entity_id] = place_brief(self.index.entities[entity_id])
        return self._places[entity_id]

    @cached_property
    def holdings(self) -> tuple[HoldingBrief, ...]:
        """Who held which place from when, as claims have it, each tied to the others of its place."""
        kept = self.index.record.reconciliation.holdings
        alone = {
            one.id: holding_brief(one, self.place(one.place), self.claims(one.claims), self.index.sides.mark)
            for one in kept
        }
        return tuple(
            replace(
                alone[one.id],
                ended=alone.get(one.ended_by or ""),
                disputed=tuple(alone[other] for other in one.disputed_by),
            )
            for one in kept
        )

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of all places."""
        return tuple(key for key, entity in self.index.entities.items() if entity.kind == "place")

    @cached_property
    def claims_at(self) -> Mapping[str, tuple[ClaimBrief, ...]]:
        """The claims that name each place, by its id, in the order of `all_claims`."""
        found: defaultdict[str, list[ClaimBrief]] = defaultdict(list)
        for brief in self.all_claims:
            if brief.place:
                found[brief.place.id].append(brief)
        return {place: tuple(briefs) for place, briefs in found.items()}

    def _place_of(self, claim: Claim) -> PlaceBrief | None:
        entity = self.index.entity("place", claim.place)
        return self.place(entity.id).within(where_prec(claim, entity)) if entity else None

    def _where(self, series: Series) -> str:
        """What narrows a series down, in words: "Ganja, 4–17 October 2020"."""
        when = period(series.from_date, series.to_date)
        document = self.index.documents.get(series.document or "")
        parts = (
            series.place,
            f"by {series.actor}" if series.actor else None,
            when.words if when else None,
            f"only in “{title_of(document)}”" if document else None,
        )
        return capitalised(", ".join(part for part in parts if part))

    def _source(self, claim: Claim, document: Document) -> Source:
        name = claim.source or document.publisher or title_of(document)
        entity = self.index.entity("source", name)
        return Source(
            name=name,
            register_name=entity.name if entity else name,
            url=urls.entity(entity.id) if entity else None,
            own_voice=claim.source is None,
            side=self.index.sides.mark(claim.source_side),
        )
