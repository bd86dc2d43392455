"""Whose people or things are counted: a table of rules, the first that holds decides."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.actor import actor_of, agent_of
from counterclaim.extraction.counts.antecedent import same_people
from counterclaim.extraction.counts.cues import Cue
from counterclaim.extraction.counts.losses import are_foes, owner_of_losses
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.lexicon import word_set
from counterclaim.model import Claim

_OWN = word_set("counts_fields", "own")
_ENEMY = word_set("counts_fields", "enemy")
_FORCES = word_set("counts_fields", "forces")
_OWN_SIDE = PhraseTable((words_of(words), True) for words in sorted(word_set("counts_fields", "own_side")))
_BOTH = PhraseTable((words_of(words), True) for words in sorted(word_set("counts_fields", "both")))
_NEAR = 10  # tokens around a phrase in which both sides are named
_TAKEN = frozenset(("destroyed", "captured", "lost", "damaged", "abandoned"))
_SIDES = 4  # of the parties that a document names, most often first: those that may be at war
_ARMY = ("person.military", "materiel", "settlement")


@dataclass(frozen=True, slots=True)
class Counting:
    """What the party of a count is read from.

    Attributes:
        view: its sentence.
        phrase: the counted phrase.
        object: what is counted, as in the claim vocabulary.
        measure: what was done to it.
        speaker: the party that its source speaks for.
        source: the name of its source.
        place: the place that the clause names or that is in focus.
        context: what holds for the document.
        model: the count before that it takes missing parts from.
        heading: the party that the heading above names.
        last: whose it was when the same thing was last counted.
        previous: the sentence before in its paragraph.
    """

    view: View
    phrase: Counted
    object: str
    measure: str
    speaker: str | None
    source: str | None
    place: str | None
    context: Context
    model: Claim | None
    heading: str | None
    last: str | None
    previous: View | None

    @property
    def kind(self) -> str:
        """What is counted, as its own words or the paragraph say, without what the count before adds."""
        return self.phrase.object or _CODES.get(self.phrase.expected, "person")

    @property
    def side(self) -> str | None:
        """The party that the source speaks for, if the document is about it."""
        return self.speaker if self.speaker in self.context.parties[:_SIDES] else None


_CODES = {
    "materiel": "materiel",
    "structures": "structure",
    "settlements": "settlement",
    "incidents": "incident",
}


@dataclass(frozen=True, slots=True)
class Whose:
    """A rule's answer: the party, or None where it says that what is counted is nobody's."""

    party: str | None


NOBODY = Whose(None)


def party_of(counting: Counting) -> tuple[str | None, str]:
    """The party whose people or things a phrase counts, and the rule that says so."""
    for holds, rule in _RULES:
        found = holds(counting)
        if found is not None:
            return found.party, rule if found.party is not None else ""
    return None, ""


def _whose(party: str | None) -> Whose | None:
    return Whose(party) if party is not None else None


# ---------------------------------------------------------------- the phrase itself


def _for_whom_they_fight(c: Counting) -> Whose | None:
    """Fighters fighting for the Houthis; Russian mercenaries of the Wagner group."""
    belonging = _belonging_after(c.view, c.phrase.last + 1)
    if belonging is None:
        return None
    fights = c.view.tokens[c.phrase.last + 1].low == "fighting"
    return Whose(belonging.party) if fights or belonging.is_group else None


def _in_phrase(c: Counting) -> Whose | None:
    """Thirteen Azerbaijani soldiers; in a civil war a people is no side."""
    noun = c.phrase.head.noun if c.phrase.head else c.phrase.last
    inside = _first(c.view, c.phrase.first, noun) or _after_participle(c)
    if inside is None or c.kind.split(".")[0] not in ("person", "materiel") or c.phrase.object is None:
        return None
    loser = _loser(c) if inside.how == "side" else None  # Cameroon lost six soldiers
    if loser is not None:
        return loser
    no_side = inside.is_state and not c.context.is_between_states and inside.party == c.context.home_state
    return NOBODY if no_side and c.object in ("person", "person.civilian") else Whose(inside.party)


def _after_participle(c: Counting) -> PartyMention | None:
    """One dead Pakistani soldier: the people's name after the word that the number counts."""
    following = next((p for p in c.view.parties if 0 < p.first - c.phrase.last <= 2), None)
    if following is not None and following.how == "demonym" and _is_plural(c.view, following):
        return following
    after = (
        c.view.tokens[following.last + 1].low if following and following.last + 1 < len(c.view.tokens) else ""
    )
    return following if following and following.how == "demonym" and after.rstrip("s") in _PEOPLE else None


def _is_plural(view: View, mention: PartyMention) -> bool:
    """Whether a people's name stands as a noun: 68,000 ethnic Georgians."""
    between = [token.low for token in view.tokens[mention.first - 1 : mention.first]]
    return view.tokens[mention.last].low.endswith("ns") and (between == ["ethnic"] or bool(between) is False)


_PEOPLE = frozenset(("soldier", "fighter", "serviceman", "officer", "civilian", "troop", "guard"))


def _predicate(c: Counting) -> Whose | None:
    """Forty-three of them were Houthi rebels: the predicate says whose."""
    last = c.phrase.last
    if last + 1 >= len(c.view.tokens) or c.view.tokens[last + 1].low not in ("were", "are", "was", "is"):
        return None
    return next((Whose(p.party) for p in c.view.parties if 0 < p.first - last - 1 <= 2), None)


def _gapped(c: Counting) -> Whose | None:
    """Azerbaijan lost ten soldiers and Armenia 20: the party that stands before a figure without a noun."""
    if c.phrase.object is not None:
        return None
    before = c.phrase.number.opening - 1
    return next((Whose(p.party) for p in c.view.parties if p.last == before and p.how == "name"), None)


def _labelled(c: Counting) -> Whose | None:
    """ISIS: 246; Armenian losses: 22 tanks: the party named in the words before the colon."""
    if c.phrase.first < 2 or c.view.tokens[c.phrase.first - 1].low != ":":
        return None
    for mention in c.view.parties:
        length = c.phrase.first - mention.last
        if 0 < length <= (_LABEL if mention.first <= 1 else _LABEL - 2):
            return Whose(mention.party)
    return None


_LABEL = 8  # tokens that a label before a colon has at most


def _part(c: Counting) -> Whose | None:
    return _whose(c.model.party) if c.phrase.partitive and c.model is not None else None


def _enemys(c: Counting) -> Whose | None:
    """Forty enemy soldiers, the occupiers' tanks."""
    words = {token.low for token in c.view.tokens[c.phrase.first : c.phrase.last + 1]}
    return Whose(c.context.opponent(c.speaker)) if words & _ENEMY else None


def _of_whose_forces(c: Counting) -> Whose | None:
    belonging = _belonging_after(c.view, c.phrase.last + 1)
    return Whose(belonging.party) if belonging is not None else None


def _first(view: View, start: int, end: int) -> PartyMention | None:
    return next((p for p in view.parties if start <= p.first and p.last <= end), None)


_BEFORE_FORCES = frozenset(
    ("the", "of", "in", "ranks", "for", "to", "with", "both", "self-proclaimed", "regular")
)


def _belonging_after(view: View, start: int) -> PartyMention | None:
    """13 soldiers of the Azerbaijani army, troops from Russia, in the ranks of the Houthis."""
    tokens = view.tokens
    if start >= len(tokens) or tokens[start].low not in ("of", "from", "serving", "fighting", "belonging"):
        return None
    near = (p for p in view.parties if start < p.first <= start + 5)
    for mention in near:
        if not all(t.low in _BEFORE_FORCES for t in tokens[start + 1 : mention.first]):
            continue
        following = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
        if tokens[start].low == "from" and mention.how in ("seat", "territory"):
            return None
        if following in (",", "and") and any(0 < p.first - mention.last <= 2 for p in view.parties):
            return None  # from Ghana, Nepal and Fiji
        if following not in ("city", "town", "village", "district"):
            return mention
    return None


# ---------------------------------------------------------------- owners and verbs


def _losses(c: Counting) -> Whose | None:
    """Ukraine's losses amounted to 40 dead; they put enemy losses at 20: whoever speaks, the owner's."""
    owner = owner_of_losses(c.view, c.phrase)
    if not c.object.startswith(("person", "materiel")) or owner is None:
        return None
    if isinstance(owner, str):
        return Whose(c.context.opponent(c.speaker))
    is_people = owner.is_state and not c.context.is_between_states and owner.how != "side"
    return None if is_people and c.object in ("person", "person.civilian") else Whose(owner.party)


def _sufferer(c: Counting) -> Whose | None:
    """Ukraine had suffered 900 casualties: whoever says so, the sufferer's."""
    lows = [token.low for token in c.view.tokens]
    near = range(c.phrase.first - 1, max(c.phrase.first - 4, -1), -1)
    verb = next((i for i in near if lows[i] in _SUFFERS), None)
    if verb is None or not c.object.startswith(("person", "materiel")):
        return None
    subject = [p for p in c.view.parties if 0 < verb - p.last <= _SUBJECT]
    if subject and not any(s.first <= subject[-1].first <= s.last for s in c.view.sources):
        return Whose(subject[-1].party)
    return None


_SUFFERS = frozenset(("suffered", "suffers", "sustained", "incurred"))


def _foes(c: Counting) -> Whose | None:
    """The army said that 40 militants were killed: none calls their own so, or lists them with their own."""
    if c.speaker is None or not c.object.startswith("person") or not are_foes(c.view, c.phrase):
        return None
    beside = c.view.tokens[max(c.phrase.first - 1, 0) : c.phrase.last + 1]
    if any(token.low in _OWN for token in beside) or _is_foreign(c):
        return None
    between_armies = c.context.is_between_states or c.object != "person.civilian"
    return Whose(c.context.opponent(c.speaker)) if between_armies else NOBODY


def _own(c: Counting) -> Whose | None:
    """Its servicemen, their own losses: the speaker's; "its fighters took five vehicles": its enemy's."""
    if not c.object.startswith(("person", "materiel")):
        return None
    tokens, cue = c.view.tokens, c.phrase.cue
    if _own_forces_took(c):
        return Whose(c.context.opponent(c.speaker))
    beside = tokens[max(c.phrase.first - 3, 0) : c.phrase.last + 1]
    if any(token.low in _OWN for token in beside):
        return _whose(c.speaker) or _owner_before(c)
    if cue is None or cue.last >= c.phrase.first or c.speaker is None:
        return None
    if not any(token.low in _OWN for token in tokens[max(cue.first - 4, 0) : c.phrase.first]):
        return None
    return Whose(c.speaker)


def _own_forces_took(c: Counting) -> bool:
    """Its fighters took five vehicles: an owner before an active verb of taking or destroying."""
    cue = c.phrase.cue
    if cue is None or cue.is_passive or cue.measure not in _TAKEN or not cue.last < c.phrase.first:
        return False
    before = {token.low for token in c.view.tokens[max(cue.first - 3, 0) : cue.first]}
    return bool(before & _OWN) and c.object.startswith(("materiel", "settlement", "structure"))


def _changed_hands(c: Counting) -> Whose | None:
    """Towns passed out of the junta's control: its; villages fell into the hands of rebels: not theirs."""
    if not c.object.startswith(("settlement", "structure")):
        return None
    for mention in c.view.parties:
        before = [t.low for t in c.view.tokens[max(mention.first - 3, 0) : mention.first]]
        after = [t.low for t in c.view.tokens[mention.last + 1 : mention.last + 3]]
        if set(after) & _HANDS and {"out", "from"} & set(before):
            return Whose(mention.party)
        if set(before) & _HANDS and "of" in before:
            return _whose(c.context.opponent(mention.party))
    return None


_HANDS = frozenset(("control", "hands", "grip"))


def _owner_before(c: Counting) -> Whose | None:
    """Russia lost 20 of its tanks: the army or the state named before owns them."""
    before = [p for p in c.view.parties if p.last < c.phrase.first]
    if not before or not (before[-1].how == "side" or c.object.startswith(("person.military", "materiel"))):
        return None
    return Whose(before[-1].party)


def _on_own_side(c: Counting) -> Whose | None:
    """On its own side it had seven killed; two dead in its ranks: the speaker's, party or not."""
    if any(True for _ in _OWN_SIDE.find(c.view.tokens)) and c.object.startswith("person"):
        is_states = c.context.is_between_states or c.speaker == c.context.home_state
        return _whose(c.speaker if is_states else c.source)
    return None


def _loser(c: Counting) -> Whose | None:
    """Armenia lost 22 tanks; tanks lost by Russia."""
    cue = c.phrase.cue
    if cue is None or not (cue.role == "loser" or (cue.measure == "lost" and cue.role != "tally")):
        return None
    by = agent_of(c.view, cue)
    if by is not None:
        return Whose(by.party)
    subject = _nearest_before(c.view, min(cue.first, c.phrase.first + 1), cue.first)
    if c.speaker is not None and any(t.low in _WE for t in c.view.tokens[max(cue.first - 3, 0) : cue.first]):
        return Whose(c.speaker)
    if subject is not None and c.speaker is not None and _is_object_before(c.view, subject, cue):
        return Whose(c.speaker)
    return Whose(subject.party) if subject is not None else None


def _is_object_before(view: View, mention: PartyMention, cue: Cue) -> bool:
    """It had killed 25 insurgents and lost two tanks: the insurgents are what the verb before counts."""
    counted = any(0 < mention.first - number.closing <= 2 for number in view.numbers)
    return counted and view.tokens[cue.first - 1].low == "and"


def _admitted(c: Counting) -> Whose | None:
    """Baghdad admitted 105,000 dead; the rebels conceded the loss of a base: the speaker's own."""
    cue = c.phrase.cue
    if c.speaker is None or cue is None or not c.object.startswith(("person", "materiel")):
        return None
    if cue.role == "patient" and not cue.is_passive and cue.first < c.phrase.first:
        return None
    words = {token.low for token in c.view.tokens[max(c.phrase.first - 6, 0) : c.phrase.first]}
    return Whose(c.speaker) if words & _ADMITS and not c.object.startswith("person.civilian") else None


_ADMITS = frozenset(("acknowledged", "acknowledges", "admits", "admitted", "concedes", "conceded"))
_WE = frozenset(("it", "they", "we"))


def _toll(c: Counting) -> Whose | None:
    """Azerbaijan's dead number 40; the losses of the Houthis."""
    cue = c.phrase.cue
    if cue is None or not (cue.role == "tally" or (cue.role == "undergoer" and cue.first < c.phrase.first)):
        return None
    near = _beside_tally(c.view, cue)
    if near is None:
        return None
    is_place = near.how == "seat" or (
        near.is_state and not c.context.is_between_states and near.how != "side"
    )
    return NOBODY if is_place and c.object in ("person", "person.civilian") else Whose(near.party)


def _done_to(c: Counting) -> Whose | None:
    """Azerbaijani forces destroyed nine tanks: the other side's."""
    actor = actor_of(c.view, c.phrase)
    is_force = c.phrase.object is not None and c.phrase.object.startswith(_ARMY)
    return _whose(c.context.opponent(actor)) if actor is not None and is_force else None


def _whole_war(c: Counting) -> Whose | None:
    """A war left 30,000 people dead: the dead of all sides."""
    before = c.view.tokens[max(c.phrase.first - 9, 0) : c.phrase.first]
    if c.object.startswith(_ARMY):
        return None
    return NOBODY if any(token.low in ("war", "conflict") for token in before) else None


def _both_sides(c: Counting) -> Whose | None:
    """At least 250 deaths reported by the two sides together; 400 fighters of both sides."""
    near = c.view.tokens[max(c.phrase.first - _NEAR, 0) : c.phrase.last + _NEAR]
    return NOBODY if any(True for _ in _BOTH.find(near)) else None


def _other_side(c: Counting) -> Whose | None:
    """On the other side 87: of the opponent of the party named before."""
    before = c.view.tokens[max(c.phrase.first - 6, 0) : c.phrase.first]
    lows = [token.low for token in before]
    if ("other", "side") not in pairwise(lows):
        return None
    named = [p for p in c.view.parties if p.last < c.phrase.first]
    return _whose(c.context.opponent(named[-1].party)) if named else None


def _nearest_before(view: View, end: int, stop: int) -> PartyMention | None:
    before = [
        p
        for p in view.parties
        if p.last < end
        and p.how != "territory"
        and not any(s.first <= p.first <= s.last for s in view.sources)
    ]
    if not before:
        return None
    gap = view.tokens[before[-1].last + 1 : stop]
    return None if any(token.low in (";", "while", "whereas") for token in gap) else before[-1]


_BEFORE_OWNER = frozenset(("of", "among", "the", "for", "on", "both"))
_NOT_OF_OWNER = frozenset(("said", "says", "that", "in", "by", "with"))


def _beside_tally(view: View, cue: Cue) -> PartyMention | None:
    """Azerbaijan's dead, the Russian death toll, losses of the Houthis."""
    tokens = view.tokens
    for mention in view.parties:
        if any(s.first <= mention.first <= s.last for s in view.sources):
            continue
        if 0 < cue.first - mention.last <= 5:
            gap = tokens[mention.last + 1 : cue.first]
            if all(t.kind in ("word", "possessive") and t.low not in _NOT_OF_OWNER for t in gap):
                return mention
        if 0 < mention.first - cue.last <= 4:
            lows = [t.low for t in tokens[cue.last + 1 : mention.first]]
            if lows and lows[0] in ("of", "among", "for", "on") and {*lows} <= _BEFORE_OWNER:
                return mention
    return None


# ---------------------------------------------------------------- the list, the speaker, the place


def _same_figure(c: Counting) -> Whose | None:
    """Others put the dead at 400; the figure was revised to 162: whose it was when it was counted before."""
    lows = [token.low for token in c.view.tokens[max(c.phrase.first - _NEAR, 0) : c.phrase.first]]
    spoken_of = any(pair[0] == "the" and pair[1] in _FIGURES for pair in pairwise(lows))
    if not spoken_of or c.model is None or not same_people(c.model, c.object):
        return None
    named = any(c.phrase.first - _NEAR < p.first for p in c.view.parties if p.how == "demonym")
    return None if named else _whose(c.model.party)


_FIGURES = frozenset(("dead", "figure", "number", "toll"))


def _prisoners(c: Counting) -> Whose | None:
    """It said that it had taken 40 prisoners; Britain took 11,000 prisoners: the taker's enemy's."""
    if c.measure != "captured" or not c.object.startswith("person") or not c.context.is_between_states:
        return None
    tokens, first = c.view.tokens, c.phrase.first
    taking = next((i for i in range(first - 1, max(first - 5, -1), -1) if tokens[i].low in _TAKING), None)
    if taking is None or {token.low for token in tokens[max(taking - 2, 0) : taking]} & _PASSIVE:
        return None
    subject = [p for p in c.view.parties if 0 < taking - p.last <= _SUBJECT]
    return _whose(c.context.opponent(subject[-1].party if subject else c.speaker))


_PASSIVE = frozenset(("was", "were", "been", "being", "are", "is"))
_SUBJECT = 3  # tokens from the end of a subject to its verb
_TAKING = frozenset(
    ("captured", "captures", "capturing", "seized", "take", "taken", "takes", "taking", "took")
)


def _killed_and_destroyed(c: Counting) -> Whose | None:
    """Sixty soldiers were killed and 12 vehicles burned: the vehicles of the same army."""
    model = c.model
    if model is None or model.anchor < c.view.start or not c.kind.startswith("materiel"):
        return None
    if not (model.object or "").startswith("person.military"):
        return None
    start, end = model.anchor, c.view.tokens[c.phrase.first].start
    named = any(start < c.view.tokens[p.first].start < end and p.how != "side" for p in c.view.parties)
    return None if named else _whose(model.party)


def _in_list(c: Counting) -> Whose | None:
    """64 servicemen killed and 370 wounded: a list is of one party unless another is named between."""
    model = c.model
    if model is None or model.anchor < c.view.start or not same_people(model, c.object):
        return None
    if c.phrase.object not in (None, "person") and c.phrase.object != model.object:
        return None
    start, end = model.anchor, c.view.tokens[c.phrase.first].start
    between = any(
        start < c.view.tokens[p.first].start < end and c.context.written(p.party) != model.party
        for p in c.view.parties
    )
    return None if between else _whose(model.party)


def _who_deployed(c: Counting) -> Whose | None:
    if c.measure != "deployed":
        return None
    return Whose(actor_of(c.view, c.phrase) or c.side)


_HIRED = ("mercenaries", "mercenary")
_FOREIGN = ("person.mercenary", "person.journalist", "person.peacekeeper", "incident", "money")


def _is_foreign(c: Counting) -> bool:
    """Whether no side is meant unless the words say so: mercenaries, reporters, incidents."""
    cue = c.phrase.cue
    after = c.view.tokens[cue.last + 1 : cue.last + 5] if cue is not None else []
    return c.object.startswith(_FOREIGN) or any(token.low in _HIRED for token in after)


def _taken_from_enemy(c: Counting) -> Whose | None:
    """A side's account of tanks destroyed and villages captured is of its enemy's."""
    if not c.kind.startswith(("materiel", "settlement")):
        return None
    return _whose(c.context.opponent(c.side)) if c.measure in _TAKEN else None


def _of_named_place(c: Counting) -> Whose | None:
    """Moscow said that 1,600 civilians were killed in South Ossetia: the land says whose."""
    if not c.context.is_between_states or not c.object.startswith(("person", "structure")):
        return None
    if c.object.startswith(("person.military", *_FOREIGN)) or c.measure in ("displaced", "other"):
        return None
    for mention in c.view.parties:
        near = 0 < mention.first - c.phrase.last <= _NEAR
        after_in = mention.first > 0 and c.view.tokens[mention.first - 1].low == "in"
        if (
            near
            and after_in
            and mention.how in ("name", "territory")
            and mention.party in c.context.parties[:3]
        ):
            return Whose(mention.party)
    return None


def _of_place_beside(c: Counting) -> Whose | None:
    """Moscow said that 160 people had died in Gori: the place that stands right after says whose."""
    if not c.object.startswith(("person", "structure")) or c.object.startswith("person.military"):
        return None
    after = c.view.tokens[c.phrase.last + 1 : c.phrase.last + 1 + _NEAR]
    names = {f"{a.text} {b.text}" for a, b in pairwise(after)} | {token.text for token in after}
    return _of_place(c) if c.place in names else None


def _speakers(c: Counting) -> Whose | None:
    """In a war of states a ministry speaks of its own dead, or of the enemy's where it says "we killed"."""
    if c.side is None or not c.context.is_between_states or c.kind.startswith("materiel") or _is_foreign(c):
        return None
    if c.measure not in ("other", "detained"):
        return Whose(c.context.opponent(c.side) if actor_of(c.view, c.phrase) == c.side else c.side)
    return Whose(c.side) if c.kind.startswith("settlement") else None


def _of_place(c: Counting) -> Whose | None:
    """In a war of states people and houses are of the country, seat or territory of the place."""
    if not c.context.is_between_states or c.place is None or _is_foreign(c):
        return None
    army = c.object.startswith(_ARMY) and not (c.kind == "materiel.vehicle" and c.measure == "damaged")
    if army or c.measure == "other":
        return None
    mention = next((p for p in c.view.parties if p.how != "demonym" and _written(c.view, p) == c.place), None)
    owner = mention.party if mention else c.context.owner_of(c.place) or _country_in(c.view)
    return Whose(owner) if owner in c.context.parties[:4] else None


def _country_in(view: View) -> str | None:
    """A house in Aitaroun, in south Lebanon: the country after "in" tells where an unknown town lies."""
    for mention in view.parties:
        before = [t.low for t in view.tokens[max(mention.first - 3, 0) : mention.first]]
        if mention.is_state and mention.how in ("name", "territory") and "in" in before:
            return mention.party
    return None


def _written(view: View, mention: PartyMention) -> str:
    return " ".join(token.text for token in view.tokens[mention.first : mention.last + 1])


def _only_one_named(c: Counting) -> Whose | None:
    """Soldiers, materiel and money in a sentence that names one party, sources left out, are its."""
    if not c.kind.startswith(("person.military", "materiel", "money")):
        return None
    sources = c.view.sources
    named = {
        p.party
        for p in c.view.parties
        if p.how not in ("territory", "side") and not any(s.first <= p.first <= s.last for s in sources)
    }
    named = {
        party
        for party in named
        if c.context.is_between_states or party in (c.context.home_state, c.context.rebels)
    }
    takes = c.measure in _TAKEN and actor_of(c.view, c.phrase) in named
    return Whose(named.pop()) if len(named) == 1 and not takes else None


# ---------------------------------------------------------------- what stands before


def _of_heading(c: Counting) -> Whose | None:
    return _whose(c.heading) if c.object.startswith(("person", "materiel")) else None


def _of_introduction(c: Counting) -> Whose | None:
    return _whose(c.phrase.introduced_party)


def _carried(c: Counting) -> Whose | None:
    """As the count before; where sides mix, only a count without a noun, or what else was captured."""
    if c.model is None or c.object == "person.journalist":
        return None
    if c.measure == c.model.measure == "captured" and not c.object.startswith("person"):
        return _whose(c.model.party)
    if not same_people(c.model, c.object):
        return None
    return _whose(c.model.party) if c.context.is_between_states or c.phrase.object is None else None


def _last_counted(c: Counting) -> Whose | None:
    return _whose(c.last) if c.context.is_between_states and c.object.startswith(_ARMY) else None


def _named_before(c: Counting) -> Whose | None:
    """Jets have hit a barracks of the Lebanese army. Eleven soldiers are dead; ten of them are dead."""
    if c.previous is None or c.view.parties:
        return None
    spoken_of = c.phrase.partitive and c.model is None
    soldiers = c.context.is_between_states and c.object.startswith("person.military") and c.speaker is None
    if not (spoken_of or soldiers):
        return None
    sources = c.previous.sources
    named = [p for p in c.previous.parties if not any(s.first <= p.first <= s.last for s in sources)]
    named = [p for p in named if p.how in ("name", "demonym", "side") or _owns(c.previous, p)]
    return Whose(named[-1].party) if named else None


def _owns(view: View, mention: PartyMention) -> bool:
    """Moscow's own losses went the other way: a seat of government that owns what is spoken of."""
    after = view.tokens[mention.last + 1].kind if mention.last + 1 < len(view.tokens) else ""
    return after == "possessive"


_RULES: tuple[tuple[Callable[[Counting], Whose | None], str], ...] = (
    (_for_whom_they_fight, "for whom they fight"),
    (_in_phrase, "named in the phrase"),
    (_predicate, "named in the predicate"),
    (_gapped, "named before the figure"),
    (_labelled, "the label before the colon"),
    (_part, "a part of the count before"),
    (_enemys, "the speaker's enemy"),
    (_of_whose_forces, "of whose forces"),
    (_losses, "whose losses"),
    (_sufferer, "who suffered"),
    (_foes, "the speaker's foes"),
    (_own, "the owner's own"),
    (_on_own_side, "the speaker's own side"),
    (_changed_hands, "whose hands they left"),
    (_loser, "who lost"),
    (_toll, "whose toll"),
    (_admitted, "what the speaker admits"),
    (_done_to, "the other side of who did it"),
    (_both_sides, "both sides"),
    (_other_side, "the other side"),
    (_whole_war, "a whole war"),
    (_same_figure, "the figure given before"),
    (_prisoners, "the taker's enemy"),
    (_in_list, "as the list goes on"),
    (_who_deployed, "who deployed them"),
    (_taken_from_enemy, "taken from the speaker's enemy"),
    (_killed_and_destroyed, "of the soldiers listed with them"),
    (_of_named_place, "the land that the sentence names"),
    (_of_place_beside, "the country of the place"),
    (_speakers, "the speaker's own"),
    (_of_place, "the country of the place"),
    (_only_one_named, "the only party named"),
    (_of_heading, "the heading"),
    (_of_introduction, "the sentence that introduces the list"),
    (_carried, "carried from the count before"),
    (_last_counted, "whose it was when last counted"),
    (_named_before, "named in the sentence before"),
)
