"""The page of a claim: its fields with their reasons, its words in context, what rests on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.model import Claim, Weighing
from counterclaim.partial_date import PartialDate
from counterclaim.publication.briefs import ClaimBrief, FindingBrief
from counterclaim.publication.dates import date_words
from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.earlier import changes, stretches
from counterclaim.publication.highlight import Block, Span, blocks, key_span
from counterclaim.publication.labels import (
    BOUNDS,
    COUNT_ONLY,
    EVENT_ONLY,
    FIELD_NAMES,
    OBJECTS,
    SCOPES,
    STANCES,
    capitalised,
    event_phrase,
    opened,
    role_of,
)
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.decisions import DecisionBrief, decisions_on
from counterclaim.publication.views.incident import IncidentLink, incidents_of

CONTEXT = 320
"""How many characters of context stand on either side of the quote, at the least."""


@dataclass(frozen=True, slots=True)
class FieldReason:
    """The rule that gave a field, and the words it was read from, "" where there are none."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field in words with its reasons; `value` is "" where the text does not say."""

    name: str
    value: str
    reasons: tuple[FieldReason, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A finding that the claim is part of, and what it did there.

    Attributes:
        roles, reasons: what it did and why on earlier days, each with the day from which on.
        known: over which days it was part of it, as pages have it in `data-known`.
    """

    finding: FindingBrief
    weighing: Weighing
    role: str
    roles: tuple[tuple[str, str], ...]
    reasons: tuple[tuple[str, str], ...]
    known: str


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim.

    Attributes:
        context: the text around the quote; `cut_before` and `cut_after` say that it goes on.
    """

    title: str
    brief: ClaimBrief
    context: tuple[Block, ...]
    cut_before: bool
    cut_after: bool
    fields: tuple[FieldRow, ...]
    uses: tuple[Use, ...]
    contradictions: tuple[ContradictionBrief, ...]
    decisions: tuple[DecisionBrief, ...]
    incidents: tuple[IncidentLink, ...]


def claim_page(parts: Parts, claim_id: str) -> ClaimPage:
    """The context of a claim's page."""
    brief = parts.claim(claim_id)
    text = brief.document.text
    start, end = claim_context(brief.claim, text)
    return ClaimPage(
        title=f"{brief.what}: {brief.figure}" if brief.figure else brief.what,
        brief=brief,
        context=blocks(text[start:end], _spans(brief, text, start)),
        cut_before=start > 0,
        cut_after=end < len(text),
        fields=tuple(_fields(brief.claim, text)),
        uses=tuple(_use(parts, finding, claim_id) for finding in parts.findings_with(claim_id)),
        contradictions=parts.contradictions_with([claim_id]),
        decisions=decisions_on(parts, [claim_id]),
        incidents=incidents_of(parts, claim_id),
    )


def claim_context(claim: Claim, text: str) -> tuple[int, int]:
    """Where the paragraph around a quote starts and ends; of a long one, a stretch cut at spaces."""
    start = max(text.rfind("\n", 0, claim.start) + 1, text.find(" ", max(0, claim.start - CONTEXT)) + 1)
    paragraph_end = text.find("\n", claim.end)
    end = min(paragraph_end if paragraph_end >= 0 else len(text), claim.end + CONTEXT)
    if end == claim.end + CONTEXT:
        end = max(claim.end, text.rfind(" ", claim.end, end))
    return min(start, claim.start), end


def _spans(brief: ClaimBrief, text: str, offset: int) -> list[Span]:
    first, last = key_span(brief.claim, text)
    return [
        Span(
            brief.claim.start - offset,
            brief.claim.end - offset,
            "quote",
            brief.id,
            brief.claim.kind == "count",
        ),
        Span(first - offset, last - offset, "key", brief.id),
    ]


def _use(parts: Parts, finding: FindingBrief, claim_id: str) -> Use:
    weighing = next(item for item in finding.finding.weighings if item.claim == claim_id)
    then = [
        (stage.day, next((one for one in stage.thing.weighings if one.claim == claim_id), None))
        for stage in parts.history.finding_stages(finding.id)
        if stage.thing
    ]
    return Use(
        finding,
        weighing,
        BOUNDS[role_of(weighing)],
        roles=changes((day, BOUNDS[role_of(one)]) for day, one in then if one),
        reasons=changes((day, capitalised(one.reason)) for day, one in then if one),
        known=stretches(then),
    )


def _fields(claim: Claim, text: str) -> Iterable[FieldRow]:
    absent = EVENT_ONLY if claim.kind == "count" else COUNT_ONLY
    for field, name in FIELD_NAMES.items():
        if field not in absent:
            yield FieldRow(name, _value(field, getattr(claim, field)), _reasons(claim, field, text))


def _reasons(claim: Claim, field: str, text: str) -> tuple[FieldReason, ...]:
    return tuple(
        FieldReason(reason.rule, "" if reason.start is None else text[reason.start : reason.end])
        for reason in claim.reasons
        if reason.field == field
    )


def _value(field: str, value: object) -> str:
    """A field's value in words."""
    match field, value:
        case _, None:
            return ""
        case "event_type", str():
            return event_phrase(value)
        case "object", str():
            return OBJECTS.get(value, opened(value))
        case "stance" | "scope", str():
            return STANCES.get(value) or SCOPES.get(value) or value
        case _, PartialDate():
            return date_words(value)
        case _, bool():
            return "yes" if value else "no"
        case _, int():
            return f"{value:,}"
    return str(value)
