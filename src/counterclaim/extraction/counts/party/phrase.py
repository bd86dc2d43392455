"""Rules that read the party in the counted phrase itself or right beside it."""

from itertools import pairwise
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution.words import organisation_names
from counterclaim.extraction.counts.antecedent import is_among
from counterclaim.extraction.counts.objects import noun_at
from counterclaim.extraction.counts.party.counting import NOBODY, SUBJECT, Counting, Whose, whose
from counterclaim.extraction.counts.party.verbs import loser
from counterclaim.extraction.irregulars import FIGHTERS, FIGHTS, FIGHTS_FOR
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set

_ENEMY: Final = word_set("counts_fields", "enemy")
_NEUTRAL: Final = word_set("counts_party", "neutral")
_PEOPLE: Final = word_set("counts_party", "people")
_DEEDS: Final = word_set("counts_losses", "deeds")
_LABEL: Final = 8  # tokens that a label before a colon has at most
_BEFORE_FORCES: Final = word_set("counts_party", "before_forces")


def for_whom_they_fight(c: Counting) -> Whose | None:
    """Fighters fighting for the Houthis; mercenaries of the Wagner group; men sent to fight on its side."""
    side = _side_fought_on(c) or _side_they_are_on(c) if c.object.startswith("person") else None
    if side is not None:
        return Whose(side)
    belonging = _belonging_after(c.view, c.phrase.last + 1)
    if belonging is None:
        return None
    fights = c.view.tokens[c.phrase.last + 1].low == "fighting"
    return Whose(belonging.party) if fights or belonging.is_group else None


def _side_fought_on(c: Counting) -> str | None:
    """Taken to Azerbaijan to fight on Baku's side; fought alongside the Houthis."""
    lows = c.view.lows
    near = range(c.phrase.last + 1, min(c.phrase.last + _SENT_TO, len(lows) - 2))
    verb = next((i for i in near if lows[i] in FIGHTS and lows[i + 1] in FIGHTS_FOR), None)
    if verb is None:
        return None
    for mention in c.view.parties:
        before = lows[verb + 1 : mention.first]
        after = lows[mention.last + 1 : mention.last + 3]
        is_named = 1 <= len(before) <= _BEFORE_SIDE
        if is_named and (before[0] != "on" or "side" in before or "side" in after):
            return mention.party
    return None


def _side_they_are_on(c: Counting) -> str | None:
    """541 Syrian fighters on the Azerbaijani side: whatever their people."""
    after = c.phrase.last + 1
    if c.view.lows[after : after + 2] != ["on", "the"]:
        return None
    mention = next((p for p in c.view.parties if p.first == after + 2), None)
    is_side = mention is not None and c.view.lows[mention.last + 1 : mention.last + 2] == ["side"]
    return mention.party if mention is not None and is_side else None


_SENT_TO: Final = 16  # tokens from those counted to their fighting
_BEFORE_SIDE: Final = 4  # tokens from "fight" to a side: "on the side of"


def in_phrase(c: Counting) -> Whose | None:
    """Thirteen Azerbaijani soldiers; in a civil war a people is no side."""
    noun = c.phrase.head.noun if c.phrase.head else c.phrase.last
    first = min(c.phrase.first, c.phrase.head.first) if c.phrase.head else c.phrase.first
    inside = _first(c.view, first, noun) or _after_participle(c)
    if inside is None or c.kind.split(".")[0] not in ("person", "materiel"):
        return None
    if inside.how == "side" and c.speaker is not None and _is_speakers(c):
        return None
    if c.phrase.object is None and not inside.is_group and not _is_plural(c.view, inside):
        return None
    owner = loser(c) or _keeper(c) if inside.how == "side" else None  # Cameroon lost six soldiers
    if owner is not None:
        return owner
    no_side = inside.is_state and not c.context.is_between_states and inside.party == c.context.home_state
    return NOBODY if no_side and c.object in ("person", "person.civilian") else Whose(inside.party)


def possessor(c: Counting) -> Whose | None:
    """The ELN's remaining 1,500 fighters: whose name owns the phrase, the number inside it."""
    if not c.kind.startswith(("person.military", "materiel")):
        return None
    for mention in c.view.parties:
        gap = c.view.tokens[mention.last + 1 : c.phrase.first]
        is_near = (
            0 < len(gap) <= _OWNED and gap[0].kind == "possessive" and all(t.kind != "mark" for t in gap)
        )
        if is_near and not c.view.names_source(mention.first):  # Peru's army counts 520 destroyed vehicles
            return Whose(mention.party)
    return None


_OWNED: Final = 3  # tokens from an owner to the number, the possessive among them


def _is_speakers(c: Counting) -> bool:
    """Nine of its soldiers: the speaker's own, whoever "the soldiers" are elsewhere."""
    return any(token.low in _OWN for token in c.view.tokens[max(c.phrase.first - 3, 0) : c.phrase.last])


_OWN: Final = word_set("counts_fields", "own")


def _keeper(c: Counting) -> Whose | None:
    """France has 1,600 soldiers there, or has deployed 4,500 troops: whoever has or sends them."""
    has = next(
        (i for i in range(c.phrase.first - 1, max(c.phrase.first - 4, -1), -1) if c.view.lows[i] in _HAVE), 0
    )
    if not has or c.measure not in ("deployed", "other"):
        return None
    subject = [p for p in c.view.parties if 0 < has - p.last <= SUBJECT and not c.view.names_source(p.first)]
    return Whose(subject[-1].party) if subject else None


_HAVE: Final = word_set("counts_party", "have")


def _after_participle(c: Counting) -> PartyMention | None:
    """One dead Pakistani soldier: the people's name after the word that the number counts."""
    following = next((p for p in c.view.parties if 0 < p.first - c.phrase.last <= 2), None)
    if following is not None and following.how == "demonym" and _is_plural(c.view, following):
        return following
    if following is not None and following.is_group and following.first == c.phrase.last + 1:
        return following  # thirty Taliban
    after = (
        c.view.tokens[following.last + 1].low if following and following.last + 1 < len(c.view.tokens) else ""
    )
    return following if following and following.how == "demonym" and after.rstrip("s") in _PEOPLE else None


def _is_plural(view: View, mention: PartyMention) -> bool:
    """Whether a people's name stands as a noun: 68,000 ethnic Georgians."""
    ethnic = mention.first > 0 and view.tokens[mention.first - 1].low == "ethnic"
    return ethnic and view.tokens[mention.last].low.endswith("s")


def predicate(c: Counting) -> Whose | None:
    """Forty-three of them were Houthi rebels: the predicate says whose."""
    last, tokens = c.phrase.last, c.view.tokens
    following = [token.low for token in tokens[last + 1 : last + 3]]
    belongs = following[:1] == ["belonged"] or following == ["were", "members"]
    if not belongs and following[:1] not in (["were"], ["are"], ["was"], ["is"]):
        return None
    start = last + (3 if belongs else 2)
    for mention in c.view.parties:
        gap = tokens[start : mention.first]
        if 0 <= mention.first - start <= _IN_PREDICATE and _PLACED.isdisjoint(token.low for token in gap):
            return Whose(mention.party)
    return None


_IN_PREDICATE: Final = 1  # tokens that may stand before the name in a predicate
_PLACED: Final = word_set("counts_party", "placed")


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
        near = 0 < length <= (_LABEL if mention.first <= 1 else _LABEL - 2)
        deed = any(t.low in _DEEDS for t in c.view.tokens[mention.last + 1 : mention.last + 3])
        opens = mention.first == 0 and mention.how == "seat"
        dateline = opens and (c.view.tokens[0].text.isupper() or not c.view.is_heading)
        if near and not deed and not dateline and not c.view.names_source(mention.first):
            return NOBODY if _is_where(c, mention) else Whose(mention.party)
    return None


def _is_where(c: Counting, mention: PartyMention) -> bool:
    """Whether a label only tells where: in a civil war "Peru massacre: 18 dead" is nobody's side."""
    at_home = not c.context.is_between_states and mention.party == c.context.home_state
    return at_home and mention.how != "side" and c.object in ("person", "person.civilian")


def _spoken_of_before(c: Counting) -> Whose | None:
    """Soldiers chased some Norland fighters, killing ten of them: of those whom the sentence itself names."""
    if c.view.tokens[c.phrase.last].low not in ("them", "whom"):
        return None
    before = (p for p in reversed(c.view.parties) if p.last + 1 < c.phrase.first)
    nearest = next(before, None)
    named = noun_at(c.view.tokens, nearest.last + 1) if nearest is not None else None
    return Whose(nearest.party) if nearest is not None and named is not None else None


def part(c: Counting) -> Whose | None:
    """Twelve of them; one T-90 tank among them: whose the whole is."""
    if c.model is None or not (c.phrase.partitive or is_among(c.view, c.phrase, c.model)):
        return None
    spoken_of = _spoken_of_before(c) if c.model.anchor < c.view.start else None
    if spoken_of is not None:
        return spoken_of
    return whose(c.model.party)


def enemys(c: Counting) -> Whose | None:
    """Forty enemy soldiers, the occupiers' tanks."""
    tokens, last = c.view.tokens, c.phrase.last
    words = {token.low for token in tokens[c.phrase.first : last + 1]}
    of_enemy = [token.low for token in tokens[last + 1 : last + 4]] == ["of", "the", "enemy"]
    of_enemy |= [token.low for token in tokens[last : last + 3]] == ["of", "the", "enemy"]
    of_enemy |= any(pair in _ENEMY_SIDE for pair in pairwise(t.low for t in tokens[last + 1 : last + _SIDE]))
    return Whose(c.context.opponent(c.speaker)) if words & _ENEMY or of_enemy else None


# tokens to the side that a list of figures ends with: four killed and nine wounded on the enemy side
_SIDE: Final = 10
_ENEMY_SIDE: Final = {(word, "side") for word in _ENEMY}


def hired(c: Counting) -> Whose | None:
    """Fifty mercenaries: of the force for pay that the document names, else of the party they fight for.

    Those called only fighters are of the party to which the document says that fighters are sent.
    """
    if not c.object.startswith("person.mercenary"):
        return None
    fighters = not FIGHTERS.isdisjoint(c.view.lows[c.phrase.first : c.phrase.last + 1])
    return whose(c.context.hired_force or c.context.employer or (c.context.served if fighters else None))


def neutral(c: Counting) -> Whose | None:
    """Sixty neutral ships, two UN staff, three aid workers: of no side."""
    if any(p.how == "demonym" and c.phrase.first <= p.first <= c.phrase.last for p in c.view.parties):
        return None
    words = {token.low for token in c.view.tokens[c.phrase.first : c.phrase.last + 1]}
    return NOBODY if words & _NEUTRAL or _work_for_an_organisation(c) else None


def _work_for_an_organisation(c: Counting) -> bool:
    """Five UNRWA staff, two employees of the World Food Programme: of no side, wherever they were."""
    if not c.object.startswith("person") or c.object.startswith(("person.peacekeeper", "person.military")):
        return False
    tokens = c.view.tokens
    staff = {token.low for token in tokens[c.phrase.first : c.phrase.last + 1]} & _STAFF
    if not staff:
        return False
    after = c.phrase.last + 1
    end = after + 3 if after < len(tokens) and tokens[after].low in ("of", "for", "from", "with") else after
    return any(organisation_names().at(tokens, i) for i in range(c.phrase.first, min(end, len(tokens))))


_STAFF: Final = word_set("counts_party", "staff")


def of_whose_forces(c: Counting) -> Whose | None:
    """13 soldiers of the Azerbaijani army: whose forces they are of."""
    belonging = _belonging_after(c.view, c.phrase.last + 1)
    return Whose(belonging.party) if belonging is not None else None


def _first(view: View, start: int, end: int) -> PartyMention | None:
    return next((p for p in view.parties if start <= p.first and p.last <= end), None)


_OUTLETS: Final = word_set("attribution", "outlets")


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
        if following in _OUTLETS:
            return None  # reporters of the French newspaper
        if tokens[start].low == "from" and mention.how in ("seat", "territory"):
            return None
        if following in (",", "and") and any(0 < p.first - mention.last <= 2 for p in view.parties):
            return None  # from Ghana, Nepal and Fiji
        if following not in ("city", "town", "village", "district"):
            return mention
    return None
