"""One claim from one answer, or why there is none."""

from dataclasses import dataclass
from typing import Any

from counterclaim.count_range import CountRange
from counterclaim.extraction.llm import vocabulary
from counterclaim.extraction.llm.answers import AnsweredClaim, AnsweredCount, AnsweredEvent
from counterclaim.extraction.llm.evidence import Evidence, Readable
from counterclaim.extraction.llm.fields import Fields, checked_fields
from counterclaim.extraction.llm.placing import Place
from counterclaim.model import Claim, Reason

RULE = "second reader"
"""The rule that gives what is the model's."""


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
        raise NotBorneOutError(f"its source “{answered.source}” is not named in the document")
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


def _number(evidence: Evidence, answered: AnsweredCount, place: Place) -> Readable:
    """The number in the quote in which the answer's can be read."""
    asked = {value for value in (answered.low, answered.high) if value is not None}
    if not asked:
        raise NotBorneOutError("it counts, but gives no number")
    if answered.measure not in vocabulary.MEASURES_OF[vocabulary.family_of(answered.object)]:
        raise NotBorneOutError(f"“{answered.measure}” is no measure of “{answered.object}”")
    there = evidence.numbers_in(place.words_start, place.words_end)
    readable = [number for number in there if asked <= number.values]
    counted = [number for number in readable if not number.is_in_date]
    if not counted:
        how = "only as a part of a date or time" if readable else "nowhere"
        raise NotBorneOutError(f"{CountRange(answered.low, answered.high)} stands {how} in its words")
    exact = (answered.low, answered.high)
    return min(counted, key=lambda number: (number.range.low, number.range.high) != exact)


def _event(evidence: Evidence, answered: AnsweredEvent, place: Place, fields: Fields) -> Claim:
    if not place.has_words:
        raise NotBorneOutError(f"its words “{answered.words}” are not in its quote")
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
