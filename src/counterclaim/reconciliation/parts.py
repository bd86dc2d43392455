"""Which numbers of a text count only a part of what another number of it counts in whole.

"62 dead, four of them elderly" gives two counts of the dead that agree in everything. The second is no
rival of the first, and must neither bound the series nor dispute it. In "four howitzers, six field guns"
neither is the whole, and the larger is no more than a minimum.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.tables import Tables
from counterclaim.reconciliation.weighing import Verdict, aside
from counterclaim.reconciliation.words import after, before


@dataclass(frozen=True, slots=True)
class Parts:
    """What a text's numbers tell of each other.

    Attributes:
        set_aside: verdicts on the claims that count a part, by id.
        doubtful: ids of claims that may be a part themselves, as their text gives another number for the
            same day and says nothing of a whole: they set no maximum.
    """

    set_aside: Mapping[str, Verdict]
    doubtful: frozenset[str]


def parts(accounts: Iterable[Account], tables: Tables) -> Parts:
    """The claims of one series that count a part of what another claim of the same text counts.

    Args:
        accounts: asserted counts of one series.
        tables: have the words that make a number a part or a whole.
    """
    groups: defaultdict[Hashable, list[Account]] = defaultdict(list)
    for account in accounts:
        groups[account.claim.document, account.voice, account.covers].append(account)
    set_aside: dict[str, Verdict] = {}
    doubtful: set[str] = set()
    for members in groups.values():
        if len(members) > 1:
            uncued = _set_parts_aside(members, tables, set_aside)
            doubtful.update(_doubtful(uncued, members, set_aside, tables))
    return Parts(set_aside, frozenset(doubtful))


def _set_parts_aside(
    members: Sequence[Account], tables: Tables, set_aside: dict[str, Verdict]
) -> list[Account]:
    """Set aside every number but the largest; those that no word marks as parts are given back."""
    uncued: list[Account] = []
    largest = max(account.claim.range.headline or 0 for account in members)
    for account in members:
        if (account.claim.range.headline or 0) == largest:
            continue
        if _is_cued(account, tables):
            reason = f"counts a part of what the same text gives as {largest:,}"
            set_aside[account.id] = aside(account, "part", reason)
        elif account.claim.high is None:
            reason = f"says no more than the {largest:,} that the same text gives"
            set_aside[account.id] = aside(account, "says_less", reason)
        else:
            reason = f"the same text gives {largest:,} for the same day; the larger figure is taken"
            set_aside[account.id] = aside(account, "lesser_figure", reason)
            uncued.append(account)
    return uncued


def _doubtful(
    uncued: Sequence[Account], members: Iterable[Account], set_aside: Mapping[str, Verdict], tables: Tables
) -> Iterable[str]:
    for account in members:
        if (
            uncued
            and account.id not in set_aside
            and not tables.whole.search(before(account) + after(account))
        ):
            yield account.id


def _is_cued(account: Account, tables: Tables) -> bool:
    words = before(account)
    if tables.more_before.search(words) or tables.more_after.match(after(account)):
        return False
    return bool(
        tables.part_before.search(words)
        or tables.part_after.match(after(account))
        or words.count("(") > words.count(")")
    )
