"""Events found in a document: from cues to claims."""

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.context import Context
from counterclaim.extraction.events.cues import EventCue, find_event_cues
from counterclaim.extraction.focus import Focus
from counterclaim.extraction.hedges import hedge_near
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.timing import when
from counterclaim.model import Claim, Document, Reason, Stance

_WITHOUT_PLACE = frozenset(
    [
        "statement",
        "accusation",
        "legislation",
        "dismissal",
        "appointment",
        "disinformation",
        "cyber_attack",
        "mobilisation",
    ]
)


def find_events(document: Document, context: Context, views: list[View], counts: list[Claim]) -> list[Claim]:
    """Every event in a document.

    Args:
        document: the document.
        context: what holds for the whole of it.
        views: its analysed sentences.
        counts: its counts: a sentence that only states a counted harm gets no event.
    """
    focus = Focus(document.text, views)
    claims: list[Claim] = []
    for index, view in enumerate(views):
        claims += _of_sentence(document, context, view, focus, index, counts)
    return claims


def _of_sentence(
    document: Document, context: Context, view: View, focus: Focus, index: int, counts: list[Claim]
) -> list[Claim]:
    found: list[Claim] = []
    seen: set[str] = set()
    for cue in find_event_cues(view.tokens):
        if cue.type in seen or not _is_supported(view, cue, focus, index):
            continue
        seen.add(cue.type)
        found.append(_claim(document, context, view, cue, focus, index))
    if not found:
        found += _statements(document, context, view, counts)
    return found


def _is_supported(view: View, cue: EventCue, focus: Focus, index: int) -> bool:
    """Whether a date, a place, a party or a source stands by the cue."""
    if cue.strength > 1 and (view.parties or view.intervals or focus.places(index)):
        return True
    return bool(view.intervals) and bool(view.parties or focus.places(index))


def _claim(
    document: Document, context: Context, view: View, cue: EventCue, focus: Focus, index: int
) -> Claim:
    tokens = view.tokens
    source = view.source_at(cue.first)
    timing = when(document, view, cue.first, cue.last, None)
    from_date, to_date = timing.dates("incident", context)
    actor, target = _roles(view, cue)
    return Claim(
        document=document.digest,
        start=tokens[0].start,
        end=tokens[-1].end,
        quote=document.text[tokens[0].start : tokens[-1].end],
        anchor=tokens[cue.first].start,
        kind="event",
        source=source.source if source else None,
        source_side=source.party if source else None,
        stance=_stance(source, cue),
        hedge=hedge_near(view, cue.first, source),
        reported_on=timing.reported_on,
        event_type=cue.type,
        actor=actor,
        target=target,
        place=_place(focus, index, cue),
        from_date=from_date,
        to_date=to_date,
        reasons=(Reason("event_type", cue.form, tokens[cue.first].start, tokens[cue.last].end),),
    )


def _stance(source: Attribution | None, cue: EventCue) -> Stance:
    if source is None or (source.cue > cue.first and not source.is_trailing):
        return "asserts"
    return source.stance


def _roles(view: View, cue: EventCue) -> tuple[str | None, str | None]:
    """Who did it and to whom, by the cue's grammar."""
    outside = [
        p
        for p in view.parties
        if not any(s.first <= p.first <= s.last for s in view.sources) or cue.type == "statement"
    ]
    before = [p for p in outside if p.last < cue.first]
    after = [p for p in outside if p.first > cue.last]
    by = _after_word(view, cue, after, ("by",))
    if cue.form == "noun" or cue.form == "word":
        actor = by or (
            before[-1]
            if before and cue.first - before[-1].last <= 3 and before[-1].how == "demonym"
            else None
        )
        target = _after_word(view, cue, after, ("of", "on", "against"))
        return _name(actor), _name(target) if target is not actor else None
    if cue.is_passive:
        return _name(by), _name(before[-1] if before else None)
    return _name(before[-1] if before else None), _name(after[0] if after else None)


def _after_word(
    view: View, cue: EventCue, after: list[PartyMention], words: tuple[str, ...]
) -> PartyMention | None:
    for mention in after:
        gap = [t.low for t in view.tokens[cue.last + 1 : mention.first]]
        if len(gap) <= 6 and any(word in gap for word in words):
            return mention
    return None


def _name(mention: PartyMention | None) -> str | None:
    return mention.party if mention else None


def _place(focus: Focus, index: int, cue: EventCue) -> str | None:
    if cue.type in _WITHOUT_PLACE:
        return None
    places = focus.places(index)
    if not places:
        return None
    return min(places, key=lambda p: abs(p.first - cue.last) - 5 * p.strength).name


# ---------------------------------------------------------------- statements


def _statements(document: Document, context: Context, view: View, counts: list[Claim]) -> list[Claim]:
    """What somebody said that is no other event and no count, where it is dated or its speaker is a party's."""
    found: list[Claim] = []
    if any(view.start <= claim.anchor < view.end for claim in counts):
        return found
    for source in view.sources:
        if (
            source.source is None
            or (source.party is None and not view.intervals)
            or source.verb in ("account", "headline", "title")
        ):
            continue
        timing = when(document, view, source.first, source.last, None)
        found.append(
            Claim(
                document=document.digest,
                start=view.start,
                end=view.end,
                quote=document.text[view.start : view.end],
                anchor=view.tokens[source.cue].start,
                kind="event",
                source=source.source,
                source_side=source.party,
                stance=source.stance,
                reported_on=timing.reported_on,
                event_type="statement",
                actor=source.source,
                from_date=timing.reported_on,
                to_date=timing.reported_on,
                reasons=(
                    Reason(
                        "event_type",
                        source.verb,
                        view.tokens[source.first].start,
                        view.tokens[source.last].end,
                    ),
                ),
            )
        )
        break
    return found
