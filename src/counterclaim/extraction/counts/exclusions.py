"""Numbers that are no counts: dates, ages, measures, labels, years, and what their sentence says of them."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.counts.objects import find_head, noun_at
from counterclaim.extraction.counts.wording import WORDING
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, word_set

_UNITS_AFTER: Final = word_set("counts_exclusions", "units_after")
_LABELS_BEFORE: Final = word_set("counts_exclusions", "labels_before")
OF_THEM: Final = word_set("counts_phrases", "of_them")


def why_not_a_count(view: View, number: Number) -> str:
    """Why a number is no count: a date, an age, a unit, a label …; "" where it may be one."""
    tokens = view.tokens
    start, end = tokens[number.first].start, tokens[number.last].end
    if any(d.start < end and start < d.end for d in view.dates if d.type in ("DATE", "TIME")):
        return "part of a date or time"
    if any(_speaks(tokens, s, number) for s in view.sources):
        return "who speaks"
    before = tokens[number.first - 1].low if number.first else ""
    after = tokens[number.closing + 1].low if number.closing + 1 < len(tokens) else ""
    for test in _TESTS:
        why = test(tokens, number, before, after)
        if why:
            return why
    return ""


def _speaks(tokens: list[Token], source: Attribution, number: Number) -> bool:
    """Two witnesses said; one resident told; according to two sources: a number of those who say it."""
    if source.verb == "according to":
        return source.first <= number.first <= source.last
    if source.verb in _TITLES or not source.last < source.cue:
        return False
    opens = number.first == 0 or tokens[number.first - 1].kind == "mark"
    return source.first <= number.first <= source.last or (opens and number.closing + 1 == source.first)


_TITLES: Final = ("headline", "title")  # a heading's words before its colon may be anything


def _is_glued(tokens: list[Token], number: Number, *_: str) -> str:
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
    if after in ("in", "out") and _is_number_at(tokens, number.closing + 2 + (after == "out")):
        return "a fraction" if number.range.low == 1 or (number.is_word and _of_few(tokens, number)) else ""
    if before == "of" and number.is_word and number.first >= 3 and tokens[number.first - 2].low == "out":
        return "a fraction" if _is_few(tokens, number.first) and _is_few(tokens, number.first - 3) else ""
    return ""


def _of_few(tokens: list[Token], number: Number) -> bool:
    """Three out of four, two in three: small numbers in words, a share and no count."""
    whole = number.closing + 2 + (tokens[number.closing + 1].low == "out")
    return _is_few(tokens, number.first) and _is_few(tokens, whole)


def _is_few(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].low in _FEW


_FEW: Final = word_set("counts_exclusions", "few")


def _is_number_at(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and (
        tokens[index].kind == "number" or tokens[index].low in load_toml("numbers")["cardinals"]
    )


def _is_age(tokens: list[Token], number: Number, before: str, after: str) -> str:
    opener = tokens[number.opening - 1].low if number.opening else ""
    aged = opener == "of" and number.bound is not None and number.opening >= 2
    if aged and tokens[number.opening - 2].low in _AGED_GROUPS:
        return "an age"
    if before in ("aged", "age", "ages") or opener == "aged":
        return "an age"
    value = number.range.headline or 0
    if before == "of" and number.first >= 2 and tokens[number.first - 2].low in _AGED_PEOPLE and value < 110:
        return "an age"
    closers = (",", ")", ".")
    if before == "," and after in closers and value < 110 and number.first >= 2 and not number.is_vague:
        name = tokens[number.first - 2]
        if (
            after == ","
            and (name.low in OF_THEM or noun_at(tokens, number.first - 2) is not None)
            and not number.is_word
        ):
            return "an age"
        followed = tokens[number.closing + 2].low if number.closing + 2 < len(tokens) else ""
        if name.is_capitalised and name.kind == "word" and after == "," and followed != "and":
            return "an age"
    if (
        before == "("
        and after == ")"
        and value < 110
        and number.first >= 2
        and tokens[number.first - 2].is_capitalised
    ):
        return "an age"
    return ""


_AGED_GROUPS: Final = word_set("counts_exclusions", "aged_groups")
_AGED_PEOPLE: Final = word_set("counts_exclusions", "aged_people")


def _is_time(tokens: list[Token], number: Number, before: str, after: str) -> str:
    following = [t.low for t in tokens[number.closing + 1 : number.closing + 5]]
    if following[:3] in (["a", ".", "m"], ["p", ".", "m"]) or after in _CLOCK:
        return "a time of day"
    opener = tokens[number.opening - 1].low if number.opening else ""
    parts_of_day = (
        ["in", "the", "morning"],
        ["in", "the", "afternoon"],
        ["in", "the", "evening"],
        ["at", "night"],
    )
    if opener in ("at", "by", "until") and any(following[: len(part)] == part for part in parts_of_day):
        return "a time of day"
    if before == "at" and ":" in following[:1]:
        return "a time of day"
    return "a time of day" if number.first == 0 and _is_clock(tokens) else ""


_CLOCK: Final = word_set("counts_exclusions", "clock")


def _is_clock(tokens: list[Token]) -> bool:
    """0855 A doctor says …: four figures that open an entry of a live page, before its first word."""
    text = tokens[0].text
    if len(text) != 4 or not text.isdigit() or len(tokens) < 2:
        return False
    return int(text[:2]) < 24 and int(text[2:]) < 60 and tokens[1].is_capitalised


def _is_label(tokens: list[Token], number: Number, before: str, after: str) -> str:
    if number.is_word:
        return ""
    if before in _LABELS_BEFORE and before != "day":
        return "a label"
    if before == "+" and number.first > 1 and tokens[number.first - 2].low == "(":
        return "what was added to the figure before it"
    opens = number.first < 2 or tokens[number.first - 2].kind == "mark"
    if before == "(" and after == ")" and opens:
        return "a number in a series"  # (3) 14 March: 45,000 people
    if number.first > 1 and _is_numbered_name(tokens, number):
        return "a number in a name"
    if number.first and tokens[number.first - 1].text in _NAMES:
        return "a number in a name"
    if before == "day" and number.first >= 1:
        return "the day of a series"
    if after in _UNITS_AFTER:
        return "a measurement"
    return ""


_NAMES: Final = word_set("counts_exclusions", "name_words")  # Operation 1027


def _is_numbered_name(tokens: list[Token], number: Number) -> bool:
    """Infantry Battalions 125 and 289, Directive 51: the number is part of the name."""
    name = tokens[number.first - 1]
    after = tokens[number.closing + 1] if number.closing + 1 < len(tokens) else None
    unit = name.low.rstrip("s") in _NUMBERED
    if name.low == "and" and number.first >= 3:
        unit = tokens[number.first - 3].low.rstrip("s") in _NUMBERED
    return unit and (
        after is None or after.kind == "mark" or after.low in ("of", "and", "in", "on", "was", "were", "lost")
    )


_NUMBERED: Final = word_set("counts_exclusions", "numbered")


def _is_year(tokens: list[Token], number: Number, before: str, after: str) -> str:
    text = tokens[number.first].text
    value = number.range.low or 0
    if (
        number.first == number.last
        and len(text) == 4
        and text.isdigit()
        and 1800 <= value <= 2100
        and number.bound is None
    ) and (before in _BEFORE_YEAR or after in ("war", "conflict", ")", "–")):
        nouns = find_head(tokens, number.closing + 1)
        if nouns is None or before not in ("of", "the", "and", "to", "from", "by", "("):
            return "a year"
    return ""


_BEFORE_YEAR: Final = word_set("counts_exclusions", "before_year")

# The first test with a reason gives it: how a number is written, then what the sentence says with it.
_TESTS: Final = (
    _is_glued,
    _is_percentage,
    _is_age,
    _is_time,
    _is_label,
    _is_year,
    *WORDING,
)
