"""Rules that read the party in the counted phrase itself or right beside it."""

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.party.counting import NOBODY, Counting, Whose, whose
from counterclaim.extraction.counts.party.verbs import loser
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set

_ENEMY = word_set("counts_fields", "enemy")
_PEOPLE = word_set("counts_party", "people")
_LABEL = 8  # tokens that a label before a colon has at most
_BEFORE_FORCES = word_set("counts_party", "before_forces")


def for_whom_they_fight(c: Counting) -> Whose | None:
    """Fighters fighting for the Houthis; Russian mercenaries of the Wagner group."""
    belonging = _belonging_after(c.view, c.phrase.last + 1)
    if belonging is None:
        return None
    fights = c.view.tokens[c.phrase.last + 1].low == "fighting"
    return Whose(belonging.party) if fights or belonging.is_group else None


def in_phrase(c: Counting) -> Whose | None:
    """Thirteen Azerbaijani soldiers; in a civil war a people is no side."""
    noun = c.phrase.head.noun if c.phrase.head else c.phrase.last
    inside = _first(c.view, c.phrase.first, noun) or _after_participle(c)
    if inside is None or c.kind.split(".")[0] not in ("person", "materiel") or c.phrase.object is None:
        return None
    lost = loser(c) if inside.how == "side" else None  # Cameroon lost six soldiers
    if lost is not None:
        return lost
    no_side = inside.is_state and not c.context.is_between_states and inside.party == c.context.home_state
    return NOBODY if no_side and c.object in ("person", "person.civilian") else Whose(inside.party)


def _after_participle(c: Counting) -> PartyMention | None:
    """One dead Pakistani soldier: the people's name after the word that the number counts."""
    following = next((p for p in c.view.parties if 0 < p.first - c.phrase.last <= 2), None)
    if following is not None and following.how == "demonym" and _is_plural(c.view, following):
        return following
    after = (
        c.view.tokens[following.last + 1].low if following and following.last + 1 < len(c.view.tokens) else ""
    )
    return following if following and following.how == "demonym" and after.rstrip("s") in _PEOPLE else None


def _is_plural(view: View, mention: PartyMention) -> bool:
    """Whether a people's name stands as a noun: 68,000 ethnic Georgians."""
    between = [token.low for token in view.tokens[mention.first - 1 : mention.first]]
    return view.tokens[mention.last].low.endswith("ns") and (between == ["ethnic"] or bool(between) is False)


def predicate(c: Counting) -> Whose | None:
    """Forty-three of them were Houthi rebels: the predicate says whose."""
    last = c.phrase.last
    if last + 1 >= len(c.view.tokens) or c.view.tokens[last + 1].low not in ("were", "are", "was", "is"):
        return None
    return next((Whose(p.party) for p in c.view.parties if 0 < p.first - last - 1 <= 2), None)


def gapped(c: Counting) -> Whose | None:
    """Azerbaijan lost ten soldiers and Armenia 20: the party that stands before a figure without a noun."""
    if c.phrase.object is not None:
        return None
    before = c.phrase.number.opening - 1
    return next((Whose(p.party) for p in c.view.parties if p.last == before and p.how == "name"), None)


def labelled(c: Counting) -> Whose | None:
    """ISIS: 246; Armenian losses: 22 tanks: the party named in the words before the colon."""
    if c.phrase.first < 2 or c.view.tokens[c.phrase.first - 1].low != ":":
        return None
    for mention in c.view.parties:
        length = c.phrase.first - mention.last
        if 0 < length <= (_LABEL if mention.first <= 1 else _LABEL - 2):
            return Whose(mention.party)
    return None


def part(c: Counting) -> Whose | None:
    """Twelve of them: whose the whole is."""
    return whose(c.model.party) if c.phrase.partitive and c.model is not None else None


def enemys(c: Counting) -> Whose | None:
    """Forty enemy soldiers, the occupiers' tanks."""
    words = {token.low for token in c.view.tokens[c.phrase.first : c.phrase.last + 1]}
    return Whose(c.context.opponent(c.speaker)) if words & _ENEMY else None


def of_whose_forces(c: Counting) -> Whose | None:
    """13 soldiers of the Azerbaijani army: whose forces they are of."""
    belonging = _belonging_after(c.view, c.phrase.last + 1)
    return Whose(belonging.party) if belonging is not None else None


def _first(view: View, start: int, end: int) -> PartyMention | None:
    return next((p for p in view.parties if start <= p.first and p.last <= end), None)


def _belonging_after(view: View, start: int) -> PartyMention | None:
    """13 soldiers of the Azerbaijani army, troops from Russia, in the ranks of the Houthis."""
    tokens = view.tokens
    if start >= len(tokens) or tokens[start].low not in ("of", "from", "serving", "fighting", "belonging"):
        return None
    near = (p for p in view.parties if start < p.first <= start + 5)
    for mention in near:
        if not all(t.low in _BEFORE_FORCES for t in tokens[start + 1 : mention.first]):
            continue
        following = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
        if tokens[start].low == "from" and mention.how in ("seat", "territory"):
            return None
        if following in (",", "and") and any(0 < p.first - mention.last <= 2 for p in view.parties):
            return None  # from Ghana, Nepal and Fiji
        if following not in ("city", "town", "village", "district"):
            return mention
    return None
