"""The rule by which claims are grouped, read from tables/incidents.toml and checked."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter

from counterclaim.errors import SettingsError
from counterclaim.model import EvidenceName
from counterclaim.reconciliation.tables import REMEDY, read_table


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Family(_Row):
    """Types of events that reports give to one event; the keys are described in incidents.toml."""

    types: tuple[str, ...]
    general: frozenset[str] = frozenset()
    one_sided: frozenset[str] = frozenset()
    harm: bool = False
    placed: bool


class Evidence(_Row):
    """What a likeness or a difference of two reports counts."""

    points: float
    tie: bool = False
    why: str


class Veto(_Row):
    """What lets two claims never be reports of one incident."""

    why: str


class Match(NamedTuple):
    """Pieces of evidence, with what they add up to, and whether one says that it is this very event."""

    names: tuple[EvidenceName, ...]
    points: float
    ties: bool


NO_MATCH = Match((), 0.0, False)


class Policy(_Row):
    """The whole rule.

    Attributes:
        name: what the rule is called.
        threshold: with so many points two claims are reports of one incident.
    """

    name: str
    threshold: float
    family: Mapping[str, Family]
    evidence: Mapping[EvidenceName, Evidence]
    veto: Mapping[str, Veto]

    def with_more(self, match: Match, name: EvidenceName) -> Match:
        """A match with one piece of evidence more."""
        row = self.evidence[name]
        return Match((*match.names, name), match.points + row.points, match.ties or row.tie)

    def reason(self, names: Iterable[EvidenceName]) -> str:
        """The evidence in words: "the same place, the same day, another doer is named"."""
        return ", ".join(self.evidence[name].why for name in names)


@cache
def load_policy() -> Policy:
    """The rule that comes with the package.

    Raises:
        SettingsError: the table is wrong, lacks a piece of evidence, or puts a type into two families.
    """
    policy = read_table("incidents.toml", TypeAdapter(Policy))
    missing = set(get_args(EvidenceName)) - set(policy.evidence)
    types = [name for family in policy.family.values() for name in family.types]
    twice = {name for name in types if types.count(name) > 1}
    if missing or twice:
        lacks = f"lacks [evidence.{sorted(missing)[0]}]" if missing else f"has {sorted(twice)[0]} twice"
        raise SettingsError(f"reconciliation/tables/incidents.toml {lacks}.", REMEDY)
    return policy
