"""Each number of a sentence as a counted phrase: the number, its head, and why it may be no count."""

from dataclasses import dataclass, field

from counterclaim.count_range import CountRange
from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue, kind_of_object
from counterclaim.extraction.counts.objects import NOT_COUNTED, Head, find_head, lexicon, noun_at
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_UNITS_AFTER = word_set("counts_phrases", "units_after")
_LABELS_BEFORE = word_set("counts_phrases", "labels_before")
_LABELS_BEFORE |= frozenset(
    [
        "area",
        "brigade",
        "division",
        "battalion",
        "unit",
        "flight",
        "school",
        "route",
        "highway",
        "room",
        "channel",
        "#",
    ]
)
_OF_THEM = word_set("counts_phrases", "of_them")


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
        cue, cost: the measure's cue that it was given, and how far-fetched that is.
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
    tokens = view.tokens
    blocked = _verbs(cues, tokens) | {n.first for n in view.numbers} | {n.opening for n in view.numbers}
    phrases = [_counted(view, number, blocked, cues) for number in view.numbers]
    expected = before
    for phrase in phrases:
        if phrase.object and not phrase.why_not:
            expected = kind_of_object(phrase.object)
        phrase.expected = expected
    return phrases


def _verbs(cues: list[Cue], tokens: list[Token]) -> frozenset[int]:
    """Indices of verb cues, which a noun phrase cannot go past; participles before a noun may stay."""
    return frozenset(
        cue.first
        for cue in cues
        if cue.form in ("past", "third", "base") or cue.is_passive or cue.role == "undergoer"
    )


def _counted(view: View, number: Number, blocked: frozenset[int], cues: list[Cue]) -> Counted:
    tokens = view.tokens
    why = _why_not_a_count(view, number)
    start = number.closing + 1
    if why:
        return Counted(number, None, number.opening, number.closing, why_not=why)
    partitive_end = _partitive_end(tokens, start)
    if partitive_end is not None:
        return _partitive(tokens, number, start, partitive_end, blocked)
    if [t.low for t in tokens[max(number.opening - 2, 0) : number.opening]] in (
        ["of", "whom"],
        ["of", "which"],
        ["of", "them"],
    ):
        return Counted(number, None, number.opening - 2, number.closing, partitive=True)
    own_blocked = frozenset(i for i in blocked if i > number.closing)
    start = _skip_more(tokens, start)
    head = (
        _qualified(tokens, find_head(tokens, start, own_blocked))
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
        and any(head.first <= c.first and c.last <= head.last and c.role == "tally" for c in cues)
    ):
        head = Head(head.first, head.last, "person", head.noun)
    if head is not None and head.object == NOT_COUNTED:
        noun = tokens[head.noun].text
        return Counted(
            number, head, number.opening, head.last, why_not=f"counts {noun}, not people or things of war"
        )
    if number.is_money:
        head = Head(number.first, number.closing, "money", number.closing)
    if head is None:
        head = _head_before(tokens, number.opening)
        return Counted(number, head, number.opening, number.closing)
    return Counted(number, head, number.opening, head.last)


_QUALIFIERS = {"civilian": "person.civilian", "civilians": "person.civilian", "military": "person.military",
               "child": "person.child", "combat": "person.military", "battlefield": "person.military"}  # fmt: skip


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


_LEVELS = (("number",), ("numbers",), ("numbered",), ("make", "up"), ("makes", "up"), ("made", "up"), ("account", "for"),
           ("accounts", "for"), ("accounted", "for"), ("total",), ("totals",), ("totalled",), ("totaled",), ("amount", "to"),
           ("amounts", "to"), ("amounted", "to"), ("numbering",), ("totalling",), (":",), ("stand", "at"), ("stood", "at"),
           ("stands", "at"), ("came", "to"), ("comes", "to"))  # fmt: skip


def _head_before(tokens: list[Token], opening: int) -> Head | None:
    """Tanks make up 3,704; trucks: 35; those displaced number 12: the head stands before the verb."""
    for words in _LEVELS:
        start = opening - len(words)
        if start > 0 and tuple(t.low for t in tokens[start:opening]) == words:
            for position in range(max(start - 5, 0), start):
                named = noun_at(tokens, position)
                if named is not None and named[0] == start - 1 and named[1] != NOT_COUNTED:
                    return Head(position, start - 1, named[1], start - 1)
    return None


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
        if following in _OF_THEM or following in (
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


def _partitive(
    tokens: list[Token], number: Number, start: int, after_of: int, blocked: frozenset[int]
) -> Counted:
    if tokens[after_of].low in _OF_THEM and (
        after_of + 1 >= len(tokens)
        or noun_at(tokens, after_of + 1) is None
        or tokens[after_of].low in ("whom", "which")
    ):
        return Counted(number, None, number.opening, after_of, partitive=True)
    if tokens[after_of].low == "them":
        head = find_head(tokens, after_of + 1, blocked - {after_of + 1})
        return Counted(number, head, number.opening, head.last if head else after_of, partitive=True)
    head = find_head(tokens, after_of + 1, blocked)
    if head is not None and head.object == NOT_COUNTED and tokens[head.noun].low not in ("cases", "case"):
        return Counted(number, head, number.opening, head.last, why_not=f"counts {tokens[head.noun].text}")
    if head is not None and head.object == NOT_COUNTED:
        head = Head(head.first, head.last, "person", head.noun)
    last = head.last if head else after_of
    head = head or _head_before(tokens, number.opening)
    return Counted(
        number, head, number.opening, last, partitive=tokens[after_of].low in ("the", "these", "those")
    )


# ---------------------------------------------------------------- numbers that are no counts


def _why_not_a_count(view: View, number: Number) -> str:
    """Why a number is no count: a date, an age, a unit, a label …; "" where it may be one."""
    tokens = view.tokens
    start, end = tokens[number.first].start, tokens[number.last].end
    if any(d.start < end and start < d.end for d in view.dates if d.type in ("DATE", "TIME")):
        return "part of a date or time"
    before = tokens[number.first - 1].low if number.first else ""
    after = tokens[number.closing + 1].low if number.closing + 1 < len(tokens) else ""
    for test in (_is_glued, _is_percentage, _is_age, _is_time, _is_label, _is_year, _is_idiom):
        why = test(tokens, number, before, after)
        if why:
            return why
    return ""


def _is_glued(tokens: list[Token], number: Number, before: str, after: str) -> str:
    """Part of a compound or a code: 4-4, 24-hour, 9/11."""
    last = tokens[number.last]
    if number.last + 1 < len(tokens) and tokens[number.last + 1].start == last.end:
        following = tokens[number.last + 1]
        beyond = tokens[number.last + 2] if number.last + 2 < len(tokens) else None
        if following.low == "-" and beyond and beyond.start == following.end and beyond.kind == "word":
            return "part of a compound"
        if (
            following.low in ("/", ":")
            and beyond
            and beyond.kind == "number"
            and beyond.start == following.end
        ):
            return "part of a code or score"
    if number.first >= 2 and tokens[number.first - 1].end == tokens[number.first].start:
        if (
            tokens[number.first - 1].low in ("/", ":", "#")
            and tokens[number.first - 2].end == tokens[number.first - 1].start
        ):
            return "part of a code or score"
        if tokens[number.first - 1].low == "#":
            return "a number in a series"
    return ""


def _is_percentage(tokens: list[Token], number: Number, before: str, after: str) -> str:
    if after in ("%", "percent", "pc", "percentage", "°"):
        return "a percentage"
    if (
        after == "per"
        and number.closing + 2 < len(tokens)
        and tokens[number.closing + 2].low in ("cent", "capita")
    ):
        return "a percentage"
    if (
        after in ("in", "out")
        and number.range.low == 1
        and _is_number_at(tokens, number.closing + 2 + (after == "out"))
    ):
        return "a fraction"
    return ""


def _is_number_at(tokens: list[Token], index: int) -> bool:
    from counterclaim.lexicon import load_toml

    return index < len(tokens) and (
        tokens[index].kind == "number" or tokens[index].low in load_toml("numbers")["cardinals"]
    )


def _is_age(tokens: list[Token], number: Number, before: str, after: str) -> str:
    if before in ("aged", "age", "ages"):
        return "an age"
    value = number.range.headline or 0
    if before == "of" and number.first >= 2 and tokens[number.first - 2].low in _AGED_PEOPLE and value < 110:
        return "an age"
    closers = (",", ")", ".")
    if before == "," and after in closers and value < 110 and number.first >= 2 and not number.is_vague:
        name = tokens[number.first - 2]
        if (
            after == ","
            and (name.low in _OF_THEM or noun_at(tokens, number.first - 2) is not None)
            and not number.is_word
        ):
            return "an age"
        followed = tokens[number.closing + 2].low if number.closing + 2 < len(tokens) else ""
        if name.is_capitalised and name.kind == "word" and after == "," and followed not in ("and",):
            return "an age"
    if after in ("and",) and before in ("between",):
        return ""
    if (
        before == "("
        and after == ")"
        and value < 110
        and number.first >= 2
        and tokens[number.first - 2].is_capitalised
    ):
        return "an age"
    return ""


_AGED_PEOPLE = word_set("counts_phrases", "aged_people")


def _is_time(tokens: list[Token], number: Number, before: str, after: str) -> str:
    following = [t.low for t in tokens[number.closing + 1 : number.closing + 5]]
    if following[:3] in (["a", ".", "m"], ["p", ".", "m"]) or after in (
        "am",
        "pm",
        "a.m",
        "p.m",
        "a.m.",
        "p.m.",
        "gmt",
        "utc",
    ):
        return "a time of day"
    if before == "at" and ":" in following[:1]:
        return "a time of day"
    return ""


def _is_label(tokens: list[Token], number: Number, before: str, after: str) -> str:
    if number.is_word:
        return ""
    if before in _LABELS_BEFORE and before != "day":
        return "a label"
    if number.first > 1 and _is_numbered_name(tokens, number):
        return "a number in a name"
    if before == "day" and number.first >= 1:
        return "the day of a series"
    if after in _UNITS_AFTER:
        return "a measurement"
    return ""


def _is_numbered_name(tokens: list[Token], number: Number) -> bool:
    """Infantry Battalions 125 and 289, Directive 51: a capitalised common noun takes the number as its name."""
    name = tokens[number.first - 1]
    after = tokens[number.closing + 1] if number.closing + 1 < len(tokens) else None
    unit = name.low.rstrip("s") in _NUMBERED
    if name.low == "and" and number.first >= 3:
        unit = tokens[number.first - 3].low.rstrip("s") in _NUMBERED
    return unit and (
        after is None or after.kind == "mark" or after.low in ("of", "and", "in", "on", "was", "were", "lost")
    )


_NUMBERED = word_set("counts_phrases", "numbered")


def _is_year(tokens: list[Token], number: Number, before: str, after: str) -> str:
    text = tokens[number.first].text
    value = number.range.low or 0
    if (
        number.first == number.last
        and len(text) == 4
        and text.isdigit()
        and 1800 <= value <= 2100
        and number.bound is None
    ):
        if before in (
            "in",
            "of",
            "since",
            "from",
            "until",
            "by",
            "during",
            "before",
            "after",
            "–",
            "-",
            "early",
            "late",
            "mid",
            "summer",
            "autumn",
            "winter",
            "spring",
            "(",
            "the",
            "to",
            "year",
            "between",
            "and",
        ) or after in ("war", "conflict", ")", "–"):
            nouns = find_head(tokens, number.closing + 1)
            if nouns is None or before not in ("of", "the", "and", "to", "from", "by", "("):
                return "a year"
    return ""


def _is_idiom(tokens: list[Token], number: Number, before: str, after: str) -> str:
    """Words that look like numbers and count nothing: one another, no one, one of the worst."""
    low = tokens[number.first].low
    if low not in ("one", "two", "three", "zero", "scores", "score", "several", "couple", "second"):
        return ""
    if low == "one":
        if after in (
            "another",
            "more",
            "side",
            "day",
            "can",
            "must",
            "should",
            "could",
            "might",
            "who",
            "such",
            "other",
        ):
            return "" if after in ("more", "who") and _has_person_near(tokens, number) else "an idiom"
        if before in (
            "no",
            "any",
            "every",
            "some",
            "each",
            "this",
            "that",
            "which",
            "only-",
            "latest",
            "new",
            "last",
            "first",
            "next",
        ):
            return "a pronoun"
        if after == "of" and number.closing + 3 < len(tokens) and tokens[number.closing + 2].low == "the":
            superlative = tokens[number.closing + 3].low
            if superlative.endswith("est") or superlative in (
                "most",
                "many",
                "few",
                "main",
                "first",
                "last",
                "main",
                "worst",
                "best",
            ):
                return "an idiom"
        if before in ("as", "the", "than") and after in ("that", "which", "in", ",", "."):
            return "a pronoun"
    if low in ("two", "three", "four") and after in (
        "sides",
        "parties",
        "countries",
        "states",
        "nations",
        "leaders",
    ):
        return f"counts {after}"
    return ""


def _has_person_near(tokens: list[Token], number: Number) -> bool:
    return any(noun_at(tokens, i) for i in range(number.closing + 1, min(number.closing + 4, len(tokens))))


__all__ = ["Counted", "counted_phrases", "lexicon"]
