"""What the words of a heading say: of a column, a row, a section, or of the table as a whole."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from counterclaim.extraction.attribution.words import independent
from counterclaim.extraction.counts.cues import Cue, find_cues, kind_of_object
from counterclaim.extraction.counts.objects import NOT_COUNTED, common_object, noun_at
from counterclaim.extraction.hedges import hedge_of
from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.extraction.tables.names import Named, mentions_in, named_in, source_in
from counterclaim.extraction.tables.words import plain, table_words
from counterclaim.extraction.tokens import Token, tokenise
from counterclaim.lexicon import entries
from counterclaim.model import Conflict, Hedge

_JOINERS = frozenset(("and", "or", "/", "&", "+", ",", "and/or"))
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_LONGEST = 400  # characters of a caption in which words are looked for
_PEOPLE = frozenset(("people",))
_KINDS = ("people", "materiel", "structures", "settlements", "incidents", "money")
_GROUPS = frozenset(("person.military", "person.civilian"))


@dataclass(frozen=True, slots=True)
class Sense:
    """A measure that a heading may give, for the kinds of thing that it can be said of."""

    measure: str
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of a heading say; what they leave open is None or empty.

    Attributes:
        text: the heading.
        senses: the measures that its words may give, in order.
        kinds: the kinds of thing that its measures can be said of, the likeliest first.
        is_joined: whether the measures are joined into one: "dead and missing".
        object: the code of what it names.
        group: the code of the people that it narrows people to ("military").
        parties: those whose people or things it may speak of.
        settings: those that it names only as a place: "in Ukraine".
        asides: those that a comma or a colon sets off: the place of people, the owner of weapons.
        actor: the party that it says did it: "killed by X".
        source: who it says makes the claim, and the party that the source speaks for.
        is_total: whether it only says that it adds up others.
        is_unnamed: whether it says nothing in particular: "number", "other".
        is_uncounted: whether what stands under it is no count: a percentage, an age.
        bound: "low", "high" or "best" where it gives one end of a range.
        is_about: whether it blurs its figures: "estimated".
        pace: "new" for a day's own figures, "running" for a toll, "total" for a sum.
        is_part: whether it heads a part of the column before: "of whom children".
        factor: what its figures are to be multiplied by.
        hedge: as the claim vocabulary has it.
    """

    text: str
    senses: tuple[Sense, ...] = ()
    kinds: tuple[str, ...] = ()
    is_joined: bool = False
    object: str | None = None
    group: str | None = None
    parties: tuple[Named, ...] = ()
    settings: tuple[Named, ...] = ()
    asides: tuple[Named, ...] = ()
    actor: str | None = None
    source: tuple[str, str | None] | None = None
    is_total: bool = False
    is_unnamed: bool = False
    is_uncounted: bool = False
    bound: str | None = None
    is_about: bool = False
    pace: str | None = None
    is_part: bool = False
    factor: int = 1
    hedge: Hedge | None = None

    def measure_of(self, kind: str) -> str | None:
        """The measure that it gives for things of a kind, None where it gives none."""
        found = list(dict.fromkeys(sense.measure for sense in self.senses if kind in sense.of))
        if self.is_joined and len(found) > 1:
            return joined_measure(frozenset(found), kind)
        return next((measure for measure in found if measure != "other"), found[0] if found else None)


def joined_measure(measures: frozenset[str], kind: str) -> str | None:
    """The measure of a sum over several: killed and wounded are casualties, the rest of people has none."""
    if len(measures) < 2:
        return next(iter(measures), None)
    if kind == "people":
        return "casualties" if measures <= {"killed", "wounded", "casualties"} else "other"
    if kind == "materiel":
        return "lost" if measures <= {"destroyed", "damaged", "captured", "abandoned", "lost"} else "other"
    return "damaged" if measures <= {"destroyed", "damaged"} else "other"


def finer_object(one: str, other: str) -> str | None:
    """The finer of two objects that can be one thing; None where they cannot: tanks and ships."""
    if one == other or one.startswith(other + "."):
        return one
    if other.startswith(one + "."):
        return other
    for group, special in ((one, other), (other, one)):
        if group in _GROUPS and special.startswith("person.") and special not in _GROUPS:
            return special
    return None


@lru_cache(maxsize=8192)
def read_heading(text: str, conflict: Conflict) -> Meaning:
    """What a heading's words say.

    Args:
        text: the heading, or a caption, of which the first part is read.
        conflict: whose parties count besides those that the lexicon knows.
    """
    tokens = tokenise(text.replace("_", " ")[:_LONGEST])
    words, mentions = table_words(), mentions_in(tokens, conflict)
    source, used = source_in(tokens, mentions)
    named = named_in(text, tokens, mentions, used)
    what = _without(tokens, used)
    senses, is_joined = _senses(what)
    bounds = {match.value for match in words.bounds.find(tokens)}
    name = plain(text)
    return Meaning(
        text,
        senses,
        tuple(kind for kind in _KINDS if any(kind in sense.of for sense in senses)),
        is_joined,
        _object(what),
        next((match.value for match in words.people.find(what)), None),
        **named,  # type: ignore[arg-type]
        source=source,
        is_total=name in words.totals,
        is_unnamed=name in words.unnamed or not any(char.isalpha() for char in name),
        is_uncounted=_is_uncounted(text, tokens),
        bound=next((bound for bound in ("best", "low", "high") if bound in bounds), None),
        is_about="about" in bounds,
        pace=next((match.value for match in words.pace.find(tokens)), None),
        is_part=text.lower().startswith(tuple(words.parts)),
        factor=_factor(text),
        hedge=hedge_of(tokens),
    )


def named_source(name: str, meaning: Meaning) -> tuple[str, str | None]:
    """A source that stands by itself, in its own column or behind "Source:", and the party it speaks for.

    Args:
        name: the source as written.
        meaning: what its words say.
    """
    if meaning.source is not None and meaning.source[0] != meaning.text:
        return meaning.source
    name = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    words = {token.low for token in tokenise(name)}
    speaks = meaning.parties and meaning.source is None and not words & independent()
    return name, meaning.parties[0].party if speaks else None


# ------------------------------------------------------------ what is counted, and what was done


def _without(tokens: list[Token], used: set[int]) -> list[Token]:
    """The words that may say what is counted: not a source's, not who did it, not what is only included."""
    words = table_words()
    by = next((i for i, token in enumerate(tokens) if i and token.low in words.by), len(tokens))
    kept: list[Token] = []
    for clause in _clauses([token for i, token in enumerate(tokens) if i not in used and i < by]):
        if not kept or not any(token.low in words.asides for token in clause):
            kept += clause
    return kept


def _clauses(tokens: list[Token]) -> list[list[Token]]:
    """The tokens cut before commas and opening brackets."""
    clauses: list[list[Token]] = [[]]
    for token in tokens:
        if token.low in (",", "(", ";"):
            clauses.append([])
        clauses[-1].append(token)
    return clauses


def _senses(tokens: list[Token]) -> tuple[tuple[Sense, ...], bool]:
    """The measures that the words give in order, and whether they are joined into one."""
    senses: list[tuple[int, int, Sense]] = [
        (match.first, match.last, Sense(match.value, _PEOPLE)) for match in _own_measures().find(tokens)
    ]
    told = {index for first, last, _ in senses for index in range(first, last + 1)}
    senses += [
        (cue.first, cue.last, Sense(cue.measure, cue.of))
        for cue in find_cues(tokens)
        if cue.measure != "same"
        and cue.role != "level"
        and cue.first not in told
        and not _is_in_noun(tokens, cue)
    ]
    senses.sort(key=lambda item: item[0])
    starts = sorted({(first, last) for first, last, _ in senses})
    gaps = [{token.low for token in tokens[last + 1 : first]} for (_, last), (first, _) in pairwise(starts)]
    return tuple(sense for _, _, sense in senses), any(gap & _JOINERS for gap in gaps)


@cache
def _own_measures() -> PhraseTable[str]:
    return PhraseTable((words_of(words), measure) for words, measure in table_words().measures.items())


def _is_in_noun(tokens: list[Token], cue: Cue) -> bool:
    """Whether a cue is only part of a noun that it cannot be said of: the strike of "air strikes"."""
    for index in range(max(cue.first - 3, 0), cue.first + 1):
        named = noun_at(tokens, index)
        if named is not None and index <= cue.first and cue.last <= named[0]:
            return named[1] != NOT_COUNTED and kind_of_object(named[1]) not in cue.of
    return False


def _object(tokens: list[Token]) -> str | None:
    """The code of what the words name; several that are joined take their nearest common one."""
    return _noun(tokens) or next((match.value for match in _models().find(tokens)), None)


@cache
def _models() -> PhraseTable[str]:
    """The names of models of equipment to the code of what they are."""
    return PhraseTable(
        (
            (words_of(name), entry.text("object"))
            for entry in entries("equipment", "model")
            for name in (entry.text("name"), *entry.texts("aliases"))
        ),
        fold=False,
    )


def _noun(tokens: list[Token]) -> str | None:
    found: str | None = None
    index, end = 0, -1
    while index < len(tokens):
        named = noun_at(tokens, index)
        if named is None or named[1] == NOT_COUNTED:
            index += 1
            continue
        joined = found is not None and any(token.low in _JOINERS for token in tokens[end + 1 : index])
        found = _with(found, named[1], joined)
        end = named[0]
        index = end + 1
    return found


def _with(found: str | None, code: str, joined: bool) -> str:
    if found is None:
        return code
    if joined and "person" not in (found, code):
        return common_object(found, code)
    return finer_object(found, code) or code


# ------------------------------------------------------------ what kind of figure


def _is_uncounted(text: str, tokens: list[Token]) -> bool:
    """A percentage, an age, a rate: unless the word is a part of a name such as an age group."""
    return "%" in text or any(True for _ in table_words().uncounted.find(tokens))


_SCALES = re.compile(r"'?[a-z0-9]+", re.IGNORECASE)


def _factor(text: str) -> int:
    """Thousands or millions, in brackets, behind a comma or before a sign of currency."""
    words = table_words()
    pieces = re.findall(r"\(([^()]*)\)|,\s*([^,]*)\Z|((?:US)?\$\s*\w+)\Z|\A(in \w+)\Z", text)
    for piece in (part for parts in pieces for part in parts if part):
        found = [words.factors[word] for word in _SCALES.findall(piece.lower()) if word in words.factors]
        if found:
            return found[0]
    return 1


def is_money(text: str) -> bool:
    """Whether a heading gives a currency."""
    lows = {token.low for token in tokenise(text)}
    return bool(lows & table_words().currencies) or "$" in text
