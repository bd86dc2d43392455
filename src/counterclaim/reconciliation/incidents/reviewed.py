"""What reviewers decided about incidents, carried out on the groups that the rule made.

A decision names claims, so that it holds again after every reconciling, whatever else was read since. A
claim that is not there (its document was withdrawn, or read anew) is passed over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from counterclaim.model import Decision, Report
from counterclaim.reconciliation.incidents.grouping import Group
from counterclaim.reconciliation.incidents.sightings import Sighting

MERGED = "merge incidents"
"""The claims of a decision so called are of one incident, with all that are grouped with them."""

SPLIT = "split incident"
"""Of the claims of a decision so called, those of ``values["apart"]`` are of an incident of their own."""


def reviewed(
    groups: Iterable[Group], decisions: Iterable[Decision], sightings: Mapping[str, Sighting]
) -> list[Group]:
    """The groups as reviewers want them.

    Args:
        groups: as the rule made them; they are changed.
        decisions: those in force, in their order; others than on incidents are passed over.
        sightings: every one by its claim's id, also those that the rule left in no group.
    """
    home = {one.account.id: group for group in groups for one in group.members}
    kept = {id(group): group for group in home.values()}
    for decision in decisions:
        if decision.action not in _CARRIED_OUT:
            continue
        known = [sightings[claim] for claim in decision.claims if claim in sightings]
        for group in _CARRIED_OUT[decision.action](known, decision, home):
            kept[id(group)] = group
    return [group for group in kept.values() if group.members]


def _merge(known: list[Sighting], decision: Decision, home: dict[str, Group]) -> Iterable[Group]:
    """Put the groups of the claims into the first one."""
    if len(known) < 2:
        return
    first = home.get(known[0].account.id) or _alone(known[0], decision, home)
    yield first
    for sighting in known[1:]:
        group = home.get(sighting.account.id) or _alone(sighting, decision, home)
        if group is not first:
            _move(group, group.members, first, decision, home)


def _split(known: list[Sighting], decision: Decision, home: dict[str, Group]) -> Iterable[Group]:
    """Take claims out of the group that they share with the others of the decision."""
    leaving = set(decision.values.get("apart", ()))
    ids = [sighting.account.id for sighting in known]
    staying = {id(home[claim]) for claim in ids if claim not in leaving and claim in home}
    apart = Group()
    for sighting in known:
        group = home.get(sighting.account.id)
        if sighting.account.id in leaving and group is not None and id(group) in staying:
            _move(group, [sighting], apart, decision, home)
    yield apart


_CARRIED_OUT = {MERGED: _merge, SPLIT: _split}


def _alone(sighting: Sighting, decision: Decision, home: dict[str, Group]) -> Group:
    group = Group()
    group.add(sighting, Report(sighting.account.id, decision=decision.number))
    home[sighting.account.id] = group
    return group


def _move(
    source: Group, members: Iterable[Sighting], target: Group, decision: Decision, home: dict[str, Group]
) -> None:
    """Move members from one group to another; what was joined to one that leaves is joined to the first."""
    moving = {sighting.account.id for sighting in members}
    pairs = list(zip(source.members, source.reports, strict=True))
    source.members, source.reports, source.days = [], [], None
    for sighting, report in pairs:
        group = target if report.claim in moving else source
        joined = report.joined if report.joined and (report.joined in moving) == (group is target) else None
        number = decision.number if group is target else report.decision
        if joined is None and group.members:
            joined, number = group.members[0].account.id, decision.number
        group.add(sighting, replace(report, joined=joined, decision=number))
        home[report.claim] = group
