"""How other data sets call what happens in conflicts, and which of their names fit ours."""

from counterclaim.taxonomies.acled import DisorderType, EventType, SubEventType
from counterclaim.taxonomies.crosswalk import Mapped, crosswalk, crosswalk_reference

__all__ = ["DisorderType", "EventType", "Mapped", "SubEventType", "crosswalk", "crosswalk_reference"]
