"""A series' figure by each of the rules that are used in practice, side by side.

None is better in itself: an encyclopedia gives the range, a data set of fatal events the most conservative
number, a news desk its most trusted source. Every rule chooses among the same figures: those that stand as
their source's present word, repeats and parts left aside.
"""

from collections.abc import Iterable, Sequence

from counterclaim.model import Choice, ChoiceName
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.currency import STOCK_DAYS
from counterclaim.reconciliation.numbers import claimed, widened
from counterclaim.reconciliation.sentences import Ends
from counterclaim.reconciliation.weighing import Verdict
from counterclaim.reconciliation.wording import basis

Figure = tuple[int | None, int | None]


def choices(ends: Ends, verdicts: Sequence[Verdict], judge: Judge) -> tuple[Choice, ...]:
    """The finding under every named rule.

    Args:
        ends: the range from the highest floor to the lowest ceiling.
        verdicts: those on each claim of the series, in as-of order.
        judge: has the casebook's order of sources.

    Returns:
        A choice for each rule, the one by the order of sources only where the casebook gives one.
    """
    standing = [each for each in verdicts if each.disputable and each.origin is None]
    chosen = [
        _range(ends),
        _most_conservative(standing, judge),
        _majority(standing),
        _latest_per_source(standing),
    ]
    return tuple([*chosen, _by_hierarchy(standing, judge)] if judge.source_order else chosen)


def _range(ends: Ends) -> Choice:
    claims = [end.account.id for end in (ends.floor, ends.ceiling) if end]
    if not claims:
        return _none("range", "no claim bounds it")
    if ends.excluded:
        return _choice(
            "range", (ends.low, ends.high), claims, "the highest floor lies above the lowest ceiling"
        )
    return _choice("range", (ends.low, ends.high), claims, "from the highest floor to the lowest ceiling")


def _most_conservative(standing: Sequence[Verdict], judge: Judge) -> Choice:
    """The lowest number that a source stands by; of a running toll, among figures as late as any."""
    late = _as_late_as_any([one for one in standing if one.account.claim.low is not None], judge.ended)
    if not late:
        return _none("most_conservative", "no source stands by a least number")
    lowest = min(late, key=lambda each: (each.account.claim.low or 0, each.account.order))
    number = lowest.account.claim.low
    reason = f"the lowest of {len(late)} current figures: {basis(lowest.account, judge, words=False)}"
    return _choice("most_conservative", (number, number), [lowest.account.id], reason)


def _as_late_as_any(verdicts: Sequence[Verdict], ended: int | None) -> Sequence[Verdict]:
    """Without running tolls that end earlier than the latest, which are lower only because they are early.

    What covers the end of the conflict is as late as anything.
    """
    days = [each.account.covers for each in verdicts if each.account.claim.scope == "cumulative"]
    now = max((day.first for day in days if day), default=None)
    if now is None:
        return verdicts
    now = now if ended is None else min(now, ended)
    return [each for each in verdicts if each.account.covers and each.account.covers.last >= now - STOCK_DAYS]


def _majority(standing: Sequence[Verdict]) -> Choice:
    """The numbers that the words of more than half of the origins allow, of most of them."""
    if len(standing) < 2:
        return _none("majority_of_origins", "fewer than two independent origins give a figure")
    agreeing = _most_that_agree(standing)
    if 2 * len(agreeing) <= len(standing):
        return _none(
            "majority_of_origins",
            f"no number fits the words of more than half of the {len(standing)} independent origins "
            "with a figure",
        )
    ranges = [widened(each.account.claim) for each in agreeing]
    highs = [high for _, high in ranges if high is not None]
    figure = max(low for low, _ in ranges), min(highs, default=None)
    reason = f"what the words of {len(agreeing)} of {len(standing)} independent origins with a figure allow"
    return _choice("majority_of_origins", figure, [each.account.id for each in agreeing], reason)


def _most_that_agree(standing: Sequence[Verdict]) -> list[Verdict]:
    """The most figures that share a number, which the least number of one of them then is."""
    ranges = [(each, *widened(each.account.claim)) for each in standing]
    best: list[Verdict] = []
    for _, number, _ in sorted(ranges, key=lambda one: one[1]):
        fitting = [each for each, low, high in ranges if low <= number and (high is None or number <= high)]
        best = fitting if len(fitting) > len(best) else best
    return best


def _latest_per_source(standing: Sequence[Verdict]) -> Choice:
    """From the least to the greatest number that any source's present word gives."""
    lows = [(each.account.claim.low, each) for each in standing if each.account.claim.low is not None]
    highs = [(each.account.claim.high, each) for each in standing if each.account.claim.high is not None]
    if not lows and not highs:
        return _none("latest_per_source", "no source stands by a figure")
    low, lowest = min(lows, key=lambda end: end[0], default=(None, None))
    high, highest = max(highs, key=lambda end: end[0], default=(None, None))
    if len(highs) < len(standing):  # somebody says "more than"
        high, highest = None, None
    claims = dict.fromkeys(each.account.id for each in (lowest, highest) if each)
    reason = f"the spread of the latest words of {_sources(standing)}"
    return _choice("latest_per_source", (low, high), claims, reason)


def _by_hierarchy(standing: Sequence[Verdict], judge: Judge) -> Choice:
    """The present word of the source that the casebook trusts most."""
    ranked = [(judge.rank(each.account), each) for each in standing]
    known = [(rank, each) for rank, each in ranked if rank is not None]
    if not known:
        return _none("source_hierarchy", "no source of the casebook's order gives a figure")
    first = min(rank for rank, _ in known)
    latest = max((each for rank, each in known if rank == first), key=lambda each: each.account.order)
    claim = latest.account.claim
    reason = (
        f"number {first + 1} in the casebook's order of sources gives {claimed(claim)}: "
        f"{basis(latest.account, judge, words=False)}"
    )
    return _choice("source_hierarchy", (claim.low, claim.high), [latest.account.id], reason)


def _sources(standing: Sequence[Verdict]) -> str:
    number = len({each.account.voice for each in standing})
    return "one source" if number == 1 else f"{number} sources"


def _choice(name: ChoiceName, figure: Figure, claims: Iterable[str], reason: str) -> Choice:
    return Choice(name, *figure, tuple(dict.fromkeys(claims)), reason)


def _none(name: ChoiceName, reason: str) -> Choice:
    return Choice(name, None, None, (), reason)
