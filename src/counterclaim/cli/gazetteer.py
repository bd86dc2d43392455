"""Commands on the places that a casebook knows."""

from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli import options as given
from counterclaim.cli.failing import ending_well

gazetteer = typer.Typer(help="The places that a casebook knows.", no_args_is_help=True)


@gazetteer.callback()
def _places() -> None:
    """The places that a casebook knows."""


@gazetteer.command("add")
@ending_well
def add_places(
    casebook: given.CASEBOOK,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A GeoNames dump of a country (tab-separated), or a table in CSV with the columns name, "
            "latitude, longitude and, if you have them, aliases, kind, country, admin1, admin2, population.",
        ),
    ],
    as_json: given.JSON = False,
) -> None:
    """Add places to a casebook, before those of the built-in gazetteer.

    A file of the same name that was added before is replaced. The next build uses the places.
    """
    from counterclaim.cli.consoles import output
    from counterclaim.cli.plain import print_json
    from counterclaim.gazetteer.adding import add_to_casebook

    added = add_to_casebook(casebook, file)
    if as_json:
        print_json({"added": added.places, "replaced": added.replaced})
        return
    console = output()
    places = "place" if added.places == 1 else "places"
    console.print(f"{added.places:,} {places} added to {casebook}.", style="bold", soft_wrap=True)
    if added.replaced:
        console.print(
            f"They replace the {added.replaced:,} that an earlier {file.name} gave.", soft_wrap=True
        )
    console.print("Run `counterclaim reconcile` or `build` to use them.")
