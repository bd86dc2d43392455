"""The place named for what a sentence claims."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.dates.words import words as date_words
from counterclaim.extraction.phrases import PhraseTable
from counterclaim.extraction.place_names import NOT_PLACES, end_of_name, is_abbreviation, is_named
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, polities, polities_by_name, word_set
from counterclaim.lexicon.gazetteer import areas, country_of

_OF_PLACE: Final = word_set("places", "of_place")
_STRONG: Final = word_set("places", "strong")
_KINDS: Final = word_set("places", "kinds")


@dataclass(slots=True)
class PlaceMention:
    """A place as written.

    Attributes:
        first, last: indices of its first and last token.
        name: as written.
        strength: 0 in the name of a war, 1 after "of" and its like, 2 for a known town or a direction,
            3 after "in" and its like.
        is_known: whether the gazetteer, the lexicon or its own words tell that it is a place.
        is_line: whether it is a line without a name: "the front line".
        preposition: the word before it, "" where it has none.
        is_around: whether it only says where the place before it lies: "Aitaroun, in south Lebanon".
    """

    first: int
    last: int
    name: str
    strength: int
    is_known: bool
    is_line: bool = False
    is_around: bool = False
    preposition: str = ""


def places_of(view: View, text: str) -> list[PlaceMention]:
    """Names that stand after a preposition of place, and towns that the gazetteer knows, in order."""
    found: list[PlaceMention] = []
    tokens = view.tokens
    people, seats = _tokens_of_people(view), set[int]()
    for party in view.parties:
        if party.how == "seat":
            seats.update(range(party.first, party.last + 1))
    following = 0
    said = {source.cue for source in view.sources}
    for index, token in enumerate(tokens):
        if index < following:
            continue
        mention = None
        if token.low in _OF_PLACE or _is_battle_for(tokens, index):
            mention = _after(tokens, index, people, text) if index + 1 < len(tokens) else None
        elif is_named(token) and index not in people and index not in seats:
            mention = None if _goes_on(tokens, index) else _town(tokens, index, text)
            mention = mention or _struck(tokens, index, text)
        if mention is not None:
            following = mention.last + 1
            if not _is_where_said(tokens, index, mention, said):
                mention.preposition = token.low if token.low in _OF_PLACE else ""
                found.append(mention)
    found = [place for place in found if place.strength > 1 or place.is_known]
    found = [place for place in found if place.strength > 0] or found
    for before, place in pairwise(found):
        place.is_around = lies_in([token.low for token in tokens[before.last + 1 : place.first]])
    return found


def _is_where_said(tokens: list[Token], preposition: int, place: PlaceMention, said: set[int]) -> bool:
    """Said in Geneva on Friday; told reporters in Goma: where somebody spoke."""
    cue = preposition - 1
    if cue > 0 and tokens[cue].low in _HEARERS:
        cue -= 1
    if cue not in said or tokens[preposition].low not in _WHERE_SAID:
        return False
    after = tokens[place.last + 1 : place.last + 2]
    return not after or after[0].kind != "word" or after[0].low in _ENDS or after[0].low in _WEEKDAYS


_HEARERS: Final = word_set("places", "hearers")
_WHERE_SAID: Final = word_set("places", "where_said")
_ENDS: Final = word_set("places", "said_ends")
_WEEKDAYS: Final = frozenset(date_words().weekdays)


def lies_in(between: list[str]) -> bool:
    """Whether the words between two places say that the first lies in or by the second: ", a district of"."""
    opens = between[1:2] and (
        between[1] in _LYING | _SEATS or between[1] in _DIRECTIONS or between[1] in _ARTICLES_OF
    )
    return bool(between[:1] == [","] and opens and len(between) <= _APART and _LYING & set(between))


_APART: Final = 8  # tokens between a place and the one that it lies in
_LYING: Final = word_set("places", "lying")
_SEATS: Final = frozenset(("capital", "city", "town", "village"))  # Bamako, capital of neighbouring Mali
_ARTICLES_OF: Final = frozenset(("a", "an", "the"))
_DIRECTIONS: Final = word_set("places", "directions")


def _tokens_of_people(view: View) -> set[int]:
    """Indices of the tokens of peoples, groups and sources, which are no places, and of the dateline."""
    people = set(range(view.dateline))
    for party in view.parties:
        if party.how == "demonym" or party.is_group:
            people.update(range(party.first, party.last + 1))
    for source in view.sources:
        people.update(range(source.first, source.last + 1))
    return people


def _is_person(tokens: list[Token], last: int) -> bool:
    """Narin, who was ten months old; Madina, aged one: a child's name."""
    return [token.low for token in tokens[last + 1 : last + 3]] in ([",", "who"], [",", "aged"])


def _has_distance(tokens: list[Token], of: int) -> bool:
    """Seventy km east of Sanaa: how far another place lies, which is where it was."""
    return any(token.kind == "number" for token in tokens[max(of - 4, 0) : of])


def _is_battle_for(tokens: list[Token], index: int) -> bool:
    """The battle for Mosul, the fight for the city: where it was."""
    return tokens[index].low == "for" and index > 0 and tokens[index - 1].low in _BATTLES


_BATTLES: Final = frozenset(("battle", "battles", "fight", "struggle"))


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Whether a word goes on with a name: the "Lanka" of "Sri Lanka", the "Union" of "African Union"."""
    before = index - 1
    if before > 0 and tokens[before].low in _LINKING:
        before -= 1  # the "Santander" of "Norte de Santander"
    named = before >= 0 and tokens[before].kind == "word" and tokens[before].is_capitalised
    return named and (index > 1 or tokens[0].text.isupper())  # HMS Sheffield


_LINKING: Final = word_set("places", "linking")


def _town(tokens: list[Token], index: int, text: str) -> PlaceMention | None:
    """A town that the gazetteer knows, named without a preposition: "Barda hit by rockets"."""
    if tokens[index].kind != "word" or tokens[index].low in NOT_PLACES or tokens[index].text.isupper():
        return None  # in capitals it is a dateline's
    last = end_of_name(tokens, index)
    name = text[tokens[index].start : tokens[last].end]
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if country_of(name) is None or following in ("said", "says", "-") or _is_person(tokens, last):
        return None
    if index and (tokens[index - 1].low == "the" or tokens[index - 1].low in _OF_PLACE):
        return None  # the Sheffield: a ship; reporters in Geneva, which is no place after its "in"
    return PlaceMention(index, last, name, 2, True)


def _struck(tokens: list[Token], index: int, text: str) -> PlaceMention | None:
    """The Saudi Maternity Hospital was shelled: a building with a name of its own that an attack hit."""
    index += tokens[index].low == "the" and index + 1 < len(tokens)
    last = end_of_name(tokens, index)
    kind = tokens[last].low
    if last == index or kind not in _KINDS or tokens[last].text in _NAMES_OF_GROUPS:
        return None
    after = {token.low for token in tokens[last + 1 : last + 4]}
    hit = after & _ATTACKS and after & _WAS
    return PlaceMention(index, last, text[tokens[index].start : tokens[last].end], 2, True) if hit else None


_ATTACKS: Final = word_set("subject", "attacks")
_WAS: Final = word_set("places", "was")


def _after(tokens: list[Token], preposition: int, people: set[int], text: str) -> PlaceMention | None:
    before = tokens[preposition - 1].low if preposition else ""
    if tokens[preposition].low == "of" and before == "line":
        return None  # crossed the Line of Control
    seats = _TITLES if tokens[preposition].low == "of" else _SEATED
    if before in _NAMED_BY_PLACE or before in seats:
        return (
            None  # the invasion of Ukraine: a war's name; based in Britain, doctors in Aden: somebody's seat
        )
    line = _line(tokens, preposition + 1)
    if line is not None:
        return PlaceMention(
            line[0], line[1], text[tokens[line[0]].start : tokens[line[1]].end], 3, False, True
        )
    side = _side(tokens, preposition)
    if side is not None:
        return PlaceMention(side, side, text[tokens[side].start : tokens[side].end], 3, True)
    low = "in" if _is_part(tokens, preposition) else tokens[preposition].low
    position = preposition + 1
    kind_before = ""
    while position < len(tokens) and position - preposition < _REACH:
        token = tokens[position]
        if _opens_name(tokens, position, people):
            break
        if token.low in _SEATS and _holds_name(tokens, position, people):
            position += 2  # in the capital, Sanaa, two people died
            continue
        if token.low in _KINDS:
            led_on = tokens[position + 1].low == "of" if position + 1 < len(tokens) else False
            if position - 1 in people and low in _STRONG and not led_on:
                return None if token.low in _IDLE else _mention(tokens, position - 1, position, 3, text)
            kind_before = token.low
        elif (
            token.low in _WHOLES and position + 1 < len(tokens) and tokens[position + 1].kind == "possessive"
        ):
            position += 1  # in the country's Maguindanao province
        elif not _leads_to_name(tokens, position, people):
            return None
        position += 1
    else:
        return None
    if position >= len(tokens) or position in people:
        return None
    last = end_of_name(tokens, position)
    if _is_person(tokens, last):
        return None
    if last + 1 < len(tokens) and tokens[last + 1].kind == "possessive":
        return _possessed(tokens, position, last, text)
    last = _with_kind(tokens, last)
    if tokens[last].low in _KINDS and _names_after_of(tokens, last, people):
        position, last = last + 2, _with_kind(tokens, end_of_name(tokens, last + 2))  # in the Arab town of X
    name = text[tokens[position].start : tokens[last].end]
    if tokens[position - 1].low == "the" and not _takes_article(name):
        return None  # in the Belgrano, in the Palace
    if before in _GOVERNING and name in _capitals():
        return None  # the Joint Chiefs of Staff in Washington
    if low == "over" and any(token.low in _WARS for token in tokens[max(preposition - 4, 0) : preposition]):
        strength = 0  # the war with Russia over South Ossetia
    elif before in _WARS and (low in _LOOSE or before != "fighting" or name in polities_by_name()):
        strength = 0
    elif before in _DIRECTIONS and low == "of" and not _has_distance(tokens, preposition):
        strength = 3  # shells fell south of Munigi
    elif low == "for" or (before in _ATTACKED and low == "of"):
        strength = 3  # the battle for Mosul, the bombing of Pa Zi Gyi
    elif low in _LOOSE and not kind_before:
        strength = 1
    else:
        strength = 3 if low in _STRONG else 2
    return _mention(tokens, position, last, strength, text)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(name for polity in polities() for name in polity.capitals)


def _holds_name(tokens: list[Token], seat: int, people: set[int]) -> bool:
    """Whether two commas after a word such as "capital" hold the name of the town."""
    name = seat + 2
    if name >= len(tokens) or tokens[seat + 1].low != "," or not _opens_name(tokens, name, people):
        return False
    following = end_of_name(tokens, name) + 1
    return following >= len(tokens) or tokens[following].low in (",", ".", ")")


def _names_after_of(tokens: list[Token], kind: int, people: set[int]) -> bool:
    return kind + 2 < len(tokens) and tokens[kind + 1].low == "of" and _opens_name(tokens, kind + 2, people)


def _is_part(tokens: list[Token], of: int) -> bool:
    """Whether "of" leads from a part or kind of a place to its name: "five villages of"."""
    before = tokens[of - 1].low if of else ""
    return tokens[of].low == "of" and (before in _PARTS or before.removesuffix("s") in _KINDS)


_WHOLES: Final = word_set("places", "wholes")
_PARTS: Final = word_set("places", "parts")
_GOVERNING: Final = word_set("places", "governing")
_REACH: Final = 7  # tokens that may stand between a preposition and the name
_IDLE: Final = frozenset(load_toml("place_kinds")["idle"])


def _opens_name(tokens: list[Token], position: int, people: set[int]) -> bool:
    token = tokens[position]
    known = position not in people and token.low not in NOT_PLACES and not is_abbreviation(token)
    return token.kind == "word" and known and is_named(token)


def _leads_to_name(tokens: list[Token], position: int, people: set[int]) -> bool:
    """Whether a word can stand between a preposition and a name: "the rebel-held northern", "Syrian"."""
    token = tokens[position]
    leads = token.low in _MODIFIERS or position in people or token.low.endswith(_ADJECTIVES)
    return token.kind == "word" and (leads or token.low == "of")


_ADJECTIVES: Final = ("ous", "ern", "ed", "held", "ly", "run", "led", "controlled")


def _with_kind(tokens: list[Token], last: int) -> int:
    """The end of a name with its kind: Kursk region, Ghuwayran prison; not: the Donbas front."""
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    return last + 1 if following in _KINDS and following not in _LINE_KINDS else last


_NAMES_OF_GROUPS: Final = word_set("places", "names_of_groups")
_LINE_KINDS: Final = word_set("places", "line_kinds")


def _is_place(name: str) -> bool:
    """Whether a name is known for a place's, or says of what kind of place it is."""
    return country_of(name) is not None or _takes_article(name)


def _takes_article(name: str) -> bool:
    """Whether a place's name may follow "the": the Donbas, the Gaza Strip; but a town's does not."""
    kind = name.rsplit(maxsplit=1)[-1]
    is_land = name in polities_by_name() or name in areas()
    return is_land or (kind.lower() in _KINDS and kind not in _NAMES_OF_GROUPS)


def _mention(tokens: list[Token], first: int, last: int, strength: int, text: str) -> PlaceMention:
    name = text[tokens[first].start : tokens[last].end]
    described = _is_described(tokens, last)
    return PlaceMention(first, last, name, max(strength, 2 * described), described or _is_place(name))


def _is_described(tokens: list[Token], last: int) -> bool:
    """Baga, a town on the shore; Jisr al-Haj, a district of Aleppo: an apposition says that it is a place."""
    after = [token.low for token in tokens[last + 1 : last + 6]]
    return after[:1] == [","] and after[1:2] in (["a"], ["an"], ["the"]) and bool(_KINDS & set(after[2:]))


_LOOSE: Final = word_set("places", "loose")
_ATTACKED: Final = word_set("places", "attacked")
_WARS: Final = word_set("places", "wars")  # the place after them only names the war
_NAMED_BY_PLACE: Final = frozenset(("invasion",))
_TITLES: Final = word_set("analysis", "titles")
_SEATED: Final = word_set("places", "seated")
_LINES: Final = PhraseTable((tuple(words.split()), words) for words in word_set("places", "lines"))


def _line(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """On the line of contact, along the front line: a place without a name."""
    if position < len(tokens) and tokens[position].low == "the":
        position += 1
    match = _LINES.at(tokens, position) if position < len(tokens) else None
    return None if match is None else (match.first, match.last)


def _side(tokens: list[Token], preposition: int) -> int | None:
    """In the east, in the rebel-held north: a side for a place; not: in the east of Aleppo."""
    if [token.low for token in tokens[preposition : preposition + 2]] != ["in", "the"]:
        return None
    for position in range(preposition + 2, min(preposition + 4, len(tokens))):
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if tokens[position].low in _DIRECTIONS:
            leads_on = following is not None and (following.low == "of" or is_named(following))
            return None if leads_on else position
    return None


def _possessed(tokens: list[Token], first: int, last: int, text: str) -> PlaceMention | None:
    """In Russia's Kursk region, in Gaza's Shifa hospital: the name that follows the owner's."""
    position = last + 2
    while position < len(tokens) and (tokens[position].low in _MODIFIERS or _leads_on(tokens, position)):
        position += 1
    if position < len(tokens) and is_named(tokens[position]) and tokens[position].low not in NOT_PLACES:
        return _mention(tokens, position, _with_kind(tokens, end_of_name(tokens, position)), 3, text)
    nouns = [token.low for token in tokens[position : position + 3] if token.kind == "word"]
    return _mention(tokens, first, last, 3, text) if _KINDS & set(nouns) else None


def _leads_on(tokens: list[Token], position: int) -> bool:
    """The "province of" of Yemen's central province of Marib."""
    before, low = tokens[position - 1].low, tokens[position].low
    following = tokens[position + 1].low if position + 1 < len(tokens) else ""
    return (low in _KINDS and following == "of") or (low == "of" and before in _KINDS)


_MODIFIERS: Final = word_set("places", "modifiers")
