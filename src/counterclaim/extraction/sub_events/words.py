"""The groups of words that the rules speak of, found in a snippet."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.extraction.events.words import irregular
from counterclaim.extraction.phrases import PhraseTable, plural, verb_forms, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, polities

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "got"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
_AFTER_PASSIVE = _SENTENCE_ENDS.union(
    ("in", "at", "near", "during", "after", "when", "as", "outside", "while", "from", ",")
)
_ADVERBS_BETWEEN = 2
_MONTHS = frozenset({"March"})
"""Months whose names are words for what happens, too."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the lexicon in a snippet.

    Attributes:
        first, last: indices of its tokens.
        groups: the groups that it belongs to.
        is_actor: whether it names somebody.
        is_passive: whether it is a verb in the passive.
        sentence: the number of its sentence, from 0.
        text: as written.
    """

    first: int
    last: int
    groups: frozenset[str]
    is_actor: bool
    is_passive: bool
    sentence: int
    text: str


_Value = tuple[frozenset[str], bool]
"""A phrase's groups, and whether it can be a verb in the passive."""


def find_hits(tokens: list[Token]) -> list[Hit]:
    """Every phrase of a group in a snippet's tokens, in order, with names that no group knows as `name`."""
    sentences = _sentences(tokens)
    found = (m for m in _table().find(tokens) if tokens[m.first].text not in _MONTHS)
    known = _without_bare([_hit(tokens, m.first, m.last, m.value, sentences) for m in found])
    taken = {index for hit in known for index in range(hit.first, hit.last + 1)}
    names = [
        Hit(i, i, frozenset({"name"}), False, False, sentences[i], token.text)
        for i, token in enumerate(tokens)
        if i not in taken and token.is_capitalised and i and sentences[i] == sentences[i - 1]
    ]
    return sorted([*known, *names], key=lambda hit: hit.first)


def _without_bare(hits: list[Hit]) -> list[Hit]:
    """The hits, less the "forces" and the like of an armed group that is named right before them."""
    bare = frozenset(load_toml("sub_events")["bare"])
    pairs = zip([None, *hits], hits, strict=False)
    return [
        hit
        for before, hit in pairs
        if before is None
        or hit.text.lower() not in bare
        or "armed" not in before.groups
        or before.last + 1 != hit.first
    ]


@cache
def group_names() -> frozenset[str]:
    """The groups that a rule may speak of."""
    return frozenset(load_toml("sub_events")["groups"]) | {"name", "country"}


def _sentences(tokens: list[Token]) -> list[int]:
    numbers, number = [], 0
    for index, token in enumerate(tokens):
        numbers.append(number)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.low in _SENTENCE_ENDS and following is not None and following.start > token.end:
            number += 1
    return numbers


def _hit(tokens: list[Token], first: int, last: int, value: _Value, sentences: list[int]) -> Hit:
    groups, is_verb = value
    text = " ".join(token.text for token in tokens[first : last + 1])
    passive = tokens[first].low in BE or (
        is_verb and (_is_passive(tokens, first, last) or _is_clipped(tokens, last, groups))
    )
    return Hit(first, last, groups, bool(groups & _actors()), passive, sentences[first], text)


def _is_passive(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a participle stands after a form of "be", or before "by"."""
    before = tokens[max(first - 1 - _ADVERBS_BETWEEN, 0) : first]
    if any(token.low in BE for token in before):
        return True
    return last + 1 < len(tokens) and tokens[last + 1].low == "by"


def _is_clipped(tokens: list[Token], last: int, groups: frozenset[str]) -> bool:
    """Whether a participle of a verb that must have an object has none: "two soldiers killed in ambush"."""
    if not groups & _transitive():
        return False
    return last + 1 == len(tokens) or tokens[last + 1].low in _AFTER_PASSIVE


@cache
def _transitive() -> frozenset[str]:
    return frozenset(load_toml("sub_events")["transitive"])


@cache
def _actors() -> frozenset[str]:
    groups = load_toml("sub_events")["groups"]
    return frozenset(name for name, group in groups.items() if group.get("actor")) | {"country"}


@cache
def _table() -> PhraseTable[_Value]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    participles: set[tuple[str, ...]] = set()
    for name, group in load_toml("sub_events")["groups"].items():
        for words, is_participle in _of_group(group):
            key = words_of(words.lower())
            found[key].add(name)
            if is_participle:
                participles.add(key)
    for words, name in _polity_words():
        found.setdefault(words_of(words.lower()), {name})
    return PhraseTable((words, (frozenset(names), words in participles)) for words, names in found.items())


def _of_group(group: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    forms = {**irregular(), **load_toml("sub_events")["irregular"]}
    for verb in group.get("verbs", ()):
        for form, words in verb_forms(verb, forms).items():
            yield words, form == "participle"
    for noun in group.get("nouns", ()):
        yield noun, False
        yield plural(noun), False
    for words in group.get("words", ()):
        yield words, False


def _polity_words() -> Iterator[tuple[str, str]]:
    for polity in polities():
        group = "armed" if polity.kind == "armed_group" else "country"
        if polity.kind in ("armed_group", "state", "self_declared_state"):
            for name in (polity.name, *polity.aliases):
                yield name, group
            if group == "country":
                yield from ((demonym, group) for demonym in polity.demonyms)
