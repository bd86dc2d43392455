"""The vocabulary in words for a reader: measures, objects, events, roles of claims.

Tables, so that an editor can read and dispute them. A word that a table lacks is shown as it stands,
with its underscores opened up.
"""

from collections.abc import Iterable

from counterclaim.model import Claim, Weighing
from counterclaim.policy import BoundRule

MEASURES: dict[str, str] = {
    "killed": "killed",
    "excess_deaths": "dead above the number expected",
    "indirect_deaths": "dead of want or disease",
    "wounded": "wounded",
    "missing": "missing",
    "captured": "captured",
    "detained": "detained",
    "deserted": "deserted",
    "displaced": "displaced",
    "casualties": "killed or wounded",
    "destroyed": "destroyed",
    "damaged": "damaged",
    "abandoned": "abandoned",
    "lost": "lost",
    "deployed": "deployed",
    "violations": "violations",
    "cost": "cost",
    "other": "other counts",
}

OBJECTS: dict[str, str] = {
    "person": "people",
    "person.military": "military personnel",
    "person.civilian": "civilians",
    "person.journalist": "journalists",
    "person.mercenary": "mercenaries",
    "person.peacekeeper": "peacekeepers",
    "person.medic": "medical workers",
    "person.child": "children",
    "materiel": "military equipment",
    "materiel.tank": "tanks",
    "materiel.afv": "armoured vehicles",
    "materiel.artillery": "artillery pieces",
    "materiel.mlrs": "rocket launchers",
    "materiel.air_defence": "air-defence systems",
    "materiel.missile_launcher": "missile launchers",
    "materiel.aircraft": "aircraft",
    "materiel.helicopter": "helicopters",
    "materiel.uav": "drones",
    "materiel.vehicle": "vehicles",
    "materiel.ship": "ships",
    "materiel.depot": "depots",
    "materiel.command_post": "command posts",
    "structure": "structures",
    "structure.house": "houses",
    "structure.apartment_building": "apartment buildings",
    "structure.school": "schools",
    "structure.hospital": "hospitals",
    "structure.religious": "places of worship",
    "structure.infrastructure": "infrastructure",
    "settlement": "settlements",
    "settlement.city": "cities",
    "settlement.town": "towns",
    "settlement.village": "villages",
    "incident": "incidents",
    "money": "money",
}

WHOLE_PHRASES: dict[tuple[str, str], str] = {
    ("violations", "incident"): "ceasefire violations",
    ("cost", "money"): "cost in money",
    ("other", "money"): "sums of money",
}
"""Measures with an object whose two words do not simply stand side by side."""

EVENT_TYPES: dict[str, str] = {
    "clash": "fighting",
    "air_strike": "air or drone strike",
    "attack_on_civilians": "attack on civilians",
    "capture": "place captured",
    "ceasefire_violation": "ceasefire violation",
    "prisoner_exchange": "exchange of prisoners",
    "legislation": "law or decree",
    "sanction": "ban or sanction",
    "diplomatic_protest": "diplomatic protest",
    "other": "other event",
}

OBJECT_FAMILIES: dict[str, str] = {
    "person": "People",
    "materiel": "Military equipment",
    "structure": "Structures",
    "settlement": "Settlements",
    "incident": "Incidents",
    "money": "Money",
}
"""The first part of an object, in the order in which a ledger shows the families."""

SCOPES: dict[str, str] = {"cumulative": "running toll", "incident": "one event or one day"}

BOUNDS: dict[str, str] = {
    "floor": "floor",
    "ceiling": "ceiling",
    "two_sided": "both ends",
    "repeat": "repeats another",
    "none": "left out",
}
"""What a claim does in a finding: how it bounds it, or why not."""

RELATIONS: dict[str, str] = {
    "own": "a party of its own",
    "ally": "an ally",
    "enemy": "an opponent",
    "other_party": "another party",
    "accuser": "an accuser",
    "self": "the doer",
    "bystander": "a party not involved",
    "independent": "an independent source",
    "document": "the document itself",
}
"""How whoever speaks stands to those spoken of."""

ESTIMATE_KINDS: dict[str, str] = {
    "documented_list": "a list of documented cases",
    "own_forces": "a side's count of its own forces' losses",
    "own_others": "a side's count of its own people and places",
    "enemy_forces": "a count of an opponent's forces' losses",
    "enemy_others": "a count of an opponent's people and places",
    "accuser": "a party's count of what it lays at another's door",
    "self": "a party's count of what it says that it did itself",
    "bystander": "a party's count of losses of no party",
    "independent": "an independent count",
    "other_party": "a party's count of another's losses",
}
"""How a model of reporting takes a source, by the name of its prior."""

WEIGHING_RULES: dict[str, str] = {
    "pinned": "Decided by a person",
    "same_source": "The same source again",
    "same_side": "The same side again",
    "unattributed_repeat": "A repeat without its source",
    "same_words": "The same words again",
    "added": "An addition to another number",
    "part": "A part of another number",
    "says_less": "Says less than the same text",
    "beside_another": "Beside another number of the same text",
    "corrected": "Corrected by its own source",
    "superseded": "Superseded by its own source",
    "out_of_date": "Out of date",
    "denial": "A denial",
    "retraction": "A retraction",
    "retracted": "Retracted by its own source",
}
"""The rules by which claims are set aside; those that bound figures carry their own labels."""

INCIDENT_RULES: dict[str, str] = {
    "same_place_day_type": "Same type of act, place and day",
    "ucdp_conservative": "Conservative, as UCDP counts",
    "sum": "Sum of the parts",
}
"""The rules by which reports are grouped as incidents, and their dead are counted."""

CHOICES: dict[str, str] = {
    "range": "The range",
    "most_conservative": "Most conservative",
    "source_hierarchy": "Order of sources",
    "majority_of_origins": "Majority of origins",
    "latest_per_source": "Latest of each source",
}
"""The named rules by which one figure is chosen."""

CONTRADICTION_KINDS: dict[str, str] = {
    "arithmetic": "The sum does not hold",
    "denial": "One says it, another denies it",
    "disagreement": "Two sources differ",
    "falling_toll": "A toll falls",
    "transposed_digits": "Two digits may be swapped",
    "chronology": "The dates do not fit",
    "mutual_accusation": "Each accuses the other",
    "part_over_whole": "A part is larger than its whole",
    "cannot_all_hold": "The figures cannot all hold",
    "counted_twice": "The same may be counted twice",
}

GRADES: dict[str, tuple[float, str]] = {
    "heavy": (0.6, "Heavy, 60 and above"),
    "middling": (0.3, "Middling, 30 to 59"),
    "light": (0.0, "Light, below 30"),
}
"""Grades of contradictions, the heaviest first, each with the least weight (0 to 1) that it takes."""

DECISIONS: dict[str, str] = {
    "accept": "Checked and accepted",
    "reject": "Rejected",
    "correct": "Corrected",
    "split": "Split into several claims",
    "merge": "Merged: the later ones repeat the first",
    "pin": "Weighed otherwise",
    "merge incidents": "Taken for reports of one incident",
    "split incident": "Some claims of an incident taken for another one",
}
"""What a reviewer decided."""

STANCES: dict[str, str] = {"asserts": "says", "denies": "denies", "retracts": "withdraws"}

FIELD_NAMES: dict[str, str] = {
    "kind": "Kind",
    "event_type": "What happened",
    "measure": "What is counted as",
    "object": "Of whom or what",
    "low": "Least number",
    "high": "Greatest number",
    "approx": "Approximate",
    "party": "Whose",
    "actor": "Done by",
    "target": "Done to",
    "place": "Place",
    "from_date": "From",
    "to_date": "To",
    "scope": "Kind of toll",
    "source": "Who says it",
    "source_side": "Speaks for",
    "stance": "Stance",
    "hedge": "Hedge in the text",
    "reported_on": "Said on",
}
"""The fields of a claim in the order in which a claim's page shows them."""

COUNT_ONLY = frozenset({"measure", "object", "low", "high", "approx", "party", "scope"})
EVENT_ONLY = frozenset({"event_type", "target"})


def opened(word: str) -> str:
    """A vocabulary word that no table names, made readable: ``fuel_depot`` is "fuel depot"."""
    return word.rsplit(".", 1)[-1].replace("_", " ")


def capitalised(words: str) -> str:
    """The words with a capital first letter and the rest as they are."""
    return words[:1].upper() + words[1:]


def count_phrase(measure: str | None, counted: str | None) -> str:
    """What a count counts, as a heading: "Military personnel killed".

    Args:
        measure: a measure of the claim vocabulary, None where the claim gives none.
        counted: its object, dotted.
    """
    if (measure, counted) in WHOLE_PHRASES:
        return capitalised(WHOLE_PHRASES[measure, counted])  # type: ignore[index]
    noun = OBJECTS.get(counted, opened(counted)) if counted else "number"
    if not measure:
        return capitalised(noun)
    verb = MEASURES.get(measure, opened(measure))
    return capitalised(f"{noun}: {verb}" if measure in ("other", "cost") else f"{noun} {verb}")


def event_phrase(event_type: str | None) -> str:
    """What sort of event it is, as a heading: "Air or drone strike"."""
    return capitalised(EVENT_TYPES.get(event_type, opened(event_type))) if event_type else "Event"


def claim_phrase(claim: Claim) -> str:
    """What a claim is about, as a heading."""
    if claim.kind == "event":
        return event_phrase(claim.event_type)
    return count_phrase(claim.measure, claim.object)


def family(counted: str) -> str:
    """The family that an object belongs to: ``materiel.tank`` is "Military equipment"."""
    root = counted.split(".", 1)[0]
    return OBJECT_FAMILIES.get(root, capitalised(opened(root)))


def rule_label(rule: str, rules: Iterable[BoundRule] = ()) -> str:
    """What a reader calls the rule of a weighing, or of an incident.

    Args:
        rule: its name.
        rules: the rules of bounds that were in force.
    """
    known = INCIDENT_RULES | WEIGHING_RULES | {each.name: each.label for each in rules}
    return known.get(rule) or capitalised(opened(rule))


def grade_of(weight: float) -> str:
    """The grade of a contradiction's weight, as a key of `GRADES`."""
    return next(name for name, (least, _) in GRADES.items() if round(weight, 2) >= least)


def role_of(weighing: Weighing) -> str:
    """What a claim does in a finding, as a key of `BOUNDS`."""
    return "repeat" if weighing.origin is not None else weighing.bound
