"""The words that stand in, before and after names of places, and what they say of the place meant."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from counterclaim.gazetteer.records import SpotKind
from counterclaim.lexicon import Entry, load_toml

_GROUPS = (
    "region", "district", "town", "thing", "feature", "near", "part", "people",
    "along", "line", "offshore", "area",
)  # fmt: skip

_LEADING = ("near", "along", "offshore", "part")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words of a language.

    Attributes:
        lists: each list of `place_words.toml` in its order, by name.
        kind_of: from a noun, as "governorate", to the kinds of places that it may name.
        leads: the last words of what stands before a name and says how near it something was.
    """

    lists: Mapping[str, tuple[str, ...]]
    kind_of: Mapping[str, frozenset[SpotKind]]
    kind_behind: re.Pattern[str]
    kind_before: re.Pattern[str]
    region_before: re.Pattern[str]
    thing_behind: re.Pattern[str]
    feature: re.Pattern[str]
    part_before: re.Pattern[str]
    leads: frozenset[str]
    near_before: re.Pattern[str]
    within_before: re.Pattern[str]
    along_before: re.Pattern[str]
    line_behind: re.Pattern[str]
    offshore_before: re.Pattern[str]
    area_behind: re.Pattern[str]


@cache
def place_words(language: str = "en") -> PlaceWords:
    """The words of a language, with the patterns that look for them.

    Raises:
        SettingsError: the lexicon file is missing or wrong.
    """
    table = Entry(f"lexicon/{language}/place_words.toml", "top level", load_toml("place_words", language))
    lists = {name: table.texts(name) for name in _GROUPS}
    divisions: frozenset[SpotKind] = frozenset({"region", "district"})
    towns: frozenset[SpotKind] = frozenset({"town"})
    kind_of = dict.fromkeys((*lists["region"], *lists["district"]), divisions)
    kind_of |= {word: kind_of.get(word, frozenset()) | towns for word in lists["town"]}
    kinds, part = _any(kind_of), _any(lists["part"])
    things, features = _any(lists["thing"]), _any(lists["feature"])
    return PlaceWords(
        lists=lists,
        kind_of=kind_of,
        kind_behind=re.compile(rf"\s+({kinds})\Z", re.IGNORECASE),
        kind_before=re.compile(rf"\A(?:the\s+)?({kinds})\s+of\s+", re.IGNORECASE),
        region_before=re.compile(rf"\A(?:the\s+)?(?:{_any(lists['region'])})\s+of\s+", re.IGNORECASE),
        thing_behind=re.compile(rf"(?:['’]s)?\s+(?:[\w-]+\s+)?(?:{things})\Z", re.IGNORECASE),
        feature=re.compile(rf"\A(?:{features})\s+(?=[^\W\d_])|\s+(?:{features})\Z", re.IGNORECASE),
        part_before=re.compile(rf"\A(?:{part})[\s-]+", re.IGNORECASE),
        leads=frozenset(words.split()[-1] for group in _LEADING for words in lists[group]) | {"and"},
        near_before=_before(lists["near"]),
        within_before=_before(lists["part"], rf"the\s+(?:{part})\s+of"),
        along_before=_before(lists["along"], r"between(?:\s+[\w'’-]+){1,3}\s+and"),
        line_behind=re.compile(rf"\A(?:[-–][\w'’-]+)?\s+(?:{_any(lists['line'])})\b", re.IGNORECASE),
        offshore_before=_before(lists["offshore"]),
        area_behind=re.compile(rf"(?:['’]s)?\s+(?:{_any(lists['area'])})\b", re.IGNORECASE),
    )


def without_kind(name: str) -> str:
    """A division's name without what it is: Kursk for "Kursk Oblast", Kandahar for "Province of Kandahar".

    The District of Columbia is never called Columbia.
    """
    words = place_words()
    bare = words.region_before.sub("", words.kind_behind.sub("", name))
    return bare or name


def _before(words: Iterable[str], pattern: str = r"\Z.") -> re.Pattern[str]:
    """What stands right before a name: one of the words, or the pattern."""
    return re.compile(rf"(?:\A|.*\b)(?:{_any(words)}|{pattern})\s+(?:the\s+)?\Z", re.IGNORECASE | re.DOTALL)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
