"""Dates and periods in words, and the day that a claim is shown under."""

from dataclasses import dataclass

from counterclaim.model import Claim, Document
from counterclaim.partial_date import PartialDate

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """A date or period for a page.

    Attributes:
        words: "27 September 2020", "27–30 September 2020", "September 2020".
        first, last: the ISO dates that bound it, of the precision that is known.
    """

    words: str
    first: PartialDate
    last: PartialDate


def date_words(date: PartialDate, letters: int | None = None) -> str:
    """A date in words, as far as it is known.

    Args:
        date: the date.
        letters: how many letters of the month's name to write, None for all.
    """
    year, month, day = date[:4], date[5:7], date[8:10]
    name = MONTHS[int(month) - 1][:letters] if month else ""
    return " ".join(part for part in (day.lstrip("0"), name, year) if part)


def period_words(first: PartialDate, last: PartialDate) -> str:
    """A period in words, what its two dates share said once."""
    if first == last:
        return date_words(first)
    if first.precision == last.precision == "day" and first[:7] == last[:7]:
        return f"{int(first[8:])}–{date_words(last)}"
    start = date_words(first)
    if first[:4] == last[:4] and first.precision == last.precision != "year":
        start = start.removesuffix(f" {first[:4]}")
    return f"{start} – {date_words(last)}"


def period(first: PartialDate | None, last: PartialDate | None) -> When | None:
    """The period from `first` to `last`; one of them alone stands for both."""
    start, end = first or last, last or first
    if start is None or end is None:
        return None
    return When(period_words(start, end), start, end)


def claim_when(claim: Claim, document: Document) -> When | None:
    """When a claim is shown: a running toll on its as-of date, all else when it happened.

    A claim that is dated by nothing of its own takes the day on which it was said or, failing that,
    the day of its document.
    """
    said = claim.reported_on or document.date
    if claim.scope == "cumulative":
        return period(None, claim.to_date or said or claim.from_date)
    return period(claim.from_date, claim.to_date) or period(None, said)
