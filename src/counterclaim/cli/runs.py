"""The commands that write to a casebook."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

import typer

from counterclaim.casebook import Casebook
from counterclaim.cli.consoles import output
from counterclaim.cli.plain import print_json
from counterclaim.cli.progress_display import shown_progress
from counterclaim.cli.summary import (
    counted,
    print_extracted,
    print_reading,
    print_summary,
    second_reader,
    standing_values,
    summary_values,
)
from counterclaim.errors import CasebookError
from counterclaim.partial_date import PartialDate
from counterclaim.pipeline import (
    Extractor,
    RunBudget,
    Source,
    build,
    check_sources,
    extract_with,
    publish_site,
    read_sources,
    reconcile_claims,
    resolve_names,
)
from counterclaim.settings import FILE_NAME as SETTINGS_FILE

_EXAMPLE = "karabakh-2020"
_RECONCILED = ("findings", "estimates", "contradictions", "incidents", "ceasefires")
"""What of a tally reconciliation makes; each is the plural of its word, made with an s."""


def run_budget(extractor: Extractor, tokens: int | None, cost: float | None) -> RunBudget:
    """What the second reader may use in a run, as the command line says it.

    Raises:
        BadParameter: there is a budget and no second reader.
    """
    if extractor == "grammar" and (tokens, cost) != (None, None):
        raise typer.BadParameter("The grammar costs nothing: a budget is for --extractor llm or both.")
    return RunBudget(tokens, cost)


def run_build(
    sources: Sequence[str],
    folder: Path,
    *,
    settings: Path | None,
    workers: int | None,
    extractor: Extractor,
    budget: RunBudget,
    site: bool,
    as_json: bool,
) -> None:
    """Run every stage, and say what came of it."""
    with shown_progress() as progress:
        summary = build(
            _sources(sources),
            folder,
            settings=settings,
            workers=workers,
            extractor=extractor,
            budget=budget,
            site=site,
            progress=progress,
        )
    if as_json:
        print_json(summary_values(summary))
    else:
        print_summary(summary, output())


def run_demo(folder: Path, *, serve: bool, port: int) -> None:
    """Build the example, and serve it if asked."""
    from counterclaim.cli.serving import serve_site

    example = _example()
    begin_with = None if (folder / SETTINGS_FILE).exists() else example / SETTINGS_FILE
    with shown_progress() as progress:
        summary = build([example / "sources"], folder, settings=begin_with, progress=progress)
    print_summary(summary, output())
    if serve:
        serve_site(folder, port)


def run_add(
    sources: Sequence[str], folder: Path, *, settings: Path | None, workers: int | None, as_json: bool
) -> None:
    """Stage 1 alone."""
    named = _sources(sources)
    check_sources(named, leave_out=folder)
    with Casebook.open(folder, create=True, settings=settings) as casebook, casebook.locked():
        with shown_progress() as progress:
            reading = read_sources(casebook, named, workers=workers, progress=progress)
        if as_json:
            print_json(
                {
                    "documents": reading.documents,
                    "added": reading.added,
                    **standing_values(reading),
                    "unread": [asdict(one) for one in reading.unread],
                }
            )
        else:
            print_reading(reading, folder, output())


def run_extract(
    folder: Path, *, workers: int | None, extractor: Extractor, budget: RunBudget, as_json: bool
) -> None:
    """Stage 2 alone."""
    with _locked(folder) as casebook:
        with shown_progress() as progress:
            extracted = extract_with(extractor, casebook, workers=workers, budget=budget, progress=progress)
        if as_json:
            failed = [asdict(one) for one in extracted.failed]
            values = {"documents": extracted.documents, "claims": casebook.tally().claims, "failed": failed}
            print_json({**values, **second_reader(extracted)})
        else:
            print_extracted(extracted, casebook.tally(), folder, output())


def run_reconcile(folder: Path, *, workers: int | None, as_json: bool) -> None:
    """Stages 3 and 4 alone."""
    with _locked(folder) as casebook:
        with shown_progress() as progress:
            resolve_names(casebook, progress=progress)
            reconcile_claims(casebook, workers=workers, progress=progress)
        tally = casebook.tally()
    if as_json:
        print_json({name: getattr(tally, name) for name in _RECONCILED})
        return
    output().print(f"{', '.join(counted(getattr(tally, name), name[:-1]) for name in _RECONCILED)}.")
    output().print(f"Look at them with: counterclaim show findings {folder}")


def run_publish(folder: Path, site: Path | None, *, as_of: PartialDate | None, as_json: bool) -> None:
    """Stage 5 alone."""
    with _locked(folder) as casebook:
        if not casebook.is_reconciled:
            raise CasebookError(
                f"The claims of the casebook {folder} have not been reconciled since they last changed.",
                f"Run first: counterclaim reconcile {folder}",
            )
        with shown_progress() as progress:
            page = publish_site(casebook, site, as_of=as_of, progress=progress)
    if as_json:
        print_json({"page": str(page)})
    else:
        output().print(f"The site is written. Open {page} in a browser.", soft_wrap=True)


@contextmanager
def _locked(folder: Path) -> Iterator[Casebook]:
    with Casebook.open(folder) as casebook, casebook.locked():
        yield casebook


def _sources(names: Sequence[str]) -> list[Source]:
    """What the person named; a dash is everything that comes on standard input."""
    return [sys.stdin.buffer.read() if name == "-" else Path(name).expanduser() for name in names]


def _example() -> Path:
    """The example casebook: in the installed package, or beside its source."""
    installed = Path(str(files("counterclaim"))) / "_examples" / _EXAMPLE
    beside = Path(__file__).parents[3] / "examples" / _EXAMPLE
    for folder in (installed, beside):
        if folder.is_dir():
            return folder
    raise CasebookError(
        "The example casebook is not part of this installation.", "Install the package again."
    )
