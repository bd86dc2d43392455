"""Whose an office is where words before it say so: "Azerbaijan. … the Prosecutor General's Office said"."""

from typing import Final

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.attribution.words import independent, organisation_names
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.tokens import Token, tokenise
from counterclaim.lexicon import word_set

_LABEL: Final = 3  # tokens of a sentence that is only a paragraph's label: "Azerbaijan."


def party_of_label(tokens: list[Token], parties: list[PartyMention]) -> str | None:
    """The state that a paragraph is labelled with: its first sentence is the name and nothing else.

    Args:
        tokens: those of the paragraph's first sentence.
        parties: the parties that it names.
    """
    if len(tokens) > _LABEL or len(parties) != 1 or tokens[-1].kind != "mark":
        return None
    named = parties[0]
    is_label = named.is_state and named.how == "name" and (named.first, named.last) == (0, len(tokens) - 2)
    return named.party if is_label else None


def party_of_setting(tokens: list[Token], parties: list[PartyMention]) -> str | None:
    """The state in which a sentence sets itself by its first words: "In Armenia the authorities state"."""
    opens = bool(tokens) and tokens[0].low == "in"
    return next((p.party for p in parties if opens and p.first == 1 and p.is_state and p.how == "name"), None)


def give_party(attribution: Attribution, party: str | None) -> None:
    """Let an office of no party named speak for the state that its paragraph or its sentence is set in.

    Args:
        attribution: the source; one that has a party, or is no office of a state, stays as it is.
        party: the state.
    """
    if party is None or attribution.party is not None or attribution.source is None:
        return
    words = {word.lower() for word in attribution.source.split()}
    names = tokenise(attribution.source)
    known = any(organisation_names().at(names, index) is not None for index in range(len(names)))
    if words & _OFFICES and not words & independent() and not known:
        attribution.party, attribution.party_beside = party, True


_OFFICES: Final = word_set("counts_claims", "official") | word_set("attribution", "offices")
