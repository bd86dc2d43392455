"""The rules by which a written name comes to stand for an entity, in words that a reader can dispute."""

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType(
    {
        "as-written": "Nothing else is known of the name; it stands for itself.",
        "shown-name": "The name under which the entity is shown.",
        "polity-word": "The name is a word for the country, group or coalition.",
        "polity-itself": "The words beside the country's name say only that it speaks as such.",
        "body-of-polity": "A body or officer of the country that its words name; the other words tell which.",
        "body-of-side": "The name leaves the country out; every claim that cites it says for whom it speaks.",
        "only-such-body": "The name leaves the country out; the casebook has one body of this name.",
        "short-for-one": "In each document that cites it, one source alone bears all the words of the name.",
        "people": "The name is that of a people, not of a government.",
        "known-organisation": "The lexicon of organisations knows the name.",
        "of-organisation": "A part or officer of an organisation that the lexicon knows.",
        "abbreviation": "The casebook's texts give the abbreviation behind one full name.",
        "person": "A person's name, without title or office.",
        "spelling-of-person": "Another spelling of a person's name, or a text links the two names.",
        "surname-of-one": "One person whom the casebook's claims name bears this surname.",
        "surname-in-text": "The casebook's texts give one full name with this surname.",
        "sole-holder": "The casebook names one holder of this office.",
        "joint": "Several are named together.",
        "party-name": "The casebook declares the name.",
        "party-of-body": "A body or force of the party that its words name.",
        "place-name": "The place's name, whatever its capitals and diacritics.",
        "place-kind": "The place's name with what it is: town, village, city.",
        "place-alias": "The casebook, or the text's own account of the place, gives both names.",
        "place-gazetteer": "The gazetteer gives both names to one town, and the documents fit it.",
        "equipment-model": "The lexicon of equipment knows the model.",
    }
)
