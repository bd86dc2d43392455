"""Whether two names, or two quotes, are of the same thing."""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

STEM = 5
"""How many first letters of a word are compared."""

_WORD = re.compile(r"\w+")
_ENOUGH = 0.5


def names_agree(one: str | None, other: str | None) -> bool:
    """Whether half the telling words of the name with fewer of them are in the other name too.

    Two names that are both missing agree.
    """
    if not one or not other:
        return not one and not other
    ours, theirs = _stems(one), _stems(other)
    fewer = min(len(ours), len(theirs))
    return len(ours & theirs) / fewer >= _ENOUGH if fewer else one == other


def words_shared(one: str | None, other: str | None) -> float:
    """The share of the shorter text's words that the longer one has too, from 0 to 1."""
    ours, theirs = _counted(one or ""), _counted(other or "")
    fewer = min(ours.total(), theirs.total())
    return (ours & theirs).total() / fewer if fewer else 0.0


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


@cache
def _counted(text: str) -> Counter[str]:
    return Counter(_words(text))


@cache
def _stems(name: str) -> frozenset[str]:
    untelling, stems = _table()
    words = _words(name)
    telling = [word for word in words if word not in untelling] or words
    return frozenset(stems.get(word, word[:STEM]) for word in telling)


@cache
def _table() -> tuple[frozenset[str], dict[str, str]]:
    """The words that tell nothing, and the stem of each word that has another than its first letters."""
    text = files("counterclaim.evaluation").joinpath("names.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return frozenset(table["untelling"]), {
        word: stem for stem, words in table["stems"].items() for word in words
    }
