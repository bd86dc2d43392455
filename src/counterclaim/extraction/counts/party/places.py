"""Rules that read the party from the place, from the speaker, or from being named alone."""

from itertools import pairwise
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.actor import actor_of
from counterclaim.extraction.counts.cues import HARM
from counterclaim.extraction.counts.party.counting import (
    ARMY,
    FOREIGN,
    NEAR,
    TAKEN,
    Counting,
    Whose,
    is_foreign,
    whose,
)
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set


def of_named_place(c: Counting) -> Whose | None:
    """Moscow said that 1,600 civilians were killed in South Ossetia: the land says whose."""
    if not c.context.is_between_states or not c.object.startswith(("person", "structure")):
        return None
    if c.object.startswith(("person.military", *FOREIGN)) or c.measure in ("displaced", "other"):
        return None
    for mention in c.view.parties:
        near = 0 < mention.first - c.phrase.last <= NEAR and not _and_around(c.view, mention.first)
        after_in = mention.first > 0 and c.view.tokens[mention.first - 1].low == "in"
        if (
            near
            and after_in
            and mention.how in ("name", "territory")
            and mention.party in c.context.parties[:3]
        ):
            return Whose(mention.party)
    return None


def _and_around(view: View, first: int) -> bool:
    """In and around the enclave: on more lands than one, so that the place does not say whose."""
    return view.lows[max(first - _AROUND, 0) : first][:2] == ["in", "and"]


_AROUND: Final = 3  # tokens: in and around, in and near


def of_place_beside(c: Counting) -> Whose | None:
    """Moscow said that 160 people had died in Gori: the place that stands right after says whose."""
    if not c.object.startswith(("person", "structure")) or c.object.startswith("person.military"):
        return None
    after = c.view.tokens[c.phrase.last + 1 : c.phrase.last + 1 + NEAR]
    names = {f"{a.text} {b.text}" for a, b in pairwise(after)} | {token.text for token in after}
    return of_place(c) if c.place in names else None


def speakers(c: Counting) -> Whose | None:
    """In a war of states a ministry speaks of its own dead, or of the enemy's where it says "we killed"."""
    if c.side is None or not c.context.is_between_states or is_foreign(c):
        return None
    if c.kind.startswith("materiel") and not c.is_civilian:
        return None
    named = {token.low for token in c.view.tokens[c.phrase.first : c.phrase.last + 1]}
    if c.kind == "structure" and named & _TARGETS and c.measure in TAKEN:
        return whose(c.context.opponent(c.side))  # New Delhi said that nine sites were hit
    if c.measure not in ("other", "detained"):
        return Whose(c.context.opponent(c.side) if actor_of(c.view, c.phrase) == c.side else c.side)
    return Whose(c.side) if c.kind.startswith("settlement") else None


_TARGETS: Final = word_set("counts_party", "targets")


def of_place(c: Counting) -> Whose | None:
    """In a war of states people and houses are of the country, seat or territory of the place."""
    if not c.context.is_between_states or c.place is None or is_foreign(c):
        return None
    army = c.object.startswith(ARMY) and not (c.kind == "materiel.vehicle" and c.measure == "damaged")
    if army or (c.measure == "other" and not _are_victims(c)):
        return None
    mention = next((p for p in c.view.parties if p.how != "demonym" and _written(c.view, p) == c.place), None)
    if mention is not None and _and_around(c.view, mention.first):
        return None
    owner = mention.party if mention else c.context.owner_of(c.place) or _country_in(c.view)
    if owner is not None and c.measure in HARM and owner == actor_of(c.view, c.phrase):
        return None  # a state's soldiers who killed two captives in its own town
    is_side = owner in c.context.parties[:4] and owner in c.context.states | c.context.groups
    return Whose(owner) if is_side and owner is not None else None


def _are_victims(c: Counting) -> bool:
    """Whether people were harmed whatever else is counted of them: seven of the injured; deaths by hunger."""
    cue = c.phrase.cue
    tokens = c.view.tokens[c.phrase.first : c.phrase.last + _VICTIMS]
    if any(t.low in ("war", "conflict") for t in c.view.tokens[c.phrase.last : c.phrase.last + NEAR]):
        return False  # bodies of all who fell in the war
    harmed = (cue is not None and cue.measure in ("killed", "wounded")) or any(
        t.low in _HARMED for t in tokens
    )
    return harmed and c.object.startswith("person")


_OWNED: Final = ("person.military", "materiel", "money")
_OF_STATES: Final = word_set("sides", "state")
_VICTIMS: Final = 3  # tokens after a phrase in which its people are called injured
_HARMED: Final = word_set("counts_party", "harmed")


def _country_in(view: View) -> str | None:
    """A house in Aitaroun, in south Lebanon: the country after "in" tells where an unknown town lies."""
    for mention in view.parties:
        before = [t.low for t in view.tokens[max(mention.first - 3, 0) : mention.first]]
        if mention.is_state and mention.how in ("name", "territory") and "in" in before:
            return mention.party
    return None


def _written(view: View, mention: PartyMention) -> str:
    return " ".join(token.text for token in view.tokens[mention.first : mention.last + 1])


def only_one_named(c: Counting) -> Whose | None:
    """Soldiers, materiel and money in a sentence that names one party, sources left out, are its."""
    if not c.kind.startswith(_OWNED) or not c.object.startswith(_OWNED):
        return None
    nouns = {token.low for token in c.view.tokens[c.phrase.first : c.phrase.last + 1]}
    if "police" in nouns and c.context.home_state is not None:
        return Whose(c.context.home_state)
    sources = c.view.sources
    named = {
        p.party
        for p in c.view.parties
        if p.how not in ("territory", "side") and not any(s.first <= p.first <= s.last for s in sources)
        if p.how != "name" or p.first == 0 or c.view.tokens[p.first - 1].low not in _WHERE
    }
    named = {
        party
        for party in named
        if c.context.is_between_states or party in (c.context.home_state, c.context.rebels)
    }
    if nouns & _OF_STATES and not c.context.is_between_states:
        named -= c.context.groups  # soldiers are a state's, whichever group a clash with them names
    if c.speaker is None and c.source is not None and _OURS & c.view.words:
        return None  # "we have 50 soldiers killed": the speaker's, whoever that is
    takes = c.measure in TAKEN and actor_of(c.view, c.phrase) in named
    return Whose(named.pop()) if len(named) == 1 and not takes else None


_OURS: Final = word_set("counts_party", "ours")
_WHERE: Final = word_set("counts_party", "where")


def of_dateline(c: Counting) -> Whose | None:
    """In a war of states a report from Beirut that names no place counts the dead of Lebanon.

    So does one headed "Lebanon, day 19", also where it names a place that no gazetteer knows.
    """
    home = c.context.topic or c.context.country
    known = c.place is not None and (c.context.topic is None or c.context.owner_of(c.place) is not None)
    if not c.context.is_between_states or known or home is None:
        return None
    if home not in (c.context.topic, c.context.dateline):
        return None
    harmed = c.measure in ("killed", "wounded", "missing", "displaced") and not is_foreign(c)
    people = c.object.startswith("person") and not c.object.startswith("person.military")
    unsaid = c.speaker in (None, home) and home in c.context.parties[:2] and not c.view.parties
    return Whose(home) if harmed and people and unsaid else None
