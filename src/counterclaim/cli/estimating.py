"""`counterclaim show estimates`: what a model of reporting makes of the findings, apart from their ranges."""

from collections import Counter
from dataclasses import asdict
from typing import Any

from rich.text import Text

from counterclaim.cli.consoles import output
from counterclaim.cli.looking import Look
from counterclaim.cli.plain import print_json
from counterclaim.cli.showing import View, view_of
from counterclaim.cli.summary import counted
from counterclaim.cli.tables import Column, print_rest, print_rows
from counterclaim.count_range import CountRange
from counterclaim.errors import CasebookError
from counterclaim.model import Estimate, Finding
from counterclaim.publication.estimates import LABEL, estimate_words, taken_words, without_words


def show_estimates(look: Look) -> None:
    """Print the estimates of the findings of which a claim passes the filter, and why others have none."""
    view = view_of(look)
    wanted = [
        (finding, estimate)
        for finding, estimate in _pairs(view, look)
        if any(weighing.claim in view.wanted for weighing in finding.weighings)
    ]
    if look.as_json:
        print_json(_values(finding, estimate, view) for finding, estimate in wanted[: look.limit])
        return
    console = output()
    estimated = [(finding, estimate) for finding, estimate in wanted if estimate.median is not None]
    if estimated:
        console.print(f"{LABEL}. The documented range stands beside it and takes no part in it.\n")
    columns = [Column("Range"), Column("Finding", wide=2), Column("Estimate", wide=3), Column("Id")]
    rows = [
        (str(CountRange(finding.low, finding.high)), finding.sentence, _words(estimate, view), finding.id)
        for finding, estimate in estimated[: look.limit]
    ]
    print_rows(columns, rows, console)
    print_rest(console, len(rows), len(estimated), "estimates")
    reasons = Counter(estimate.reason for _, estimate in wanted if estimate.median is None)
    for reason, count in reasons.most_common():
        console.print(f"Too little to estimate for {counted(count, 'finding')}: {reason}.")


def _pairs(view: View, look: Look) -> list[tuple[Finding, Estimate]]:
    """Each finding with its estimate, those that were reconciled by an earlier version refused."""
    found = {estimate.finding: estimate for estimate in view.reconciliation.estimates}
    if len(found) < len(view.reconciliation.findings):
        raise CasebookError(
            f"The claims of the casebook {look.casebook} were reconciled before there were estimates.",
            f"Reconcile them again, which reads nothing anew: counterclaim reconcile {look.casebook}",
        )
    return [(finding, found[finding.id]) for finding in view.reconciliation.findings]


def _words(estimate: Estimate, view: View) -> Text:
    words = Text(estimate_words(estimate))
    for source in estimate.sources:
        claim = view.claims[source.claim]
        said = f"\nWithout {claim.source}, {claim.range}: {without_words(source)}. "
        words.append(said).append(f"It is {taken_words(source)}.", "dim")
    return words


def _values(finding: Finding, estimate: Estimate, view: View) -> dict[str, Any]:
    """An estimate as a program reads it, with the series and the documented range beside it."""
    values = asdict(estimate)
    sources = [{**source, "source": view.claims[source["claim"]].source} for source in values.pop("sources")]
    return {
        "finding": values.pop("finding"),
        **asdict(finding.series),
        "documented_low": finding.low,
        "documented_high": finding.high,
        "model": "docs/methods-estimates.md",
        **values,
        "sources": sources,
    }
