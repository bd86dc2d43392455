"""The figures in a cell: what they allow, and the words beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from counterclaim.count_range import CountRange
from counterclaim.extraction.counts.objects import NOT_COUNTED, noun_at
from counterclaim.extraction.numbers import Number, find_numbers
from counterclaim.extraction.tables.dates import is_month
from counterclaim.extraction.tables.grid import Cell
from counterclaim.extraction.tables.words import table_words
from counterclaim.extraction.tokens import Token, tokenise

Span = tuple[int, int]

_MARKS = re.compile(
    r"(?:\s*(?:\[[^\[\]]{1,20}\]|\{\w{1,4}\}|[*†‡§¶^#]+|[¹²³⁰⁴-⁹ᵃ-ᶻ]+|\((?:[a-z]|i{1,3}|note \w+)\)))+\Z",
    re.IGNORECASE,
)
"""Marks of footnotes behind a figure."""
_MARKS_BEFORE = re.compile(r"[*†‡§¶^]+\s*")

_PLAIN = r"\d{1,3}(?:[,’'\u202f\u00a0 ]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?"
_FIGURE = re.compile(
    rf"""(?P<sign>>=|<=|[~≈<>≤≥±+−-]|(?:c|ca|circa|approx|approximately|about|around|some|est|estimated)\b\.?)?\s*
    (?P<money>(?:US)?\$|[€£¥₴₽])?\s*
    (?P<low>{_PLAIN})
    (?:\s*(?:[-–—]|to)\s*(?P<high>{_PLAIN}))?
    (?P<after>\s*(?:\+|\(est\.?\)|est\.?|approx\.?))?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:[,’'\u202f\u00a0 ]\d{3})+\Z")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")

_OPEN = {">": ("more_than", 1), ">=": ("at_least", 0), "≥": ("at_least", 0)}
_CAPPED = {"<": ("fewer_than", 1), "<=": ("at_most", 0), "≤": ("at_most", 0)}
_MINUS = frozenset("-−")
_SHARES = frozenset(("%", "percent"))
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a cell.

    Attributes:
        start, end: offsets of the figure with the words that bound it.
        anchor: offset of the number itself.
        range: the numbers that it allows.
        rule: what bounds it; "number as written" where nothing does.
        labels: offsets of the words in the cell that say what it counts.
        is_addition: whether a plus before it says that it was added to a toll.
        is_money: whether a sign of currency stands before it.
    """

    start: int
    end: int
    anchor: int
    range: CountRange
    rule: str = "number as written"
    labels: tuple[Span, ...] = ()
    is_addition: bool = False
    is_money: bool = False


@dataclass(slots=True)
class Reading:
    """What a cell gives: its figures, and the numbers in it that are none, with why."""

    figures: list[Figure] = field(default_factory=list)
    passed: list[tuple[int, int, str]] = field(default_factory=list)


def is_blank(text: str) -> bool:
    """Whether a cell says that it has no figure: empty, a dash, "n/a", "unknown"."""
    inner = _MARKS.sub("", text).strip()
    return inner.lower() in table_words().blanks or not inner


def is_figure(text: str) -> bool:
    """Whether a cell is one figure, with its bounds and marks, and nothing else."""
    inner = _MARKS.sub("", _MARKS_BEFORE.sub("", text))
    return bool(_FIGURE.match(inner)) or inner.lower() in table_words().zeros


def is_dotted(text: str) -> bool:
    """Whether a cell may be a number whose thousands are set off by full stops: 2.317."""
    return bool(_DOTTED.match(_MARKS.sub("", text)))


def figures_in(cell: Cell, factor: int = 1, *, dotted: bool = False) -> Reading:
    """Read a cell.

    Args:
        cell: the cell.
        factor: what its figures are to be multiplied by, as a heading says ("in thousands").
        dotted: whether full stops set off thousands in its column.
    """
    if is_blank(cell.text):
        return Reading()
    before = _MARKS_BEFORE.match(cell.text)
    start = cell.start + (before.end() if before else 0)
    inner = _MARKS.sub("", cell.text[start - cell.start :])
    if inner.lower() in table_words().zeros:
        return Reading([Figure(start, start + len(inner), start, CountRange.exactly(0), "a word for none")])
    match = _FIGURE.match(inner)
    return _plain(match, start, factor, dotted) if match else _worded(inner, start, factor)


# ------------------------------------------------------------ a figure by itself


def _plain(match: "re.Match[str]", offset: int, factor: int, dotted: bool) -> Reading:
    start, end = offset, offset + match.end()
    sign = (match["sign"] or "").lower()
    low = _value(match["low"], factor, dotted)
    high = _value(match["high"], factor, dotted) if match["high"] else low
    if sign in _MINUS:
        return Reading(passed=[(start, end, "a negative number")])
    if low is None or high is None:
        return Reading(passed=[(start, end, "not a whole number")])
    if low > high:
        return Reading(passed=[(start, end, "two numbers that are no range")])
    range_, rule = _bounded(low, high, sign, (match["after"] or "").strip().lower())
    anchor = offset + match.start("low")
    return Reading([Figure(start, end, anchor, range_, rule, (), sign == "+", bool(match["money"]))])


def _value(digits: str, factor: int, dotted: bool) -> int | None:
    """The whole number that some digits stand for, None where they are a fraction."""
    if _GROUPED.match(digits):
        value = float(re.sub(r"\D", "", digits))
    elif _DOTTED.match(digits) and (dotted or digits.count(".") > 1):
        value = float(digits.replace(".", ""))
    else:
        value = float(digits.replace(",", "."))
    product = round(value * factor, 3)
    return int(product) if product == int(product) else None


def _bounded(low: int, high: int, sign: str, after: str) -> tuple[CountRange, str]:
    if sign in _OPEN:
        rule, step = _OPEN[sign]
        return CountRange(low + step, None), rule
    if sign in _CAPPED:
        rule, step = _CAPPED[sign]
        return CountRange(None, high - step), rule
    if after == "+":
        return CountRange(low, None), "at_least"
    if (sign and sign != "+") or after:
        return CountRange(low, high, approx=True), "about"
    return CountRange(low, high), "number as written" if low == high else "a range"


# ------------------------------------------------------------ figures among words


def _worded(inner: str, offset: int, factor: int) -> Reading:
    """Figures with words about them: "3,825 killed", "62 (destroyed: 38, damaged: 3)", "at least 541"."""
    tokens = tokenise(inner)
    numbers = find_numbers(tokens)
    gaps = _gaps(tokens, numbers)
    reading = Reading(passed=list(_fractions(tokens, numbers, offset)))
    for index, number in enumerate(numbers):
        labels = _labels(tokens, gaps, index)
        added = number.opening > 0 and tokens[number.opening - 1].low == "+"
        why = _why_not(tokens, number, index, is_told=added or bool(labels))
        start, end = offset + tokens[number.opening].start, offset + tokens[number.closing].end
        if why:
            reading.passed.append((start, end, why))
            continue
        spans = tuple((offset + tokens[first].start, offset + tokens[last].end) for first, last in labels)
        rule = number.bound or "number as written"
        anchor = offset + tokens[number.first].start
        range_ = _scaled(number.range, factor)
        reading.figures.append(Figure(start, end, anchor, range_, rule, spans, added, number.is_money))
    return reading


def _fractions(tokens: list[Token], numbers: list[Number], offset: int) -> Iterator[tuple[int, int, str]]:
    """The numbers that are no whole ones."""
    whole = {index for number in numbers for index in range(number.first, number.last + 1)}
    for index, token in enumerate(tokens):
        if token.kind == "number" and index not in whole:
            is_share = index + 1 < len(tokens) and tokens[index + 1].low in _SHARES
            why = "a percentage" if is_share else "not a whole number"
            yield offset + token.start, offset + token.end, why


def _scaled(found: CountRange, factor: int) -> CountRange:
    low, high = (None if end is None else end * factor for end in (found.low, found.high))
    return CountRange(low, high, found.approx)


def _gaps(tokens: list[Token], numbers: list[Number]) -> list[Span]:
    """Indices of the first and last token of the words before, between and behind the numbers."""
    edges = [-1, *(edge for number in numbers for edge in (number.opening, number.closing)), len(tokens)]
    return [(edges[i] + 1, edges[i + 1] - 1) for i in range(0, len(edges), 2)]


def _labels(tokens: list[Token], gaps: list[Span], index: int) -> list[Span]:
    """The words of a number: those behind it, and those before it that lead to it with a colon."""
    before, after = gaps[index], gaps[index + 1]
    found = []
    if before[0] <= before[1] and (index == 0 or _leads(tokens, before)):
        found.append(before)
    if after[0] <= after[1] and (index + 2 == len(gaps) or not _leads(tokens, after)):
        found.append(after)
    return [gap for gap in found if any(token.kind == "word" for token in tokens[gap[0] : gap[1] + 1])]


def _leads(tokens: list[Token], gap: Span) -> bool:
    return tokens[gap[1]].low == ":"


def _why_not(tokens: list[Token], number: Number, index: int, *, is_told: bool) -> str:
    after = tokens[number.closing + 1].low if number.closing + 1 < len(tokens) else ""
    before = tokens[number.opening - 1].low if number.opening else ""
    if after in _SHARES or after == "per":
        return "a percentage" if after != "per" else "a rate"
    if is_month(after):
        return "a date"
    if before in _MINUS and number.opening == 1:
        return "a negative number"
    if number.closing + 1 < len(tokens):
        named = noun_at(tokens, number.closing + 1)
        if named is not None and named[1] == NOT_COUNTED:
            return f"counts {tokens[number.closing + 1].text}"
    if index and (number.range.low or 0) in _YEARS and tokens[number.first].text.isdigit():
        return "a year"
    if index and not is_told:
        return "a second number in the cell"
    return ""
