"""The timeline: dated events and counts, by month and by day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.partial_date import PartialDate
from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.dates import date_words
from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.facets import Facet, claim_facets


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of one date, which may be a day or a month or year whose day is not known."""

    date: PartialDate
    words: str
    entries: tuple[ClaimBrief, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The days of one month; a year alone stands as a month of its own.

    Attributes:
        share: how many entries it has, in percent of the fullest month's.
    """

    date: PartialDate
    words: str
    days: tuple[Day, ...]
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The timeline.

    Attributes:
        undated: how many claims no date could be found for.
        contradictions: those that each of its claims is part of, by the claim's id.
    """

    title: str
    count: int
    undated: int
    months: tuple[Month, ...]
    facets: tuple[Facet, ...]
    contradictions: Mapping[str, tuple[ContradictionBrief, ...]]


def timeline_page(parts: Parts) -> TimelinePage:
    """The context of the timeline."""
    dated = [brief for brief in parts.all_claims if brief.when is not None]
    return TimelinePage(
        title="Timeline",
        count=len(dated),
        undated=len(parts.all_claims) - len(dated),
        months=_months(dated),
        facets=claim_facets(dated, parts.index.sides.slots),
        contradictions={brief.id: parts.contradictions_with([brief.id]) for brief in dated},
    )


def _months(dated: Sequence[ClaimBrief]) -> tuple[Month, ...]:
    by_month: defaultdict[str, dict[PartialDate, list[ClaimBrief]]] = defaultdict(dict)
    for brief in dated:
        if brief.when is not None:
            by_month[brief.when.first[:7]].setdefault(brief.when.first, []).append(brief)
    counts = {month: sum(map(len, days.values())) for month, days in by_month.items()}
    fullest = max(counts.values(), default=1)
    return tuple(
        Month(
            date=PartialDate(month),
            words=date_words(PartialDate(month)),
            days=tuple(_day(date, entries) for date, entries in sorted(by_month[month].items())),
            count=counts[month],
            share=round(100 * counts[month] / fullest, 1),
        )
        for month in sorted(by_month)
    )


def _day(date: PartialDate, entries: Sequence[ClaimBrief]) -> Day:
    words = {"day": date_words(date), "month": "Day not given", "year": "Month not given"}
    return Day(date, words[date.precision], tuple(entries))
