"""What reconciliation makes as bytes: records by their values, claims made ready by their places."""

import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from counterclaim.model import (
    Choice,
    Contradiction,
    Deaths,
    Estimate,
    EstimateSource,
    Finding,
    Incident,
    Report,
    Series,
    Weighing,
)
from counterclaim.reconciliation.accounts import Account

OF_MANY = (
    Choice, Contradiction, Deaths, Estimate, EstimateSource, Finding, Incident, Report, Series, Weighing,
)  # fmt: skip
"""Records of which there are many. Pickle asks each record for its fields anew; these are known once."""


def packed(value: Any, accounts: Sequence[Account]) -> bytes:
    """A value as bytes, for a process that has the same accounts."""
    buffer = io.BytesIO()
    _Packer(buffer, accounts).dump(value)
    return buffer.getvalue()


def unpacked(content: bytes, accounts: Sequence[Account]) -> Any:
    """The value of bytes that `packed` made; the accounts in it are those given."""
    return _Unpacker(io.BytesIO(content), accounts).load()


class _Packer(pickle.Pickler):
    def __init__(self, buffer: io.BytesIO, accounts: Sequence[Account]) -> None:
        super().__init__(buffer, protocol=5)
        places: dict[int, int] = {}

        def by_place(account: Account) -> tuple[Callable[[int], Account], tuple[int]]:
            if not places:
                places.update((id(one), place) for place, one in enumerate(accounts))
            return account_at, (places[id(account)],)

        self.dispatch_table = {Account: by_place, **{kind: _by_values(kind) for kind in OF_MANY}}


class _Unpacker(pickle.Unpickler):
    def __init__(self, buffer: io.BytesIO, accounts: Sequence[Account]) -> None:
        super().__init__(buffer)
        self._accounts = accounts

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, account_at.__name__):
            return self._accounts.__getitem__
        return super().find_class(module, name)


def account_at(place: int) -> Account:
    """What bytes name an account by; `unpacked` puts its own accounts in place of this."""
    raise LookupError(f"account {place} is known to `unpacked` alone")


def _by_values(kind: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    """How a kind of record is taken apart: into what it is called with."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda record: (kind, values(record))
