"""What reviewers decided: the page of all decisions, and those that a finding or a claim rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.model import Decision, undone
from counterclaim.partial_date import PartialDate
from counterclaim.publication import urls
from counterclaim.publication.dates import date_words
from counterclaim.publication.labels import BOUNDS, DECISIONS, FIELD_NAMES
from counterclaim.publication.parts import Parts


@dataclass(frozen=True, slots=True)
class DecidedWords:
    """The words of a claim that a decision is about; `url` is None where the claim is found no longer."""

    quote: str
    url: str | None


@dataclass(frozen=True, slots=True)
class DecisionBrief:
    """A decision.

    Attributes:
        what: what was decided, in words.
        values: what it settled, in words; "" where it settled no values.
        day: when, in words.
        holds: whether it was not taken back.
    """

    decision: Decision
    url: str
    what: str
    values: str
    day: str
    about: tuple[DecidedWords, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """Everything that reviewers decided, the newest first."""

    title: str
    decisions: tuple[DecisionBrief, ...]


def decisions_page(parts: Parts) -> DecisionsPage:
    """The context of the page of decisions."""
    found = (decision_brief(parts, one) for one in reversed(parts.index.record.decisions) if one.claims)
    return DecisionsPage("Reviewers' decisions", tuple(found))


def decisions_on(parts: Parts, claim_ids: Iterable[str]) -> tuple[DecisionBrief, ...]:
    """The decisions in force about some claims, in their order."""
    found = {one.number: one for each in claim_ids for one in parts.index.decisions_on.get(each, ())}
    return tuple(decision_brief(parts, found[number]) for number in sorted(found))


def decision_brief(parts: Parts, decision: Decision) -> DecisionBrief:
    """A decision in words."""
    return DecisionBrief(
        decision=decision,
        url=urls.decision(decision.number),
        what=decision_words(decision),
        values=values_words(decision),
        day=date_words(PartialDate(decision.at[:10])),
        about=tuple(
            DecidedWords(words["quote"], urls.claim(claim) if claim in parts.index.known else None)
            for claim, words in zip(decision.claims, decision.values.get("words", ()), strict=False)
        ),
        holds=decision.number not in undone(parts.index.record.decisions),
    )


def decision_words(decision: Decision) -> str:
    """What was decided, in words."""
    if decision.undoes:
        return f"Decision {decision.undoes} taken back"
    return DECISIONS.get(decision.action, decision.action.capitalize())


def values_words(decision: Decision) -> str:
    """Values that were settled, in words: "whose losses: North; least number: 5"."""
    values = decision.values
    pinned = [BOUNDS[values["bound"]]] if "bound" in values else []
    ruled = [f"by the rule {values['rule']}"] if "rule" in values else []
    settled = [*values.get("parts", ()), values.get("fields", {})]
    said = ("; ".join(f"{_name(name)}: {_said(value)}" for name, value in each.items()) for each in settled)
    return " / ".join(filter(None, (*pinned, *ruled, *said)))


def _name(field: str) -> str:
    return FIELD_NAMES.get(field, field).lower()


def _said(value: object) -> str:
    return "not stated" if value is None else str(value)
