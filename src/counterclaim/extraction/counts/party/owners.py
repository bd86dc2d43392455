"""Rules that read whose they are from words of owning, suffering and admitting."""

from typing import Final

from counterclaim.extraction.counts.party.counting import (
    NOBODY,
    SUBJECT,
    TAKEN,
    Counting,
    Whose,
    is_foreign,
    whose,
)
from counterclaim.extraction.counts.party.losses import are_foes, owner_of_losses
from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.lexicon import word_set

_OWN: Final = word_set("counts_fields", "own")
_OWN_SIDE: Final = PhraseTable(
    (words_of(words), True) for words in sorted(word_set("counts_fields", "own_side"))
)
_SUFFERS: Final = word_set("counts_party", "suffers")
_HANDS: Final = word_set("counts_party", "hands")
_ADMITS: Final = word_set("counts_party", "admits")
_DENIES: Final = word_set("counts_nobody", "denials")


def losses(c: Counting) -> Whose | None:
    """Ukraine's losses amounted to 40 dead; they put enemy losses at 20: whoever speaks, the owner's."""
    owner = owner_of_losses(c.view, c.phrase)
    if not c.object.startswith(("person", "materiel")) or owner is None:
        return None
    if isinstance(owner, str):
        return Whose(c.context.opponent(c.speaker))
    is_people = owner.is_state and not c.context.is_between_states and owner.how != "side"
    return None if is_people and c.object in ("person", "person.civilian") else Whose(owner.party)


def sufferer(c: Counting) -> Whose | None:
    """Ukraine had suffered 900 casualties: whoever says so, the sufferer's."""
    lows = [token.low for token in c.view.tokens]
    near = range(c.phrase.first - 1, max(c.phrase.first - 4, -1), -1)
    verb = next((i for i in near if lows[i] in _SUFFERS), None)
    if verb is None or not c.object.startswith(("person", "materiel")):
        return None
    subject = [p for p in c.view.parties if 0 < verb - p.last <= SUBJECT]
    if subject and not c.view.names_source(subject[-1].first):
        return Whose(subject[-1].party)
    return None


def foes(c: Counting) -> Whose | None:
    """The army said that 40 militants were killed: none calls their own so, or lists them with their own."""
    if not c.object.startswith("person") or not are_foes(c.view, c.phrase):
        return None
    if c.speaker is None:
        return None if c.context.is_between_states else whose(c.context.rebels)
    beside = c.view.tokens[max(c.phrase.first - 1, 0) : c.phrase.last + 1]
    if any(token.low in _OWN for token in beside) or is_foreign(c):
        return None
    between_armies = c.context.is_between_states or c.object != "person.civilian"
    return Whose(c.context.opponent(c.speaker)) if between_armies else NOBODY


def own(c: Counting) -> Whose | None:
    """Its servicemen, their own losses: the speaker's; "its fighters took five vehicles": its enemy's."""
    if not c.object.startswith(("person", "materiel")):
        return None
    tokens, cue = c.view.tokens, c.phrase.cue
    if _own_forces_took(c):
        return Whose(c.context.opponent(c.speaker))
    beside = tokens[max(c.phrase.first - 3, 0) : c.phrase.last + 1]
    if any(token.low in _OWN for token in beside):
        return whose(c.speaker) or _owner_before(c) or _owner_in_previous(c)
    if cue is None or cue.last >= c.phrase.first or c.speaker is None:
        return None
    if not any(token.low in _OWN for token in tokens[max(cue.first - 4, 0) : c.phrase.first]):
        return None
    return Whose(c.speaker)


def _own_forces_took(c: Counting) -> bool:
    """Its fighters took five vehicles: an owner before an active verb of taking or destroying."""
    cue = c.phrase.cue
    if cue is None or cue.is_passive or cue.measure not in TAKEN or not cue.last < c.phrase.first:
        return False
    before = {token.low for token in c.view.tokens[max(cue.first - 3, 0) : cue.first]}
    return bool(before & _OWN) and c.object.startswith(("materiel", "settlement", "structure"))


def changed_hands(c: Counting) -> Whose | None:
    """Towns passed out of the junta's control: its; villages fell into the hands of rebels: not theirs."""
    if not c.object.startswith(("settlement", "structure")):
        return None
    for mention in c.view.parties:
        before = [t.low for t in c.view.tokens[max(mention.first - 3, 0) : mention.first]]
        after = [t.low for t in c.view.tokens[mention.last + 1 : mention.last + 3]]
        if set(after) & _HANDS and {"out", "from"} & set(before):
            return Whose(mention.party)
        if set(before) & _HANDS and "of" in before:
            return whose(c.context.opponent(mention.party))
    return None


def forces(c: Counting) -> Whose | None:
    """Norland's army is to have 5,000 soldiers: its own; 300 reservists may be called: the speaker's."""
    if c.object != "person.military" or c.measure not in _OF_FORCES:
        return None
    lows = c.view.lows
    have = next(
        (i for i in range(c.phrase.first - 1, max(c.phrase.first - 4, -1), -1) if lows[i] in _HAVE), None
    )
    if have is not None:
        subject = [p for p in c.view.parties if 0 < have - p.last <= SUBJECT]
        return Whose(subject[-1].party) if subject and not c.view.names_source(subject[-1].first) else None
    return whose(c.speaker) if _CALLED_UP & set(lows[c.phrase.first : c.phrase.last + 1]) else None


_OF_FORCES: Final = ("deployed", "other")
_HAVE: Final = ("has", "have", "had")
_CALLED_UP: Final = word_set("counts_party", "called_up")


def _owner_before(c: Counting) -> Whose | None:
    """Russia lost 20 of its tanks: the army or the state named before owns them."""
    lows = c.view.lows
    before = [
        p
        for p in c.view.parties
        if p.last < c.phrase.first and _NOT_OWNERS.isdisjoint(lows[max(p.first - 3, 0) : p.first])
    ]
    if not before or not (before[-1].how == "side" or c.object.startswith(("person.military", "materiel"))):
        return None
    lands = [p for p in before if p.how != "territory"]  # Britain fought for the islands; 255 of its men
    return Whose((lands or before)[-1].party)


def _owner_in_previous(c: Counting) -> Whose | None:
    """The rebels opened fire. Seven of their men fell: of whoever the sentence before begins with."""
    if c.previous is None or c.view.parties or not c.object.startswith(("person.military", "materiel")):
        return None
    first = next(iter(c.previous.parties), None)
    opens = first is not None and first.first <= SUBJECT and not c.previous.names_source(first.first)
    return Whose(first.party) if opens and first is not None else None


_NOT_OWNERS: Final = frozenset(("against", "by", "in", "near", "with"))  # who did it, and where it was done


def on_own_side(c: Counting) -> Whose | None:
    """On its own side it had seven killed; two dead in its ranks: the speaker's, party or not."""
    if any(True for _ in _OWN_SIDE.find(c.view.tokens)) and c.object.startswith("person"):
        is_states = c.context.is_between_states or c.speaker == c.context.home_state
        return whose(c.speaker if is_states else c.source)
    return None


def admitted(c: Counting) -> Whose | None:
    """Baghdad admitted 105,000 dead; the rebels denied the loss of a base: the speaker's own."""
    cue = c.phrase.cue
    if c.speaker is None or cue is None or not c.object.startswith(("person", "materiel")):
        return None
    if cue.role == "patient" and not cue.is_passive and cue.first < c.phrase.first:
        return None
    words = {token.low for token in c.view.tokens[max(c.phrase.first - 6, 0) : c.phrase.first]}
    if c.measure == "lost" and words & _DENIES:
        return Whose(c.speaker)  # denies having lost an aircraft
    of_anybody = c.object == "person" and c.speaker == c.context.home_state
    return Whose(c.speaker) if words & _ADMITS and not (of_anybody or c.object == "person.civilian") else None
