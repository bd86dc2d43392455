"""How each claim of a series bounds it: the rule of bounds.toml that fits, within what its words allow."""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from counterclaim.errors import SettingsError
from counterclaim.policy import BoundKind, BoundRule, Evidence, Hedge, Relation
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.hand import Hand
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.numbers import is_vague
from counterclaim.reconciliation.sides import Sides
from counterclaim.reconciliation.tables import Tables, within
from counterclaim.reconciliation.weighing import Verdict
from counterclaim.reconciliation.words import sentence, sentence_at

PINNED = "pinned"
"""The name of the rule in weighings that a person decided."""


@dataclass(slots=True)
class Judge:
    """What is needed to weigh claims.

    Attributes:
        names, sides, tables: who is who, who is on whose side, and the rules.
        copies: digests of documents that copy an earlier one, and of that one.
        partial: ids of counts that stand in a list beside a special kind of what they count.
        hand: what reviewers decided.
        source_order: sources and parties, the most trusted first.
        ended: the first day on which the conflict may have ended, where it has.
    """

    names: Names
    sides: Sides
    tables: Tables
    partial: Set[str] = frozenset()
    copies: Mapping[str, str] = field(default_factory=dict)
    hand: Hand = field(default_factory=Hand)
    source_order: tuple[str, ...] = ()
    ended: int | None = None
    _documented: dict[tuple[str, str], bool] = field(default_factory=dict)
    _evidence: dict[str, Evidence | None] = field(default_factory=dict)
    _fitting: dict["_Kind", list[BoundRule]] = field(default_factory=dict)

    def bound(self, account: Account) -> Verdict:
        """How one asserted count bounds its series, by a reviewer's pin or the first rule that fits."""
        rule = (self._pinned(account) if self.hand.pins else None) or self.rule(account)
        low, high, limit = _within_words(rule.bound, account)
        why = f"{rule.why}{limit}" if limit else rule.why
        bound = _kind(low, high)
        return Verdict(
            account, bound, rule.name, why, low, high, weight=rule.weight, weak=rule.weak, disputable=True
        )

    def _pinned(self, account: Account) -> BoundRule | None:
        """The rule that a reviewer pinned, with the reason for it; None where none did."""
        pin = self.hand.pins.get(account.id)
        if pin is None:
            return None
        named = {rule.name: rule for rule in self.tables.rules}
        if pin.bound is not None:
            fitting = self.rule(account)
            return replace(fitting, name=PINNED, bound=pin.bound, weak=False, why=pin.reason)
        if pin.rule not in named:
            raise SettingsError(
                f"A reviewer pinned a claim to the rule {pin.rule}, which is none of the rules for bounds.",
                f"Take it back with `counterclaim review undo`, and pin one of {', '.join(sorted(named))}.",
            )
        rule = named[pin.rule]
        return replace(rule, why=f"{rule.why}; {pin.reason}")

    def rule(self, account: Account) -> BoundRule:
        """The first rule that fits a claim; the last ones of the table fit every relation."""
        kind = _Kind.of(account, self.sides.relation(account))
        if kind not in self._fitting:
            self._fitting[kind] = [rule for rule in self.tables.rules if kind.fits(rule)]
        for rule in self._fitting[kind]:
            if rule.evidence is None or rule.evidence == self.evidence(account):
                return rule
        raise LookupError(f"bounds.toml has no rule for the relation {kind.relation!r}")

    def rank(self, account: Account) -> int | None:
        """The place of a claim's source in the order of sources, from 0; None where it has none."""
        claim = account.claim
        if claim.source is None:
            return None
        for place, name in enumerate(self.source_order):
            if self.names.source(name, claim.source_side) == account.voice:
                return place
            if self.names.party(name) in account.speaker:
                return place
        return None

    def evidence(self, account: Account) -> Evidence | None:
        """What the claim rests on, by the words near it or near its source's name in the same text.

        Only the sentences of a source that speaks for no party are searched for its name: the name of
        a party stands near too much else.
        """
        if account.id not in self._evidence:
            documented = self._says_documented(sentence(account)) or self._source_documents(account)
            self._evidence[account.id] = "documented" if documented else None
        return self._evidence[account.id]

    def _source_documents(self, account: Account) -> bool:
        """Whether the text says of the source, wherever it names it, that it shows each case."""
        source, document = account.claim.source, account.document
        if source is None or document is None or account.speaker:
            return False
        key = (account.claim.document, source)
        if key not in self._documented:
            named = _sentences_naming(_short_name(source), document.text)
            self._documented[key] = any(self._says_documented(words) for words in named)
        return self._documented[key]

    def _says_documented(self, words: str) -> bool:
        if not self.tables.shown.search(words):
            return False  # seldom, and soon told
        return any(found["not"] is None for found in self.tables.documented.finditer(words))


class _Kind(NamedTuple):
    """What the rules ask of a claim, but for what it rests on: of few kinds are many claims."""

    relation: Relation
    object: str
    measure: str | None
    hedge: Hedge | None
    vague: bool

    @classmethod
    def of(cls, account: Account, relation: Relation) -> "_Kind":
        claim = account.claim
        return cls(relation, claim.object or "", claim.measure, claim.hedge, is_vague(claim))

    def fits(self, rule: BoundRule) -> bool:
        return (
            self.relation in rule.relation
            and (not rule.objects or any(within(self.object, whole) for whole in rule.objects))
            and (not rule.measures or self.measure in rule.measures)
            and (not rule.hedge or self.hedge in rule.hedge)
            and (rule.vague is None or rule.vague == self.vague)
        )


def _within_words(bound: BoundKind, account: Account) -> tuple[int | None, int | None, str]:
    """The ends that a rule's bound has left within the claim's words, and what the words took away."""
    claim = account.claim
    low = claim.low if bound in ("floor", "two_sided") else None
    high = claim.high if bound in ("ceiling", "two_sided") else None
    if bound == "ceiling" and high is None:
        return None, None, "; but its words set no maximum"
    if bound == "floor" and low is None:
        return None, None, "; but its words set no minimum"
    return low, high, ""


def _kind(low: int | None, high: int | None) -> BoundKind:
    if low is not None:
        return "floor" if high is None else "two_sided"
    return "none" if high is None else "ceiling"


def _short_name(source: str) -> str:
    """The name by which a text speaks of a source again: "UNICEF", or "Oryx" for "Oryx project"."""
    short = re.search(r"\(([A-Z]\w+)\)", source)
    if short:
        return short[1]
    first, *rest = source.split()
    return first if first[0].isupper() and len(rest) == 1 and rest[0].islower() else source


def _sentences_naming(name: str, text: str) -> Iterable[str]:
    """The sentences that name a source, each with the one after it, where a text says how it works."""
    start = text.find(name)
    while start >= 0:
        words = sentence_at(text, start, start + len(name))
        yield words
        after = text.find(words, start - len(words)) + len(words)
        yield sentence_at(text, after + 1, after + 1)
        start = text.find(name, start + len(name))
