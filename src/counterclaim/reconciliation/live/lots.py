"""Claims in lots that never meet: what is found among all of them is what is found in each lot."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Generic

from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.linking import Link
from counterclaim.reconciliation.live.indexing import Found, KeyIndex, Made


class Held:
    """The claims that count, by their texts and by numbers; a claim that changes gets a new number."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self.by_number: list[Account | None] = []
        self.numbers: dict[str, int] = {}
        self.texts: defaultdict[str, dict[str, Account]] = defaultdict(dict)
        self.take_in(accounts)

    def take_in(self, accounts: Iterable[Account]) -> None:
        """Add claims."""
        for account in accounts:
            self.numbers[account.id] = len(self.by_number)
            self.by_number.append(account)
            self.texts[account.claim.document][account.id] = account

    def take_out(self, claims: Iterable[str]) -> None:
        """Remove claims, by id."""
        for claim in claims:
            number = self.numbers.pop(claim)
            account = self.by_number[number]
            assert account is not None
            self.by_number[number] = None
            text = self.texts[account.claim.document]
            del text[claim]
            if not text:
                del self.texts[account.claim.document]

    def in_text(self, document: str) -> list[Account]:
        """The claims of a text, in as-of order."""
        return sorted(self.texts.get(document, {}).values(), key=attrgetter("order"))


class Lots(Generic[Made]):
    """What one function finds among claims, kept so that only the lots that change are gone through again."""

    def __init__(
        self,
        find: Callable[[Sequence[Account], Judge], Iterable[Made]],
        links: Callable[[Sequence[Account], Judge], Iterable[Link]],
        found: Iterable[Made],
        held: Held,
        judge: Judge,
    ) -> None:
        """Index claims by what links them.

        Args:
            find: what is done with all claims, or with those of some lots, in as-of order.
            links: what links the claims of one text, or of several, with others.
            found: what `find` found among all claims.
            held: the claims.
            judge: as `find` and `links` take it.
        """
        self.found = Found(found)
        self._find, self._links, self._held = find, links, held
        accounts = [account for account in held.by_number if account is not None]
        self._index = KeyIndex(
            (key, held.numbers[link.account.id]) for link in links(accounts, judge) for key in link.under
        )

    def enter(self, accounts: Sequence[Account], judge: Judge) -> None:
        """Index the claims of texts that changed."""
        for link in self._links(accounts, judge):
            for key in link.under:
                self._index.add(key, self._held.numbers[link.account.id])

    def reach(self, texts: Iterable[str], claims: Iterable[str], judge: Judge) -> set[str]:
        """The ids of all claims in the lots of some texts' claims, and of some others that are held."""
        seeks: dict[str, dict[str, tuple[Hashable, ...]]] = {}
        reached = {claim for claim in claims if claim in self._held.numbers}
        reached |= {claim for text in texts for claim in self._held.texts.get(text, ())}
        ahead = list(reached)
        while ahead:
            claim = ahead.pop()
            account = self._held.by_number[self._held.numbers[claim]]
            assert account is not None
            text = account.claim.document
            if text not in seeks:
                links = self._links(self._held.in_text(text), judge)
                seeks[text] = {link.account.id: link.seeks for link in links}
            for other in self._meeting(seeks[text].get(claim, ())):
                if other.id not in reached:
                    reached.add(other.id)
                    ahead.append(other.id)
        return reached

    def _meeting(self, keys: Iterable[Hashable]) -> Iterator[Account]:
        for key in keys:
            for number in self._index.get(key):
                account = self._held.by_number[number]
                if account is not None:
                    yield account

    def find_again(self, before: set[str], now: set[str], judge: Judge) -> int:
        """Go through lots again.

        Args:
            before: claims of the lots as they were.
            now: those of the lots as they are.
            judge: weighs them.

        Returns:
            How much was dropped and found.
        """
        numbers = sorted(self._held.numbers[claim] for claim in now)
        accounts = [account for number in numbers if (account := self._held.by_number[number]) is not None]
        dropped = self.found.drop(before | now)
        if not accounts:
            return dropped
        return dropped + self.found.add(self._find(sorted(accounts, key=attrgetter("order")), judge))
