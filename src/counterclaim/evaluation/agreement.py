"""How far two claims of one kind agree: cumulative levels, and single attributes.

Counts reach `value` (the number is right), `core` (measure and object too) and `full` (bounds, party, source
and stance too); events reach `type` and `dated`. A claim that reaches a level has reached those before it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.evaluation.names import names_agree

Row = Mapping[str, Any]
"""A claim as a flat row, with the fields of the claim vocabulary; a missing field is as a null one."""

LEVELS = {"count": ("value", "core", "full"), "event": ("type", "dated")}
"""Each kind's levels, the easiest first."""

RIGHT_AT = {"count": "core", "event": "type"}
"""The level from which a claim counts as right, so that its attributes are judged."""

_WHOLE = 1.0
_RELATIVE = 1e-6


@dataclass(frozen=True, slots=True)
class Agreement:
    """Where two claims agree.

    Attributes:
        levels: each of their kind's `LEVELS`, with whether they reach it.
        attributes: each of their kind's attributes, with whether they agree in it.
    """

    levels: Mapping[str, bool]
    attributes: Mapping[str, bool]

    @property
    def strength(self) -> int:
        """Higher for a better agreement; a level weighs more than all attributes together."""
        return 10 * sum(self.levels.values()) + sum(self.attributes.values())


def agreement(gold: Row, predicted: Row) -> Agreement:
    """Compare two claims of one kind."""
    kind = gold["kind"]
    attributes = {name: agree(gold, predicted) for name, agree in ATTRIBUTES[kind].items()}
    levels, reached = {}, True
    for level in LEVELS[kind]:
        reached = reached and _REACHED[level](gold, predicted, attributes)
        levels[level] = reached
    return Agreement(levels, attributes)


def headline(row: Row) -> float | None:
    """The number that a count is known by: the lower bound, else the upper one."""
    low: float | None = row.get("low")
    high: float | None = row.get("high")
    return low if low is not None else high


# ---------------------------------------------------------------- attributes


def _bounds_agree(gold: Row, predicted: Row) -> bool:
    return all(_numbers_agree(gold.get(end), predicted.get(end)) for end in ("low", "high"))


def _numbers_agree(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(_WHOLE, _RELATIVE * max(abs(one), abs(other)))


def _stances_agree(gold: Row, predicted: Row) -> bool:
    return (gold.get("stance") or "asserts") == (predicted.get("stance") or "asserts")


def _scopes_agree(gold: Row, predicted: Row) -> bool:
    return bool(gold.get("scope") == predicted.get("scope"))


def _dates_agree(gold: Row, predicted: Row) -> bool:
    """Whether the two periods overlap when all of their ends are cut to the coarsest precision."""
    ends = [*_period(gold), *_period(predicted)]
    if not all(ends):
        return not any(ends)
    coarsest = min(map(len, ends))
    start, end, other_start, other_end = (day[:coarsest] for day in ends)
    return start <= other_end and other_start <= end


def _period(row: Row) -> tuple[str, str]:
    start, end = row.get("from_date") or "", row.get("to_date") or ""
    return start or end, end or start


def _until_agrees(gold: Row, predicted: Row) -> bool:
    """Whether the last days (of running tolls: the as-of dates) are the same at the coarser precision."""
    one, other = gold.get("to_date") or "", predicted.get("to_date") or ""
    coarser = min(len(one), len(other))
    return one[:coarser] == other[:coarser] if one and other else one == other


def _named(field: str) -> Callable[[Row, Row], bool]:
    return lambda gold, predicted: names_agree(gold.get(field), predicted.get(field))


ATTRIBUTES: Mapping[str, Mapping[str, Callable[[Row, Row], bool]]] = {
    "count": {
        "bounds": _bounds_agree,
        "party": _named("party"),
        "source": _named("source"),
        "stance": _stances_agree,
        "scope": _scopes_agree,
        "place": _named("place"),
        "dates": _dates_agree,
        "until": _until_agrees,
    },
    "event": {
        "actor": _named("actor"),
        "place": _named("place"),
        "source": _named("source"),
        "stance": _stances_agree,
        "dates": _dates_agree,
    },
}
"""Each kind's attributes, with what tells whether two claims agree in one."""


# ---------------------------------------------------------------- levels

_FULL = ("bounds", "party", "source", "stance")


def objects_agree(gold: Row, predicted: Row) -> bool:
    """Whether two counts' dotted objects are the same, or one is the other's family."""
    one, other = gold.get("object") or "", predicted.get("object") or ""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def measures_agree(gold: Row, predicted: Row) -> bool:
    """Whether two counts count the same done to their objects."""
    return bool(gold.get("measure") == predicted.get("measure"))


_REACHED: Mapping[str, Callable[[Row, Row, Mapping[str, bool]], bool]] = {
    "value": lambda gold, predicted, _: _numbers_agree(headline(gold), headline(predicted)),
    "core": lambda gold, predicted, _: measures_agree(gold, predicted) and objects_agree(gold, predicted),
    "full": lambda _gold, _predicted, attributes: all(attributes[name] for name in _FULL),
    "type": lambda gold, predicted, _: bool(gold.get("event_type") == predicted.get("event_type")),
    "dated": lambda _gold, _predicted, attributes: attributes["dates"],
}
"""What each level asks for over and above the level before it."""
