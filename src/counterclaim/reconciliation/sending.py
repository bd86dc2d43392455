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
from counterclaim.reconciliation.weighing import Verdict

OF_MANY = (
    Choice, Contradiction, Deaths, Estimate, EstimateSource, Finding, Incident, Report, Series, Verdict,
    Weighing,
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
        self.dispatch_table = {kind: _by_values(kind) for kind in OF_MANY}
        self._places = {id(account): place for place, account in enumerate(accounts)}

    def persistent_id(self, value: Any) -> int | None:
        return self._places[id(value)] if type(value) is Account else None


class _Unpacker(pickle.Unpickler):
    def __init__(self, buffer: io.BytesIO, accounts: Sequence[Account]) -> None:
        super().__init__(buffer)
        self._accounts = accounts

    def persistent_load(self, place: Any) -> Account:
        account: Account = self._accounts[place]
        return account


def _by_values(kind: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    """How a kind of record is taken apart: into what it is called with."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda record: (kind, values(record))
