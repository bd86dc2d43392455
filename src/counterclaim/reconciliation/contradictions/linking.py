"""Which claims may meet in a contradiction, so that a new one is set against those alone."""

from collections.abc import Hashable
from typing import NamedTuple

from counterclaim.reconciliation.accounts import Account


class Link(NamedTuple):
    """By what a claim finds those that it may stand in one contradiction with.

    Claims that find each other, in any number of steps, are set against each other without the rest: what is
    found among all claims is what is found among each such lot.

    Attributes:
        account: the claim.
        under: the keys under which others find it.
        seeks: the keys under which it finds others.
    """

    account: Account
    under: tuple[Hashable, ...]
    seeks: tuple[Hashable, ...]
