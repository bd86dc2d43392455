"""What an attack was made with, and the event type that follows from it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import dropwhile
from typing import Final

from counterclaim.extraction.events.words import event_words, listed, past_forms, weapon_words
from counterclaim.extraction.phrases import Match
from counterclaim.extraction.tokens import Token

_ARMED: Final = listed("victims", "armed")
_BARE: Final = listed("weapons", "bare")
_BUILT: Final = listed("victims", "built")
_CARING: Final = listed("victims", "caring")
_CIVILIANS: Final = listed("victims", "civilians")
_CUES_BE: Final = listed("grammar", "cues_be")
_FALLING: Final = listed("weapons", "falling")
_FORCES: Final = listed("actors", "forces") | {"military"}
_HURLING: Final = listed("weapons", "hurling")
_LIVED_IN: Final = listed("victims", "lived_in")
_RAIDING: Final = listed("victims", "raiding")
_SETTLED: Final = listed("victims", "settled")
_THROWS: Final = listed("weapons", "throws")

_THROWN: Final = 8  # tokens from a verb to the weapon that is its object
_REACH: Final = 17  # tokens on either side in which a weapon belongs to the attack
_STOPS: Final = listed("grammar", "weapons_stops")


def weapon_type(
    tokens: list[Token], first: int, last: int, kind: str, base: str, rockets: str, *, suffers: bool = False
) -> tuple[str, int | None] | None:
    """The type of an attack, and the index of the weapon that decides; None where the words tell no attack.

    Args:
        tokens: the sentence's tokens.
        first: index of the cue's first token.
        last: index of its last one.
        kind: "verb" or "noun".
        base: the cue's base form.
        rockets: the type that rockets have in the document.
        suffers: whether the cue is a verb whose subject has it done to it.
    """
    start, end = _clause(tokens, first, last)
    weapons = [m for m in weapon_words().find(tokens[start:end]) if not first <= m.first + start <= last]
    chosen = _nearest(tokens, weapons, start, first, last, kind, base, suffers=suffers)
    if chosen is not None and not chosen.value:
        return None
    if _is_figurative(tokens, first, last, base):
        return None
    falls = base in _FALLING and chosen is not None and tokens[start + chosen.first].low in ("bomb", "bombs")
    if falls and chosen is not None:
        return "air_strike", start + chosen.first
    if base == "drop" and chosen is not None:
        return "air_strike", start + chosen.first
    if chosen is not None:
        if base in ("use", "deploy", "target") and _is_on_civilians(tokens, last):
            return "attack_on_civilians", start + chosen.first
        rocket = _is_rocket(tokens[start + chosen.first], chosen.value)
        if rocket and _with_shells(tokens, start + chosen.first):
            return "shelling", start + chosen.first
        event = rockets if rocket else chosen.value
        return event, start + chosen.first
    victims = _object_words(tokens, last) | _passive_subject(tokens, first, kind)
    if base == "drop":
        return None
    if base in _BARE:
        return None
    peopled = victims & (_SETTLED | _CARING if base in ("attack", "raid") else _SETTLED)
    raided = base in _RAIDING and peopled and not victims & _ARMED
    if raided or victims & _CIVILIANS:
        return "attack_on_civilians", None
    if base == "target":
        return ("shelling", None) if victims & _BUILT else None
    if base == "hit" and kind == "verb":
        return ("shelling", None) if _is_by_forces(tokens, first, last) else None
    if base == "strike" and kind == "noun":
        return "air_strike", None
    otherwise = event_words()["weapons"]["otherwise"].get(base)
    return (otherwise, None) if otherwise and (kind == "verb" or base in ("attack", "raid")) else None


def _is_by_forces(tokens: list[Token], first: int, last: int) -> bool:
    """Whether an armed force hits, or what was hit was so by one: "was hit by the Malian military"."""
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if following == "back":
        return False  # hit back: it is not said at what
    by = following == "by"
    near = tokens[last + 2 : last + 6] if by else tokens[max(first - 3, 0) : first]
    return any(token.low in _FORCES for token in near)


def _is_figurative(tokens: list[Token], first: int, last: int, base: str) -> bool:
    """Whether the words tell no attack: "exploded into war", "moved in, using artillery"."""
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if base in ("explode", "burst") and following in ("into", "in") and last + 2 < len(tokens):
        return following == "into" or tokens[last + 2].low in ("popularity", "anger", "value")
    gerund = base == "use" and tokens[first].low == "using"
    return gerund and (
        first == 0 or tokens[first - 1].low not in ("of", "for", "by", "denied", "admitted", "from")
    )


def _object_words(tokens: list[Token], last: int) -> set[str]:
    """The words of what is attacked: those after the cue, to the end of its phrase."""
    found = set()
    start = last + 1
    if start < len(tokens) and tokens[start].low == "by":  # attacks by rebels on villages
        start = next((i for i in range(start, min(start + 8, len(tokens))) if tokens[i].low == "on"), start)
    for token in tokens[start : start + 7]:
        if (token.kind == "mark" and token.low not in ('"', "“", "”", "-")) or token.low in (
            "and",
            "in",
            "by",
            "that",
        ):
            break
        found.add(token.low)
    return found


def _passive_subject(tokens: list[Token], first: int, kind: str) -> set[str]:
    """The words just before a verb in the passive: "half a dozen villages were raided"."""
    if kind != "verb" or not first or tokens[first - 1].low not in _CUES_BE:
        return set()
    return {token.low for token in tokens[max(first - 4, 0) : first - 1]}


def _is_on_civilians(tokens: list[Token], last: int) -> bool:
    """Whether weapons are said to be used against civilians, or on where they live."""
    after = [t.low for t in tokens[last + 1 : last + 10]]
    against = next((i for i, word in enumerate(after) if word in ("against", "on")), None)
    return against is not None and bool(set(after[against : against + 4]) & _LIVED_IN)


def _is_means(tokens: list[Token], weapon: int) -> bool:
    """Whether a weapon stands after "by", "with" or "from": as what it was done with."""
    for token in reversed(tokens[max(weapon - 6, 0) : weapon]):
        if token.low in ("by", "with", "from", "using", "in"):
            return True
        if token.low in past_forms():
            return False  # attacked the airport in Gao and blew up a helicopter
    return False


def _nearest(
    tokens: list[Token],
    weapons: list[Match[str]],
    start: int,
    first: int,
    last: int,
    kind: str,
    base: str,
    *,
    suffers: bool,
) -> Match[str] | None:
    """The weapon that belongs to the cue: for a noun the one before it, for a verb the nearest."""
    if base == "use":
        after = [m for m in weapons if 0 < m.first + start - last <= 5]
        return after[0] if after else None
    if kind == "noun":
        before = [m for m in weapons if 0 < first - (m.last + start) <= 3]
        return before[-1] if before else None
    near = [m for m in weapons if _gap(m, start, first, last) <= _REACH]
    if base not in _THROWS:
        # drones were hit, 25 guns destroyed: the weapon is what suffers, but rockets that are fired do not
        ends = last + 1 >= len(tokens) or tokens[last + 1].kind == "mark"
        suffers = (suffers or ends) and base.split()[0] not in _THROWS
        near = [m for m in near if _does(tokens, m.first + start, first, suffers=suffers)]
    if base in _THROWS:
        near = [m for m in near if not _is_apart(tokens[last + 1 : m.first + start])]
    thrown = [m for m in near if 0 < m.first + start - last <= _THROWN]
    if base.endswith(" with") or (base in _HURLING and thrown and not suffers):
        near = thrown
    if base == "set off":
        near = [m for m in near if m.value == "bombing"]
    if base not in ("launch",):
        near = [m for m in near if m.value != "clash"]
    return min(near, key=lambda m: _gap(m, start, first, last), default=None)


def _is_apart(between: list[Token]) -> bool:
    """Whether a clause ends between a verb and a weapon: "launched a raid, hours after mines killed two"."""
    after = dropwhile(lambda token: token.low != ",", between)
    return any(token.low in past_forms() or token.low in _ENDS for token in after)


_ENDS: Final = listed("weapons", "parting")


def _does(tokens: list[Token], weapon: int, verb: int, *, suffers: bool) -> bool:
    """Whether a weapon does what a verb tells: as its subject, or as the means that it is done with."""
    if weapon > verb:
        return _is_means(tokens, weapon)
    apart = any(token.low == "," for token in tokens[weapon:verb])  # in an air raid, houses were hit
    return (apart and _is_means(tokens, weapon)) if suffers else True


def _gap(match: Match[str], start: int, first: int, last: int) -> int:
    if match.first + start > last:
        return match.first + start - last
    return first - (match.last + start)


def _is_rocket(token: Token, event: str) -> bool:
    return event == "missile_attack" and token.low in ("rocket", "rockets")


def _with_shells(tokens: list[Token], rocket: int) -> bool:
    """Whether rockets came with shells: "rockets and artillery", "shells and rockets"."""
    beside = [tokens[i].low for i in range(max(rocket - 2, 0), min(rocket + 3, len(tokens)))]
    return "and" in beside and bool({"artillery", "mortars", "shells"} & set(beside))


def _clause(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    start = first
    while start > 0 and first - start < _REACH + 4 and tokens[start - 1].low not in _STOPS:
        start -= 1
    end = last + 1
    while end < len(tokens) and end - last < _REACH + 4 and tokens[end].low not in _STOPS:
        end += 1
    return start, end


def type_of_rockets(lows: frozenset[str]) -> str:
    """Rockets are missiles, unless the document names the rocket artillery that fires them.

    Args:
        lows: the document's words in lower case.
    """
    artillery = next(kind for kind in event_words()["weapons"]["kind"] if kind["type"] == "shelling")
    launchers = {w.lower() for w in artillery["launchers"]}
    return "shelling" if lows & launchers else "missile_attack"


def arms_of(sentences: Iterable[frozenset[str]]) -> str | None:
    """The type of attack that most of a document's sentences with a weapon speak of; None where none is.

    Args:
        sentences: the words of each sentence in lower case.
    """
    votes = Counter(kind for words in sentences for kind, arms in _arms().items() if words & arms)
    most = votes.most_common(1)
    if not most or most[0][1] < max(_LEAST_ARMED, _SHARE_ARMED * votes.total()):
        return None
    return most[0][0]


_LEAST_ARMED: Final = 2  # sentences
_SHARE_ARMED: Final = 0.6


@cache
def _arms() -> dict[str, frozenset[str]]:
    """The words of one word that tell what an attack was made with, by its type."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind in event_words()["weapons"]["kind"]:
        kinds[kind["type"]].update(word.lower() for word in kind["words"] if " " not in word)
    for kind, words in event_words()["weapons"]["tells"].items():
        kinds[kind].update(words)
    return {kind: frozenset(words) for kind, words in kinds.items() if kind in listed("weapons", "types")}
