"""Counts found in a document: the sequence from numbers to claims."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.clauses import quote_span
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.cues import Cue, find_cues, kind_of_object
from counterclaim.extraction.counts.fields import actor_of, party_of
from counterclaim.extraction.counts.measure import give_measures
from counterclaim.extraction.counts.phrases import Counted, counted_phrases
from counterclaim.extraction.counts.scope import Setting, scope_of
from counterclaim.extraction.counts.singular import singular_phrases
from counterclaim.extraction.focus import Focus
from counterclaim.extraction.hedges import hedge_near
from counterclaim.extraction.places import PlaceMention
from counterclaim.extraction.timing import Timing, when
from counterclaim.lexicon import word_set
from counterclaim.model import Claim, Document, PassedOver, Reason

_PEOPLE = "person"


@dataclass(slots=True)
class _Antecedent:
    """The count before, from which a count with parts left out takes them."""

    claim: Claim | None = None
    paragraph: int = -1
    sentence: int = -1
    parties: dict[tuple[str, str], str] = field(default_factory=dict)


def find_counts(
    document: Document, context: Context, views: list[View]
) -> tuple[list[Claim], list[PassedOver]]:
    """Every count in a document, and every number that became none, with why.

    Args:
        document: the document.
        context: what holds for the whole of it.
        views: its analysed sentences.
    """
    claims: list[Claim] = []
    passed: list[PassedOver] = []
    before = _Antecedent()
    focus = Focus(document.text, views)
    for index, view in enumerate(views):
        # 1. what is counted, and what was done to it
        cues = find_cues(view.tokens) if view.numbers or _may_be_singular(view) else []
        phrases = counted_phrases(view, cues, _expected(before, view))
        give_measures(view.tokens, phrases, cues)
        phrases += singular_phrases(view, cues, phrases)
        phrases.sort(key=lambda p: p.number.first)
        # 2. each phrase as a claim, or why it is none
        found: list[tuple[Counted, Claim]] = []
        introduced = _introduced(views, index)
        for phrase in phrases:
            phrase.introduced = introduced(phrase)
            why = phrase.why_not or _why_unplaced(view, phrase, before, index)
            if why:
                passed.append(_passed(document, view, phrase, why))
                continue
            claim = _claim(document, view, phrase, context, before, focus, index)
            found += [
                (phrase, claim),
                *((phrase, also) for also in _second_predicate(view, phrase, cues, claim)),
            ]
            before = _Antecedent(claim, view.paragraph, index, before.parties)
        claims += [claim for _, claim in found]
    return claims, passed


def _expected(before: _Antecedent, view: View) -> str:
    """The kind of thing that the paragraph last counted."""
    if before.claim is None or before.paragraph != view.paragraph or not before.claim.object:
        return "people"
    return kind_of_object(before.claim.object)


def _introduced(views: list[View], index: int) -> Callable[[Counted], Cue | None]:
    """For an item of a list: the cue of the sentences that introduce the list, if they speak of such things."""
    start = index
    while start > 0 and views[start - 1].paragraph == views[index].paragraph:
        start -= 1
    is_item = start < index and views[index].tokens[0].kind == "mark" and not views[index].is_heading
    intro = [cue for view in views[start:index] for cue in find_cues(view.tokens)] if is_item else []

    def cue_for(phrase: Counted) -> Cue | None:
        kind = kind_of_object(phrase.object) if phrase.object else phrase.expected
        fitting = [
            c for c in intro if kind in c.of and c.measure not in ("same", "other") and c.form != "base"
        ]
        tallies = [c for c in fitting if c.role in ("tally", "loser")]
        return (tallies or fitting or [None])[-1]

    return cue_for


def _second_predicate(view: View, phrase: Counted, cues: list[Cue], claim: Claim) -> list[Claim]:
    """Eleven civilians were arrested and then killed: a second verb of the same subject is a claim of its own."""
    cue = phrase.cue
    if cue is None or cue.first < phrase.last or not (cue.is_passive and cue.role == "patient"):
        return []
    numbers = {n.first for n in view.numbers}
    for other in cues:
        if (
            other.first <= cue.last
            or other.measure == cue.measure
            or other.form not in ("past", "participle")
        ):
            continue
        if kind_of_object(claim.object or "person") not in other.of or numbers & set(
            range(cue.last, other.first + 4)
        ):
            return []
        gap = [t.low for t in view.tokens[other.first - 3 : other.first]]
        if other.role == "patient" and (
            gap[-1:] == ["and"] or gap[-2:] in (["and", "then"], ["and", "later"], ["and", "subsequently"])
        ):
            reason = _reason(view, "measure", other.first, other.last, f"second verb: {other.measure}")
            return [replace(claim, measure=other.measure, ordinal=1, reasons=(*claim.reasons, reason))]
    return []


def _may_be_singular(view: View) -> bool:
    return any(
        t.low in ("a", "an", "another", "its", "his", "her", "was", "has", "died") for t in view.tokens
    )


def _why_unplaced(view: View, phrase: Counted, before: _Antecedent, index: int) -> str:
    if phrase.object is not None or phrase.cue is not None:
        return ""
    if phrase.number.is_money or phrase.introduced is not None:
        return ""
    if (
        before.claim is not None
        and before.paragraph == view.paragraph
        and (phrase.partitive or _is_further(view, phrase))
    ):
        return ""
    if before.claim is not None and before.sentence == index and _continues(view, phrase):
        return ""
    return "no head found"


def _is_further(view: View, phrase: Counted) -> bool:
    """A further two have yet to be identified: the words themselves say that the count goes on."""
    words = {t.low for t in view.tokens[phrase.first : phrase.number.closing + 2]}
    return bool(words & {"further", "another", "more", "others", "additional"})


def _continues(view: View, phrase: Counted) -> bool:
    """Six in Martuni, three of them: a bare number that goes on with the count before it."""
    tokens = view.tokens
    after = tokens[phrase.number.closing + 1].low if phrase.number.closing + 1 < len(tokens) else "."
    previous = tokens[phrase.first - 1].low if phrase.first else ""
    return previous in (",", "and", ";", "(", "another", "to", "but", "from") and after in (
        "in",
        "at",
        "near",
        "from",
        "of",
        "on",
        ".",
        ",",
        ";",
        "and",
        ")",
        "were",
        "more",
        "others",
        "when",
        "during",
        "by",
        "to",
    )


def _passed(document: Document, view: View, phrase: Counted, why: str) -> PassedOver:
    start = view.tokens[phrase.number.opening].start
    end = view.tokens[phrase.number.closing].end
    return PassedOver(document.digest, start, end, document.text[start:end], why)


# ---------------------------------------------------------------- one claim


def _claim(
    document: Document,
    view: View,
    phrase: Counted,
    context: Context,
    before: _Antecedent,
    focus: Focus,
    index: int,
) -> Claim:
    tokens = view.tokens
    anchor = phrase.number.first
    reasons = [
        _reason(
            view,
            "low",
            phrase.number.opening,
            phrase.number.closing,
            phrase.number.bound or "number as written",
        )
    ]
    model = _model(view, phrase, before, index)
    measure, object_ = _what(view, phrase, model, reasons)
    source = _source(view, anchor)
    side = source.party if source else model.source_side if model and _is_anaphoric(view, phrase) else None
    place, is_own = _place(focus, index, phrase, model)
    if phrase.partitive and model is not None and model.party is not None:
        party, rule = model.party, "a part of the count before"
    else:
        party, rule = party_of(view, phrase, side, place, context)
    if party is None and model is not None and model.party is not None and _same_people(model, object_):
        party, rule = model.party, "carried from the count before"
    if (
        party is None
        and context.is_between_states
        and object_.startswith(("person.military", "materiel", "settlement"))
    ):
        party, rule = before.parties.get((measure, object_)), "whose it was when last counted"
    if party is not None:
        before.parties[measure, object_] = party
    if party is not None:
        reasons.append(Reason("party", rule))
    timing = when(
        document, view, phrase.first, phrase.last, phrase.cue.first if phrase.cue else anchor, context, model
    )
    in_focus = place is not None and place == focus.whole
    scope, why = scope_of(Setting(view, phrase, timing.happened, measure, in_focus, model))
    reasons.append(Reason("scope", why))
    start, end = quote_span(document.text, view, phrase.first, phrase.last, phrase.cue)
    if source is not None and source.source is not None:
        reasons.append(_source_reason(view, source))
    from_date, to_date = timing.dates(scope, context)
    return Claim(
        document=document.digest,
        start=start,
        end=end,
        quote=document.text[start:end],
        anchor=tokens[anchor].start,
        kind="count",
        source=source.source if source else model.source if model and _is_anaphoric(view, phrase) else None,
        source_side=side,
        stance=_stance(source, anchor),
        hedge=hedge_near(view, anchor, source),
        reported_on=timing.reported_on,
        measure=measure,
        object=object_,
        low=phrase.range.low,
        high=phrase.range.high,
        approx=phrase.range.approx,
        party=party,
        actor=actor_of(view, phrase, context),
        scope=scope,
        place=place if is_own or (scope == "incident" and _is_local(object_)) else None,
        from_date=from_date,
        to_date=to_date,
        reasons=tuple(reasons),
    )


def _source(view: View, anchor: int) -> Attribution | None:
    """Who says the count; a count that only tells which attack is denied stays in the document's voice."""
    source = view.source_at(anchor)
    if source is None or source not in view.sources:
        return source
    before = [token.low for token in view.tokens[:anchor]]
    denies = source.stance == "denies" or any(word.startswith("responsib") for word in before)
    return None if denies and ("that" in before[-8:] or "which" in before[-8:]) else source


def _stance(source: Attribution | None, anchor: int) -> str:
    return (
        source.stance
        if (source is not None and source.cue < anchor) or (source is not None and source.is_trailing)
        else "asserts"
    )


def _reason(view: View, name: str, first: int, last: int, rule: str) -> Reason:
    return Reason(name, rule, view.tokens[first].start, view.tokens[last].end)


def _source_reason(view: View, source: Attribution) -> Reason:
    if source in view.sources:
        return _reason(view, "source", source.first, source.last, source.verb)
    return Reason("source", "carried within the paragraph")


def _model(view: View, phrase: Counted, before: _Antecedent, index: int) -> Claim | None:
    """The count before that this one takes its missing parts from: in its paragraph, its list, or by an anaphor."""
    if before.claim is None:
        return None
    if before.paragraph == view.paragraph or (index - before.sentence <= 2 and _is_anaphoric(view, phrase)):
        return before.claim
    return None


_ANAPHORS = word_set("counts_find", "anaphors")


def _is_anaphoric(view: View, phrase: Counted) -> bool:
    """Whether a sentence points back to the one before: "the bulk of them", "those losses", "a further 46"."""
    lows = [token.low for token in view.tokens]
    pairs = zip(lows[: phrase.last + 3], lows[1 : phrase.last + 4], strict=False)
    return bool(_ANAPHORS & set(lows[: phrase.last + 2])) or any(
        a == "the" and b in _SPOKEN_OF for a, b in pairs
    )


_SPOKEN_OF = word_set("counts_find", "spoken_of")


def _same_people(model: Claim, object_: str) -> bool:
    return (model.object or "").split(".")[0] == object_.split(".")[0]


_DOUBTFUL = 2.6  # a cue that costs more is no better than the count before


def _what(view: View, phrase: Counted, model: Claim | None, reasons: list[Reason]) -> tuple[str, str]:
    """Measure and object, from the phrase, its cue, and the count before."""
    cue, object_ = _resolved(view, phrase), phrase.object
    same_sentence = model is not None and model.anchor >= view.start
    if (
        object_ is None
        and cue is not None
        and (same_sentence or _is_further(view, phrase))
        and phrase.cost > _DOUBTFUL
    ):
        cue = None  # better the count before than a cue that is far
    if _is_population(view, phrase):
        return "other", object_ or "person"
    if _is_of_bodies(view, phrase):
        return ("other" if _is_handed_over(view) else "killed"), _specified(view, phrase, object_ or "person")
    if phrase.head is not None:
        reasons.append(_reason(view, "object", phrase.head.first, phrase.head.last, "head of the number"))
    if cue is not None:
        reasons.append(_reason(view, "measure", cue.first, cue.last, f"{cue.role} of {cue.measure}"))
        measure = cue.measure
        if object_ is None:
            object_ = _object_of_cue(cue, model, phrase)
        return measure, _specified(view, phrase, _refined(object_, model, phrase))
    if model is not None and (
        phrase.partitive or object_ is None or _is_subset(view, phrase) or _is_breakdown(view, phrase, model)
    ):
        reasons.append(Reason("measure", "carried from the count before"))
        return model.measure or "other", _narrowed(object_, model)
    if phrase.introduced is not None:
        reasons.append(Reason("measure", "the sentence that introduces the list"))
        return phrase.introduced.measure, object_ or "person"
    if object_ == "incident" and _says_violation(view, phrase):
        return "violations", "incident"
    return ("cost" if object_ == "money" else "other"), object_ or "person"


def _resolved(view: View, phrase: Counted) -> Cue | None:
    """The phrase's cue; for a bare level ("it rose by 36"), the measure spoken of before it in the sentence."""
    if phrase.cue is None or phrase.cue.measure != "same":
        return phrase.cue
    expected = kind_of_object(phrase.object) if phrase.object else phrase.expected
    before = [
        c
        for c in find_cues(view.tokens)
        if c.first < phrase.first
        and c.measure not in ("same", "other", "deployed")
        and expected in c.of
        and (c.role in ("tally", "undergoer", "status") or c.form in ("past", "participle"))
    ]
    return before[-1] if before else None


def _is_of_bodies(view: View, phrase: Counted) -> bool:
    """The remains of 200 people, the bodies of six soldiers."""
    before = [t.low for t in view.tokens[max(phrase.first - 2, 0) : phrase.first]]
    return len(before) == 2 and before[1] == "of" and before[0] in ("bodies", "remains", "corpses")


def _is_handed_over(view: View) -> bool:
    return any(c.measure == "other" and "people" in c.of for c in find_cues(view.tokens))


_WHOLES = word_set("counts_find", "wholes")


def _is_population(view: View, phrase: Counted) -> bool:
    """A nation of 30 million people: what lives there, whatever verb stands near."""
    before = [t.low for t in view.tokens[max(phrase.first - 2, 0) : phrase.first]]
    return len(before) == 2 and before[1] in ("of", "to") and before[0] in _WHOLES


def _says_violation(view: View, phrase: Counted) -> bool:
    words = {token.low for token in view.tokens[phrase.first : phrase.last + 1]}
    return bool(words & {"violation", "violations", "breaches", "breach"})


def _specified(view: View, phrase: Counted, object_: str) -> str:
    """Soldiers deployed as peacekeepers, fighters recruited abroad: the sentence says which kind."""
    if object_ not in ("person", "person.military"):
        return object_
    near = [t.low for t in view.tokens[max(phrase.first - 20, 0) : phrase.last + 14]]
    if (
        phrase.cue is not None
        and phrase.cue.measure == "deployed"
        and any(w.startswith("peacekeep") for w in near)
    ):
        return "person.peacekeeper"
    if (
        any(w in ("mercenary", "mercenaries", "recruited", "recruits") for w in near[:40])
        and object_ == "person.military"
    ):
        return "person.mercenary"
    return object_


def _object_of_cue(cue: Cue, model: Claim | None, phrase: Counted) -> str:
    if model is not None and model.object and _kind(model.object) in cue.of:
        if _kind(model.object) != "people" or model.object in (
            "person.civilian",
            "person.military",
            "person.mercenary",
        ):
            return model.object
    for kind, code in (
        ("people", "person"),
        ("materiel", "materiel"),
        ("structures", "structure"),
        ("settlements", "settlement"),
        ("incidents", "incident"),
        ("money", "money"),
    ):
        if kind in cue.of:
            return code
    return "incident"


def _kind(code: str) -> str:
    from counterclaim.extraction.counts.cues import kind_of_object

    return kind_of_object(code)


def _refined(object_: str, model: Claim | None, phrase: Counted) -> str:
    """ "people" of civilians or soldiers spoken of just before are civilians or soldiers."""
    if (
        object_ == "person"
        and phrase.partitive
        and model is not None
        and (model.object or "").startswith("person.")
    ):
        return model.object or object_
    return object_


def _narrowed(object_: str | None, model: Claim) -> str:
    if object_ is None or object_ == "person":
        return model.object or object_ or "person"
    return object_


def _is_breakdown(view: View, phrase: Counted, model: Claim) -> bool:
    """Whether a colon leads from the count before to this one: "148 dead: on one side 61, on the other 87 fighters"."""
    if not _same_people(model, phrase.object or ""):
        return False
    start = view.start if view.start <= model.anchor else model.anchor
    return any(t.low == ":" for t in view.tokens[2:] if start < t.start < view.tokens[phrase.first].start)


def _is_subset(view: View, phrase: Counted) -> bool:
    """Whether a phrase names a part of the count before: "including 16 children", "14 women and 17 children"."""
    tokens = view.tokens
    before = {token.low for token in tokens[max(phrase.first - 4, 0) : phrase.first]}
    after = {token.low for token in tokens[phrase.last + 1 : phrase.last + 4]}
    return (
        bool(before & {"including", "among", "whom", "includes", "included", "include", "victims", "dead"})
        or {"among", "them"} <= after
    )


def _is_local(object_: str) -> bool:
    """Whether a count without a place of its own is of the place in focus: people and buildings, not armies."""
    return object_.startswith(("person", "structure")) and not object_.startswith(
        ("person.military", "person.mercenary")
    )


def _place(focus: Focus, index: int, phrase: Counted, model: Claim | None) -> tuple[str | None, bool]:
    """The place nearest to a phrase in its sentence, else the one in focus; and whether it is the sentence's own."""

    def cost(place: PlaceMention) -> float:
        distance = (
            place.first - phrase.last if place.first > phrase.last else (phrase.first - place.first) * 1.3
        )
        return distance - 6 * place.strength

    places = focus.places(index)
    if places:
        return min(places, key=cost).name, True
    if model is not None and model.place is not None:
        return model.place, phrase.partitive
    return focus.before(index), False


__all__ = ["Timing", "find_counts"]
