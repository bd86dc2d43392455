"""Dates of reduced precision: a year, a month or a day, as ISO 8601 text."""

import calendar
import re
from datetime import date
from typing import Literal, Self

Precision = Literal["year", "month", "day"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


class PartialDate(str):
    """An ISO date that may stop at its month or year: ``2020-09-27``, ``2020-09`` or ``2020``.

    It is a string, so it can be stored and compared as it stands; ``first`` and ``last`` are the
    days that it may mean.

    Raises:
        ValueError: the text is not such a date.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check the text and keep it."""
        match = _ISO.match(text)
        if match is None:
            raise ValueError(f"not a date of the form YYYY, YYYY-MM or YYYY-MM-DD: {text!r}")
        year, month, day = (int(part) if part else 1 for part in match.groups())
        date(year, month, day)
        return super().__new__(cls, text)

    @classmethod
    def of(cls, day: date) -> Self:
        """The partial date of a whole day."""
        return cls(day.isoformat())

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return {4: "year", 7: "month", 10: "day"}[len(self)]  # type: ignore[return-value]

    @property
    def first(self) -> date:
        """The first day that the date may mean."""
        return date.fromisoformat(f"{self}-01-01"[:10] if len(self) < 7 else f"{self}-01"[:10])

    @property
    def last(self) -> date:
        """The last day that the date may mean."""
        if len(self) == 10:
            return date.fromisoformat(self)
        year, month = int(self[:4]), int(self[5:7] or 12)
        return date(year, month, calendar.monthrange(year, month)[1])
