"""Armed groups that the lexicon does not know, by the shape of their names: the Maute group, CODECO militia.

Three shapes name one: a name before a noun of armed people ("Gran Grif gang"), a name after such a noun
("the militia Raia Mutomboki"), and a name that ends as only armed movements' do ("Karenni Resistance Army"),
each with initials in brackets that it may go by later.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, organisations_by_name, polities, polities_by_name, word_set

GroupTable = PhraseTable[str]

_CAPITAL: Final = "[A-ZÀ-Þ]"
_WORD: Final = rf"{_CAPITAL}[\w’'-]*"
_RUN: Final = rf"{_WORD}(?: (?:(?:of|for|the|de|del|la|al) )*{_WORD}){{0,5}}"
_INITIALS: Final = r"(?: \((?P<initials>[A-Z][A-Za-z-]{1,9})\)|, or (?P<or_initials>[A-Z][A-Za-z-]{1,9}),)?"


def groups_named(text: str, stretches: Iterable[tuple[int, int]] | None = None) -> GroupTable | None:
    """The names of the armed groups that a text introduces, each with the group's plain name.

    Args:
        text: the document's text.
        stretches: offsets of the stretches of it to look into, in order; None for all of it.

    Returns:
        A table of names, which are compared as they are written; None where the text introduces none.
    """
    spans = [(0, len(text))] if stretches is None else list(stretches)
    names: dict[str, str] = {}
    for pattern in _patterns():
        for start, end in spans:
            for match in pattern.finditer(text, start, end):
                names.update(_names(match, text))
    names |= _short_names(text, spans)
    plain = set(names.values())
    entries = [
        (words_of(name), of)
        for name, of in names.items()
        if name.rpartition(" ")[0] not in plain  # "Raia Mutomboki fighters", where Raia Mutomboki is a group
    ]
    return PhraseTable(entries, fold=False, lasting=False) if entries else None


def may_introduce(tokens: list[Token], words: frozenset[str]) -> bool:
    """Whether a sentence can introduce a group; few can.

    Args:
        tokens: the sentence's tokens.
        words: the same in lower case, each once.
    """
    nouns, ends, plurals = _nouns(), _ends(), _plurals()
    if not words.isdisjoint(nouns) or any(
        not words.isdisjoint(ends[word]) for word in words.intersection(ends)
    ):
        return True
    if not words.isdisjoint(plurals) and any(t.is_capitalised and t.low in plurals for t in tokens):
        return True
    joined = (part for word in words if "-" in word for part in word.split("-"))  # group-affiliated
    return any(part in nouns or part in ends or part in plurals for part in joined)


@cache
def _nouns() -> frozenset[str]:
    """The last words of the nouns that stand beside a group's name, and names' ends of one word."""
    table = _table()
    ends = [end for end in table["heads"] if " " not in end]
    phrases = (*table["bodies"], *table["people"], *table["introducing"], *ends)
    return frozenset(form for phrase in phrases for form in _forms(phrase.rpartition(" ")[2].lower()))


@cache
def _ends() -> dict[str, frozenset[str]]:
    """From the last word of names' longer ends to those that may stand before it: army, to liberation."""
    before: dict[str, frozenset[str]] = {}
    for end in _table()["heads"]:
        *first, last = end.lower().split(" ")
        for form in _forms(last) if first else ():
            before[form] = before.get(form, frozenset()) | {first[-1]}
    return before


@cache
def _plurals() -> frozenset[str]:
    """The plurals of words in known groups' longer names: tigers."""
    return frozenset(word.lower() + "s" for word in _by_word())


def _forms(word: str) -> list[str]:
    """A word of a pattern, with and without a plural's end that it may have: brigades?."""
    stem = word.removesuffix("s?")
    return [word] if stem == word else [stem, stem + "s"]


_SHORT: Final = re.compile(rf"\b[Tt]he ({_CAPITAL}[\w-]+s)\b(?! {_CAPITAL})")


def _short_names(text: str, spans: list[tuple[int, int]]) -> dict[str, str]:
    """The Tigers: the last word of a name in the plural, where the text has the name of the group too."""
    found = {}
    for word in {match.group(1) for start, end in spans for match in _SHORT.finditer(text, start, end)}:
        group = _known_group(word, text)
        if group is not None:
            found[word] = group
    return found


def _known_group(word: str, text: str) -> str | None:
    """The armed group that the text calls by a longer name with this word in it."""
    return next((group for name, group in _by_word().get(word.rstrip("s"), ()) if name in text), None)


@cache
def _by_word() -> dict[str, list[tuple[str, str]]]:
    """From each word of the known armed groups' longer names, without its plural, to names and groups."""
    words: dict[str, list[tuple[str, str]]] = {}
    for name, polity in polities_by_name().items():
        if polity.kind == "armed_group" and " " in name:
            for word in name.split():
                words.setdefault(word.rstrip("s"), []).append((name, polity.name))
    return words


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = _table()
    before = "|".join((*table["bodies"], *table["people"]))
    after, heads = "|".join(table["introducing"]), "|".join(table["heads"])
    inside, anywhere = _opening(r"[.!?:;—–\n] ", r"[\n\w.’'“(-]"), _opening(r"[\w’'-]")
    return (
        re.compile(rf"(?P<name>{inside}(?: {_WORD}){{0,2}}){_INITIALS} (?P<noun>{before})\b"),
        re.compile(rf"\b(?:{after})(?: called| known as)?,? (?P<name>{_RUN}){_INITIALS}"),
        re.compile(rf"(?P<name>{anywhere}(?: {_WORD}){{0,4}} (?:{heads})){_INITIALS}(?![\w-])"),
    )


def _opening(*not_after: str) -> str:
    """A capitalised word that does not stand after some characters.

    They are looked for behind its capital: a pattern that begins with a set of letters is searched for fast.
    """
    return _CAPITAL + "".join(rf"(?<!{before}{_CAPITAL})" for before in not_after) + r"[\w’'-]*"


def _names(match: re.Match[str], text: str) -> dict[str, str]:
    """Each name of the group that a match introduces, with its plain name."""
    found = match.groupdict()
    noun, initials = found.get("noun"), found["initials"] or found["or_initials"]
    words = found["name"].split()
    while words and words[0].lower() in _NEVER_IN_NAME:
        words = words[1:]
    name = " ".join(words)
    if not words or initials in polities_by_name() or _is_taken(words, name, noun):
        return {}
    if noun in _table()["people"] and not name.isupper():
        known = _known_group(words[0], text) if len(words) == 1 else None
        name = f"{name} {noun}"  # Tuareg rebels: a people is no group
        if known is not None:
            return {name: known}  # Tiger rebels, where the text names the Tamil Tigers
    return {name: name} if initials is None else {name: name, initials: name}


_NEVER_IN_NAME: Final = word_set("attribution", "never_in_name")


@cache
def _shared() -> frozenset[str]:
    """Names that several groups bear, told apart in the lexicon by their country in brackets."""
    return frozenset(polity.name.partition(" (")[0] for polity in polities() if " (" in polity.name)


def _is_taken(words: list[str], name: str, noun: str | None) -> bool:
    """Whether a name is somebody else's: known, a state's people, an organisation, or only an adjective."""
    table = _table()
    if words[0] in table["adjectives"] or name in organisations_by_name() or name in _shared():
        return True
    if any(word in table["not_in_name"] for word in words) or (noun is None and name.isupper()):
        return True
    if words[-1].endswith(("'s", "’s")):
        return True  # Libya's rebels
    known = (polities_by_name().get(part) for part in (name, " ".join(words[:2]), *words))
    return any(polity is not None and polity.kind != "territory" for polity in known)


def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load_toml("grammar")["groups"]
    return table
