"""Invented conflicts whose true numbers are known, reported by sources that are off as a world says.

The reporting is written anew here and not taken from the model: figures are rounded as people round them,
some are minimums or ranges, early ones err together along one path, and some sources copy another.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp, log, log10

from counterclaim.model import Claim, Conflict, Party
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.estimates.learning import Biases
from counterclaim.reconciliation.estimates.priors import Priors

START, END = date(2031, 3, 1), date(2031, 5, 31)
CONFLICT = Conflict(
    name="War over the Lowlands",
    start=PartialDate.of(START),
    end=PartialDate.of(END),
    parties=(Party("Norland", side="north"), Party("Sudmark", side="south")),
)
SMALLEST, LARGEST = 40, 40_000
"""The true numbers lie between these, evenly on the log scale."""

LATEST = 500
"""Days after the end by which sources have spoken last."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """A source: whom it speaks for, how such sources are off, and how often it speaks at all."""

    source: str
    side: str | None
    kind: str
    speaks: float


REPORTERS = (
    Reporter("Norland Defence Ministry", "Norland", "own_forces", 0.8),
    Reporter("Sudmark Defence Ministry", "Sudmark", "enemy_forces", 0.8),
    Reporter("Lowlands Monitor", None, "independent", 0.7),
    Reporter("Aid League", None, "independent", 0.4),
    Reporter("Evening Courier", None, "independent", 0.4),
)


@dataclass(frozen=True, slots=True)
class World:
    """How sources are off, as multiples of what the model takes them to be off by.

    Attributes:
        bias: of the bias of each kind of source; -1 turns it round.
        spread: of the spreads between sources and between conflicts, and of what all share.
        copies: the share of sources without a side that repeat, give or take 2 %, what a party says.
        battles: how many battles of the same conflict are settled, so that a casebook can learn from them.
    """

    name: str
    bias: float = 1.0
    spread: float = 1.0
    copies: float = 0.0
    battles: int = 0


WORLDS = (
    World("as the model takes it"),
    World("biases doubled", bias=2.0),
    World("biases turned round", bias=-1.0),
    World("spreads doubled (the model's are half)", spread=2.0),
    World("half of the monitors copy a party", copies=0.5),
    World("biases doubled, five battles settled", bias=2.0, battles=5),
    World("biases turned round, five battles settled", bias=-1.0, battles=5),
)


@dataclass
class Simulator:
    """Draws conflicts of a world.

    Attributes:
        biases: how the model takes sources to be off; the world multiplies it.
        priors: for the delay of reports and the common doubt.
    """

    world: World
    biases: Biases
    priors: Priors
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    def conflict(self, name: str) -> tuple[int, list[Claim]]:
        """The true number of a conflict's dead, and what was said of it and of its settled battles."""
        conflict_biases = {kind: self._bias(kind) for kind in sorted({each.kind for each in REPORTERS})}
        claims: list[Claim] = []
        for battle in range(self.world.battles):
            claims += self._battle(
                f"{name} battle {battle}", START + timedelta(5 + 9 * battle), conflict_biases
            )
        truth = self._truth()
        claims += self._reported(name, truth, START, END, conflict_biases)
        return truth, claims

    def _battle(self, name: str, day: date, biases: dict[str, float]) -> list[Claim]:
        """What was said of a battle, and the count of a year later, which is right."""
        truth = self._truth()
        said = list(self._reported(name, truth, day, day, biases))
        late = day + timedelta(days=400)
        return [
            *said,
            self._claim(f"{name} settled", "Lowlands Monitor", None, late, (truth, truth), False, day, day),
        ]

    def _reported(
        self, name: str, truth: int, start: date, end: date, biases: dict[str, float]
    ) -> Iterator[Claim]:
        delay = self.priors.delay["event" if start == end else "war"]
        early = self.chance.gauss(0, delay.doubt * self.world.spread)
        common = self.chance.gauss(0, self.priors.words.common * self.world.spread)
        parties: list[float] = []
        for reporter in REPORTERS:
            if self.chance.random() > reporter.speaks:
                continue
            days = round(exp(self.chance.uniform(0, log(LATEST)))) - 1
            left = delay.left(days)
            late = next(row.late for row in self.priors.prior if row.name == reporter.kind)
            off = biases[reporter.kind] + self._source(reporter.kind) + common + left * early
            figure = truth * exp(off - (delay.shortfall * left if late else 0.0))
            if reporter.side is None and parties and self.chance.random() < self.world.copies:
                figure = self.chance.choice(parties) * exp(self.chance.gauss(0, 0.02))
            elif reporter.side:
                parties.append(figure)
            numbers, about = self._worded(figure)
            said = end + timedelta(days=days)
            yield self._claim(
                f"{name} {reporter.source}", reporter.source, reporter.side, said, numbers, about, start, end
            )

    def _truth(self) -> int:
        return round(exp(self.chance.uniform(log(SMALLEST), log(LARGEST))))

    def _bias(self, kind: str) -> float:
        bias = self.biases.by_prior[kind]
        return self.world.bias * bias.mean + self.chance.gauss(0, self.world.spread * bias.doubt)

    def _source(self, kind: str) -> float:
        far = self.biases.tails.times if self.chance.random() < self.biases.tails.share else 1.0
        return self.chance.gauss(0, self.world.spread * far * self.biases.by_prior[kind].spread)

    def _worded(self, figure: float) -> tuple[tuple[int | None, int | None], bool]:
        """The figure as people put it: exact, rounded, "about", "at least" of a little less, or a range."""
        form = self.chance.random()
        if form < 0.15:
            return (_round(figure * exp(-self.chance.uniform(0, 0.4)), 2), None), False
        if form < 0.25:
            low, high = (figure * exp(side * self.chance.uniform(0.02, 0.2)) for side in (-1, 1))
            return (_round(low, 2), max(_round(low, 2), _round(high, 2))), False
        if form < 0.5:
            rounded = _round(figure, 1 if form < 0.35 else 2)
            return (rounded, rounded), True
        number = _round(figure, 4)
        return (number, number), False

    @staticmethod
    def _claim(
        document: str,
        source: str,
        side: str | None,
        said: date,
        numbers: tuple[int | None, int | None],
        about: bool,
        start: date,
        end: date,
    ) -> Claim:
        quote = f"{source}: {numbers}"
        return Claim(
            document=document, start=0, end=len(quote), quote=quote, anchor=0, kind="count",
            source=source, source_side=side, reported_on=PartialDate.of(said), measure="killed",
            object="person.military", low=numbers[0], high=numbers[1], approx=about, party="Norland",
            scope="cumulative" if start != end else "incident",
            from_date=PartialDate.of(start), to_date=PartialDate.of(end),
        )  # fmt: skip


def _round(number: float, digits: int) -> int:
    return max(1, round(number, digits - 1 - int(log10(max(number, 1)))).__round__())
