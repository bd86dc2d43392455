"""Rules that carry a party over: from the list, the heading, or the count before."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.antecedent import same_people
from counterclaim.extraction.counts.party.counting import ARMY, Counting, Whose, whose
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set


def killed_and_destroyed(c: Counting) -> Whose | None:
    """Sixty soldiers were killed and 12 vehicles burned: the vehicles of the same army."""
    model = c.model
    if model is None or model.anchor < c.view.start or not c.kind.startswith("materiel"):
        return None
    if not (model.object or "").startswith("person.military"):
        return None
    start, end = model.anchor, c.view.tokens[c.phrase.first].start
    named = any(start < c.view.tokens[p.first].start < end and p.how != "side" for p in c.view.parties)
    return None if named else whose(model.party)


def of_a_cost(c: Counting) -> Whose | None:
    """The days cost its army 31 killed, one helicopter and one tank: the machines are of the same army."""
    model = c.model
    if model is None or model.anchor < c.view.start or not c.kind.startswith("materiel"):
        return None
    tokens = c.view.tokens[: c.phrase.first]
    cost = any(token.low in _COST and token.start < model.anchor for token in tokens)
    ends = any(token.low == ";" and token.start > model.anchor for token in tokens)
    return whose(model.party) if cost and not ends else None


_COST: Final = word_set("counts_party", "cost")


def in_list(c: Counting) -> Whose | None:
    """64 servicemen killed and 370 wounded: a list is of one party unless another is named between."""
    model = c.model
    if model is None or model.anchor < c.view.start or not same_people(model, c.object):
        return None
    if c.phrase.object not in (None, "person") and c.phrase.object != model.object:
        return None
    if (
        _counts_anybody(c)
        and not c.context.is_between_states
        and (model.object or "").startswith("person.military")
    ):
        return None  # 33 attackers were killed and 354 people brought to safety
    start, end = model.anchor, c.view.tokens[c.phrase.first].start
    between = any(
        start < c.view.tokens[p.first].start < end and c.context.written(p.party) != model.party
        for p in c.view.parties
    )
    return None if between else whose(model.party)


def _counts_anybody(c: Counting) -> bool:
    """Whether a phrase counts people as such: 354 people; not "two injured" after ten soldiers."""
    head = c.phrase.head
    return head is not None and c.view.tokens[head.noun].low in ("people", "persons")


def of_heading(c: Counting) -> Whose | None:
    """Armenian losses: the party that the heading above names."""
    if c.object == "person" and c.heading is not None and c.heading == c.context.home_state:
        return None  # in a civil war the country's name is no side's
    return whose(c.heading) if c.object.startswith(("person", "materiel")) else None


def of_losses_heading(c: Counting) -> Whose | None:
    """Armenian losses: whoever says so below, the heading's."""
    if not _LOSSES & set(c.view.heading.lower().split()):
        return None
    return whose(c.heading) if c.object.startswith(("person", "materiel")) else None


_LOSSES: Final = word_set("counts_losses", "nouns")


def of_introduction(c: Counting) -> Whose | None:
    """Russia lost, by one count: the party of the sentence that introduces the list."""
    return whose(c.phrase.introduced_party)


def carried(c: Counting) -> Whose | None:
    """As the count before; where sides mix, only a count without a noun, or what else was captured."""
    if c.model is None or c.object == "person.journalist":
        return None
    if c.measure == c.model.measure == "captured" and not c.object.startswith("person"):
        return whose(c.model.party)
    if not same_people(c.model, c.object):
        return None
    if _counts_anybody(c) and (c.model.object or "").startswith("person.military"):
        return None  # a commander was killed. The strike killed 45 people
    return whose(c.model.party) if c.context.is_between_states or c.phrase.object is None else None


def last_counted(c: Counting) -> Whose | None:
    """The toll has risen to 40: in a war of states, whose it was when it was last counted."""
    return whose(c.last) if c.context.is_between_states and c.object.startswith(_ARMED) else None


_ARMED: Final = (*ARMY, "person.peacekeeper")


def named_before(c: Counting) -> Whose | None:
    """Jets have hit a barracks of the Lebanese army. Eleven soldiers are dead; ten of them are dead."""
    if c.previous is None or c.view.parties:
        return None
    spoken_of = c.phrase.partitive and c.model is None
    soldiers = c.context.is_between_states and c.object.startswith("person.military") and c.speaker is None
    if not (spoken_of or soldiers):
        return None
    sources = c.previous.sources
    named = [p for p in c.previous.parties if not any(s.first <= p.first <= s.last for s in sources)]
    named = [p for p in named if p.how in ("name", "demonym", "side") or _owns(c.previous, p)]
    if len(named) > 1 and c.previous.lows[named[-2].last + 1 : named[-1].first] == ["and"]:
        return None  # Armenian and Azerbaijani forces fought: soldiers of either
    return Whose(named[-1].party) if named else None


def _owns(view: View, mention: PartyMention) -> bool:
    """Moscow's own losses went the other way: a seat of government that owns what is spoken of."""
    after = view.tokens[mention.last + 1].kind if mention.last + 1 < len(view.tokens) else ""
    return after == "possessive"
