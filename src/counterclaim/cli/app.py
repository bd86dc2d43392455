"""The commands. Each declares its arguments here and imports what it needs when it runs, not before."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal

import typer

from counterclaim.cli import options as given
from counterclaim.cli.failing import ending_well
from counterclaim.cli.gazetteer import gazetteer
from counterclaim.cli.review import review
from counterclaim.cli.show import show

_MAKE = "Make a record"
_STAGES = "Make a record, a stage at a time"
_LOOK = "Look at it and take it out"
_DECIDE = "Decide"
_CHECK = "Check and measure"

app = typer.Typer(
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="Read reporting about an armed conflict into claims that can be audited, and disputed figures into "
    "ranges that can be defended.",
)
app.add_typer(show, name="show", rich_help_panel=_LOOK)
app.add_typer(review, name="review", rich_help_panel=_DECIDE)
app.add_typer(gazetteer, name="gazetteer", rich_help_panel=_DECIDE)


def main() -> None:
    """Run the command that the process's arguments name."""
    app()


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"counterclaim {version('counterclaim')}")
        raise typer.Exit


@app.callback()
def counterclaim(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Nothing is done before a command."""


# ---------------------------------------------------------------- the main job


@app.command(rich_help_panel=_MAKE)
@ending_well
def build(
    sources: given.SOURCES,
    output: given.OUTPUT,
    settings: given.SETTINGS = None,
    workers: given.WORKERS = None,
    extractor: given.EXTRACTOR = "grammar",
    budget_tokens: given.BUDGET_TOKENS = None,
    budget_cost: given.BUDGET_COST = None,
    publish: Annotated[
        bool, typer.Option("--publish/--no-publish", help="Whether to write the site.")
    ] = True,
    as_json: given.JSON = False,
) -> None:
    """Read documents, extract claims, resolve names, reconcile, and write the site: the main job.

    It can be stopped at any moment and run again: it goes on where it stopped.
    """
    from counterclaim.cli.runs import run_budget, run_build

    run_build(
        sources,
        output,
        settings=settings,
        workers=workers,
        extractor=extractor,
        budget=run_budget(extractor, budget_tokens, budget_cost),
        site=publish,
        as_json=as_json,
    )


@app.command(rich_help_panel=_MAKE)
@ending_well
def demo(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="CASEBOOK", help="Where the example is built.")
    ] = Path("demo"),
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Whether to serve the site when it is built.")
    ] = True,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, metavar="N", help="Where to serve it.")
    ] = 8000,
) -> None:
    """Build the casebook that comes with Counterclaim, and serve its site."""
    from counterclaim.cli.runs import run_demo

    run_demo(output, serve=serve, port=port)


# ---------------------------------------------------------------- one stage each


@app.command(rich_help_panel=_STAGES)
@ending_well
def add(
    sources: given.SOURCES,
    output: given.OUTPUT,
    settings: given.SETTINGS = None,
    workers: given.WORKERS = None,
    as_json: given.JSON = False,
) -> None:
    """Read documents into a casebook, and do no more."""
    from counterclaim.cli.runs import run_add

    run_add(sources, output, settings=settings, workers=workers, as_json=as_json)


@app.command(rich_help_panel=_STAGES)
@ending_well
def extract(
    casebook: given.CASEBOOK,
    workers: given.WORKERS = None,
    extractor: given.EXTRACTOR = "grammar",
    budget_tokens: given.BUDGET_TOKENS = None,
    budget_cost: given.BUDGET_COST = None,
    as_json: given.JSON = False,
) -> None:
    """Find the claims of the documents whose claims were not found yet, or were with other settings."""
    from counterclaim.cli.runs import run_budget, run_extract

    budget = run_budget(extractor, budget_tokens, budget_cost)
    run_extract(casebook, workers=workers, extractor=extractor, budget=budget, as_json=as_json)


@app.command(rich_help_panel=_STAGES)
@ending_well
def reconcile(casebook: given.CASEBOOK, workers: given.WORKERS = None, as_json: given.JSON = False) -> None:
    """Resolve names, and bring claims together to findings and contradictions."""
    from counterclaim.cli.runs import run_reconcile

    run_reconcile(casebook, workers=workers, as_json=as_json)


@app.command(rich_help_panel=_STAGES)
@ending_well
def publish(
    casebook: given.CASEBOOK,
    folder: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FOLDER", help="Where the site goes.  [default: site/ in the casebook]"
        ),
    ] = None,
    as_of: given.AS_OF = None,
    as_json: given.JSON = False,
) -> None:
    """Write the site of a casebook that has been reconciled."""
    from counterclaim.cli.runs import run_publish

    run_publish(casebook, folder, as_of=as_of, as_json=as_json)


# ---------------------------------------------------------------- looking, taking out, checking


@app.command(rich_help_panel=_LOOK)
@ending_well
def serve(
    casebook: given.CASEBOOK,
    port: Annotated[
        int,
        typer.Option(
            "--port", min=0, max=65535, metavar="N", help="Where; the next free one if this one is taken."
        ),
    ] = 8000,
) -> None:
    """Serve a casebook's site to this computer's browser, until Ctrl+C."""
    from counterclaim.cli.serving import serve_site

    serve_site(casebook, port)


@app.command(rich_help_panel=_LOOK)
@ending_well
def explain(
    casebook: given.CASEBOOK,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or the beginning of it.")],
    as_of: given.AS_OF = None,
    as_json: given.JSON = False,
) -> None:
    """Show which words and which rule gave each of a claim's fields, and what rests on the claim."""
    from counterclaim.cli.explaining import explain_claim

    explain_claim(casebook, claim, as_of=as_of, as_json=as_json)


@app.command(rich_help_panel=_LOOK)
@ending_well
def export(
    casebook: given.CASEBOOK,
    form: Annotated[
        given.ExportFormat, typer.Option("--format", metavar="jsonl|csv|geojson", help="How to write them.")
    ],
    what: Annotated[
        given.Exported,
        typer.Option("--what", metavar="claims|incidents|control", help="What to write."),
    ] = given.Exported.CLAIMS,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to.  [default: standard output]"),
    ] = None,
    as_of: given.AS_OF = None,
) -> None:
    """Write claims, incidents, or who held which place; what is sealed, or rests on it, is left out.

    Claims have the fields of the claim vocabulary, incidents the columns of UCDP GED where it has them.
    GeoJSON has beside them where each lies, how precisely that is known, and why; what has no point has no
    geometry.
    """
    from counterclaim.cli.exporting import export as write

    write(casebook, what, form, output, as_of=as_of)


@app.command(rich_help_panel=_LOOK)
@ending_well
def charts(
    casebook: given.CASEBOOK,
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the pictures go; made if need be.")
    ],
    form: Annotated[
        Literal["svg", "png"],
        typer.Option("--format", metavar="svg|png", help="PNG needs the extra: counterclaim[charts]."),
    ] = "svg",
    finding: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only of this finding; a beginning of its id will do."),
    ] = None,
    as_of: given.AS_OF = None,
    as_json: given.JSON = False,
) -> None:
    """Write the chart of each finding as a picture, with the sentence that says what it shows."""
    from counterclaim.cli.charting import write_charts

    write_charts(casebook, folder, form, finding, as_of=as_of, as_json=as_json)


@app.command(rich_help_panel=_DECIDE)
@ending_well
def withdraw(
    casebook: given.CASEBOOK, document: given.DOCUMENT, reason: given.REASON, as_json: given.JSON = False
) -> None:
    """Let a document count no longer. It is kept, and the reason goes into the history.

    Its claims leave findings, the site and exports, also when it is read again. `restore` undoes it.
    """
    from counterclaim.cli.standing import withdraw_document

    withdraw_document(casebook, document, reason, as_json=as_json)


@app.command(rich_help_panel=_DECIDE)
@ending_well
def restore(
    casebook: given.CASEBOOK, document: given.DOCUMENT, reason: given.REASON, as_json: given.JSON = False
) -> None:
    """Let a document that was withdrawn count again."""
    from counterclaim.cli.standing import restore_document

    restore_document(casebook, document, reason, as_json=as_json)


@app.command(rich_help_panel=_CHECK)
@ending_well
def verify(
    casebook: given.CASEBOOK,
    head: Annotated[
        str | None,
        typer.Option(metavar="HASH", help="The hash of a history entry, noted before, that must be there."),
    ] = None,
    as_json: given.JSON = False,
) -> None:
    """Check that every byte and every history entry is still as it was recorded."""
    from counterclaim.cli.verifying import verify_casebook

    verify_casebook(casebook, head, as_json=as_json)


# ---------------------------------------------------------------- measuring


@app.command(rich_help_panel=_CHECK)
@ending_well
def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="A folder with NAME.jsonl of claims beside NAME.md.")
    ],
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="PLACE",
            help="Judge these claims, not those that extraction finds: another annotator's folder, or a file "
            "as `export` writes it.",
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="PATTERN", help="Only documents of this name: 'dev-*'. Repeatable."),
    ] = None,
    settings: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A casebook.toml to extract with.")
    ] = None,
    show: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT",
            help="Show differences in context: missed, extra, an attribute that differs (party, bounds, "
            "until, …), or all. Repeatable.",
        ),
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Show differences of one kind only: count or event.")
    ] = None,
    limit: given.LIMIT = None,
    as_json: given.JSON = False,
) -> None:
    """Score claims against gold ones: precision, recall, F1, and the share of right attributes.

    With --against a folder, it is the agreement of two annotators.
    """
    from counterclaim.cli.evaluating import evaluate_claims

    evaluate_claims(
        gold,
        against,
        only=only or (),
        settings=settings,
        show=show or (),
        kind=kind,
        limit=limit,
        as_json=as_json,
    )
