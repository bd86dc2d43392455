"""Claims, texts and decisions as they are, and what a change of them means for single claims."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from counterclaim.model import Claim, Conflict, Decision, Document
from counterclaim.reconciliation.accounts import Account, accounts_of
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.hand import Hand, hand_of
from counterclaim.reconciliation.live.lots import Held
from counterclaim.reconciliation.live.texts import Texts
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.parts import in_company
from counterclaim.reconciliation.preparing import Prepared
from counterclaim.reconciliation.sides import Sides

as_of = attrgetter("order")
"""The as-of order of claims made ready."""

Ready = dict[str, tuple[Account, bool]]
"""Claims made ready by their ids, each with whether it counts; the others are only shown in their series."""


@dataclass(slots=True)
class Taken:
    """What a change means for single claims.

    Attributes:
        before: the claims that were otherwise, or are no more, as they were.
        after: those that are otherwise, or new, as they are.
        weighed_anew: ids of others that are weighed otherwise than before.
    """

    before: Ready = field(default_factory=dict)
    after: Ready = field(default_factory=dict)
    weighed_anew: set[str] = field(default_factory=set)

    @property
    def texts(self) -> set[str]:
        """The texts of claims that count and are otherwise."""
        both = (*self.before.values(), *self.after.values())
        return {account.claim.document for account, counts in both if counts}

    @property
    def gone(self) -> list[str]:
        """Ids of claims that no longer count as they did."""
        return [claim for claim, (_, counts) in self.before.items() if counts]

    @property
    def made(self) -> list[Account]:
        """Claims that count now and did not, or not so."""
        return [account for account, counts in self.after.values() if counts]


class Kept:
    """What a reconciliation is made of.

    Attributes:
        claims, overruled: by their ids.
        documents: by their digests.
        decisions: what reviewers decided.
        texts: which documents are copies.
        accounts: the claims that are shown in series, made ready, by their ids.
        held: those of them that count.
        judge: weighs them, as all claims were when everything was last worked out.
    """

    accounts: dict[str, Account]
    held: Held
    judge: Judge

    def __init__(
        self,
        claims: Iterable[Claim],
        conflict: Conflict,
        documents: Iterable[Document],
        overruled: Iterable[Claim],
        decisions: Sequence[Decision],
    ) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.overruled = {claim.id: claim for claim in overruled}
        self.documents = {document.digest: document for document in documents}
        self.decisions = tuple(decisions)
        self.texts = Texts(self.documents.values())
        self._conflict = conflict

    def begin(self, prepared: Prepared) -> None:
        """Take all claims as they were made ready."""
        self.accounts = {account.id: account for account in prepared.shown}
        self.held = Held(prepared.accounts)
        self._partial = set(prepared.judge.partial)
        self.judge = replace(prepared.judge, partial=self._partial)

    def take(
        self,
        put: Sequence[Claim],
        overruled: Sequence[Claim],
        gone: Iterable[str],
        documents: Sequence[Document],
        withdrawn: Collection[str],
        decisions: Sequence[Decision] | None,
        renamed: Collection[str],
        names: Names,
    ) -> Taken:
        """Take claims, documents and decisions in.

        Args:
            put: claims that count from now on.
            overruled: claims that count no longer, and are shown.
            gone: ids of claims that are no more.
            documents: texts that are new, or read anew.
            withdrawn: digests of texts that no longer count; their claims go with them.
            decisions: all of them; None: as they were.
            renamed: ids of claims of whose names the registers now know otherwise.
            names: gives the keys of names.
        """
        # 1. Take them as they come.
        read = {one.digest: one for one in documents if self.documents.get(one.digest) != one}
        gone = {*gone, *self._in_texts(withdrawn)}
        about = {*gone, *(claim.id for claim in (*put, *overruled)), *self._in_texts(read), *renamed}
        before = {claim: self._as_is(claim) for claim in about}
        for digest in withdrawn:
            self.documents.pop(digest, None)
        self.documents |= read
        self._file(put, overruled, gone)

        # 2. See what reviewers now say of others, and which texts are copies of others than before.
        self.decisions = self.decisions if decisions is None else tuple(decisions)
        judged = self._judged(names)
        before |= {claim: self._as_is(claim) for claim in judged - about}
        moved = self.texts.change(read.values(), withdrawn)

        # 3. Make ready what is otherwise.
        taken = Taken()
        known = {claim: None if claim in renamed else one for claim, (one, _) in before.items()}
        made = self._made(known, read)
        for claim, (was, counted) in before.items():
            now, counts = made.get(claim), claim in self.claims
            if was is now and counted == counts:
                taken.weighed_anew |= {claim} if now and claim in judged else set()
                continue
            if was:
                taken.before[claim] = was, counted
            if now:
                taken.after[claim] = now, counts
        shown = self._in_texts(moved) & self.accounts.keys()
        taken.weighed_anew |= shown - taken.before.keys() - taken.after.keys()
        return taken

    def settle(self, taken: Taken, moved: Collection[str], sides: Sides) -> None:
        """Keep the claims as they are now, and see which others are weighed otherwise because of them.

        Args:
            taken: the claims; it is completed.
            moved: ids of claims of parties that stand otherwise to each other now.
            sides: who fights whom now.
        """
        texts = sorted(taken.texts)
        held = (claim for text in texts for claim in self.held.texts.get(text, ()))
        partial = self._partial.intersection(held)
        self.held.take_out(taken.gone)
        self.held.take_in(sorted(taken.made, key=as_of))
        for claim in taken.before:
            self.accounts.pop(claim, None)
        self.accounts |= {claim: account for claim, (account, _) in taken.after.items()}
        beside = (one for text in texts for one in self.held.in_text(text))
        now = in_company(beside, self.judge.tables)
        self._partial -= partial
        self._partial |= now
        taken.weighed_anew |= {*(partial ^ now), *moved} - taken.before.keys() - taken.after.keys()
        self.judge = replace(self.judge, sides=sides)

    def _as_is(self, claim: str) -> tuple[Account | None, bool]:
        return self.accounts.get(claim), claim in self.claims

    def _in_texts(self, texts: Collection[str]) -> set[str]:
        """The ids of the claims of some texts."""
        found = {claim for text in texts for claim in self.held.texts.get(text, ())}
        if texts:
            found |= {claim.id for claim in self.overruled.values() if claim.document in texts}
        return found

    def _file(self, put: Iterable[Claim], overruled: Iterable[Claim], gone: Iterable[str]) -> None:
        for claim in gone:
            self.claims.pop(claim, None)
            self.overruled.pop(claim, None)
        for one in put:
            self.overruled.pop(one.id, None)
            self.claims[one.id] = one
        for one in overruled:
            self.claims.pop(one.id, None)
            self.overruled[one.id] = one

    def _judged(self, names: Names) -> set[str]:
        """Work out what reviewers say of single claims. Returns the ids of those of which that is new."""
        was, now = self.judge.hand, hand_of(self.decisions, self.overruled.values())
        self.judge = replace(self.judge, names=names, hand=now, _documented={}, _evidence={})
        return {
            claim
            for old, new in ((was.rejected, now.rejected), (was.merged, now.merged), (was.pins, now.pins))
            for claim in old.keys() | new.keys()
            if old.get(claim) != new.get(claim)
        }

    def _made(self, known: Mapping[str, Account | None], read: Collection[str]) -> dict[str, Account]:
        """Claims made ready, of those known those that are shown; what is as it was stays."""
        hand, found, new = self.judge.hand, dict[str, Account](), list[Claim]()
        for key, account in known.items():
            claim = self.claims.get(key) or (self.overruled.get(key) if _is_shown(key, hand) else None)
            if claim is None:
                continue
            if account is not None and account.claim == claim and claim.document not in read:
                found[key] = account
            else:
                new.append(claim)
        made = accounts_of(new, self._conflict, self.judge.names, self.documents)
        return found | {account.id: account for account in made}


def _is_shown(claim: str, hand: Hand) -> bool:
    return claim in hand.rejected or claim in hand.merged
