"""What all claims settle together for each of them: short names, what parties are called, who fights whom."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.names import Names, short_form
from counterclaim.reconciliation.sides import Act, Sides, act_of, opponents_by
from counterclaim.reconciliation.tables import Tables

SHORT_FORMS = "a source is named with its short form for the first time, or no more"
CALLED = "a party is written in another way than before"
OPPONENTS = "the claims tell otherwise who fights whom"

_Written = tuple[str | None, str | None, str | None, str | None]
_Counted = TypeVar("_Counted", bound=Hashable)


class Common:
    """Counts of what the claims name. A change in what they settle changes how every claim is compared."""

    def __init__(
        self,
        counting: Iterable[Account],
        shown: Iterable[Account],
        names: Names,
        sides: Sides,
        tables: Tables,
    ) -> None:
        """Count what claims name.

        Args:
            counting: the claims that count.
            shown: these and those that are shown beside them.
            names: what parties are called.
            sides: who fights whom.
            tables: say which acts do harm.
        """
        self._names, self._sides, self._tables = names, sides, tables
        self._acts: Counter[Act] = Counter()
        self._short: Counter[str] = Counter()
        self._written: Counter[_Written] = Counter(map(_written, shown))
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for account in counting:
            self._count(account, 1)
        for written in self._written:
            for form in self._forms_of(written):
                self._forms[form.casefold()][form] += 1

    def change(
        self, gone: Iterable[tuple[Account, bool]], made: Iterable[tuple[Account, bool]]
    ) -> str | None:
        """Take claims out and in, each with whether it counts. Returns what changes for all, if anything."""
        short = set(self._short)
        written: Counter[_Written] = Counter()
        for sign, each in ((-1, gone), (1, made)):
            for account, counts in each:
                written[_written(account)] += sign
                if counts:
                    self._count(account, sign)
        if set(self._short) != short:
            return SHORT_FORMS
        if self._rewrites(written):
            return CALLED
        return OPPONENTS if opponents_by(self._acts, self._tables) != self._sides.opponents else None

    def _count(self, account: Account, times: int) -> None:
        act, source = act_of(account), account.claim.source
        if act is not None:
            _add(self._acts, act, times)
        if source is not None and short_form(source):
            _add(self._short, source, times)

    def _rewrites(self, changed: Counter[_Written]) -> bool:
        """Whether a name comes or goes of a party that is also written in another way."""
        rewrites = False
        for written, times in changed.items():
            before = self._written[written]
            _add(self._written, written, times)
            came_or_went = bool(self._written[written]) - bool(before)
            for form in self._forms_of(written) if came_or_went else ():
                forms = self._forms[form.casefold()]
                if not forms:
                    self._names.settle_on(form)
                known = set(forms)
                _add(forms, form, came_or_went)
                rewrites |= set(forms) != known and bool(known | set(forms) != {form})
        return rewrites

    def _forms_of(self, written: _Written) -> set[str]:
        source, side, *others = written
        speaks_for = side or (self._names.speaks_for(source) if source else None)
        return {form for name in (speaks_for, *others) if name for form in self._names.forms(name)}


def _written(account: Account) -> _Written:
    claim = account.claim
    subject = claim.party if claim.kind == "count" else claim.target
    return claim.source, claim.source_side, subject, claim.actor


def _add(counter: Counter[_Counted], key: _Counted, times: int) -> None:
    """Count, and forget what is left of nothing."""
    counter[key] += times
    if not counter[key]:
        del counter[key]
