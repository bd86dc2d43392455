"""How the one who speaks stands to the one spoken of.

The casebook's sides decide where it declares them. Where it does not, the claims themselves tell who
fights whom: whoever is said to have done harm to the other. Parties that harm the same opponent, and
not each other, are taken for allies.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from counterclaim.model import Conflict
from counterclaim.policy import Relation
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.tables import Tables, within

FORCES = ("person.military", "person.mercenary", "materiel")
"""Whose losses tell who fights whom. Others are harmed as well: a shell that wounds a foreign reporter
makes the reporter's country no party to the war."""

STRAY = 0.1
"""Mentions of harm between two parties are taken for misreadings or accidents where they are fewer
than this share of the most that either has with anybody: of the two parties' shares, the greater."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who is on whose side.

    Attributes:
        declared: each declared party's side, by the party's key.
        opponents: who fights whom, as the claims tell it.
    """

    declared: Mapping[str, str]
    opponents: Mapping[str, frozenset[str]]

    def allied(self, one: str, other: str) -> bool:
        """Whether two parties are on one side."""
        if one in self.declared and other in self.declared:
            return self.declared[one] == self.declared[other]
        return not self.opposed(one, other) and bool(
            self.opponents.get(one, frozenset()) & self.opponents.get(other, frozenset())
        )

    def opposed(self, one: str, other: str) -> bool:
        """Whether two parties are on different sides of the fighting."""
        if one in self.declared and other in self.declared:
            return self.declared[one] != self.declared[other]
        return other in self.opponents.get(one, frozenset())

    def speak_against(self, one: Account, other: Account) -> bool:
        """Whether two claims come from opposed sides."""
        return any(self.opposed(mine, yours) for mine in one.speaker for yours in other.speaker)

    def speak_together(self, one: Account, other: Account) -> bool:
        """Whether two claims come from one party or from allies."""
        return any(
            mine == yours or self.allied(mine, yours) for mine in one.speaker for yours in other.speaker
        )

    def relation(self, account: Account) -> Relation:
        """How the claim's source stands to what it counts, as bounds.toml names it."""
        if not account.named:
            return "document"
        if not account.speaker or (self.declared and account.speaker.isdisjoint(self.declared)):
            return "independent"
        if not account.subject:
            return self._to_the_doer(account)
        if not account.speaker.isdisjoint(account.subject):
            return "own"
        pairs = list(product(account.speaker, account.subject))
        if any(self.opposed(*pair) for pair in pairs):
            return "enemy"
        return "ally" if any(self.allied(*pair) for pair in pairs) else "other_party"

    def _to_the_doer(self, account: Account) -> Relation:
        if not account.actors:
            return "bystander"
        itself = account.speaker | {account.voice, (account.claim.source or "").casefold()}
        return "self" if account.actors & itself else "accuser"


def sides_of(conflict: Conflict, names: Names, accounts: Iterable[Account], tables: Tables) -> Sides:
    """Work out the sides from the casebook and the claims."""
    declared = {
        key: party.side or party.name for party in conflict.parties if (key := names.party(party.name))
    }
    acts = Counter(act for account in accounts if (act := act_of(account)))
    return Sides(declared, opponents_by(acts, tables))


class Act(NamedTuple):
    """What somebody is said to have done to somebody: of few acts are many claims."""

    event_type: str | None
    measure: str | None
    object: str | None
    actors: frozenset[str]
    subject: frozenset[str]


def act_of(account: Account) -> Act | None:
    """What a claim says that somebody did; None where it names no doer."""
    claim = account.claim
    if not account.actors:
        return None
    return Act(claim.event_type, claim.measure, claim.object, account.actors, account.subject)


def opponents_by(acts: Mapping[Act, int], tables: Tables) -> dict[str, frozenset[str]]:
    """Who fights whom, by how many claims tell of each act."""
    harm: Counter[tuple[str, str]] = Counter()
    for act, times in acts.items():
        if _does_harm(act, tables):
            for actor in act.actors:
                for target in act.subject - act.actors:
                    harm[actor, target] += times
                    harm[target, actor] += times
    most: Counter[str] = Counter()
    for (one, _), times in harm.items():
        most[one] = max(most[one], times)
    met: dict[str, set[str]] = {}
    for (one, other), times in harm.items():
        if times >= STRAY * min(most[one], most[other]):
            met.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in met.items()}


def _does_harm(act: Act, tables: Tables) -> bool:
    if act.event_type is not None:
        row = tables.events.get(act.event_type)
        return bool(row and row.hostile)
    measure = tables.measures.get(act.measure or "")
    forces = any(within(act.object or "", whole) for whole in FORCES)
    return bool(measure and measure.harm and forces)
