"""`counterclaim incidents`: a reviewer's word on which claims report one event."""

from typing import Annotated

import typer

from counterclaim.cli import options as given
from counterclaim.cli.failing import ending_well
from counterclaim.cli.review import BY

incidents = typer.Typer(help="Merge and split incidents, for a reason that is kept.", no_args_is_help=True)


@incidents.command("merge")
@ending_well
def merge_incidents(
    casebook: given.CASEBOOK,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="Two or more: ids of incidents or of claims, or how they begin."
        ),
    ],
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Say that these are one event. All of their claims become reports of one incident."""
    from counterclaim.cli.deciding import merge

    merge(casebook, ids, reason, by, as_json=as_json)


@incidents.command("split")
@ending_well
def split_incident(
    casebook: given.CASEBOOK,
    claims: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM...", help="The claims that are of another event; ids, or how they begin."
        ),
    ],
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Say that these claims of an incident are of another event. They become an incident of their own."""
    from counterclaim.cli.deciding import split

    split(casebook, claims, reason, by, as_json=as_json)
