"""What a date does in its sentence: tell when somebody spoke, name a paper, compare, open a stretch."""

from itertools import pairwise
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.dates import Interval
from counterclaim.lexicon import word_set

_BEGINS: Final = word_set("context", "begins")
_SINCE: Final = 14  # tokens that a clause of "since" may run to before its date
_ACROSS: Final = 150  # characters: a date in another clause is as far as one so far off in its own


def opens_before(view: View, interval: Interval, source: Attribution) -> bool:
    """Whether a clause opens with a date and who spoke on it: "On 15 October the ministry put …"."""
    gap = view.tokens[source.first].start - interval.end
    if not 0 <= gap <= len(", the ") or source.cue <= source.last:
        return False
    opens = interval.start - view.start <= len("on the ") and view.lows[0] not in _FOR
    return opens or (interval.relation == "until" and _opens_clause(view, interval))


def stands_inside(view: View, interval: Interval, source: Attribution) -> bool:
    """Whether a date stands between who spoke and the verb: the minister on Saturday spoke of 20 killed."""
    if source.cue <= source.last + 1:
        return False
    after = interval.start - view.tokens[source.last].end
    before = view.tokens[source.cue].start - interval.end
    return 0 < after <= len(", on ") and 0 < before <= len(", had ")


def _opens_clause(view: View, interval: Interval) -> bool:
    """And by Friday the office had at least 70."""
    before = [token.low for token in view.tokens if token.end <= interval.start][-_OF_CLAUSE:]
    return bool(_SETTING_OFF & set(before))


_OF_CLAUSE: Final = 3  # tokens between the start of a clause and its date: ", by the"


_FOR = ("for",)  # "For Friday the army claims 39 vehicles": when they were hit, not when it said so


def follows_saying(view: View, interval: Interval) -> bool:
    """Whether a verb of saying stands right before a date: "told AFP on Monday"."""
    if interval.relation != "in" or interval.to_date is None:
        return False
    before = [token for token in view.tokens if token.end <= interval.start][-_AFTER_SAYING:]
    while before and (before[-1].low in _LEADING or before[-1].is_capitalised):
        before.pop()
    lows = [token.low for token in before]
    if lows[-1:] and lows[-1] in _CAME:
        return bool(_REPORTS & set(lows))  # whose last update came on Tuesday
    return bool(lows) and lows[-1] in _SAID


_AFTER_SAYING: Final = 8  # tokens from a verb of saying to its date
_CAME: Final = word_set("timing", "came")
_REPORTS: Final = word_set("timing", "reports")
_LEADING: Final = word_set("timing", "leading")
_SAID: Final = word_set("timing", "said")


def in_dateline(view: View) -> list[Interval]:
    """The date before the dash with which a report opens: "DAKAR, 2 August 2024 — …"."""
    if not view.dateline:
        return []
    end = view.tokens[view.dateline].start
    return [interval for interval in view.intervals if interval.start < end]


def is_night_of(night: Interval, day: Interval) -> bool:
    """Overnight Saturday, overnight on Friday: the day that follows says which night it was."""
    of_hours = all(span.type == "TIME" for span in night.spans)
    return of_hours and 0 < day.start - night.end <= len(" on ")


def is_compared(view: View, interval: Interval) -> bool:
    """More than a year before, the worst since 2015: a date that another figure is only set beside."""
    before = [token.low for token in view.tokens if token.end <= interval.start][-_COMPARED:]
    if before[-1:] and before[-1] in _SHARES and interval.spans[0].mod in ("MORE_THAN", "LESS_THAN"):
        return True  # 80 per cent more than a year before
    words = _COMPARING | _SUPERLATIVES if interval.relation == "since" else _COMPARING
    at = next((place for place, low in enumerate(before) if low in words), None)
    # more than 220,000 since
    counts = at is not None and before[at + 1 : at + 2] and before[at + 1][0].isdigit()
    return at is not None and not counts and not _SETTING_OFF & set(before[at:])


def names_a_paper(view: View, interval: Interval) -> bool:
    """The 2016 peace agreement, a report of 1999: a year in the name of a paper."""
    if any(span.precision != "year" for span in interval.spans):
        return False
    after = [token.low for token in view.tokens if interval.end <= token.start][:_NAMED]
    before = [token.low for token in view.tokens if token.end <= interval.start][-2:]
    if before[-1:] == ["the"] and _PAPERS & set(after):
        return True
    return before[-1:] == ["of"] and before[0] in _PAPERS


def is_of_somebody(view: View, interval: Interval) -> bool:
    """The year in a clause about somebody, "who was decorated in 2016": no time that a text goes on from."""
    if any(span.precision != "year" for span in interval.spans):
        return False
    before = [token.low for token in view.tokens if token.end <= interval.start]
    clause = before[
        -next((at for at, low in enumerate(reversed(before)) if low in _SETTING_OFF), len(before)) :
    ]
    return "who" in clause


_COMPARED: Final = 5  # tokens between a word of comparing and its date
_NAMED: Final = 3  # tokens between a year and the paper that is named by it
_COMPARING: Final = word_set("timing", "comparing")
_SHARES: Final = word_set("timing", "shares")
_SUPERLATIVES: Final = word_set("counts_scope", "superlatives")
_SETTING_OFF: Final = word_set("timing", "setting_off")
_PAPERS: Final = word_set("timing", "papers")


def is_beyond(view: View, interval: Interval, last: int) -> bool:
    """Whether an interval stands in a clause of its own after the one that ends with the token `last`."""
    between = (token for token in view.tokens[last + 1 :] if token.end <= interval.start)
    return any(token.low == ";" for token in between)


def distance(view: View, interval: Interval, first: int, last: int) -> int:
    """Characters between an interval and the tokens `first` to `last`, more where it is in another clause."""
    start, end = view.tokens[first].start, view.tokens[last].end
    low, high = min(interval.end, end), max(interval.start, start)
    across = any(token.low == ";" and low <= token.start < high for token in view.tokens)
    across |= _is_of_another_figure(view, interval, first, last)
    gap = start - interval.end if interval.end <= start else max(interval.start - end, 0)
    gap = 0 if 0 < interval.start - end <= len(" on ") else gap  # 143 on 4 July, 385 on 7 August
    return gap + _ACROSS * across


def _is_of_another_figure(view: View, interval: Interval, first: int, last: int) -> bool:
    """It had counted 231, on 19 October 143, and 64 in May: a date that the figure right after it belongs to.

    Figures after that one share the date, unless they have one of their own behind them.
    """
    after = next((i for i, token in enumerate(view.tokens) if token.start >= interval.end), 0)
    if not any(number.opening == after != first for number in view.numbers):
        return False
    later = (other.start for other in view.intervals if other.start > interval.start)
    return after > last or any(start > view.tokens[last].end for start in later)


def _is_since(view: View, interval: Interval) -> bool:
    """Since the army marched on the capital in early April: a clause of "since" ends in the date."""
    before = [token.low for token in view.tokens if token.start < interval.start][-_SINCE:]
    if "since" not in before:
        return False
    after = before[len(before) - before[::-1].index("since") :]
    return not {",", ";", ":"} & set(after)


def _has_since(view: View, interval: Interval) -> bool:
    """Violence spilled over in 2015; it has since taken 20,000 lives."""
    after = [token.low for token in view.tokens if token.start >= interval.end]
    return any(pair in _SINCE_THEN for pair in pairwise(after))


_SINCE_THEN: Final = frozenset((("has", "since"), ("have", "since"), ("had", "since")))


def looks_back(view: View) -> bool:
    """Whether a source's words lie before those that the text tells of: it had counted 231."""
    return any("had" in view.lows[max(source.cue - 1, 0) : source.cue] for source in view.sources)


def is_past_next_figure(view: View, interval: Interval, first: int, last: int) -> bool:
    """Whether a date is that of a figure after the one at the tokens `first` to `last`."""
    if _is_of_another_figure(view, interval, first, last):
        return True
    between = (n for n in view.numbers if n.opening > last and view.tokens[n.closing].end <= interval.start)
    return any(view.tokens[n.opening].kind == "number" for n in between)


def is_start(view: View, interval: Interval) -> bool:
    """Whether a word of beginning stands before an interval: launched on October 9, begun in August."""
    if _is_since(view, interval) or _has_since(view, interval):
        return True
    before = [token for token in view.tokens if interval.start - 45 <= token.start < interval.start]
    return bool({token.low for token in before[-7:]} & _BEGINS) and not any(
        t.low == "as" for t in before[-3:]
    )
