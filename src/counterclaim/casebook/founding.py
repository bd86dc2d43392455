"""How a casebook's folder begins: what may lie in it already, and with which casebook.toml."""

from pathlib import Path

from counterclaim.casebook.database import FILE_NAME as DATABASE_FILE
from counterclaim.casebook.locking import FILE_NAME as LOCK_FILE
from counterclaim.errors import CasebookError, SettingsError
from counterclaim.settings import FILE_NAME as SETTINGS_FILE
from counterclaim.settings import CasebookSettings, starter_settings, write_starter

_OWN_NAMES = {SETTINGS_FILE, DATABASE_FILE, LOCK_FILE, "documents", "site"}


def make_folder(folder: Path) -> None:
    """Make the folder, but never of one that holds other things."""
    others = sorted({path.name for path in folder.iterdir()} if folder.is_dir() else ())
    strangers = [name for name in others if not name.startswith(DATABASE_FILE) and name not in _OWN_NAMES]
    is_casebook = {SETTINGS_FILE, DATABASE_FILE} & set(others)
    if strangers and not is_casebook:
        raise CasebookError(
            f"{folder} holds other things ({', '.join(strangers[:3])}{', …' * (len(strangers) > 3)}) and no "
            "casebook.",
            "Name a folder that does not exist yet; Counterclaim makes it.",
        )
    (folder / "documents").mkdir(parents=True, exist_ok=True)


def begin_settings(path: Path, given: Path | None) -> None:
    """Write the casebook.toml to begin with; one that a person may have written is never replaced."""
    if given is None:
        write_starter(path)
        return
    CasebookSettings.load(given)
    text = given.read_text(encoding="utf-8")
    if path.exists() and path.read_text(encoding="utf-8") not in (text, starter_settings()):
        raise SettingsError(
            f"{path} says something else than {given}.",
            f"Leave `--settings` out to keep it as it is, or change {path} itself.",
        )
    path.write_text(text, encoding="utf-8")


def read_settings(folder: Path) -> CasebookSettings:
    """What the folder's casebook.toml says; where there is none, what holds without one."""
    path = folder / SETTINGS_FILE
    return CasebookSettings.load(path) if path.exists() else CasebookSettings()
