"""A series' finding: every claim weighed, and the range from the highest floor to the lowest ceiling."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Conflict, Finding
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.choices import choices
from counterclaim.reconciliation.crossing import are_about_alike
from counterclaim.reconciliation.currency import (
    latest_words,
    named_first,
    one_word_a_side,
    timely,
    without_maximum,
)
from counterclaim.reconciliation.origins import repeats
from counterclaim.reconciliation.parts import parts
from counterclaim.reconciliation.sentences import Ends, finding_sentence
from counterclaim.reconciliation.series import Line
from counterclaim.reconciliation.weighing import Verdict, aside


@dataclass(frozen=True, slots=True)
class Weighed:
    """A series with the verdict on each of its claims, in as-of order."""

    line: Line
    verdicts: tuple[Verdict, ...]


def weigh(line: Line, judge: Judge, conflict: Conflict) -> Weighed:
    """Weigh every claim of a series."""
    # 1. Leave out what asserts nothing, what was taken back, parts and repeats.
    out = judge.hand.asides(line.accounts)
    out = _denials([account for account in line.accounts if account.id not in out]) | out
    asserted = [account for account in line.accounts if account.id not in out]
    numbers, copies = parts(asserted, judge.tables), repeats(asserted, judge)
    out = {**out, **copies, **_as_copies(numbers.set_aside, copies, asserted), **numbers.set_aside}

    # 2. Bound the series by each of the others, as the rules say.
    doubtful = {copies[each].origin if each in copies else each for each in numbers.doubtful}
    verdicts = [judge.bound(account) for account in line.accounts if account.id not in out]
    verdicts = [
        _doubted(each) if each.account.id in doubtful or each.account.id in judge.partial else each
        for each in verdicts
    ]

    # 3. Keep what is current, named sources before texts' own voices, and one word of each side.
    grows = judge.tables.grows(line.series.measure, line.series.object)
    verdicts = one_word_a_side(named_first(timely(latest_words(verdicts, grows), grows, conflict)))
    by_id = out | {verdict.account.id: verdict for verdict in verdicts}
    return Weighed(line, tuple(by_id[account.id] for account in line.accounts))


def finding(weighed: Weighed, judge: Judge) -> Finding:
    """The finding of a weighed series, which its sentence tells as `told` where that is given.

    The range runs from the highest floor to the lowest ceiling. Where the floor stands above the
    ceiling no number satisfies both, and the range is the stretch between the two disputed figures.
    """
    ends = _ends(weighed)
    return Finding(
        series=weighed.line.series,
        low=ends.low,
        high=ends.high,
        floor_claim=ends.floor.account.id if ends.floor else None,
        ceiling_claim=ends.ceiling.account.id if ends.ceiling else None,
        sentence=finding_sentence(weighed.line.series, ends, weighed.verdicts, judge),
        weighings=tuple(verdict.weighing() for verdict in weighed.verdicts),
        choices=choices(ends, weighed.verdicts, judge),
    )


def _ends(weighed: Weighed) -> Ends:
    """The two ends of the range; of claims that set an equal end the strongest is named, then the first."""
    strongest_first = sorted(weighed.verdicts, key=lambda verdict: (-verdict.weight, verdict.account.order))
    floors = [(each.low, each) for each in strongest_first if each.low is not None]
    ceilings = [(each.high, each) for each in strongest_first if each.high is not None]
    low, floor = max(floors, key=lambda end: end[0], default=(None, None))
    high, ceiling = min(ceilings, key=lambda end: end[0], default=(None, None))
    if floor is None or ceiling is None or low is None or high is None or low <= high:
        return Ends(low, high, floor, ceiling)
    return Ends(
        high, low, floor, ceiling, excluded=not are_about_alike(floor.account.claim, ceiling.account.claim)
    )


def _doubted(verdict: Verdict) -> Verdict:
    """A figure that may be one of several parts sets no maximum."""
    why = "its text gives other figures for the same day, so that it may be a part: no maximum"
    return without_maximum(verdict, why)._replace(partial=True)


def _as_copies(
    set_aside: Mapping[str, Verdict], copies: Mapping[str, Verdict], accounts: Iterable[Account]
) -> dict[str, Verdict]:
    """Verdicts on origins of which a copy counts a part in another text: then the origin does too."""
    by_id = {account.id: account for account in accounts}
    origins = {copy.origin: set_aside[key] for key, copy in copies.items() if key in set_aside}
    return {
        key: verdict._replace(account=by_id[key])
        for key, verdict in origins.items()
        if key is not None and by_id[key].claim.document != verdict.account.claim.document
    }


def _denials(accounts: Sequence[Account]) -> dict[str, Verdict]:
    """Denials and retractions, and the figures that their own sources have taken back."""
    if all(account.claim.stance == "asserts" for account in accounts):
        return {}
    retracted = {_figure(account) for account in accounts if account.claim.stance == "retracts"}
    found: dict[str, Verdict] = {}
    for account in accounts:
        if account.claim.stance == "denies":
            found[account.id] = aside(account, "denial", "denies the figure; a denial sets no bound")
        elif account.claim.stance == "retracts":
            found[account.id] = aside(account, "retraction", "takes the figure back; that sets no bound")
        elif _figure(account) in retracted:
            found[account.id] = aside(account, "retracted", "its own source has taken the figure back")
    return found


def _figure(account: Account) -> tuple[str, int | None]:
    return account.voice, account.claim.headline
