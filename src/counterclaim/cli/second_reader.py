"""What the second reader did, and where it and the grammar differ."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from counterclaim.casebook import Casebook
from counterclaim.cli.consoles import output
from counterclaim.cli.looking import Look
from counterclaim.cli.plain import claim_values, print_json
from counterclaim.cli.tables import Column, print_rows
from counterclaim.extraction.llm import DIFFERENCE, Totals, Verdict, verdict_of
from counterclaim.model import Claim
from counterclaim.pipeline import Extracted
from counterclaim.publication.labels import capitalised, claim_phrase

_TO_REVIEW = (Verdict.DIFFERS, Verdict.ALONE, Verdict.MISSED)
_WEIGHTY = frozenset(("low", "measure", "object", "party", "source", "stance", "event_type"))
"""Fields on which a figure rests; claims that differ in one of them are shown first."""


def second_reader_values(extracted: Extracted, totals: Totals) -> dict[str, Any]:
    """What the second reader did, for a program."""
    compared = {verdict.name.lower(): number for verdict, number in extracted.verdicts.items()}
    return {**asdict(totals), "compared": compared, "waiting": extracted.waiting}


def print_second_reader(extracted: Extracted, totals: Totals, folder: Path, console: Console) -> None:
    """What the second reader did, for a person."""
    console.print("\nThe second reader:", style="bold")
    lines = Table.grid(padding=(0, 2))
    lines.add_column(justify="right", style="bold")
    lines.add_column()
    for number, words in _lines(totals, folder):
        lines.add_row(number, words)
    for verdict, claims in extracted.verdicts.items():
        lines.add_row(f"{claims:,}", f"claims: {verdict.value}")
    console.print(lines)
    if any(verdict in _TO_REVIEW for verdict in extracted.verdicts):
        console.print(f"To review the differences: counterclaim show differences {folder}")
    if extracted.waiting:
        console.print(
            f"The budget was used up. Documents that wait: {extracted.waiting:,}. Run the same command again "
            "to go on, or raise the budget: with --budget-tokens or --budget-cost, or under [llm] in "
            "casebook.toml."
        )


def _lines(totals: Totals, folder: Path) -> list[tuple[str, str]]:
    usage = totals.usage
    estimated = ", in part estimated" if usage.is_estimated else ""
    cost = [] if totals.cost is None else [(f"{totals.cost:,.2f}", "what they cost, before any discount")]
    left = [
        (f"{number:,}", words)
        for number, words in (
            (totals.thrown_away, "of its claims thrown away"),
            (totals.emptied, "fields of its claims emptied"),
            (totals.unread, "paragraphs without a usable answer"),
        )
        if number
    ]
    if left:
        left[-1] = (left[-1][0], f"{left[-1][1]}; each is listed: counterclaim show passed-over {folder}")
    return [
        (f"{totals.requests:,}", f"requests, {totals.retries:,} of them further tries"),
        (f"{totals.reused:,}", "answers reused from earlier runs"),
        (f"{usage.total:,}", f"tokens: {usage.sent:,} sent, {usage.received:,} received{estimated}"),
        *cost,
        (f"{totals.kept:,}", "of its claims borne out by the texts"),
        *left,
    ]


@dataclass(frozen=True, slots=True)
class _Compared:
    claim: Claim
    verdict: Verdict


def show_differences(look: Look) -> None:
    """Print the claims on which the grammar and the second reader do not agree, the weightiest first."""
    with Casebook.open(look.casebook) as casebook:
        names = {line.digest: line.name for line in casebook.document_lines()}
        compared = [
            _Compared(claim, verdict)
            for claim in casebook.claims(look.claims)
            if (verdict := verdict_of(claim)) is not None
        ]
    found = sorted((one for one in compared if one.verdict in _TO_REVIEW), key=_urgency)
    if look.as_json:
        print_json(_values(one, names) for one in found[: look.limit])
        return
    columns = [Column("Verdict", wide=2), Column("What", wide=2), Column("Words", wide=5), Column("Id")]
    rows = [
        (_verdict(one), _what(one.claim), _words(one.claim, names), one.claim.id)
        for one in found[: look.limit]
    ]
    console = output()
    print_rows(columns, rows, console)
    if compared:
        agreed = len(compared) - len(found)
        console.print(f"{len(rows):,} of {len(found):,} differences; on {agreed:,} claims the two agree.")
    else:
        console.print(
            f"No claims of two readers. Make them with: counterclaim extract --extractor both {look.casebook}"
        )


def _urgency(one: _Compared) -> tuple[int, bool]:
    return _TO_REVIEW.index(one.verdict), not _WEIGHTY & set(_given(one.claim))


def _values(one: _Compared, names: dict[str, str]) -> dict[str, Any]:
    claim = claim_values(one.claim, names[one.claim.document])
    return {"verdict": one.verdict.name.lower(), "fields": _given(one.claim), "claim": claim}


def _given(claim: Claim) -> dict[str, str]:
    """What the second reader gives in each field that differs."""
    return {
        reason.field: reason.rule.removeprefix(DIFFERENCE)
        for reason in claim.reasons
        if reason.rule.startswith(DIFFERENCE)
    }


def _verdict(one: _Compared) -> Text:
    given = "".join(f"\n{field}: {value}" for field, value in _given(one.claim).items())
    return Text.assemble(capitalised(one.verdict.value), (given, "dim"))


def _what(claim: Claim) -> str:
    number = f": {claim.range}" if claim.kind == "count" else ""
    return f"{claim_phrase(claim)}{number}"


def _words(claim: Claim, names: dict[str, str]) -> Text:
    return Text.assemble(f"“{' '.join(claim.quote.split())}”", (f" {names[claim.document]}", "dim"))
