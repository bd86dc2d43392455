"""How other data sets call what happens in conflicts, and which of their names fit ours."""

from counterclaim.taxonomies.acled import DisorderType, EventType, SubEventType

__all__ = ["DisorderType", "EventType", "SubEventType"]
