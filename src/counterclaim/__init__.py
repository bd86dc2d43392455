"""Reads reporting about an armed conflict into claims that can be audited."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counterclaim.extraction.dates import DateSpan, find_dates
    from counterclaim.gazetteer import ResolvedPlace, resolve_places

__all__ = ["DateSpan", "ResolvedPlace", "find_dates", "resolve_places"]

_FOUND_IN = {
    "DateSpan": "counterclaim.extraction.dates",
    "find_dates": "counterclaim.extraction.dates",
    "ResolvedPlace": "counterclaim.gazetteer",
    "resolve_places": "counterclaim.gazetteer",
}
"""Where each public name is defined; it is imported from there when it is first asked for."""


def __getattr__(name: str) -> Any:
    if name not in _FOUND_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FOUND_IN[name]), name)
