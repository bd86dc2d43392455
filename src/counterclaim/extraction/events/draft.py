"""An event on its way to a claim."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.model import Claim, Document, Hedge, Reason, Stance
from counterclaim.partial_date import PartialDate

Dates = tuple[PartialDate | None, PartialDate | None]


@dataclass(slots=True)
class Draft:
    """What is known of one event.

    Attributes:
        type: the event type.
        first, last: indices of the cue's first and last token.
        span: indices of the first and last token of the clause that quotes it.
        dated_by: the rule that gave the dates.
        reasons: which rule gave a field, with the words' tokens where they stand in the sentence.
    """

    type: str
    first: int
    last: int
    span: tuple[int, int]
    source: str | None = None
    side: str | None = None
    stance: Stance = "asserts"
    hedge: Hedge | None = None
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    dates: Dates = (None, None)
    dated_by: str = ""
    reported_on: PartialDate | None = None
    reasons: tuple[Reason, ...] = ()

    def said_by(self, source: Attribution | None) -> "Draft":
        """The same event with another source."""
        name, party = (source.source, source.party) if source is not None else (None, None)
        return self if (name, party) == (self.source, self.side) else replace(self, source=name, side=party)


def reason(view: View, field: str, rule: str, first: int, last: int) -> Reason:
    """A reason that points at the tokens `first` to `last` of a sentence."""
    return Reason(field, rule, view.tokens[first].start, view.tokens[last].end)


def claim_of(document: Document, view: View, draft: Draft, ordinal: int) -> Claim:
    """The claim that a draft has become."""
    tokens = view.tokens
    given = [each for each in draft.reasons if each.field != "from_date" or draft.dates[0] is not None]
    start, end = tokens[draft.span[0]].start, tokens[draft.span[1]].end
    return Claim(
        document=document.digest,
        start=start,
        end=end,
        quote=document.text[start:end],
        anchor=tokens[draft.first].start,
        kind="event",
        source=draft.source,
        source_side=draft.side,
        stance=draft.stance,
        hedge=draft.hedge,
        reported_on=draft.reported_on,
        event_type=draft.type,
        actor=draft.actor,
        target=draft.target,
        place=draft.place,
        from_date=draft.dates[0],
        to_date=draft.dates[1],
        reasons=(*given, *_unwritten(document, view, draft, {reason.field for reason in given})),
        ordinal=ordinal,
    )


IMPLIED_ACTOR: Final = "implied by who speaks or who else takes part"
"""The rule of an actor whom no words name: who tells of an attack on their own side means the other's."""

_ELSEWHERE: Final = {
    "source": "carried from before",
    "source_side": "the party that the source speaks for",
    "actor": IMPLIED_ACTOR,
    "target": "implied by what is done",
    "place": "the place that the text speaks of",
    "reported_on": "the day on which it was said",
    "from_date": "the dates of what it answers",
    "to_date": "the dates of what it answers",
    "hedge": "the hedge of what it answers",
}
"""Rules of the fields that no words of the sentence gave."""


def _unwritten(document: Document, view: View, draft: Draft, given: set[str]) -> Iterator[Reason]:
    """Reasons for the fields that have a value and none yet; names point to where the sentence has them."""
    dated = next((each for each in draft.reasons if each.field == "from_date"), None)
    if dated is not None and draft.dates[1] is not None:
        yield Reason("to_date", dated.rule, dated.start, dated.end)
        given = {*given, "to_date"}
    people = (draft.source, draft.side, draft.actor, draft.target)
    values = (*people, draft.place, draft.reported_on, *draft.dates, draft.hedge)
    for (field, rule), value in zip(_ELSEWHERE.items(), values, strict=True):
        if value is None or field in given:
            continue
        named = field in ("source", "target", "place")
        at = document.text.find(str(value), view.start, view.end) if named else -1
        yield (
            Reason(field, rule)
            if at < 0
            else Reason(field, "named in the sentence", at, at + len(str(value)))
        )
