"""How many died in an incident: low, best and high, as UCDP's Georeferenced Event Dataset gives them.

UCDP's best estimate is the most reliable figure; where no report is more reliable than another, the lower
one; low and high are the least and the greatest figure that can be defended (UCDP GED Codebook and UCDP
Battle-Related Deaths Codebook, "best", "low" and "high"). Here that is the rule `ucdp_conservative`:

1. One figure an origin: repeats, parts of another figure, and a source's earlier words count no more.
2. Reliable are sources that speak for no party, documented cases, and a party on its own losses and people.
   `best` is the figure of the weightiest of them (bounds.toml), of equals the latest, then the lowest.
3. Where there is none of these, texts' own voices are taken, and last what a party says of its opponent:
   then `best` is the lowest figure, and `low` is 0, since nobody but an interested party says so.
4. `low` is the least figure of those taken. `high` is the greatest of them and of what parties say of
   their opponents.
5. Of all people: the greatest of the stated total, of fighters with civilians, and of the sides together.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from counterclaim.model import Deaths
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.currency import latest_words
from counterclaim.reconciliation.numbers import claimed
from counterclaim.reconciliation.origins import repeats
from counterclaim.reconciliation.parts import parts
from counterclaim.reconciliation.tables import within
from counterclaim.reconciliation.weighing import Verdict
from counterclaim.reconciliation.wording import source_name

Status = Literal["people", "fighters", "civilians"]

RULE = "ucdp_conservative"
SUM = "sum"
FIGHTERS = ("person.military", "person.mercenary")
CIVILIANS = ("person.civilian", "person.child", "person.journalist", "person.medic")
WHOLE: Mapping[Status, tuple[str, ...]] = {
    "people": ("person",),
    "fighters": ("person.military",),
    "civilians": ("person.civilian",),
}
"""The objects that count all of a status; others count some of it, and say no more than a minimum."""


class _Kind(NamedTuple):
    party: str | None
    status: Status


@dataclass(frozen=True, slots=True)
class _Range:
    low: int
    best: int
    high: int


NONE = _Range(0, 0, 0)


def deaths_of(accounts: Iterable[Account], judge: Judge) -> tuple[Deaths, ...]:
    """The dead of one incident: of all people first, then of each kind of people that reports count.

    Args:
        accounts: the claims of the incident, of any kind.
        judge: weighs them.

    Returns:
        Nothing where no claim counts the dead.
    """
    kinds: defaultdict[_Kind, list[Account]] = defaultdict(list)
    for account in accounts:
        kind = _kind(account)
        if kind is not None:
            kinds[kind].append(account)
    found = {kind: _of_kind(kind, members, judge) for kind, members in sorted(kinds.items(), key=_first)}
    if not found:
        return ()
    whole = found.pop(_Kind(None, "people"), None)
    if whole is None and len(found) == 1:
        only = next(iter(found.values()))
        whole = Deaths(None, "people", only.low, only.best, only.high, only.claim, only.rule, only.reason)
    return (_all_people(whole, found), *found.values())


def _first(item: tuple[_Kind, object]) -> tuple[str, str]:
    return item[0].status, item[0].party or ""


def _kind(account: Account) -> _Kind | None:
    claim = account.claim
    counted = claim.object or ""
    if claim.kind != "count" or claim.measure != "killed" or claim.stance != "asserts":
        return None
    if not within(counted, "person"):
        return None
    if any(within(counted, whole) for whole in FIGHTERS):
        return _Kind(account.party, "fighters")
    if any(within(counted, whole) for whole in CIVILIANS):
        return _Kind(account.party, "civilians")
    return _Kind(account.party, "people")


# ---------------------------------------------------------------- one kind of people


def _of_kind(kind: _Kind, accounts: Sequence[Account], judge: Judge) -> Deaths:
    name = judge.names.called(kind.party) if kind.party else None
    whole = [account for account in accounts if account.claim.object in WHOLE[kind.status]] or accounts
    standing = _standing(whole, judge)
    taken, why = _taken(standing)
    best = taken[0]
    figures = [_figure(verdict) for verdict in taken]
    interested = why is _INTERESTED
    low = 0 if interested else min(_least(verdict) for verdict in taken)
    number = min(figures) if interested else _figure(best)
    partly = [account for account in accounts if account not in whole]
    least = max((_least(judge.bound(account)) for account in partly), default=0)
    bounding = [one for one in standing if one in taken or not (one.weak or one.bound == "none")]
    high = max(max(map(_most, bounding)), least, number)
    setter = next(verdict for verdict in taken if _figure(verdict) == number).account
    said = f"{claimed(setter.claim)} ({source_name(setter)})"
    more = "" if least <= number else f"; a part of them alone is given as {least:,}"
    return Deaths(
        party=name,
        status=kind.status,
        low=max(low, least if not interested else 0),
        best=max(number, least),
        high=high,
        claim=setter.id,
        rule=RULE,
        reason=f"{said}: {why}{more}",
    )


def _standing(accounts: Sequence[Account], judge: Judge) -> list[Verdict]:
    """The figures that count: one an origin, each source's latest, and no part of another."""
    out = {*repeats(accounts, judge), *parts(accounts, judge.tables).set_aside}
    left = [account for account in accounts if account.id not in out] or list(accounts)
    verdicts = latest_words([judge.bound(account) for account in left], grows=True)
    standing = [verdict for verdict in verdicts if verdict.disputable]
    return standing or verdicts


_RELIABLE = "the weightiest of the sources that may be relied on; of equals the latest, then the lowest"
_OWN_VOICE = "no source is named for it; of several the latest, then the lowest"
_INTERESTED = "only a party to the fighting says so of others; the lowest such figure, and 0 as the least"


def _taken(verdicts: Sequence[Verdict]) -> tuple[list[Verdict], str]:
    """The figures that `low` and `best` are chosen from, the best first, and why."""
    ceilings = [verdict for verdict in verdicts if verdict.rule in _OF_OPPONENTS]
    weak = [verdict for verdict in verdicts if verdict.weak or verdict.bound == "none"]
    reliable = [one for one in verdicts if one not in ceilings and one not in weak]
    for taken, why in ((reliable, _RELIABLE), (weak, _OWN_VOICE)):
        taken = [verdict for verdict in taken if verdict.account.claim.low is not None]
        if taken:
            return sorted(taken, key=_preference), why
    return sorted(ceilings or verdicts, key=_preference), _INTERESTED


_OF_OPPONENTS = ("enemy", "other_party", "accuser")
"""Rules of bounds.toml for what a party says of those whom it fights or blames."""


def _preference(verdict: Verdict) -> tuple[float, int, int, object]:
    known = verdict.account.known
    return -verdict.weight, -known.first if known else 0, _figure(verdict), verdict.account.order


def _figure(verdict: Verdict) -> int:
    return verdict.account.claim.headline or 0


def _least(verdict: Verdict) -> int:
    return verdict.account.claim.low or 0


def _most(verdict: Verdict) -> int:
    claim = verdict.account.claim
    return max(claim.high or 0, claim.low or 0)


# ---------------------------------------------------------------- of all


def _all_people(stated: Deaths | None, kinds: Mapping[_Kind, Deaths]) -> Deaths:
    """The dead of an incident together: a stated total, or what its parts come to if that is more."""
    ranges = {kind: _Range(one.low, one.best, one.high) for kind, one in kinds.items()}
    summed = _greatest(_by_status(ranges), _by_party(ranges))
    if stated is not None and summed.best <= stated.best:
        whole = _greatest(_Range(stated.low, stated.best, stated.high), summed)
        return Deaths(
            None, "people", whole.low, whole.best, whole.high, stated.claim, stated.rule, stated.reason
        )
    high = max(summed.high, stated.high if stated else 0)
    parts_given = ", ".join(_words(one) for one in kinds.values())
    return Deaths(
        None, "people", max(summed.low, stated.low if stated else 0), summed.best, high, None, SUM,
        f"the most that these come to, nobody counted twice: {parts_given}",
    )  # fmt: skip


def _words(deaths: Deaths) -> str:
    of = f" of {deaths.party}" if deaths.party else ""
    return f"{deaths.status}{of}: {deaths.best:,}"


def _by_status(ranges: Mapping[_Kind, _Range]) -> _Range:
    """Fighters with civilians, each as stated for all parties or summed over them."""
    total = NONE
    for status in ("fighters", "civilians"):
        parties = [value for kind, value in ranges.items() if kind.status == status and kind.party]
        undivided = next((v for kind, v in ranges.items() if kind == (None, status)), NONE)
        total = _sum(total, _greatest(_sum(*parties), undivided))
    return total


def _by_party(ranges: Mapping[_Kind, _Range]) -> _Range:
    """The parties together, each as stated for all its people or as its fighters with its civilians."""
    sides: defaultdict[str, dict[Status, _Range]] = defaultdict(dict)
    for kind, value in ranges.items():
        if kind.party:
            sides[kind.party][kind.status] = value
    return _sum(
        *(
            _greatest(side.get("people", NONE), _sum(side.get("fighters", NONE), side.get("civilians", NONE)))
            for side in sides.values()
        )
    )


def _sum(*ranges: _Range) -> _Range:
    return _Range(
        sum(one.low for one in ranges), sum(one.best for one in ranges), sum(one.high for one in ranges)
    )


def _greatest(one: _Range, other: _Range) -> _Range:
    return _Range(max(one.low, other.low), max(one.best, other.best), max(one.high, other.high))
