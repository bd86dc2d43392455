"""Two sources whose figures for the same thing cannot both hold.

"At least 100" and "at least 300" agree; 40 on Monday and 60 on Friday agree too, as a toll grows. What
is left is shown once for each series, with the claims on either side.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import permutations
from math import inf
from typing import NamedTuple

from counterclaim.model import Contradiction
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.falling import MOST_FALLEN
from counterclaim.reconciliation.contradictions.grading import VAGUE, Grade, graded, heaviest
from counterclaim.reconciliation.findings import Weighed
from counterclaim.reconciliation.numbers import apart, claimed, is_vague, widened
from counterclaim.reconciliation.parts import is_called_a_part
from counterclaim.reconciliation.weighing import Verdict
from counterclaim.reconciliation.wording import basis, counted, listed
from counterclaim.reconciliation.words import after, sentence, stretch

LEAST_APART = 0.05
"""Figures closer than this share are one figure rounded or counted a day apart."""

GRACE_DAYS = 3
"""A toll does not grow by half within so many days only because time passes."""

MOST_CAMPS = 40
"""How many camps of one series are compared in pairs: those with the lowest and the highest figures."""

SET_AGAINST = 400
"""Within so many characters, words of contrast between two figures set them against each other."""

SETTLED_DAYS = 30
"""So long after an event, nobody counts its dead anew from day to day."""

MOST_NAMED = 3


class _Camp(NamedTuple):
    """The standing figures of one party, or of one source that speaks for none.

    Attributes:
        lowest, highest: the figures that set the least and the greatest number that it allows.
        least, most: these numbers.
    """

    lowest: Verdict
    highest: Verdict
    least: int
    most: float

    @classmethod
    def of(cls, words: Sequence[Verdict]) -> "_Camp":
        """The camp of some figures."""
        lowest, highest = (words[0], words[0]) if len(words) == 1 else (_lowest(words), _highest(words))
        return cls(lowest, highest, _low(lowest), _high(highest))


class _Pair(NamedTuple):
    """The highest figure of a camp, and the lowest of another that lies above it.

    Attributes:
        apart: how far the two figures are apart.
        opposed: whether they come from opposed sides.
    """

    lower: Verdict
    higher: Verdict
    apart: float
    opposed: bool


def disagreements(weighed: Sequence[Weighed], judge: Judge) -> list[Contradiction]:
    """The series in which sources contradict each other, each with the claims that do."""
    found: list[Contradiction] = []
    for each in weighed:
        pairs = _pairs(each, judge)
        if pairs:
            found.append(_contradiction(each, pairs, judge))
    return found


def _pairs(weighed: Weighed, judge: Judge) -> list[_Pair]:
    grows = judge.tables.grows(weighed.line.series.measure, weighed.line.series.object)
    pairs: list[_Pair] = []
    for one, other in _opposites(weighed.verdicts):
        if one.most >= other.least:
            continue
        lower, higher = one.highest, other.lowest
        distance = apart(_number(lower, "high"), _number(higher, "low"))
        if distance < LEAST_APART:
            continue
        pair = _Pair(lower, higher, distance, judge.sides.speak_against(lower.account, higher.account))
        if _same_time(pair, grows) and _unexplained(pair, judge, grows) and _comparable(pair, judge):
            pairs.append(pair)
    return pairs


def _opposites(verdicts: Iterable[Verdict]) -> Iterator[tuple[_Camp, _Camp]]:
    """Every two camps, and every two voices of one party, in either order."""
    parties: defaultdict[Hashable, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.disputable and verdict.account.named:
            parties[verdict.account.speaker or verdict.account.voice].append(verdict)
    yield from permutations(_camps(parties.values()), 2)
    for words in parties.values():
        if len(words) > 1:
            voices: defaultdict[str, list[Verdict]] = defaultdict(list)
            for verdict in words:
                voices[verdict.account.voice].append(verdict)
            yield from permutations(_camps(voices.values()), 2)


def _camps(groups: Iterable[Sequence[Verdict]]) -> list[_Camp]:
    """The camps with their standing figures; of very many, those with the lowest and the highest."""
    found = [_Camp.of(words) for words in groups]
    found.sort(key=lambda camp: (camp.most, camp.highest.account.order))
    return found if len(found) <= MOST_CAMPS else found[: MOST_CAMPS // 2] + found[-MOST_CAMPS // 2 :]


def _highest(words: Sequence[Verdict]) -> Verdict:
    """The figure that sets a camp's greatest number.

    An "at least" leaves it open only where it lies above every number that the camp gives in full.
    """
    full = [verdict for verdict in words if _high(verdict) < inf]
    top = max(map(_high, full), default=-1)
    open_above = [verdict for verdict in words if _low(verdict) > top]
    return max(open_above, key=_low) if open_above else max(full, key=_high)


def _lowest(words: Sequence[Verdict]) -> Verdict:
    """The figure that sets a camp's least number; an "up to" does so only below all others."""
    full = [verdict for verdict in words if verdict.account.claim.low is not None]
    bottom = min(map(_low, full), default=inf)
    open_below = [verdict for verdict in words if _high(verdict) < bottom]
    return min(open_below, key=_high) if open_below else min(full or words, key=_low)


def _low(verdict: Verdict) -> int:
    return _stated(verdict)[0]


def _high(verdict: Verdict) -> float:
    _, high = _stated(verdict)
    return inf if high is None else high


def _stated(verdict: Verdict) -> tuple[int, int | None]:
    """The figure as its source gives it; documented lists and parts never claim to be complete."""
    low, high = widened(verdict.account.claim)
    return low, None if verdict.rule == "documented_list" or verdict.partial else high


def _unexplained(pair: _Pair, judge: Judge, grows: bool) -> bool:
    """Whether neither a common side nor the order of the two words explains the difference.

    Those of one side differ only where the lower figure is surely the later word, or where one text sets
    the two against each other.
    """
    lower, higher = pair.lower.account, pair.higher.account
    if judge.sides.speak_together(lower, higher):
        return _is_answered(pair, judge, grows)
    return pair.opposed or _known_in_time(lower, higher) or _is_answered(pair, judge, grows)


def _comparable(pair: _Pair, judge: Judge) -> bool:
    """Whether the words of neither figure say that it is of something else, or not yet final."""
    lower, higher = pair.lower.account, pair.higher.account
    if not pair.opposed and judge.tables.provisional.search(sentence(lower)):
        return False
    if is_called_a_part(lower, judge.tables) or is_called_a_part(higher, judge.tables):
        return False  # of a whole that the other need not count
    return not judge.tables.graver.search(after(lower))  # "six gravely wounded": not all the wounded


def _is_answered(pair: _Pair, judge: Judge, grows: bool) -> bool:
    """Whether the lower of two tolls surely came after the higher, or a text sets the two side by side."""
    lower, higher = pair.lower.account, pair.higher.account
    known, earlier = lower.known, higher.known
    fallen = grows and pair.apart <= MOST_FALLEN
    if fallen and lower.claim.reported_on and known and earlier and known.first > earlier.last:
        return not judge.tables.revised.search(sentence(lower))
    return _are_set_against(lower, higher, judge)


def _are_set_against(one: Account, other: Account, judge: Judge) -> bool:
    """Whether words of contrast stand between two figures of one text, and none of a toll that grows."""
    first, second = sorted((one, other), key=lambda account: account.claim.anchor)
    if first.claim.document != second.claim.document:
        return False
    if second.claim.anchor - first.claim.anchor > SET_AGAINST:
        return False
    between = stretch(first, second)
    if between is None or not judge.tables.contrasts.search(between):
        return False
    return not judge.tables.progress.search(sentence(first) + " " + sentence(second))


def _same_time(pair: _Pair, grows: bool) -> bool:
    """Whether the lower figure covers as long a time as the higher one does."""
    lower, higher = pair.lower.account.covers, pair.higher.account.covers
    if lower is None or higher is None or lower.overlaps(higher):
        return True
    if grows and lower.first > higher.last:
        return True
    gap = higher.first - lower.last if grows else max(higher.first - lower.last, lower.first - higher.last)
    return gap <= GRACE_DAYS and pair.apart >= 1 / 3


def _known_in_time(lower: Account, higher: Account) -> bool:
    """Whether the lower figure is the later word, or as late, and not an early count of a fresh event.

    Two neutral sources with different figures on the day of an attack are a count in progress; weeks after it
    they are not, whichever was first.
    """
    if lower.known is None or higher.known is None:
        return True
    first = min(lower.known.first, higher.known.first)
    if lower.covers and lower.claim.scope == "incident" and first > lower.covers.last + SETTLED_DAYS:
        return True
    fresh = lower.covers is not None and lower.known.first <= lower.covers.last + 1
    return lower.known.last >= higher.known.last and not fresh


def _contradiction(weighed: Weighed, pairs: Sequence[_Pair], judge: Judge) -> Contradiction:
    lower = _unique(pair.lower for pair in pairs)
    higher = _unique(pair.higher for pair in pairs if pair.higher not in lower)
    series = weighed.line.series
    gravity = judge.tables.measures[series.measure].gravity
    grade = heaviest(_grade(pair, gravity) for pair in pairs)
    what = counted(series, None, judge.tables)
    return Contradiction(
        kind="disagreement",
        claims=tuple(account_id for side in (lower, higher) for account_id in _with_repeats(side, weighed)),
        explanation=f"How many {what} is disputed: {_said(lower, judge)}, but {_said(higher, judge)}.",
        weight=grade.weight,
        rule="figures_exclude",
        grade=grade.words,
    )


def _grade(pair: _Pair, gravity: float) -> Grade:
    """More for what is further apart, for opposed sides and sound accounts; less for vague words."""
    worth = min(pair.lower.weight, pair.higher.weight)
    vague = is_vague(pair.lower.account.claim) or is_vague(pair.higher.account.claim)
    terms = {
        "any disagreement": 0.25,
        "distance": 0.45 * pair.apart,
        "opposed sides": 0.2 if pair.opposed else 0.0,
        "soundness of the accounts": 0.1 * worth,
    }
    return graded(terms, gravity=gravity, vague_words=VAGUE if vague else 1.0)


def _said(verdicts: Sequence[Verdict], judge: Judge) -> str:
    said = [f"{claimed(each.account.claim)} ({basis(each.account, judge, words=False)})" for each in verdicts]
    more = len(said) - MOST_NAMED
    return listed(said if more <= 0 else [*said[:MOST_NAMED], f"{more} more"])


def _with_repeats(verdicts: Sequence[Verdict], weighed: Weighed) -> list[str]:
    origins = {verdict.account.id for verdict in verdicts}
    return [
        verdict.account.id
        for verdict in weighed.verdicts
        if verdict.account.id in origins or verdict.origin in origins
    ]


def _unique(verdicts: Iterable[Verdict]) -> list[Verdict]:
    return list({verdict.account.id: verdict for verdict in verdicts}.values())


def _number(verdict: Verdict, end: str) -> int:
    """The number that a claim states at one end, or at the other if it states none there."""
    claim = verdict.account.claim
    first, second = (claim.high, claim.low) if end == "high" else (claim.low, claim.high)
    return first if first is not None else second or 0
