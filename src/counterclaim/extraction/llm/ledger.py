"""What a run has used, and whether one more request fits into its budget.

Invariant: what was used and what requests under way may still use never exceed the budget together, as far
as estimates hold. Lives on one event loop; nothing here is for several threads.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from counterclaim.extraction.llm.errors import BudgetSpentError
from counterclaim.extraction.llm.service import Budget
from counterclaim.extraction.llm.tokens import Usage


class Reservation:
    """The part of a budget that one request may use; `used` is what it did use, once that is known."""

    def __init__(self, most: Usage) -> None:
        self.most = most
        self.used = Usage()


class Ledger:
    """The account of one run.

    Attributes:
        used: the tokens of all requests that are over.
    """

    def __init__(self, budget: Budget) -> None:
        self.used = Usage()
        self._budget = budget
        self._reserved = Usage()
        self._changed = asyncio.Condition()

    @asynccontextmanager
    async def reserved(self, most: Usage) -> AsyncIterator[Reservation]:
        """Keep a part of the budget for one request, waiting for others to give theirs back if need be.

        Raises:
            BudgetSpentError: the budget is used up.
        """
        async with self._changed:
            await self._changed.wait_for(lambda: self._fits(most) or not self._reserved.total)
            if not self._fits(most):
                raise BudgetSpentError(
                    f"The budget of {self._budget} for one run is used up: the next request could exceed it.",
                    "Run the same command again to go on, or raise the budget: with --budget-tokens or "
                    "--budget-cost, or under [llm] in casebook.toml.",
                )
            self._reserved += most
        reservation = Reservation(most)
        try:
            yield reservation
        finally:
            self._reserved -= most
            self.used += reservation.used
            async with self._changed:
                self._changed.notify_all()

    def _fits(self, most: Usage) -> bool:
        return self._budget.allows(self.used + self._reserved + most)
