"""The sentence of a finding: its range with the basis of either end, to be quoted as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model import Series
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.numbers import claimed, is_vague
from counterclaim.reconciliation.weighing import Verdict
from counterclaim.reconciliation.wording import basis, counted, listed, on_whom, source_words

MOST_NAMED = 3
"""How many sources that set no bound are named; those with the latest figures are."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The range of a finding, and the verdicts that set its ends.

    Attributes:
        low, high: the range.
        floor, ceiling: which verdict set which bound. Where they exclude each other, or "about" alone
            brings them together, the floor stands at `high` and the ceiling at `low`.
        excluded: whether no number satisfies both.
    """

    low: int | None
    high: int | None
    floor: Verdict | None
    ceiling: Verdict | None
    excluded: bool = False


def finding_sentence(series: Series, ends: Ends, verdicts: Sequence[Verdict], judge: Judge) -> str:
    """The finding in words.

    Args:
        series: what is counted.
        ends: the range and what it rests on.
        verdicts: those on each claim of the series.
        judge: says who speaks of whom.
    """
    counting = [verdict for verdict in verdicts if verdict.bound != "none" and verdict.origin is None]
    only = _only(ends) if len({verdict.account.voice for verdict in counting}) == 1 else None
    body = _alone(series, only, judge) if only else _range(series, ends, judge)
    origins = _plural(len(counting), "independent origin") if counting else "no origin that bounds it"
    return f"{body}{_beside(verdicts)}; {origins}, {_plural(len(verdicts), 'mention')}."


def _only(ends: Ends) -> Verdict | None:
    """The verdict that sets every end there is, None where two do."""
    one = ends.floor or ends.ceiling
    return one if ends.ceiling in (None, one) else None


def _range(series: Series, ends: Ends, judge: Judge) -> str:
    low, high, floor, ceiling = ends.low, ends.high, ends.floor, ends.ceiling
    if floor and ceiling and low is not None and high is not None:
        at_least, at_most = basis(floor.account, judge), basis(ceiling.account, judge)
        what = counted(series, high, judge.tables)
        if ends.excluded:
            return (
                f"No one range fits the accounts: at least {high:,} ({at_least}) or at most {low:,} "
                f"({at_most}) {what}"
            )
        if low == high:
            both = at_least if floor is ceiling else f"{at_least}; {at_most}"
            return f"{low:,} {what} ({both})"
        first, last = (at_least, at_most) if floor.low == low else (at_most, at_least)
        return f"Between {low:,} ({first}) and {high:,} ({last}) {what}"
    if floor and low is not None:
        return f"At least {low:,} {counted(series, low, judge.tables)} ({basis(floor.account, judge)})"
    if ceiling and high is not None:
        return (
            f"No more than {high:,} {counted(series, high, judge.tables)} ({basis(ceiling.account, judge)})"
        )
    return f"No account bounds how many {counted(series, None, judge.tables)}"


def _alone(series: Series, verdict: Verdict, judge: Judge) -> str:
    """What the only source says, in its own words, and how that is taken."""
    account = verdict.account
    claim = account.claim
    unnamed = "" if account.named else ", which names no source"
    number = claim.high if claim.high is not None else claim.low
    vague = is_vague(claim)
    figure = f"{number:,} or more" if vague else claimed(claim)
    put = "; the number is a vague word" if vague else _taken(verdict, judge)
    what = counted(series, number, judge.tables)
    return f"According to {source_words(account)} alone{unnamed}, {figure} {what}{put}"


def _taken(verdict: Verdict, judge: Judge) -> str:
    """How a figure is taken, where that is less than its words say."""
    claim = verdict.account.claim
    if verdict.partial:
        return "; the text gives other figures beside it, so that it is taken as a minimum"
    if (verdict.low, verdict.high) == (claim.low, claim.high):
        return ""
    bound = "maximum" if verdict.low is None else "minimum"
    whom = on_whom(verdict.account, judge)
    return f"; as a figure{whom} it is taken as a {bound}" if whom else f"; it is taken as a {bound}"


def _beside(verdicts: Sequence[Verdict]) -> str:
    """Standing figures that bound nothing, such as an opponent's "more than 5,000"."""
    unbinding = [verdict.account for verdict in verdicts if verdict.bound == "none" and verdict.disputable]
    if not unbinding:
        return ""
    said = [f"{source_words(account)} gave {claimed(account.claim)}" for account in unbinding[-MOST_NAMED:]]
    return f"; {listed(said)}, which sets no bound"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
