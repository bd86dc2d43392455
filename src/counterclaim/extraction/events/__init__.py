"""Events: something dated or placed that happened."""

from counterclaim.extraction.events.find import find_events

__all__ = ["find_events"]
