"""Counts found in a document: the sequence from numbers to claims."""

from dataclasses import replace
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.antecedent import (
    Antecedent,
    asked,
    continues,
    expected_kind,
    is_bare_figure,
    is_further,
    opens_with_it,
)
from counterclaim.extraction.counts.claims import claim_of
from counterclaim.extraction.counts.cues import Cue, find_cues, kind_of_object
from counterclaim.extraction.counts.lists import Introductions
from counterclaim.extraction.counts.meaning import settle_later_death, settle_level
from counterclaim.extraction.counts.measure import give_measures
from counterclaim.extraction.counts.phrases import Counted, counted_phrases
from counterclaim.extraction.counts.retraction import is_taken_back
from counterclaim.extraction.counts.singular import singular_phrases
from counterclaim.extraction.focus import Focus
from counterclaim.extraction.timing import Chronicle
from counterclaim.model import Claim, Document, PassedOver


def find_counts(
    document: Document, context: Context, views: list[View], focus: Focus
) -> tuple[list[Claim], list[PassedOver]]:
    """Every count in a document, and every number that became none, with why.

    Args:
        document: the document.
        context: what holds for the whole of it.
        views: its analysed sentences.
        focus: their places.
    """
    claims: list[Claim] = []
    passed: list[PassedOver] = []
    before = Antecedent()
    chronicle = Chronicle(views, document.date, context.subject)
    introductions = Introductions(views)
    heading_party: str | None = None
    for index, view in enumerate(views):
        if view.is_heading and index > 0:
            named = {mention.party for mention in view.parties}
            heading_party = named.pop() if len(named) == 1 else None
        previous = views[index - 1] if index and views[index - 1].paragraph == view.paragraph else None
        # 1. what is counted, and what was done to it
        cues = find_cues(view.tokens) if view.numbers or _may_be_singular(view) else []
        phrases = counted_phrases(view, cues, expected_kind(before, view))
        give_measures(view.tokens, phrases, cues)
        phrases += singular_phrases(view, cues, phrases)
        for phrase in phrases:
            settle_level(view, phrase)
            settle_later_death(view, phrase, cues)
        phrases.sort(key=lambda p: p.number.first)
        # 2. each phrase as a claim, or why it is none
        introductions.turn_to(view)
        for phrase in phrases:
            phrase.introduced = introductions.cue_for(phrase)
            if introductions.sentence is not None:
                phrase.introduced_party = introductions.party() if phrase.introduced else None
                phrase.introduced_by = " ".join(token.low for token in introductions.sentence.tokens)
            why = phrase.why_not or _why_unplaced(view, phrase, before, index)
            if why:
                passed.append(_passed(document, view, phrase, why))
                continue
            claim = claim_of(
                document, view, phrase, context, before, focus, chronicle, heading_party, previous, index
            )
            after = views[index + 1] if index + 1 < len(views) else None
            if is_taken_back(view, phrase, after):
                claim = replace(claim, stance="retracts")
            claims += [claim, *_second_predicate(view, phrase, cues, claim)]
            before = Antecedent(claim, view.paragraph, index, before.parties, claims)
        question = asked(document, view)
        if question is not None:
            before = Antecedent(question, view.paragraph, index, before.parties, claims)
    return claims, passed


def _second_predicate(view: View, phrase: Counted, cues: list[Cue], claim: Claim) -> list[Claim]:
    """Eleven civilians were arrested and then killed: a second verb gives a claim of its own."""
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
        if cue.measure in ("captured", "detained") and other.measure == "deployed":
            return []  # abducted and taken across the border
        if kind_of_object(claim.object or "person") not in other.of or numbers & set(
            range(cue.last, other.first + 4)
        ):
            return []
        gap = [t.low for t in view.tokens[other.first - 3 : other.first]]
        if other.role == "patient" and (
            gap[-1:] == ["and"] or gap[-2:] in (["and", "then"], ["and", "later"], ["and", "subsequently"])
        ):
            reason = view.reason("measure", other.first, other.last, f"second verb: {other.measure}")
            return [replace(claim, measure=other.measure, ordinal=1, reasons=(*claim.reasons, reason))]
    return []


_SINGULAR: Final = frozenset(
    (
        *(
            "a",
            "an",
            "another",
            "its",
            "his",
            "her",
            "their",
            "no",
            "none",
            "nobody",
            "was",
            "has",
            "died",
            "the",
        ),
        *("assassinated", "killed", "murdered"),
    )
)


def _may_be_singular(view: View) -> bool:
    return not _SINGULAR.isdisjoint(view.words)


def _why_unplaced(view: View, phrase: Counted, before: Antecedent, index: int) -> str:
    if phrase.object is not None or phrase.cue is not None:
        return ""
    if (
        phrase.number.is_money
        or phrase.introduced is not None
        or (phrase.is_level and before.claim is not None)
    ):
        return ""
    if (
        before.claim is not None
        and before.paragraph == view.paragraph
        and (phrase.partitive or is_further(view, phrase))
    ):
        return ""
    same_paragraph = before.claim is not None and before.paragraph == view.paragraph
    if same_paragraph and is_bare_figure(view, phrase):
        return ""
    if before.claim is not None and before.sentence == index and continues(view, phrase):
        return ""
    if (
        before.claim is not None
        and (view.is_list_item or before.paragraph == view.paragraph)
        and opens_with_it(view, phrase)
    ):
        return ""
    return "no head found"


def _passed(document: Document, view: View, phrase: Counted, why: str) -> PassedOver:
    start = view.tokens[phrase.number.opening].start
    end = view.tokens[phrase.number.closing].end
    return PassedOver(document.digest, start, end, document.text[start:end], why)
