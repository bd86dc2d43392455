"""The page on how to read the record, and on its limits."""

from collections import Counter
from dataclasses import dataclass

from counterclaim.publication.labels import BOUNDS, capitalised, event_phrase
from counterclaim.publication.parts import Parts
from counterclaim.publication.sides import Mark
from counterclaim.publication.views.overview import Tally, side_marks, tally
from counterclaim.taxonomies import crosswalk


@dataclass(frozen=True, slots=True)
class TypeRow:
    """What a type of event is called, here and elsewhere, each in words for a reader."""

    words: str
    acled: str
    plover: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule by which claims bound figures, in words for a reader.

    Attributes:
        sets: which ends of a figure it sets.
        of_record: whether this record's settings give it.
        claims: how many claims it decided.
    """

    label: str
    sets: str
    why: str
    of_record: bool
    claims: int


@dataclass(frozen=True, slots=True)
class GuidePage:
    """How to read this."""

    title: str
    tally: Tally
    sides: tuple[Mark, ...]
    types: tuple[TypeRow, ...]
    rules: tuple[RuleRow, ...]


def guide_page(parts: Parts) -> GuidePage:
    """The context of the page on how to read the record."""
    number = tally(parts, parts.index.record)
    return GuidePage("How to read this", number, side_marks(parts), _types(), _rules(parts))


def _rules(parts: Parts) -> tuple[RuleRow, ...]:
    used = Counter(
        weighing.rule for finding in parts.index.findings.values() for weighing in finding.weighings
    )
    return tuple(
        RuleRow(rule.label, BOUNDS[rule.bound], capitalised(rule.why), rule.of_casebook, used[rule.name])
        for rule in parts.index.record.reconciliation.rules
    )


def _types() -> tuple[TypeRow, ...]:
    return tuple(
        TypeRow(event_phrase(name), ", ".join(mapped.acled), ", ".join(mapped.plover))
        for name, mapped in crosswalk().items()
    )
