"""Which claims repeat another, so that ten outlets with one agency's sentence count once.

A claim repeats another with the same figure if it is of the same source or side and may be of the same day,
if its text cites the other's source, if its document is a copy of the other's, if it has the other's words,
or if it gives a named source's figure without naming it. The chain is kept: what a copy of a copy was taken
from is that copy, and its origin is where the chain ends.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from math import inf

from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.copies import one_text
from counterclaim.reconciliation.days import may_meet
from counterclaim.reconciliation.weighing import Verdict, aside
from counterclaim.reconciliation.words import are_alike

MOST_COMPARED = 50
"""With the words of how many claims of the same figure one is compared: the first."""


def repeats(accounts: Iterable[Account], judge: Judge) -> dict[str, Verdict]:
    """The claims of one series that repeat an earlier one, by id.

    A named source is preferred as origin to a text's own voice, then the earliest word. Every repeat
    points at an origin, never at another repeat; `taken_from` may be a repeat.

    Args:
        accounts: asserted counts of one series.
        judge: knows the words by which a text cites, and which documents are copies.
    """
    known = _Origins(judge)
    found: dict[str, Verdict] = {}
    cited = {account.id: _cited(account, judge) for account in accounts}
    for account in sorted(accounts, key=lambda one: (bool(cited[one.id]), _preference(one))):
        verdict = known.repeated_by(account, cited[account.id])
        if verdict:
            found[account.id] = verdict
            known.add_repeat(account, verdict)
        else:
            known.add(account)
    return found


def _cited(account: Account, judge: Judge) -> str:
    """What the claim's words say that they have the figure from, "" where they say nothing."""
    if not account.named:
        return ""
    return " ".join(judge.tables.cites.findall(account.claim.quote)).casefold()


@dataclass(slots=True)
class _Origins:
    """The origins met so far, found again by who gives what value."""

    judge: Judge
    by_voice: defaultdict[Hashable, list[Account]] = field(default_factory=lambda: defaultdict(list))
    by_side: defaultdict[Hashable, list[Account]] = field(default_factory=lambda: defaultdict(list))
    by_headline: defaultdict[Hashable, list[Account]] = field(default_factory=lambda: defaultdict(list))
    by_value: defaultdict[Hashable, list[Account]] = field(default_factory=lambda: defaultdict(list))
    origin_of: dict[str, str] = field(default_factory=dict)

    def add(self, account: Account) -> None:
        claim = account.claim
        self.by_voice[account.voice, claim.low, claim.high].append(account)
        self.by_side[account.speaker, claim.low, claim.high].append(account)
        self.by_headline[claim.headline].append(account)
        self.by_value[claim.low, claim.high].append(account)

    def add_repeat(self, account: Account, verdict: Verdict) -> None:
        """Keep a repeat, of which there may be copies; it is no origin for other reasons than its words."""
        self.origin_of[account.id] = verdict.origin or account.id
        self.by_value[account.claim.low, account.claim.high].append(account)

    def repeated_by(self, account: Account, cited: str) -> Verdict | None:
        claim = account.claim
        if account.named and (claim.low, claim.high) not in self.by_value:
            return None  # nobody has given the figure, as is so of most
        if origin := _same_day(account, self.by_voice[account.voice, claim.low, claim.high]):
            return aside(account, "same_source", "repeats the same source's figure", origin.id)
        if account.speaker and (
            origin := _same_day(account, self.by_side[account.speaker, claim.low, claim.high])
        ):
            return aside(account, "same_side", "repeats a figure of the same side", origin.id)
        if cited and (source := self._citing(account, cited)):
            reason = f"says that it has the figure from {source.claim.source}"
            return self._taken(account, "cites", reason, source)
        if not account.named and (origin := _unattributed(account, self.by_headline[claim.headline])):
            reason = f"gives the figure of {origin.claim.source} without naming it"
            return aside(account, "unattributed_repeat", reason, origin.id)
        if source := self._in_copied_text(account):
            return self._taken(account, "copied_text", "stands in a copy of another document", source)
        if source := self._same_words(account):
            return self._taken(account, "same_words", "repeats another text's words", source)
        return None

    def _taken(self, account: Account, rule: str, reason: str, source: Account) -> Verdict:
        """A verdict on what was taken from another claim, whose origin it shares."""
        return aside(account, rule, reason, self.origin_of.get(source.id, source.id), source.id)

    def _citing(self, account: Account, cited: str) -> Account | None:
        """A claim with the figure of the source that the account cites: an origin rather than a repeat."""
        return next(
            (
                other
                for other in self.by_value[account.claim.low, account.claim.high]
                if other.named
                and other.voice != account.voice
                and _bare(other.claim.source or "") in cited
                and may_meet(other.covers, account.covers)
            ),
            None,
        )

    def _in_copied_text(self, account: Account) -> Account | None:
        copies = self.judge.copies
        if not copies:
            return None
        return next(
            (
                other
                for other in self.by_value[account.claim.low, account.claim.high]
                if one_text(other.claim.document, account.claim.document, copies)
                and may_meet(other.covers, account.covers)
            ),
            None,
        )

    def _same_words(self, account: Account) -> Account | None:
        claim = account.claim
        others = [one for one in self.by_value[claim.low, claim.high] if one.claim.document != claim.document]
        return next((other for other in others[:MOST_COMPARED] if are_alike(account, other)), None)


def _preference(account: Account) -> tuple[object, ...]:
    """A source that names its side before one that does not, before a text's own voice; then the earliest."""
    return not account.named, account.claim.source_side is None, account.known or (inf, inf), account.order


def _bare(source: str) -> str:
    return source.casefold().removeprefix("the ")


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
