"""Claims, findings, contradictions and the timeline, in the words that the site uses too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from counterclaim.casebook import Casebook
from counterclaim.cli.consoles import output
from counterclaim.cli.looking import Look
from counterclaim.cli.plain import claim_values, contradiction_values, finding_values, print_json
from counterclaim.cli.tables import Column, print_rest, print_rows
from counterclaim.count_range import CountRange
from counterclaim.errors import CasebookError
from counterclaim.model import (
    Claim,
    Contradiction,
    Decision,
    Finding,
    Reconciliation,
    Record,
    Weighing,
    in_force,
)
from counterclaim.partial_date import PartialDate
from counterclaim.publication.briefs import choice_words
from counterclaim.publication.dates import date_words, period
from counterclaim.publication.labels import (
    BOUNDS,
    CHOICES,
    CONTRADICTION_KINDS,
    STANCES,
    capitalised,
    claim_phrase,
    role_of,
)

_OWN_VOICE = "the document itself"
_LONGEST_QUOTE = 280  # characters; --json has the whole of it


@dataclass(frozen=True, slots=True)
class View:
    """What a look at a casebook finds.

    Attributes:
        claims: every claim that there is on the day of the look, by its id.
        wanted: the ids of those that pass the filter, in the order of the texts.
        reconciliation: the findings and contradictions of that day.
        names: each document's name, by its digest.
        decisions: what reviewers decided.
    """

    claims: dict[str, Claim]
    wanted: dict[str, None]
    reconciliation: Reconciliation
    names: dict[str, str]
    decisions: Sequence[Decision]

    def decided(self, finding: Finding) -> list[Decision]:
        """The reviewers' decisions that a finding rests on."""
        claims = {weighing.claim for weighing in finding.weighings}
        return [
            one
            for one in in_force(self.decisions)
            if claims.intersection((*one.claims, *one.values.get("made", ())))
        ]


def show_findings(look: Look) -> None:
    """Print the findings of which a claim passes the filter, those with most origins first."""
    view = view_of(look)
    found = [
        finding
        for finding in view.reconciliation.findings
        if any(weighing.claim in view.wanted for weighing in finding.weighings)
    ]
    found.sort(key=lambda finding: (-finding.origins, -finding.mentions))
    if look.as_json:
        print_json(finding_values(one, view.decided(one)) for one in found[: look.limit])
        return
    columns = [
        Column(CHOICES[look.choice] if look.choice else "Range"), Column("Finding", wide=1), Column("Id"),
    ]  # fmt: skip
    rows = [(*_figure(one, look.choice, view), one.id) for one in found[: look.limit]]
    console = output()
    print_rows(columns, rows, console)
    print_rest(console, len(rows), len(found), "findings")
    if rows:
        console.print(f"What one rests on: counterclaim show claims {look.casebook} --finding ID")


def _figure(finding: Finding, choice: str | None, view: View) -> tuple[str, str]:
    """A finding's range with its sentence, or the figure that a named rule chooses with how it did."""
    sentence = _sentence(finding, view.decided(finding))
    if choice is None:
        return str(CountRange(finding.low, finding.high)), sentence
    chosen = next((each for each in finding.choices if each.name == choice), None)
    if chosen is None:
        reason = "casebook.toml gives no order of sources: [reconciliation] source_order"
        return "no figure", f"{reason}. {sentence}"
    return choice_words(chosen), f"{capitalised(chosen.reason)}. {sentence}"


def show_claims(look: Look) -> None:
    """Print the claims that pass the filter, or those of one finding with what each did."""
    view = view_of(look)
    weighings = _weighings(view, look.finding) if look.finding else {}
    ids = [one for one in weighings if one in view.wanted] if look.finding else view.wanted
    found = [view.claims[one] for one in ids]
    if look.as_json:
        print_json(claim_values(claim, view.names[claim.document]) for claim in found[: look.limit])
        return
    columns = [
        Column("When"), Column("Who says it", wide=2), Column("What", wide=3), Column("Words", wide=5),
        Column("Id"),
    ]  # fmt: skip
    rows = []
    for claim in found[: look.limit]:
        what = _what(claim)
        if claim.id in weighings:
            what.append(f"\n{_role(weighings[claim.id])}", "italic")
        rows.append((_when(claim), who_says(claim), what, words_of_claims([claim], view), claim.id))
    console = output()
    print_rows(columns, rows, console)
    print_rest(console, len(rows), len(found), "claims")
    if rows:
        console.print(f"Which words and rules gave one's fields: counterclaim explain {look.casebook} ID")


def show_contradictions(look: Look) -> None:
    """Print the contradictions of which a claim passes the filter, each with its claims' words."""
    view = view_of(look)
    found = [
        one
        for one in sorted(view.reconciliation.contradictions, key=lambda one: -one.weight)
        if any(claim in view.wanted for claim in one.claims)
    ]
    if look.as_json:
        written = {one: claim_values(claim, view.names[claim.document]) for one, claim in view.claims.items()}
        print_json(contradiction_values(one, written) for one in found[: look.limit])
        return
    console = output()
    for one in found[: look.limit]:
        _print_contradiction(one, view, console)
    print_rest(console, len(found[: look.limit]), len(found), "contradictions")


def show_timeline(look: Look) -> None:
    """Print the events that pass the filter in the order of their days; those without a day come last."""
    view = view_of(look)
    events = [view.claims[one] for one in view.wanted if view.claims[one].kind == "event"]
    events.sort(key=lambda claim: (claim.from_date or claim.to_date or "~", claim.to_date or "~"))
    if look.as_json:
        print_json(claim_values(claim, view.names[claim.document]) for claim in events[: look.limit])
        return
    columns = [Column("When"), Column("What", wide=3), Column("Who says it", wide=2), Column("Words", wide=5)]
    rows = [
        (_when(claim), _what(claim), who_says(claim), words_of_claims([claim], view))
        for claim in events[: look.limit]
    ]
    console = output()
    print_rows(columns, rows, console)
    print_rest(console, len(rows), len(events), "events")


# ---------------------------------------------------------------- what there is to see


def view_of(look: Look) -> View:
    """What a look finds; on a day, reconciled anew.

    Raises:
        CasebookError: the claims have not been reconciled since they last changed.
    """
    with Casebook.open(look.casebook) as casebook:
        wanted = {claim.id: None for claim in casebook.claims(look.claims)}
        names = {line.digest: line.name for line in casebook.document_lines()}
        if look.as_of is None:
            check_reconciled(casebook)
        record = casebook.record() if look.as_of is None else _as_it_was_known(casebook, look.as_of)
    known = {claim.id: claim for claim in record.claims}
    wanted = {one: None for one in wanted if one in known}
    known |= {claim.id: claim for claim in record.overruled}
    return View(known, wanted, record.reconciliation, names, record.decisions)


def _sentence(finding: Finding, decisions: Sequence[Decision]) -> str:
    """The finding's sentence, with the human decisions that it rests on."""
    numbers = ", ".join(str(one.number) for one in decisions)
    many = "s" if len(decisions) > 1 else ""
    return f"{finding.sentence} Rests on decision{many} {numbers}." if decisions else finding.sentence


def as_of_or_now(casebook: Casebook, look: Look) -> Record:
    """The record on the day of the look, or as it stands.

    Raises:
        CasebookError: as it stands, it has not been reconciled.
    """
    if look.as_of is not None:
        return _as_it_was_known(casebook, look.as_of)
    check_reconciled(casebook)
    return casebook.record()


def _as_it_was_known(casebook: Casebook, as_of: PartialDate) -> Record:
    from counterclaim.pipeline import as_it_was_known  # the stages take long to import

    return as_it_was_known(casebook, as_of)


def check_reconciled(casebook: Casebook) -> None:
    """Raise CasebookError if the claims have not been reconciled since they last changed."""
    if not casebook.is_reconciled:
        raise CasebookError(
            f"The claims of the casebook {casebook.folder} have not been reconciled since they last changed.",
            "Run the same build again: it goes on where it stopped. Without reading anything anew: "
            f"counterclaim reconcile {casebook.folder}",
        )


def _weighings(view: View, wanted: str) -> dict[str, Weighing]:
    """What each claim did in a finding, which may be named by the beginning of its id."""
    found: list[Finding] = [one for one in view.reconciliation.findings if one.id.startswith(wanted)]
    if len(found) != 1:
        raise CasebookError(
            f"{'No finding has' if not found else 'Several findings have'} an id that begins with {wanted}.",
            "`counterclaim show findings CASEBOOK` lists the ids.",
        )
    return {weighing.claim: weighing for weighing in found[0].weighings}


# ---------------------------------------------------------------- in words


def _print_contradiction(one: Contradiction, view: View, console: Console) -> None:
    console.print(Text(CONTRADICTION_KINDS[one.kind], style="bold"))
    console.print(one.explanation)
    for claims in by_words(view.claims[claim] for claim in one.claims):
        words = Text.assemble(who_says(claims[0]), ": ", words_of_claims(claims, view))
        console.print(Padding(words, (0, 0, 0, 2)))
    console.print()


def by_words(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims that one source makes in the same words, together."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.document, claim.start, claim.end, claim.source), []).append(claim)
    return list(groups.values())


def _when(claim: Claim) -> str:
    when = period(claim.from_date, claim.to_date)
    return when.words if when else "undated"


def who_says(claim: Claim) -> Text:
    """The source, how it says it, and when."""
    said = [STANCES[claim.stance]] if claim.stance != "asserts" else []
    hedge = [claim.hedge] if claim.hedge else []
    day = [date_words(claim.reported_on)] if claim.reported_on else []
    notes = ", ".join([*said, *hedge, *day])
    return Text.assemble(claim.source or _OWN_VOICE, (f" ({notes})" if notes else "", "dim"))


def _what(claim: Claim) -> Text:
    number = f": {claim.range}" if claim.kind == "count" else ""
    actors = " → ".join(name for name in (claim.actor, claim.target) if name)
    rest = "; ".join(dict.fromkeys(name for name in (claim.party, actors, claim.place) if name))
    return Text.assemble((f"{claim_phrase(claim)}{number}", "bold"), f"\n{rest}" if rest else "")


def words_of_claims(claims: Sequence[Claim], view: View) -> Text:
    """The words of claims that share them, and their document."""
    return Text.assemble(f"“{_shortened(claims)}”", (f" {view.names[claims[0].document]}", "dim"))


def _shortened(claims: Sequence[Claim]) -> str:
    """The quote on one line; of a long one what stands around the words that the claims were made from."""
    quote = claims[0].quote
    anchors = [claim.anchor - claim.start for claim in claims]
    around = max(0, _LONGEST_QUOTE - (max(anchors) - min(anchors))) // 2
    start = max(0, min(min(anchors) - around, len(quote) - _LONGEST_QUOTE))
    end = min(len(quote), max(max(anchors) + around, start + _LONGEST_QUOTE))
    shown = " ".join(quote[start:end].split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(quote) else ''}"


def _role(weighing: Weighing) -> str:
    return f"{BOUNDS[role_of(weighing)]}: {weighing.reason}"
