"""The settings of a casebook: what casebook.toml may say, checked at the door."""

from counterclaim.settings.bounds import BoundSettings
from counterclaim.settings.declaration import FILE_NAME, CasebookSettings, LlmSettings
from counterclaim.settings.rendering import settings_reference, starter_settings, write_starter

__all__ = [
    "FILE_NAME",
    "BoundSettings",
    "CasebookSettings",
    "LlmSettings",
    "settings_reference",
    "starter_settings",
    "write_starter",
]
