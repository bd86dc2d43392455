"""Phrases of the lexicon found in a sentence's tokens, the longest first."""

from collections.abc import Iterable
from typing import Final, Generic, TypeVar, cast

from counterclaim.extraction.tokens import Token, bit_of_table, tokenise
from counterclaim.lexicon import word_set

T = TypeVar("T")


class Match(Generic[T]):
    """A phrase found: the indices of its first and last token, and what it stands for."""

    __slots__ = ("first", "last", "value")

    def __init__(self, first: int, last: int, value: T) -> None:
        self.first, self.last, self.value = first, last, value


class _Node(Generic[T]):
    """Where the words so far lead: to a value if they are a phrase, and to the words that may follow."""

    __slots__ = ("following", "is_phrase", "value")

    def __init__(self) -> None:
        self.value: T | None = None
        self.is_phrase = False
        self.following: dict[str, _Node[T]] = {}


class PhraseTable(Generic[T]):
    """Phrases of words to what they stand for.

    Args:
        entries: pairs of a phrase's words and its value; a later entry wins over an earlier one
            with the same words.
        fold: whether case is ignored.
        lasting: whether it is made once and for all, so that tokens know whether they begin a phrase of it.
    """

    def __init__(
        self, entries: Iterable[tuple[tuple[str, ...], T]], *, fold: bool = True, lasting: bool = True
    ) -> None:
        self._fold = fold
        self._root: _Node[T] = _Node()
        self._first = self._root.following
        for words, value in entries:
            node = self._root
            for word in words:
                node = node.following.setdefault(word.lower() if fold else word, _Node())
            node.value, node.is_phrase = value, True
        self._bit = bit_of_table(self._first, fold=fold) if lasting else 0

    def at(self, tokens: list[Token], index: int) -> Match[T] | None:
        """The longest phrase that starts at token `index`, None where none does."""
        fold, end = self._fold, len(tokens)
        token = tokens[index]
        if self._bit and not token.opens.tables & self._bit:
            return None
        node = self._first.get(token.low if fold else token.text)
        found: Match[T] | None = None
        last = index
        while node is not None:
            if node.is_phrase:
                found = Match(index, last, cast(T, node.value))
            last += 1
            if last == end or not node.following:
                break
            token = tokens[last]
            node = node.following.get(token.low if fold else token.text)
        return found

    def find(self, tokens: list[Token]) -> list[Match[T]]:
        """Every phrase in the tokens, the longest at each place, without overlaps."""
        found: list[Match[T]] = []
        following = 0
        for index in self._starts(tokens):
            match = self.at(tokens, index) if index >= following else None
            if match is not None:
                found.append(match)
                following = match.last + 1
        return found

    def _starts(self, tokens: list[Token]) -> list[int]:
        """The tokens with which a phrase can start; few sentences have any."""
        first, bit = self._first, self._bit
        if bit:
            return [index for index, token in enumerate(tokens) if token.opens.tables & bit]
        if self._fold:
            return [index for index, token in enumerate(tokens) if token.low in first]
        return [index for index, token in enumerate(tokens) if token.text in first]


def words_of(phrase: str) -> tuple[str, ...]:
    """A lexicon phrase's words, split as the tokens of a text are."""
    return tuple(token.text for token in tokenise(phrase))


_VOWELS: Final = "aeiou"


def verb_forms(verb: str, irregular: dict[str, list[str]]) -> dict[str, str]:
    """A verb phrase in its forms: base, third, past, participle, gerund.

    The first word is inflected; in "kill or wound" both verbs are.
    """
    words = verb.split(" ")
    heads = [0, 2] if len(words) >= 3 and words[1] in ("or", "and") else [0]
    forms = {}
    for position, name in enumerate(("base", "third", "past", "participle", "gerund")):
        inflected = list(words)
        for head in heads:
            inflected[head] = _inflect(words[head], irregular)[position]
        forms[name] = " ".join(inflected)
    return forms


def _inflect(verb: str, irregular: dict[str, list[str]]) -> tuple[str, str, str, str, str]:
    if verb in irregular:
        third, past, participle, gerund = irregular[verb]
        return verb, third, past, participle, gerund
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return verb, third, verb + "ed", verb + "ed", verb + "ing"


def plural(noun: str) -> str:
    """The plural of a noun phrase: its last word's."""
    head, space, last = noun.rpartition(" ")
    if " of " in noun:
        first, _, rest = noun.partition(" of ")
        return f"{plural(first)} of {rest}"
    return head + space + _plural_word(last)


_SAME: Final = word_set("plurals", "same")


def _plural_word(word: str) -> str:
    if word in _SAME or word.endswith(("craft", "people")):
        return word
    if word.endswith("man") and word not in ("human", "German"):
        return word[:-3] + "men"
    if word == "person":
        return "persons"
    if word in ("child", "schoolchild"):
        return word + "ren"
    if word == "life":
        return "lives"
    if word == "half":
        return "halves"
    if word.endswith("y") and word[-2:-1] not in tuple(_VOWELS):
        return word[:-1] + "ies"
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    return word + "s"
