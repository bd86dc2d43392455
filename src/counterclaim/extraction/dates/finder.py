"""Finds the expressions of time in a text.

Every expression has a word that dates it, its head: a month, a unit, "now", a year. At a head, the words
before it that can open an expression are tried from the left, each with the rules that can begin with it,
in one pattern; the rule that fits then reads the words by its own. No place is tried twice.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from counterclaim.extraction.dates.discourse import Discourse, document_period
from counterclaim.extraction.dates.grammar import expand, heads, openings, pieces
from counterclaim.extraction.dates.periods import OffCalendarError
from counterclaim.extraction.dates.rules import RULES, Reading, Rule
from counterclaim.extraction.dates.spans import DateSpan
from counterclaim.extraction.dates.words import phrases
from counterclaim.partial_date import PartialDate

_BEFORE_HEAD: Final = 48  # the most characters of an expression before its first head


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
    done = 0
    for head, openings_before in _heads(text):
        for start, tries in openings_before:
            if start < done or start < head - _BEFORE_HEAD:
                continue
            found = _read_at(start, tries, discourse)
            if found:
                spans += found
                done = found[-1].end
    return spans


def _heads(text: str) -> Iterator[tuple[int, list["_Opening"]]]:
    """The places of heads, each with the words since the last one that can open an expression."""
    waiting: list[_Opening] = []
    held: _Opening | None = None  # an opening that counts only if the next word can go on from it
    end = 0
    for chunk in text.split():
        start = text.find(chunk, end)
        end = start + len(chunk)
        for word in _KNOWN.get(chunk) or _learnt(chunk):
            if held and word.goes_on:
                waiting.append(held)
            tries = word.tries
            held = None if tries is None else (start + word.offset, tries)
            if held is not None and tries is not None and tries.is_head:
                yield held[0], [*waiting, held]
                waiting, held = [], None


# words of each chunk that blanks part: texts use few chunks, often
_KNOWN: Final[dict[str, list["_Word"]]] = {}
_MOST_KNOWN: Final = 1 << 16


def _learnt(chunk: str) -> list["_Word"]:
    """The words of a chunk, which are known from then on; of several that date nothing, one."""
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    words = [_word(match, chunk) for match in _WORD.finditer(chunk)]
    if all(word.tries is None and not word.goes_on for word in words):
        words = words[:1]
    _KNOWN[chunk] = words
    return words


def _word(match: re.Match[str], chunk: str) -> "_Word":
    written = match[0]
    tries = _tries().get(written)
    if tries is None and written[0] in _DIGITS:
        tries = _digit_tries(_is_head_number(written, chunk, match.end()))
    goes_on = (tries is not None and tries.pattern is not None) or written in _inner_words()
    return _Word(match.start(), tries, goes_on)


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
    try:
        found = rule.read(match, discourse)
        readings = [found] if isinstance(found, Reading) else list(found or ())
    except OffCalendarError:  # "last week" on the first day of the year 1
        return []
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

_WORD: Final = re.compile(r"[^\W_]+")
_DIGITS: Final = frozenset("0123456789")
_NUMBER_JOINTS: Final = frozenset(".:/-")
_Opening = tuple[int, "_Tries"]
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


@dataclass(slots=True)
class _Word:
    """A word of a chunk.

    Attributes:
        offset: where it begins in the chunk.
        tries: what it makes the finder try, None for nothing.
        goes_on: whether an expression can go on with it.
    """

    offset: int
    tries: _Tries | None
    goes_on: bool


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
def _inner_words() -> frozenset[str]:
    """Words that can follow an expression's first one: those of the lexicon's phrases and of the patterns.

    Events only end expressions, "the third day of the war": "the war" begins none.
    """
    parts = (piece for name, piece in pieces().items() if name != "event")
    written = (*(rule.pattern for rule in RULES), *parts, *phrases(but="event_days"))
    return frozenset(re.findall(r"[A-Za-z]+", " ".join(written)))


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
