"""Parties named in a sentence: states, self-declared states and armed groups, by any of their names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import polities
from counterclaim.model import Conflict

How = Literal["name", "demonym", "seat", "territory"]


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party named by one of its names.

    Attributes:
        first, last: indices of its first and last token.
        party: the party's plain name.
        how: by which kind of name: its own, its people's ("Azerbaijani"), its seat of government
            ("Baku"), or a territory's.
        is_state: whether it is a state or a self-declared one.
    """

    first: int
    last: int
    party: str
    how: How
    is_state: bool


@dataclass(frozen=True, slots=True)
class _Named:
    party: str
    how: How
    is_state: bool


class PartyFinder:
    """Finds the parties that a sentence names.

    Args:
        conflict: its parties and their aliases come before those that the lexicon knows.
    """

    def __init__(self, conflict: Conflict) -> None:
        self._table = PhraseTable(_entries(conflict), fold=False)

    def find(self, tokens: list[Token]) -> list[PartyMention]:
        """The parties named in the tokens, in order."""
        return [
            PartyMention(match.first, match.last, match.value.party, match.value.how, match.value.is_state)
            for match in self._table.find(tokens)
        ]


@lru_cache(maxsize=16)
def party_finder(conflict: Conflict) -> PartyFinder:
    """The finder for a conflict's parties; made once for each conflict."""
    return PartyFinder(conflict)


def _entries(conflict: Conflict) -> Iterator[tuple[tuple[str, ...], _Named]]:
    for polity in polities():
        is_state = polity.kind in ("state", "self_declared_state", "former_state")
        named: list[tuple[How, tuple[str, ...]]] = [
            ("territory", polity.territories),
            ("seat", (*polity.capitals, *polity.metonyms)),
            ("demonym", polity.demonyms),
            ("name", (polity.name, *polity.aliases)),
        ]
        for how, names in named:
            yield from _phrases(names, _Named(polity.name, how, is_state))
    for party in conflict.parties:
        own = _Named(party.name, "name", party.kind in ("state", "self_declared_state"))
        yield from _phrases((party.name, *party.aliases), own)


def _phrases(names: tuple[str, ...], named: _Named) -> Iterator[tuple[tuple[str, ...], _Named]]:
    for name in names:
        words = words_of(name)
        yield words, named
        if name.isupper() or len(words) > 6:
            continue
        yield tuple(word.upper() for word in words), named
