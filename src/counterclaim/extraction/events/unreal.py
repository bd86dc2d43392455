"""Whether what a cue names was only wished, planned, feared or tried."""

from typing import Final

from counterclaim.extraction.events.cues import BE, EventCue
from counterclaim.extraction.events.words import listed
from counterclaim.extraction.tokens import Token

_ASKED_WITHIN: Final = 5  # tokens
_ASKING: Final = listed("realising", "asking")
_DOES: Final = listed("realising", "does")
_UNREAL: Final = listed("realising", "unreal")


def is_unreal(tokens: list[Token], cue: EventCue) -> bool:
    """Whether a modal, an "if" or a plan stands before the cue in its clause."""
    words = _UNREAL
    if cue.form == "verb" and cue.first and tokens[cue.first - 1].low in ("almost", "nearly"):
        return True
    if cue.is_gerund and cue.first and tokens[cue.first - 1].low == "from":
        return True  # were kept from entering
    if cue.form == "noun" and _is_wished(tokens, cue.first):
        return True
    if tokens[0].low in _ASKING and cue.first < _ASKED_WITHIN:
        return True
    if cue.form == "verb" and any(token.low == "what" for token in tokens[max(cue.first - 3, 0) : cue.first]):
        return True  # what the bombs hit
    for position in range(cue.first - 1, max(cue.first - 8, -1), -1):
        low = tokens[position].low
        if low in (",", ";", ":", "—", "–", "that", "while", "who", "which", '"'):
            return False
        if low in words:
            return not (low in ("may", "might", "will") and tokens[position].is_capitalised)
        if low == "to" and cue.is_passive and position == cue.first - 2 and tokens[cue.first - 1].low == "be":
            return not is_done(tokens, position)  # asked for doctors to be sent
        if low == "to" and cue.form == "verb" and position == cue.first - 1:
            bound = position > 0 and tokens[position - 1].low in BE
            if cue.type == "clash" and is_attempt(tokens, cue):
                return bound
            return bound or not is_done(tokens, position) or _is_only_tried(tokens, cue, position)
    return False


def _is_wished(tokens: list[Token], noun: int) -> bool:
    """Whether a noun is only wished, feared or offered: "calls for a truce", "fears of an attack"."""
    for position in range(noun - 1, max(noun - _WISHED_WITHIN, 0), -1):
        if tokens[position].low in ("for", "of", "on", "to"):
            return tokens[position - 1].low in _WISHED
        if tokens[position].kind == "mark":
            return False
    return False


_WISHED: Final = listed("realising", "wished")
_WISHED_WITHIN: Final = 5  # tokens


def is_attempt(tokens: list[Token], cue: EventCue) -> bool:
    """Whether a place is fought for: "has been trying to take the capital", "moved to retake the region"."""
    to = cue.first - 1
    if cue.form != "verb" or to < 1 or tokens[to].low != "to":
        return False
    return any(token.low in _ATTEMPTS for token in tokens[max(to - 3, 0) : to])


_ATTEMPTS: Final = listed("realising", "attempts")


def _is_only_tried(tokens: list[Token], cue: EventCue, to: int) -> bool:
    """Whether it was only tried to take a place, or to do the like: "have been trying to capture"."""
    tried = any(t.low.startswith(("try", "trie", "attempt", "seek")) for t in tokens[max(to - 4, 0) : to])
    return tried and cue.type not in ("clash", "shelling", "air_strike", "missile_attack", "bombing")


def is_done(tokens: list[Token], to: int) -> bool:
    """Whether an infinitive tells what was done: managed to retake, was forced to flee, began to shell."""
    if to and tokens[to - 1].low in ("had", "ongoing"):
        return True
    if any(token.low in _INTENDS for token in tokens[max(to - 2, 0) : to]):
        return False
    if any(token.low in _FOILS for token in tokens[max(to - 6, 0) : to]):
        return False
    near = [token.low for token in tokens[max(to - 3, 0) : to] if token.low != "forces"]
    return "that" not in near and any(_is_form_of(low, stem) for low in near for stem in _DOES)


def _is_form_of(low: str, stem: str) -> bool:
    return low == stem or (len(stem) > 3 and low.startswith(stem.rstrip("e")))


_FOILS: Final = listed("realising", "foils")
_INTENDS: Final = listed("realising", "intends")
