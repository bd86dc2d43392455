"""Whose people or things are counted: a table of rules, the first that holds decides."""

from collections.abc import Callable
from typing import Final

from counterclaim.extraction.counts.party import lists, owners, phrase, places, tallies, verbs
from counterclaim.extraction.counts.party.counting import Counting, Whose


def party_of(counting: Counting) -> tuple[str | None, str]:
    """The party whose people or things a phrase counts, and the rule that says so."""
    for holds, rule in _RULES:
        found = holds(counting)
        if found is not None:
            party = None if _has_no_side(counting, found.party) else found.party
            return party, rule if party is not None else ""
    return None, ""


def _has_no_side(counting: Counting, party: str | None) -> bool:
    """Whether it counts civilians of a civil war: they are of neither side."""
    context = counting.context
    if context.is_between_states or not counting.object.startswith(_UNARMED):
        return False
    return party in (context.home_state, context.rebels)


_UNARMED: Final = ("person.civilian", "person.child", "person.medic", "person.journalist")


_RULES: Final[tuple[tuple[Callable[[Counting], Whose | None], str], ...]] = (
    (phrase.for_whom_they_fight, "for whom they fight"),
    (phrase.hired, "for whom the mercenaries fight"),
    (phrase.in_phrase, "named in the phrase"),
    (phrase.predicate, "named in the predicate"),
    (phrase.possessor, "whose name owns the phrase"),
    (phrase.gapped, "named before the figure"),
    (phrase.labelled, "the label before the colon"),
    (phrase.enemys, "the speaker's enemy"),
    (phrase.neutral, "of no side"),
    (owners.foes, "the speaker's foes"),
    (phrase.part, "a part of the count before"),
    (phrase.of_whose_forces, "of whose forces"),
    (owners.losses, "whose losses"),
    (owners.sufferer, "who suffered"),
    (owners.own, "the owner's own"),
    (owners.on_own_side, "the speaker's own side"),
    (owners.forces, "whose forces"),
    (owners.changed_hands, "whose hands they left"),
    (verbs.loser, "who lost"),
    (verbs.whom_it_cost, "whom it cost them"),
    (verbs.launcher, "who launched them"),
    (lists.of_a_cost, "whom it cost them too"),
    (lists.of_losses_heading, "the heading of losses"),
    (tallies.toll, "whose toll"),
    (owners.admitted, "what the speaker admits"),
    (verbs.done_to, "the other side of who did it"),
    (verbs.taken_by_rebels, "the state's, whose rebels took it"),
    (verbs.under_attack, "the other side of whose attack it was"),
    (tallies.both_sides, "both sides"),
    (tallies.other_side, "the other side"),
    (tallies.whole_war, "a whole war"),
    (tallies.same_figure, "the figure given before"),
    (verbs.prisoners, "the taker's enemy"),
    (lists.in_list, "as the list goes on"),
    (verbs.who_deployed, "who deployed them"),
    (verbs.taken_from_enemy, "taken from the speaker's enemy"),
    (lists.killed_and_destroyed, "of the soldiers listed with them"),
    (places.of_named_place, "the land that the sentence names"),
    (places.of_place_beside, "the country of the place"),
    (places.speakers, "the speaker's own"),
    (places.of_place, "the country of the place"),
    (verbs.attacked, "the other side of who attacked"),
    (places.only_one_named, "the only party named"),
    (lists.of_heading, "the heading"),
    (lists.of_introduction, "the sentence that introduces the list"),
    (lists.carried, "carried from the count before"),
    (lists.last_counted, "whose it was when last counted"),
    (lists.named_before, "named in the sentence before"),
    (places.of_dateline, "the country that is reported from"),
)
