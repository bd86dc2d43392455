"""Takes a reviewer's decisions into a casebook, and lists them."""

import getpass
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import typer

from counterclaim.casebook import Casebook
from counterclaim.cli.consoles import output
from counterclaim.cli.listing import print_listing
from counterclaim.cli.looking import Look
from counterclaim.cli.plain import print_json
from counterclaim.cli.standing import stated
from counterclaim.cli.tables import Column
from counterclaim.model import Decision, undone
from counterclaim.partial_date import PartialDate
from counterclaim.publication.dates import date_words
from counterclaim.publication.views.decisions import decision_words, values_words
from counterclaim.reconciliation.tables import load_tables


def decide(
    folder: Path,
    action: str,
    claims: Sequence[str],
    reason: str,
    by: str | None,
    values: Sequence[Mapping[str, str]] = (),
    *,
    as_json: bool,
) -> None:
    """Let somebody decide about claims, and say what was decided."""
    with Casebook.open(folder) as casebook, casebook.locked():
        decision = casebook.review(action, claims, stated(reason), values, by=reviewer(by))
    print_decision(decision, folder, as_json)


def undo_decision(folder: Path, number: int, reason: str, by: str | None, *, as_json: bool) -> None:
    """Take a decision back, and say so."""
    with Casebook.open(folder) as casebook, casebook.locked():
        decision = casebook.undo(number, stated(reason), by=reviewer(by))
    print_decision(decision, folder, as_json)


def show_decisions(look: Look) -> None:
    """Print every decision, the newest first."""
    with Casebook.open(look.casebook) as casebook:
        record = casebook.record()
    there = {claim.id for claim in (*record.claims, *record.overruled)}
    found = record.decisions[::-1]
    columns = [
        Column("Number", right=True),
        Column("Decision", wide=2),
        Column("Why", wide=3),
        Column("Who and when", wide=1),
        Column("Words", wide=4),
    ]
    gone = undone(record.decisions)
    rows = [
        (str(one.number), _what(one, holds=one.number not in gone), one.reason, _who(one), _words(one, there))
        for one in found
    ]
    values = [{**asdict(one), "found": [claim in there for claim in one.claims]} for one in found]
    print_listing(look, columns, rows, values, "decisions of reviewers: every figure follows from the rules")


def fields(pairs: Sequence[str], option: str) -> dict[str, str]:
    """What pairs of a field and its value say: "party=North" puts North into the party.

    Raises:
        typer.BadParameter: one is no such pair.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise typer.BadParameter(f"{pair} is not of the form FIELD=VALUE.", param_hint=option)
        found[name.strip()] = value
    return found


def check_rule(folder: Path, name: str | None) -> None:
    """Raise typer.BadParameter for a name that no rule for bounds has, the casebook's own included."""
    with Casebook.open(folder) as casebook:
        known = [rule.name for rule in load_tables().with_rules(casebook.settings.policy.rules).rules]
    if name is not None and name not in known:
        raise typer.BadParameter(
            f"there is no rule {name}. There are {', '.join(known)}.", param_hint="--rule"
        )


def reviewer(by: str | None) -> str:
    """Who decides: the name given, else that of this computer's user."""
    return (by or "").strip() or getpass.getuser()


def print_decision(decision: Decision, folder: Path, as_json: bool) -> None:
    """Say what was decided, and how it takes effect and is taken back."""
    if as_json:
        print_json(asdict(decision))
        return
    console = output()
    console.print(f"Decision {decision.number}: {_what(decision)}.", soft_wrap=True)
    for words in decision.values.get("words", ()):
        console.print(f"  “{words['quote']}”", soft_wrap=True, markup=False, highlight=False)
    for made in decision.values.get("made", ()):
        console.print(f"  made claim {made}", highlight=False)
    console.print(f"The findings follow with the next: counterclaim reconcile {folder}")
    if not decision.undoes:
        console.print(f"To take it back: counterclaim review undo {folder} {decision.number} --reason …")


def _what(decision: Decision, *, holds: bool = True) -> str:
    values = values_words(decision)
    back = "" if holds else " (taken back)"
    return f"{decision_words(decision)}{': ' if values else ''}{values}{back}"


def _who(decision: Decision) -> str:
    day = date_words(PartialDate(decision.at[:10]))
    return f"{decision.by}, {day}" if decision.by else day


def _words(decision: Decision, there: Collection[str]) -> str:
    """The words of the claims; a decision about one that is found no longer has no effect on it."""
    told = zip(decision.claims, decision.values.get("words", ()), strict=False)
    return "\n".join(
        f"“{words['quote']}” ({claim if claim in there else 'this claim is found no longer'})"
        for claim, words in told
    )
