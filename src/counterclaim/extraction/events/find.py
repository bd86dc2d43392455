"""Events found in a document: from cues to claims."""

from dataclasses import replace
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.events.agreements import terms_of
from counterclaim.extraction.events.cues import find_event_cues
from counterclaim.extraction.events.draft import Draft, claim_of
from counterclaim.extraction.events.memory import Memory
from counterclaim.extraction.events.speech import sayings_of, speakers
from counterclaim.extraction.events.telling import events_of
from counterclaim.extraction.events.truces import taken_up
from counterclaim.extraction.focus import Focus
from counterclaim.model import Claim, Document


def find_events(
    document: Document, context: Context, views: list[View], focus: Focus, counts: list[Claim]
) -> list[Claim]:
    """Every event in a document.

    Args:
        document: the document.
        context: what holds for the whole of it.
        views: its analysed sentences.
        focus: their places.
        counts: its counts: a sentence that only states a counted harm gets no event.
    """
    memory = Memory(context, views, focus, counts)
    told = [(view, _of_sentence(memory, index, view)) for index, view in enumerate(views)]
    claims: list[Claim] = []
    for index, (view, drafts) in enumerate(told):
        if index == 0 and view.is_heading:
            drafts = [
                _as_in_text(draft, [d for _, later in told[1:_LEDE] for d in later]) for draft in drafts
            ]
        claims += _numbered(document, view, drafts)
    return claims


_LEDE: Final = 6  # sentences in which the text tells what its title does


def _as_in_text(title: Draft, told: list[Draft]) -> Draft:
    """A title's event, with the day and the place that the text below gives to it."""
    alike = (d for d in told if d.type == title.type and d.dated_by == "clause" and d.stance == title.stance)
    same = (d for d in alike if d.actor == title.actor or None in (d.actor, title.actor))
    found = next((d for d in same if d.place == title.place or None in (d.place, title.place)), None)
    if found is None or title.dated_by == "clause":
        return title
    return replace(title, dates=found.dates, dated_by="text below", place=title.place or found.place)


def _of_sentence(memory: Memory, index: int, view: View) -> list[Draft]:
    # 1. the words that can tell an event, and who speaks
    cues = [
        *find_event_cues(view.tokens, view.words, memory.rockets),
        *taken_up(view, memory.views[max(index - 1, 0)]),
    ]
    sources = speakers(view, cues, memory)
    if sources != view.sources:
        view = replace(view, sources=sources)
    # 2. what is told as done, and what an agreement binds its parties to
    events = [*events_of(view, cues, index, memory), *terms_of(view, memory)]
    # 3. what is denied, blamed on somebody, or stated
    drafts = _without_repeats([*events, *sayings_of(view, events, memory)])
    memory.remember(view, drafts)
    return drafts


def _numbered(document: Document, view: View, drafts: list[Draft]) -> list[Claim]:
    """The claims, in text order, those of one anchor told apart by their ordinal."""
    ordinals: dict[int, int] = {}
    claims = []
    for draft in sorted(drafts, key=lambda draft: draft.first):
        ordinal = ordinals.get(draft.first, 0)
        ordinals[draft.first] = ordinal + 1
        claims.append(claim_of(document, view, draft, ordinal))
    return claims


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Drop events that the same clause tells twice."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        accused = draft.actor if draft.stance == "asserts" and draft.source else None
        key = (draft.type, draft.span, draft.source, draft.stance, draft.place, accused, draft.dates)
        kept.setdefault(key, draft)
    return list(kept.values())
