"""A weighed series of a casebook as the model takes it: who reports what of it now, and what is settled."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

from counterclaim.model import Conflict
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.days import Span, span
from counterclaim.reconciliation.estimates.learning import Residual
from counterclaim.reconciliation.estimates.priors import Counted, Prior, Priors
from counterclaim.reconciliation.estimates.reference import WHOLE
from counterclaim.reconciliation.estimates.reports import NONE, Report, shortfall
from counterclaim.reconciliation.findings import Weighed
from counterclaim.reconciliation.numbers import is_vague
from counterclaim.reconciliation.periods import LONGEST_INCIDENT_DAYS
from counterclaim.reconciliation.weighing import Verdict
from counterclaim.reconciliation.wording import source_name

EARLIER = frozenset({"superseded", "corrected"})
"""Rules that set aside what a source said before its present word."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A series as the model takes it.

    Attributes:
        reports: the present word of each party, and of each named source that speaks for none.
        counted: whether it is an event of a few days or a longer stretch.
        residuals: how far its sources were off, if it is settled.
    """

    reports: tuple[Report, ...]
    counted: Counted
    residuals: tuple[Residual, ...]


def reported(weighed: Weighed, judge: Judge, conflict: Conflict, priors: Priors) -> Reported:
    """Make a weighed series ready.

    Of sources that speak for one party only the latest word counts, since they are not independent of each
    other. A text's own voice, vague words, parts, repeats and doubted numbers take no part.

    Args:
        weighed: of a toll that only grows.
        judge: says how each source stands to what it counts.
        conflict: what counts up to its end counts the whole.
        priors: say how such sources tend to be off.
    """
    return _Taker(weighed, judge, conflict, priors).take()


@dataclass(slots=True)
class _Taker:
    weighed: Weighed
    judge: Judge
    conflict: Conflict
    priors: Priors

    def take(self) -> Reported:
        period = self._period()
        counted: Counted = "event" if period.days <= LONGEST_INCIDENT_DAYS else "war"
        confirmed = self._confirmed()
        present: dict[str, Report] = {}
        for verdict in self.weighed.verdicts:
            if verdict.disputable and (prior := self._prior(verdict)) is not None:
                report = self._report(verdict.account, prior, period, confirmed)
                present[_origin(verdict.account)] = report
        reports = tuple(present.values())
        figure = self._settled(reports)
        if figure is None:
            return Reported(reports, counted, ())
        every = [
            self._report(verdict.account, prior, period, confirmed)
            for verdict in self.weighed.verdicts
            if self._is_whole(verdict.account, period) and (prior := self._prior(verdict)) is not None
        ]
        return Reported(reports, counted, tuple(self._residuals(figure, every, counted)))

    def _prior(self, verdict: Verdict) -> Prior | None:
        """How a source tends to be off; None for a claim that takes no part."""
        account = verdict.account
        takes_part = verdict.disputable or verdict.rule in EARLIER
        if not takes_part or verdict.partial or not account.named or is_vague(account.claim):
            return None
        if self._numbers(account) == (None, None):
            return None
        documented = verdict.rule == "documented_list" or self.judge.evidence(account) == "documented"
        relation = self.judge.sides.relation(account)
        return self.priors.of(relation, self.weighed.line.series.object, documented=documented)

    def _report(self, account: Account, prior: Prior, period: Span, confirmed: dict[str, int]) -> Report:
        claim = account.claim
        low, high = self._numbers(account)
        until = min(account.covers.last, period.last) if account.covers else period.last
        said = max(account.known.last if account.known else until, confirmed.get(account.id, 0))
        return Report(
            source=source_name(account),
            side=self._side(account),
            prior=prior,
            low=low,
            high=high,
            approximate=bool(claim.approx),
            hedged=claim.hedge in ("alleged", "unconfirmed"),
            days=max(0, said - until),
            growth=self._growth(until, period),
            claim=account.id,
        )

    def _numbers(self, account: Account) -> tuple[int | None, int | None]:
        """The limits that a claim sets, within what a reviewer pinned it to."""
        low, high = account.claim.low, account.claim.high
        pin = self.judge.hand.pins.get(account.id)
        if pin is None or pin.bound is None:
            return low, high
        return (
            low if pin.bound in ("floor", "two_sided") else None,
            high if pin.bound in ("ceiling", "two_sided") else None,
        )

    def _side(self, account: Account) -> str:
        declared = self.judge.sides.declared
        if not account.speaker:
            return account.voice
        return " + ".join(sorted({declared.get(party, party) for party in account.speaker}))

    def _period(self) -> Span:
        """The days that the series counts; without a start, from the first day up to which it counts."""
        covers = [verdict.account.covers for verdict in self.weighed.verdicts if verdict.account.covers]
        series = self.weighed.line.series
        last = max((each.last for each in covers), default=0)
        if self.conflict.end and series.scope == "cumulative":
            last = min(last, span(self.conflict.end).last)
        first = (
            span(series.from_date).first
            if series.from_date
            else min((one.first for one in covers), default=0)
        )
        return Span(min(first, last), last)

    def _growth(self, until: int, period: Span) -> float:
        """How much a toll may have grown since a day: at most by twice the share of days that passed."""
        if until >= period.last:
            return 0.0
        return 2 * log(period.days / max(1, until - period.first + 1))

    def _is_whole(self, account: Account, period: Span) -> bool:
        until = account.covers.last if account.covers else period.last
        return until - period.first + 1 >= WHOLE * period.days

    def _confirmed(self) -> dict[str, int]:
        """The last day on which a source repeated its figure, by the id of the claim that it repeats."""
        latest: defaultdict[str, int] = defaultdict(int)
        for verdict in self.weighed.verdicts:
            if verdict.origin and verdict.rule == "same_source" and verdict.account.known:
                latest[verdict.origin] = max(latest[verdict.origin], verdict.account.known.last)
        return latest

    def _residuals(self, figure: float, whole: Sequence[Report], counted: Counted) -> Iterator[Residual]:
        """How far each source was off, over its figures of the whole from before the number was settled."""
        offs: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
        for report in whole:
            if report.bounded and report.high and report.days < self.priors.settled.days:
                missed = shortfall(report.prior, counted, report.days, self.priors)
                offs[report.source, report.prior.name].append(report.off(figure - missed))
        for (_, prior), each in sorted(offs.items()):
            yield Residual(prior, self.weighed.line.series.id, sum(each) / len(each))

    def _settled(self, reports: Sequence[Report]) -> float | None:
        """The logarithm of the settled figure, if there is one: what later sources that count agree on."""
        rule = self.priors.settled
        late = [
            _middle(report)
            for report in reports
            if report.prior.late and report.days >= rule.days and report.bounded and report.high
        ]
        if not late or exp(max(late) - min(late)) > rule.agree:
            return None
        return sum(late) / len(late)


def _origin(account: Account) -> str:
    """The key of the party that a source speaks for, else of the source."""
    return " + ".join(sorted(account.speaker)) if account.speaker else account.voice


def _middle(report: Report) -> float:
    """The logarithm of an exact figure, or the middle of a range."""
    assert report.low is not None and report.high is not None
    return (log(max(report.low, NONE)) + log(max(report.high, NONE))) / 2
