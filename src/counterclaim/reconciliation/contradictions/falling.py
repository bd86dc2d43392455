"""Running tolls that fall, and figures of which one may be the other with two digits swapped.

A source that later gives less for a toll that cannot fall has corrected itself or has erred; where its
words do not speak of a correction, a reader should see both. Two swapped digits ("4,327" for "4,237") are
the commonest slip of a typed number; the same figures of four digits and more are seldom so by chance.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from counterclaim.model import Contradiction, ContradictionKind
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.grading import graded
from counterclaim.reconciliation.days import may_meet
from counterclaim.reconciliation.findings import Weighed
from counterclaim.reconciliation.numbers import apart, claimed
from counterclaim.reconciliation.weighing import Verdict
from counterclaim.reconciliation.wording import basis, counted
from counterclaim.reconciliation.words import sentence

LEAST = 1000
"""Smaller numbers of different sources share their digits by chance."""

MOST_FALLEN = 0.5
"""A figure of less than half is of something else: a part, a day, a place."""


def falling_tolls(weighed: Sequence[Weighed], judge: Judge) -> list[Contradiction]:
    """Tolls of one source that fall without a word of correction, and numbers with two digits swapped."""
    found: list[Contradiction] = []
    for each in weighed:
        if not judge.tables.grows(each.line.series.measure, each.line.series.object):
            continue
        fallen = [_contradiction("falling_toll", pair, each, judge) for pair in _falls(each, judge)]
        swapped = [_contradiction("transposed_digits", pair, each, judge) for pair in _swaps(each)]
        told = {claim for one in swapped for claim in one.claims}
        found += [*swapped, *(one for one in fallen if not told.issuperset(one.claims))]
    return found


def _falls(weighed: Weighed, judge: Judge) -> Iterator[tuple[Account, Account]]:
    latest = {
        each.account.voice: each.account for each in weighed.verdicts if each.disputable and not each.origin
    }
    for verdict in weighed.verdicts:
        later = latest.get(verdict.account.voice)
        if verdict.rule != "corrected" or not verdict.account.named or later is None:
            continue
        if not _is_later(later, verdict.account) or _falls_by(verdict.account, later) > MOST_FALLEN:
            continue
        if not judge.tables.revised.search(sentence(later)):
            yield verdict.account, later


def _falls_by(earlier: Account, later: Account) -> float:
    return apart(earlier.claim.headline or 0, later.claim.headline or 0)


def _is_later(later: Account, earlier: Account) -> bool:
    """Whether a figure surely covers more days, or was surely said later, than another."""
    if later.covers and earlier.covers and later.covers != earlier.covers:
        return later.covers.first > earlier.covers.last
    return bool(later.known and earlier.known and later.known.first > earlier.known.last)


def _swaps(weighed: Weighed) -> Iterator[tuple[Account, Account]]:
    alike: defaultdict[str, dict[int, Account]] = defaultdict(dict)
    for account in _exact(weighed.verdicts):
        number = account.claim.low or 0
        alike["".join(sorted(str(number)))].setdefault(number, account)
    for numbers in alike.values():
        for one, other in combinations(sorted(numbers), 2):
            if is_swapped(one, other) and may_meet(numbers[one].covers, numbers[other].covers):
                yield numbers[one], numbers[other]


def _exact(verdicts: Iterable[Verdict]) -> Iterator[Account]:
    for verdict in verdicts:
        claim = verdict.account.claim
        exact = claim.low == claim.high and not claim.approx and claim.stance == "asserts"
        if exact and verdict.origin is None and (claim.low or 0) >= LEAST:
            yield verdict.account


def is_swapped(one: int, other: int) -> bool:
    """Whether two numbers differ only in two neighbouring digits that have changed places."""
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    differing = [place for place, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(differing) != 2 or differing[1] - differing[0] != 1:
        return False
    left, right = differing
    return first[left] == second[right] and first[right] == second[left]


def _contradiction(
    kind: ContradictionKind, pair: tuple[Account, Account], weighed: Weighed, judge: Judge
) -> Contradiction:
    series = weighed.line.series
    one, other = pair
    what = counted(series, None, judge.tables)
    figures = f"{claimed(one.claim)} ({basis(one, judge)}) and {claimed(other.claim)} ({basis(other, judge)})"
    explanation = (
        f"How many {what}: {figures}. A running toll cannot fall: either figure is wrong, or the earlier one "
        "was corrected."
        if kind == "falling_toll"
        else f"How many {what}: {figures}. The two numbers differ only in two neighbouring digits, so "
        "that one may be a slip for the other."
    )
    numbers = [each.claim.headline or 0 for each in pair]
    gravity = judge.tables.measures[series.measure].gravity
    grade = graded({"any of its kind": 0.4, "distance": 0.5 * apart(*numbers)}, gravity=gravity)
    rule = "toll_falls" if kind == "falling_toll" else "digits_swapped"
    return Contradiction(kind, (one.id, other.id), explanation, grade.weight, rule, grade.words)
