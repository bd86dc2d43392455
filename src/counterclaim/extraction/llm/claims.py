"""One claim from one answer, or why there is none."""

from dataclasses import dataclass
from typing import Any

from counterclaim.count_range import CountRange
from counterclaim.extraction.llm import vocabulary
from counterclaim.extraction.llm.answers import AnsweredClaim, AnsweredCount, AnsweredEvent
from counterclaim.extraction.llm.evidence import Evidence, Readable
from counterclaim.extraction.llm.fields import Fields, checked_fields
from counterclaim.extraction.llm.placing import Place
from counterclaim.extraction.llm.showing import shortened
from counterclaim.model import Claim, Reason

RULE = "second reader"
"""The rule that gives what is the model's."""

DIFFERENCE = f"the {RULE} gives "
"""How the reason begins that holds the model's value of a field that has another."""


class NotBorneOutError(Exception):
    """An answer that the text does not bear out; the message says why."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A model's claim that the text bears out.

    Attributes:
        claim: the claim; its range is read from the words.
        answered: the range that the model gave, None for an event.
        emptied: fields that had to be emptied, with their values and with why.
    """

    claim: Claim
    answered: CountRange | None = None
    emptied: tuple[tuple[str, str, str], ...] = ()


def reading_of(evidence: Evidence, answered: AnsweredClaim, place: Place) -> Reading:
    """The claim that an answer makes.

    Args:
        evidence: the document.
        answered: the answer.
        place: where it stands.

    Raises:
        NotBorneOutError: the document does not bear it out.
    """
    fields = checked_fields(evidence, answered, RULE)
    if answered.source is not None and "source" not in fields.values:
        # Without its source, the claim would be put into the document's own mouth.
        raise NotBorneOutError(f"its source “{shortened(answered.source)}” is not named in the document")
    if isinstance(answered, AnsweredCount):
        claim = _count(evidence, answered, place, fields)
        return Reading(claim, CountRange(answered.low, answered.high), fields.emptied)
    assert isinstance(answered, AnsweredEvent), "an answer is a count or an event"
    return Reading(_event(evidence, answered, place, fields), emptied=fields.emptied)


def _count(evidence: Evidence, answered: AnsweredCount, place: Place, fields: Fields) -> Claim:
    number = _number(evidence, answered, place)
    bound = number.bound or "number as written"
    reasons = [
        Reason("measure", RULE, place.words_start, place.words_end),
        Reason("low", f"{bound}; the {RULE} points, the grammar reads", number.start, number.end),
    ]
    if number.why_not:
        reasons.append(Reason("low", f"the grammar takes it for no count: {number.why_not}"))
    if _given(answered) != (number.range.low, number.range.high):
        reasons.append(Reason("low", f"{DIFFERENCE}“{CountRange(*_given(answered))}”"))
    return Claim(
        **_shared(evidence, answered, place, fields),
        anchor=number.anchor,
        kind="count",
        measure=answered.measure,
        object=answered.object,
        low=number.range.low,
        high=number.range.high,
        approx=number.range.approx,
        scope=answered.scope,
        reasons=(*reasons, *fields.reasons),
    )


def _given(answered: AnsweredCount) -> tuple[int | None, int | None]:
    return answered.low, answered.high


def _number(evidence: Evidence, answered: AnsweredCount, place: Place) -> Readable:
    """The number in the quote in which the answer's can be read."""
    if _given(answered) == (None, None):
        raise NotBorneOutError("it counts, but gives no number")
    if answered.measure not in vocabulary.MEASURES_OF[vocabulary.family_of(answered.object)]:
        raise NotBorneOutError(f"“{answered.measure}” is no measure of “{answered.object}”")
    there = evidence.numbers_in(place.words_start, place.words_end)
    readable = [number for number in there if _can_be_read_in(answered, number)]
    counted = [number for number in readable if not number.is_in_date]
    if not counted and _given(answered) == (1, 1) and place.has_words:
        counted = evidence.one_at(place.words_start)
    if not counted:
        how = "only as a part of a date or time" if readable else "nowhere"
        raise NotBorneOutError(f"{CountRange(*_given(answered))} stands {how} in its words")
    return min(counted, key=lambda number: (number.range.low, number.range.high) != _given(answered))


def _can_be_read_in(answered: AnsweredCount, number: Readable) -> bool:
    """Whether the answer's bounds are the number's, or take it as one that is passed or not reached.

    The grammar may not know the words that say so ("the toll passes 500"); the number is there all the same.
    """
    low, high = _given(answered)
    beside = {low - 1} if low is not None and high is None else set()
    beside |= {high + 1} if high is not None and low is None else set()
    return {low, high} - {None} <= number.values or bool(beside & number.values)


def _event(evidence: Evidence, answered: AnsweredEvent, place: Place, fields: Fields) -> Claim:
    if not place.has_words:
        raise NotBorneOutError(f"its words “{shortened(answered.words)}” are not in its quote")
    return Claim(
        **_shared(evidence, answered, place, fields),
        anchor=place.words_start,
        kind="event",
        event_type=answered.event_type,
        reasons=(Reason("event_type", RULE, place.words_start, place.words_end), *fields.reasons),
    )


def _shared(evidence: Evidence, answered: AnsweredClaim, place: Place, fields: Fields) -> dict[str, Any]:
    """What counts and events have in common."""
    document = evidence.document
    return {
        "document": document.digest,
        "start": place.start,
        "end": place.end,
        "quote": document.text[place.start : place.end],
        "stance": answered.stance,
        "hedge": answered.hedge,
        **fields.values,
    }
