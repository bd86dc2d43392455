"""What is found of claims, kept so that a change costs what it touches and not the whole.

Invariant: what stands after any changes is what `reconcile` finds of the claims as they are. Where a change
alters something by which every claim is compared, all of it is worked out again.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.extraction.collecting import without_collection
from counterclaim.model import (
    Claim,
    Conflict,
    Contradiction,
    Decision,
    Document,
    Holding,
    Incident,
    Reconciliation,
    Registers,
)
from counterclaim.policy import UNCHANGED, Policy
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.ceasefires import EVENTS as OF_CEASEFIRES
from counterclaim.reconciliation.ceasefires import ceasefires_of
from counterclaim.reconciliation.contradictions import LINKED, heaviest_first
from counterclaim.reconciliation.contradictions.incident_tolls import disputed_tolls
from counterclaim.reconciliation.control import holding_links, holdings
from counterclaim.reconciliation.incidents import order_of as incident_order
from counterclaim.reconciliation.live.common import Common
from counterclaim.reconciliation.live.grouped import Incidents
from counterclaim.reconciliation.live.indexing import Found
from counterclaim.reconciliation.live.kept import Kept, as_of
from counterclaim.reconciliation.live.lots import Lots
from counterclaim.reconciliation.live.renaming import renamed
from counterclaim.reconciliation.live.series import LiveSeries
from counterclaim.reconciliation.preparing import prepare
from counterclaim.reconciliation.series import order_of
from counterclaim.reconciliation.working import worked_out

__all__ = ["Change", "LiveReconciliation"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a change to claims touched.

    Attributes:
        claims: how many claims were weighed or set against others again.
        findings: how many findings were made again or are gone.
        contradictions: how many of those between claims and between findings were.
        incidents: how many incidents were.
        whole: why everything was worked out again, "" where it was not.
    """

    claims: int = 0
    findings: int = 0
    contradictions: int = 0
    incidents: int = 0
    whole: str = ""


class LiveReconciliation:
    """A reconciliation that is kept up with its claims.

    For programs that hold a casebook open: a server, a notebook, whatever takes in reports as they come. It
    needs some three times the memory of the claims, and making it costs more than `reconcile` does once.
    """

    _ceasefires: dict[str, Account]
    _incidents: Incidents

    def __init__(
        self,
        claims: Iterable[Claim],
        conflict: Conflict,
        registers: Registers,
        *,
        documents: Iterable[Document] = (),
        overruled: Iterable[Claim] = (),
        decisions: Sequence[Decision] = (),
        policy: Policy = UNCHANGED,
        workers: int | None = 1,
    ) -> None:
        """Reconcile claims, and keep what is needed to go on; arguments and errors as for `reconcile`."""
        self._conflict, self._registers, self._policy = conflict, registers, policy
        self._workers = workers
        self._kept = Kept(claims, conflict, documents, overruled, decisions)
        self._begin()

    @property
    def reconciliation(self) -> Reconciliation:
        """What is found of the claims as they are, put in the order in which it is shown."""
        series, judge = self._series, self._kept.judge
        findings = sorted(series.findings.values(), key=lambda each: order_of(each.series))
        findings.sort(key=lambda each: (-each.origins, -each.mentions))
        return Reconciliation(
            findings=tuple(findings),
            contradictions=heaviest_first(self._contradictions()),
            estimates=tuple(series.estimates[each.id] for each in findings),
            incidents=tuple(sorted(self._incidents.all(), key=incident_order)),
            holdings=self._holdings_in_order(),
            ceasefires=ceasefires_of(sorted(self._ceasefires.values(), key=as_of), judge.names),
            rules=judge.tables.rules,
        )

    @without_collection()
    def change(
        self,
        *,
        put: Iterable[Claim] = (),
        overruled: Iterable[Claim] = (),
        gone: Iterable[str] = (),
        documents: Iterable[Document] = (),
        withdrawn: Collection[str] = (),
        decisions: Sequence[Decision] | None = None,
        registers: Registers | None = None,
    ) -> Change:
        """Take a change in.

        Only the series, groups of findings, incidents and contradictions are worked out again that the change
        can touch: those of the claims that come, go or change, and those of claims that are weighed otherwise
        because of them.

        Args:
            put: claims that count from now on, new ones or others in the place of those with their ids.
            overruled: claims that reviewers rejected, merged or split, and that count no longer.
            gone: ids of claims that are no more.
            documents: texts that are new, or read anew.
            withdrawn: digests of texts that no longer count; their claims go with them.
            decisions: all that reviewers decided, where that changed.
            registers: who and where the names are, where that changed.

        Raises:
            CounterclaimError: a series could not be weighed; it says which. Make a new one then.
        """
        # 1. Find the claims that are other than they were, or are weighed otherwise, and make them ready.
        kept, common, judge = self._kept, self._common, self._kept.judge
        whole, called = self._rename(registers)
        taken = kept.take(
            list(put), list(overruled), gone, list(documents), withdrawn, decisions, called, common.names
        )
        for_all, moved = common.change(taken.before.values(), taken.after.values())
        if whole or for_all:
            self._registers = registers or self._registers
            return self._begin(whole or for_all or "")
        beside = [lot.reach(taken.texts, moved, judge) for lot in self._lots]
        self._registers = registers or self._registers
        kept.settle(taken, moved, common.sides)

        # 2. Weigh the series again that they are of.
        weighed = self._series.change(
            [account for account, _ in taken.before.values()],
            [account for account, _ in taken.after.values()],
            [kept.accounts[claim] for claim in taken.weighed_anew],
            (judge, kept.judge),
        )

        # 3. Set them against the claims that they may meet.
        in_texts = [one for text in sorted(taken.texts) for one in kept.held.in_text(text)]
        disputed = 0
        for lot, before in zip(self._lots, beside, strict=True):
            lot.enter(in_texts, kept.judge)
            disputed += lot.find_again(before, lot.reach(taken.texts, before | moved, kept.judge), kept.judge)
        for claim in taken.before:
            self._ceasefires.pop(claim, None)
        self._ceasefires |= _of_ceasefires(taken.made)

        # 4. Group the incidents again that they may report, and hold the tolls of these together.
        dropped, made = self._incidents.change(
            taken.gone, taken.made, taken.weighed_anew, kept.decisions, kept.judge
        )
        disputed += self._dispute_tolls(dropped, [*made, *self._incidents.of(weighed.claims)])
        claims = weighed.claims.union(taken.after)
        return Change(len(claims), len(weighed.findings), disputed, len(made))

    # ------------------------------------------------------------ the steps

    def _begin(self, whole: str = "") -> Change:
        """Work everything out."""
        kept = self._kept
        prepared = prepare(
            list(kept.claims.values()),
            self._conflict,
            self._registers,
            documents=list(kept.documents.values()),
            overruled=list(kept.overruled.values()),
            decisions=kept.decisions,
            policy=self._policy,
            copies=kept.texts.copies,
        )
        worked = worked_out(prepared, self._conflict, kept.decisions, self._workers)
        kept.begin(prepared)
        accounts, judge = prepared.accounts, kept.judge
        self._common = Common(
            accounts,
            prepared.shown,
            self._conflict,
            judge.names,
            judge.sides,
            judge.tables,
            self._policy.source_order,
        )
        self._series = LiveSeries(prepared.lines, worked.series, worked.residuals, self._conflict, judge)
        self._disputes = [
            Lots(find, links, found, kept.held, judge)
            for (find, links), found in zip(LINKED, worked.disputes, strict=True)
        ]
        self._holdings = Lots(
            lambda some, judge: holdings(some, self._registers, judge),
            lambda some, _: holding_links(some, self._registers),
            holdings(accounts, self._registers, judge),
            kept.held,
            judge,
        )
        self._lots: list[Lots[Any]] = [*self._disputes, self._holdings]
        self._ceasefires = _of_ceasefires(accounts)
        self._incidents = Incidents(accounts, worked.incidents, kept.decisions, judge)
        self._tolls: Found[Contradiction] = Found()
        self._dispute_tolls((), worked.incidents)
        disputed = sum(1 for _ in self._contradictions())
        return Change(len(kept.accounts), len(self._series.findings), disputed, len(worked.incidents), whole)

    def _rename(self, registers: Registers | None) -> tuple[str | None, set[str]]:
        """Go on with other registers. Returns what `Common.rename` does."""
        if registers is None or registers is self._registers:
            return None, set()
        return self._common.rename(renamed(self._registers, registers), registers)

    def _contradictions(self) -> Iterator[Contradiction]:
        series = self._series
        found = (*(lot.found for lot in self._disputes), series.disputes, series.tied, self._tolls)
        return (contradiction for each in found for contradiction in each)

    def _dispute_tolls(self, dropped: Iterable[Incident], made: Iterable[Incident]) -> int:
        """Find again what the reports of incidents give differently in several series. Returns how much."""
        made = list({incident.id: incident for incident in made}.values())
        for incident in (*dropped, *made):
            self._tolls.drop(report.claim for report in incident.reports)
        found = 0
        for incident in made:
            if any(dispute.about == "deaths" for dispute in incident.disputes):
                claims = [report.claim for report in incident.reports]
                accounts = [self._kept.accounts[claim] for claim in claims]
                told = self._series.disputes.of(claims)
                found += self._tolls.add(
                    disputed_tolls([incident], accounts, told, self._kept.judge, self._conflict)
                )
        return found

    def _holdings_in_order(self) -> tuple[Holding, ...]:
        """Place by place; those of one place have been found in their order."""
        names = {entity.id: entity.name.casefold() for entity in self._registers.entities}
        return tuple(sorted(self._holdings.found, key=lambda one: (names[one.place], one.place)))


def _of_ceasefires(accounts: Iterable[Account]) -> dict[str, Account]:
    """The claims that tell of ceasefires, by their ids."""
    return {one.id: one for one in accounts if one.claim.event_type in OF_CEASEFIRES}
