"""How everything in a record went over the days: findings, contradictions, incidents, ceasefires, control."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from counterclaim.model import Ceasefire, Contradiction, Estimate, Finding, Holding, Incident, Reconciliation
from counterclaim.publication.earlier import Courses, Earlier, Stage, courses, stretches
from counterclaim.publication.index import RecordIndex


class History:
    """The record on earlier days, each thing of it followed up to now.

    Args:
        index: the record as it is.
        earlier: the record on earlier days, the earliest first; none: nothing is told of them.
    """

    def __init__(self, index: RecordIndex, earlier: Sequence[Earlier]) -> None:
        self.earlier = earlier
        self._index = index
        self._now = index.record.reconciliation

    @property
    def days(self) -> tuple[str, ...]:
        """The earlier days, in ISO form."""
        return tuple(str(one.day) for one in self.earlier)

    def _then(self) -> Iterable[tuple[str, Reconciliation]]:
        return ((str(one.day), one.record.reconciliation) for one in self.earlier)

    @cached_property
    def findings(self) -> Courses[Finding]:
        """The findings."""
        then = ((day, each.findings) for day, each in self._then())
        return courses(self._now.findings, then, lambda one: [item.claim for item in one.weighings])

    def finding_stages(self, finding_id: str) -> tuple[Stage[Finding], ...]:
        """What was found on earlier days, of a finding of now or of a former one."""
        former = self.findings.former.get(finding_id)
        return former.stages if former else self.findings.of_now[finding_id]

    @cached_property
    def finding_keys(self) -> Mapping[str, Mapping[str, str]]:
        """For each day, what was found then by its id to what it is followed under: its id now or then."""
        courses = {key: former.stages for key, former in self.findings.former.items()}
        found: dict[str, dict[str, str]] = {day: {} for day in self.days}
        for key, stages in {**courses, **self.findings.of_now}.items():
            left, finding = list(stages), None
            for day, then in found.items():
                while left and left[0].day <= day:
                    finding = left.pop(0).thing
                if finding:
                    then[finding.id] = key
        return found

    @cached_property
    def incidents(self) -> Courses[Incident]:
        """The incidents."""
        then = ((day, each.incidents) for day, each in self._then())
        return courses(self._now.incidents, then, lambda one: [report.claim for report in one.reports])

    @cached_property
    def ceasefires(self) -> Courses[Ceasefire]:
        """The ceasefires."""
        then = ((day, each.ceasefires) for day, each in self._then())
        return courses(self._now.ceasefires, then, lambda one: [word.claim for word in one.words])

    @cached_property
    def holdings(self) -> Courses[Holding]:
        """Who held which place."""
        then = ((day, each.holdings) for day, each in self._then())
        return courses(self._now.holdings, then, lambda one: one.claims)

    def holdings_on(self, day: str) -> Mapping[str, Holding]:
        """Who held which place as it was known on one of the earlier days, by id."""
        return {one.id: one for each, kept in self._then() if each == day for one in kept.holdings}

    @cached_property
    def contradictions(self) -> Courses[Contradiction]:
        """The contradictions; with another claim one is another."""
        then = ((day, each.contradictions) for day, each in self._then())
        return courses(self._now.contradictions, then, lambda one: one.claims, by_claims=False)

    @cached_property
    def every_contradiction(self) -> Mapping[str, Contradiction]:
        """Those of now, the heaviest first, then those of earlier days alone, the heaviest first."""
        former = [one.thing for one in self.contradictions.former.values()]
        gone = {one.id: one for one in sorted(former, key=lambda one: (-one.weight, one.id))}
        return {**self._index.contradictions, **gone}

    @cached_property
    def contradictions_with(self) -> Mapping[str, Sequence[str]]:
        """A claim's id to the ids of all contradictions that it is or once was part of."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key, one in self.every_contradiction.items():
            for claim in dict.fromkeys(one.claims):
                found[claim].append(key)
        return found

    def contradiction_stages(self, contradiction_id: str) -> tuple[Stage[Contradiction], ...]:
        """When a contradiction stood, and with which words."""
        former = self.contradictions.former.get(contradiction_id)
        return former.stages if former else self.contradictions.of_now[contradiction_id]

    def contradiction_days(self, contradiction_id: str) -> str:
        """Over which days a contradiction stands, as in `data-known`."""
        stages = self.contradiction_stages(contradiction_id)
        stands = contradiction_id in self._index.contradictions
        return stretches(((stage.day, stage.thing) for stage in stages), now=stands)

    def estimates(self, finding_id: str) -> Iterable[tuple[str, Estimate | None]]:
        """What a model estimated of a finding on each of the earlier days, None where it was none."""
        stages = list(self.findings.of_now[finding_id])
        finding: Finding | None = None
        for day, kept in self._estimates.items():
            while stages and stages[0].day <= day:
                finding = stages.pop(0).thing
            yield day, kept.get(finding.id) if finding else None

    @cached_property
    def _estimates(self) -> Mapping[str, Mapping[str, Estimate]]:
        return {day: {one.finding: one for one in each.estimates} for day, each in self._then()}
