"""The words that stand for a polity, those of the casebook before those of the lexicon."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Polity, polities, polities_by_name
from counterclaim.model import Conflict, Party
from counterclaim.registers.folding import tidy

_LONGEST = 9
_GROUPS = frozenset({"armed_group", "coalition"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A polity's word among the tokens of a name.

    Attributes:
        start, end: the tokens that it covers.
        polity: the polity's plain name.
        word: the word, tidied.
    """

    start: int
    end: int
    polity: str
    word: str


@dataclass(frozen=True, slots=True, eq=False)  # there is one for each casebook's parties
class PolityWords:
    """Every word for a polity, and what sort of word it is.

    Attributes:
        polity_of: from the word, tidied, to the polity's plain name.
        groups: plain names of armed groups and coalitions.
        bodies: words that name one of its bodies, buildings or forces, not itself.
        peoples: words that name its people.
        declared: plain names of the casebook's parties.
        openers: the first word of each, to pass quickly over the others.
    """

    polity_of: Mapping[str, str]
    groups: frozenset[str]
    bodies: frozenset[str]
    peoples: frozenset[str]
    declared: frozenset[str]
    openers: frozenset[str]

    def plain(self, name: str) -> str:
        """The plain name of the polity that a name stands for, or else the name itself, tidied."""
        return self.polity_of.get(tidy(name), tidy(name))

    def mentions(self, tokens: list[str]) -> Iterator[Mention]:
        """The polities named among the tokens: of overlapping ones the longest, from the left."""
        at = 0
        while at < len(tokens):
            found = self._longest_at(tokens, at)
            if found:
                yield found
            at = found.end if found else at + 1

    def _longest_at(self, tokens: list[str], start: int) -> Mention | None:
        if not any(word in self.openers for word in _forms(tokens[start])):
            return None
        for end in range(min(len(tokens), start + _LONGEST), start, -1):
            for word in _forms(" ".join(tokens[start:end])):
                if word in self.polity_of:
                    return Mention(start, end, self.polity_of[word], word)
        return None


def _forms(phrase: str) -> Iterator[str]:
    """The phrase, and the phrase without the ending of a possessive."""
    yield phrase
    if phrase.endswith("'s"):
        yield phrase[:-2]
    elif phrase.endswith("'"):
        yield phrase[:-1]


@lru_cache(maxsize=8)
def polity_words(conflict: Conflict) -> PolityWords:
    """The words of the lexicon, with the casebook's parties under their own names and aliases.

    A party that the lexicon knows under any of its names brings all the lexicon's words for it.

    Raises:
        SettingsError: the lexicon is wrong.
    """
    lexicon = {tidy(word): polity for word, polity in polities_by_name().items()}
    renamed = {known.name: party.name for party in conflict.parties if (known := _known(party, lexicon))}
    polity_of = {word: renamed.get(polity.name, polity.name) for word, polity in lexicon.items()}
    for party in conflict.parties:
        polity_of |= {tidy(word): party.name for word in (party.name, *party.aliases)}
    return PolityWords(
        polity_of=polity_of,
        groups=frozenset(
            [renamed.get(polity.name, polity.name) for polity in polities() if polity.kind in _GROUPS]
            + [party.name for party in conflict.parties if party.kind in _GROUPS]
        ),
        bodies=frozenset(tidy(word) for polity in polities() for word in (*polity.metonyms, *polity.forces)),
        peoples=frozenset(tidy(word) for polity in polities() for word in _plurals(polity)),
        declared=frozenset(party.name for party in conflict.parties),
        openers=frozenset(word.split()[0] for word in polity_of),
    )


def _known(party: Party, lexicon: Mapping[str, Polity]) -> Polity | None:
    """The lexicon's polity that a declared party is, by its name or else by an alias."""
    named = (lexicon.get(tidy(word)) for word in (party.name, *party.aliases))
    return next((polity for polity in named if polity), None)


def _plurals(polity: Polity) -> Iterator[str]:
    """The demonyms that name a people: plural nouns, where singular and adjective are one word."""
    for word in polity.demonyms:
        if word.endswith(("men", "women")) or (word.endswith("s") and word[:-1] in polity.demonyms):
            yield word
