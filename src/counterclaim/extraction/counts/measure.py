"""Which cue gives a counted phrase its measure.

Each cue near a phrase has a cost: how far-fetched it is that the phrase is what the cue speaks of.
Phrases that are listed together share the cheapest cue of the list.
"""

from itertools import pairwise

from counterclaim.extraction.counts.cues import Cue, counts
from counterclaim.extraction.counts.phrases import MUNITIONS, Counted
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, word_set

FAR_FETCHED = 7.0
_CLEAR = 1.5  # a cue this close is the phrase's own
_OF_FORCES = 1.5  # what soldiers do matters less than what is done to them: who guarded it lost their lives

# Words that may stand between a phrase and a verb that follows it.
_BEFORE_VERB = word_set("counts_measure", "before_verb")
_LEVEL_STEPS = word_set("counts_measure", "level_steps")
# Words that may stand between a verb and the phrase that follows it.
_AFTER_VERB = word_set("counts_measure", "after_verb")
_LEVEL_WORDS = word_set("counts_measure", "level_words")
_LIST_GLUE = word_set("counts_measure", "list_glue")
# Cost of each mark or word that a path from phrase to cue crosses.
_CROSSING: dict[str, float] = load_toml("measures")["crossing"]


def give_measures(tokens: list[Token], phrases: list[Counted], cues: list[Cue]) -> None:
    """Give each phrase its cue, where one is near enough; lists share theirs."""
    for phrase in phrases:
        if not phrase.why_not and phrase.cue is None:
            phrase.cue, phrase.cost = _cheapest(tokens, phrase, phrases, cues)
    for run in _lists(tokens, phrases):
        _share(tokens, run, cues)
    _go_on(tokens, phrases, cues)
    _take_up_tally(tokens, phrases, cues)
    _give_totals(tokens, phrases, cues)


def _go_on(tokens: list[Token], phrases: list[Counted], cues: list[Cue]) -> None:
    """Destroyed 250 tanks; 150 other vehicles: what semicolons list goes on with the verb before it."""
    counted = [phrase for phrase in phrases if not phrase.why_not]
    for left, right in pairwise(counted):
        if right.cue is not None or right.object is None or left.cue is None or left.cue.is_passive:
            continue
        opens = {token.low for token in tokens[max(right.first - 2, 0) : right.first]} & {
            ";",
            "including",
            "and",
        }
        if opens and left.cue.first < left.first and not _is_of_breakdown(tokens, right, left.cue):
            right.cue = _same_for(tokens, right, left, cues)


def _take_up_tally(tokens: list[Token], phrases: list[Counted], cues: list[Cue]) -> None:
    """Fatalities included the owner; two photographers; and three soldiers: all of them of that tally."""
    tallies = [
        cue
        for cue in cues
        if cue.role == "tally" and cue.last + 1 < len(tokens) and tokens[cue.last + 1].low in _INCLUDE
    ]
    for phrase in phrases:
        if phrase.cue is None and phrase.object is not None and not phrase.why_not:
            before = [cue for cue in cues if cue.last < phrase.first]
            if before and before[-1] in tallies and counts(before[-1], phrase.object):
                phrase.cue = before[-1]


_INCLUDE = frozenset(("include", "included", "includes"))


def _give_totals(tokens: list[Token], phrases: list[Counted], cues: list[Cue]) -> None:
    """Give a total with a breakdown in brackets its list's verb: lost 255 tanks (…) and 78 others (…)."""
    previous: Cue | None = None
    for phrase in phrases:
        if not _has_breakdown(tokens, phrase):
            continue
        if phrase.cue is None or _is_label(tokens, phrase.cue):
            phrase.cue = previous or next(
                (
                    c
                    for c in reversed(cues)
                    if c.first < phrase.first and not _is_label(tokens, c) and _fits(tokens, phrase, c)
                ),
                None,
            )
        previous = phrase.cue


def _has_breakdown(tokens: list[Token], phrase: Counted) -> bool:
    """Whether "(destroyed: 146, …)" or "(146 destroyed, …)" follows, with no other number before it."""
    for position in range(phrase.last + 1, min(phrase.last + 8, len(tokens))):
        if tokens[position].low == "(":
            inside = tokens[position : position + 5]
            return any(token.low == ":" or token.kind == "number" for token in inside)
        if tokens[position].kind == "number":
            return False
    return False


def _is_label(tokens: list[Token], cue: Cue) -> bool:
    """Whether a colon follows that is the cue's own: "destroyed: 38", not "26 people died: 18 soldiers"."""
    if cue.last + 1 >= len(tokens) or tokens[cue.last + 1].low != ":":
        return False
    before = tokens[cue.first - 1] if cue.first else None
    is_verb = cue.form != "word" and before is not None and before.kind == "word"
    return not is_verb or before is None or before.low in ("and", "or", "the")


def _cheapest(
    tokens: list[Token], phrase: Counted, phrases: list[Counted], cues: list[Cue]
) -> tuple[Cue | None, float]:
    best, best_cost = None, FAR_FETCHED
    for cue in cues:
        if not _fits(tokens, phrase, cue):
            continue
        cost = _cost(tokens, phrase, phrases, cue)
        if cue.measure == "other" and cost > _CLEAR:
            cost += 0.8
        if "forces" in cue.of:
            cost += _OF_FORCES
        if phrase.object is None and phrase.expected not in cue.of:
            cost += 1.0
        if cost < best_cost:
            best, best_cost = cue, cost
    return best, best_cost


def _fits(tokens: list[Token], phrase: Counted, cue: Cue) -> bool:
    """Whether the cue can count what the phrase counts; a phrase without a head can be anything but money."""
    if cue.measure == "same" and phrase.object is not None:
        return False
    if phrase.object is None:
        return phrase.expected in cue.of or (
            phrase.expected != "people" and "people" in cue.of and cue.measure != "same"
        )
    if phrase.head is not None and tokens[phrase.head.noun].low in REMAINS and not _is_of_remains(cue):
        return False
    return counts(cue, phrase.object)


REMAINS = frozenset(("body", "bodies", "cadaver", "cadavers", "corpse", "corpses", "remains"))


def _is_of_remains(cue: Cue) -> bool:
    """Whether a cue tells of the dead: bodies are handed over, but not displaced or detained."""
    return cue.measure in ("killed", "other", "same")


def _cost(tokens: list[Token], phrase: Counted, phrases: list[Counted], cue: Cue) -> float:
    if phrase.first <= cue.first <= phrase.last:
        return _cost_inside(phrase, cue) + _WHO_DIED * _dies_after(tokens, phrase)
    if _labels_another(tokens, phrase, cue) or _is_of_breakdown(tokens, phrase, cue):
        return FAR_FETCHED
    if "forces" in cue.of and cue.role == "patient" and cue.last != phrase.number.opening - 1:
        return FAR_FETCHED  # they have 300 men in the town, but not: they have said that 300 men are in it
    if cue.first > phrase.last:
        return _cost_after(tokens, phrase, phrases, cue)
    if cue.last < phrase.number.first:
        return _cost_before(tokens, phrase, phrases, cue)
    return FAR_FETCHED


_WHO_DIED = 1.0  # two wounded soldiers died: that they died matters more than what they were before


def _dies_after(tokens: list[Token], phrase: Counted) -> bool:
    """Whether a phrase is the subject of dying: of a verb that follows it with auxiliaries alone between."""
    after = phrase.last + 1
    while after < len(tokens) and tokens[after].low in _BEFORE_VERB:
        after += 1
    words = [token.low for token in tokens[after : after + 3]]
    return words[:1] != [] and (words[0] in _DIES or (words[0] == "lost" and words[1:] == ["their", "lives"]))


_DIES = word_set("counts_measure", "dies")


def _labels_another(tokens: list[Token], phrase: Counted, cue: Cue) -> bool:
    """Whether the cue is the label of another number: the "destroyed:" of "62 (destroyed: 38)"."""
    return _is_label(tokens, cue) and phrase.first != cue.last + 2


def _is_of_breakdown(tokens: list[Token], phrase: Counted, cue: Cue) -> bool:
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


def _cost_inside(phrase: Counted, cue: Cue) -> float:
    """The cue in the phrase itself: 19 civilian deaths, the 13 wounded, 116 destroyed houses."""
    if cue.measure == "same":
        return FAR_FETCHED
    if cue.role in ("tally", "status"):
        return 0.5 if cue.role == "status" else 0.4 if phrase.partitive else 0.0
    return 0.3 if cue.form in ("participle", "past", "word") else 3.0


def _cost_after(tokens: list[Token], phrase: Counted, phrases: list[Counted], cue: Cue) -> float:
    gap = tokens[phrase.last + 1 : cue.first]
    direct = all(token.low in _BEFORE_VERB for token in gap)
    if cue.role == "level" or cue.measure == "same" or _is_of_part(gap, phrases, phrase.last, cue.first):
        return FAR_FETCHED
    if _is_of_munitions(tokens, phrase, cue):
        return FAR_FETCHED
    if tokens[cue.first].low.endswith("ing") and any(p.first == cue.last + 1 for p in phrases):
        return FAR_FETCHED  # fought 20 boats, sinking three: the verb has an object of its own
    if cue.role in ("tally", "status"):
        if not gap and phrase.object is None:
            return 0.1
        return (3.5 if cue.role == "tally" else FAR_FETCHED) + _distance(gap, phrases, phrase.last, cue.first)
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
        if cue.role == "tally" and _reaches(gap):
            return 0.8 + min(0.5, 0.05 * len(gap))
        return (0.8 if level else 2.0) + 0.7 * _distance(gap, phrases, cue.last, phrase.first)
    if cue.role == "undergoer" and direct and phrase.object is not None:
        return 1.4
    if gap and gap[-1].low in (":", "including") and len(gap) <= 2:
        return 0.5
    # A passive verb's subject stands before it; a number after it belongs to it only by inversion.
    return 3.2 + _distance(gap, phrases, cue.last, phrase.first)


def _reaches(gap: list[Token]) -> bool:
    """Whether a tally's own verb ends right before a figure, however long its subject: has reached 224."""
    last = [token.low for token in gap[-2:]]
    return last[-1:] != [] and (last[-1] in _REACHING or (last[-1] in ("at", "to") and last[0] in _RISING))


_REACHING = word_set("counts_measure", "reaching")
_RISING = word_set("counts_measure", "rising")


def _distance(gap: list[Token], phrases: list[Counted], start: int, end: int) -> float:
    cost = 0.0
    for token in gap:
        cost += _CROSSING.get(token.low, 0.12)
    between = sum(1 for p in phrases if start < p.number.first < end and not p.why_not)
    return cost + 0.7 * between


# ---------------------------------------------------------------- lists


def _lists(tokens: list[Token], phrases: list[Counted]) -> list[list[Counted]]:
    """Runs of phrases that only commas and conjunctions part."""
    runs: list[list[Counted]] = []
    for phrase in phrases:
        if phrase.why_not:
            continue
        if runs and _continues_list(tokens, runs[-1][-1], phrase):
            runs[-1].append(phrase)
        else:
            runs.append([phrase])
    return [run for run in runs if len(run) > 1]


def _continues_list(tokens: list[Token], left: Counted, right: Counted) -> bool:
    gap = tokens[left.last + 1 : right.first]
    if not gap or len(gap) > 12:
        return False
    if all(token.low in _LIST_GLUE for token in gap):
        return True
    # "two lorries loaded with ammunition and …": a short modifier after the noun, then the conjunction
    tail = [token.low for token in gap]
    return (
        tail[-1] in ("and", ",")
        and len(gap) <= 6
        and not any(
            t in ("were", "was", "are", "is", "have", "has", "had", "who", "that", "which", ";") for t in tail
        )
        and not any(t.low.endswith("ed") and t.low not in ("loaded", "armed", "based", "called") for t in gap)
        and left.object is not None
        and right.object is not None
        and left.object.split(".")[0] == right.object.split(".")[0]
    )


def _share(tokens: list[Token], run: list[Counted], cues: list[Cue]) -> None:
    """Let the members of a list that have no clear cue of their own take the list's cheapest."""
    for index, phrase in enumerate(run):
        if phrase.cue is not None and phrase.cost <= _CLEAR:
            continue
        donors = [
            other
            for other in (*run[:index][::-1], *run[index + 1 :])
            if other.cue is not None
            and other.cost < phrase.cost
            and not (other.partitive and other.first > phrase.first)
            and not _is_label(tokens, other.cue)
            and not _is_of_breakdown(tokens, phrase, other.cue)
        ]
        for donor in sorted(donors, key=lambda d: d.cost):
            cue = _same_for(tokens, phrase, donor, cues)
            if cue is not None:
                phrase.cue, phrase.cost = cue, donor.cost + 0.3
                break


def _same_for(tokens: list[Token], phrase: Counted, donor: Counted, cues: list[Cue]) -> Cue | None:
    """The donor's cue in the sense that counts what this phrase counts."""
    assert donor.cue is not None
    for cue in cues:
        if cue.first == donor.cue.first and cue.role == donor.cue.role and _fits(tokens, phrase, cue):
            return cue
    for cue in cues:
        if cue.first == donor.cue.first and _fits(tokens, phrase, cue):
            return cue
    return None
