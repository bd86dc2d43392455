"""What several pages show: a claim in brief, a finding in brief, a side's words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from counterclaim.count_range import CountRange
from counterclaim.model import Claim, Contradiction, Document, Finding, Series
from counterclaim.publication import urls
from counterclaim.publication.dates import When, claim_when, period
from counterclaim.publication.highlight import Span, blocks, key_span
from counterclaim.publication.index import RecordIndex
from counterclaim.publication.labels import (
    SCOPES,
    STANCES,
    capitalised,
    claim_phrase,
    contradiction_title,
    count_phrase,
)
from counterclaim.publication.sides import Mark


@dataclass(frozen=True, slots=True)
class Words:
    """A quote in pieces, each with whether it is the number or cue that a claim was made from.

    Joined, the pieces are the quote; where the number stands outside it, there is one piece.
    """

    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something.

    Attributes:
        name: as written; for a document's own voice, its publisher or title.
        register_name: the name that stands for it under all its spellings.
        url: its entry on the page of names, None where no register has it.
        own_voice: whether the document names no one and speaks itself.
        side: the party that it speaks for.
    """

    name: str
    register_name: str
    url: str | None
    own_voice: bool
    side: Mark | None


@dataclass(frozen=True, slots=True)
class ClaimBrief:
    """A claim as lists and tables show it.

    Attributes:
        url, words_url: the claim's page, and the place of its words in the document's page.
        what: what it is about, in words.
        figure: the number or range of a count, in words; "" for an event.
        stance: "says", "denies" or "withdraws".
    """

    id: str
    url: str
    words_url: str
    claim: Claim
    what: str
    figure: str
    party: Mark | None
    actor: Mark | None
    target: Mark | None
    source: Source
    stance: str
    when: When | None
    words: Words
    document: Document
    document_url: str

    @property
    def document_title(self) -> str:
        """The document's title or, without one, its name."""
        return title_of(self.document)


@dataclass(frozen=True, slots=True)
class FindingBrief:
    """A finding as ledgers show it.

    Attributes:
        what: what is counted, in words.
        figure: its range in words.
        where: place, doer and period in words, "" where it has none of them.
        crossed: whether its floor stands above its ceiling.
    """

    id: str
    url: str
    finding: Finding
    what: str
    figure: str
    party: Mark | None
    where: str
    scope: str
    crossed: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """One side of a contradiction: the claims that share a quote, and the quote."""

    claims: tuple[ClaimBrief, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class ContradictionBrief:
    """A contradiction with the words of each of its sides.

    Attributes:
        title: the sort of disagreement.
        about: what it is about, in words.
        weight: 0 to 100.
    """

    id: str
    url: str
    kind: str
    title: str
    about: str
    explanation: str
    weight: int
    voices: tuple[Voice, ...]


def title_of(document: Document) -> str:
    """A document's title or, without one, its name."""
    return document.title or document.name


class Parts:
    """Makes the shared parts of pages from a record, each claim's once."""

    def __init__(self, index: RecordIndex) -> None:
        self.index = index
        self._briefs: dict[str, ClaimBrief] = {}

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
        return FindingBrief(
            id=finding_id,
            url=urls.finding(finding_id),
            finding=finding,
            what=count_phrase(series.measure, series.object),
            figure=range_words(finding.low, finding.high),
            party=self.index.sides.mark(series.party),
            where=self._where(series),
            scope=SCOPES.get(series.scope, series.scope),
            crossed=is_crossed(finding),
        )

    def findings_with(self, claim_id: str) -> tuple[FindingBrief, ...]:
        """The findings that a claim is part of."""
        return tuple(self.finding(key) for key in self.index.findings_with.get(claim_id, ()))

    def contradiction(self, contradiction_id: str) -> ContradictionBrief:
        """A contradiction in brief.

        Raises:
            KeyError: the record has no such contradiction.
        """
        contradiction: Contradiction = self.index.contradictions[contradiction_id]
        claims = self.claims(dict.fromkeys(contradiction.claims))
        return ContradictionBrief(
            id=contradiction_id,
            url=urls.contradiction(contradiction_id),
            kind=contradiction.kind,
            title=contradiction_title(contradiction),
            about=_about(claims),
            explanation=contradiction.explanation,
            weight=round(100 * contradiction.weight),
            voices=tuple(_voices(claims)),
        )

    def contradictions_with(self, claim_ids: Iterable[str]) -> tuple[ContradictionBrief, ...]:
        """The contradictions that any of some claims is part of, heaviest first."""
        keys = {key for claim_id in claim_ids for key in self.index.contradictions_with.get(claim_id, ())}
        return tuple(self.contradiction(key) for key in self.index.contradictions if key in keys)

    @cached_property
    def all_claims(self) -> tuple[ClaimBrief, ...]:
        """Every claim in brief, the dated ones first, in the order of their dates."""
        briefs = self.claims(self.index.claims)
        return tuple(
            sorted(briefs, key=lambda brief: (brief.when is None, brief.when.first if brief.when else ""))
        )

    def _claim(self, claim_id: str) -> ClaimBrief:
        claim = self.index.claims[claim_id]
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
            when=claim_when(claim, document),
            words=words_of([claim], document.text),
            document=document,
            document_url=urls.document(claim.document),
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


def is_crossed(finding: Finding) -> bool:
    """Whether a finding's floor stands above its ceiling, so that its claims cannot all hold."""
    return finding.low is not None and finding.high is not None and finding.low > finding.high


def range_words(low: int | None, high: int | None) -> str:
    """A finding's range in words."""
    if low is not None and high is not None and low > high:
        return f"{low:,} or more, against {high:,} or fewer"
    return str(CountRange(low, high))


def words_of(claims: Sequence[Claim], text: str) -> Words:
    """The words that some claims share, with the number or cue of each set apart.

    Args:
        claims: one or more, with the same quote.
        text: their document's text.
    """
    first = claims[0]
    keys = [key_span(claim, text) for claim in claims]
    spans = [Span(start - first.start, end - first.start, "key", "") for start, end in keys]
    runs = [run for block in blocks(first.quote, spans) for run in block.runs]
    return Words(tuple((run.text, bool(run.keys)) for run in runs))


def _voices(claims: Iterable[ClaimBrief]) -> Iterable[Voice]:
    """Put together the claims that stand one after the other and share their words."""
    for _, group in groupby(claims, lambda brief: (brief.claim.document, brief.claim.start, brief.claim.end)):
        briefs = tuple(group)
        yield Voice(briefs, words_of([brief.claim for brief in briefs], briefs[0].document.text))


def _about(claims: Sequence[ClaimBrief]) -> str:
    """What the first claim of a contradiction is about: "Civilians killed, Ganja"."""
    first = claims[0]
    parts = (first.what, first.party.name if first.party else None, first.claim.place)
    return ", ".join(part for part in parts if part)
