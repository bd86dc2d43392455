"""Losses that may be counted twice: two entries of one list, or two claims, with the same name or picture.

Claims carry neither names nor pictures. A list is held against the claim that states how many it has; beyond
lists, only addresses that stand in a claim's own line of text are compared.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from counterclaim.model import Contradiction
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.linking import Link
from counterclaim.reconciliation.contradictions.listed_twice import (
    has_lists,
    likely_twice,
    lists_counted_twice,
)
from counterclaim.reconciliation.days import may_meet
from counterclaim.reconciliation.wording import counted_alone, source_words
from counterclaim.reconciliation.words import sentence

_ADDRESS = re.compile(r"https?://[^\s<>\"'|)\]]+")

_Evidence = tuple[str, str | None, str | None, str | None]
"""An address with the measure, the object and the party of what is counted."""

MOST_PAIRED = 20
"""An address that more entries share is that of a whole list, and shows no single loss."""


def counted_twice(accounts: Sequence[Account], judge: Judge) -> list[Contradiction]:
    """Claims of one kind of loss that share an address and differ in day or place, and lists with repeats."""
    sharing: defaultdict[_Evidence, list[Account]] = defaultdict(list)
    for account in accounts:
        for evidence in _shown(account):
            sharing[evidence].append(account)
    found: dict[tuple[str, ...], Contradiction] = {}
    for (address, *_), members in sharing.items():
        if len(members) <= MOST_PAIRED:
            for one, other in combinations(members, 2):
                if _differ(one, other):
                    found.setdefault((one.id, other.id), _contradiction(one, other, address, judge))
    return [*found.values(), *lists_counted_twice(accounts, judge)]


def twice_links(accounts: Iterable[Account], _: Judge) -> Iterator[Link]:
    """What links claims that may count one thing twice: the evidence they show, and lists in their text."""
    listing: dict[str, bool] = {}
    for account in accounts:
        text = account.claim.document
        if text not in listing:
            listing[text] = account.document is not None and has_lists(account.document)
        keys = (*_shown(account), *([text] if listing[text] else []))
        if keys:
            yield Link(account, keys, keys)


def _shown(account: Account) -> Iterator[_Evidence]:
    """The evidence that a claim of a loss shows, each with what is counted."""
    claim = account.claim
    if claim.kind == "count" and claim.stance == "asserts" and claim.scope != "cumulative":
        for address in _addresses(account):
            yield address, claim.measure, claim.object, account.party


def _addresses(account: Account) -> set[str]:
    if account.document is None or "://" not in account.document.text:
        return set()
    return {found.rstrip(".,;") for found in _ADDRESS.findall(sentence(account))}


def _differ(one: Account, other: Account) -> bool:
    """Whether two entries stand in different lines and speak of different days or places."""
    if sentence(one) == sentence(other):
        return False
    elsewhere = one.place is not None and other.place is not None and one.place != other.place
    return elsewhere or not may_meet(one.covers, other.covers)


def _contradiction(one: Account, other: Account, address: str, judge: Judge) -> Contradiction:
    grade = likely_twice(one, judge)
    what = counted_alone(one, judge.tables)
    return Contradiction(
        kind="counted_twice",
        claims=(one.id, other.id),
        explanation=(
            f"Two entries count {what} ({source_words(one)}; {source_words(other)}) for different days or "
            f"places and show the same evidence, {address}: the same loss may be counted twice."
        ),
        weight=grade.weight,
        rule="same_evidence",
        grade=grade.words,
    )
