"""Each number of a sentence as a counted phrase: the number and the noun that it counts."""

from dataclasses import dataclass, field
from typing import Final

from counterclaim.count_range import CountRange
from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue, kind_of_object
from counterclaim.extraction.counts.exclusions import OF_THEM, why_not_a_count
from counterclaim.extraction.counts.objects import NOT_COUNTED, Head, find_head, noun_at
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

VICTIMS: Final = "the victims of an attack"
"""The rule of a figure that follows an attack and a colon: Peru massacre: 18, then 14."""


@dataclass(slots=True)
class Counted:
    """A number with the noun phrase that it counts.

    Attributes:
        number: the number.
        head: the noun phrase after it, None where the noun is left out.
        first, last: indices of the phrase's first and last token.
        partitive: whether it counts "of them", "of the dead": a part of what stands before.
        why_not: why it is no count; "" where it may be one.
        expected: the kind of thing that a phrase without a head most likely counts.
        introduced: the cue of the sentence that introduces the list in which it stands.
        introduced_party: the party that that sentence speaks of.
        introduced_by: that sentence's words in lower case, between blanks.
        is_level: whether it is a level that something reached or rose by.
        cue, cost: the measure's cue that it was given, and how far-fetched that is.
        rules: the rules by which it was read so, in words.
    """

    number: Number
    head: Head | None
    first: int
    last: int
    partitive: bool = False
    why_not: str = ""
    cue: Cue | None = None
    cost: float = 99.0
    expected: str = "people"
    introduced: Cue | None = None
    introduced_party: str | None = None
    introduced_by: str = ""
    is_level: bool = False
    rules: list[str] = field(default_factory=list)

    @property
    def object(self) -> str | None:
        """The code of what is counted, None where the head is left out."""
        return self.head.object if self.head else None

    @property
    def range(self) -> CountRange:
        """The numbers that the words allow."""
        return self.number.range


def counted_phrases(view: View, cues: list[Cue], before: str) -> list[Counted]:
    """Every number of a sentence with what it counts.

    Args:
        view: the sentence.
        cues: its measure cues.
        before: the kind of thing that the count before it counted.
    """
    blocked = _verbs(cues) | {n.first for n in view.numbers} | {n.opening for n in view.numbers}
    phrases = [_counted(view, number, blocked, cues) for number in view.numbers]
    expected = before
    for phrase in phrases:
        if phrase.object and not phrase.why_not:
            expected = kind_of_object(phrase.object)
        phrase.expected = expected
    return phrases


def _verbs(cues: list[Cue]) -> frozenset[int]:
    """Indices of verb cues, which a noun phrase cannot go past; participles before a noun may stay."""
    return frozenset(
        cue.first
        for cue in cues
        if cue.form in ("past", "third", "base") or cue.is_passive or cue.role == "undergoer"
    )


def _counted(view: View, number: Number, blocked: frozenset[int], cues: list[Cue]) -> Counted:
    tokens = view.tokens
    why = why_not_a_count(view, number)
    start = number.closing + 1
    if why:
        return Counted(number, None, number.opening, number.closing, why_not=why)
    partitive_end = _partitive_end(tokens, start)
    if partitive_end is not None:
        return _partitive(view, number, partitive_end, blocked)
    if [t.low for t in tokens[max(number.opening - 2, 0) : number.opening]] in (
        ["of", "whom"],
        ["of", "which"],
        ["of", "them"],
    ):
        return Counted(number, None, number.opening - 2, number.closing, partitive=True)
    if any(_is_part_of(view, part, number) for part in view.numbers):
        return Counted(number, None, number.opening, number.closing, why_not=_WHOLE)
    whole = next((whole for whole in view.numbers if _is_part_of(view, number, whole)), None)
    start = whole.closing + 1 if whole else start
    adjective = start if _is_adjective(tokens, start) else -1
    own_blocked = frozenset(i for i in blocked if i >= start and i != adjective)
    start = _skip_more(tokens, start)
    head = (
        _who_number(tokens, number.opening)
        or _qualified(tokens, find_head(tokens, start, own_blocked))
        or _people_named(view, start)
        or _shared_head(view, start)
    )
    if head is not None and head.object == NOT_COUNTED and tokens[head.noun].low == "times":
        cue = next((c for c in cues if "times" in c.of), None)
        if cue is not None:
            head = Head(head.first, head.last, "incident", head.noun)
            return Counted(number, head, number.opening, head.last, cue=cue, cost=0.5)
    if (
        head is not None
        and head.object == NOT_COUNTED
        and any(
            c.first <= head.noun <= c.last <= head.last and c.role == "tally" and c.measure != "same"
            for c in cues
        )
    ):
        head = Head(head.first, head.last, "person", head.noun)
    if head is not None and head.object == NOT_COUNTED:
        noun = tokens[head.noun].text
        return Counted(
            number, head, number.opening, head.last, why_not=f"counts {noun}, not people or things of war"
        )
    if head is not None and _is_shot_down(tokens, head, cues) and not _is_fired(tokens, number):
        return Counted(number, head, number.opening, head.last, why_not="munitions shot down, nobody's loss")
    if number.is_money:
        head = Head(number.first, number.closing, "money", number.closing)
    if head is None:
        head = (
            _head_before(view, number.opening)
            or _inhabitants(tokens, number)
            or _put_at(tokens, number.opening)
            or _number_of(tokens, number.opening)
            or _predicate(tokens, start, own_blocked)
        )
        if head is not None and head.object == "incident" and tokens[number.opening - 1].low == ":":
            head = Head(head.first, head.last, "person", head.noun)
            return Counted(number, head, number.opening, number.closing, rules=[VICTIMS])
        return Counted(number, head, number.opening, number.closing)
    return Counted(number, head, number.opening, head.last)


def _is_adjective(tokens: list[Token], index: int) -> bool:
    """Two burned vehicles, 520 destroyed private cars: a participle between a number and its noun."""
    if index + 1 >= len(tokens) or not tokens[index].low.endswith(("ed", "en", "wn")):
        return False
    head = find_head(tokens, index + 1)
    near = head is not None and head.noun - index <= _BEFORE_NOUN
    return near and head is not None and head.object.startswith(("materiel", "person", "structure"))


_BEFORE_NOUN: Final = 3  # tokens from a participle to the noun that it is an adjective of


def _is_shot_down(tokens: list[Token], head: Head, cues: list[Cue]) -> bool:
    """Intercepted 71 of 103 missiles; 30 rockets were shot down: munitions that missed, no materiel lost."""
    if tokens[head.noun].low not in MUNITIONS:
        return False
    return any(tokens[c.first].low.startswith(("intercept", "shot", "shoot", "down")) for c in cues)


def _is_fired(tokens: list[Token], number: Number) -> bool:
    """Iran fired 180 missiles, most of which were intercepted: the number is of those fired."""
    return any(token.low in _LAUNCHES for token in tokens[max(number.opening - 4, 0) : number.opening])


_LAUNCHES: Final = word_set("counts_party", "launches")
MUNITIONS: Final = word_set("counts_phrases", "munitions")
"""Nouns for what is fired: missiles, rockets, shells."""


def _is_part_of(view: View, part: Number, whole: Number) -> bool:
    """Nine of 15 drones: two numbers over one noun, the part is what is told; "one of five" tells five."""
    joined = part.closing + 2 == whole.opening and view.tokens[part.closing + 1].low == "of"
    return joined and part.range.low != 1


_WHOLE: Final = "the whole of which a part is counted"

_QUALIFIERS: Final = {
    "civilian": "person.civilian",
    "civilians": "person.civilian",
    "military": "person.military",
    "child": "person.child",
    "combat": "person.military",
    "battlefield": "person.military",
}


def _qualified(tokens: list[Token], head: Head | None) -> Head | None:
    """Civilian deaths, military dead: the adjective says whose."""
    if head is None or head.object not in ("person", "person.military"):
        return head
    for token in tokens[head.first : head.noun]:
        code = _QUALIFIERS.get(token.low)
        if code and (head.object == "person" or token.low == "civilian"):
            return Head(head.first, head.last, code, head.noun)
    return head


def _shared_head(view: View, start: int) -> Head | None:
    """44 Armenian and 12 Azeri prisoners: the noun stands after the second number."""
    mention = next((m for m in view.parties if m.first == start and m.how == "demonym"), None)
    if mention is None or mention.last + 2 >= len(view.tokens) or view.tokens[mention.last + 1].low != "and":
        return None
    number = next((n for n in view.numbers if n.opening == mention.last + 2), None)
    head = find_head(view.tokens, number.closing + 1) if number else None
    return (
        Head(start, mention.last, head.object, mention.last) if head and head.object != NOT_COUNTED else None
    )


def _people_named(view: View, start: int) -> Head | None:
    """Sixty Palestinians, 44 Armenians: a people's name in the plural as the head."""
    for mention in view.parties:
        if (
            mention.first == start
            and (mention.how == "demonym" or not mention.is_state)
            and view.tokens[mention.last].low.endswith(("s", "ese", "sh"))
        ):
            return Head(start, mention.last, "person", mention.last)
    return None


_LEVELS: Final = tuple(tuple(words.split()) for words in sorted(word_set("counts_phrases", "levels")))


def _predicate(tokens: list[Token], start: int, blocked: frozenset[int]) -> Head | None:
    """The other 109 were civilians: the predicate says what is counted."""
    if start >= len(tokens) or tokens[start].low not in ("were", "was", "are", "being"):
        return None
    head = find_head(tokens, start + 1, blocked)
    if head is None or head.object == NOT_COUNTED or not head.object.startswith("person"):
        return None
    return Head(start, start, head.object, head.noun) if head.noun - start <= 3 else None


def _head_before(view: View, opening: int) -> Head | None:
    """Tanks make up 3,704; trucks: 35; those displaced number 12: the head stands before the verb."""
    tokens = view.tokens
    for words in _LEVELS:
        start = opening - len(words)
        if start > 0 and tuple(t.low for t in tokens[start:opening]) == words:
            for position in range(max(start - 5, 0), start):
                named = noun_at(tokens, position)
                if view.names_source(position):
                    continue  # police: ten killed in raid
                if named is not None and named[0] == start - 1 and named[1] != NOT_COUNTED:
                    return Head(position, start - 1, named[1], start - 1)
    return None


def _who_number(tokens: list[Token], opening: int) -> Head | None:
    """Guerrillas who numbered about 2,000 set fire to it: the head stands before the relative clause."""
    if (
        opening < 3
        or tokens[opening - 1].low not in ("numbered", "number")
        or tokens[opening - 2].low != "who"
    ):
        return None
    named = noun_at(tokens, opening - 3)
    if named is None or named[1] == NOT_COUNTED:
        return None
    return Head(opening - 3, opening - 1, named[1], opening - 3)


def _inhabitants(tokens: list[Token], number: Number) -> Head | None:
    """Goma, a city of more than a million: the number is of its people."""
    town = number.opening - 2
    many = (number.range.headline or 0) >= _TOWNSPEOPLE
    if town < 0 or not many or tokens[town + 1].low != "of" or tokens[town].low not in _TOWNS:
        return None
    return Head(town, number.closing, "person", town)


_TOWNSPEOPLE: Final = 200  # fewer are no town's
_TOWNS: Final = word_set("counts_placing", "towns")


def _put_at(tokens: list[Token], opening: int) -> Head | None:
    """Experts put the foreign soldiers in the east at 4,000: what the verb puts at a figure."""
    if opening < 2 or tokens[opening - 1].low != "at":
        return None
    near = range(opening - 2, max(opening - _PUT_AT, -1), -1)
    verb = next((i for i in near if tokens[i].low in _PUTS), None)
    if verb is None:
        return None
    start = verb + 1 + (tokens[verb + 1].low in ("the", "its", "their"))
    head = find_head(tokens, start)
    if head is None or head.object == NOT_COUNTED:
        return None
    return Head(verb + 1, opening - 1, head.object, head.noun)


_PUT_AT: Final = 14  # tokens from the verb to its figure
_PUTS: Final = word_set("counts_phrases", "puts")


def _number_of(tokens: list[Token], opening: int) -> Head | None:
    """The number of houses damaged rises from 15 to 27: what the sentence gives the number of."""
    near = range(opening - 2, max(opening - _NUMBER_OF, 0), -1)
    noun = next((i for i in near if tokens[i].low == "of" and tokens[i - 1].low == "number"), None)
    if noun is None or any(token.low in _CLAUSE_ENDS for token in tokens[noun:opening]):
        return None
    head = find_head(tokens, noun + 1)
    if head is None or head.object in (NOT_COUNTED, "person"):
        return None
    return Head(noun, opening - 1, head.object, head.noun)


_NUMBER_OF: Final = 20  # tokens from "the number of" to the figure that it has risen to
_CLAUSE_ENDS: Final = (";", ":", ".")


def _skip_more(tokens: list[Token], start: int) -> int:
    """Step over "more", "other", "further", "additional" after a number: 49 more of its men."""
    while start < len(tokens) and tokens[start].low in (
        "more",
        "other",
        "others",
        "further",
        "additional",
        "such",
        "separate",
    ):
        start += 1
    return start


def _partitive_end(tokens: list[Token], start: int) -> int | None:
    """For "N of them", "N more of its men", "N of the wounded": index of the token after "of"."""
    start = _skip_more(tokens, start)
    if start + 1 < len(tokens) and tokens[start].low == "of":
        following = tokens[start + 1].low
        if following in OF_THEM or following in (
            "the",
            "its",
            "their",
            "his",
            "these",
            "those",
            "her",
            "our",
        ):
            return start + 1
    return None


def _partitive(view: View, number: Number, after_of: int, blocked: frozenset[int]) -> Counted:
    tokens = view.tokens
    if tokens[after_of].low in OF_THEM and (
        after_of + 1 >= len(tokens)
        or noun_at(tokens, after_of + 1) is None
        or tokens[after_of].low in ("whom", "which")
    ):
        return Counted(
            number, _predicate(tokens, after_of + 1, blocked), number.opening, after_of, partitive=True
        )
    if tokens[after_of].low == "them":
        head = find_head(tokens, after_of + 1, blocked - {after_of + 1})
        return Counted(number, head, number.opening, head.last if head else after_of, partitive=True)
    whole = next((n for n in view.numbers if n.opening in (after_of, after_of + 1)), None)
    head = find_head(tokens, whole.closing + 1 if whole else after_of + 1, blocked)  # six of its 20 tanks
    if head is not None and head.object == NOT_COUNTED and tokens[head.noun].low not in ("cases", "case"):
        return Counted(number, head, number.opening, head.last, why_not=f"counts {tokens[head.noun].text}")
    if head is not None and head.object == NOT_COUNTED:
        head = Head(head.first, head.last, "person", head.noun)
    last = head.last if head else after_of
    head = head or _head_before(view, number.opening)
    return Counted(
        number, head, number.opening, last, partitive=tokens[after_of].low in ("the", "these", "those")
    )
