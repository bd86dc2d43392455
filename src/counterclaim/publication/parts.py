"""Makes what several pages show from a record: claims, findings and contradictions in brief."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from counterclaim.model import Claim, Document, Finding, Holding, Series
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
from counterclaim.publication.earlier import Earlier, Stage, stretches
from counterclaim.publication.history import History
from counterclaim.publication.index import RecordIndex
from counterclaim.publication.labels import SCOPES, STANCES, capitalised, claim_phrase, count_phrase
from counterclaim.publication.places import PlaceBrief, place_brief
from counterclaim.publication.stages import Days, finding_rows, range_words
from counterclaim.publication.tiles import Tiles
from counterclaim.reconciliation.crossing import is_crossed
from counterclaim.registers import where_prec


class Parts:
    """Makes the shared parts of pages from a record, each claim's once."""

    def __init__(
        self, index: RecordIndex, tiles: Tiles | None = None, earlier: Sequence[Earlier] = ()
    ) -> None:
        self.index = index
        self.tiles = tiles
        self.history = History(index, earlier)
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
        return self._finding(finding, finding_id, self.history.findings.of_now[finding_id])

    @property
    def former_findings(self) -> tuple[FindingBrief, ...]:
        """The findings of earlier days that none of now goes on with; each leads to its heir."""
        return tuple(
            self._finding(former.thing, former.heir, former.stages, now=False)
            for former in self.history.findings.former.values()
            if former.heir is not None
        )

    def _finding(
        self, finding: Finding, shown_as: str, stages: Sequence[Stage[Finding]], *, now: bool = True
    ) -> FindingBrief:
        series = finding.series
        crossed = is_crossed(finding, self.index.claims)
        return FindingBrief(
            id=finding.id,
            url=urls.finding(shown_as),
            finding=finding,
            what=count_phrase(series.measure, series.object),
            figure=range_words(finding.low, finding.high, crossed),
            party=self.index.sides.mark(series.party),
            where=self._where(series),
            scope=SCOPES.get(series.scope, series.scope),
            crossed=crossed,
            stages=finding_rows(stages, self.index.claims, self._where),
            known=stretches(((stage.day, stage.thing) for stage in stages), now=now),
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
            contradiction = self.history.every_contradiction[contradiction_id]
            self._contradictions[contradiction_id] = contradiction_brief(
                contradiction_id,
                contradiction,
                self.claims(dict.fromkeys(contradiction.claims)),
                self.history.contradiction_days(contradiction_id),
            )
        return self._contradictions[contradiction_id]

    def contradictions_with(self, claim_ids: Iterable[str]) -> tuple[ContradictionBrief, ...]:
        """The contradictions that any of some claims is or was part of; those of now first, by weight."""
        keys = {key for claim_id in claim_ids for key in self.history.contradictions_with.get(claim_id, ())}
        return tuple(self.contradiction(key) for key in sorted(keys, key=self._in_order.__getitem__))

    @cached_property
    def _in_order(self) -> Mapping[str, int]:
        return {key: place for place, key in enumerate(self.history.every_contradiction)}

    @cached_property
    def days(self) -> Days | None:
        """The days at which the slider stops; None where there are not two."""
        stops = self.history.days
        made = {brief.known for brief in self.all_claims if brief.known}
        return Days(stops, len(made)) if len(stops) > 1 else None

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
        """Who held which place from when, as claims have it and had it, each with others of its place."""
        course = self.history.holdings
        now = {one.id: one for one in self.index.record.reconciliation.holdings}
        found: list[HoldingBrief] = []
        for key, one in now.items():
            stages = course.of_now[key]
            found += self._versions(stages, one)
            found.append(self._holding(one, now, stretches(_while(stages, one))))
        for former in course.former.values():
            found += self._versions(former.stages, None)
        return tuple(found)

    def _versions(self, stages: Sequence[Stage[Holding]], now: Holding | None) -> Iterator[HoldingBrief]:
        """A holding as it was before it became what it is now."""
        begun = {stage.thing: stage.day for stage in reversed(stages) if stage.thing and stage.thing != now}
        for one, day in begun.items():
            if one.place in self.index.entities:
                beside = self.history.holdings_on(day)
                yield self._holding(one, beside, stretches(_while(stages, one), now=False))

    def _holding(self, one: Holding, beside: Mapping[str, Holding], known: str) -> HoldingBrief:
        ended = beside.get(one.ended_by or "")
        return replace(
            self._holding_alone(one),
            ended=self._holding_alone(ended) if ended else None,
            disputed=tuple(self._holding_alone(beside[other]) for other in one.disputed_by),
            known=known,
        )

    def _holding_alone(self, one: Holding) -> HoldingBrief:
        return holding_brief(one, self.place(one.place), self.claims(one.claims), self.index.sides.mark)

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
        return (
            self.place(entity.id).within(where_prec(claim, entity, self.index.record.registers))
            if entity
            else None
        )

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


def _while(stages: Iterable[Stage[Holding]], one: Holding) -> Iterator[tuple[str, bool]]:
    """From which day on a holding was as given, and from which it was not."""
    return ((stage.day, stage.thing == one) for stage in stages)
