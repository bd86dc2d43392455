"""Each number of a sentence as a counted phrase: the number and the noun that it counts."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from counterclaim.count_range import CountRange
from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue, kind_of_object
from counterclaim.extraction.counts.exclusions import OF_THEM, why_not_a_count
from counterclaim.extraction.counts.heads import (
    head_before,
    inhabitants,
    listed_before,
    number_of,
    put_at,
    who_number,
)
from counterclaim.extraction.counts.objects import (
    FIGHTERS,
    NOT_COUNTED,
    STOPS,
    Head,
    find_head,
    lexicon,
    noun_at,
)
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
        told: indices of the tokens that tell what befell them, where those are not the ones around it.
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
    told: tuple[int, int] | None = None

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
    if _is_one_of_uncounted(view, number, blocked):
        return Counted(number, None, number.opening, number.closing, why_not=_ONE_OF_UNCOUNTED)
    whole = next((whole for whole in view.numbers if _is_part_of(view, number, whole)), None)
    start = whole.closing + 1 if whole else start
    adjective = start if _is_adjective(tokens, start) else -1
    own_blocked = frozenset(i for i in blocked if i >= start and i != adjective)
    start = _skip_more(tokens, start)
    if start < len(tokens) and tokens[start].low in _CLOSING:
        start += 1  # "more than 200" Ethiopians
    found = find_head(tokens, start, own_blocked)
    head = (
        who_number(tokens, number.opening)
        or _shared_strikes(view, start)
        or _qualified(tokens, found if number.range.low == 1 else _of_attacks(tokens, found))
        or _of_two_kinds(tokens, start, own_blocked)
        or _shared_head(view, start)
        or _people_named(view, start)
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
    if head is not None and _are_jets(tokens, head):
        head = Head(head.first, head.last, "materiel.aircraft", head.noun)
    if head is not None and _is_run_over(tokens, number, head):
        return Counted(number, head, number.opening, head.last, why_not="mines that were driven onto")
    if number.is_money:
        head = Head(number.first, number.closing, "money", number.closing)
    if head is None:
        head = (
            head_before(view, number.opening)
            or listed_before(view, number)
            or inhabitants(tokens, number)
            or put_at(tokens, number.opening)
            or number_of(tokens, number.opening)
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


def _are_jets(tokens: list[Token], head: Head) -> bool:
    """The Air Force lost two fighters; shot down two fighters: machines, not men."""
    if head.first != head.noun or tokens[head.noun].low not in FIGHTERS:
        return False
    before = [token.low for token in tokens[: head.first]]
    return ("air", "force") in pairwise(before) or ("shot", "down") in pairwise(before)


def _is_shot_down(tokens: list[Token], head: Head, cues: list[Cue]) -> bool:
    """Intercepted 71 of 103 missiles; 30 rockets were shot down: munitions that missed, no materiel lost."""
    if tokens[head.noun].low not in MUNITIONS:
        return False
    return any(tokens[c.first].low.startswith(("intercept", "shot", "shoot", "down")) for c in cues)


def _is_run_over(tokens: list[Token], number: Number, head: Head) -> bool:
    """Their car struck two anti-tank mines: what did the harm."""
    before = tokens[number.opening - 1].low if number.opening else ""
    return tokens[head.noun].low in MUNITIONS and before in ("hit", "over", "struck", "onto")


def _is_fired(tokens: list[Token], number: Number) -> bool:
    """Iran fired 180 missiles, most of which were intercepted: the number is of those fired."""
    return any(token.low in _LAUNCHES for token in tokens[max(number.opening - 4, 0) : number.opening])


_LAUNCHES: Final = word_set("counts_party", "launches")
MUNITIONS: Final = word_set("counts_phrases", "munitions")
"""Nouns for what is fired: missiles, rockets, shells."""


def _is_part_of(view: View, part: Number, whole: Number) -> bool:
    """Nine of 15 drones: two numbers over one noun, the part is what is told; "one of five" tells five."""
    return _is_joined(view, part, whole) and part.range.low != 1


def _is_joined(view: View, part: Number, whole: Number) -> bool:
    return part.closing + 2 == whole.opening and view.tokens[part.closing + 1].low == "of"


def _is_one_of_uncounted(view: View, one: Number, blocked: frozenset[int]) -> bool:
    """Sulu, one of five provinces: one of what is no people or things of war."""
    whole = next((n for n in view.numbers if _is_joined(view, one, n)), None) if one.range.low == 1 else None
    if whole is None:
        return False
    head = find_head(view.tokens, whole.closing + 1, blocked)
    return head is not None and head.object == NOT_COUNTED


_CLOSING: Final = ('"', "”", "’")
_WHOLE: Final = "the whole of which a part is counted"
_ONE_OF_UNCOUNTED: Final = "one of what is not people or things of war"

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


def _of_attacks(tokens: list[Token], head: Head | None) -> Head | None:
    """Two gun attacks, three drone strikes: the word that looks like a verb is the noun."""
    if head is None or head.last != head.noun or head.last + 1 >= len(tokens):
        return head
    noun = noun_at(tokens, head.last + 1)
    if noun is None or noun[1] != "incident" or tokens[head.noun].low not in lexicon().singular:
        return head
    return Head(head.first, noun[0], "incident", noun[0]) if tokens[noun[0]].low.endswith("s") else head


def _of_two_kinds(tokens: list[Token], start: int, blocked: frozenset[int]) -> Head | None:
    """Two suicide and gun attacks: two words that tell of what kind, before the one noun."""
    kinds = tokens[start : start + 3]
    if [token.kind for token in kinds] != ["word"] * 3 or kinds[1].low != "and":
        return None
    if kinds[0].low in STOPS or kinds[2].low in STOPS or not blocked.isdisjoint((start, start + 2)):
        return None
    head = _of_attacks(tokens, find_head(tokens, start + 2, blocked))
    return Head(start, head.last, head.object, head.noun) if head is not None else None


def _shared_strikes(view: View, start: int) -> Head | None:
    """Three missile and 62 air strikes: what stands after the first number tells of what kind they are."""
    tokens = view.tokens
    if start + 2 >= len(tokens) or tokens[start + 1].low != "and":
        return None
    number = next((n for n in view.numbers if n.opening == start + 2), None)
    if number is None or tokens[start].low not in lexicon().singular:
        return None
    head = find_head(tokens, number.closing + 1)
    return Head(start, start, "incident", start) if head is not None and head.object == "incident" else None


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


def _predicate(tokens: list[Token], start: int, blocked: frozenset[int]) -> Head | None:
    """The other 109 were civilians: the predicate says what is counted."""
    if start >= len(tokens) or tokens[start].low not in ("were", "was", "are", "being"):
        return None
    if start + 1 in blocked:
        return None  # another 29 were wounded
    head = find_head(tokens, start + 1, blocked)
    if head is None or head.object == NOT_COUNTED or not head.object.startswith("person"):
        return None
    return Head(start, start, head.object, head.noun) if head.noun - start <= 3 else None


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
    head = head or head_before(view, number.opening)
    return Counted(
        number, head, number.opening, last, partitive=tokens[after_of].low in ("the", "these", "those")
    )
