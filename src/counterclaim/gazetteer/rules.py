"""The rules by which a name comes to stand for a place, in words that a reader can dispute."""

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType(
    {
        "casebook": "The casebook declares the place.",
        "name": "The gazetteer has the name.",
        "kind": "The gazetteer has the name, and the words beside it say what kind of place it is.",
        "around": "The gazetteer has no such area; this is the place that it is called after.",
        "spelling": "The gazetteer has the name in another romanisation, and the place fits the document.",
        "part": "A part of the place, whose point stands for it.",
        "thing": "Something called after the place, which lies at it or near it.",
        "feature": "Land or water called after the place, whose point stands for it.",
        "people": "A word for the people of the place.",
        "container": "Of those with the name, the one in the area that the text gives behind it.",
        "surroundings": "Of those with the name, the one nearest to the document's other places.",
        "most-people": "Of those with the name, the one with most inhabitants or of most weight.",
        "unlikely": "Only another spelling or a thing of the name is known, and nothing near speaks for it.",
        "unknown": "No gazetteer has the name.",
        "description": "The words describe a place and do not name it.",
        "coarsened": "The casebook shows the place only roughly; its point is the middle of a wider square.",
    }
)
