"""The names and dates of an answer, as far as its document bears them out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.extraction.llm.answers import AnsweredClaim
from counterclaim.extraction.llm.evidence import Evidence
from counterclaim.model import Reason
from counterclaim.partial_date import PartialDate

Check = Callable[[Evidence, str], str | None]


def _name(evidence: Evidence, value: str) -> str | None:
    return value if evidence.names(value) else None


CHECKS: Mapping[str, tuple[Check, str]] = {
    "source": (_name, "is not named in the document"),
    "place": (_name, "is not named in the document"),
    "source_side": (Evidence.party, "is not named in the document"),
    "party": (Evidence.party, "is not named in the document"),
    "actor": (Evidence.party, "is not named in the document"),
    "target": (Evidence.party, "is not named in the document"),
    "reported_on": (Evidence.date, "is no date, or of a year of which the document does not speak"),
    "from_date": (Evidence.date, "is no date, or of a year of which the document does not speak"),
    "to_date": (Evidence.date, "is no date, or of a year of which the document does not speak"),
}
"""For each field that can be held against the document: how, and what is said where it fails."""


@dataclass(frozen=True, slots=True)
class Fields:
    """An answer's names and dates.

    Attributes:
        values: those that the document bears out, by the claim's fields.
        reasons: where they come from.
        emptied: those that it does not bear out, each with its value and with why.
    """

    values: Mapping[str, Any]
    reasons: tuple[Reason, ...]
    emptied: tuple[tuple[str, str, str], ...] = ()


def checked_fields(evidence: Evidence, answered: AnsweredClaim, rule: str) -> Fields:
    """Hold an answer's names and dates against the document.

    Args:
        evidence: the document.
        answered: the answer.
        rule: what the reasons give as the rule.
    """
    given = {name: value for name in CHECKS if (value := getattr(answered, name, None)) is not None}
    held = {name: CHECKS[name][0](evidence, value) for name, value in given.items()}
    emptied = [(name, given[name], CHECKS[name][1]) for name, value in held.items() if value is None]
    values: dict[str, Any] = {name: value for name, value in held.items() if value is not None}
    emptied += _drop_reversed(values)
    reasons = [Reason(name, rule) for name in values]
    if "reported_on" not in given and evidence.document.date is not None:
        values["reported_on"] = evidence.document.date
        reasons.append(Reason("reported_on", "the document's date"))
    return Fields(values, tuple(reasons), tuple(emptied))


def _drop_reversed(values: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Take out a first day that comes after the last."""
    first, last = values.get("from_date"), values.get("to_date")
    if not (isinstance(first, PartialDate) and isinstance(last, PartialDate) and first.first > last.last):
        return []
    del values["from_date"], values["to_date"]
    why = "belongs to a period that ends before it begins"
    return [("from_date", first, why), ("to_date", last, why)]
