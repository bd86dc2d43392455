"""`counterclaim review`: a person's decisions about claims and incidents, all of which can be taken back."""

from typing import Annotated

import typer

from counterclaim.cli import options as given
from counterclaim.cli.failing import ending_well

review = typer.Typer(
    no_args_is_help=True,
    help="Decide about claims and incidents: each decision has a reason, is kept for good, and can be taken "
    "back. `show decisions` lists them.",
)

CLAIMS = Annotated[
    list[str], typer.Argument(metavar="CLAIM", help="Ids of claims, or the beginnings of them.")
]
CLAIM = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or the beginning of it.")]
BY = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        envvar="COUNTERCLAIM_REVIEWER",
        help="Who decides.  [default: the name of the computer's user]",
    ),
]


@review.command()
@ending_well
def accept(
    casebook: given.CASEBOOK,
    claims: CLAIMS,
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Say that claims were checked and are read rightly."""
    from counterclaim.cli.reviewing import decide

    decide(casebook, "accept", claims, reason, by, as_json=as_json)


@review.command()
@ending_well
def reject(
    casebook: given.CASEBOOK,
    claims: CLAIMS,
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Let claims count for nothing. Their findings go on showing them, as left out."""
    from counterclaim.cli.reviewing import decide

    decide(casebook, "reject", claims, reason, by, as_json=as_json)


@review.command()
@ending_well
def correct(
    casebook: given.CASEBOOK,
    claim: CLAIM,
    values: Annotated[
        list[str],
        typer.Option("--set", metavar="FIELD=VALUE", help="What is right; FIELD= for none. Repeatable."),
    ],
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Put other values into a claim's fields. Its words stay what they are."""
    from counterclaim.cli.reviewing import decide, fields

    decide(casebook, "correct", [claim], reason, by, [fields(values, "--set")], as_json=as_json)


@review.command()
@ending_well
def split(
    casebook: given.CASEBOOK,
    claim: CLAIM,
    parts: Annotated[
        list[str],
        typer.Option(
            "--part",
            metavar="FIELD=VALUE,...",
            help="What one of the parts has that differs from the claim. Give it for each part.",
        ),
    ],
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Make several claims of one whose words say several things."""
    from counterclaim.cli.reviewing import decide, fields

    values = [fields(part.split(","), "--part") for part in parts]
    decide(casebook, "split", [claim], reason, by, values, as_json=as_json)


@review.command()
@ending_well
def merge(
    casebook: given.CASEBOOK,
    claims: CLAIMS,
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Say that claims repeat the one named first: they are shown with it and not counted."""
    from counterclaim.cli.reviewing import decide

    decide(casebook, "merge", claims, reason, by, as_json=as_json)


@review.command()
@ending_well
def pin(
    casebook: given.CASEBOOK,
    claims: CLAIMS,
    reason: given.REASON,
    bound: Annotated[
        str | None, typer.Option(metavar="BOUND", help="floor, ceiling, two_sided or none.")
    ] = None,
    rule: Annotated[
        str | None, typer.Option(metavar="RULE", help="Name of one of the rules for bounds.")
    ] = None,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Say how claims bound their figure, whatever the rules would say: by a bound, or by one of the rules."""
    from counterclaim.cli.reviewing import check_rule, decide

    check_rule(casebook, rule)
    values = {name: value for name, value in (("bound", bound), ("rule", rule)) if value is not None}
    decide(casebook, "pin", claims, reason, by, [values], as_json=as_json)


@review.command()
@ending_well
def merge_incidents(
    casebook: given.CASEBOOK,
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID", help="Two or more: ids of incidents or of claims, or how they begin."),
    ],
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Say that incidents are one event. All of their claims become reports of one incident."""
    from counterclaim.cli import reviewing_incidents

    reviewing_incidents.merge_incidents(casebook, ids, reason, by, as_json=as_json)


@review.command()
@ending_well
def split_incident(
    casebook: given.CASEBOOK,
    claims: CLAIMS,
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Say that some claims of an incident are of another event. They become an incident of their own."""
    from counterclaim.cli import reviewing_incidents

    reviewing_incidents.split_incident(casebook, claims, reason, by, as_json=as_json)


@review.command()
@ending_well
def undo(
    casebook: given.CASEBOOK,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The decision's number.")],
    reason: given.REASON,
    by: BY = None,
    as_json: given.JSON = False,
) -> None:
    """Take a decision back. It stays in the record, as taken back."""
    from counterclaim.cli.reviewing import undo_decision

    undo_decision(casebook, number, reason, by, as_json=as_json)
