"""Totals and the numbers that a text lists as their parts, found by where the numbers stand.

A list in brackets or after a colon right behind a total is its breakdown. It claims to make up the
total where it is laid out as a table would be ("destroyed: 38, damaged: 16"), where its parts are the
ways in which things are lost (38 destroyed, 16 damaged), or where the words say so ("made up of").
Lists after "of whom" or "including" name some parts only.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.tables import Tables, any_of, within
from counterclaim.reconciliation.words import after, before, text_between

LONGEST_NOUN = 90
"""How far from a total its breakdown may open: the length of what is counted, with its adjectives."""

LONGEST_BREAKDOWN = 400
"""How long a breakdown may be."""

_NUMBER = re.compile(r"(?<![\w.-])\d{1,3}(?:[, ]\d{3})+(?![\w-])|(?<![\w.-])\d+(?![\w-]|[.,]\d)")
_BRACKET = re.compile(r"\([^()]*\)")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_NEXT_ITEM = re.compile(r"\S+,\s")
"""After a number in a list, "7, Martuni: 6": the colon belongs to the next item."""

_LABEL = re.compile(r"[^\W\d][^\d:,;()]*:\s*\Z")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with the parts that its text lists.

    Attributes:
        whole: whether the parts claim to make up the total.
        labels: what heads each part where they stand in a table; empty where they do not.
    """

    total: Account
    parts: tuple[Account, ...]
    whole: bool
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where a breakdown begins after its total, how it is opened, and where it ends."""

    start: int
    end: int
    by: str


def breakdowns(accounts: Iterable[Account], tables: Tables) -> Iterator[Breakdown]:
    """Every total that its own text breaks down.

    Args:
        accounts: claims in any order; only asserted counts are looked at.
        tables: say which words open a breakdown and which measures have parts.
    """
    by_document: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.claim.kind == "count" and account.claim.stance == "asserts":
            by_document[account.claim.document].append(account)
    for counts in by_document.values():
        counts.sort(key=lambda account: (account.claim.anchor, account.claim.ordinal))
        yield from _in_document(counts, tables)


def _in_document(counts: Sequence[Account], tables: Tables) -> Iterator[Breakdown]:
    anchors = [account.claim.anchor for account in counts]
    for total in counts:
        following = bisect_right(anchors, total.claim.anchor)
        if following == len(counts) or total.claim.low is None:
            continue
        opening = _opening(total, anchors[following], tables)
        if opening is None or _is_no_total(total, tables):
            continue
        inside = [
            account
            for account in counts[following : bisect_right(anchors, opening.end)]
            if opening.start <= account.claim.anchor < opening.end and not _is_nested(total, opening, account)
        ]
        found = _breakdown(total, inside, opening, tables)
        if found:
            yield found


def _is_no_total(account: Account, tables: Tables) -> bool:
    """Whether the words make the number itself a part ("three of them") or an addition ("900 more")."""
    behind = after(account)
    return bool(
        tables.part_after.match(behind)
        or tables.more_after.match(behind)
        or tables.more_before.search(before(account))
    )


def _opening(total: Account, next_number: int, tables: Tables) -> _Opening | None:
    """The bracket, colon or words that open a breakdown between a total and the next number."""
    start = total.claim.anchor
    gap = text_between(total, start, next_number) if next_number - start <= LONGEST_NOUN else None
    if gap is None or ";" in gap or _SENTENCE_END.search(gap):
        return None
    rest = _rest(total, start)
    bracket = gap.rfind("(")
    if bracket >= 0 and ")" not in gap[bracket:]:
        by, _ = _opening_words(gap[bracket:], tables) or ("(", 0)
        return _Opening(start + bracket + 1, start + bracket + 1 + _closing(rest[bracket + 1 :]), by)
    words = _opening_words(gap, tables)
    if words:
        return _Opening(start + words[1], start + _end_of_list(rest), words[0])
    if ":" in gap and not _NEXT_ITEM.match(gap):
        return _Opening(start + gap.index(":"), start + _end_of_list(rest), ":")
    return None


def _opening_words(gap: str, tables: Tables) -> tuple[str, int] | None:
    """How words open a breakdown, and where they end."""
    for by, phrases in (("whole", tables.cues.opens_whole), ("parts", tables.cues.opens_parts)):
        found = any_of(phrases).search(gap)
        if found:
            return by, found.end()
    return None


def _rest(total: Account, start: int) -> str:
    end = start + LONGEST_NOUN + LONGEST_BREAKDOWN
    return text_between(total, start, end) or text_between(total, start, total.claim.end) or ""


def _end_of_list(text: str) -> int:
    """Where a list without brackets of its own ends: with its sentence, or with the bracket around it."""
    end = _SENTENCE_END.search(text)
    return min(_closing(text), end.start() if end else len(text))


def _closing(text: str) -> int:
    """Where the bracket that a text stands in is closed."""
    depth = 0
    for place, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0:
            return place
    return len(text)


def _is_nested(total: Account, opening: _Opening, account: Account) -> bool:
    """Whether a number stands in a bracket within the breakdown, and so divides one of its parts."""
    ahead = text_between(total, opening.start, account.claim.anchor) or ""
    return ahead.count("(") > ahead.count(")")


def _breakdown(
    total: Account, inside: Sequence[Account], opening: _Opening, tables: Tables
) -> Breakdown | None:
    if opening.by == "parts" and inside and not _is_labelled(total, opening, inside[0]):
        inside = inside[:1]
    parts = tuple(account for account in inside if _is_part(account, total, tables))
    if not parts or (opening.by == ":" and len(parts) < 2):
        return None
    whole = len(parts) > 1 and len(parts) == len(inside) and _makes_up_total(total, parts, opening, tables)
    return Breakdown(total, parts, whole)


def _is_part(account: Account, total: Account, tables: Tables) -> bool:
    """Whether a count can be a part of the total by what it counts."""
    part, whole = account.claim, total.claim
    measure = tables.measures.get(whole.measure or "")
    return (
        account.voice == total.voice
        and bool(measure and measure.series)
        and (part.measure == whole.measure or part.measure in measure.parts if measure else False)
        and (part.object == whole.object or within(part.object or "", whole.object or ""))
        and (account.party == total.party or total.party is None or account.subject <= total.subject)
    )


def _makes_up_total(total: Account, parts: Sequence[Account], opening: _Opening, tables: Tables) -> bool:
    text = text_between(total, opening.start, opening.end)
    if text is None or not _all_numbers_read(text, opening, parts):
        return False
    tabular = all(_is_labelled(total, opening, part) for part in parts)
    by_status = _by_status(total, parts, tables)
    if opening.by == "parts":
        return tabular and by_status
    return opening.by == "whole" or tabular or by_status


def _all_numbers_read(text: str, opening: _Opening, parts: Iterable[Account]) -> bool:
    """Whether every figure in the breakdown became a part; with one missing the sum proves nothing."""
    anchors = {part.claim.anchor - opening.start for part in parts}
    flat = _BRACKET.sub(lambda bracket: " " * len(bracket[0]), text)
    return all(number.start() in anchors for number in _NUMBER.finditer(flat))


def _is_labelled(total: Account, opening: _Opening, part: Account) -> bool:
    label = text_between(total, opening.start, part.claim.anchor)
    return bool(label is not None and _LABEL.search(label))


def _by_status(total: Account, parts: Sequence[Account], tables: Tables) -> bool:
    """Whether the parts are different ways of being counted in the total, such as killed and wounded."""
    measure = tables.measures.get(total.claim.measure or "")
    statuses = {part.claim.measure for part in parts}
    return bool(measure and len(statuses) > 1 and statuses <= set(measure.parts))
