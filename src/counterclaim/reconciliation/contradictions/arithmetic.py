"""Stated totals against their own breakdowns."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from counterclaim.model import Contradiction
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.breakdowns import Breakdown, breakdowns
from counterclaim.reconciliation.contradictions.grading import graded
from counterclaim.reconciliation.contradictions.linking import Link
from counterclaim.reconciliation.contradictions.table_sums import table_sums
from counterclaim.reconciliation.numbers import apart, widened
from counterclaim.reconciliation.wording import counted_alone, listed, opening, source_words
from counterclaim.reconciliation.words import before

_LABEL = re.compile(r"([^\W\d][^\d:,;()]*):\s*\Z")

MOST_NAMED = 8
"""How many cells of a table are named."""

LEAST_WEIGHT = 0.35
"""A wrong sum is certain even where it is small."""


def wrong_sums(accounts: Sequence[Account], judge: Judge) -> list[Contradiction]:
    """Totals that their parts do not make up, or that a part exceeds.

    The same sum in several texts is shown once, with the claims of all of them.
    """
    same: defaultdict[tuple[object, ...], list[Breakdown]] = defaultdict(list)
    for breakdown in _faulty(accounts, judge):
        same[_sameness(breakdown)].append(breakdown)
    return [_contradiction(group, judge) for group in same.values()]


def sum_links(accounts: Sequence[Account], judge: Judge) -> Iterator[Link]:
    """What links claims in wrong sums: their text, and the same sum in another.

    Args:
        accounts: all claims of one text or of several.
        judge: as for `wrong_sums`.
    """
    sums: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
    for breakdown in _faulty(accounts, judge):
        sums[breakdown.total.claim.document].append(_sameness(breakdown))
    for account in accounts:
        document = account.claim.document
        if document in sums:
            keys = (document, *sums[document])
            yield Link(account, keys, keys)


def _faulty(accounts: Sequence[Account], judge: Judge) -> Iterator[Breakdown]:
    for breakdown in chain(breakdowns(accounts, judge.tables), table_sums(accounts, judge.tables)):
        if _fault(breakdown) is not None:
            yield breakdown


def _fault(breakdown: Breakdown) -> str | None:
    """What is wrong with the sum, None where it can hold within what the words allow."""
    low, high = widened(breakdown.total.claim)
    ranges = [widened(part.claim) for part in breakdown.parts]
    above = [part_low > high for part_low, _ in ranges] if high is not None else []
    if len(above) > 1 and all(above):
        return None  # each larger than the "total": they are not its parts
    if any(above):
        return "part"
    if not breakdown.whole:
        return None
    least = sum(part_low for part_low, _ in ranges)
    most = None if any(part_high is None for _, part_high in ranges) else sum(top or 0 for _, top in ranges)
    if (high is not None and least > high) or (most is not None and most < low):
        return "sum"
    return None


def _sameness(breakdown: Breakdown) -> tuple[object, ...]:
    claim = breakdown.total.claim
    parts = tuple((part.claim.measure, part.claim.low, part.claim.high) for part in breakdown.parts)
    return (
        breakdown.total.voice if breakdown.total.named else None,
        claim.measure,
        claim.object,
        claim.low,
        parts,
    )


def _contradiction(group: Sequence[Breakdown], judge: Judge) -> Contradiction:
    first = group[0]
    gravity = judge.tables.measures[first.total.claim.measure or ""].gravity
    distance = apart(_stated(first.total), _made(first.parts))
    grade = graded({"any wrong sum": LEAST_WEIGHT, "gravity": 0.15 * gravity, "distance": 0.5 * distance})
    return Contradiction(
        kind="arithmetic",
        claims=tuple(account.id for each in group for account in (each.total, *each.parts)),
        explanation=_explanation(first, judge, len(group)),
        weight=grade.weight,
        rule="sum_of_parts",
        grade=grade.words,
    )


def _explanation(breakdown: Breakdown, judge: Judge, times: int) -> str:
    total, parts = breakdown.total, breakdown.parts
    what = counted_alone(total, judge.tables)
    who = opening(source_words(total))
    again = f" The same stands in {times} texts." if times > 1 else ""
    if _fault(breakdown) == "part":
        largest = max(parts, key=lambda part: part.claim.low or 0)
        return (
            f"{who} gives {_stated(total):,} {what} and, as a part of them, {_stated(largest):,}: "
            f"the part is larger than the whole.{again}"
        )
    made = _made(parts)
    off = abs(made - _stated(total))
    return (
        f"{who} gives {_stated(total):,} {what}, but the parts listed with the figure, "
        f"{listed(_parts_in_words(breakdown))}, make {made:,}: "
        f"{off:,} {'more' if made > _stated(total) else 'fewer'}.{again}"
    )


def _parts_in_words(breakdown: Breakdown) -> list[str]:
    """The parts, each with what heads it in a table: "12 (Ford)"; of a long list the first."""
    if not breakdown.labels:
        return [_part_words(part, breakdown.total) for part in breakdown.parts]
    said = [
        f"{_stated(part):,} ({label})" for part, label in zip(breakdown.parts, breakdown.labels, strict=True)
    ]
    more = len(said) - MOST_NAMED
    return said if more <= 1 else [*said[:MOST_NAMED], f"{more} more cells"]


def _part_words(part: Account, total: Account) -> str:
    """A part with what it was counted as, or with the words that label it: "1 captured but later lost"."""
    if part.claim.measure != total.claim.measure:
        return f"{_stated(part):,} {part.claim.measure}"
    label = _LABEL.search(before(part))
    return f"{_stated(part):,} {label[1].strip()}" if label else f"{_stated(part):,}"


def _stated(account: Account) -> int:
    return account.claim.headline or 0


def _made(parts: Iterable[Account]) -> int:
    return sum(_stated(part) for part in parts)
