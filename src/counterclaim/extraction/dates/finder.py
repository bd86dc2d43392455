"""Finds the expressions of time in a text.

Every expression has a word that dates it, its head: a month, a unit, "now", a year. At a head, the words
before it that can open an expression are tried from the left, each with the rules that can begin with it,
in one pattern; the rule that fits then reads the words by its own. No place is tried twice.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from counterclaim.extraction.dates.discourse import Discourse, document_period
from counterclaim.extraction.dates.grammar import expand, heads, openings
from counterclaim.extraction.dates.rules import RULES, Reading, Rule
from counterclaim.extraction.dates.spans import DateSpan
from counterclaim.partial_date import PartialDate

_BEFORE_HEAD = 48  # the most characters of an expression before its first head


def find_dates(
    text: str,
    document_date: PartialDate | date | str | None = None,
    *,
    anchors: Mapping[str, date] | None = None,
) -> list[DateSpan]:
    """Find the expressions of time in an English text and say what each means.

    Values follow TIMEX3 (TimeML 1.2.1): an expression is read from its words, from the dates before
    it and from the document's date.

    Args:
        text: the text; offsets count its characters.
        document_date: the day, month or year in which it was published, if known.
        anchors: first days of events by the event's word in lower case, for "the fourth day of the
            war"; the key "start" serves every event that has no key of its own.

    Returns:
        The spans in text order; they do not overlap.

    Raises:
        ValueError: `document_date` is a text that is not an ISO date.
    """
    discourse = Discourse(text, document_period(document_date), anchors or {})
    spans: list[DateSpan] = []
    waiting: list[tuple[int, _Tries]] = []  # openings since the last head
    done = 0
    tries_of = _tries().get
    for word in _WORD.finditer(text):
        written = word[0]
        tries = tries_of(written)
        if tries is None:
            if written[0] not in _DIGITS:
                continue
            tries = _digit_tries(_is_head_number(written, text, word.end()))
        start = word.start()
        if start < done:
            continue
        waiting.append((start, tries))
        if not tries.is_head:
            continue
        for opening, kinds in waiting:
            if opening < done or opening < start - _BEFORE_HEAD:
                continue
            found = _read_at(opening, kinds, discourse)
            if found:
                spans += found
                done = found[-1].end
        waiting.clear()
    return spans


def _is_head_number(written: str, text: str, end: int) -> bool:
    """Whether a word that begins with a digit may date something without another word."""
    if (len(written) == 4 and written[0] in "12") or not written.isdigit():  # 2014, 27th, 1990s, 8am
        return True
    return text[end : end + 1] in _NUMBER_JOINTS and text[end + 1 : end + 2].isdigit()


def _read_at(start: int, tries: "_Tries", discourse: Discourse) -> list[DateSpan]:
    """The spans of the expression that begins there, if one does; they are noted in the discourse."""
    match = tries.pattern.match(discourse.text, start) if tries.pattern else None
    if match is None:
        return []
    first = int(match.lastgroup[1:])  # type: ignore[index]
    for rule, pattern in tries.rules[first:]:
        own = pattern.match(discourse.text, start)
        spans = _read(rule, own, discourse) if own else []
        if spans:
            return spans
    return []


def _read(rule: Rule, match: re.Match[str], discourse: Discourse) -> list[DateSpan]:
    found = rule.read(match, discourse)
    readings = [found] if isinstance(found, Reading) else found or ()
    spans = []
    for reading in readings:
        if reading.period:
            discourse.note(reading.period, match.start(), explicit=reading.explicit)
        spans.append(_span(rule, match, reading))
    return spans


def _span(rule: Rule, match: re.Match[str], reading: Reading) -> DateSpan:
    start, end = (reading.start, reading.end) if reading.end >= 0 else match.span()
    return DateSpan(
        start,
        end,
        reading.value,
        reading.type,
        reading.from_date,
        reading.to_date,
        reading.precision,
        reading.mod,
        rule.name,
    )


# ------------------------------------------------------------------ what is tried at a word

_WORD = re.compile(r"[^\W_]+")
_DIGITS = frozenset("0123456789")
_NUMBER_JOINTS = frozenset(".:/-")
_Compiled = tuple[Rule, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class _Tries:
    """What a word makes the finder try.

    Attributes:
        is_head: the word can be what dates an expression, so that the openings up to it are tried.
        rules: the rules that can begin with the word, in order, with their patterns.
        pattern: all of them in one, as the groups r0, r1…; None if there are none.
    """

    is_head: bool
    rules: tuple[_Compiled, ...]
    pattern: re.Pattern[str] | None


@cache
def _tries() -> dict[str, _Tries]:
    """What is tried at each word, as written in lower case, with a capital and in capitals."""
    kinds: dict[str, set[str]] = {word: set() for word in heads()}
    for kind, listed in openings().items():
        for word in listed:
            kinds.setdefault(word, set()).add(kind)
    made = {word: _tries_of(frozenset(of), word in heads()) for word, of in kinds.items()}
    forms = ((str.lower, made), (str.capitalize, made), (str.upper, made))
    return {form(word): tries for form, table in forms for word, tries in table.items()}


@cache
def _digit_tries(is_head: bool) -> _Tries:
    return _tries_of(frozenset(("digit",)), is_head)


@cache
def _tries_of(kinds: frozenset[str], is_head: bool) -> _Tries:
    rules = tuple(pair for pair in _compiled() if kinds.intersection(pair[0].opens.split()))
    joined = "|".join(
        f"(?P<r{index}>{expand(rule.pattern, named=False)})" for index, (rule, _) in enumerate(rules)
    )
    return _Tries(is_head, rules, re.compile(joined) if rules else None)


@cache
def _compiled() -> tuple[_Compiled, ...]:
    return tuple((rule, re.compile(expand(rule.pattern, named=True))) for rule in RULES)
