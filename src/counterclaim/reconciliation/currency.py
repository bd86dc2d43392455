"""Which figures of a series are still current: each source's latest word, and maximums not overtaken.

A running toll cannot fall. So an earlier minimum still holds, unless its own source has since given
less; an earlier maximum says nothing of a later day. Where a number can fall, as of people still
displaced, earlier figures say nothing at all of now.
"""

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.model import BoundKind, Conflict
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.days import Span, span
from counterclaim.reconciliation.numbers import claimed, is_vague
from counterclaim.reconciliation.weighing import Verdict, aside

STOCK_DAYS = 14
"""A number that can fall is taken as current for so long."""


def latest_words(verdicts: Sequence[Verdict], grows: bool) -> list[Verdict]:
    """Set aside what a later figure of the same source supersedes.

    Args:
        verdicts: those of one series, in as-of order.
        grows: whether the count cannot fall.
    """
    by_voice: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_voice[verdict.account.voice].append(verdict)
    kept: dict[str, Verdict] = {}
    for words in by_voice.values():
        if len(words) == 1:
            kept[words[0].account.id] = words[0]
            continue
        latest = max(words, key=lambda verdict: _lateness(verdict.account, grows))
        for verdict in words:
            kept[verdict.account.id] = verdict if verdict is latest else _superseded(verdict, latest, grows)
    return [kept[verdict.account.id] for verdict in verdicts]


def _lateness(account: Account, grows: bool) -> tuple[object, ...]:
    """Later in what it covers, then in when it was said; of one day's figures of a toll, the higher.

    Vague words are never the last word.
    """
    order = account.order
    higher = (account.claim.headline or 0) if grows else 0
    return not is_vague(account.claim), order[0], order[1], higher, order[2:]


def _superseded(verdict: Verdict, latest: Verdict, grows: bool) -> Verdict:
    earlier, later = verdict.account.claim, latest.account.claim
    if grows and later.high is not None and earlier.low is not None and earlier.low > later.high:
        reason = f"the same source later gave less, {claimed(later)}: taken as corrected"
        return aside(verdict.account, "corrected", reason)
    if grows and verdict.low is not None and (later.low is None or later.low < verdict.low):
        reason = f"{verdict.reason}; the same source's later word, {claimed(later)}, does not take it back"
        return verdict._replace(bound="floor", high=None, reason=reason, disputable=False)
    return aside(verdict.account, "superseded", _why_superseded(verdict.account, latest.account))


def _why_superseded(earlier: Account, latest: Account) -> str:
    figure = claimed(latest.claim)
    if is_vague(earlier.claim):
        return f"a vague word, for which the same source gives {figure}"
    if (earlier.covers, earlier.known) == (latest.covers, latest.known):
        return f"the same source gives {figure} for the same day; of a growing toll the higher is taken"
    return f"superseded by a later figure of the same source, {figure}"


def timely(verdicts: Sequence[Verdict], grows: bool, conflict: Conflict) -> list[Verdict]:
    """Take away the maximums that no longer bind, or whole figures where the count can fall.

    Args:
        verdicts: those of one series, in as-of order.
        grows: whether the count cannot fall.
        conflict: what covers its end or later is final, and as late as anything.
    """
    final = span(conflict.end).first if conflict.end else None
    moments = [_moment(verdict.account, grows, final) for verdict in verdicts]
    now = max((moment.first for moment in moments if moment is not None), default=None)
    floors = [verdict for verdict in verdicts if verdict.low is not None]
    top = max(floors, key=lambda verdict: (verdict.low or 0, verdict.account.order), default=None)
    return [
        verdict
        if verdict.bound == "none"
        else _binding(verdict, moment, now, top)
        if grows
        else _aged(verdict, moment, now)
        for verdict, moment in zip(verdicts, moments, strict=True)
    ]


def _moment(account: Account, grows: bool, final: int | None) -> Span | None:
    """The days up to which a figure counts: for one that can fall after an event, those of its report."""
    days = account.known if not grows and account.claim.scope == "incident" else account.covers
    if days is None or final is None:
        return days
    return Span(min(days.first, final), min(days.last, final))


def _aged(verdict: Verdict, moment: Span | None, now: int | None) -> Verdict:
    if moment is None or now is None or moment.last >= now - STOCK_DAYS:
        return verdict
    reason = "out of date: this number can fall, and a later one is known"
    return aside(verdict.account, "out_of_date", reason)


def _binding(verdict: Verdict, moment: Span | None, now: int | None, top: Verdict | None) -> Verdict:
    """The verdict on a toll that cannot fall, without a maximum that does not reach to now."""
    if verdict.high is None:
        return verdict
    if moment is not None and now is not None and moment.last < now:
        return without_maximum(verdict, "a toll grows, so that this maximum says nothing of the later days")
    if verdict.low and _is_fresh(verdict.account):
        return without_maximum(
            verdict, "given within a day of the event, while it was being counted: no maximum"
        )
    if top and top.low is not None and top.low > verdict.high and _may_be_later(top.account, verdict.account):
        return without_maximum(verdict, "its maximum was overtaken by a later, higher minimum")
    return verdict


def _is_fresh(account: Account) -> bool:
    if account.claim.scope == "cumulative" or not account.covers or not account.known:
        return False
    return account.known.first <= account.covers.last + 1


def _may_be_later(higher: Account, lower: Account) -> bool:
    """Whether a higher figure is the later word: surely, or possibly where one side gives both."""
    if higher.known is None or lower.known is None:
        return False
    if higher.speaker and higher.speaker == lower.speaker:
        return higher.known.last >= lower.known.first
    return higher.known.first > lower.known.last


def without_maximum(verdict: Verdict, why: str) -> Verdict:
    """The verdict with its minimum alone, if it has one, and the reason for that."""
    if verdict.high is None:
        return verdict
    bound: BoundKind = "none" if verdict.low is None else "floor"
    return verdict._replace(bound=bound, high=None, reason=f"{verdict.reason}; {why}")


def one_word_a_side(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Set aside what bounds no more than another organ of the same party does: they are no two origins.

    A government and its ministries speak for one state. Each figure stays in dispute, as what its organ says.
    """
    strongest: dict[tuple[frozenset[str], BoundKind], Verdict] = {}
    for verdict in verdicts:
        if verdict.bound in ("floor", "ceiling") and len(verdict.account.speaker) == 1:
            key = verdict.account.speaker, verdict.bound
            strongest[key] = max(strongest.get(key, verdict), verdict, key=_strength)
    return [
        _same_side(verdict, top)
        if (top := strongest.get((verdict.account.speaker, verdict.bound), verdict)) is not verdict
        else verdict
        for verdict in verdicts
    ]


def _strength(verdict: Verdict) -> tuple[object, ...]:
    """How much a verdict bounds, then its weight, then the earlier: the highest floor, the lowest ceiling."""
    end = verdict.low if verdict.bound == "floor" else -(verdict.high or 0)
    return end or 0, verdict.weight


def _same_side(verdict: Verdict, top: Verdict) -> Verdict:
    reason = f"the same side's figure of {claimed(top.account.claim)} bounds as much or more"
    left = aside(verdict.account, "same_side", reason)
    return left._replace(weight=verdict.weight, disputable=verdict.disputable)


def named_first(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Set weak figures aside where others bound the series."""
    if not any(verdict.bound != "none" and not verdict.weak for verdict in verdicts):
        return list(verdicts)
    return [
        aside(verdict.account, verdict.rule, verdict.reason)
        if verdict.weak and verdict.bound != "none"
        else verdict
        for verdict in verdicts
    ]
