"""What a counted phrase means: its measure and its object."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.antecedent import (
    is_added,
    is_bare_figure,
    is_breakdown,
    is_further,
    is_subset,
    is_told,
    same_people,
)
from counterclaim.extraction.counts.costs import REMAINS, is_fought
from counterclaim.extraction.counts.cues import Cue, find_cues, kind_of_object
from counterclaim.extraction.counts.objects import noun_at
from counterclaim.extraction.counts.phrases import VICTIMS, Counted
from counterclaim.extraction.later_deaths import death_after
from counterclaim.lexicon import word_set
from counterclaim.model import Claim, Reason

_DOUBTFUL: Final = 2.6  # a cue that costs more is no better than the count before


def meaning_of(view: View, phrase: Counted, model: Claim | None, reasons: list[Reason]) -> tuple[str, str]:
    """Measure and object, from the phrase, its cue, and the count before."""
    cue, object_ = phrase.cue, phrase.object
    same_sentence = model is not None and model.anchor >= view.start
    if (
        object_ is None
        and cue is not None
        and (
            same_sentence or is_further(view, phrase) or (model is not None and is_bare_figure(view, phrase))
        )
        and phrase.cost > _DOUBTFUL
    ):
        cue = None  # better the count before than a cue that is far
    if _is_population(view, phrase) or _is_whole(view, phrase):
        return "other", object_ or (model.object if model and model.object else "person")
    if _are_taken_prisoner(view, phrase):
        taken = noun_at(view.tokens, phrase.last - 1) if phrase.last - 1 > phrase.number.closing else None
        return "captured", taken[1] if taken else object_ or "person"
    if _is_of_bodies(view, phrase):
        return ("other" if _is_handed_over(view) else "killed"), _specified(view, phrase, object_ or "person")
    if cue is not None and object_ is None and _goes_on_with_remains(view, phrase, cue):
        cue = None
    if phrase.head is not None:
        reasons.append(view.reason("object", phrase.head.first, phrase.head.last, "head of the number"))
    if cue is not None:
        reasons.append(view.reason("measure", cue.first, cue.last, f"{cue.role} of {cue.measure}"))
        measure = "other" if _is_of_hunger(view, cue) else cue.measure
        if measure == "deployed" and _are_captives(view, phrase):
            measure = "captured"
        if measure == "other" and _are_dead_brought_in(view, phrase, cue):
            measure = "killed"
        if object_ is None and model is not None and measure == "deployed" and _are_harmed(model):
            # 200 of these were brought in; one was transferred to the capital
            return (model.measure if phrase.partitive else None) or "other", model.object or "person"
        if object_ is None:
            same = same_sentence or not (phrase.number.is_vague or _has_toll_of_its_own(view, cue))
            object_ = _object_of_cue(cue, model if same else None)
        object_ = _specified(view, phrase, _refined(object_, model, phrase))
        return "other" if _is_withdrawal(measure, object_) else measure, object_
    if phrase.introduced is not None:
        reasons.append(Reason("measure", "the sentence that introduces the list"))
        return phrase.introduced.measure, object_ or "person"
    if VICTIMS in phrase.rules:
        reasons.append(Reason("measure", VICTIMS))
        return "killed", "person"
    if model is not None and (
        (phrase.partitive and (object_ is None or same_people(model, object_)))
        or object_ is None
        or is_told(view, phrase)
        or is_added(view, phrase, model)
        or is_subset(view, phrase)
        or is_breakdown(view, phrase, model)
        or _is_predicate(view, phrase, model)
        or _has_no_verb(view, phrase, model)
    ):
        reasons.append(Reason("measure", "carried from the count before"))
        told = object_ is not None and (is_told(view, phrase) or is_added(view, phrase, model))
        return model.measure or "other", object_ if told and object_ else _narrowed(object_, model)
    if model is not None and same_sentence and _is_lost_with(view, phrase, model):
        reasons.append(Reason("measure", "listed with people who were harmed"))
        return "lost", object_ or "materiel"
    if object_ == "incident" and _says_violation(view, phrase):
        return "violations", "incident"
    return ("cost" if object_ == "money" else "other"), object_ or "person"


def settle_level(view: View, phrase: Counted) -> None:
    """Give a bare level ("it rose by 36") the cue that the sentence spoke of before it, or None."""
    if phrase.cue is None or phrase.cue.measure != "same":
        return
    expected = kind_of_object(phrase.object) if phrase.object else phrase.expected
    before = [
        c
        for c in find_cues(view.tokens)
        if c.first < phrase.first
        and c.measure not in ("same", "other", "deployed")
        and (expected in c.of or (c.role == "tally" and "people" in c.of))
        and (c.role in ("tally", "undergoer", "status") or c.form in ("past", "participle"))
    ]
    phrase.is_level = True
    phrase.cue = before[-1] if before else None


def settle_later_death(view: View, phrase: Counted, cues: list[Cue]) -> None:
    """Count as dead whoever a clause says was wounded, where the sentence goes on to say that they died."""
    cue = phrase.cue
    if cue is None or cue.measure != "wounded" or cue.first <= phrase.last:
        return
    verb = death_after(view.tokens, cue.first)
    died = next((c for c in cues if c.first == verb and c.measure == "killed"), None)
    if died is not None and not any(cue.first < n.opening < died.first for n in view.numbers):
        phrase.cue, phrase.told = died, (died.first, len(view.tokens) - 1)


def _is_of_bodies(view: View, phrase: Counted) -> bool:
    """The remains of 200 people, the bodies of six soldiers."""
    before = [t.low for t in view.tokens[max(phrase.first - 2, 0) : phrase.first]]
    return len(before) == 2 and before[1] == "of" and before[0] in ("bodies", "remains", "corpses")


def _goes_on_with_remains(view: View, phrase: Counted, cue: Cue) -> bool:
    """He had seen 50 bodies brought out of a house and 30 from another: bodies as well, not people moved."""
    if cue.measure in ("killed", "other", "same") or cue.first > phrase.first:
        return False
    return any(token.low in REMAINS for token in view.tokens[max(cue.first - 3, 0) : cue.first])


def _is_handed_over(view: View) -> bool:
    return any(c.measure == "other" and "people" in c.of for c in find_cues(view.tokens))


def _are_taken_prisoner(view: View, phrase: Counted) -> bool:
    """They took 40 soldiers prisoner; had taken 12 captive: a verb that its figure stands in the midst of."""
    before = {token.low for token in view.tokens[max(phrase.first - 2, 0) : phrase.first]}
    after = {token.low for token in view.tokens[phrase.last : phrase.last + 2]}
    return bool(before & _TAKING and after & {"prisoner", "captive", "hostage"})


_TAKING: Final = word_set("counts_meaning", "taking")


def _are_dead_brought_in(view: View, phrase: Counted, cue: Cue) -> bool:
    """At least 378 bodies were carried in: so many dead; but not bodies that were handed over."""
    remains = phrase.head is not None and view.tokens[phrase.head.noun].low in REMAINS
    return remains and view.tokens[cue.first].low in _BROUGHT


_BROUGHT: Final = word_set("counts_meaning", "brought")


def _are_captives(view: View, phrase: Counted) -> bool:
    """Some 199 hostages were taken into the enclave: taken, not sent."""
    return any(token.low in _CAPTIVES for token in view.tokens[phrase.first : phrase.last + 1])


_CAPTIVES: Final = word_set("counts_meaning", "captives")


def _is_of_hunger(view: View, cue: Cue) -> bool:
    """Four deaths from malnutrition: no deaths at anybody's hands."""
    after = [token.low for token in view.tokens[cue.last + 1 : cue.last + 5]]
    return cue.measure == "killed" and after[:1] in (["from"], ["of"]) and bool(_HUNGER & set(after))


def _has_toll_of_its_own(view: View, cue: Cue) -> bool:
    """Civilians died. The army's death toll is 118: of those whose toll the sentence says that it is."""
    return cue.role == "tally" and any(0 < cue.first - p.last <= _WHOSE for p in view.parties)


_WHOSE: Final = 4  # tokens from whose toll it is to the toll: the Defence Forces (IDF) death toll


def _is_withdrawal(measure: str, object_: str) -> bool:
    """Two thousand soldiers have left the town: armed people go, and are not displaced."""
    return measure == "displaced" and object_ in ("person.military", "person.mercenary")


_HUNGER: Final = word_set("counts_meaning", "hunger")


def _is_predicate(view: View, phrase: Counted, model: Claim) -> bool:
    """Forty-three were rebels and nine were loyalists; the other 109 were civilians: of the count before."""
    if model.measure in ("other", "deployed") or not (phrase.object or "").startswith("person"):
        return False
    tokens = view.tokens
    after = tokens[phrase.number.closing + 1].low if phrase.number.closing + 1 < len(tokens) else ""
    before = [token.low for token in tokens[max(phrase.first - 2, 0) : phrase.first + 1]]
    return after in ("were", "was") or "other" in before


_WHOLES: Final = word_set("counts_find", "wholes")


def _is_population(view: View, phrase: Counted) -> bool:
    """A nation of 30 million people: what lives there, whatever verb stands near."""
    before = [t.low for t in view.tokens[max(phrase.first - 2, 0) : phrase.first]]
    return len(before) == 2 and before[1] in ("of", "to") and before[0] in _WHOLES


def _has_no_verb(view: View, phrase: Counted, model: Claim) -> bool:
    """By Friday it had at least 70, among them ten women: nothing said of them but what was said before."""
    if not _are_harmed(model) or not (phrase.object or "").startswith("person"):
        return False
    if is_fought(view.tokens, phrase):
        return False
    after = [token.low for token in view.tokens[phrase.last + 1 : phrase.last + 2]]
    return not after or after[0] in _PHRASE_ENDS


def _is_lost_with(view: View, phrase: Counted, model: Claim) -> bool:
    """It cost them 31 servicemen killed, one helicopter and one tank: machines in a list of losses."""
    soldiers = model.measure in _HURT and model.object == "person.military"
    if phrase.object not in _LOSABLE or not (soldiers or model.measure == "lost"):
        return False
    first = min(phrase.first, phrase.head.first) if phrase.head is not None else phrase.first
    between = [token.low for token in view.tokens[:first] if token.start > model.anchor]
    return len(between) <= _BESIDE and between[-1:] in ([","], ["and"])


_KINDS: Final = (
    *("afv", "air_defence", "aircraft", "artillery", "helicopter", "mlrs", "ship", "tank", "uav", "vehicle"),
)
_LOSABLE: Final = frozenset(f"materiel.{kind}" for kind in _KINDS)
_HURT: Final = ("casualties", "killed", "wounded")
_BESIDE: Final = 10  # tokens from the number before to the one that its list goes on with


_PHRASE_ENDS: Final = word_set("counts_meaning", "phrase_ends")


def _are_harmed(model: Claim) -> bool:
    return model.measure in ("killed", "wounded", "captured", "detained", "missing")


def _is_whole(view: View, phrase: Counted) -> bool:
    """Had 13 tanks damaged out of 300: all that there were."""
    before = [t.low for t in view.tokens[max(phrase.first - 2, 0) : phrase.first]]
    if before != ["out", "of"]:
        return False
    opens = phrase.first == len(before)  # out of the 122 churches in the area, 17 were damaged
    return phrase.object is None or (opens and any(n.first > phrase.last for n in view.numbers))


def _says_violation(view: View, phrase: Counted) -> bool:
    words = {token.low for token in view.tokens[phrase.first : phrase.last + 1]}
    return bool(words & {"violation", "violations", "breaches", "breach"})


def _specified(view: View, phrase: Counted, object_: str) -> str:
    """Soldiers deployed as peacekeepers, fighters recruited abroad: the sentence says which kind."""
    if object_ not in ("person", "person.military"):
        return object_
    near = [t.low for t in view.tokens[max(phrase.first - 20, 0) : phrase.last + 14]]
    if (
        phrase.cue is not None
        and phrase.cue.measure == "deployed"
        and any(w.startswith("peacekeep") for w in near)
    ):
        return "person.peacekeeper"
    after = {t.low for t in view.tokens[phrase.last + 1 : phrase.last + 4]}
    if object_ == "person.military" and after & {"recruited", "hired"}:
        return "person.mercenary"
    return object_


def _object_of_cue(cue: Cue, model: Claim | None) -> str:
    if model is not None and model.object and kind_of_object(model.object) in cue.of:
        whole_groups = ("person.civilian", "person.military", "person.mercenary")
        if not model.object.startswith("person") or model.object in whole_groups:
            return model.object
    for kind, code in (
        ("people", "person"),
        ("materiel", "materiel"),
        ("structures", "structure"),
        ("settlements", "settlement"),
        ("incidents", "incident"),
        ("money", "money"),
    ):
        if kind in cue.of:
            return code
    return "incident"


def _refined(object_: str, model: Claim | None, phrase: Counted) -> str:
    """Those of them, where civilians or soldiers were spoken of, are civilians or soldiers."""
    if (
        object_ == "person"
        and phrase.partitive
        and model is not None
        and (model.object or "").startswith("person.")
    ):
        return model.object or object_
    return object_


def _narrowed(object_: str | None, model: Claim) -> str:
    if object_ is None or object_ == "person":
        return model.object or object_ or "person"
    return object_
