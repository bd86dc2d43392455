"""Parties named in a sentence: states, self-declared states and armed groups, by any of their names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import polities, polities_by_name, word_set
from counterclaim.model import Conflict, Party

How = Literal["name", "demonym", "seat", "territory", "side"]


@dataclass(slots=True)
class PartyMention:
    """A party named by one of its names.

    Attributes:
        first, last: indices of its first and last token.
        party: the party's plain name.
        how: by which kind of name: its own, its people's ("Azerbaijani"), its seat of government
            ("Baku"), a territory's, or by a noun that stands for its side ("the rebels").
        is_state: whether it is a state or a self-declared one.
        is_group: whether it is an armed group or a coalition, not a state's or a people's land.
    """

    first: int
    last: int
    party: str
    how: How
    is_state: bool
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    party: str
    how: How
    is_state: bool
    is_group: bool = False


class PartyFinder:
    """Finds the parties that a sentence names.

    Args:
        conflict: its parties and their aliases come before those that the lexicon knows.
    """

    def __init__(self, conflict: Conflict) -> None:
        own = conflict.parties
        self._table = PhraseTable(_entries(own), fold=False, lasting=False) if own else _known()

    def find(self, tokens: list[Token]) -> list[PartyMention]:
        """The parties named in the tokens, in order."""
        return [
            PartyMention(
                match.first,
                match.last,
                match.value.party,
                match.value.how,
                match.value.is_state,
                match.value.is_group,
            )
            for match in self._table.find(tokens)
            if not _is_water(tokens, match.first)
        ]


def with_groups(
    tokens: list[Token], parties: list[PartyMention], groups: PhraseTable[str] | None
) -> list[PartyMention]:
    """The parties of a sentence, and the armed groups among those that its document introduces.

    Args:
        tokens: the sentence's tokens.
        parties: the parties that the lexicon and the casebook know.
        groups: names of groups, to each group's plain name; None for none.
    """
    if groups is None:
        return parties
    found = []
    for match in groups.find(tokens):
        over = [p for p in parties if p.first <= match.last and match.first <= p.last]
        if all(match.first <= p.first and p.last <= match.last and not p.is_group for p in over):
            parties = [p for p in parties if p not in over]
            how: How = "demonym" if match.value in polities_by_name() else "name"  # the Tigers; Gran Grif
            found.append(PartyMention(match.first, match.last, match.value, how, False, True))
    return sorted([*parties, *found], key=lambda mention: mention.first) if found else parties


_WATERS: Final = word_set("parties", "waters")


def _is_water(tokens: list[Token], first: int) -> bool:
    """Whether a name is a lake's or a gulf's: the shore of Lake Chad is not Chad's side."""
    return first > 0 and tokens[first - 1].low in _WATERS


@cache
def _known() -> PhraseTable[_Named]:
    """The parties that the lexicon knows."""
    return PhraseTable(_entries(()), fold=False)


@lru_cache(maxsize=16)
def party_finder(conflict: Conflict) -> PartyFinder:
    """The finder for a conflict's parties; made once for each conflict."""
    return PartyFinder(conflict)


def _entries(own: Sequence[Party]) -> Iterator[tuple[tuple[str, ...], _Named]]:
    known: dict[str, How] = {}
    for polity in polities():
        is_state = polity.kind in ("state", "self_declared_state", "former_state")
        is_group = polity.kind in _GROUPS
        named: list[tuple[How, tuple[str, ...]]] = [
            ("territory", polity.territories),
            ("seat", (*polity.capitals, *polity.metonyms)),
            ("name" if is_group else "demonym", polity.forces),
            ("demonym", polity.demonyms),
            ("name", (polity.name, *polity.aliases)),
        ]
        for how, names in named:
            known |= dict.fromkeys(names, how)
            yield from _phrases(names, _Named(polity.name, how, is_state, is_group))
    for party in own:
        is_state = party.kind in ("state", "self_declared_state")
        for name in (party.name, *party.aliases):
            # A casebook may list "Armenian" and "Yerevan" too: a people's name is no place there either.
            how = "name" if name == party.name else known.get(name, "name")
            yield from _phrases((name,), _Named(party.name, how, is_state, party.kind in _GROUPS))


_GROUPS: Final = ("armed_group", "coalition")


def _phrases(names: tuple[str, ...], named: _Named) -> Iterator[tuple[tuple[str, ...], _Named]]:
    for name in names:
        words = words_of(name)
        yield words, named
        if name.isupper() or len(words) > 6:
            continue
        yield tuple(word.upper() for word in words), named
