"""Incidents as they stand, described anew where their groups or what is decided about them change."""

from collections.abc import Iterable, Sequence

from counterclaim.model import Decision, Incident, in_force
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.incidents import MERGED, SPLIT
from counterclaim.reconciliation.incidents.describing import described
from counterclaim.reconciliation.incidents.grouping import grouped
from counterclaim.reconciliation.incidents.policy import load_policy
from counterclaim.reconciliation.incidents.reviewed import reviewed
from counterclaim.reconciliation.incidents.sightings import Sightings
from counterclaim.reconciliation.live.regrouping import NOBODY, Regrouping


class Incidents:
    """The incidents of claims that are kept.

    Those that reviewers merge or split are worked out together, from the groups that the rule makes.
    """

    def __init__(
        self,
        accounts: Sequence[Account],
        found: Iterable[Incident],
        decisions: Sequence[Decision],
        judge: Judge,
    ) -> None:
        """Take what `find_incidents` found.

        Args:
            accounts: the claims that count.
            found: their incidents.
            decisions: what reviewers decided.
            judge: as `find_incidents` takes it.
        """
        self._policy = load_policy()
        maker = Sightings(judge.names, judge.tables, self._policy)
        self._groups = Regrouping(self._policy, maker, accounts)
        self._decisions = _about_incidents(decisions)
        by_first = {incident.reports[0].claim: incident for incident in found}
        if self._decisions:
            groups = grouped(list(maker.of(accounts)), self._policy)
            self._groups.take(group.reports for group in groups)
        else:
            self._groups.take(incident.reports for incident in by_first.values())
        self._reviewed = self._founders_reviewed()
        self._made = self._as_reviewed(judge)
        self._by_rule = {
            founder: by_first[self._groups.group(founder).reports[0].claim]
            for founder in self._groups.members
            if founder not in self._reviewed
        }

    def all(self) -> list[Incident]:
        """Every incident, in no order."""
        return [*self._by_rule.values(), *self._made]

    def of(self, claims: Iterable[str]) -> list[Incident]:
        """The incidents that any of the claims reports."""
        wanted = set(claims)
        founders = {self._groups.founder(claim) for claim in wanted}
        by_rule = [self._by_rule[founder] for founder in sorted(founders) if founder in self._by_rule]
        return by_rule + [one for one in self._made if any(each.claim in wanted for each in one.reports)]

    def change(
        self,
        gone: Iterable[str],
        made: Iterable[Account],
        weighed_anew: Iterable[str],
        decisions: Sequence[Decision],
        judge: Judge,
    ) -> tuple[list[Incident], list[Incident]]:
        """Take claims out and in.

        Args:
            gone: ids of claims that were there.
            made: claims that were not, also those that were otherwise.
            weighed_anew: ids of others that are weighed in another way than before.
            decisions: what reviewers decided.
            judge: as for the whole.

        Returns:
            The incidents that are no more, and those in their place.
        """
        gone, made = list(gone), list(made)
        changed = {*gone, *(account.id for account in made), *weighed_anew}
        maker = Sightings(judge.names, judge.tables, self._policy)
        touched = self._groups.change(gone, made, maker)
        touched |= {self._groups.founder(claim) for claim in changed} - {NOBODY}
        standing = _about_incidents(decisions)
        about = {claim for decision in (*standing, *self._decisions) for claim in decision.claims}
        before, self._decisions = (self._decisions, self._reviewed), standing
        self._reviewed = self._founders_reviewed()
        dropped, new = [], []
        anew = before != (self._decisions, self._reviewed) or bool(about & changed)
        if anew or touched & self._reviewed:
            touched |= before[1] | self._reviewed
            dropped += self._made
            self._made = self._as_reviewed(judge)
            new += self._made
        for founder in touched:
            if founder in self._by_rule:
                dropped.append(self._by_rule.pop(founder))
            if self._groups.members.get(founder) and founder not in self._reviewed:
                self._by_rule[founder] = described(self._groups.group(founder), self._policy, judge)
                new.append(self._by_rule[founder])
        return dropped, new

    def _founders_reviewed(self) -> frozenset[int]:
        """The founders of the groups with claims that reviewers decided about."""
        claims = (claim for decision in self._decisions for claim in decision.claims)
        return frozenset(map(self._groups.founder, claims)) - {NOBODY}

    def _as_reviewed(self, judge: Judge) -> list[Incident]:
        groups = [self._groups.group(founder) for founder in sorted(self._reviewed)]
        known = {
            claim: self._groups.sighting(self._groups.numbers[claim])
            for decision in self._decisions
            for claim in decision.claims
            if claim in self._groups.numbers
        }
        known |= {one.account.id: one for group in groups for one in group.members}
        made = reviewed(groups, self._decisions, known) if self._decisions else []
        return [described(group, self._policy, judge) for group in made]


def _about_incidents(decisions: Sequence[Decision]) -> list[Decision]:
    return [decision for decision in in_force(decisions) if decision.action in (MERGED, SPLIT)]
