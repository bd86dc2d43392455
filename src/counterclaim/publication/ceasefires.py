"""A ceasefire in words: when it was agreed and took effect, between whom, and what is said of it."""

from counterclaim.model import Ceasefire, CeasefireStage
from counterclaim.partial_date import PartialDate
from counterclaim.publication.dates import date_words
from counterclaim.publication.labels import capitalised

STAGES: dict[CeasefireStage | None, str] = {
    None: "speaks of it",
    "agreed": "agreed",
    "in_effect": "in effect",
    "held": "held",
    "violated": "violated",
    "extended": "extended",
    "expired": "expired",
    "collapsed": "broke down",
}
"""What a claim tells of a ceasefire."""


def ceasefire_what(one: Ceasefire) -> str:
    """A heading: "Ceasefire between Armenia and Azerbaijan, brokered by Russia, 10 October 2020"."""
    between = f" between {_listed(one.parties)}" if len(one.parties) > 1 else ""
    by = f" of {one.parties[0]}" if len(one.parties) == 1 else ""
    brokered = f", brokered by {_listed(one.brokers)}" if one.brokers else ""
    day = one.effective or one.agreed
    when = f", {date_words(day)}" if day else ""
    return f"Ceasefire{between}{by}{brokered}{when}"


def ceasefire_when(one: Ceasefire) -> str:
    """When it was agreed, takes effect, and for how long, as a sentence: "Agreed on 9 October 2020."."""
    parts = []
    if one.agreed:
        parts.append(f"agreed {_on(one.agreed)}")
    if one.effective:
        parts.append(f"in effect {_on(one.effective)}{f', {one.hour}' if one.hour else ''}")
    if one.hours:
        parts.append(f"for {one.hours} hours")
    return f"{capitalised(', '.join(parts) or 'undated').removesuffix('.')}."


def ceasefire_outcome(one: Ceasefire) -> str:
    """What is said to have become of it, by how many claims; never by whose fault."""
    if one.outcome is None:
        return "Nobody says what became of it."
    told = {word.claim for word in one.words if word.stage == one.outcome and not word.denied}
    denied = {word.claim for word in one.words if word.stage == one.outcome and word.denied}
    against = f"; {len(denied)} say{'s' if len(denied) == 1 else ''} that it is not so" if denied else ""
    many = f"{len(told)} claim{'s' if len(told) != 1 else ''}"
    return f"{capitalised(STAGES[one.outcome])}, by the word of {many}{against}."


def stage_words(stage: CeasefireStage | None, denied: bool) -> str:
    """What one claim tells of it: "violated", "denies: violated"."""
    return f"denies: {STAGES[stage]}" if denied else STAGES[stage]


def _on(date: PartialDate) -> str:
    return f"{'on' if len(date) == 10 else 'in'} {date_words(date)}"


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
