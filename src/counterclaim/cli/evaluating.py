"""Show how good claims are, and where two sets of them differ."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.cli.consoles import output
from counterclaim.cli.plain import print_json
from counterclaim.cli.summary import counted
from counterclaim.count_range import CountRange
from counterclaim.evaluation import ABOUT, Difference, Evaluation, KindScore, evaluate, fields_of
from counterclaim.evaluation.agreement import Row
from counterclaim.model import Conflict
from counterclaim.publication.labels import count_phrase, event_phrase
from counterclaim.settings import CasebookSettings

_EVERYTHING = "all"
_KINDS = {"count": "Counts", "event": "Events"}
_WHAT = {"missed": "Missed", "extra": "Extra", "differs": "Differs"}


def evaluate_claims(
    gold: Path,
    against: Path | None,
    *,
    only: Sequence[str],
    settings: Path | None,
    show: Sequence[str],
    kind: str | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Score claims against gold ones, and show those differences that are asked for."""
    wanted, kinds = _wanted(show), _kinds(kind)
    conflict = CasebookSettings.load(settings).conflict if settings else Conflict()
    evaluation = evaluate(gold, against=against, only=only, conflict=conflict)
    found = [one for one in evaluation.differences() if one.kind in kinds and wanted & set(one.about)]
    if as_json:
        print_json(_values(evaluation, against, list(islice(found, limit))))
        return
    console = output()
    _print_scores(evaluation, console)
    if against is not None:
        _print_kappas(evaluation, console)
    for difference in islice(found, limit):
        _print_difference(difference, console)
    _close(console, gold, found, limit, bool(show))


def _wanted(show: Sequence[str]) -> set[str]:
    if unknown := sorted(set(show) - {*ABOUT, _EVERYTHING}):
        raise typer.BadParameter(
            f"{', '.join(unknown)}: it can be {_EVERYTHING}, {', '.join(ABOUT)}.", param_hint="--show"
        )
    return set(ABOUT) if _EVERYTHING in show else set(show)


def _kinds(kind: str | None) -> Collection[str]:
    if kind not in (None, *_KINDS):
        raise typer.BadParameter(f"{kind}: it can be {' or '.join(_KINDS)}.", param_hint="--kind")
    return _KINDS if kind is None else (kind,)


# ---------------------------------------------------------------- for a program


def _values(evaluation: Evaluation, against: Path | None, found: Sequence[Difference]) -> dict[str, Any]:
    values = evaluation.score.values()
    if against is not None:
        values["kappa"] = evaluation.kappas
    return {**values, "differences": [asdict(one) for one in found]}


# ---------------------------------------------------------------- for a person


def _print_scores(evaluation: Evaluation, console: Console) -> None:
    score = evaluation.score
    console.print(f"{counted(score.documents, 'document')}.\n")
    for kind, one in score.kinds.items():
        title = f"{_KINDS[kind]}: {one.gold:,} in the gold, {one.predicted:,} set against them"
        console.print(title, style="bold")
        console.print(_levels(one))
        if one.attributes:
            shares = "  ".join(f"{name} {share:.2f}" for name, share in one.attributes.items())
            console.print(f"of the right ones: {shares}", style="dim")
        console.print()


def _levels(one: KindScore) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("Level")
    for heading in ("Precision", "Recall", "F1"):
        table.add_column(heading, justify="right")
    for level, reached in one.levels.items():
        table.add_row(level, f"{reached.precision:.3f}", f"{reached.recall:.3f}", f"{reached.f1:.3f}")
    return table


def _print_kappas(evaluation: Evaluation, console: Console) -> None:
    console.print("Agreement beyond chance (Cohen's kappa), where both have the claim", style="bold")
    for kind, fields in evaluation.kappas.items():
        shares = "  ".join(f"{field} {_kappa(value)}" for field, value in fields.items())
        console.print(f"{_KINDS[kind]}: {shares}")
    console.print()


def _kappa(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _print_difference(one: Difference, console: Console) -> None:
    row = one.gold or one.predicted or {}
    console.print(Text.assemble((f"{_WHAT[one.what]}: {_phrase(row)}", "bold"), (f"  {one.document}", "dim")))
    quote = Text.assemble((one.before, "dim"), (f"[{one.quote}]", "bold"), (one.after, "dim"))
    console.print(Padding(quote, (0, 0, 0, 2)))
    if one.gold and one.predicted:
        for line in _differing(one.gold, one.predicted, one.about):
            console.print(Padding(line, (0, 0, 0, 2)))
    console.print()


def _phrase(row: Row) -> str:
    if row["kind"] == "event":
        return event_phrase(row.get("event_type"))
    count = CountRange(row.get("low"), row.get("high"), bool(row.get("approx")))
    return f"{count_phrase(row.get('measure'), row.get('object'))}: {count}"


def _differing(gold: Row, predicted: Row, about: Sequence[str]) -> Iterator[str]:
    for field in fields_of(about):
        yield f"{field}: {_shown(gold.get(field))} in the gold, here {_shown(predicted.get(field))}"


def _shown(value: object) -> str:
    return "nothing" if value is None else f"{value}"


def _close(console: Console, gold: Path, found: Sequence[Difference], limit: int | None, asked: bool) -> None:
    if not asked:
        console.print(f"Which they are: counterclaim evaluate {gold} --show missed --show extra --limit 20")
    elif not found:
        console.print("None of these differences.")
    elif limit is not None and limit < len(found):
        console.print(f"{limit:,} of {len(found):,} differences are shown; --limit says how many.")
