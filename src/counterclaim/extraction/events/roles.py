"""Who did it, and to whom, by the grammar around a cue."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution.names import written
from counterclaim.extraction.events.cues import BE, EventCue
from counterclaim.extraction.events.naming import Role, name_of
from counterclaim.extraction.events.realised import Support
from counterclaim.extraction.events.somebody import (
    after_word,
    before_auxiliaries,
    is_participle,
    noun_phrase_after,
    subject,
)
from counterclaim.extraction.events.words import listed, past_forms, speaking_of
from counterclaim.extraction.tokens import Token

_LOSING: Final = listed("saying", "losing")
_LOST: Final = 8  # tokens from such a verb to the one to whom a place is lost
_OUSTING: Final = listed("saying", "ousting")
_TYPES: Final = listed("weapons", "types")

_BE_OR_HAVE: Final = BE | listed("grammar", "roles_have")
_STOPS: Final = listed("grammar", "roles_stops")


def roles(
    view: View, cue: EventCue, support: Support, before: Role | None
) -> tuple[Role | None, Role | None]:
    """Who did it and to whom.

    Args:
        view: the sentence.
        cue: the event's cue.
        support: what tells that it took place.
        before: the doer of the verb before, for one that shares it.
    """
    accused = _accused(view, cue)
    if accused is not None:
        return accused, noun_phrase_after(view, cue.last + 1)
    if cue.form == "verb":
        doer, target = _of_verb(view, cue, before)
        return (_fleeing(view, doer) if cue.type == "displacement" else doer), target
    return _of_noun(view, cue, support, before)


def _of_noun(
    view: View, cue: EventCue, support: Support, before: Role | None
) -> tuple[Role | None, Role | None]:
    if cue.form == "word" and cue.type == "capture":
        taker = after_word(view, cue.last + 1, ("into", "to"), 1)  # the town fell to the rebels
        if taker is not None:
            return taker, None
    own = _own_doer(view, cue, support)
    by = None
    if not _is_of_other(view, cue):
        of = cue.last + 1 < len(view.tokens) and view.tokens[cue.last + 1].low == "of"
        by = after_word(view, cue.last + 1, ("by", "between"), _OF_LONG if of else 4) or after_word(
            view, support.verb[1] + 1, ("by", "between"), 5
        )
    target = after_word(view, cue.last + 1, ("on", "against"), 1)
    if support.how == "makes" and not _only_speaks(view, support):
        maker = subject(view, support.verb[0]) or _shared_subject(view, support.verb[0]) or before
        stopped = view.tokens[support.verb[0]].low in _STOPPING
        return (maker or by, own) if stopped and own is not None else (own or by or maker, target)
    return own or by or _harmer(view, cue), target


def _harmer(view: View, cue: EventCue) -> Role | None:
    """Who did harm in an attack: "rebels killed 24 policemen in an assault on a post"."""
    tokens = view.tokens
    if not any(token.low == "in" for token in tokens[max(cue.first - 3, 0) : cue.first]):
        return None
    for position in range(cue.first - 2, max(cue.first - 12, 0), -1):
        if tokens[position].kind == "mark" or tokens[position].low in _STOPS:
            return None
        if tokens[position].low in ("killed", "wounded", "injured"):
            suffers = tokens[position - 1].low in BE
            return None if suffers else subject(view, position)
    return None


# tokens from a noun with "of" to who did it: "shelling of the camp at Gao by rebels"
_OF_LONG: Final = 8
_STOPPING: Final = listed("grammar", "roles_stopping")


def _is_of_other(view: View, cue: EventCue) -> bool:
    """Whether "by" hangs on a noun that the cue's has after it: "an attack on a prison run by rebels"."""
    tokens = view.tokens
    by = next((i for i in range(cue.last + 3, min(cue.last + 9, len(tokens))) if tokens[i].low == "by"), None)
    if by is None or not _is_past(tokens[by - 1]):
        return False
    if tokens[by - 2].low in BE and tokens[by - 1].low not in speaking_of():
        return False
    return any(token.low in _SETTING for token in tokens[cue.last + 1 : by])


def _fleeing(view: View, doer: Role | None) -> Role | None:
    """Who makes people flee: those who flee do nothing, unless they are one place's: "Goma's residents"."""
    if doer is None or doer.name is None:
        return doer
    tokens = view.tokens
    before = range(doer.last, max(doer.first - _OF_WHERE, -1), -1)
    end = next((i for i in before if tokens[i].low in _POPULATION), None)
    if end is None:
        return doer
    start = next((i for i in range(end - 1, max(end - 3, 0), -1) if tokens[i].kind == "possessive"), None)
    return None if start is None else Role(written(tokens, start - 1, end), start - 1, end)


_OF_WHERE: Final = 7  # tokens from people to the last name that says where they live
_POPULATION: Final = listed("actors", "population")


def _only_speaks(view: View, support: Support) -> bool:
    """Whether the verb before a noun only speaks of it: its subject is no doer."""
    words = " ".join(t.low for t in view.tokens[support.verb[0] : support.verb[1] + 1])
    return words in speaking_of() and not words.startswith("continu")  # who continues it does it


def _of_verb(view: View, cue: EventCue, before: Role | None) -> tuple[Role | None, Role | None]:
    goes_to = view.tokens[cue.last].low in ("to", "of", "into", "under", "in") and cue.base not in _OUSTING
    if goes_to and cue.is_passive:
        return noun_phrase_after(view, cue.last + 1), subject(view, cue.first)
    if cue.is_passive and cue.type in ("deployment", "mobilisation"):
        by = after_word(view, cue.last + 1, ("by",), 5)
        moved = subject(view, cue.first)
        return by or moved, moved if by is not None else None
    if cue.is_passive:
        doer = (
            after_word(view, cue.last + 1, ("by", "from") if cue.type in _TYPES else ("by",), 9)
            if not cue.is_reduced
            else after_word(view, cue.last + 1, ("by",), 2)
        )
        return doer, subject(view, cue.first)
    if cue.base in _LOSING:
        return after_word(view, cue.last + 1, ("to",), _LOST), subject(view, cue.first)
    doer = subject(view, cue.first) or _shared_subject(view, cue.first) or before
    target = noun_phrase_after(view, cue.last + 1)
    return doer or (_first_party(view, cue.first) if cue.is_gerund else None), target


def _accused(view: View, cue: EventCue) -> Role | None:
    """Who is accused of it: "a statement accusing the army of deliberately shelling Gao"."""
    tokens = view.tokens
    of = before_auxiliaries(tokens, cue.first)
    if of < 0 or tokens[of].low not in ("for", "of"):
        return None
    for position in range(of - 1, max(of - 9, -1), -1):
        if tokens[position].low.startswith(("accus", "blam")):
            return name_of(view, position + 1, of - 1)
    return None


def _shared_subject(view: View, verb: int) -> Role | None:
    """The subject of the verb that "and" joins to this one: "Rebels burned the bridge and shelled Gao"."""
    tokens = view.tokens
    position = before_auxiliaries(tokens, verb)
    if position < 1 or not (tokens[position].low in ("and", "then", "but") or is_participle(tokens, verb)):
        return None
    for before in range(position - 1, 0, -1):
        token = tokens[before]
        if token.low in _STOPS and not (token.low == "than" and tokens[before - 1].low in ("less", "more")):
            return None
        if token.low in _BE_OR_HAVE or _is_past(token):
            found = subject(view, before)
            if found is not None:
                return found
    return None


def _is_past(token: Token) -> bool:
    return token.low in past_forms() or (token.low.endswith("ed") and not token.is_capitalised)


def _first_party(view: View, before: int) -> Role | None:
    """The party that opens the sentence of a participle: "X's forces turned north, advancing on the town"."""
    for party in view.parties:
        if party.first >= before:
            return None
        preceding = view.tokens[party.first - 1].low if party.first else ""
        if preceding in _SETTING or view.names_source(party.first):
            continue
        return Role(party.party, party.first, party.last)
    return None


_SETTING: Final = listed("grammar", "roles_setting")


def _own_doer(view: View, cue: EventCue, support: Support) -> Role | None:
    """The party before a noun: "Malian shelling", "Mali's advance"."""
    for mention in view.parties:
        if mention.last < support.verb[0] < cue.first:
            continue  # it is the verb's subject
        gap = view.tokens[mention.last + 1 : cue.first]
        if (
            mention.last < cue.first
            and len(gap) <= 3
            and all(t.kind != "mark" and t.low not in _NOT_OWN for t in gap)
        ):
            return Role(mention.party, mention.first, mention.last)
    return None


_NOT_OWN: Final = listed("grammar", "roles_not_own")
