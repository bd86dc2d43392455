"""The filters of `counterclaim show`, declared once as a table and handed to a command as one object."""

import difflib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from counterclaim.cli import options as given
from counterclaim.cli.failing import ending_well
from counterclaim.model import ChoiceName
from counterclaim.partial_date import PartialDate

if TYPE_CHECKING:
    from counterclaim.casebook import ClaimFilter

_DAY = "YYYY[-MM[-DD]]"
_DATES = ("from_date", "to_date", "as_of")

FILTERS: dict[str, tuple[str, str, str]] = {
    "finding": ("--finding", "ID", "Only this finding's claims, with what each did in it."),
    "kind": ("--kind", "KIND", "count or event."),
    "party": ("--party", "NAME", "Who is counted; of an event, who acted or was acted upon."),
    "measure": ("--measure", "WORD", "killed, wounded, destroyed, …"),
    "object": ("--object", "WORD", "person.military, materiel.tank, …; or a whole family: materiel."),
    "event_type": ("--event-type", "WORD", "ceasefire, shelling, …"),
    "source": ("--source", "NAME", "A part of the source's name."),
    "place": ("--place", "NAME", "A part of the place's name."),
    "document": ("--document", "NAME", "A part of the document's name or digest."),
    "from_date": ("--from", _DAY, "Only what happened on this day or later."),
    "to_date": ("--to", _DAY, "Only what happened on this day or earlier."),
    "choice": ("--choice", "NAME", "By this rule: most_conservative, majority_of_origins, …"),
    "as_of": ("--as-of", _DAY, "Only what was reported by the end of this day, reconciled anew."),
}
"""Each filter's option, what stands for its value in the help, and its help."""


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody wants to see of a casebook.

    Attributes:
        casebook: its folder.
        claims: which claims.
        as_of: as it was knowable on this day.
        finding: only this finding's claims.
        choice: the figure by this named rule.
        limit: how many rows at most.
        as_json: for a program.
    """

    casebook: Path
    claims: "ClaimFilter"
    as_of: PartialDate | None
    finding: str | None
    choice: str | None
    limit: int | None
    as_json: bool


def looking(*filters: str) -> Callable[[Callable[[Look], None]], Callable[..., None]]:
    """Make a command of a function that shows something: it gets these of the `FILTERS` as options."""

    def decorate(function: Callable[[Look], None]) -> Callable[..., None]:
        def command(**values: Any) -> None:
            function(_look(values))

        command.__name__, command.__doc__ = function.__name__, function.__doc__
        command.__signature__ = _signature(filters)  # type: ignore[attr-defined]
        command.__annotations__ = {}
        return ending_well(command)

    return decorate


def _signature(filters: tuple[str, ...]) -> Signature:
    options = [_parameter(name, Annotated[str | None, _option(name)]) for name in filters]
    return Signature(
        [
            _parameter("casebook", given.CASEBOOK, Parameter.empty),
            *options,
            _parameter("limit", given.LIMIT),
            _parameter("as_json", given.JSON, False),
        ]
    )


def _parameter(name: str, annotation: Any, default: Any = None) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _option(name: str) -> Any:
    option, metavar, words = FILTERS[name]
    return typer.Option(option, metavar=metavar, help=words)


def _look(values: dict[str, Any]) -> Look:
    from counterclaim.casebook import ClaimFilter

    _check_words(values)
    dates = {name: _date(name, values.pop(name, None)) for name in _DATES}
    first, last = dates["from_date"], dates["to_date"]
    if first and last and first.first > last.last:
        raise typer.BadParameter(f"{first} is later than --to {last}.", param_hint="--from")
    rest = {name: values.pop(name, None) for name in ("casebook", "finding", "choice", "limit", "as_json")}
    wanted = ClaimFilter(**values, from_date=dates["from_date"], to_date=dates["to_date"])
    return Look(claims=wanted, as_of=dates["as_of"], **rest)


def _check_words(values: Mapping[str, Any]) -> None:
    """Refuse a word that no claim can have, which would find nothing and look like an answer."""
    for name, known in _vocabulary().items():
        value = values.get(name)
        if value is not None and value.casefold() not in known:
            near = difflib.get_close_matches(value.casefold(), known, n=1)
            guess = f"Did you mean {near[0]}? " if near else ""
            raise typer.BadParameter(
                f"there is no {value}. {guess}It can be {', '.join(sorted(known))}.",
                param_hint=FILTERS[name][0],
            )


def _vocabulary() -> dict[str, Collection[str]]:
    """The words that the filters of a closed vocabulary know, by the filter."""
    from counterclaim.extraction.llm.vocabulary import EVENT_TYPES, MEASURES, OBJECTS
    from counterclaim.publication.labels import OBJECTS as LABELLED

    parts = (accumulate(name.split("."), "{}.{}".format) for name in (*OBJECTS, *LABELLED))
    return {
        "kind": ("count", "event"),
        "choice": get_args(ChoiceName),
        "measure": tuple(MEASURES),
        "object": {above for names in parts for above in names},
        "event_type": tuple(EVENT_TYPES),
    }


def _date(name: str, value: str | None) -> PartialDate | None:
    if value is None:
        return None
    try:
        return PartialDate(value)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.", param_hint=FILTERS[name][0]) from None
