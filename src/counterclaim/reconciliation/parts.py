"""Which numbers of a text count only a part of what another number of it counts in whole.

"62 dead, four of them elderly" gives two counts of the dead that agree in everything. The second is no
rival of the first, and must neither bound the series nor dispute it. In "four howitzers, six field guns"
neither is the whole, and the larger is no more than a minimum; in "67 died, one more in hospital, which
made it 68" the sum tells that the largest is the whole.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.numbers import widened
from counterclaim.reconciliation.tables import Tables, any_of, within
from counterclaim.reconciliation.weighing import Verdict, aside
from counterclaim.reconciliation.words import after, before, stretch

_CLAUSE_END = re.compile(r"[,;:\d]|\band\b")

ONE_SENTENCE = 200
"""Numbers further apart are not items of one list."""


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
    texts: defaultdict[Hashable, list[Account]] = defaultdict(list)
    for account in accounts:
        texts[account.claim.document, account.covers].append(account)
    set_aside: dict[str, Verdict] = {}
    doubtful: set[str] = set()
    for members in texts.values():
        if len(members) > 1:
            aside_here, doubtful_here = _parts_of_text(members, tables)
            set_aside |= aside_here
            doubtful |= doubtful_here
    return Parts(set_aside, frozenset(doubtful))


def _parts_of_text(members: Sequence[Account], tables: Tables) -> tuple[dict[str, Verdict], set[str]]:
    """The parts among the numbers of one text for one day, and the numbers that may be parts."""
    added = _additions(members, tables)
    set_aside, doubtful = dict(added), set[str]()
    for voice in _by_voice(account for account in members if account.id not in added):
        lesser = _set_parts_aside(voice, tables, set_aside) if len(voice) > 1 else []
        own_additions = [each for each in members if each.id in added and each.voice == voice[0].voice]
        if (added or lesser) and not _make_up_the_largest([*lesser, *own_additions], voice):
            doubtful.update(_not_whole(voice, set_aside, tables))
    return set_aside, doubtful


def in_company(accounts: Iterable[Account], tables: Tables) -> frozenset[str]:
    """Ids of counts of people or things at large that stand beside a special kind and mean the others.

    In "twelve of its staff and ten patients" the ten people are not all the people.

    Args:
        accounts: claims of any kind.
        tables: have the words that join a list.
    """
    texts: defaultdict[Hashable, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.claim.kind == "count":
            texts[account.claim.document, account.voice].append(account)
    found: set[str] = set()
    for members in texts.values():
        if len(members) > 1:
            members.sort(key=lambda account: (account.claim.anchor, account.claim.ordinal))
        for one, other in pairwise(members):
            if _joined(one, other, tables):
                found.add(min(one, other, key=lambda account: len(account.claim.object or "")).id)
    return frozenset(found)


def _joined(one: Account, other: Account, tables: Tables) -> bool:
    """Whether two counts of different width stand beside each other in a list."""
    first, second = one.claim, other.claim
    if first.measure != second.measure or one.party != other.party or first.scope != second.scope:
        return False
    wide, narrow = sorted((first.object or "", second.object or ""), key=len)
    if wide == narrow or not within(narrow, wide) or second.anchor - first.anchor > ONE_SENTENCE:
        return False
    between = stretch(one, other)
    if between is None or any_of(tables.cues.opens_parts).search(between) or counts_a_part(other, tables):
        return False
    return bool(tables.joins.search(between)) and not tables.whole.search(between + after(other))


def _by_voice(accounts: Iterable[Account]) -> Iterable[list[Account]]:
    voices: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        voices[account.voice].append(account)
    return voices.values()


def _additions(members: Iterable[Account], tables: Tables) -> dict[str, Verdict]:
    """Numbers that come on top of another in their text, whoever gave that one: "nine more"."""
    return {
        account.id: aside(account, "added", "comes on top of another number in the same text")
        for account in members
        if tables.more_before.search(before(account)) or tables.more_after.match(after(account))
    }


def _set_parts_aside(
    members: Sequence[Account], tables: Tables, set_aside: dict[str, Verdict]
) -> list[Account]:
    """Set aside every number but the largest; those that no word marks as parts are given back."""
    lesser: list[Account] = []
    largest = max(members, key=lambda account: (_number(account), -account.claim.anchor))
    number = f"{_number(largest):,}"
    for account in members:
        if account is largest or (_number(account) == _number(largest) and not _listed(account, largest)):
            continue
        if counts_a_part(account, tables):
            reason = f"counts a part of what the same text gives as {number}"
            set_aside[account.id] = aside(account, "part", reason)
        elif account.claim.high is None and _number(account) < _number(largest):
            reason = f"says no more than the {number} that the same text gives"
            set_aside[account.id] = aside(account, "says_less", reason)
        else:
            reason = f"the same text gives {number} for the same day; no more than one of them is taken"
            set_aside[account.id] = aside(account, "beside_another", reason)
            lesser.append(account)
    return lesser


def _make_up_the_largest(lesser: Sequence[Account], members: Iterable[Account]) -> bool:
    """Whether the lesser numbers add up to the largest, which then is the whole."""
    low, high = widened(max(members, key=_number).claim)
    total = sum(map(_number, lesser))
    return len(lesser) > 1 and low <= total and (high is None or total <= high)


def _not_whole(members: Iterable[Account], set_aside: Mapping[str, Verdict], tables: Tables) -> Iterable[str]:
    for account in members:
        ahead, behind = before(account), after(account)
        whole = tables.whole.search(ahead + behind) or tables.whole_before.search(ahead)
        if account.id not in set_aside and not whole:
            yield account.id


def counts_a_part(account: Account, tables: Tables) -> bool:
    """Whether a number is a part of another: its words say so, or it stands in brackets."""
    words = before(account)
    return is_called_a_part(account, tables) or words.count("(") > words.count(")")


def is_called_a_part(account: Account, tables: Tables) -> bool:
    """Whether the words by a number make it a part of another: "of whom 60", "four of the dead"."""
    behind = after(account)
    return bool(
        tables.part_before.search(before(account))
        or tables.part_after.match(behind)
        or tables.part_among.search(_CLAUSE_END.split(behind)[0])
    )


def _listed(one: Account, other: Account) -> bool:
    """Whether two equal numbers stand in one sentence, so that neither repeats the other."""
    apart = abs(one.claim.anchor - other.claim.anchor)
    return 0 < apart <= ONE_SENTENCE and one.claim.start <= other.claim.anchor < one.claim.end


def _number(account: Account) -> int:
    return account.claim.headline or 0
