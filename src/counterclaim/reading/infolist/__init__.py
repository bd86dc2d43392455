"""The "infolist" format: an encyclopedia mirror's copy, broken at every link."""

from counterclaim.reading.infolist.cleaning import Article, clean, is_infolist

__all__ = ["Article", "clean", "is_infolist"]
