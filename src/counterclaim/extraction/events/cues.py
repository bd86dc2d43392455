"""The words of a sentence that tell what happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from counterclaim.extraction.events.weapons import weapon_type
from counterclaim.extraction.events.words import Sense, listed, senses
from counterclaim.extraction.phrases import Match
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set
from counterclaim.lexicon.gazetteer import country_of

_NEGATIONS: Final = listed("realising", "negations")

BE: Final = listed("grammar", "cues_be")
_HAVE: Final = listed("grammar", "cues_have")
_DETERMINERS: Final = listed("grammar", "cues_determiners")
AUXILIARIES: Final = word_set("attribution", "auxiliaries") | {
    "had",
    "to",
    "just",
    "finally",
    "temporarily",
    "reportedly",
    "yet",
    "twice",
    "briefly",
}


@dataclass(slots=True)
class EventCue:
    """A cue found.

    Attributes:
        first, last: indices of its tokens.
        type: the event type that it gives.
        form: "noun", "word", or "verb".
        is_passive: whether the verb stands in the passive: its subject has it done to it.
        is_gerund: whether the verb stands as a gerund.
        is_reduced: whether the verb is a participle after its noun: "the truce signed on Monday".
        negated: whether the text says that it was not so.
        weapon: index of the weapon that gave the type, None where the cue gave it itself.
        base: the cue's base form.
        strict: whether a noun needs a verb of taking place.
        begins: whether it needs one that tells a beginning.
    """

    first: int
    last: int
    type: str
    form: str
    is_passive: bool = False
    is_gerund: bool = False
    is_reduced: bool = False
    negated: bool = False
    weapon: int | None = None
    base: str = ""
    strict: bool = False
    begins: bool = False


def find_event_cues(tokens: list[Token], words: frozenset[str], rockets: str) -> Iterator[EventCue]:
    """Every cue in a sentence that can tell an event, in order.

    Args:
        tokens: the sentence's tokens.
        words: the same in lower case, each once.
        rockets: the type that rockets have in the document.
    """
    for match in senses().find(tokens):
        found: Match[tuple[Sense, ...]] | None = match
        while found is not None:
            cue = _first_sensed(tokens, words, found, rockets)
            if cue is not None:
                yield cue
                break
            # "advance on" is no verb in "a Chadian advance on Kidal", but "advance" is a noun
            found = senses().at(tokens[: found.last], found.first) if found.last > found.first else None


def _first_sensed(
    tokens: list[Token], words: frozenset[str], match: Match[tuple[Sense, ...]], rockets: str
) -> EventCue | None:
    """The cue that a phrase is in the first of its senses that fits."""
    for sense in match.value:
        cue = _sensed(tokens, words, match, sense, rockets)
        if cue is not None:
            return cue
    return None


def _sensed(
    tokens: list[Token], words: frozenset[str], match: Match[tuple[Sense, ...]], sense: Sense, rockets: str
) -> EventCue | None:
    """The cue that a phrase is in one of its senses, None where what the sense needs is not there."""
    if sense.needs and sense.needs.isdisjoint(words):
        return None
    if sense.not_near and _is_near(tokens, match, sense.not_near):
        return None
    if sense.object and not _has_in_object(tokens, match, sense):
        return None
    if sense.by and not _is_by(tokens, match, sense):
        return None
    return _cue(tokens, match, sense, rockets)


def _is_near(tokens: list[Token], match: Match[tuple[Sense, ...]], words: frozenset[str]) -> bool:
    beside = tokens[max(match.first - 2, 0) : match.first] + tokens[match.last + 1 : match.last + 5]
    return any(token.low in words for token in beside)


def _is_by(tokens: list[Token], match: Match[tuple[Sense, ...]], sense: Sense) -> bool:
    """Whether one of the words that a verb's subject must have stands before it, and a name after it."""
    before = tokens[max(match.first - 6, 0) : match.first]
    following = tokens[match.last + 1 :]
    if following and following[0].low == "by":  # had been taken by the rebels
        named = any(token.is_capitalised for token in before)
        return any(token.low in sense.by for token in following[1:_BY]) and (named or not sense.named)
    if not any(token.low in sense.by for token in before):
        return sense.type == "capture" and sense.base == "take" and _is_known_place(following)
    return not sense.named or _leads_to_name(following)


_AFTER_REDUCED: Final = listed("grammar", "objects_setting")
_REDUCED: Final = ("agreement", "ceasefire_violation", "clash", "legislation")
_BY: Final = 6  # tokens in which whoever does it stands after "by"


def _leads_to_name(following: list[Token]) -> bool:
    """Whether a name stands at once, or after its kind: "entered Gao", "entered the northern town of Gao"."""
    kinds = takewhile(lambda token: token.low in _LEADING and not token.is_capitalised, following[:_KINDS])
    end = sum(1 for _ in kinds)
    return end < len(following) and following[end].is_capitalised


def _is_known_place(following: list[Token]) -> bool:
    """Whether a verb's object is a place of the gazetteer, with which its clause ends or goes on to a day."""
    named = list(takewhile(lambda token: token.kind == "word" and token.is_capitalised, following[:_KINDS]))
    after = following[len(named)] if len(named) < len(following) else None
    ends = after is None or after.kind == "mark" or after.low in _AFTER_REDUCED
    return bool(named) and ends and country_of(" ".join(token.text for token in named)) is not None


_KINDS: Final = 6  # tokens
_LEADING: Final = listed("places", "before") | listed("places", "kinds")


def _has_in_object(tokens: list[Token], match: Match[tuple[Sense, ...]], sense: Sense) -> bool:
    """Whether one of the words that a verb's object must have stands in it, or before a passive."""
    for token in tokens[match.last + 1 : match.last + 9]:
        if token.low in sense.object:
            return True
        if token.low in (",", ";", ".", "and", "to", "in", "by", "from", "that", "after", "at", "because"):
            break
    if sense.form not in ("past", "participle"):
        return False
    before = tokens[max(match.first - 9, 0) : match.first]
    following = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if any(t.low in BE for t in before):
        return any(t.low in sense.object for t in before)
    reduced = following is None or following.kind == "mark" or following.low in _AFTER_REDUCED
    if not reduced or sense.type not in _REDUCED or not before:
        return False
    nearest = before if before[-1].low == "," else before[-1:]  # the act, signed in May
    return any(t.low in sense.object for t in nearest)


def _cue(tokens: list[Token], match: Match[tuple[Sense, ...]], sense: Sense, rockets: str) -> EventCue | None:
    first, last = match.first, match.last
    form, passive, reduced = sense.form, sense.suffers, False
    if form in ("noun", "word"):
        kind = form
        if (
            form == "noun"
            and first == last
            and tokens[first].low == sense.base
            and _is_infinitive(tokens, first)
        ):
            return None
        if form == "noun" and first == last and _is_progressive(tokens, first):
            return None
    else:
        kind = "verb"
        grammar = _verb(tokens, first, last, form)
        if grammar is None:
            return None
        passive, reduced = passive or grammar[0], grammar[1]
    event, weapon = sense.type, None
    if not event:
        decided = weapon_type(tokens, first, last, kind, sense.base, rockets, suffers=passive)
        if decided is None:
            return None
        event, weapon = decided
    return EventCue(
        first,
        last,
        event,
        kind,
        passive,
        form == "gerund",
        reduced,
        _is_negated(tokens, first, kind),
        weapon,
        sense.base,
        sense.strict,
        sense.begins,
    )


def _is_infinitive(tokens: list[Token], first: int) -> bool:
    """Whether what could be a noun is a verb: "guns are to fall silent", "it will attack"."""
    before = tokens[first - 1].low if first else ""
    return before in _MODALS or (before == "to" and first > 1 and tokens[first - 2].low in BE)


def _is_progressive(tokens: list[Token], position: int) -> bool:
    """Whether what could be a noun is a verb with its object: "is also fighting the rebels"."""
    if not tokens[position].low.endswith("ing") or position + 1 >= len(tokens):
        return False
    before, following = _before(tokens, position), tokens[position + 1]
    bound = any(token.low in BE for token in tokens[before + 1 : position])
    return bound and (
        following.low in _DETERMINERS or (following.is_capitalised and following.kind == "word")
    )


def _verb(tokens: list[Token], first: int, last: int, form: str) -> tuple[bool, bool] | None:
    """Whether a verb stands in the passive, and as a reduced relative; None where it is no verb here."""
    before = _before(tokens, first)
    low = tokens[before].low if before >= 0 else ""
    direct = tokens[first - 1].low if first else ""
    if form == "base":
        return (False, False) if _is_base_verb(tokens, first) else None
    owned = first > 0 and tokens[first - 1].kind == "possessive"  # last night's attacks
    if form == "third" and (
        first == 0 or owned or direct in _DETERMINERS or (first == last and _is_modified_noun(tokens, first))
    ):
        return None
    if form == "gerund":
        if direct in ("the", "a", "an") or not (first < last or _has_object(tokens, last)):
            return None
        following = tokens[last + 1].low if last + 1 < len(tokens) else ""
        going = first > 0 and direct in _GOING
        if going and _has_object(tokens, last):
            return False, False  # went on attacking near the town
        if (
            following in ("of", "near")
            or (tokens[first].low in _LYING and tokens[first - 1].kind == "word")
            or following in _FINITE
            or (first and tokens[first - 1].is_capitalised and first > 1)
        ):
            return None  # a noun: "Malian shelling", "the shelling of X"
        return None if following in ("forces", "troops", "army", "soldiers", "armies") else (False, False)
    if form in ("past", "participle"):
        if first and tokens[first].is_capitalised and not _is_titled(tokens):
            return None
        auxiliaries = {token.low for token in tokens[before + 1 : first]}
        if auxiliaries & BE:
            return True, False
        if auxiliaries & _HAVE:
            return False, False
        following = tokens[last + 1].low if last + 1 < len(tokens) else ""
        if direct in _DETERMINERS and direct not in ("that", "each"):
            return None  # an adjective: "the captured tanks"
        if _is_adjective(tokens, first, last):
            return None
        if following == "by" and not _is_gerund(tokens, last + 2):
            return True, True
        if _shares_be(tokens, first, last):
            return True, False
        if low in ("of", "and", ",") and following.endswith("s") and direct not in ("and", ",", "who"):
            return None
        return (False, False) if _has_object(tokens, last) or form == "past" else (True, True)
    return False, False


def _is_gerund(tokens: list[Token], position: int) -> bool:
    """Whether a gerund tells how: "opened a front by attacking the gorge"."""
    return position < len(tokens) and tokens[position].kind == "word" and tokens[position].low.endswith("ing")


def _shares_be(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a participle shares the "was" of the one before: "was stopped at a checkpoint and beheaded"."""
    if first < 3 or tokens[first - 1].low != "and" or _has_object(tokens, last):
        return False
    before = tokens[max(first - _SHARED, 0) : first - 1]
    bes = [i for i, token in enumerate(before) if token.low in BE]
    return bool(bes) and bes[-1] + 1 < len(before) and before[bes[-1] + 1].low.endswith("ed")


_SHARED: Final = 9  # tokens


def _is_adjective(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a participle stands before its noun: "surrounding occupied territories", "banned weapons"."""
    if first != last or last + 1 >= len(tokens):
        return False
    direct, following = tokens[first - 1] if first else None, tokens[last + 1]
    plain = following.kind == "word" and not following.is_capitalised and following.low not in _AFTER_VERB
    if direct is None or not plain:
        return False
    return (
        direct.kind in ("mark", "number", "possessive")
        or direct.low in _BEFORE_NOUN
        or direct.low.endswith("ing")
    )


def _is_titled(tokens: list[Token]) -> bool:
    """Whether a headline writes all its words with capitals: "Rebels Shelled the Port, Army Says"."""
    words = [token for token in tokens if token.kind == "word" and len(token.low) > _SHORT]
    return len(words) >= _LEAST_TITLED and sum(t.is_capitalised for t in words) > _TITLED * len(words)


_SHORT: Final = 3  # letters of the words that a headline writes small: articles and prepositions
_LEAST_TITLED: Final = 3  # words
_TITLED: Final = 0.8
_GOING: Final = listed("realising", "going")
_ADVERBS: Final = listed("grammar", "realised_adverbs")
_LYING: Final = listed("grammar", "grounds_lying")
_AFTER_VERB: Final = listed("grammar", "cues_after_verb")
_BEFORE_NOUN: Final = listed("grammar", "cues_before_noun")


def _before(tokens: list[Token], first: int) -> int:
    """Index of the token before a verb's auxiliaries and adverbs."""
    position = first - 1
    while position >= 0 and (
        tokens[position].low in AUXILIARIES
        or tokens[position].low in _HAVE
        or tokens[position].low.endswith("ly")
    ):
        position -= 1
    return position


def _has_object(tokens: list[Token], last: int) -> bool:
    return last + 1 < len(tokens) and tokens[last + 1].kind != "mark"


def _is_base_verb(tokens: list[Token], first: int) -> bool:
    """Whether a base form stands where a verb can: after "to", an auxiliary or a plural subject."""
    if first == 0:
        return False
    before = tokens[first - 1]
    if before.low in _ADVERBS and first > 1:
        before = tokens[first - 2]  # managed to also seize
    if before.low == "to" or before.low in _MODALS:
        return True
    if before.low in _DETERMINERS or before.low in ("and", ",", "in", "on", "for", "by", "with", "after"):
        return False
    plural_subject = before.kind == "word" and before.low.endswith("s") and len(before.low) > 3
    following = tokens[first + 1].low if first + 1 < len(tokens) else ""
    return plural_subject and following not in ("is", "was", "has", "had", "on", "of", "")


_MODALS: Final = listed("grammar", "cues_modals")
_FINITE: Final = _MODALS | BE | _HAVE


def _is_modified_noun(tokens: list[Token], first: int) -> bool:
    """Whether an -s form is a plural noun: an adjective or a number stands before it."""
    if first == 0:
        return False
    before = tokens[first - 1]
    following = tokens[first + 1].low if first + 1 < len(tokens) else ""
    makes = before.kind == "word" and not before.is_capitalised and before.low.endswith(_MADE)
    return before.kind == "number" or makes or following in _AFTER_PLURAL


_AFTER_PLURAL: Final = listed("grammar", "cues_after_plural")
_MADE: Final = ("ed", "ing", "ly", "al")  # launched attacks, repeated attacks, daily raids


def _is_negated(tokens: list[Token], first: int, kind: str) -> bool:
    """Whether a negation stands before the cue in its clause."""
    words = _NEGATIONS
    for position in range(first - 1, max(first - (6 if kind == "verb" else 4), -1), -1):
        token = tokens[position]
        if token.low in (",", ";", ":", "that", "but", "and", "who", "which", "after", "—", "–"):
            break
        if token.low in words:
            return not (
                tokens[position + 1].low in ("only", "fewer", "less", "longer")
                if position + 1 < len(tokens)
                else False
            )
    head = tokens[0].low if tokens else ""
    return kind != "noun" and head in ("no", "nobody", "neither", "none") and first <= 12
