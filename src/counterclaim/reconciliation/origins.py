"""Which claims repeat another, so that ten outlets with one agency's sentence count once."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from math import inf

from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.days import may_meet
from counterclaim.reconciliation.weighing import Verdict, aside
from counterclaim.reconciliation.words import LEAST_SHINGLES, shingles

ALIKE = 0.6
"""Quotes whose word triples overlap by at least this share (Jaccard) are one text: a word or two differ."""


def repeats(accounts: Iterable[Account]) -> dict[str, Verdict]:
    """The claims of one series that repeat an earlier one, by id.

    A named source is preferred as origin to a text's own voice, then the earliest word. Every repeat
    points at an origin, never at another repeat.

    Args:
        accounts: asserted counts of one series.
    """
    known = _Origins()
    found: dict[str, Verdict] = {}
    for account in sorted(accounts, key=_preference):
        verdict = known.repeated_by(account)
        if verdict:
            found[account.id] = verdict
        else:
            known.add(account)
    return found


@dataclass(slots=True)
class _Origins:
    """The origins met so far, found again by who gives what value, and by words."""

    by_voice: defaultdict[Hashable, list[Account]] = field(default_factory=lambda: defaultdict(list))
    by_side: defaultdict[Hashable, list[Account]] = field(default_factory=lambda: defaultdict(list))
    by_headline: defaultdict[Hashable, list[Account]] = field(default_factory=lambda: defaultdict(list))
    by_value: defaultdict[Hashable, list[Account]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, account: Account) -> None:
        claim = account.claim
        self.by_voice[account.voice, claim.low, claim.high].append(account)
        self.by_side[account.speaker, claim.low, claim.high].append(account)
        self.by_headline[claim.headline].append(account)
        self.by_value[claim.low, claim.high].append(account)

    def repeated_by(self, account: Account) -> Verdict | None:
        claim = account.claim
        if origin := _same_day(account, self.by_voice[account.voice, claim.low, claim.high]):
            return aside(account, "same_source", "repeats the same source's figure", origin.id)
        if account.speaker and (
            origin := _same_day(account, self.by_side[account.speaker, claim.low, claim.high])
        ):
            return aside(account, "same_side", "repeats a figure of the same side", origin.id)
        if not account.named and (origin := _unattributed(account, self.by_headline[claim.headline])):
            reason = f"gives the figure of {origin.claim.source} without naming it"
            return aside(account, "unattributed_repeat", reason, origin.id)
        if origin := self._same_words(account):
            return aside(account, "same_words", "repeats another text's words", origin.id)
        return None

    def _same_words(self, account: Account) -> Account | None:
        claim = account.claim
        others = [one for one in self.by_value[claim.low, claim.high] if one.claim.document != claim.document]
        return next((other for other in others if self._alike(account, other)), None)

    def _alike(self, one: Account, other: Account) -> bool:
        mine, yours = self._shingles(one), self._shingles(other)
        return min(len(mine), len(yours)) >= LEAST_SHINGLES and len(mine & yours) >= ALIKE * len(mine | yours)

    def _shingles(self, account: Account) -> frozenset[str]:
        if account.id not in self.words:
            self.words[account.id] = shingles(account.claim.quote)
        return self.words[account.id]


def _preference(account: Account) -> tuple[object, ...]:
    """A source that names its side before one that does not, before a text's own voice; then the earliest."""
    return not account.named, account.claim.source_side is None, account.known or (inf, inf), account.order


def _same_day(account: Account, candidates: Sequence[Account]) -> Account | None:
    return next((other for other in candidates if may_meet(other.covers, account.covers)), None)


def _unattributed(account: Account, candidates: Sequence[Account]) -> Account | None:
    """A named source's account that an unattributed one may have been taken from."""
    for other in candidates:
        same_document = other.claim.document == account.claim.document
        known_before = not (account.known and other.known) or other.known.first <= account.known.last
        if other.named and may_meet(other.covers, account.covers) and (same_document or known_before):
            return other
    return None
