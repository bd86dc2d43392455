"""One snippet of text to the sub-event type that ACLED's coders would give it."""

from counterclaim.extraction.sub_events.classify import EventClass, Reason, classify_event

__all__ = ["EventClass", "Reason", "classify_event"]
