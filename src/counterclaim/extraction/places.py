"""The place named for what a sentence claims."""

from dataclasses import dataclass

from counterclaim.extraction.analysis import View
from counterclaim.extraction.phrases import PhraseTable
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import polities_by_name, word_set
from counterclaim.lexicon.gazetteer import country_of

_OF_PLACE = word_set("places", "of_place")
_STRONG = word_set("places", "strong")
_INSIDE = word_set("places", "inside")
_KINDS = word_set("places", "kinds")
_NOT_PLACES = word_set("places", "not_places")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as written.

    Attributes:
        first, last: indices of its first and last token.
        name: as written.
        strength: 0 in the name of a war, 1 after "of" and its like, 2 for a known town or a direction,
            3 after "in" and its like.
        is_known: whether the gazetteer or the lexicon knows it.
    """

    first: int
    last: int
    name: str
    strength: int
    is_known: bool


def places_of(view: View, text: str) -> list[PlaceMention]:
    """Names that stand after a preposition of place, and towns that the gazetteer knows, in order."""
    found: list[PlaceMention] = []
    tokens = view.tokens
    people, seats = _tokens_of_people(view), set[int]()
    for party in view.parties:
        if party.how == "seat":
            seats.update(range(party.first, party.last + 1))
    following = 0
    for index, token in enumerate(tokens):
        if index < following:
            continue
        mention = None
        if token.low in _OF_PLACE:
            mention = _after(tokens, index, people, text) if index + 1 < len(tokens) else None
        elif token.is_capitalised and index not in people and index not in seats:
            mention = _town(tokens, index, text) if not _goes_on(tokens, index) else None
        if mention is not None:
            found.append(mention)
            following = mention.last + 1
    found = [place for place in found if place.strength > 1 or place.is_known]
    return [place for place in found if place.strength > 0] or found


def _tokens_of_people(view: View) -> set[int]:
    """Indices of the tokens of peoples, groups and sources, which are no places, and of the dateline."""
    people = set(range(dateline_length(view.tokens)))
    for party in view.parties:
        if party.how == "demonym" or party.is_group:
            people.update(range(party.first, party.last + 1))
    for source in view.sources:
        people.update(range(source.first, source.last + 1))
    return people


def dateline_length(tokens: list[Token]) -> int:
    """How many tokens tell where and when a report was written: "Baghdad, 1 August 2015 –"; else 0."""
    dash = next((i for i, token in enumerate(tokens[:_DATELINE]) if token.low in _DASHES), 0)
    words = [token for token in tokens[:dash] if token.kind == "word"]
    return dash if words and all(token.is_capitalised for token in words) else 0


_DATELINE = 12  # tokens in which a dateline ends
_DASHES = frozenset(("—", "–", "-", "--", "|"))


def _is_person(tokens: list[Token], last: int) -> bool:
    """Narin, who was ten months old; Madina, aged one: a child's name."""
    return [token.low for token in tokens[last + 1 : last + 3]] in ([",", "who"], [",", "aged"])


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Whether a word goes on with a name: the "Lanka" of "Sri Lanka", the "Union" of "African Union"."""
    before = tokens[index - 1] if index else None
    return before is not None and before.kind == "word" and before.is_capitalised and index > 1


def _town(tokens: list[Token], index: int, text: str) -> PlaceMention | None:
    """A town that the gazetteer knows, named without a preposition: "Barda hit by rockets"."""
    if tokens[index].kind != "word" or tokens[index].low in _NOT_PLACES or tokens[index].text.isupper():
        return None  # in capitals it is a dateline's
    last = _end_of_name(tokens, index)
    name = text[tokens[index].start : tokens[last].end]
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if country_of(name) is None or following in ("said", "says", "-") or _is_person(tokens, last):
        return None
    return PlaceMention(index, last, name, 2, True)


def _after(tokens: list[Token], preposition: int, people: set[int], text: str) -> PlaceMention | None:
    if preposition and tokens[preposition - 1].low in _NAMED_BY_PLACE:
        return None  # the invasion of Ukraine: a war's name
    line = _line(tokens, preposition + 1)
    if line is not None:
        return PlaceMention(line[0], line[1], text[tokens[line[0]].start : tokens[line[1]].end], 3, False)
    position = preposition + 1
    kind_before = ""
    while position < len(tokens) and position - preposition < 7:
        token = tokens[position]
        if (
            token.kind == "word"
            and token.is_capitalised
            and position not in people
            and token.low not in _NOT_PLACES
        ):
            break
        if token.low in _KINDS:
            if position - 1 in people and tokens[preposition].low in _STRONG:
                return _mention(tokens, position - 1, position, 3, text)  # near the Algerian border
            kind_before = token.low
        elif not (
            token.kind == "word" and (token.low in _MODIFIERS or position in people or token.low in ("of",))
        ):
            return None
        position += 1
    else:
        return None
    if position >= len(tokens) or position in people:
        return None
    last = _end_of_name(tokens, position)
    if _is_person(tokens, last):
        return None
    if last + 1 < len(tokens) and tokens[last + 1].kind == "possessive":
        return _possessed(tokens, position, last, text)
    if (
        last + 1 < len(tokens)
        and tokens[last + 1].low in _KINDS
        and tokens[last + 1].low not in ("line", "front", "border")
    ):
        last += 1
    of_war = preposition > 0 and tokens[preposition - 1].low in _WARS
    if of_war:
        strength = 0
    elif tokens[preposition].low in _LOOSE and not kind_before:
        strength = 1
    else:
        strength = 3 if tokens[preposition].low in _STRONG else 2
    return _mention(tokens, position, last, strength, text)


def _mention(tokens: list[Token], first: int, last: int, strength: int, text: str) -> PlaceMention:
    name = text[tokens[first].start : tokens[last].end]
    return PlaceMention(
        first, last, name, strength, country_of(name) is not None or name in polities_by_name()
    )


_LOOSE = frozenset(("of", "on", "from", "to", "into", "over"))
_WARS = frozenset(("war", "fighting", "conflict"))  # the place after them only names the war
_NAMED_BY_PLACE = frozenset(("invasion",))
_LINES = PhraseTable((tuple(words.split()), words) for words in word_set("places", "lines"))


def _line(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """On the line of contact, along the front line: a place without a name."""
    if position < len(tokens) and tokens[position].low == "the":
        position += 1
    match = _LINES.at(tokens, position) if position < len(tokens) else None
    return None if match is None else (match.first, match.last)


def _possessed(tokens: list[Token], first: int, last: int, text: str) -> PlaceMention | None:
    """In Russia's Kursk region, in Gaza's Shifa hospital: the name that follows the owner's."""
    position = last + 2
    while position < len(tokens) and tokens[position].low in _MODIFIERS:
        position += 1
    if position < len(tokens) and tokens[position].is_capitalised and tokens[position].low not in _NOT_PLACES:
        end = _end_of_name(tokens, position)
        if end + 1 < len(tokens) and tokens[end + 1].low in _KINDS:
            end += 1
        return _mention(tokens, position, end, 3, text)
    if position < len(tokens) and tokens[position].low in _KINDS:
        return _mention(tokens, first, last, 2, text)
    return None


_MODIFIERS = word_set("places", "modifiers")


def _end_of_name(tokens: list[Token], first: int) -> int:
    last = first
    position = first + 1
    while position < len(tokens):
        token = tokens[position]
        if token.kind == "word" and token.is_capitalised and token.low not in _NOT_PLACES:
            last = position
        elif token.low in ("al", "el", "de", "la", "-", "of", "the", "’", "'") and _capital_soon(
            tokens, position
        ):
            pass
        else:
            break
        position += 1
    return last


def _capital_soon(tokens: list[Token], position: int) -> bool:
    if tokens[position].low == "of":
        return False
    return (
        position + 1 < len(tokens)
        and tokens[position + 1].is_capitalised
        and tokens[position + 1].kind == "word"
    )
