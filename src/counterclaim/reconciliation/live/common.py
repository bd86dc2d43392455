"""What all claims settle together for each of them: short names, what parties are called, who fights whom."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from counterclaim.model import Claim, Conflict, Registers
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.live.renaming import Name
from counterclaim.reconciliation.names import Names, list_members, phrases, short_form, words_of
from counterclaim.reconciliation.sides import Act, Sides, act_of, opponents_by
from counterclaim.reconciliation.tables import Tables

SHORT_FORMS = "a source is named with its short form for the first time, or no more"
CALLED = "a party is written in another way than before"
DECLARED = "the registers know otherwise what the conflict's own names stand for"

_Counted = TypeVar("_Counted", bound=Hashable)


class _Written(NamedTuple):
    """The names of a claim as it writes them: of few such are many claims."""

    source: str | None
    side: str | None
    party: str | None
    target: str | None
    actor: str | None
    place: str | None
    counts: bool

    @classmethod
    def of(cls, claim: Claim) -> "_Written":
        return cls(
            claim.source, claim.source_side, claim.party, claim.target, claim.actor, claim.place,
            claim.kind == "count",
        )  # fmt: skip


@dataclass(slots=True)
class _Known:
    """What is known of claims that write the same names.

    Attributes:
        names: what the registers are asked about for them.
        forms: what their parties are called.
        parties: the keys of all parties in them.
        claims: their ids.
    """

    names: frozenset[Name]
    forms: frozenset[str]
    parties: frozenset[str] = frozenset()
    claims: set[str] = field(default_factory=set)


class Common:
    """What claims name, counted. A change in what that settles changes how other claims are compared.

    Attributes:
        names: what parties are called.
        sides: who fights whom.
    """

    def __init__(
        self,
        counting: Iterable[Account],
        shown: Iterable[Account],
        conflict: Conflict,
        names: Names,
        sides: Sides,
        tables: Tables,
        source_order: Sequence[str],
    ) -> None:
        """Count what claims name.

        Args:
            counting: the claims that count.
            shown: these and those that are shown beside them.
            conflict: the casebook's war.
            names: what parties are called.
            sides: who fights whom.
            tables: say which acts do harm.
            source_order: the casebook's order of sources.
        """
        self.names, self.sides = names, sides
        self._conflict, self._tables, self._source_order = conflict, tables, source_order
        self._acts: Counter[Act] = Counter()
        self._short: Counter[str] = Counter()
        self._written: dict[_Written, _Known] = {}
        self._needing: defaultdict[Name, set[_Written]] = defaultdict(set)
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for account in counting:
            self._count(account, 1)
        for account in shown:
            self._enter(account)
        for known in self._written.values():
            for form in known.forms:
                self._forms[form.casefold()][form] += 1

    def rename(self, changed: set[Name], registers: Registers) -> tuple[str | None, set[str]]:
        """Go on with other registers.

        Args:
            changed: the names that stand for something else in them.
            registers: the new ones.

        Returns:
            What changes for all, if anything, and the ids of the claims that hold one of the names.
        """
        if changed & set(self._declared()):
            return DECLARED, set()
        before = self.names
        self.names = Names(self._conflict, registers, self._tables.cues, list(self._short))
        self.names.settle_as(before)
        held = {written for name in changed for written in self._needing.get(name, ())}
        rewrites = False
        for written in held:
            known = self._written[written]
            self._forget_names(written, known)
            forms, known.forms = known.forms, self._forms_of(written)
            rewrites |= self._rewrites(forms, -1) | self._rewrites(known.forms, 1)
            known.names = frozenset(self._names_of(written))
            self._need(written, known)
        claims = {claim for written in held for claim in self._written[written].claims}
        return (CALLED if rewrites else None), claims

    def change(
        self, gone: Iterable[tuple[Account, bool]], made: Iterable[tuple[Account, bool]]
    ) -> tuple[str | None, set[str]]:
        """Take claims out and in, each with whether it counts.

        Returns:
            What changes for all, if anything, and the ids of claims of parties that stand otherwise now.
        """
        short, left, rewrites = set(self._short), set[_Written](), False
        for account, counts in gone:
            written = _Written.of(account.claim)
            self._written[written].claims.discard(account.id)
            left.add(written)
            if counts:
                self._count(account, -1)
        for account, counts in made:
            rewrites |= self._rewrites(self._enter(account), 1)
            if counts:
                self._count(account, 1)
        for written in left:
            if not self._written[written].claims:
                known = self._written.pop(written)
                self._forget_names(written, known)
                rewrites |= self._rewrites(known.forms, -1)
        if set(self._short) != short:
            if not all(self.names.is_registered(each.source) for each in self._written if each.source):
                return SHORT_FORMS, set()
            self.names.learn(self._short)  # for sources to come: those that there are go by the registers
        return (CALLED, set()) if rewrites else (None, self._other_sides())

    # ------------------------------------------------------------ who fights whom

    def _count(self, account: Account, times: int) -> None:
        act, source = act_of(account), account.claim.source
        if act is not None:
            _add(self._acts, act, times)
        if source is not None and short_form(source):
            _add(self._short, source, times)

    def _other_sides(self) -> set[str]:
        """The claims of one of each two parties that stand otherwise to each other: of the seldomer one."""
        before, opponents = self.sides, opponents_by(self._acts, self._tables)
        if opponents == before.opponents:
            return set()
        self.sides = Sides(before.declared, opponents)
        naming: defaultdict[str, set[str]] = defaultdict(set)
        for known in self._written.values():
            for party in known.parties:
                naming[party] |= known.claims
        moved = [
            party
            for party in {**before.opponents, **opponents}
            if before.opponents.get(party) != opponents.get(party)
        ]
        pairs = {
            (min(one, other, key=lambda party: (len(naming[party]), party)))
            for one in moved
            for other in list(naming)
            if _stand(before, one, other) != _stand(self.sides, one, other)
        }
        return {claim for party in pairs for claim in naming[party]}

    # ------------------------------------------------------------ what is written

    def _enter(self, account: Account) -> frozenset[str]:
        """Keep what a claim writes. Returns what its parties are called, where no other writes the same."""
        written, forms = _Written.of(account.claim), frozenset[str]()
        known = self._written.get(written)
        if known is None:
            forms = self._forms_of(written)
            known = self._written[written] = _Known(frozenset(self._names_of(written)), forms)
            self._need(written, known)
        holds = self.names.members(self.names.speaks_for(written.actor)) if written.actor else frozenset()
        known.parties = account.speaker | account.subject | account.actors | holds
        known.claims.add(account.id)
        return forms

    def _need(self, written: _Written, known: _Known) -> None:
        for name in known.names:
            self._needing[name].add(written)

    def _forget_names(self, written: _Written, known: _Known) -> None:
        for name in known.names:
            self._needing[name].discard(written)

    def _rewrites(self, forms: Iterable[str], times: int) -> bool:
        """Count what parties are called. Returns whether one of them is called otherwise by other claims."""
        rewrites = False
        for form in forms:
            counted = self._forms[form.casefold()]
            if not counted:
                self.names.settle_on(form)
            known = set(counted)
            _add(counted, form, times)
            rewrites |= set(counted) != known and bool(known | set(counted) != {form})
        return rewrites

    def _forms_of(self, written: _Written) -> frozenset[str]:
        speaks_for = written.side or (self.names.speaks_for(written.source) if written.source else None)
        subject = written.party if written.counts else written.target
        return frozenset(
            form for name in (speaks_for, subject, written.actor) if name for form in self.names.forms(name)
        )

    def _names_of(self, written: _Written) -> Iterator[Name]:
        """The names by which registers are asked about claims: as a whole, part by part, and word by word."""
        source, side, party, target, actor, place, _ = written
        yield from (("source", name) for name in (source, actor) if name)
        behind = (self.names.speaks_for(name) for name in (source, actor) if name)
        for name in (source, side, party, target, actor, *behind):
            if name:
                yield from (("party", part) for part in (name, *list_members(name)))
        for name in (source, actor):
            yield from (("party", word) for word in (words_of(name) if name else ()))
        if place:
            yield from (("place", part) for part in (place, *list_members(place)))

    def _declared(self) -> Iterator[Name]:
        """The names by which registers are asked whatever the claims are."""
        conflict = self._conflict
        yield from (("party", party.name) for party in conflict.parties)
        yield from (("place", phrase) for phrase in phrases(conflict.name))
        for name in (*self._source_order, *self._short):
            yield from self._names_of(_Written(name, None, None, None, None, None, False))


def _stand(sides: Sides, one: str, other: str) -> tuple[bool, bool]:
    return sides.opposed(one, other), sides.allied(one, other)


def _add(counter: Counter[_Counted], key: _Counted, times: int) -> None:
    """Count, and forget what is left of nothing."""
    counter[key] += times
    if not counter[key]:
        del counter[key]
