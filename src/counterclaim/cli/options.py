"""The arguments and options that several commands share, each declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from counterclaim.partial_date import PartialDate


def _day(value: str) -> PartialDate:
    try:
        return PartialDate(value)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from None


CASEBOOK = Annotated[Path, typer.Argument(metavar="CASEBOOK", help="The casebook's folder.")]
SOURCES = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE", help="Files, folders, or - for standard input."),
]
OUTPUT = Annotated[
    Path, typer.Option("-o", "--output", metavar="CASEBOOK", help="The casebook's folder; made if need be.")
]
SETTINGS = Annotated[
    Path | None,
    typer.Option("--settings", metavar="FILE", help="A casebook.toml for a new casebook to begin with."),
]
WORKERS = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        metavar="N",
        help="How many processes work.  [default: as many as suit]",
    ),
]
EXTRACTOR = Annotated[
    Literal["grammar", "llm", "both"],
    typer.Option(
        "--extractor",
        metavar="grammar|llm|both",
        help="Who finds claims. A language model, llm or both, needs a server; the texts are sent there.",
    ),
]
BUDGET_TOKENS = Annotated[
    int | None,
    typer.Option(
        "--budget-tokens",
        min=1,
        metavar="N",
        help="How many tokens the model may use in this run.  [default: budget_tokens of casebook.toml]",
    ),
]
BUDGET_COST = Annotated[
    float | None,
    typer.Option(
        "--budget-cost",
        min=0,
        metavar="AMOUNT",
        help="How much money the model may cost in this run, in the currency of casebook.toml's prices.",
    ),
]
DOCUMENT = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="The document's name, or the beginning of its digest.")
]
REASON = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why, in words; the history keeps them.")
]
AS_OF = Annotated[
    PartialDate | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=_day,
        help="As it was knowable at the end of this day: what was reported by then, reconciled anew.",
    ),
]
JSON = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for a program to read.")]
LIMIT = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="Show so many at most.")]


class ExportFormat(StrEnum):
    """The forms that claims can be exported in."""

    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"


class Exported(StrEnum):
    """What can be exported."""

    CLAIMS = "claims"
    INCIDENTS = "incidents"
    CONTROL = "control"
