"""Models of equipment that claims' words name."""

import re
from collections.abc import Iterator
from functools import cache

from counterclaim.lexicon import entries


@cache
def _models(language: str = "en") -> dict[str, str]:
    """From every name of a model, without hyphens and blanks, to its first name."""
    return {
        _close(name): entry.text("name")
        for entry in entries("equipment", "model", language)
        for name in (entry.text("name"), *entry.texts("aliases"))
    }


@cache
def _pattern(language: str = "en") -> re.Pattern[str]:
    names = sorted(
        {
            name
            for entry in entries("equipment", "model", language)
            for name in (entry.text("name"), *entry.texts("aliases"))
        },
        key=lambda name: (-len(name), name),
    )
    shapes = (
        re.sub(r"[-\s]+", r"[-‑–\\s]?", re.escape(name).replace(r"\-", "-").replace(r"\ ", " "))
        for name in names
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(shapes)})(?=s?(?![\w-])|[A-Z]{{1,3}}\d{{0,2}}\b)")


def _close(name: str) -> str:
    return re.sub(r"[-‑–\s]+", "", name)


def models_in(words: str) -> Iterator[tuple[str, str]]:
    """The models named in a text, as (name as written, the model's first name).

    A variant letter behind a model's name (T-72B3) is of the model. Case tells: Grad is a rocket
    launcher and grad is not.

    Raises:
        SettingsError: the lexicon of equipment is missing or wrong.
    """
    models = _models()
    for match in _pattern().finditer(words):
        yield match[0], models[_close(match[0])]
