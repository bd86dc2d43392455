"""The parties: those of the casebook, or else the polities that claims and texts name."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.model import Claim, Conflict, Document
from counterclaim.registers.polity_words import PolityWords
from counterclaim.registers.source_names import Key, Reading, SourceNames

_SEVERAL = re.compile(r"\band\b|[,/]")

KEPT_TEXTS = 256
"""Of so many texts it is kept what they name: a site is worked out for many days from the same ones."""

OFTEN = 10
"""How many times texts must name a polity for it to stand in the register though no claim names it."""

LEAST_SHARE = 0.03
"""In which share of the claims a polity must take part to count as a party."""

USES_OF_FORCE = frozenset(
    {
        "clash",
        "shelling",
        "air_strike",
        "missile_attack",
        "bombing",
        "attack_on_civilians",
        "capture",
        "withdrawal",
        "ceasefire",
        "ceasefire_violation",
    }
)
"""Types of events whose actors and targets are parties to a war that declares none."""


@dataclass(frozen=True, slots=True)
class PartyName:
    """A name that stands for a party.

    Attributes:
        key: the party, or several jointly.
        rule: by which rule.
    """

    key: Key
    rule: str


def party_of_name(reading: Reading, *, names_a_party: bool) -> PartyName | None:
    """The party that a name stands for.

    Args:
        reading: the name, read.
        names_a_party: whether the claim gives the name as a party. Then any words of a polity count,
            and a name without them stands for itself; otherwise the name of an actor or target counts
            if it is the polity, its people or what speaks for it.
    """
    if reading.parts:
        return _jointly(
            [party_of_name(part, names_a_party=False) for part in reading.parts], reading, names_a_party
        )
    if reading.key.sort == "polity":
        return PartyName(reading.key, "party-name" if reading.rule == "polity-word" else "party-of-body")
    acts = reading.speaks or "people" in reading.bag
    counted_to_it = names_a_party and not _SEVERAL.search(reading.name)
    if reading.key.sort == "body" and reading.polity and (acts or counted_to_it):
        return PartyName(Key("polity", (reading.polity,)), "party-of-body")
    return PartyName(reading.key, "as-written") if names_a_party else None


def _jointly(parts: list[PartyName | None], reading: Reading, names_a_party: bool) -> PartyName | None:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return PartyName(reading.key, "as-written") if names_a_party else None
    keys = {part.key for part in known}
    if len(keys) == 1:
        return PartyName(keys.pop(), "party-of-body")
    return PartyName(Key("joint", tuple(sorted(key.canonical for key in keys))), "joint")


def belligerents(claims: Iterable[Claim], conflict: Conflict, names: SourceNames) -> frozenset[str]:
    """Plain names of the parties: the casebook's, or else those that claims show to take part.

    They are those that a source speaks for, and those that suffer or use force in enough of the claims;
    a state that lost one reporter, or that history remembers, is not one.
    """
    if conflict.parties:
        return names.words.declared
    speaking: set[str] = set()
    taking_part: Counter[str] = Counter()
    total = 0
    for claim in claims:
        total += 1
        if claim.source_side:
            speaking.update(_polities(claim.source_side, names, names_a_party=True))
        taking_part.update(_taking_part(claim, names))
    often = {polity for polity, count in taking_part.items() if count >= LEAST_SHARE * total}
    return frozenset(speaking | often)


def _taking_part(claim: Claim, names: SourceNames) -> set[str]:
    """The polities that a claim says suffer or use force."""
    if claim.kind == "event" and claim.event_type not in USES_OF_FORCE:
        return set()
    involved = _polities(claim.party, names, names_a_party=True)
    return involved.union(
        *(_polities(name, names, names_a_party=False) for name in (claim.actor, claim.target))
    )


def _polities(name: str | None, names: SourceNames, *, names_a_party: bool) -> set[str]:
    """The plain names of the polities that a name stands for: one, several jointly, or none."""
    reading = names.read(name) if name else None
    found = [
        party_of_name(part, names_a_party=names_a_party)
        for part in (reading.parts or (reading,) if reading else ())
    ]
    return {party.key.parts[0] for party in found if party and party.key.sort == "polity"}


@lru_cache(maxsize=KEPT_TEXTS)
def _named_in(text: str, words: PolityWords) -> Counter[str]:
    """How often a text names each polity; not to be changed."""
    tokens = [token.strip('"“”‘.,;:!?()[]') for token in text.replace("’", "'").split()]
    return Counter(mention.polity for mention in words.mentions(tokens))


def often_named(documents: Iterable[Document], words: PolityWords) -> tuple[str, ...]:
    """Plain names of the polities that the texts name often, sorted."""
    counts: Counter[str] = Counter()
    for document in documents:
        counts.update(_named_in(document.text, words))
    return tuple(sorted(polity for polity, count in counts.items() if count >= OFTEN))
