"""`counterclaim show`: what a casebook holds, as tables in the terminal."""

import typer

from counterclaim.cli.looking import Look, looking

show = typer.Typer(no_args_is_help=True, help="Look into a casebook, in the terminal.")

_WHAT = ("party", "measure", "object", "source", "place", "document")
_WHEN = ("from_date", "to_date", "as_of")


@show.command()
@looking("choice", *_WHAT, *_WHEN)
def findings(look: Look) -> None:
    """Disputed figures as ranges, or by a named rule.

    With filters, those of which one claim passes them; so too for estimates, incidents and contradictions.
    """
    from counterclaim.cli.showing import show_findings

    show_findings(look)


@show.command()
@looking(*_WHAT, *_WHEN)
def estimates(look: Look) -> None:
    """What a model of reporting takes the true numbers to be, apart from the documented ranges."""
    from counterclaim.cli.estimating import show_estimates

    show_estimates(look)


@show.command()
@looking("finding", "kind", *_WHAT, "event_type", *_WHEN)
def claims(look: Look) -> None:
    """Who says what, in which words; document by document, in the order of the text."""
    from counterclaim.cli.showing import show_claims

    show_claims(look)


@show.command()
@looking(*_WHAT, "event_type", *_WHEN)
def incidents(look: Look) -> None:
    """Events with every claim that reports them."""
    from counterclaim.cli.incident_list import show_incidents

    show_incidents(look)


@show.command()
@looking("party", "source", "place", "document", *_WHEN)
def ceasefires(look: Look) -> None:
    """Ceasefires: when agreed, when in effect, and what is said to have become of each."""
    from counterclaim.cli.ceasefire_list import show_ceasefires

    show_ceasefires(look)


@show.command()
@looking(*_WHAT, "event_type", *_WHEN)
def contradictions(look: Look) -> None:
    """Claims that cannot all be true, heaviest first."""
    from counterclaim.cli.showing import show_contradictions

    show_contradictions(look)


@show.command()
@looking()
def bounds(look: Look) -> None:
    """The rules by which claims bound figures, in the order in which they are tried."""
    from counterclaim.cli.listing import show_bounds

    show_bounds(look)


@show.command()
@looking("kind", *_WHAT, "event_type", "from_date", "to_date")
def differences(look: Look) -> None:
    """Claims on which the grammar and a language model do not agree."""
    from counterclaim.cli.second_reader import show_differences

    show_differences(look)


@show.command()
@looking("event_type", "party", "source", "place", "document", *_WHEN)
def timeline(look: Look) -> None:
    """What happened when, day by day, as it is claimed."""
    from counterclaim.cli.showing import show_timeline

    show_timeline(look)


@show.command()
@looking("place")
def places(look: Look) -> None:
    """Every place under all its names: where it lies, how precisely, and why."""
    from counterclaim.cli.places import show_places

    show_places(look)


@show.command()
@looking("place", "as_of")
def control(look: Look) -> None:
    """Who held which place from when, as the claims have it."""
    from counterclaim.cli.places import show_control

    show_control(look)


@show.command()
@looking()
def decisions(look: Look) -> None:
    """What reviewers decided, the newest first, each with its reason and whether it still holds."""
    from counterclaim.cli.reviewing import show_decisions

    show_decisions(look)


@show.command()
@looking("document")
def documents(look: Look) -> None:
    """Every document, and how many claims were found in it."""
    from counterclaim.cli.listing import show_documents

    show_documents(look)


@show.command()
@looking()
def unread(look: Look) -> None:
    """What could not be read, and why."""
    from counterclaim.cli.listing import show_unread

    show_unread(look)


@show.command("passed-over")
@looking("document")
def passed_over(look: Look) -> None:
    """Numbers and cues that became no claim, and why."""
    from counterclaim.cli.listing import show_passed_over

    show_passed_over(look)
