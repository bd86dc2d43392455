"""The count before, from which a count with parts left out takes them."""

from dataclasses import dataclass, field
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue, find_cues, kind_of_object
from counterclaim.extraction.counts.objects import NOT_COUNTED, Head, find_head
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set
from counterclaim.model import Claim, Document


@dataclass(slots=True)
class Antecedent:
    """The count before, from which a count with parts left out takes them."""

    claim: Claim | None = None
    paragraph: int = -1
    sentence: int = -1
    parties: dict[tuple[str, str], str] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)


def asked(document: Document, view: View) -> Claim | None:
    """How many people died is not agreed on: what a question asks, for figures alone that answer it."""
    tokens = view.tokens
    if "many" not in view.words:
        return None
    many = next(
        (i for i in range(1, len(tokens)) if tokens[i].low == "many" and tokens[i - 1].low == "how"), None
    )
    if many is None:
        return None
    head = find_head(tokens, many + 1)
    cue = _asked_of(tokens, many, head)
    if cue is None or (head is not None and head.object == NOT_COUNTED):
        return None
    return Claim(
        document=document.digest,
        start=view.start,
        end=view.end,
        quote="",
        anchor=tokens[many].start,
        kind="count",
        measure=cue.measure,
        object=head.object if head is not None else "person",
    )


def _asked_of(tokens: list[Token], many: int, head: Head | None) -> Cue | None:
    """What was done to those asked for: how many died; or what they are called by: how many dead."""
    kind, noun = (kind_of_object(head.object), head.noun) if head is not None else ("people", many)
    for cue in find_cues(tokens):
        is_noun = cue.first == many + 1 and cue.role in ("tally", "undergoer")
        suffers = cue.first > noun and cue.role in ("patient", "undergoer")
        if (is_noun or suffers) and kind in cue.of:
            return cue
    return None


def expected_kind(before: Antecedent, view: View) -> str:
    """The kind of thing that the paragraph last counted."""
    if before.claim is None or before.paragraph != view.paragraph or not before.claim.object:
        return "people"
    return kind_of_object(before.claim.object)


def is_further(view: View, phrase: Counted) -> bool:
    """A further two have yet to be identified: the words themselves say that the count goes on."""
    words = [t.low for t in view.tokens[phrase.first : phrase.number.closing + 2]]
    if "than" in words:
        words = [word for word in words if word != "more"]  # more than 50 were killed
    return not _FURTHER.isdisjoint(words)


_FURTHER: Final = frozenset(("additional", "another", "further", "more", "others"))


_GOES_BEFORE: Final = word_set("counts_antecedent", "goes_before")
_GOES_AFTER: Final = word_set("counts_antecedent", "goes_after")
_VERBS_AFTER: Final = word_set("counts_antecedent", "verbs_after")


def continues(view: View, phrase: Counted) -> bool:
    """Six in Martuni, three of them: a bare number that goes on with the count before it in its sentence."""
    tokens = view.tokens
    after = tokens[phrase.number.closing + 1].low if phrase.number.closing + 1 < len(tokens) else "."
    if after not in _GOES_AFTER or phrase.first == 0:
        return False
    dated = any(0 <= tokens[phrase.first].start - date.end <= 1 for date in view.dates)  # on 19 October 143
    return dated or tokens[phrase.first - 1].low in _GOES_BEFORE


def is_bare_figure(view: View, phrase: Counted) -> bool:
    """First it was 44; they could name 133; 3,000 in all: a figure alone for what was last counted."""
    tokens = view.tokens
    following = [token.low for token in tokens[phrase.number.closing + 1 : phrase.number.closing + 3]]
    if following in (["in", "all"], ["in", "total"], ["all", "told"]) or following[:1] == ["altogether"]:
        return True
    before = [token.low for token in tokens[max(phrase.number.opening - 3, 0) : phrase.number.opening]]
    if _corrects(view, phrase):
        return True
    before = before[-2:]
    ends = not following or following[0] in _ENDS
    if not ends or phrase.object is not None:
        return False
    opens = not before or before[-1] in _OPENS
    return opens if following[:1] == [","] and opens else bool(_FIGURE_VERBS & set(before))


def _corrects(view: View, phrase: Counted) -> bool:
    """Not twelve but eleven: the figure that stands for the one before it."""
    before = [token.low for token in view.tokens[max(phrase.number.opening - 3, 0) : phrase.number.opening]]
    return phrase.object is None and before[-1:] == ["but"] and before[0] == "not"


_OPENS: Final = frozenset((";", "–", "—"))  # marks after which a figure may stand alone: 129, said the agency
_ENDS: Final = word_set("counts_antecedent", "ends")


_FIGURE_VERBS: Final = word_set("counts_antecedent", "figure_verbs")


def opens_with_it(view: View, phrase: Counted) -> bool:
    """Three hundred are there still; Arakan: 1,101: a bare number that a sentence or an item is about."""
    tokens = view.tokens
    after = tokens[phrase.number.closing + 1].low if phrase.number.closing + 1 < len(tokens) else "."
    if view.is_list_item and phrase.first > 0 and tokens[phrase.first - 1].low == ":":
        return True
    return phrase.first == 0 and after in _VERBS_AFTER


def model_for(view: View, phrase: Counted, before: Antecedent, index: int) -> Claim | None:
    """The count before that this one takes its missing parts from: in its paragraph, or by an anaphor."""
    if before.claim is None:
        return None
    named = _former_or_latter(view, phrase, before)
    if named is not None:
        return named
    if is_told(view, phrase):
        harmed = _last_harm(before)
        if harmed is not None:
            return harmed
    if _is_spoken_of(view, phrase):
        same = [c for c in before.claims if c.low == phrase.range.low]
        if same:
            return same[-1]
    if _corrects(view, phrase):
        return _last_harm(before) or before.claim
    if (
        before.paragraph == view.paragraph
        or (view.is_list_item and index - before.sentence <= 8)
        or (index - before.sentence <= 2 and (is_anaphoric(view, phrase) or _goes_on(view, phrase)))
    ):
        return (
            _dead_before_wounded(view, phrase, before) or _people_told(view, phrase, before) or before.claim
        )
    is_tally = phrase.cue is not None and phrase.cue.measure == "same"
    return _last_harm(before) if is_tally else None  # nine days ago its tally stood at 406


def _goes_on(view: View, phrase: Counted) -> bool:
    """Three more were killed on Sunday: of those of whom the paragraph before told."""
    return phrase.object is None and phrase.first == 0 and is_further(view, phrase)


def _people_told(view: View, phrase: Counted, before: Antecedent) -> Claim | None:
    """Ten men were shot in two bars. The army spoke of 14: of people harmed, not of the bars."""
    last = before.claim
    if last is None or last.measure != "other" or phrase.cue is not None or not is_bare_figure(view, phrase):
        return None
    return _last_harm(before)


def is_told(view: View, phrase: Counted) -> bool:
    """The ministry confirmed 48 of its men; at least 127 people altogether, an agency wrote: of the toll."""
    if phrase.cue is not None or not (phrase.object or "").startswith("person"):
        return False
    following = [token.low for token in view.tokens[phrase.last + 1 : phrase.last + 2]]
    if following == ["altogether"]:
        return True
    before = {token.low for token in view.tokens[max(phrase.number.first - 3, 0) : phrase.number.first]}
    return (not following or following[0] in _ENDS) and bool(before & _CONFIRMING)


_CONFIRMING: Final = word_set("counts_antecedent", "confirming")


def _last_harm(before: Antecedent) -> Claim | None:
    """The last count of people killed, wherever it stands; else the last count of people harmed."""
    people = [c for c in before.claims if c.measure in _HARMS and (c.object or "").startswith("person")]
    return next((c for c in reversed(people) if c.measure == "killed"), people[-1] if people else None)


_HARMS: Final = frozenset(("captured", "casualties", "detained", "killed", "missing", "wounded"))


def _former_or_latter(view: View, phrase: Counted, before: Antecedent) -> Claim | None:
    """There were 12 of the former and 54 of the latter: of the two kinds that the sentence before counted."""
    after = [token.low for token in view.tokens[phrase.number.closing + 1 : phrase.number.closing + 4]]
    if after[:2] != ["of", "the"] or after[-1] not in ("former", "latter"):
        return None
    earlier = [claim for claim in before.claims if claim.anchor < view.start][-2:]
    return earlier[0 if after[-1] == "former" else -1] if earlier else None


def _dead_before_wounded(view: View, phrase: Counted, before: Antecedent) -> Claim | None:
    """It reported 64 killed and 370 wounded; then the total came to 67: a bare figure is of the dead."""
    pair = before.claims[-2:]
    alone = phrase.object is None and not phrase.partitive
    if not alone or [claim.measure for claim in pair] != ["killed", "wounded"]:
        return None
    if pair[1].anchor < view.start:
        return pair[0] if phrase.cue is None else None
    start = phrase.number.opening
    between = {t.low for t in view.tokens[:start] if t.start > pair[1].anchor}
    return pair[0] if between & _NEW_CLAUSE and is_bare_figure(view, phrase) else None


_NEW_CLAUSE: Final = word_set("counts_antecedent", "new_clause")


def _is_spoken_of(view: View, phrase: Counted) -> bool:
    """Of the 13, seven were …: a number with its article and no noun is one given before."""
    return phrase.object is None and view.tokens[phrase.first].low == "the"


_ANAPHORS: Final = word_set("counts_find", "anaphors")


def is_anaphoric(view: View, phrase: Counted) -> bool:
    """Whether a sentence points back: "the bulk of them", "those losses", "a further 46"."""
    tokens = view.tokens
    before = tokens[: phrase.last + 2]
    if any(t.low in _ANAPHORS and not _is_of_another(tokens, phrase, i) for i, t in enumerate(before)):
        return True
    if _SPOKEN_OF.isdisjoint(view.words):
        return False
    spoken_of = (place for place, token in enumerate(tokens) if token.low in _SPOKEN_OF)
    return any(place > 0 and tokens[place - 1].low == "the" for place in spoken_of)


def _is_of_another(tokens: list[Token], phrase: Counted, index: int) -> bool:
    """Another gunfight in which six died: of its noun, not of the six; "in another, six" points back."""
    alone = tokens[index + 1].kind == "mark" if index + 1 < len(tokens) else True
    return tokens[index].low in _MORE and index < phrase.first - 1 and not alone


_MORE: Final = word_set("counts_antecedent", "more")
_SPOKEN_OF: Final = word_set("counts_find", "spoken_of")


def same_people(model: Claim, object_: str) -> bool:
    """Whether a count before speaks of the same kind of thing."""
    return (model.object or "").split(".")[0] == object_.split(".")[0]


def is_breakdown(view: View, phrase: Counted, model: Claim) -> bool:
    """Whether a colon leads from the count before to this one: "148 dead: on one side 61"."""
    if not same_people(model, phrase.object or ""):
        return False
    start = view.start if view.start <= model.anchor else model.anchor
    return any(t.low == ":" for t in view.tokens[2:] if start < t.start < view.tokens[phrase.first].start)


def is_among(view: View, phrase: Counted, model: Claim) -> bool:
    """One T-90 among them: whether a phrase is a part of what its own sentence counted before."""
    after = view.lows[phrase.last + 1 : phrase.last + 3]
    same_kind = phrase.object is None or same_people(model, phrase.object)
    return after == ["among", "them"] and model.anchor >= view.start and same_kind


def is_added(view: View, phrase: Counted, model: Claim) -> bool:
    """It adds four aircraft and 17 drones: more of what befell those counted before, and of the same side."""
    source = view.source_at(phrase.number.first)
    if source is None or source.verb != "add" or not 0 <= source.cue < phrase.first:
        return False
    said = view.lows[source.cue + 1] == "that"
    return not said and phrase.cue is None and same_people(model, phrase.object or "")


def is_subset(view: View, phrase: Counted) -> bool:
    """Whether a phrase names a part of the count before: "including 16 children"."""
    tokens = view.tokens
    before = {token.low for token in tokens[max(phrase.first - 4, 0) : phrase.first]}
    after = {token.low for token in tokens[phrase.last + 1 : phrase.last + 4]}
    return (
        bool(before & {"including", "among", "whom", "includes", "included", "include", "victims", "dead"})
        or {"among", "them"} <= after
    )
