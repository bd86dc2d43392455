"""Reads reporting about an armed conflict into claims that can be audited."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counterclaim.extraction.dates import DateSpan, find_dates
    from counterclaim.extraction.sub_events import EventClass, Reason, classify_event
    from counterclaim.gazetteer import ResolvedPlace, resolve_places
    from counterclaim.taxonomies import SubEventType

__all__ = [
    "DateSpan",
    "EventClass",
    "Reason",
    "ResolvedPlace",
    "SubEventType",
    "classify_event",
    "find_dates",
    "resolve_places",
]

_FOUND_IN = {
    "DateSpan": "counterclaim.extraction.dates",
    "find_dates": "counterclaim.extraction.dates",
    "EventClass": "counterclaim.extraction.sub_events",
    "Reason": "counterclaim.extraction.sub_events",
    "classify_event": "counterclaim.extraction.sub_events",
    "SubEventType": "counterclaim.taxonomies",
    "ResolvedPlace": "counterclaim.gazetteer",
    "resolve_places": "counterclaim.gazetteer",
}
"""Where each public name is defined; it is imported from there when it is first asked for."""


def __getattr__(name: str) -> Any:
    if name not in _FOUND_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FOUND_IN[name]), name)
