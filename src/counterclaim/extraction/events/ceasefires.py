"""What words tell of a ceasefire's life: that it was agreed, when it takes effect, what became of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from counterclaim.extraction.events.words import irregular
from counterclaim.extraction.phrases import PhraseTable, verb_forms, words_of
from counterclaim.extraction.tokens import Token, tokenise
from counterclaim.lexicon import load_toml
from counterclaim.model import CeasefireStage

_HOUR: Final = re.compile(
    r"\b(?:at|from|by|until|midnight|noon)?\s*"
    r"(?:\d{1,2}:\d{2}(?:\s*(?:UTC|GMT))?|\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\b\.?|\w+ o['’]clock|midnight|noon)"
    r"(?:\s*\(?(?:local|[A-Z]\w+) time\)?)?"
)


@dataclass(frozen=True, slots=True)
class CeasefireWords:
    """What a text says of a ceasefire.

    Attributes:
        stages: the stages that it speaks of, each with the words that say so.
        hour: the time of day at which it takes effect, as written; None where no time is given.
        hours: for how long it is meant to last, in hours; None where that is not said.
        brokered: whether it says that somebody brought it about who is no party to it.
        brokers: who did, as written.
        only_named: stages that it names without telling of them, so that its date is not theirs: "a truce
            negotiated in Gao came into effect on Monday".
    """

    stages: tuple[tuple[CeasefireStage, str], ...]
    hour: str | None
    hours: int | None
    brokered: bool
    brokers: tuple[str, ...]
    only_named: frozenset[CeasefireStage] = frozenset()


def ceasefire_words(text: str) -> CeasefireWords:
    """Read what a clause or sentence says of a ceasefire.

    Args:
        text: the words of a claim of a ceasefire or of its violation.
    """
    tokens = tokenise(text)
    stages: dict[CeasefireStage, str] = {}
    places: dict[CeasefireStage, int] = {}
    for match in _stages().find(tokens):
        stages.setdefault(match.value, text[tokens[match.first].start : tokens[match.last].end])
        places.setdefault(match.value, match.first)
    hour = _hour_of_effect(text, tokens[places["in_effect"]].start) if "in_effect" in stages else None
    brokers = [match["before"] or match["after"] for match in _brokers().finditer(text)]
    return CeasefireWords(
        stages=tuple(stages.items()),
        hour=hour[0].strip() if hour else None,
        hours=_duration(text),
        brokered=any(word in text for word in load_toml("ceasefires")["brokering"]["done"]),
        brokers=tuple(dict.fromkeys(brokers)),
        only_named=_only_named(tokens, places),
    )


def _hour_of_effect(text: str, verb: int) -> re.Match[str] | None:
    """The hour after the verb that tells when it takes effect, else any: not that of a dateline."""
    return _HOUR.search(text, verb) or _HOUR.search(text)


def _only_named(tokens: list[Token], places: dict[CeasefireStage, int]) -> frozenset[CeasefireStage]:
    """That it was agreed, where a verb behind tells of more than what is meant: "to begin at midnight"."""
    if "agreed" not in places:
        return frozenset()
    told = [place for stage, place in places.items() if stage != "agreed" and place > places["agreed"]]
    is_told = any(tokens[place - 1].low != "to" for place in told)
    return frozenset(("agreed",)) if is_told else frozenset()


def _duration(text: str) -> int | None:
    match = _durations().search(text)
    if match is None:
        return None
    words = load_toml("ceasefires")["durations"]
    number, unit = (match["n1"] or match["n2"]).lower(), (match["u1"] or match["u2"]).lower()
    return cast(int, (words["numbers"].get(number) or int(number)) * words["units"][unit])


@cache
def _brokers() -> re.Pattern[str]:
    words = load_toml("ceasefires")["brokering"]
    done, before = "|".join(words["done"]), "|".join(words["before_names"])
    name = r"[A-Z][\w.]*(?: [A-Z][\w.]*)*"
    names = rf"{name}(?:(?:, (?:and )?|,? and )(?:the )?{name})*"
    return re.compile(
        rf"\b(?P<before>[A-Z][\w.]*)-(?:{done})\b|\b(?:{done}) (?:{before}) (?:the )?(?P<after>{names})"
    )


@cache
def _durations() -> re.Pattern[str]:
    words = load_toml("ceasefires")["durations"]
    numbers, units = "|".join(words["numbers"]), "|".join(words["units"])
    # "48-hour", "three-day", "for 72 hours": not "three days later", which is no duration of the truce
    number = rf"\d{{1,3}}|{numbers}"
    long = rf"for (?P<n1>{number}) (?P<u1>{units})s?"
    return re.compile(rf"\b(?:{long}|(?P<n2>{number})-(?P<u2>{units}))\b", re.IGNORECASE)


@cache
def _stages() -> PhraseTable[CeasefireStage]:
    return PhraseTable(
        (words_of(words.lower()), cast(CeasefireStage, stage))
        for stage, group in load_toml("ceasefires")["stages"].items()
        for words in _of_group(group)
    )


def _of_group(group: dict[str, list[str]]) -> Iterator[str]:
    for verb in group["verbs"]:
        yield from verb_forms(verb, irregular()).values()
    yield from group["words"]
