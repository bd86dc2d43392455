"""What an expression is counted from: the document's date, and the dates spoken of before it.

News counts from the day it is published: "on Tuesday", "in October" lie just before it, or after it
where the verb says so. A history counts from the date that its story has reached. A text is read as
a history when it has no date, or when most full dates in it so far lie far from its own.

A date that goes back by more than a year in the middle of a sentence is an aside: it counts for the
rest of its sentence only, and the story goes on from where it was, unless the next date follows the aside.
"""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final, Literal

from counterclaim.extraction.dates.periods import FINENESS, Period
from counterclaim.extraction.dates.words import any_of, words
from counterclaim.partial_date import PartialDate

Lean = Literal["past", "rather past", "future", "none"]

_FAR: Final = 200  # days between a document's date and the dates of a history
_ASIDE: Final = 400  # days back that make a date an aside
# days that a story would sooner run back than turn to a year that it does not name
_NEW_YEAR: Final = 150
_CLAUSE_REACH: Final = 160  # characters in which a verb still says when a date is
# characters at a text's start in which a full date dates a text without another
_DATELINE: Final = 300
_TITLE: Final = 120  # characters
_FRESH: Final = 14  # days before a document that are spoken of without a year, whatever its title says
_BESIDE: Final = 6  # characters between a verb of saying and the date of the saying ("said on ")
_MEMORY: Final = 16  # mentions that later words can refer back to
# How many days before the document weigh as much as one after it, by what the verb says.
_FUTURE_WEIGHT: Final[dict[Lean, float]] = {
    "past": 1000.0,
    "rather past": 9.0,
    "none": 4.5,
    "future": 0.12,
}
# A past verb does not move a stretch that is near a year back: on 2 May, "they accepted a truce from 4 May".
_DAYS_AHEAD: Final = 25.0


@dataclass(slots=True)
class Mention:
    """A dated expression that was read before.

    Attributes:
        period: what it means.
        start: its offset.
        explicit: whether its words give its year.
        names: whether it only tells which of several is meant: "the truces of 10 and 17 October".
        ahead: whether it lies after the document: "they will leave by 1 December".
    """

    period: Period
    start: int
    explicit: bool
    names: bool = False
    ahead: bool = False


@dataclass(slots=True)
class Discourse:
    """A document's date and what its text has said so far.

    Attributes:
        text: the document's text.
        document: the document's date, None if unknown.
        anchors: days that events began on, by the event's word in lower case.
    """

    text: str
    document: Period | None
    anchors: Mapping[str, date] = field(default_factory=dict)
    _mentions: deque[Mention] = field(default_factory=lambda: deque(maxlen=_MEMORY))
    _story: Mention | None = None
    _aside: Mention | None = None
    _dateline: Period | None = None
    _balance: int = 0
    _long_ago: int = 0
    _day_first: bool | None = None
    _last_sentence: tuple[int, int] = (-1, 0)
    _titled: Mention | None = field(init=False)

    def __post_init__(self) -> None:
        self._titled = self._of_title()

    def _of_title(self) -> Mention | None:
        """The one year before the document's that its title names: "most of the dead of 2006"."""
        title = self.text[: self.text.find("\n") + 1].strip()
        years = {int(year) for year in _YEAR.findall(title)} if len(title) <= _TITLE else set()
        if (
            self.document is None
            or title.endswith(".")
            or len(years) != 1
            or not years < set(range(1900, self.document.first.year))
        ):
            return None
        return Mention(Period("year", date(years.pop(), 1, 1)), 0, True)

    @property
    def today(self) -> date | None:
        """The document's day, None where it is not known to the day."""
        return self.document.first if self.document and self.document.unit == "day" else None

    def note(self, period: Period, start: int, *, explicit: bool) -> None:
        """Remember a dated expression for the ones after it.

        Args:
            period: what it means.
            start: its offset.
            explicit: its own words give its year.
        """
        names = self.text.endswith(" of ", 0, start)
        ahead = self.document is not None and period.first > self.document.last
        mention = Mention(period, start, explicit, names, ahead)
        self._mentions.append(mention)
        is_fine = FINENESS[period.unit] <= FINENESS["month"]
        if self.document and is_fine:
            if not self._is_long_ago(period):
                self._balance -= 1
            elif explicit:
                self._balance += 1
                self._long_ago += 1
        is_told = self.document is not None and self.is_history and period == self.document and not explicit
        if is_told:  # "today": when a history is told, not what it has come to
            return
        if self._is_aside(mention):
            self._aside = mention
        elif is_fine or self._story is None or (explicit and self._opens_sentence(start)):
            self._story = mention
        if self.document is None and period.unit == "day" and explicit and start < _DATELINE:
            self._dateline = self._dateline or period

    def _is_aside(self, mention: Mention) -> bool:
        story = self._story.period if self._story else self.document
        if story is None or not mention.explicit:
            return False
        if (story.first - mention.period.last).days <= _ASIDE or self._opens_sentence(mention.start):
            return False
        before = self._aside.period if self._aside else None
        goes_on = before and 0 <= (mention.period.first - before.first).days <= _ASIDE
        return not (goes_on and FINENESS[mention.period.unit] <= FINENESS["month"])

    def _is_long_ago(self, period: Period) -> bool:
        return self.document is not None and (self.document.first - period.first).days > _FAR

    def _opens_sentence(self, start: int) -> bool:
        return bool(_OPENING.match(self.text, self._sentence_start(start), start))

    # ------------------------------------------------------------ what is counted from

    def last(self, unit: str) -> Period | None:
        """The period of that unit that was last spoken of, if one was as precisely."""
        for mention in reversed(self._mentions):
            if FINENESS[mention.period.unit] <= FINENESS[unit]:
                return Period.of(unit, mention.period.first)
        return None

    def told(self, unit: str, at: tuple[int, int]) -> Period | None:
        """The period of that unit in which the story is at these offsets.

        As `there`, but none that only names something, and none that lies ahead of what is past.
        """
        looks_ahead = self.lean(*at) == "future"
        for mention in reversed(self._mentions):
            is_told = not mention.names and (looks_ahead or not mention.ahead)
            if is_told and FINENESS[mention.period.unit] <= FINENESS[unit]:
                return Period.of(unit, mention.period.first)
        return self.here(unit) or self.last(unit)

    def last_mention(self) -> Mention | None:
        """The expression read last."""
        return self._mentions[-1] if self._mentions else None

    def here(self, unit: str) -> Period | None:
        """The period of that unit in which the document was written.

        A text without a date is taken to be written on the day of its dateline, or around the month or
        year last spoken of.
        """
        written = self.document or self._dateline
        if written and FINENESS[written.unit] <= FINENESS[unit]:
            return Period.of(unit, written.first)
        return self.last(unit) if FINENESS[unit] >= FINENESS["month"] else None

    def there(self, unit: str) -> Period | None:
        """The period of that unit last spoken of, else the one in which the document was written."""
        return self.last(unit) or self.here(unit)

    def reached(self, start: int, end: int) -> Mention | None:
        """What a history counts from there; None where the document's date is counted from."""
        if self._aside and self._aside.start >= self._sentence_start(start):
            if self.is_history or self.lean(start, end) != "future":
                return self._aside
            return None
        if self.is_history:
            return self._story
        story = self._story
        titled = self._titled if self.lean(start, end) != "future" else None
        if story is None or not story.explicit or FINENESS[story.period.unit] > FINENESS["month"]:
            return titled
        in_paragraph = story.start >= max(self.text.rfind("\n\n", 0, start), 0)
        return story if in_paragraph and self._is_long_ago(story.period) else titled

    @property
    def is_history(self) -> bool:
        """Whether most full dates so far, two at the least, lie long before the document; or it has none."""
        return self.document is None or (self._balance > 0 and self._long_ago > 1)

    # ------------------------------------------------------------ which of several

    def years(self, reached: Mention | None, *, within: int = 1) -> list[int]:
        """The years in which an expression may lie that names none: so many around what is reached."""
        centre = reached.period if reached else self.document
        if centre is None:
            return []
        around = range(centre.first.year - within, centre.first.year + within + 1)
        return [year for year in around if 1 <= year <= 9999]

    def pick(
        self,
        candidates: list[Period],
        start: int,
        end: int,
        *,
        reached: Mention | None = None,
        future_weight: float = 1.0,
    ) -> Period | None:
        """The candidate that the text at these offsets most likely means.

        Args:
            candidates: periods that differ in their year, week…
            start: the expression's offset.
            end: the offset after it.
            reached: what is counted from, if not the document.
            future_weight: how much less likely than usual a time after the document is.
        """
        if not candidates or not (reached or self.document):
            return None
        if reached is not None and reached is self._titled:
            candidates = [c for c in candidates if self._is_fresh(c)] or candidates
        if reached:
            told = [c for c in candidates if self.document is None or c.first <= self.document.last]
            if self.lean(start, end) == "future":
                told = candidates
            return min(told or candidates, key=lambda period: _behind(period, reached.period))
        here = self.document or candidates[0]
        lean = self.lean(start, end)
        weight = _FUTURE_WEIGHT[lean] * future_weight
        if candidates[0].unit == "day" and _FROM.search(self.text, max(0, start - 8), start):
            weight = min(weight, _DAYS_AHEAD)
        asks_nearer = _UNTIL.search(self.text, max(0, start - 30), start)
        if asks_nearer and not (asks_nearer["by"] and "past" in lean):  # by May they had left: the May before
            weight = min(weight, 1.0)
        return min(candidates, key=lambda period: _distance(period, here, weight))

    def _is_fresh(self, period: Period) -> bool:
        """Whether a period ended just before the document was written."""
        return self.document is not None and 0 <= (self.document.last - period.last).days <= _FRESH

    def lean(self, start: int, end: int) -> Lean:
        """On which side of the document the verb nearest to the expression puts it."""
        before = deque(_tense().finditer(self.text, self._sentence_start(start), start), maxlen=1)
        if before:
            cue: re.Match[str] | None = before[0]
        else:
            stop = _STOP.search(self.text, end, end + _CLAUSE_REACH)
            cue = _tense().search(self.text, end, stop.start() if stop else end + _CLAUSE_REACH)
        if cue is None:
            return "none"
        if cue.lastgroup == "report" and not cue.end() <= start <= cue.end() + _BESIDE:
            return "rather past" if end <= cue.start() <= end + _BESIDE else "none"
        if cue.lastgroup in ("past", "report"):
            return "past" if before else "rather past"
        return "future"

    def _sentence_start(self, start: int) -> int:
        """Where the sentence begins in which the offset lies, or so far back as a verb still counts."""
        asked, found = self._last_sentence
        if asked != start:
            found = max(0, start - _CLAUSE_REACH)
            for stop in _STOP.finditer(self.text, found, start):
                found = stop.end()
            self._last_sentence = start, found
        return found

    @property
    def day_first(self) -> bool:
        """Whether the document's numeric dates put the day before the month."""
        if self._day_first is None:
            slashed = [(int(a), int(b)) for a, b in _SLASHED.findall(self.text)]
            self._day_first = any(a > 12 for a, _ in slashed) and not any(b > 12 for _, b in slashed)
        return self._day_first


# The end of a sentence or of a half of it; a full stop after "Gen", "Mr" or an initial is none.
_STOP: Final = re.compile(
    r"[.?!;\n](?:(?<=[;\n])\s*|(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z][a-z]\.)[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z]))"
)
# What stands before a date that opens its sentence: "In early", "On the night of".
_OPENING: Final = re.compile(
    r"\W*(?:(?:In|On|By|As of|At|From|Since|Until|During|Throughout|After|Before|Around)\b[\w ]{0,20})?\Z"
)
# What asks for the nearer time, before or after.
_UNTIL: Final = re.compile(r"\b(?:[Uu]ntil|[Tt]ill|(?P<by>[Bb]y)|to\s+[a-z]+\s+through)\s+(?:the\s+)?\Z")
_FROM: Final = re.compile(r"\b[Ff]rom\s+(?:the\s+)?\Z")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_SLASHED: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")


@cache
def _tense() -> re.Pattern[str]:
    future, past, report = (any_of(words().tense[side], opens=False) for side in ("future", "past", "report"))
    # A future verb takes its participle with it: "will be held", "is expected to be released".
    participle = r"(?:\s+(?:not|also|only|then|be|have|to|[a-z]+ly))*(?:\s+[a-z]+)?"
    return re.compile(
        rf"\b(?:(?P<future>(?:{future})\b{participle})|(?P<report>{report})|(?P<past>{past}|[a-z]{{2,}}ed))\b"
        r"|['’](?P<will>ll)\b"
    )


def _distance(period: Period, here: Period, future_weight: float) -> float:
    """Days between a period and the document, those in the future weighed."""
    if period.first > here.last:
        return (period.first - here.last).days * future_weight
    return max((here.first - period.last).days, 0)


def _behind(period: Period, reached: Period) -> int:
    """Days that a story must run on or back to reach the period, more if the year turns."""
    if period.last >= reached.first and period.first <= reached.last:
        return 0
    turn = _NEW_YEAR if period.first.year != reached.first.year else 0
    return abs((period.first - reached.first).days) + turn


def document_period(document_date: PartialDate | date | str | None) -> Period | None:
    """The document's date as a period.

    Raises:
        ValueError: a text that is not an ISO date.
    """
    if document_date is None:
        return None
    if isinstance(document_date, date):
        return Period("day", date(document_date.year, document_date.month, document_date.day))
    parsed = PartialDate(document_date)
    return Period(parsed.precision, parsed.first)
