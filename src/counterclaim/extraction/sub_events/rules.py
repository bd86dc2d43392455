"""The rules by which words speak for a sub-event type: read from the lexicon, checked, and tried."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.errors import SettingsError
from counterclaim.extraction.sub_events.words import Hit, group_names
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml
from counterclaim.taxonomies import SubEventType

_REACH = 14
_REACH_BACK = 60
_LONGEST = 10
"""More words than any phrase has."""
_WITHIN = 6
_SPOTS = frozenset({"base", "place", "sit_civil", "property", "name"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around"})
_GOVERNED = frozenset({"of", "against", "with", "near", "at", "in", "on", "to", "from", "for"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the rules; the head of `sub_event_rules.toml` says what each key means."""

    type: SubEventType
    weight: float
    reason: str
    has: tuple[frozenset[str], ...]
    lacks: frozenset[str]
    act: frozenset[str]
    by: frozenset[str]
    on: frozenset[str]
    not_by: frozenset[str]
    not_on: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    within: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet as the rules see it.

    Attributes:
        tokens: its words and marks.
        hits: its phrases of the lexicon, in order.
        groups: every group of which a phrase is there.
    """

    tokens: list[Token]
    hits: list[Hit]
    groups: frozenset[str]

    def between(self, first: int, last: int) -> list[Hit]:
        """The hits that open with one of the tokens from `first` to `last`."""
        start = bisect_left(self.hits, first, key=_first)
        return self.hits[start : bisect_right(self.hits, last, key=_first)]


def _first(hit: Hit) -> int:
    return hit.first


def words_that_hold(rule: Rule, snippet: Snippet) -> tuple[str, ...] | None:
    """The words on which a rule rests in a snippet, None where it does not hold."""
    if rule.lacks & snippet.groups or not all(choice & snippet.groups for choice in rule.has):
        return None
    seen = [next(h.text for h in snippet.hits if h.groups & choice) for choice in rule.has]
    if not rule.act:
        return tuple(seen)
    for hit in snippet.hits:
        if hit.groups & rule.act:
            with_it = _around(rule, snippet, hit)
            if with_it is not None:
                return (hit.text, *with_it, *seen)
    return None


def _around(rule: Rule, snippet: Snippet, act: Hit) -> list[str] | None:
    """Who and what stands around an act as a rule wants it, None where that is not so."""
    before, after = _doers(snippet, act), _sufferers(snippet, act)
    if act.is_passive:
        before, after = _after_by(snippet, after), before
    if rule.not_by & _groups(before) or rule.not_on & _groups(after):
        return None
    found: list[str] = []
    wanted = (
        (rule.by, before),
        (rule.on, after),
        (rule.after, _near(snippet, act, act.last + 1, act.last + rule.within)),
        (rule.before, _near(snippet, act, act.first - rule.within, act.first - 1)),
    )
    for groups, hits in wanted:
        if not groups:
            continue
        match = next((hit for hit in hits if hit.groups & groups), None)
        if match is None:
            return None
        found.append(match.text)
    return found


def _doers(snippet: Snippet, act: Hit) -> list[Hit]:
    """What stands before an act in its sentence and can be its subject, the nearest first."""
    hits = [
        hit
        for hit in snippet.between(act.first - _REACH_BACK, act.first - 1)
        if hit.sentence == act.sentence
        and hit.last < act.first
        and (hit.is_actor or not hit.first or not _is_governed(snippet.tokens, hit))
    ]
    return hits[::-1]


def _is_governed(tokens: list[Token], hit: Hit) -> bool:
    return any(token.low in _GOVERNED for token in tokens[max(hit.first - 2, 0) : hit.first])


def _sufferers(snippet: Snippet, act: Hit) -> list[Hit]:
    """What stands after an act in its sentence and within its reach, the nearest first."""
    return [
        hit
        for hit in snippet.between(act.last + 1, act.last + _REACH)
        if hit.sentence == act.sentence and not (hit.groups & _SPOTS and _is_where(snippet.tokens, hit))
    ]


def _is_where(tokens: list[Token], hit: Hit) -> bool:
    """Whether words for a spot only say where something was done: "shot in a barracks"."""
    return any(token.low in _WHERE for token in tokens[max(hit.first - 2, 0) : hit.first])


def _after_by(snippet: Snippet, hits: list[Hit]) -> list[Hit]:
    """Those of the hits that "by" governs."""
    return [
        hit for hit in hits if any(t.low == "by" for t in snippet.tokens[max(hit.first - 4, 0) : hit.first])
    ]


def _near(snippet: Snippet, act: Hit, first: int, last: int) -> list[Hit]:
    """The hits that reach into the tokens from `first` to `last`, except the act itself."""
    hits = snippet.between(first - _LONGEST, last)
    return [hit for hit in hits if hit is not act and hit.last >= first]


def _groups(hits: Iterable[Hit]) -> frozenset[str]:
    return frozenset().union(*(hit.groups for hit in hits))


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of `sub_event_rules.toml`, in its order.

    Raises:
        SettingsError: a rule names a type or a group that there is not, or lacks what it must have.
    """
    return tuple(_rule(n, row) for n, row in enumerate(load_toml("sub_event_rules")["rules"], start=1))


_LISTS = ("lacks", "act", "by", "on", "not_by", "not_on", "after", "before")


def _rule(number: int, row: dict[str, Any]) -> Rule:
    wrong = ", ".join(_complaints(row))
    if wrong:
        raise SettingsError(
            f"lexicon/en/sub_event_rules.toml, [[rules]] {number} ({row.get('reason')}): {wrong}.",
            "Correct the rule; the comments at the file's head say what each key holds.",
        )
    lists = {key: frozenset(row.get(key, ())) for key in _LISTS}
    has = tuple(frozenset(choice) for choice in row.get("has", ()))
    kind, weight = SubEventType(row["type"]), float(row["weight"])
    return Rule(kind, weight, row["reason"], has=has, within=row.get("within", _WITHIN), **lists)


def _complaints(row: dict[str, Any]) -> Iterator[str]:
    known = {"type", "weight", "reason", "has", "within", *_LISTS}
    yield from (f"{key} means nothing here" for key in row if key not in known)
    yield from (f"{key} is missing" for key in ("type", "weight", "reason") if key not in row)
    if row.get("type") not in list(SubEventType):
        yield f"{row.get('type')!r} is no sub-event type"
    named = {group for choice in row.get("has", ()) for group in choice}
    named.update(group for key in _LISTS for group in row.get(key, ()))
    yield from (f"there is no group {group!r}" for group in sorted(named - group_names()))
    if not row.get("act") and not row.get("has"):
        yield "it has neither act nor has"
