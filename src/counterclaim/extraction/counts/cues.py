"""The words of a sentence that say what was done to what is counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from counterclaim.extraction.phrases import PhraseTable, verb_forms, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, word_set

_BE: Final = word_set("counts_cues", "be")
_BETWEEN_BE_AND_VERB: Final = word_set("counts_cues", "between_be_and_verb")
HARM: Final = frozenset(("casualties", "damaged", "destroyed", "killed", "wounded"))
"""Measures of what an attack does."""
LASTING: Final = frozenset(("displaced", "cost"))
"""Measures of a state that lasts: a new figure is what it has come to by then."""


@dataclass(slots=True)
class Cue:
    """A word or phrase that gives a measure.

    Attributes:
        first, last: indices of its tokens.
        measure: as in the claim vocabulary.
        role: patient, undergoer, loser or tally (see the lexicon's file).
        of: the kinds of object that it can count.
        form: the verb's form, "word" for other phrases.
        is_passive: whether a form of "be" stands before it.
    """

    first: int
    last: int
    measure: str
    role: str
    of: frozenset[str]
    form: str
    is_passive: bool = False


@dataclass(frozen=True, slots=True)
class _Sense:
    measure: str
    role: str
    of: frozenset[str]
    form: str
    needs: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


@cache
def _table() -> PhraseTable[tuple[_Sense, ...]]:
    data = load_toml("measures")
    senses: dict[tuple[str, ...], list[_Sense]] = {}
    for cue in data["cue"]:
        of = frozenset(cue["of"])
        needs, beside = frozenset(cue.get("needs", ())), frozenset(cue.get("beside", ()))
        for word in cue.get("words", ()):
            senses.setdefault(words_of(word), []).append(_Sense(cue["measure"], cue["role"], of, "word"))
        for verb in cue.get("verbs", ()):
            for form, words in verb_forms(verb, data["irregular"]).items():
                senses.setdefault(words_of(words), []).append(
                    _Sense(cue["measure"], cue["role"], of, form, needs, beside)
                )
    return PhraseTable((words, tuple(many)) for words, many in senses.items())


def find_cues(tokens: list[Token]) -> list[Cue]:
    """Every measure cue in a sentence, in order; one phrase may have several senses."""
    return list(_cues(tokens))


def _cues(tokens: list[Token]) -> Iterator[Cue]:
    for match in _table().find(tokens):
        if tokens[match.first].text == "March" and match.first > 0:
            continue  # the month, not people marching
        passive = _be_before(tokens, match.first)
        seen = set()
        for sense in match.value:
            if sense.form == "past" and passive and any(s.form == "participle" for s in match.value):
                continue
            if "forces" in sense.of and match.first and tokens[match.first - 1].low in _ARTICLES:
                continue  # during an attack, which is nothing that they did
            key = (sense.measure, sense.role, sense.of, sense.form in ("past", "participle"))
            if sense.role == "undergoer" and passive and sense.form in ("past", "participle"):
                continue  # "bodies were gathered" is not "people gathered"
            if (
                sense.role == "patient"
                and sense.form == "participle"
                and _is_noun(tokens, match.first, match.last)
            ):
                continue
            if sense.measure == "displaced" and (
                _names_a_camp(tokens, match.first) or _is_left_over(tokens, match.last)
            ):
                continue
            if sense.measure == "detained" and _blames(tokens, match.first):
                continue
            if key in seen or not _has_what_it_needs(tokens, match.last, sense):
                continue
            seen.add(key)
            yield Cue(match.first, match.last, sense.measure, sense.role, sense.of, sense.form, passive)


_ARTICLES: Final = ("a", "an", "the")
_REACH: Final = 14  # how far on a word that a cue needs may stand


def _has_what_it_needs(tokens: list[Token], last: int, sense: _Sense) -> bool:
    if sense.beside and not any(token.low in sense.beside for token in tokens):
        return False
    if _NAME in sense.needs:
        name = last + 1 + (last + 1 < len(tokens) and tokens[last + 1].low == "the")
        return name < len(tokens) and tokens[name].kind == "word" and tokens[name].is_capitalised
    return not sense.needs or any(token.low in sense.needs for token in tokens[last + 1 : last + _REACH])


_NAME: Final = "<name>"  # in the lexicon: they left Croatia; 150,000 people left the Krajina


def _names_a_camp(tokens: list[Token], first: int) -> bool:
    """The camp for the displaced: a name, no count of them."""
    return [token.low for token in tokens[max(first - 2, 0) : first]] == ["for", "the"]


def _is_left_over(tokens: list[Token], last: int) -> bool:
    """There are 200 fighters left in the city: they are still there."""
    if tokens[last].low != "left" or last + 1 >= len(tokens):
        return False
    return tokens[last + 1].low in ("at", "behind", "in", "inside", "on")


def _blames(tokens: list[Token], first: int) -> bool:
    """Holds the rebels responsible for the lives of two soldiers: detains nobody."""
    if not tokens[first].low.startswith(("hold", "held")):
        return False
    return any(token.low in ("accountable", "responsible") for token in tokens[first + 1 : first + _REACH])


def _is_noun(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a participle stands as a noun: a camp for the displaced, the wounded."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    article = first > 0 and tokens[first - 1].low == "the"
    return article and (after is None or after.kind == "mark" or after.low in _AFTER_NOUN)


_AFTER_NOUN: Final = word_set("counts_cues", "after_noun")


def _be_before(tokens: list[Token], index: int) -> bool:
    for position in range(index - 1, max(index - 6, -1), -1):
        low = tokens[position].low
        if low in _BE:
            return True
        if low in ("has", "have", "had"):
            return False  # "are known to have died" is no passive
        if low not in _BETWEEN_BE_AND_VERB:
            return False
    return False


_KINDS: Final = {
    "person": "people",
    "materiel": "materiel",
    "structure": "structures",
    "settlement": "settlements",
    "incident": "incidents",
    "money": "money",
    "times": "times",
}


def kind_of_object(code: str) -> str:
    """The kind that a cue's `of` lists for an object's code."""
    return _KINDS.get(code.split(".")[0], code)


def counts(cue: Cue, code: str) -> bool:
    """Whether a cue can count an object: its kind, or the part of the kind that the cue is for."""
    if kind_of_object(code) in cue.of:
        return True
    return any(code in objects for part, objects in _PARTS.items() if part in cue.of)


_PARTS: Final = {
    "forces": frozenset(
        (
            "person.military",
            "person.mercenary",
            "person.peacekeeper",
            "materiel.tank",
            "materiel.afv",
            "materiel.aircraft",
            "materiel.helicopter",
            "materiel.ship",
            "materiel.uav",
        )
    ),
    "aircraft": frozenset(("materiel.aircraft", "materiel.helicopter", "materiel.uav")),
}
