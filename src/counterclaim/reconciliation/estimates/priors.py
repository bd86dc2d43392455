"""What the model of reporting assumes: biases by relation, delays, widths of words; a table to dispute."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from counterclaim.errors import SettingsError
from counterclaim.policy import Relation
from counterclaim.reconciliation.tables import REMEDY, parse_table, within

Positive = Annotated[float, Field(gt=0)]
Counted = Literal["event", "war"]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Prior(_Row):
    """How a kind of source tends to be off, on the log scale; the keys are described in priors.toml."""

    name: str
    relation: tuple[Relation, ...]
    objects: tuple[str, ...] = ()
    documented: bool = False
    bias: float
    doubt: Positive
    conflict: Positive
    spread: Positive
    missing: Annotated[float, Field(ge=0)] = 0.0
    late: bool
    known: bool = True
    why: str


class Delay(_Row):
    """What early reports miss, and how far they may be off together."""

    shortfall: float
    doubt: float
    days: Positive

    def left(self, days: int) -> float:
        """Which share of the first day's shortfall and doubt is left `days` after the event."""
        return exp(-max(0, days) / self.days)


class Words(_Row):
    """By how much the words of a claim widen it."""

    common: float
    approximate: float
    hedged: float
    reach: Positive


class Tails(_Row):
    """How often a source is far off, and how far."""

    share: Annotated[float, Field(gt=0, lt=1)]
    times: Annotated[float, Field(gt=1)]
    weight: Positive


class Settled(_Row):
    """When a figure of a casebook counts as settled."""

    days: int
    agree: Annotated[float, Field(ge=1)]


class Enough(_Row):
    """What an estimate needs."""

    origins: int
    figure: int


class Learning(_Row):
    """How firmly the spreads are held before any settled figure is seen."""

    weight: Positive


class Priors(_Row):
    """The whole table; `prior` in the order in which its rows are tried."""

    prior: tuple[Prior, ...]
    delay: dict[Counted, Delay]
    words: Words
    tails: Tails
    settled: Settled
    enough: Enough
    learning: Learning

    def of(self, relation: Relation, counted: str, *, documented: bool) -> Prior | None:
        """The first prior that fits a claim; None for a text's own voice, whose relation nobody knows."""
        for row in self.prior:
            if (
                relation in row.relation
                and (documented or not row.documented)
                and (not row.objects or any(within(counted, whole) for whole in row.objects))
            ):
                return row
        return None


@cache
def load_priors() -> Priors:
    """The priors that come with the package.

    Raises:
        SettingsError: the table is wrong; the message names the key.
    """
    text = files(__package__).joinpath("priors.toml").read_text(encoding="utf-8")
    priors = parse_table(text, "reconciliation/estimates/priors.toml", TypeAdapter(Priors))
    check_priors(priors.prior)
    return priors


def check_priors(rows: Sequence[Prior]) -> None:
    """Make sure that every named source finds a prior, whatever it counts.

    Raises:
        SettingsError: some relation has no row without further conditions.
    """
    always = (row for row in rows if not row.objects and not row.documented)
    missing = set(get_args(Relation)) - {"document"} - {name for row in always for name in row.relation}
    if missing:
        raise SettingsError(
            f"priors.toml has no prior that always fits for {', '.join(sorted(missing))}.", REMEDY
        )
