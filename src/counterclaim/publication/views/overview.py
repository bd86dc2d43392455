"""The first page: what was read, the key figures, the heaviest contradictions."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from counterclaim.model import Finding, Record
from counterclaim.publication.briefs import ClaimBrief, FindingBrief
from counterclaim.publication.dates import period
from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.earlier import changes, stretches
from counterclaim.publication.parts import Parts
from counterclaim.publication.sides import Mark
from counterclaim.publication.views.incident import has_page
from counterclaim.publication.views.ledger import LedgerGroup, ledger

KEY_FIGURES = 20
HEAVIEST = 4


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of each thing the record holds."""

    documents: int
    unread: int
    claims: int
    counts: int
    events: int
    sources: int
    findings: int
    contradictions: int
    incidents: int
    passed_over: int


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The overview.

    Attributes:
        read_over: the dates of the documents, from the first to the last.
        sides: the parties with a place in the palette, in its order.
        tallies: how much the record held, with the day from which on.
        opening: what was read, in words; `openings`: the same with the day from which on.
        limits: what was left out, in words; `limits_then`: the same with the day from which on.
        key_figures: the findings that most claims speak of, now and on earlier days.
        heaviest: the heaviest contradictions, now and on earlier days, each with the days over which it was.
    """

    title: str
    tally: Tally
    tallies: tuple[tuple[str, Tally], ...]
    opening: str
    openings: tuple[tuple[str, str], ...]
    limits: str
    limits_then: tuple[tuple[str, str], ...]
    sides: tuple[Mark, ...]
    key_figures: tuple[LedgerGroup, ...]
    heaviest: tuple[tuple[ContradictionBrief, str], ...]


def overview_page(parts: Parts) -> OverviewPage:
    """The context of the overview."""
    record = parts.index.record
    now = tally(parts, record)
    then = [(str(one.day), one.record, tally(parts, one.record)) for one in parts.history.earlier]
    return OverviewPage(
        title="Overview",
        tally=now,
        tallies=changes((day, number) for day, _, number in then),
        opening=_opening(record, now),
        openings=changes((day, _opening(each, number)) for day, each, number in then),
        limits=_limits(now),
        limits_then=changes((day, _limits(number)) for day, _, number in then),
        sides=side_marks(parts),
        key_figures=ledger(parts, _key_figures(parts)),
        heaviest=tuple(_heaviest(parts)),
    )


def _limits(number: Tally) -> str:
    unread, passed_over = number.unread, number.passed_over
    return (
        f"{unread:,} document{'s' * (unread != 1)} could not be read, and {passed_over:,} "
        f"number{'s' * (passed_over != 1)} in the texts became no claim"
    )


def _key_figures(parts: Parts) -> Iterator[FindingBrief]:
    """The most prominent findings of now and of each earlier day, each shown on the days on which it was."""
    history = parts.history
    now = [one.id for one in _most_prominent(parts.index.findings.values())]
    then = {
        str(one.day): {
            history.finding_keys[str(one.day)][each.id]
            for each in _most_prominent(one.record.reconciliation.findings)
        }
        for one in history.earlier
    }
    every = {
        **{one.id: one for one in parts.former_findings},
        **{key: parts.finding(key) for key in parts.index.findings},
    }
    for key in dict.fromkeys((*now, *(each for keys in then.values() for each in sorted(keys)))):
        if key in every:
            days = ((day, key in keys) for day, keys in then.items())
            yield replace(every[key], known=stretches(days, now=key in now))


def _most_prominent(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: (_prominence(one), one.id), reverse=True)[:KEY_FIGURES]


def _heaviest(parts: Parts) -> Iterator[tuple[ContradictionBrief, str]]:
    now = list(parts.index.contradictions)[:HEAVIEST]
    then = {
        str(one.day): [each.id for each in one.record.reconciliation.contradictions[:HEAVIEST]]
        for one in parts.history.earlier
    }
    every = dict.fromkeys((*now, *(key for keys in then.values() for key in keys)))
    for key in every:
        days = ((day, key in keys) for day, keys in then.items())
        yield parts.contradiction(key), stretches(days, now=key in now)


def _opening(record: Record, number: Tally) -> str:
    """What was read: "What 3 sources said, in 2 documents of 2008 – 2009"."""
    dates = sorted(document.date for document in record.documents if document.date)
    over = period(dates[0], dates[-1]) if dates else None
    return (
        f"What {number.sources:,} source{'s' * (number.sources != 1)} said, in {number.documents:,} "
        f"document{'s' * (number.documents != 1)}{f' of {over.words}' if over else ''}: each claim with "
        "its words, each disputed figure as a range, each disagreement shown."
    )


def tally(parts: Parts, record: Record) -> Tally:
    """Count what a record holds, the one of now or of an earlier day."""
    kinds = Counter(claim.kind for claim in record.claims)
    found = record.reconciliation
    return Tally(
        documents=len(record.documents),
        unread=len(record.unread),
        claims=len(record.claims),
        counts=kinds["count"],
        events=kinds["event"],
        sources=len({_source(parts.claim(claim.id), record) for claim in record.claims}),
        findings=len(found.findings),
        contradictions=len(found.contradictions),
        incidents=sum(map(has_page, found.incidents)),
        passed_over=len(record.passed_over),
    )


def _source(brief: ClaimBrief, record: Record) -> str:
    """Who speaks, as the record's own register tells sources apart."""
    return record.registers.entity_id("source", brief.source.name) or brief.source.name


def side_marks(parts: Parts) -> tuple[Mark, ...]:
    """The parties that have a place in the palette, in its order."""
    marks = (Mark(name, slot) for name, slot in parts.index.sides.slots.items() if slot)
    return tuple(sorted(marks, key=lambda mark: (mark.slot, mark.name)))


def _prominence(finding: Finding) -> tuple[bool, bool, bool, int, int]:
    """What has a bound and several claims first, of that running tolls of the whole conflict."""
    series = finding.series
    disputed = finding.mentions > 1 and (finding.low, finding.high) != (None, None)
    toll = series.scope == "cumulative"
    return disputed, toll, toll and series.place is None, finding.origins, finding.mentions
