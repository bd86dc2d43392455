"""Who acts where the words only point at somebody, or name nobody."""

from typing import Final

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.events.draft import Draft
from counterclaim.extraction.events.memory import Memory
from counterclaim.extraction.events.naming import Role
from counterclaim.extraction.events.words import listed

_ENEMY: Final = listed("actors", "enemy")
_IRREGULAR: Final = listed("actors", "irregular")
_MEN: Final = listed("actors", "men")
_NAMELESS: Final = listed("actors", "nameless")
_OFFICIAL: Final = listed("actors", "official")
_OWN: Final = listed("actors", "own")
_EITHER: Final = _IRREGULAR & _OFFICIAL
_COMMON: Final = _NAMELESS | _ENEMY | _IRREGULAR | _MEN | _OFFICIAL | _OWN
_SPEAKERS: Final = listed("actors", "speakers")
_TYPES: Final = listed("weapons", "types")
_ARMED: Final = _TYPES - {"attack_on_civilians"}  # violence against civilians is often a state's own people's

_SPEAKER: Final = ("it", "he", "she", "we")


def known_as(role: Role | None, source: Attribution | None, memory: Memory) -> str | None:
    """A role's name; a pronoun stands for the speaker or for who acted last, a common noun for its party.

    Args:
        role: somebody named in the sentence.
        source: who tells of it.
        memory: what is known of the document.
    """
    if role is None:
        return None
    if role.name is not None or not role.pronoun:
        return _of_common_noun(role.name, source, memory)
    if role.pronoun in _SPEAKER and source is not None:
        return side_of_speaker(source, memory) or source.source
    return next((draft.actor for draft in reversed(memory.earlier) if draft.actor), None)


def _of_common_noun(name: str | None, source: Attribution | None, memory: Memory) -> str | None:
    """The party that a common noun stands for: "our forces", "the enemy", "the army", "the rebels"."""
    if name is None or any(word[:1].isupper() for word in name.split()[1:]):
        return name
    words, context = set(name.lower().split()), memory.context
    if name[0].isupper() and (not words <= _COMMON or words <= _EITHER):
        return name
    party = source.party if source is not None else None
    if party is not None and words & _OWN:
        return party
    if party is not None and words & _ENEMY:
        return context.opponent(party) or name
    if name.lower().split()[0] in _OWN and words & (_MEN | _OFFICIAL):
        return next((d.actor for d in reversed(memory.earlier) if d.actor), None)  # its men
    if words <= _NAMELESS:
        return None if context.is_between_states else context.home_state
    if words & _BOTH and words & _SIDES:
        both = context.parties[:2] if context.is_between_states else ()
        return " and ".join(both) if len(both) > 1 else None
    if context.is_between_states:
        return name
    if words <= _OFFICIAL:
        return context.home_state or name
    if words <= _IRREGULAR:
        return context.rebels or _last_group(memory) or name
    return name


_BOTH: Final = frozenset(("both", "two"))
_SIDES: Final = listed("actors", "sides")


def _last_group(memory: Memory) -> str | None:
    """The last to act by a name of their own that is no state's."""
    acted = (draft.actor for draft in reversed(memory.earlier) if draft.actor is not None)
    return next((name for name in acted if name[0].isupper() and name not in memory.context.states), None)


def side_of_speaker(source: Attribution, memory: Memory) -> str | None:
    """The side that a source speaks for: its party, or the state of "the army spokesman" in a civil war."""
    if source.party is not None or source.source is None:
        return source.party
    words = {word.lower() for word in source.source.split()}
    speaks = words & _OFFICIAL and words & _SPEAKERS
    home = memory.context.home_state
    return home if speaks and home is not None else _of_common_noun(source.source, None, memory)


def is_broker(draft: Draft, memory: Memory) -> bool:
    """Whether a truce's actor only brokered it: in a war of two states, it is they who hold their fire."""
    context = memory.context
    if draft.type != "ceasefire" or not context.is_between_states or context.date is None:
        return False
    return not any(party in (draft.actor or "") for party in context.parties[:2])


def implied_actor(draft: Draft, source: Attribution | None, memory: Memory) -> str | None:
    """Who did it where the words do not say.

    The denier; in a war of two states the enemy of whose forces were hit; the enemy of who tells of an
    attack; the party that tells of a capture, else whoever has made all captures so far; for a truce in a
    war of two states, both.

    Args:
        draft: the event.
        source: who tells of it.
        memory: what is known of the document.
    """
    context = memory.context
    if draft.type == "ceasefire" and context.is_between_states and context.date is not None:
        return " and ".join(context.parties[:2])
    if draft.stance == "denies" and source is not None and source.party is None:
        return side_of_speaker(source, memory)
    attacker = _enemy_of_victim(draft, memory)
    if attacker is not None:
        return attacker
    if source is None or source.party is None:
        captors = {d.actor for d in memory.earlier if d.type == "capture" and d.actor}
        return captors.pop() if draft.type == "capture" and len(captors) == 1 else None
    if draft.stance == "denies" or draft.type == "capture":
        return source.party
    return context.opponent(source.party) if draft.type in _TYPES else None


def _enemy_of_victim(draft: Draft, memory: Memory) -> str | None:
    """In a war of two states, the enemy of the one that an attack hit; where it was tells nothing."""
    context = memory.context
    if draft.type not in _ARMED or draft.stance != "asserts" or not context.is_between_states:
        return None
    return context.opponent(draft.target)
