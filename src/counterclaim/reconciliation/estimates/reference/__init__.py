"""Tolls that were settled later, with what was said before: compiled for this project from public facts."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.days import span
from counterclaim.reconciliation.estimates.learning import Residual
from counterclaim.reconciliation.estimates.priors import Counted, Prior, Priors, load_priors
from counterclaim.reconciliation.estimates.reports import Report, shortfall
from counterclaim.reconciliation.periods import LONGEST_INCIDENT_DAYS

WHOLE = 0.95
"""A toll that runs over at least this share of the days counts the whole."""


@dataclass(frozen=True, slots=True)
class Said:
    """One figure, as it was given on a day.

    Attributes:
        day: when it was given, as an ordinal; the last day that its date may mean.
        until: the day up to which it counts.
        origin: the party that the source speaks for, else the source.
    """

    day: int
    until: int
    low: int | None
    high: int | None
    approximate: bool
    source: str
    origin: str
    prior: Prior
    page: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A number that was settled, with every figure given before.

    Attributes:
        conflict: series of one conflict are not independent of each other.
        start, end: the days over which it counts, as ordinals.
        figure: the settled one, given on the day `settled_on` by `settled_by`.
        said: in the order of days.
    """

    id: str
    conflict: str
    what: str
    start: int
    end: int
    figure: int
    settled_on: int
    settled_by: str
    page: str
    said: tuple[Said, ...]

    @property
    def counted(self) -> Counted:
        """Whether it is an event of a few days or a longer stretch."""
        return "event" if self.end - self.start < LONGEST_INCIDENT_DAYS else "war"

    def known_on(self, day: int) -> list[Report]:
        """The present word of every origin at the end of a day."""
        latest = {said.origin: said for said in self.said if said.day <= day}
        return [self._report(said) for said in latest.values()]

    def residuals(self, priors: Priors) -> Iterator[Residual]:
        """How far each source was off, over all exact figures and ranges that it gave of the whole."""
        days = self.end - self.start + 1
        offs: dict[tuple[str, str], list[float]] = {}
        for said in self.said:
            whole = said.until - self.start + 1 >= WHOLE * days
            if said.low and said.high and whole and said.day < self.settled_on:
                report = self._report(said)
                missed = shortfall(said.prior, self.counted, report.days, priors)
                off = report.off(log(self.figure) - missed)
                offs.setdefault((said.source, said.prior.name), []).append(off)
        for (_, prior), each in offs.items():
            yield Residual(prior, self.conflict, sum(each) / len(each))

    def _report(self, said: Said) -> Report:
        ratio = (self.end - self.start + 1) / (said.until - self.start + 1)
        return Report(
            source=said.source,
            side=said.origin,
            prior=said.prior,
            low=said.low,
            high=said.high,
            approximate=said.approximate,
            days=max(0, said.day - self.end),
            growth=2 * log(ratio),
        )


@cache
def load_reference() -> tuple[Settled, ...]:
    """Every settled series that comes with the package, in the order of its table."""
    priors = load_priors()
    said: dict[str, list[Said]] = {}
    series = list(_rows("series.csv"))
    objects = {row["id"]: row["object"] for row in series}
    ends = {row["id"]: _last(row["end"]) for row in series}
    for row in _rows("claims.csv"):
        key = row["series"]
        said.setdefault(key, []).append(_said(row, objects[key], ends[key], priors))
    return tuple(_settled(row, said.get(row["id"], [])) for row in series)


def residuals_of(series: Iterable[Settled], priors: Priors) -> list[Residual]:
    """How far every source of some settled series was off."""
    return [residual for one in series for residual in one.residuals(priors)]


def _settled(row: dict[str, str], said: list[Said]) -> Settled:
    return Settled(
        id=row["id"],
        conflict=row["conflict"],
        what=row["what"],
        start=span(PartialDate(row["start"])).first,
        end=_last(row["end"]),
        figure=int(row["settled"]),
        settled_on=_last(row["settled_on"]),
        settled_by=row["settled_by"],
        page=row["page"],
        said=tuple(sorted(said, key=lambda one: one.day)),
    )


def _said(row: dict[str, str], counted: str, end: int, priors: Priors) -> Said:
    prior = priors.of(row["relation"], counted, documented=bool(row["documented"]))  # type: ignore[arg-type]
    assert prior is not None
    return Said(
        day=_last(row["reported"]),
        until=_last(row["until"]) if row["until"] else end,
        low=int(row["low"]) if row["low"] else None,
        high=int(row["high"]) if row["high"] else None,
        approximate=bool(row["approx"]),
        source=row["source"],
        origin=row["speaker"] or row["source"],
        prior=prior,
        page=row["page"],
    )


def _last(date: str) -> int:
    return span(PartialDate(date)).last


def _rows(name: str) -> Iterator[dict[str, str]]:
    with files(__package__).joinpath(name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)
