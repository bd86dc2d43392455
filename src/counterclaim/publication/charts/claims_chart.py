"""A finding's claims as marks by date, with the lines of its floor and ceiling."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.model import Claim, Finding, Weighing
from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.charts.scale import DateScale, NumberScale, Tick, number_scale
from counterclaim.publication.labels import role_of
from counterclaim.publication.sides import slot_of
from counterclaim.reconciliation.crossing import is_crossed

FEWEST = 2
"""How many dated claims a chart needs to say more than its table."""

LAST_DAY = 86
"""Where the last day stands, in percent; the labels of floor and ceiling stand to the right of it."""


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """A claim in the chart; places are percentages from the left and from the top.

    Attributes:
        top, bottom: the ends of the range that its words allow.
        open_up, open_down: whether its words set no upper or no lower bound.
        role: what it did in the finding, which gives the mark its shape.
        slot: the palette slot of the side that it speaks for.
        title: the claim in words.
        known: over which days the mark is so, as pages have it in `data-known`.
    """

    x: float
    y: float
    top: float
    bottom: float
    open_up: bool
    open_down: bool
    role: str
    slot: int
    title: str
    known: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line: the finding's floor or ceiling."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Levels:
    """The lines of a finding's floor and ceiling from a day on.

    Attributes:
        day: in ISO form; "" for those of all that is known where no day gives the same.
        floor, ceiling: the finding's ends, None where it is open on that side.
        is_now: whether they are those of all that is known.
    """

    day: str
    floor: Level | None
    ceiling: Level | None
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """A line from a source's figure to its next one; places are percentages.

    Attributes:
        slot: the palette slot of the side that it speaks for.
        known: the day by whose end the next figure had been given, in ISO form.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    slot: int
    known: str


@dataclass(frozen=True, slots=True)
class ClaimsChart:
    """The chart's geometry.

    Attributes:
        revisions: lines that join what one source said one time after the other.
        floor, ceiling: the finding's ends, None where it is open on that side.
        levels: the same, and those that it had on earlier days, for each day on which they changed.
        numbers, dates: the ticks of the two axes.
        left_out: how many claims have no date or no number and are not drawn.
    """

    marks: tuple[ClaimMark, ...]
    revisions: tuple[Revision, ...]
    floor: Level | None
    ceiling: Level | None
    levels: tuple[Levels, ...]
    numbers: tuple[Tick, ...]
    dates: tuple[Tick, ...]
    left_out: int

    def of_now(self) -> "ClaimsChart":
        """The chart without what it shows on earlier days alone."""
        marks = tuple(mark for mark in self.marks if mark.is_now)
        return replace(self, marks=marks, levels=tuple(each for each in self.levels if each.is_now))


@dataclass(frozen=True, slots=True)
class DrawnClaim:
    """A claim with what it does, or did on earlier days, in a finding.

    Attributes:
        known: over which days it does, as pages have it in `data-known`.
        is_now: whether it does so now.
    """

    weighing: Weighing
    brief: ClaimBrief
    known: str = ""
    is_now: bool = True


def claims_chart(
    finding: Finding,
    claims: Sequence[DrawnClaim],
    then: Sequence[tuple[str, Finding]] = (),
) -> ClaimsChart | None:
    """Draw a finding's claims; None where fewer than `FEWEST` of them have both a date and a number.

    Args:
        finding: what the lines are of.
        claims: its claims, each with what it did; those that do another thing now stand there twice.
        then: the finding as it was from which day on, for the lines that it had.
    """
    drawn = [
        (claim, claim.brief.when.last.last)
        for claim in claims
        if claim.brief.when is not None and claim.brief.claim.range.headline is not None
    ]
    by_id = {claim.brief.id: claim.brief.claim for claim in claims}
    if len({claim.brief.id for claim, _ in drawn}) < FEWEST:
        return None
    every = [finding, *(one for _, one in then)]
    limits = [limit for one in every for limit in (one.low, one.high) if limit is not None]
    words = [claim.brief.claim for claim, _ in drawn]
    numbers = [end for one in words for end in (one.low, one.high) if end is not None]
    scale = number_scale([*limits, *numbers])
    dates = DateScale(min(day for _, day in drawn), max(day for _, day in drawn), end=LAST_DAY)
    marks = [_mark(claim, dates.at(day), scale) for claim, day in drawn]
    floor, ceiling = _ends(finding, by_id, scale)
    return ClaimsChart(
        marks=tuple(marks),
        revisions=tuple(_revisions([claim for claim, _ in drawn], marks)),
        floor=floor,
        ceiling=ceiling,
        levels=tuple(_levels(Levels("", floor, ceiling, is_now=True), then, by_id, scale)),
        numbers=tuple(Tick(100 - tick.at, tick.label) for tick in scale.ticks()),
        dates=dates.ticks(),
        left_out=len(by_id) - len({claim.brief.id for claim, _ in drawn}),
    )


def _mark(claim: DrawnClaim, x: float, scale: NumberScale) -> ClaimMark:
    brief = claim.brief
    words = brief.claim.range
    ends = [end for end in (words.low, words.high) if end is not None]
    return ClaimMark(
        x=x,
        y=100 - scale.at(words.headline or 0),
        top=100 - scale.at(max(ends)),
        bottom=100 - scale.at(min(ends)),
        open_up=words.high is None,
        open_down=words.low is None,
        role=role_of(claim.weighing),
        slot=slot_of(brief.source.side),
        title=f"{brief.figure}: {brief.source.name}, {brief.when.words if brief.when else ''}",
        known=claim.known,
        is_now=claim.is_now,
    )


def _revisions(drawn: Sequence[DrawnClaim], marks: Sequence[ClaimMark]) -> Iterator[Revision]:
    """Join each figure of a source to the one that it gave next; parts and repeats are no revisions."""
    by_voice: defaultdict[tuple[str, bool], list[tuple[float, str, ClaimMark]]] = defaultdict(list)
    for claim, mark in zip(drawn, marks, strict=True):
        if claim.is_now and (claim.weighing.bound != "none" or claim.weighing.rule == "superseded"):
            source = claim.brief.source
            by_voice[source.register_name, source.own_voice].append((mark.x, claim.brief.known, mark))
    for said in by_voice.values():
        for (_, first, earlier), (_, then, later) in pairwise(sorted(said, key=lambda one: one[:2])):
            if (earlier.x, earlier.y) != (later.x, later.y):
                known = max(first, then) if first and then else ""
                yield Revision(earlier.x, earlier.y, later.x, later.y, later.slot, known)


def _ends(
    finding: Finding, claims: Mapping[str, Claim], scale: NumberScale
) -> tuple[Level | None, Level | None]:
    """The floor and the ceiling; of a crossed range the floor stands at its higher end."""
    low, high = finding.low, finding.high
    if is_crossed(finding, claims):
        low, high = high, low
    return _level(low, "floor", scale), _level(high, "ceiling", scale)


def _levels(
    now: Levels, then: Iterable[tuple[str, Finding]], claims: Mapping[str, Claim], scale: NumberScale
) -> Iterator[Levels]:
    """The lines on earlier days, where they differ from those before, and those of now."""
    told: list[Levels] = []
    for day, finding in then:
        levels = Levels(day, *_ends(finding, claims, scale))
        if not told or (told[-1].floor, told[-1].ceiling) != (levels.floor, levels.ceiling):
            told.append(levels)
    if told and (told[-1].floor, told[-1].ceiling) == (now.floor, now.ceiling):
        now = replace(told.pop(), is_now=True)
    yield from (*told, now)


def _level(number: int | None, name: str, scale: NumberScale) -> Level | None:
    return None if number is None else Level(100 - scale.at(number), f"{name} {number:,}")
