"""What stands now as it stood on earlier days, and what stood then alone.

The record of each earlier day is reconciled from the claims that had been made by its end, so that a thing
may have had another identifier then: a series is named after its span, a ceasefire after its claims. What
then had no identifier of now is taken for that with which it has most claims in common.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from counterclaim.model import Record
from counterclaim.partial_date import PartialDate

FAR = "9999-12-31"
"""Ends what stood on the last of the earlier days and does not stand now."""


class Identified(Protocol):
    """Anything with an identifier that rebuilding gives again."""

    @property
    def id(self) -> str:
        """The identifier."""
        ...


Thing = TypeVar("Thing", bound=Identified)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The record as it was known at the end of a day."""

    day: PartialDate
    record: Record


@dataclass(frozen=True, slots=True)
class Stage(Generic[Thing]):
    """What a thing was from a day on, in ISO form; None where it did not stand."""

    day: str
    thing: Thing | None


@dataclass(frozen=True, slots=True)
class Former(Generic[Thing]):
    """What stood on earlier days and does not stand now.

    Attributes:
        thing: as it last was.
        stages: the earliest first; the last of them is that it stood no longer, or FAR ends it.
        heir: the id of what most of its claims stand in now, None where that is nothing.
    """

    thing: Thing
    stages: tuple[Stage[Thing], ...]
    heir: str | None


@dataclass(frozen=True, slots=True)
class Courses(Generic[Thing]):
    """How things went over the days: those of now by id, and the former ones by theirs."""

    of_now: Mapping[str, tuple[Stage[Thing], ...]]
    former: Mapping[str, Former[Thing]]


def courses(
    now: Iterable[Thing],
    earlier: Iterable[tuple[str, Iterable[Thing]]],
    claims: Callable[[Thing], Iterable[str]],
    *,
    by_claims: bool = True,
) -> Courses[Thing]:
    """Follow things over the days.

    Args:
        now: what stands now.
        earlier: what stood on each day, in ISO form, the earliest first.
        claims: the ids of a thing's claims.
        by_claims: whether what then had another identifier may be one of now.
    """
    standing = {thing.id: frozenset(claims(thing)) for thing in now}
    holders: dict[str, list[str]] = {}
    for key, members in standing.items():
        for claim in members:
            holders.setdefault(claim, []).append(key)
    told: dict[str, list[Stage[Thing]]] = {key: [] for key in standing}
    gone: dict[str, list[Stage[Thing]]] = {}
    last: dict[str, Thing] = {}
    for day, things in earlier:
        then = {thing.id: thing for thing in things}
        found = {key: then.pop(key) for key in standing.keys() & then.keys()}
        if by_claims:
            for former, key in _closest(then, found.keys(), holders, claims):
                found[key] = then.pop(former)
        last |= then
        for key, stages in told.items():
            _put(stages, day, found.get(key))
        for key in gone.keys() | then.keys():
            _put(gone.setdefault(key, []), day, then.get(key))
    return Courses(
        {key: tuple(stages) for key, stages in told.items()},
        {
            key: Former(last[key], tuple(stages), _heir(claims(last[key]), holders))
            for key, stages in sorted(gone.items())
        },
    )


def _closest(
    then: Mapping[str, Thing],
    taken: Collection[str],
    holders: Mapping[str, Sequence[str]],
    claims: Callable[[Thing], Iterable[str]],
) -> list[tuple[str, str]]:
    """What stood then with what stands now, each in one pair at most, the most claims in common first."""
    shared: Counter[tuple[str, str]] = Counter()
    for key, thing in then.items():
        for claim in set(claims(thing)):
            shared.update((key, one) for one in holders.get(claim, ()) if one not in taken)
    pairs: dict[str, str] = {}
    for (key, one), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if key not in pairs and one not in pairs.values():
            pairs[key] = one
    return list(pairs.items())


def _heir(claims: Iterable[str], holders: Mapping[str, Sequence[str]]) -> str | None:
    shared = Counter(key for claim in set(claims) for key in holders.get(claim, ()))
    return min(shared, key=lambda key: (-shared[key], key), default=None)


def _put(stages: list[Stage[Thing]], day: str, thing: Thing | None) -> None:
    if (stages[-1].thing if stages else None) != thing:
        stages.append(Stage(day, thing))


# ---------------------------------------------------------------- as a page has it


@dataclass(frozen=True, slots=True)
class Variant(Generic[Value]):
    """What a page shows from a day on.

    Attributes:
        day: in ISO form; "" for what is shown now and on no day gave the same.
        is_now: whether it is what all that is known gives.
    """

    day: str
    value: Value
    is_now: bool = False


def variants(now: Value, then: Iterable[tuple[str, Value]]) -> tuple[Variant[Value], ...]:
    """What a page shows on which day, changes only, the earliest first; what it shows now comes last."""
    told: list[Variant[Value]] = []
    for day, value in then:
        if not told or told[-1].value != value:
            told.append(Variant(day, value))
    since = told.pop().day if told and told[-1].value == now else ""
    return (*told, Variant(since, now, is_now=True))


def changes(values: Iterable[tuple[str, Value]]) -> tuple[tuple[str, Value], ...]:
    """Values with the days from which on, those left out that say the same as the one before."""
    found: list[tuple[str, Value]] = []
    for day, value in values:
        if not found or found[-1][1] != value:
            found.append((day, value))
    return tuple(found)


def stretches(stages: Iterable[tuple[str, object]], *, now: object = True) -> str:
    """Over which days something stands, as pages have it in `data-known`.

    Args:
        stages: from which day on it stood (anything true) or did not.
        now: whether it stands now.

    Returns:
        "2020-10-01/2020-10-11 2020-11-02": from the first day until before the second, and from the third
        on. An empty stretch at the end stands for what stands now and did not on any day before.
    """
    found: list[str] = []
    for day, stands in changes((day, bool(stands)) for day, stands in stages):
        if stands:
            found.append(day)
        elif found:
            found[-1] += f"/{day}"
    is_open = bool(found) and "/" not in found[-1]
    if now and not is_open:
        found.append("")
    elif is_open and not now:
        found[-1] += f"/{FAR}"
    return " ".join(found)


def together(known: Iterable[str]) -> str:
    """The days over which any of several things stands, from the first to the last; gaps are left aside."""
    every = [stretch.split("/") for each in known for stretch in each.split(" ")]
    starts = [start for start, *_ in every if start]
    if any(len(stretch) == 1 for stretch in every):
        return min(starts, default="")
    return f"{min(starts)}/{max(stretch[-1] for stretch in every)}" if starts else f"{FAR}/{FAR}"
