"""Short ways to make claims and documents for the tests of reconciliation; the war is invented."""

import re
from typing import Any

from counterclaim.model import Claim, Conflict, Document, Finding, Party, Reconciliation, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation import reconcile

WAR = Conflict(
    name="War over the Lowlands",
    start=PartialDate("2031-03-01"),
    end=PartialDate("2031-05-31"),
    parties=(
        Party("Norland", side="north", aliases=("Norlandic",)),
        Party("Norland Militia", side="north"),
        Party("Sudmark", side="south", aliases=("Sudmarkish",)),
    ),
)
DATES = ("reported_on", "from_date", "to_date")


def document(
    text: str, name: str = "report", date: str | None = None, publisher: str | None = None
) -> Document:
    """A document whose digest is its name."""
    return Document(
        name=name,
        digest=name,
        media_type="text/plain",
        text=text,
        date=PartialDate(date) if date else None,
        publisher=publisher,
    )


def count(number: int | tuple[int | None, int | None], measure: str = "killed", **values: Any) -> Claim:
    """A count of Norland's soldiers in the whole war, unless the values say otherwise."""
    low, high = number if isinstance(number, tuple) else (number, number)
    fields: dict[str, Any] = {
        "document": "report",
        "start": 0,
        "anchor": 0,
        "quote": f"{low if low is not None else high} {measure}",
        "object": "person.military",
        "party": "Norland",
        "scope": "cumulative",
        "from_date": "2031-03-01",
        "to_date": "2031-05-31",
        **values,
    }
    return _claim(kind="count", measure=measure, low=low, high=high, **fields)


def event(event_type: str, **values: Any) -> Claim:
    """An event on one day of the war, unless the values say otherwise."""
    fields: dict[str, Any] = {
        "document": "report",
        "start": 0,
        "anchor": 0,
        "quote": event_type,
        "from_date": "2031-03-10",
        "to_date": "2031-03-10",
        **values,
    }
    return _claim(kind="event", event_type=event_type, **fields)


def counts_in(text: Document, *marked: tuple[str, dict[str, Any]]) -> list[Claim]:
    """Counts whose anchors are the given numbers in a text, in the order in which they stand there.

    Args:
        text: the document.
        marked: each number as written, with the values of its claim; `high` None makes it a minimum.
    """
    made: list[Claim] = []
    place = 0
    for number, values in marked:
        found = re.compile(rf"(?<![\w,]){re.escape(number)}(?!\w|,\d)").search(text.text, place)
        assert found, f"{number} does not stand in the text after {place}"
        place = found.end()
        value = values.pop("value", None) or int(number.replace(",", ""))
        high = values.pop("high", value)
        made.append(
            count(
                (value, high),
                document=text.digest,
                start=0,
                quote=text.text,
                anchor=found.start(),
                **values,
            )
        )
    return made


def reconciled(
    *claims: Claim, conflict: Conflict = WAR, documents: tuple[Document, ...] = (), as_of: str | None = None
) -> Reconciliation:
    """Reconcile claims with empty registers."""
    day = PartialDate(as_of) if as_of else None
    return reconcile(claims, conflict, Registers(), documents=documents, as_of=day)


def only_finding(*claims: Claim, conflict: Conflict = WAR, documents: tuple[Document, ...] = ()) -> Finding:
    """The finding of claims that form one series."""
    findings = reconciled(*claims, conflict=conflict, documents=documents).findings
    assert len(findings) == 1, [finding.series for finding in findings]
    return findings[0]


def rules(finding: Finding) -> dict[str, str]:
    """The rule by which each claim of a finding was weighed, by the claim's id."""
    return {weighing.claim: weighing.rule for weighing in finding.weighings}


def _claim(**fields: Any) -> Claim:
    dates = {name: PartialDate(fields[name]) for name in DATES if fields.get(name)}
    fields = {name: value for name, value in fields.items() if name not in DATES} | dates
    fields.setdefault("end", fields["start"] + len(fields["quote"]))
    return Claim(**fields)
