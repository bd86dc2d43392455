"""What reviewers' decisions make of the claims that extraction gave.

Nothing here touches a database: claims and decisions go in, the claims as reviewed come out, each with its
standing. Decisions are applied in the order in which they were taken, so that of two corrections of one field
the later one holds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from counterclaim.errors import CasebookError
from counterclaim.extraction.llm.vocabulary import EVENT_TYPES, MEASURES, OBJECTS
from counterclaim.model import Claim, Decision, Hedge, Reason, Scope, Stance, in_force
from counterclaim.partial_date import PartialDate

Standing = Literal["accepted", "corrected", "rejected", "merged", "split", "part"]

OVERRULED = ("rejected", "merged", "split")
"""Standings of claims that count for nothing because a reviewer decided so."""

ACTIONS = ("accept", "reject", "correct", "split", "merge", "pin")
"""What can be decided about single claims. A pin alone leaves them as they are: it settles how they weigh."""

_STANDINGS: Mapping[str, Standing] = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}
_PARTS = 1000
"""A part's ordinal is the decision's number times this, and its place; no number gives so many claims."""

_NUMBERS = ("low", "high")
_DATES = ("reported_on", "from_date", "to_date")
_WORDS: Mapping[str, Iterable[str]] = {
    "stance": get_args(Stance),
    "hedge": get_args(Hedge),
    "scope": get_args(Scope),
    "measure": MEASURES,
    "object": OBJECTS,
    "event_type": EVENT_TYPES,
}
_FREE = ("source", "source_side", "party", "actor", "target", "place")

CORRECTABLE = (*_NUMBERS, "approx", *_DATES, *_WORDS, *_FREE)
"""The fields of a claim that a reviewer can correct; its words and their place stay what they are."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A claim as reviewed.

    Attributes:
        claim: as it is now.
        standing: what the decisions made of it.
        decision: number of the one that settled that.
        extracted: as extraction gave it, where a decision altered it.
    """

    claim: Claim
    standing: Standing
    decision: int
    extracted: Claim | None = None

    @property
    def counts(self) -> bool:
        """Whether it takes part in findings."""
        return self.standing not in OVERRULED


def review(claims: Iterable[Claim], decisions: Iterable[Decision]) -> list[Reviewed]:
    """The claims that decisions in force settle, and the parts that splits make; the others stay as they are.

    Args:
        claims: as extraction gave them.
        decisions: all of a casebook, in their order. Those about claims that are not there do nothing.
    """
    extracted = {claim.id: claim for claim in claims}
    settled: dict[str, Reviewed] = {}
    for decision in in_force(decisions):
        for place, one in enumerate(decision.claims):
            before = settled[one].claim if one in settled else extracted.get(one)
            if before is not None:
                for made in _settle(before, place, decision):
                    settled[made.claim.id] = replace(made, extracted=_if_altered(made, extracted))
    return list(settled.values())


def _settle(claim: Claim, place: int, decision: Decision) -> Iterable[Reviewed]:
    """What a decision makes of one of its claims."""
    match decision.action:
        case "split":
            yield Reviewed(claim, "split", decision.number)
            yield from (
                Reviewed(part, "part", decision.number)
                for part in parts(claim, decision.values["parts"], decision.number)
            )
        case "merge":
            yield Reviewed(claim, "merged" if place else "accepted", decision.number)
        case "correct":
            yield Reviewed(
                corrected(claim, decision.values["fields"], "corrected"), "corrected", decision.number
            )
        case "accept" | "reject":
            yield Reviewed(claim, _STANDINGS[decision.action], decision.number)
        case _:  # pins, and what is decided about incidents, leave the claim as it is
            pass


def parts(claim: Claim, values: Iterable[Mapping[str, Any]], number: int) -> list[Claim]:
    """The claims that a split of this number makes of one."""
    return [
        replace(corrected(claim, each, "split"), ordinal=_PARTS * number + place)
        for place, each in enumerate(values)
    ]


def _if_altered(made: Reviewed, extracted: Mapping[str, Claim]) -> Claim | None:
    before = extracted.get(made.claim.id)
    return None if before == made.claim else before


def corrected(claim: Claim, values: Mapping[str, Any], rule: str) -> Claim:
    """The claim with these fields, each with a reviewer as its reason."""
    dates = {name: PartialDate(values[name]) for name in _DATES if values.get(name) is not None}
    reasons = tuple(reason for reason in claim.reasons if reason.field not in values)
    by_hand = tuple(Reason(name, f"{rule} by a reviewer") for name in values)
    return replace(claim, **{**values, **dates}, reasons=reasons + by_hand)


def checked(claim: Claim, values: Mapping[str, str]) -> dict[str, Any]:
    """Values as a person writes them, as a claim keeps them: "" becomes None, digits a number.

    Raises:
        CasebookError: a field that cannot be corrected, or a value that the claim cannot have.
    """
    found = {name: _value(name, words.strip()) for name, words in values.items()}
    after = corrected(claim, found, "corrected")
    if after.low is not None and after.high is not None and after.low > after.high:
        raise CasebookError(f"low={after.low} is more than high={after.high}.", "Set both: low=…,high=….")
    if after.kind == "count" and after.low is None and after.high is None:
        raise CasebookError("A count needs a number.", "Set low, high or both.")
    return found


def _value(name: str, words: str) -> Any:
    if name not in CORRECTABLE:
        raise CasebookError(
            f"A claim's {name} cannot be corrected.", f"These can: {', '.join(sorted(CORRECTABLE))}."
        )
    if not words and name != "stance":
        return None
    if name in _NUMBERS:
        return _number(name, words)
    if name == "approx":
        return _one_of(name, words.casefold(), ("true", "false")) == "true"
    if name in _DATES:
        try:
            return str(PartialDate(words))
        except ValueError as error:
            raise CasebookError(f"{name}: {error}.", "Write it as 2024, 2024-03 or 2024-03-09.") from None
    return _one_of(name, words, _WORDS[name]) if name in _WORDS else words


def _number(name: str, words: str) -> int:
    try:
        return int(words.replace(",", ""))
    except ValueError:
        raise CasebookError(f"{name}: {words} is no whole number.", "Write it in digits.") from None


def _one_of(name: str, word: str, known: Iterable[str]) -> str:
    if word not in known:
        raise CasebookError(
            f"{word} is none of the words for {name}.", f"It can be {', '.join(sorted(known))}."
        )
    return word
