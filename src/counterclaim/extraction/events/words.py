"""The lexicon's words for events, ready to look up."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.extraction.phrases import PhraseTable, plural, verb_forms, words_of
from counterclaim.lexicon import load_toml


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue's words tell.

    Attributes:
        type: the event type; "" for an attack whose weapon decides.
        form: "noun", "word", or the verb's form: "base", "third", "past", "participle", "gerund".
        suffers: whether the subject has it done to it.
        base: the cue's base form.
        needs: words of which one must stand in the same sentence.
        not_near: words of which none may stand beside.
        object: words of which one must stand in the object.
        by: words of which one must stand before a verb, as its subject.
        named: whether its object must be a name.
        strict: whether a noun needs a verb of taking place.
        begins: whether it needs one that tells a beginning.
    """

    type: str
    form: str
    suffers: bool = False
    base: str = ""
    needs: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    named: bool = False
    strict: bool = False
    begins: bool = False


@cache
def event_words() -> dict[str, Any]:
    """The contents of events.toml."""
    return load_toml("events")


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """The words of one list of events.toml."""
    return frozenset(event_words()[table][name])


@cache
def irregular() -> dict[str, list[str]]:
    """Irregular verbs: base form to its other forms."""
    return {**load_toml("measures")["irregular"], **event_words()["irregular"]}


@cache
def cardinals() -> dict[str, int]:
    """Cardinal numbers in words up to twelve."""
    numbers: dict[str, int] = load_toml("numbers")["cardinals"]
    return numbers


@cache
def past_forms() -> frozenset[str]:
    """Past forms of irregular verbs that are not their base form too."""
    return frozenset(forms[1] for base, forms in irregular().items() if forms[1] != base)


@cache
def senses() -> PhraseTable[tuple[Sense, ...]]:
    """Every phrase that can tell an event, to what it tells."""
    found: dict[tuple[str, ...], dict[Sense, None]] = {}

    def add(words: str, sense: Sense) -> None:
        found.setdefault(words_of(words.lower()), {}).setdefault(sense)

    weapons = event_words()["weapons"]
    for verb in weapons["verbs"]:
        for form, words in verb_forms(verb, irregular()).items():
            add(words, Sense("", form, base=verb))
    for noun in weapons["nouns"]:
        add(noun, Sense("", "noun", base=noun))
        add(plural(noun), Sense("", "noun", base=noun))
    for cue in event_words()["cue"]:
        for words, sense in _of_cue(cue):
            add(words, sense)
    return PhraseTable((words, tuple(many)) for words, many in found.items())


def _of_cue(cue: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    """Every form of a cue's words, with what it tells."""
    needs, near, of = (frozenset(cue.get(key, ())) for key in ("needs", "not_near", "object"))
    doers = cue.get("by", ())
    by = listed("actors", doers) if isinstance(doers, str) else frozenset(doers)
    named, strict, begins = (bool(cue.get(key)) for key in ("named", "strict", "begins"))
    for key, suffers in (("verbs", False), ("suffers", True)):
        for verb in cue.get(key, ()):
            for form, words in _forms(verb).items():
                yield (
                    words,
                    Sense(cue["type"], form, suffers, verb, needs, near, of, by, named, strict, begins),
                )
    for noun in cue.get("nouns", ()):
        for words in (noun, plural(noun)):
            yield words, Sense(cue["type"], "noun", False, noun, needs, near, of, by, named, strict, begins)
    for phrase in cue.get("words", ()):
        for words in _with_adverbs(phrase):
            yield words, Sense(cue["type"], "word", False, phrase, needs, near, of)


def _with_adverbs(phrase: str) -> Iterator[str]:
    """A phrase with each adverb at its ~, and with none: "truce broke down", "truce soon broke down"."""
    yield phrase.replace(" ~", "")
    if "~" in phrase:
        for adverb in sorted(listed("grammar", "realised_adverbs")):
            yield phrase.replace("~", adverb)


def _forms(verb: str) -> dict[str, str]:
    """A verb's forms; those of "be fined" are its passive's: was fined, were fined, been fined."""
    if not verb.startswith("be "):
        return verb_forms(verb, irregular())
    rest = verb[3:]
    forms = {f"be{n}": f"{be} {rest}" for n, be in enumerate(("is", "are", "was", "were", "been", "being"))}
    return {**forms, "base": verb}


@cache
def beginnings() -> frozenset[tuple[str, ...]]:
    """The verbs of taking place that tell a beginning, in every form."""
    verbs = event_words()["realising"]["beginning"]
    return frozenset(words_of(words) for verb in verbs for words in _forms(verb).values())


@cache
def speaking_of() -> frozenset[str]:
    """Verbs that only speak of what took place, in every form."""
    verbs = event_words()["realising"]["speaks"]
    return frozenset(words for verb in verbs for words in _forms(verb).values())


@cache
def realising() -> PhraseTable[str]:
    """Verbs that tell that what a noun names took place: "occurs" after the noun, "makes" before it."""
    entries: list[tuple[tuple[str, ...], str]] = []
    for kind in ("makes", "occurs"):
        for verb in event_words()["realising"][kind]:
            for form, words in _forms(verb).items():
                entries.append((words_of(words), f"{kind}:{form}"))
    both = {w for w, k in entries if k.startswith("makes")} & {
        w for w, k in entries if k.startswith("occurs")
    }
    return PhraseTable((w, "both:" + k.split(":")[1] if w in both else k) for w, k in entries)


@cache
def weapon_words() -> PhraseTable[str]:
    """Weapons to the event type that they give."""
    entries: list[tuple[tuple[str, ...], str]] = []
    for kind in event_words()["weapons"]["kind"]:
        entries += [(words_of(words.lower()), kind["type"]) for words in kind["words"]]
    return PhraseTable(entries)


@cache
def terms() -> PhraseTable[bool]:
    """Words after which stands what the parties to an agreement are bound to do."""
    return PhraseTable((words_of(words), True) for words in event_words()["saying"]["terms"])


@cache
def weapon_nouns() -> frozenset[str]:
    """Words for weapons, one by one."""
    return frozenset(
        w.lower() for kind in event_words()["weapons"]["kind"] for w in kind["words"] if " " not in w
    )


@cache
def whole_war() -> PhraseTable[bool]:
    """Phrases that mean the whole war."""
    words = event_words()["whole_war"]
    over = (f"{before} the {name}" for before in words["over"] for name in words["names"])
    since = (f"since the {name} {began}" for began in words["began"] for name in words["names"])
    return PhraseTable((words_of(phrase), True) for phrase in (*words["words"], *over, *since))
