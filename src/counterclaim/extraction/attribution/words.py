"""The lexicon's words of attribution, ready to look up."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from counterclaim.extraction.phrases import PhraseTable, verb_forms, words_of
from counterclaim.lexicon import load_toml, organisations
from counterclaim.model import Hedge, Stance

ARTICLES: Final = ("the", "a", "an")
POSSESSIVES: Final = frozenset(load_toml("attribution")["possessives"])
PRONOUNS: Final = frozenset((*load_toml("attribution")["pronouns"], "them"))


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying in one of its forms, with the stance and hedge that it gives."""

    verb: str
    form: str
    stance: Stance
    hedge: Hedge | None


@cache
def attribution_words() -> dict[str, Any]:
    """The lexicon file of attribution."""
    return load_toml("attribution")


@cache
def source_nouns() -> frozenset[str]:
    """Nouns that can be a source or close a source's name."""
    return frozenset(attribution_words()["nouns"])


@cache
def account_nouns() -> frozenset[str]:
    """Nouns for somebody's figures: account, count, tally."""
    return frozenset(attribution_words()["accounts"])


@cache
def sayings() -> PhraseTable[Saying]:
    """Every form of every verb of saying."""
    irregular = irregular_verbs()
    entries = []
    for group in attribution_words()["verbs"]:
        for verb in group["verbs"]:
            for form, words in verb_forms(verb, irregular).items():
                saying = Saying(verb, form, group.get("stance", "asserts"), group.get("hedge"))
                entries.append((words_of(words), saying))
    return PhraseTable(entries)


_IRREGULAR: Final = {
    "say": ["says", "said", "said", "saying"],
    "tell": ["tells", "told", "told", "telling"],
    "write": ["writes", "wrote", "written", "writing"],
    "find": ["finds", "found", "found", "finding"],
    "speak": ["speaks", "spoke", "spoken", "speaking"],
    "show": ["shows", "showed", "shown", "showing"],
    "know": ["knows", "knew", "known", "knowing"],
    "admit": ["admits", "admitted", "admitted", "admitting"],
    "refute": ["refutes", "refuted", "refuted", "refuting"],
    "rebut": ["rebuts", "rebutted", "rebutted", "rebutting"],
    "withdraw": ["withdraws", "withdrew", "withdrawn", "withdrawing"],
    "make": ["makes", "made", "made", "making"],
    "go": ["goes", "went", "gone", "going"],
    "begin": ["begins", "began", "begun", "beginning"],
    "stick": ["sticks", "stuck", "stuck", "sticking"],
    "come": ["comes", "came", "come", "coming"],
    "have": ["has", "had", "had", "having"],
    "read": ["reads", "read", "read", "reading"],
    "hold": ["holds", "held", "held", "holding"],
    "be": ["is", "was", "been", "being"],
    "break": ["breaks", "broke", "broken", "breaking"],
    "tally": ["tallies", "tallied", "tallied", "tallying"],
    "contend": ["contends", "contended", "contended", "contending"],
}


def irregular_verbs() -> dict[str, list[str]]:
    """The forms of verbs that are not inflected by rule: third, past, participle, gerund."""
    return {**load_toml("measures")["irregular"], **_IRREGULAR}


@cache
def prepositions() -> PhraseTable[Stance]:
    """Phrases that a source follows, with the stance that they give."""
    denying = set(attribution_words()["denying"])
    return PhraseTable(
        (words_of(words), "denies" if words in denying else "asserts")
        for words in attribution_words()["before"]
    )


@cache
def independent() -> frozenset[str]:
    """Words in a source's name that make it nobody's."""
    return frozenset(attribution_words()["independent"])


@cache
def organisation_names() -> PhraseTable[str]:
    """Names of the organisations that the lexicon knows."""
    names = ((name, o.name) for o in organisations() for name in (o.name, *o.aliases))
    return PhraseTable(((words_of(name), plain) for name, plain in names), fold=False)


@cache
def number_words() -> frozenset[str]:
    """Words that count."""
    words = load_toml("numbers")
    return frozenset((*words["cardinals"], *words["multipliers"], *words["vague"]))
