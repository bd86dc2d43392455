"""Lists that count an entry twice, by their stated totals or by the claims made of their entries.

A total is a list's own where it stands right before or after it, or in a row of it, and is as large as the
list is long. One as large as the list without the repeated entries has counted each once.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.model import Contradiction, Document
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.entries import Entry, Listing, Repeat, listings, repeats
from counterclaim.reconciliation.contradictions.grading import Grade, graded
from counterclaim.reconciliation.wording import counted_alone, listed, opening, source_words
from counterclaim.reconciliation.words import BAR, cells

LEAD = 600
"""Within so many characters before a list its total is looked for, and within a third of that after it."""

MOST_SHOWN = 3
"""How many repeated entries are quoted."""

MOST_QUOTED = 160
"""How many characters of an entry are quoted."""

NAMESAKES = "Two people can have one name."

_LIST = re.compile(r"^[ \t]*(?:[-*•–]|\(?\d{1,6}[.):])[ \t]", re.MULTILINE)


def lists_counted_twice(accounts: Sequence[Account], judge: Judge) -> Iterator[Contradiction]:
    """Each stated total of a list that has the same name or picture in two entries.

    Args:
        accounts: claims in any order; only lists in documents at hand are looked at.
        judge: has the words that head lists.
    """
    by_document: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.document is not None:
            by_document[account.claim.document].append(account)
    for members in by_document.values():
        document = members[0].document
        if document is not None and any(map(_is_counted, members)) and has_lists(document):
            yield from _in_document(document, members, judge)


def has_lists(document: Document) -> bool:
    """Whether a text may have a list in it."""
    return BAR.search(document.text) is not None or _LIST.search(document.text) is not None


def _is_counted(account: Account) -> bool:
    return account.claim.kind == "count" and account.claim.stance == "asserts"


def _in_document(document: Document, members: Sequence[Account], judge: Judge) -> Iterator[Contradiction]:
    members = sorted(members, key=_anchor)
    previous = 0
    for listing in listings(document.text, judge.tables):
        lead = max(previous, listing.start - LEAD)
        first = bisect_left(members, lead, key=_anchor)
        near = members[first : bisect_right(members, listing.end + LEAD // 3, key=_anchor)]
        total = _total_of(listing, near)
        previous = listing.end
        if total:
            found = list(repeats(listing, judge.tables, of_people=_counts_people(total)))
            if found:
                yield _contradiction(total, found, near, len(listing.entries), judge)
        else:
            yield from _named_twice(listing, near, judge)


def _anchor(account: Account) -> int:
    return account.claim.anchor


def _total_of(listing: Listing, near: Sequence[Account]) -> Account | None:
    """The claim that states how long a list is: the last before it, else one in it or right after."""
    length = len(listing.entries)
    fitting = [one for one in near if _is_counted(one) and one.claim.low == length]
    before = [one for one in fitting if _anchor(one) < listing.start]
    behind = (
        one
        for one in fitting
        if _anchor(one) >= listing.start and not any(_stands_in(one, entry) for entry in listing.entries)
    )
    return before[-1] if before else next(behind, None)


def _counts_people(account: Account) -> bool:
    return (account.claim.object or "").startswith("person")


def _named_twice(listing: Listing, near: Sequence[Account], judge: Judge) -> Iterator[Contradiction]:
    """Entries of one name in a list without a total, where claims were made of two of them."""
    single = [
        one
        for one in near
        if _is_counted(one)
        and one.claim.low == one.claim.high == 1
        and _counts_people(one)
        and listing.start <= _anchor(one) < listing.end
    ]
    for each in repeats(listing, judge.tables, of_people=True) if len(single) > 1 else ():
        made = [next((one for one in single if _stands_in(one, entry)), None) for entry in each.entries]
        claims = [one for one in made if one is not None]
        if each.by == "name" and len(claims) > 1 and len({one.claim.measure for one in claims}) == 1:
            grade = likely_twice(claims[0], judge)
            yield Contradiction(
                kind="counted_twice",
                claims=tuple(one.id for one in claims),
                explanation=(
                    f"{_opening_source(claims[0])} lists one name more than once; {_numbers(each.entries)} "
                    f"{_shared(each)}: {_quoted(each.entries)}. {NAMESAKES}"
                ),
                weight=grade.weight,
                rule="one_name_twice",
                grade=grade.words,
            )


def _stands_in(account: Account, entry: Entry) -> bool:
    return entry.start <= _anchor(account) < entry.end


def likely_twice(account: Account, judge: Judge) -> Grade:
    """How heavy it is that a loss may be counted twice."""
    gravity = judge.tables.measures[account.claim.measure or "other"].gravity
    return graded({"any of its kind": 0.5}, gravity=gravity)


def _contradiction(
    total: Account, found: Sequence[Repeat], members: Sequence[Account], length: int, judge: Judge
) -> Contradiction:
    entries = {entry for each in found for entry in each.entries}
    inside = [one.id for one in members if any(_stands_in(one, entry) for entry in entries)]
    grade = likely_twice(total, judge)
    same: dict[tuple[int, ...], Repeat] = {}
    for each in found:  # the same entries by name and by picture are one repeat
        same.setdefault(tuple(entry.number for entry in each.entries), each)
    return Contradiction(
        kind="counted_twice",
        claims=(total.id, *inside),
        explanation=_explanation(total, list(same.values()), length, judge),
        weight=grade.weight,
        rule="repeats_in_list",
        grade=grade.words,
    )


def _opening_source(account: Account) -> str:
    return opening(source_words(account))


def _explanation(total: Account, found: Sequence[Repeat], length: int, judge: Judge) -> str:
    shown = [
        f"{_numbers(each.entries)} {_shared(each)}: {_quoted(each.entries)}" for each in found[:MOST_SHOWN]
    ]
    more = len(found) - len(shown)
    beyond = f" So do entries in {more:,} more places of the list." if more > 0 else ""
    once = length - len({entry.number for each in found for entry in each.entries[1:]})
    namesakes = f" {NAMESAKES}" if any(each.by == "name" for each in found) else ""
    return (
        f"{_opening_source(total)} gives {length:,} {counted_alone(total, judge.tables)}, as many as the "
        f"list beside it has entries, but {'; '.join(shown)}.{beyond} "
        f"Counted once each, they are {once:,}.{namesakes}"
    )


def _numbers(entries: Sequence[Entry]) -> str:
    return f"entries {listed([f'{entry.number:,}' for entry in entries])}"


def _shared(each: Repeat) -> str:
    return "have the same name" if each.by == "name" else "show the same picture or page"


def _quoted(entries: Sequence[Entry]) -> str:
    return listed([f"“{_short(entry.words)}”" for entry in entries])


def _short(words: str) -> str:
    plain = ", ".join(filter(None, cells(words)))
    return plain if len(plain) <= MOST_QUOTED else f"{plain[:MOST_QUOTED].rstrip()}…"
