"""The words of a sentence that tell what happened."""

from dataclasses import dataclass
from functools import cache

from counterclaim.extraction.phrases import PhraseTable, plural, verb_forms, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))


@dataclass(frozen=True, slots=True)
class EventCue:
    """A cue found.

    Attributes:
        first, last: indices of its tokens.
        type: the event type that it gives.
        form: "noun", "word", or the verb's form.
        is_passive: whether the verb stands in the passive.
        strength: 2 where it makes a claim alone, 1 where it needs support.
    """

    first: int
    last: int
    type: str
    form: str
    is_passive: bool
    strength: int


@dataclass(frozen=True, slots=True)
class _Sense:
    type: str
    form: str
    strength: int
    needs: frozenset[str]
    not_near: frozenset[str]


@cache
def _table() -> PhraseTable[_Sense]:
    irregular = load_toml("measures")["irregular"]
    entries: list[tuple[tuple[str, ...], _Sense]] = []
    for cue in load_toml("events")["cue"]:
        needs, not_near = frozenset(cue.get("needs", ())), frozenset(cue.get("not_near", ()))

        def sense(
            form: str,
            cue: dict[str, object] = cue,
            needs: frozenset[str] = needs,
            near: frozenset[str] = not_near,
        ) -> _Sense:
            return _Sense(str(cue["type"]), form, int(str(cue["strength"])), needs, near)

        for verb in cue.get("verbs", ()):
            entries += [(words_of(words), sense(form)) for form, words in verb_forms(verb, irregular).items()]
        for noun in cue.get("nouns", ()):
            entries += [(words_of(noun), sense("noun")), (words_of(plural(noun)), sense("noun"))]
        entries += [(words_of(words), sense("word")) for words in cue.get("words", ())]
    return PhraseTable(entries)


def find_event_cues(tokens: list[Token]) -> list[EventCue]:
    """Every event cue in a sentence, in order."""
    lows = frozenset(token.low for token in tokens)
    found = []
    for match in _table().find(tokens):
        sense = match.value
        near = {t.low for t in tokens[max(match.first - 2, 0) : match.last + 4]}
        if (sense.needs and not sense.needs & lows) or sense.not_near & near:
            continue
        passive = sense.form in ("past", "participle") and any(
            t.low in _BE for t in tokens[max(match.first - 3, 0) : match.first]
        )
        if sense.form == "base" and not _is_verb_here(tokens, match.first):
            continue
        found.append(EventCue(match.first, match.last, sense.type, sense.form, passive, sense.strength))
    return found


def _is_verb_here(tokens: list[Token], index: int) -> bool:
    """Whether a base form stands where a verb can: after "to", an auxiliary or a plural, not a determiner."""
    before = tokens[index - 1].low if index else ""
    return before in (
        "to",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "did",
        "do",
        "not",
        "must",
    ) or before.endswith("s")
