"""Series as they stand, with what was found about each, weighed anew by what they count."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.model import Conflict, Contradiction, Estimate, Finding
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.constraints import constrain
from counterclaim.reconciliation.days import Span
from counterclaim.reconciliation.estimates import Residual, Taken, biases_from, estimated
from counterclaim.reconciliation.findings import Weighed
from counterclaim.reconciliation.jobs import SeriesJob, SeriesMade, bounding
from counterclaim.reconciliation.live.indexing import Found
from counterclaim.reconciliation.live.tied import Ties
from counterclaim.reconciliation.series import Line, Subject, lines_of, order_of, subject_of


@dataclass(frozen=True, slots=True)
class WeighedAgain:
    """What was weighed again: the ids of the claims, and of all findings that may differ, gone ones too."""

    claims: frozenset[str]
    findings: frozenset[str]


class LiveSeries:
    """The series of claims that are kept, by what they count.

    Attributes:
        findings: by their ids, with what others leave of them.
        estimates: by the ids of their findings.
        disputes: the contradictions within series.
        tied: those between series.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        made: Sequence[SeriesMade],
        residuals: Sequence[Residual],
        conflict: Conflict,
        judge: Judge,
    ) -> None:
        """Take what was made of series.

        Args:
            lines: the series.
            made: what they gave, by the chunk.
            residuals: what they teach.
            conflict: the casebook's war.
            judge: as it weighed them.
        """
        self.findings: dict[str, Finding] = {}
        self.estimates: dict[str, Estimate] = {}
        self.disputes: Found[Contradiction] = Found()
        self.tied: Found[Contradiction] = Found()
        self._conflict = conflict
        self._weighed: dict[str, Weighed] = {}
        self._alone: dict[str, Finding] = {}
        self._counting: defaultdict[Subject, list[str]] = defaultdict(list)
        self._subjects: dict[str, Subject] = {}
        self._ties = Ties()
        self._residuals = _by_series(residuals)
        self._biases = biases_from(residuals)
        self._taken: dict[str, Taken] | None = None
        new = self._keep(lines, made, judge)
        self._hold_together(self._ties.change((), self._pairs(new), judge), judge)

    def change(
        self,
        before: Sequence[Account],
        after: Sequence[Account],
        anew: Sequence[Account],
        judges: tuple[Judge, Judge],
    ) -> WeighedAgain:
        """Weigh anew what claims touch; where that teaches otherwise how far sources are off, estimate all.

        Args:
            before: claims as they were that are no more, or otherwise.
            after: new claims, and those that are otherwise.
            anew: others that are weighed otherwise than before.
            judges: the one that weighed them before, and the one that weighs them now.

        Returns:
            What was weighed, and the findings that may differ, of which estimates are a part.
        """
        # 1. Group again what may be grouped otherwise, and weigh the series that are not as they were.
        gone, lines = self._regrouped(before, after, anew, judges)
        judge = judges[1]
        job = SeriesJob(lines, judge, self._conflict)
        taught = self._taught(gone, job.begin())

        # 2. Put them in the place of what there was.
        claims = {account.id for line in lines for account in line.accounts}
        self._drop(gone)
        new = self._keep(lines, [job.finish(self._biases)], judge)
        if self._taken is not None:
            self._taken |= {each.finding: each for each in job.taken}
        if taught:
            self._estimate_all(judge)

        # 3. Hold them against their parts and wholes.
        touched = self._ties.change(gone, self._pairs(new), judge)
        self._hold_together(touched, judge)
        touched |= {*gone, *(self.findings if taught else ())}
        return WeighedAgain(frozenset(claims), frozenset(touched))

    def _taught(self, gone: Iterable[str], residuals: Iterable[Residual]) -> bool:
        """Learn from series weighed again instead of those gone. Returns whether it is something else."""
        earlier = {self._alone[finding].series.id for finding in gone}
        before = {each: self._residuals.pop(each) for each in earlier if each in self._residuals}
        now = _by_series(residuals)
        self._residuals |= now
        return now != before

    def _estimate_all(self, judge: Judge) -> None:
        """Estimate every series by what all of them teach now."""
        if self._taken is None:
            every = SeriesJob([one.line for one in self._weighed.values()], judge, self._conflict)
            every.begin()
            self._taken = {each.finding: each for each in every.taken}
        self._biases = biases_from(one for each in self._residuals.values() for one in each)
        made = estimated(list(self._taken.values()), self._biases)
        self.estimates = {each.finding: each for each in made}

    def _regrouped(
        self,
        before: Sequence[Account],
        after: Sequence[Account],
        anew: Sequence[Account],
        judges: tuple[Judge, Judge],
    ) -> tuple[list[str], list[Line]]:
        """The findings whose series are no more as they were, and the series in their place."""
        was, judge = judges
        new = _by_subject(after, judge)
        touching = _by_subject((*after, *anew), judge)
        for subject, accounts in _by_subject(before, was).items():
            touching[subject] += accounts
        out, again = {account.id for account in before}, {account.id for account in (*after, *anew)}
        gone: list[str] = []
        lines: list[Line] = []
        for subject, accounts in touching.items():
            known = {finding: self._weighed[finding].line for finding in self._near(subject, accounts)}
            members = [one for line in known.values() for one in line.accounts if one.id not in out]
            members = sorted([*members, *new[subject]], key=_as_of)
            made = lines_of(members, self._conflict, judge.names, judge.tables)
            as_made = {line.accounts: line.series for line in made}
            standing = {
                line.accounts
                for line in known.values()
                if as_made.get(line.accounts) == line.series
                and again.isdisjoint(account.id for account in line.accounts)
            }
            gone += [finding for finding, line in known.items() if line.accounts not in standing]
            lines += [line for line in made if line.accounts not in standing]
        return gone, lines

    def _near(self, subject: Subject, accounts: Iterable[Account]) -> list[str]:
        """The findings on what is counted whose series may be divided otherwise because of some claims.

        Counts of events on other days are not: unless one bears no day, and goes by those of its text.
        """
        findings = self._counting.get(subject, [])
        spans = {account.covers for account in accounts}
        days = {finding: _days_of(self._weighed[finding].line) for finding in findings}
        if subject.scope == "cumulative" or None in spans or None in days.values():
            return list(findings)
        near: set[str] = set()
        ahead = [span for span in spans if span]
        while ahead:
            span = ahead.pop()
            for finding, own in days.items():
                if own and finding not in near and own.overlaps(span):
                    near.add(finding)
                    ahead.append(own)
        return [finding for finding in findings if finding in near]

    def _drop(self, gone: Iterable[str]) -> None:
        for finding in gone:
            self._counting[self._subjects.pop(finding)].remove(finding)
            claims = [account.id for account in self._weighed.pop(finding).line.accounts]
            self.disputes.drop(claims)
            self.tied.drop(claims)
            del self._alone[finding], self.findings[finding], self.estimates[finding]
            if self._taken is not None:
                del self._taken[finding]

    def _keep(self, lines: Sequence[Line], made: Sequence[SeriesMade], judge: Judge) -> list[str]:
        found = [each for one in made for each in one.findings]
        self._alone |= {each.id: each for each in found}
        self._weighed |= {each.id: one for each, one in zip(found, bounding(lines, made), strict=True)}
        for each, line in zip(found, lines, strict=True):
            subject = subject_of(line.accounts[0], judge.names, judge.tables)
            assert subject is not None
            self._counting[subject].append(each.id)
            self._subjects[each.id] = subject
        for one in made:
            self.estimates |= {each.finding: each for each in one.estimates}
            self.disputes.add(one.contradictions)
        return [each.id for each in found]

    def _pairs(self, findings: Iterable[str]) -> Iterator[tuple[Weighed, Finding]]:
        return ((self._weighed[each], self._alone[each]) for each in findings)

    def _hold_together(self, findings: Iterable[str], judge: Judge) -> None:
        """Hold the findings of whole groups against each other."""
        ordered = sorted(findings, key=lambda each: order_of(self._alone[each].series))
        weighed = [self._weighed[each] for each in ordered]
        self.tied.drop(account.id for one in weighed for account in one.line.accounts)
        constrained = constrain(weighed, [self._alone[each] for each in ordered], judge)
        self.findings |= {each.id: each for each in constrained.findings}
        self.tied.add(constrained.contradictions)


def _by_subject(accounts: Iterable[Account], judge: Judge) -> defaultdict[Subject, list[Account]]:
    found: defaultdict[Subject, list[Account]] = defaultdict(list)
    for account in accounts:
        if subject := subject_of(account, judge.names, judge.tables):
            found[subject].append(account)
    return found


def _days_of(line: Line) -> Span | None:
    """The days from the first to the last that counts of a series cover; None where one bears no day."""
    spans = [account.covers for account in line.accounts]
    if None in spans:
        return None
    return Span(min(each.first for each in spans if each), max(each.last for each in spans if each))


def _by_series(residuals: Iterable[Residual]) -> dict[str, list[Residual]]:
    found: defaultdict[str, list[Residual]] = defaultdict(list)
    for residual in sorted(residuals):
        found[residual.conflict].append(residual)
    return dict(found)


def _as_of(account: Account) -> tuple[int, int, str, int, int, str]:
    return account.order
