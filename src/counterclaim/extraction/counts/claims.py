"""A counted phrase as a claim."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.attribution.words import independent, number_words
from counterclaim.extraction.clauses import quote_span
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.actor import actor_of
from counterclaim.extraction.counts.antecedent import Antecedent, is_among, is_anaphoric, model_for
from counterclaim.extraction.counts.hired import as_hired
from counterclaim.extraction.counts.meaning import meaning_of
from counterclaim.extraction.counts.party import Counting, party_of
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.counts.placing import Spot, place_of, settled
from counterclaim.extraction.counts.scope import scope_of
from counterclaim.extraction.counts.setting import Setting
from counterclaim.extraction.focus import Focus
from counterclaim.extraction.hedges import hedge_near
from counterclaim.extraction.timing import Chronicle
from counterclaim.lexicon import word_set
from counterclaim.model import Claim, Document, Reason, Stance


def claim_of(
    document: Document,
    view: View,
    phrase: Counted,
    context: Context,
    before: Antecedent,
    focus: Focus,
    chronicle: Chronicle,
    heading_party: str | None,
    previous: View | None,
    index: int,
) -> Claim:
    """A counted phrase as a claim, with a reason for each field."""
    tokens = view.tokens
    anchor = phrase.number.first
    reasons = [
        view.reason(
            "low",
            phrase.number.opening,
            phrase.number.closing,
            phrase.number.bound or "number as written",
        )
    ]
    model = model_for(view, phrase, before, index)
    measure, object_ = meaning_of(view, phrase, model, reasons)
    object_ = as_hired(view, phrase, measure, object_, context)
    explained = {reason.field for reason in reasons}
    reasons += [Reason(field, rule) for field, rule in _IMPLIED.items() if field not in explained]
    source = _source(view, anchor)
    side = (
        side_of(source, context)
        if source
        else model.source_side
        if model and is_anaphoric(view, phrase)
        else None
    )
    spot = place_of(view, phrase, measure, focus, index, model)
    place = spot.name
    party, rule = party_of(
        Counting(
            view,
            phrase,
            object_,
            measure,
            side,
            source.source if source else None,
            place,
            context,
            model,
            heading_party,
            before.parties.get((measure, object_)),
            previous,
        )
    )
    if party is not None:
        before.parties[measure, object_] = party
    if party is not None:
        reasons.append(Reason("party", rule))
    same_paragraph = model if before.paragraph == view.paragraph or phrase.partitive else None
    speaker = source.source if source else None
    timing = chronicle.when(index, *(phrase.told or (phrase.first, phrase.last)), speaker, same_paragraph)
    in_focus = place is None or (place == focus.whole and not focus.is_on_land)
    scope, why = scope_of(
        Setting(
            view,
            phrase,
            timing.happened,
            timing.happened or timing.earlier,
            timing.is_start,
            timing.main,
            context,
            measure,
            in_focus,
            model,
        )
    )
    reasons.append(Reason("scope", why))
    start, end = quote_span(view, phrase.first, phrase.last, phrase.cue)
    who = source.source if source else model.source if model and is_anaphoric(view, phrase) else None
    if source is not None and who is not None:
        reasons.append(_source_reason(view, source))
    elif who is not None:
        reasons.append(Reason("source", "the source of the count before"))
    dated = timing.dates(scope, context)
    spot = settled(spot, scope, object_, party, view, focus, context)
    reasons += [
        *dated.reasons,
        *_place_reasons(view, spot),
        *([timing.reported_by] if timing.reported_by else []),
    ]
    hedge = hedge_near(view, anchor, source)
    if hedge is not None:
        reasons.append(hedge.reason)
    whole = model if model is not None and is_among(view, phrase, model) else None
    actor = whole.actor if whole is not None else actor_of(view, phrase)
    if actor is not None:
        reasons.append(Reason("actor", "who did it, by the verb"))
    if side is not None:
        reasons.append(Reason("source_side", "the party that the source speaks for"))
    return Claim(
        document=document.digest,
        start=start,
        end=end,
        quote=document.text[start:end],
        anchor=tokens[anchor].start,
        kind="count",
        source=who,
        source_side=context.written(side),
        stance=_stance(source, anchor),
        hedge=hedge.hedge if hedge else None,
        reported_on=timing.reported_on,
        measure=measure,
        object=object_,
        low=phrase.range.low,
        high=phrase.range.high,
        approx=phrase.range.approx,
        party=context.written(party),
        actor=context.written(actor),
        scope=scope,
        place=spot.name,
        from_date=dated.from_date,
        to_date=dated.to_date,
        reasons=tuple(reasons),
    )


_IMPLIED: Final = {
    "measure": "no verb or noun of harm: a count of its noun",
    "object": "implied by the verb, or by the count before",
}
"""Rules of what a count counts where no words gave it."""


def side_of(source: Attribution, context: Context) -> str | None:
    """The party that a source speaks for; "the army" of a document about one state is that state's."""
    if source.party is not None or source.source is None:
        return source.party
    words = {word.lower() for word in source.source.split()}
    if words & independent():
        return None
    if source.is_rebel:
        return context.rebels
    is_office = bool(words & _OFFICIAL) and (source.is_general or words <= _OFFICIAL | _OF_OFFICES)
    is_office |= source.is_official or (source.has_rank and len(context.states) == 1)
    return (context.home_state or context.only_state) if is_office else None


_OFFICIAL: Final = word_set("counts_claims", "official")
_OF_OFFICES: Final = word_set("attribution", "modifiers") | {
    "of",
    "the",
    "for",
    "forces",
    "staff",
    "command",
}


def _source(view: View, anchor: int) -> Attribution | None:
    """Who says the count; one that only tells which attack is denied stays in the document's voice."""
    source = view.source_at(anchor)
    if source is None:
        return None
    if source not in view.sources:
        return None if _sums_up(view) else source
    before = view.lows[:anchor]
    if not _in_relative_clause(before, source.cue):
        return source
    denies = source.stance == "denies" or any(word.startswith("responsib") for word in before)
    return None if denies else source


def _sums_up(view: View) -> bool:
    """In two decades; in the ten months of the conflict: the text's own look back at the whole."""
    for position, low in enumerate(view.lows):
        if low not in _ERAS or not any(word in _IN for word in view.lows[max(position - 4, 0) : position]):
            continue
        number = view.tokens[position - 1]
        if number.kind != "number" and number.low not in number_words():
            continue
        following = view.lows[position + 1 : position + 4]
        if position <= _OPENING or (following[:1] == ["of"] and not _WARS.isdisjoint(following)):
            return True
    return False


_IN: Final = word_set("counts_claims", "in")
_OPENING: Final = 4  # tokens that "in more than two decades" may run to at the head of a sentence
_ERAS: Final = word_set("counts_claims", "eras")
_WARS: Final = word_set("counts_claims", "wars")


def _in_relative_clause(before: list[str], cue: int) -> bool:
    """An attack that left 70 dead: no part of what is denied, as what follows "denied that" is."""
    for position in range(len(before) - 1, max(len(before) - _CLAUSE, 0), -1):
        if before[position] in ("that", "which"):
            said = 0 < position - cue <= _ADVERB or before[position - 1] in _OF_SAYING
            return not said
    return False


_ADVERB: Final = 3  # words from a verb of saying to its "that": denied yesterday that
_CLAUSE: Final = 14  # words that a relative clause may run to before its figure
_OF_SAYING: Final = word_set("counts_claims", "of_saying")


def _stance(source: Attribution | None, anchor: int) -> Stance:
    return source.stance if source is not None and (source.cue < anchor or source.is_trailing) else "asserts"


def _place_reasons(view: View, spot: Spot) -> list[Reason]:
    if spot.name is None:
        return []
    return [view.reason("place", *spot.words, spot.rule) if spot.words else Reason("place", spot.rule)]


def _source_reason(view: View, source: Attribution) -> Reason:
    if source in view.sources:
        return view.reason("source", source.first, source.last, source.verb)
    return Reason("source", "carried within the paragraph")
