"""Stage: reading. Bytes in, documents out; `read` is the one entry point."""

from counterclaim.reading.sources import read

__all__ = ["read"]
