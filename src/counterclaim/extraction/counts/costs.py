"""How far-fetched it is that a cue speaks of a counted phrase: a cost for each pair of them."""

from typing import Final

from counterclaim.extraction.counts.cues import Cue, counts
from counterclaim.extraction.counts.phrases import MUNITIONS, Counted
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, word_set

FAR_FETCHED: Final = 7.0
"""The cost of what no phrase and cue can have to do with each other."""

# Words that may stand between a phrase and a verb that follows it.
_BEFORE_VERB: Final = word_set("counts_measure", "before_verb")
_LEVEL_STEPS: Final = word_set("counts_measure", "level_steps")
# Words that may stand between a verb and the phrase that follows it.
_AFTER_VERB: Final = word_set("counts_measure", "after_verb")
_LEVEL_WORDS: Final = word_set("counts_measure", "level_words")
# Cost of each mark or word that a path from phrase to cue crosses.
_CROSSING: Final[dict[str, float]] = load_toml("measures")["crossing"]


def is_label(tokens: list[Token], cue: Cue) -> bool:
    """Whether a colon follows that is the cue's own: "destroyed: 38", not "26 people died: 18 soldiers"."""
    if cue.last + 1 >= len(tokens) or tokens[cue.last + 1].low != ":":
        return False
    before = tokens[cue.first - 1] if cue.first else None
    is_verb = cue.form != "word" and before is not None and before.kind == "word"
    return not is_verb or before is None or before.low in ("and", "or", "the")


def fits(tokens: list[Token], phrase: Counted, cue: Cue) -> bool:
    """Whether the cue can count what the phrase counts; a phrase without a head can be anything but money."""
    if cue.measure == "same" and phrase.object is not None:
        return False
    if phrase.object is None:
        return phrase.expected in cue.of or (
            phrase.expected != "people" and "people" in cue.of and cue.measure != "same"
        )
    if phrase.head is not None and tokens[phrase.head.noun].low in REMAINS and not _is_of_remains(cue):
        return False
    if phrase.head is not None and tokens[phrase.head.noun].low in MUNITIONS and cue.role == "undergoer":
        return cue.measure != "captured" and counts(cue, phrase.object)  # two bombs fell on a road
    return counts(cue, phrase.object)


REMAINS: Final = word_set("counts_measure", "remains")
"""Nouns for the dead as they lie: bodies, remains."""


def _is_of_remains(cue: Cue) -> bool:
    """Whether a cue tells of the dead: bodies are handed over, but not displaced or detained."""
    return cue.measure in ("killed", "other", "same")


def cost(tokens: list[Token], phrase: Counted, phrases: list[Counted], cue: Cue) -> float:
    """What it costs to let a cue count a phrase: 0 where it evidently does, `FAR_FETCHED` where it cannot.

    Args:
        tokens: the sentence's tokens.
        phrase: the counted phrase.
        phrases: all of the sentence's, some of which may stand between.
        cue: the cue, which `fits` the phrase.
    """
    if cue.last < phrase.first and _are_among(tokens, phrase, cue):
        return _AMONG
    if phrase.first <= cue.first <= phrase.last:
        return _cost_inside(tokens, phrase, cue) + _WHO_DIED * _dies_after(tokens, phrase)
    if _labels_another(tokens, phrase, cue) or is_of_breakdown(tokens, phrase, cue):
        return FAR_FETCHED
    if "forces" in cue.of and cue.role == "patient" and cue.last != phrase.number.opening - 1:
        return FAR_FETCHED  # they have 300 men in the town, but not: they have said that 300 men are in it
    if cue.first > phrase.last:
        return _cost_after(tokens, phrase, phrases, cue)
    if cue.last < phrase.number.first:
        return FAR_FETCHED if is_fought(tokens, phrase) else _cost_before(tokens, phrase, phrases, cue)
    return FAR_FETCHED


_AMONG: Final = -0.1  # what was done to those who "were" tells more than what they were before


def _are_among(tokens: list[Token], phrase: Counted, cue: Cue) -> bool:
    """Among those killed in the attack were 46 displaced people: killed, whatever they were."""
    among = [token.low for token in tokens[max(cue.first - 2, 0) : cue.first]]
    told = among[-1:] in (["those"], ["the"]) and among[0] == "among" and cue.measure != "same"
    return told and tokens[phrase.first - 1].low in ("were", "was", "are", "is")


def is_fought(tokens: list[Token], phrase: Counted) -> bool:
    """Whether a phrase says with whom there was a fight.

    Twelve were wounded in a firefight with 120 guerrillas: those are not who was harmed.
    """
    before = [token.low for token in tokens[max(phrase.first - _FIGHT, 0) : phrase.first]]
    return phrase.object is not None and before[-1:] == ["with"] and not _FIGHTS.isdisjoint(before)


_FIGHT: Final = 4  # tokens from a word of fighting to whom it was with
_FIGHTS: Final = word_set("counts_costs", "fights")


_WHO_DIED: Final = 1.0  # two wounded soldiers died: that they died matters more than what they were before


def _dies_after(tokens: list[Token], phrase: Counted) -> bool:
    """Whether a phrase is the subject of dying: of a verb that follows it with auxiliaries alone between."""
    after = phrase.last + 1
    while after < len(tokens) and tokens[after].low in _BEFORE_VERB:
        after += 1
    words = [token.low for token in tokens[after : after + 3]]
    return words[:1] != [] and (words[0] in _DIES or (words[0] == "lost" and words[1:] == ["their", "lives"]))


_DIES: Final = word_set("counts_measure", "dies")


def _labels_another(tokens: list[Token], phrase: Counted, cue: Cue) -> bool:
    """Whether the cue is the label of another number: the "destroyed:" of "62 (destroyed: 38)"."""
    return is_label(tokens, cue) and phrase.first != cue.last + 2


def is_of_breakdown(tokens: list[Token], phrase: Counted, cue: Cue) -> bool:
    """Whether the cue stands with figures in brackets and the phrase outside: "(3 hit, 5 captured) and 78".

    A noun of tally there may say how all of them were counted: "61 (42 by body count), 19".
    """
    if cue.role == "tally":
        return False
    start, end = _bracket_around(tokens, cue.first)
    if start is None or start <= phrase.first < end:
        return False
    return sum(token.kind == "number" for token in tokens[start:end]) > 1


def _bracket_around(tokens: list[Token], index: int) -> tuple[int | None, int]:
    """The bracket that a token stands in: indices of its opening and closing mark, None where it has none."""
    for start in range(index, -1, -1):
        if tokens[start].low == ")":
            return None, index
        if tokens[start].low == "(":
            return start, _end_of_bracket(tokens, start)
    return None, index


def _end_of_bracket(tokens: list[Token], start: int) -> int:
    """Index of the mark that closes the bracket, past those inside it; of the end where none does."""
    depth = 0
    for index in range(start, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[index].low, 0)
        if depth == 0:
            return index
    return len(tokens)


def _cost_inside(tokens: list[Token], phrase: Counted, cue: Cue) -> float:
    """The cue in the phrase itself: 19 civilian deaths, the 13 wounded, 116 destroyed houses."""
    if cue.measure == "same":
        return FAR_FETCHED
    if cue.role == "tally" and tokens[cue.last].low in _VICTIMS:
        return 0.4  # five victims are in a serious condition
    if cue.role in ("tally", "status"):
        return 0.5 if cue.role == "status" else 0.4 if phrase.partitive else 0.0
    return 0.3 if cue.form in ("participle", "past", "word") else 3.0


_VICTIMS: Final = word_set("counts_costs", "victims")


def _cost_after(tokens: list[Token], phrase: Counted, phrases: list[Counted], cue: Cue) -> float:
    gap = tokens[phrase.last + 1 : cue.first]
    direct = all(token.low in _BEFORE_VERB for token in gap)
    if cue.role == "level" or cue.measure == "same" or _is_of_part(gap, phrases, phrase.last, cue.first):
        return FAR_FETCHED
    if _is_of_munitions(tokens, phrase, cue):
        return FAR_FETCHED
    if tokens[cue.first].low.endswith("ing") and any(p.first == cue.last + 1 for p in phrases):
        return FAR_FETCHED  # fought 20 boats, sinking three: the verb has an object of its own
    if cue.form == "gerund" and cue.role == "patient":
        return FAR_FETCHED  # four buses carrying villagers: who does it, not to whom it is done
    if cue.role in ("tally", "status"):
        if not gap and phrase.object is None:
            return 0.1
        return (3.5 if cue.role == "tally" else FAR_FETCHED) + _distance(gap, phrases, phrase.last, cue.first)
    if _is_past_parenthesis(gap):
        direct, gap = True, []
    passive = cue.role in ("patient", "loser") and (cue.is_passive or cue.form in ("past", "participle"))
    if cue.role == "undergoer" or passive:
        if direct:
            active = passive and not cue.is_passive and _has_object(tokens, cue, phrases)
            if phrase.object == "materiel" and active:
                return FAR_FETCHED  # two mines damaged the bridge
            return (2.5 if active else 0.2) + 0.02 * len(gap)
        base = 0.6 if cue.is_passive or cue.role == "undergoer" else 1.6
        if not cue.is_passive and cue.role == "patient" and _has_object(tokens, cue, phrases):
            base = 4.0
        return base + _distance(gap, phrases, phrase.last, cue.first)
    return 4.5 + _distance(gap, phrases, phrase.last, cue.first)


def _is_past_parenthesis(gap: list[Token]) -> bool:
    """Nine others, including the mayor, were injured: only what two commas hold and auxiliaries between."""
    marks = [i for i, token in enumerate(gap) if token.kind == "mark"]
    if (
        len(marks) < _PAIR
        or any(gap[i].low != "," for i in marks)
        or gap[marks[0] + 1].low not in _PARENTHESES
    ):
        return False
    return all(token.low in _BEFORE_VERB for token in [*gap[: marks[0]], *gap[marks[-1] + 1 :]])


_PAIR: Final = 2  # commas
_PARENTHESES: Final = word_set("counts_costs", "parentheses")


def _is_of_munitions(tokens: list[Token], phrase: Counted, cue: Cue) -> bool:
    """A missile struck near the embassy, causing damage: munitions that hit something, and were not hit."""
    munition = phrase.head is not None and tokens[phrase.head.noun].low in MUNITIONS
    return munition and not cue.is_passive and cue.measure in ("damaged", "destroyed")


def _is_of_part(gap: list[Token], phrases: list[Counted], start: int, end: int) -> bool:
    """People, of whom 37 are injured: the verb is of the part."""
    words = [token.low for token in gap]
    part = next((i for i in range(len(words)) if words[i : i + 2] in (["of", "whom"], ["of", "which"])), None)
    if part is None or "," in words[part:]:
        return False
    return any(start < p.number.first < end for p in phrases)


def _has_object(tokens: list[Token], cue: Cue, phrases: list[Counted]) -> bool:
    """Whether an active verb's own object follows it: a number, an article, a name."""
    if cue.last + 1 >= len(tokens):
        return False
    following = tokens[cue.last + 1]
    if any(p.first == cue.last + 1 for p in phrases):
        return True
    return following.low in (
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "several",
        "many",
        "some",
        "dozens",
        "hundreds",
    )


def _cost_before(tokens: list[Token], phrase: Counted, phrases: list[Counted], cue: Cue) -> float:
    gap = tokens[cue.last + 1 : phrase.first]
    if _is_instrument(tokens, phrase, gap):
        return FAR_FETCHED
    if _has_verb_of_its_own(tokens, phrase, cue):
        return FAR_FETCHED
    if _heads_a_list(tokens, phrase, phrases, cue):
        return 0.9
    if cue.form == "third" and any(p.first <= cue.first <= p.last for p in phrases):
        return FAR_FETCHED  # two drone strikes and eight shells: a noun that another number counts
    direct = all(token.low in _AFTER_VERB for token in gap)
    if [t.low for t in gap] in (
        ["in", "their"],
        ["by", "the"],
        ["in", "the"],
        ["in"],
        ["by"],
    ) and phrase.number.is_vague:
        return 0.3
    if cue.role == "level":
        only = all(t.kind == "number" or t.low in _LEVEL_STEPS or t.low in _LEVEL_WORDS for t in gap)
        return 0.6 + 0.02 * len(gap) if only and phrase.object is None else FAR_FETCHED
    if cue.role in ("patient", "loser") and not cue.is_passive:
        if direct:
            return 0.2 + 0.02 * len(gap)
        return 0.9 + _distance(gap, phrases, cue.last, phrase.first)
    if cue.role == "status" and not direct:
        return FAR_FETCHED
    if cue.role in ("tally", "status"):
        if direct or all(token.low in _LEVEL_WORDS or token.low in _AFTER_VERB for token in gap):
            return 0.4
        level = any(token.low in _LEVEL_WORDS for token in gap[-3:]) and phrase.object is None
        if cue.role == "tally" and _reaches(gap, bare=phrase.object is None):
            return 0.8 + min(0.5, 0.05 * len(gap))
        return (0.8 if level else 2.0) + 0.7 * _distance(gap, phrases, cue.last, phrase.first)
    if cue.role == "undergoer" and direct and phrase.object is not None:
        return 1.4
    if cue.role == "undergoer" and not gap and tokens[cue.first].low == "with":
        return 0.8  # the toll reached 2,464, with injuries up to 11,530
    if gap and gap[-1].low in (":", "including") and len(gap) <= 2:
        return 0.5
    # A passive verb's subject stands before it; a number after it belongs to it only by inversion.
    return 3.2 + _distance(gap, phrases, cue.last, phrase.first)


def _heads_a_list(tokens: list[Token], phrase: Counted, phrases: list[Counted], cue: Cue) -> bool:
    """The losses of the enemy from 24 February to 10 May were: personnel 480,030, tanks 7,429."""
    if cue.role != "loser" or phrase.head is None or phrase.head.first >= phrase.number.opening:
        return False
    colon = phrase.head.first - 1
    counted = any(cue.last < p.number.first < colon and p.object is not None for p in phrases)
    return colon > cue.last and tokens[colon].low == ":" and not counted


def _has_verb_of_its_own(tokens: list[Token], phrase: Counted, cue: Cue) -> bool:
    """It killed ten people and pushed millions to the brink: another verb governs the second number."""
    verb = phrase.first - 1
    if verb < 1 or cue.last >= verb or tokens[verb - 1].low not in ("and", "or"):
        return False
    return tokens[verb].low.endswith("ed") and tokens[verb].low not in _AFTER_VERB | {"included"}


def _is_instrument(tokens: list[Token], phrase: Counted, gap: list[Token]) -> bool:
    """Hit the camp with two drone strikes and eight shells: with what it was done, not to what."""
    if phrase.head is None or tokens[phrase.head.noun].low not in MUNITIONS:
        return False
    return any(token.low == "with" for token in gap)


def _reaches(gap: list[Token], *, bare: bool) -> bool:
    """Whether a tally's own verb ends right before a figure, however long its subject: has reached 224."""
    last = [token.low for token in gap[-2:]]
    if bare and last[-1:] in (["is"], ["was"]):
        return True
    return last[-1:] != [] and (last[-1] in _REACHING or (last[-1] in ("at", "to") and last[0] in _RISING))


_REACHING: Final = word_set("counts_measure", "reaching")
_RISING: Final = word_set("counts_measure", "rising")


def _distance(gap: list[Token], phrases: list[Counted], start: int, end: int) -> float:
    cost = 0.0
    for token in gap:
        cost += _CROSSING.get(token.low, 0.12)
    between = sum(1 for p in phrases if start < p.number.first < end and not p.why_not)
    return cost + 0.7 * between
