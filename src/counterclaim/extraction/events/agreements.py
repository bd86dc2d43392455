"""What the parties to an agreement bind themselves to do."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.clauses import clause_spans
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.dating import dates_of, reported_on
from counterclaim.extraction.events.draft import Draft, reason
from counterclaim.extraction.events.memory import Memory
from counterclaim.extraction.events.somebody import subject
from counterclaim.extraction.events.spots import spots_of
from counterclaim.extraction.events.words import listed, terms
from counterclaim.extraction.phrases import Match
from counterclaim.model import Reason

_AGREED: Final = listed("saying", "agreed")

_RECENT: Final = 3  # events back to which an agreement is still being told of
_BINDING: Final = ("are", "is", "were", "was", "undertook", "shall")


def terms_of(view: View, memory: Memory) -> list[Draft]:
    """The terms that a sentence tells, each an event of the agreement.

    Args:
        view: the sentence.
        memory: what is known of the document.
    """
    recent = any(draft.type in ("agreement", "ceasefire") for draft in memory.earlier[-_RECENT:])
    if not recent and "under" not in view.words:
        return []
    found = [match for match in terms().find(view.tokens) if recent or _is_under(view, match.first)]
    found = [m for m in found if _is_under(view, m.first) or _binds(view, m.first)]
    spans = clause_spans(view, [(match.first, match.last) for match in found])
    return [_term(view, match, span, memory) for match, span in zip(found, spans, strict=True)]


def _binds(view: View, position: int) -> bool:
    """Whether words bind by themselves: "both armies are to withdraw"; not "if X is to be believed"."""
    before = view.tokens[max(position - _CLAUSE, 0) : position]
    return view.tokens[position].low in _BINDING and not any(token.low == "if" for token in before)


_CLAUSE: Final = 8  # tokens in which the clause's "if" stands


def _is_under(view: View, position: int) -> bool:
    """Whether "under the terms of the deal" stands before."""
    lows = {token.low for token in view.tokens[:position]}
    return "under" in lows and bool(lows & _AGREED)


def _term(view: View, match: Match[bool], span: tuple[int, int], memory: Memory) -> Draft:
    bound = subject(view, match.first)
    cue = EventCue(match.first, match.last, "agreement", "word")
    dates, rule, words = dates_of(
        view, cue, (match.first, match.last), span, "agreement", memory.context, memory.narrative
    )
    return Draft(
        "agreement",
        match.first,
        match.last,
        span,
        actor=bound.name if bound is not None else None,
        place=next((s.name for s in spots_of(view) if match.last < s.first <= span[1]), None),
        dates=dates,
        reported_on=reported_on(view, memory.context),
        reasons=(
            reason(view, "event_type", "term of an agreement", match.first, match.last),
            Reason("from_date", rule, *(words or (None, None))),
        ),
    ).said_by(view.source_at(match.first) if memory.context.date is not None else None)
