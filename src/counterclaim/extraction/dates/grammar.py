r"""The pieces that rules' patterns are made of, and how a rule is written.

A pattern is a regular expression with three additions: a blank stands for white space with at most
one line break, ``{piece}`` for a piece of the table below, and ``<name>`` or ``<name:piece>`` for a
piece whose words the rule wants by name.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from counterclaim.extraction.dates.words import any_of, words

GAP: Final = r"(?:[ \t\u00a0\u202f]+\n?[ \t]*|\n[ \t]*)"
_DASH: Final = "[-\u2010-\u2014]"
# A day of the month, but not the start of a longer number, a share, a time or a version.
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:(?:st|nd|rd|th)\b)?(?![\d%]|[.:/]\d|,\d{3}(?!\d))"
# What follows a number that counts nothing.
_NOT_COUNTING: Final = (
    r"(?=[,.;:)\]!?]|\s*\Z|\s+(?:in|at|on|when|as|of|and|but|by|with|for|to|after|before|during|that|the|he"
    r"|she|they|it|which|who|while|is|was|were|are|will|had|has|have|(?:19|20)\d\d|[(A-Z“\"]))"
)
# What does not follow an ordinal that is a day: "the 3rd Army", "the 5th and 6th Corps".
_NOT_NAMED: Final = rf"(?!(?:,?{GAP}(?:and|or|to){GAP}(?:the{GAP})?\d+(?:st|nd|rd|th))?{GAP}[A-Z])"
# What follows an adverb, and not a preposition's object.
_NO_OBJECT: Final = r"(?=[,.;:)!?]|\s*\Z|\s+(?:and|but|when|in|at|by|said|that|as|was|were|had)\b)"
_GROUP: Final = re.compile(r"\(\?P<\w+>")
_SLOT: Final = re.compile(r"(?<!P)<([a-z_0-9]+)(?::([a-z_0-9]+))?>|\{([a-z_]+[a-z_0-9]*)\}")


@cache
def pieces() -> dict[str, str]:
    """Named pieces of patterns, of which none has a group that captures."""
    w = words()
    full_months = _shouted(w.months)
    full_weekdays = _shouted(w.weekdays)
    number_word = any_of(set(w.numbers) - {"a", "an"}, gap=GAP)
    spelt = (
        rf"(?:[Aa]{GAP}(?=hundred|thousand))?{number_word}"
        rf"(?:(?:(?:(?<=hundred)|(?<=thousand)){GAP}and{GAP}|{_DASH}|{GAP}){number_word})*"
    )
    counted = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{spelt})"
    and_half = rf"(?:{GAP}and{GAP}a{GAP}(?:half|quarter))?"
    listed = rf"(?: ?{_DASH} ?| ?/ ?|{GAP}(?:to|until|till|through|and|or|&){GAP}|,{GAP})"
    vague = any_of([*w.vague_numbers["words"], *w.vague_numbers["two"]], gap=GAP)
    zone = rf"{any_of(w.zones['words'], gap=GAP)}(?:[+-]\d\d?)?"
    clock_zone = rf"(?:{GAP}?(?:\({zone}\)|{zone})(?:{GAP}local{GAP}time)?)"
    return {
        "dash": _DASH,
        "month": full_months,
        "short_month": rf"{any_of(w.short_months)}(?:\.|\b)",
        "any_month": rf"(?:{full_months}\b|{any_of(w.short_months)}(?:\.|\b))",
        "weekday": full_weekdays,
        "any_weekday": rf"(?:{full_weekdays}|{any_of(w.short_weekdays)}\b\.?)",
        "dd": _DAY,
        "days_before": rf"(?:\d\d?/)?{_DAY}(?:{listed}{_DAY})*",
        "days_after": (
            rf"{_DAY}(?:(?: ?{_DASH} ?|{GAP}(?:to|through|until|till){GAP}){_DAY}"
            rf"|(?:,{GAP}{_DAY})*,?{GAP}(?:and|or|&){GAP}{_DAY}{_NOT_COUNTING})?"
        ),
        "nth": r"(?:[23]?1st|2?2nd|2?3rd|(?:30|2[04-9]|1\d|[4-9])th)\b",
        "iso_month": r"(?:0[1-9]|1[0-2])",
        "iso_day": r"(?:0[1-9]|[12]\d|3[01])",
        "year": r"(?:1\d|2[01])\d\d(?![\d%]|[.,]\d)",
        "short_year": r"['’]\d\d\b",
        "ordinal": rf"(?:{any_of(w.ordinals)}\b|\d{{1,2}}(?:st|nd|rd|th)\b)",
        "count": counted,
        "amount": rf"(?:{vague}|[Aa]n?(?={GAP})|{counted}{and_half}|[Hh]alf{GAP}an?)",
        "unit": rf"{any_of(w.units)}\b",
        "units": rf"(?:{any_of(_plurals())}|{any_of(w.units)})\b",
        "plural": rf"{any_of(_plurals())}\b",
        "season": rf"{any_of([*w.seasons, *map(str.capitalize, w.seasons)])}\b",
        "part": rf"{any_of(w.parts_of_day)}\b",
        "edge": rf"{any_of(w.edges, gap=GAP)}(?:{GAP}|{_DASH})(?:of{GAP})?",
        "comparative": rf"{any_of(w.comparative_edges)}\b",
        "approx": rf"(?:{any_of(w.approximate, gap=GAP)}{GAP}|~{GAP}?)",
        "relative": any_of(w.relative, gap=GAP),
        "anaphoric": any_of(w.anaphoric, gap=GAP),
        "relation": any_of([*w.relative, *w.anaphoric], gap=GAP),
        "not_counting": _NOT_COUNTING,
        "not_named": _NOT_NAMED,
        "shift": rf"(?:{any_of(w.shifts)}\b|{any_of(w.shift_prepositions)}\b{_NO_OBJECT})",
        "way": any_of(w.ways, opens=False),
        "day_word": rf"{any_of(w.day_words)}\b",
        "decade_word": rf"{any_of(w.decades)}\b",
        "reference": rf"{any_of(w.references, gap=GAP)}\b",
        "vague_period": any_of(w.vague_periods, gap=GAP),
        "holiday": rf"{any_of(w.holidays, gap=GAP)}\b",
        "event": rf"{any_of(w.event_days['words'])}\b",
        "zone": clock_zone,
        "clock": (
            r"(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?"
            + GAP
            + r"?(?:[ap]\.m\.?|[ap]m\b|[AP]M\b|[AP]\.M\.?)"
            + rf"|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]){clock_zone}?"
            + rf"|(?:[01]\d|2[0-4])[0-5]\d{clock_zone}"
            + rf"|(?:1[0-2]|[1-9]){GAP}o['’]clock)"
        ),
        "clock_word": rf"{any_of(w.clock_words)}\b",
    }  # fmt: skip


def _shouted(names: Iterable[str]) -> str:
    return any_of(shouted(names))


def shouted(names: Iterable[str]) -> set[str]:
    """Names as written, and in capitals."""
    listed = list(names)
    return {*listed, *(name.upper() for name in listed)}


def _plurals() -> list[str]:
    w = words()
    return [w.irregular_plurals.get(unit, f"{unit}s") for unit in w.units]


@cache
def openings() -> dict[str, frozenset[str]]:
    """The kinds of word with which an expression can begin, in lower case."""
    w = words()
    numbers = (*w.numbers, *w.vague_numbers["words"], *w.vague_numbers["two"], "half", "once", "twice")
    return {
        "the": frozenset(("the", "these", "those")),
        "number": _first_words(numbers),
        "approx": _first_words(w.approximate),
        "edge": _first_words(w.edges),
        "comparative": _first_words(w.comparative_edges),
        "relation": _first_words((*w.relative, *w.anaphoric)),
        "way": frozenset(w.ways),
        "month": _first_words((*w.months, *w.short_months)),
        "weekday": _first_words((*w.weekdays, *w.short_weekdays))
        | {f"{name.lower()}s" for name in w.weekdays},
        "season": _first_words(w.seasons),
        "part": _first_words(w.parts_of_day),
        "clock_word": _first_words(w.clock_words),
        "day_word": _first_words(w.day_words),
        "holiday": _first_words(w.holidays),
        "reference": _first_words(w.references),
        "vague_period": _first_words(w.vague_periods),
        "ordinal": _first_words(w.ordinals),
        "every": frozenset(("every", "each")),
        "day": frozenset(("day",)),
        "unit": frozenset(_plurals()),
        "fiscal": frozenset(("fiscal", "year", "fy")),
        "year_end": frozenset(("year", "month")),
        "short_quarter": frozenset(("q1", "q2", "q3", "q4", "h1", "h2")),
        "current": frozenset(("current",)),
        "overnight": frozenset(("overnight",)),
        "digit": frozenset(),  # a word that begins with a digit
    }


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(re.split(r"[ '-]", phrase)[0].lower() for phrase in phrases)


@cache
def heads() -> frozenset[str]:
    """Words of which every expression without digits has one, in lower case."""
    w = words()
    phrases = (*w.references, *w.holidays, *w.day_words, *w.event_days["words"])
    names = (
        *w.months,
        *w.short_months,
        *w.weekdays,
        *w.short_weekdays,
        *w.seasons,
        *w.parts_of_day,
        *w.clock_words,
    )
    others = ("current", "overnight", "half", "hours", "period", "m", "am", "pm", "clock", "term")
    last_words = {re.split(r"[ '-]", phrase)[-1] for phrase in phrases}
    listed = {
        *last_words,
        *names,
        *others,
        *w.decades,
        *w.units,
        *_plurals(),
        *(f"{name}s" for name in w.weekdays),
    }
    return frozenset(word.lower() for word in listed)


def expand(template: str, *, named: bool) -> str:
    """Write a rule's pattern out as a regular expression, with or without its named groups."""

    def fill(slot: re.Match[str]) -> str:
        name, piece, plain = slot.groups()
        inner = pieces()[plain or piece or name]
        return f"(?P<{name}>{inner})" if name and named else f"(?:{inner})"

    if not named:
        template = _GROUP.sub("(?:", template)
    return _SLOT.sub(fill, template.replace(" ", GAP))
