"""The database of a casebook: opened, brought to this version's schema, and its errors put into words."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from counterclaim.casebook.schema import VERSION
from counterclaim.casebook.views import create_views
from counterclaim.casebook.writing import carry_over
from counterclaim.errors import CasebookError, SettingsError

FILE_NAME = "casebook.db"
MIGRATIONS = Path(__file__).parent / "migrations"

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_WAIT_FOR_OTHERS_MS = 30_000


class Database:
    """The tables of one casebook.

    Args:
        folder: the casebook's folder.
        url: an SQLAlchemy address; None for casebook.db in the folder.

    Raises:
        CasebookError: the database cannot be opened, or a newer version wrote it.
        SettingsError: the address cannot be used.
    """

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder = folder
        self.engine = _engine(folder, url)
        with self.troubles():
            _bring_up_to_date(self.engine, folder)

    def close(self) -> None:
        """Let go of the database; SQLite then folds its write-ahead log into the one file."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the database as it is when the block begins."""
        with self.troubles(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all that is written in the block is kept, or nothing of it."""
        with self.troubles(), self.engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def troubles(self) -> Iterator[None]:
        """Put the disk's and the database's errors within the block into words."""
        with saying_what_failed(self.folder):
            yield


@contextmanager
def saying_what_failed(folder: Path) -> Iterator[None]:
    """Turn errors of the disk and the database into CasebookError, with what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _in_words(folder, error) from error
    except OSError as error:
        if error.errno in _FULL:
            raise disk_full(folder) from error
        raise CasebookError(
            f"The casebook {folder} cannot be written: {error.strerror or error}.",
            "Check that the folder exists, that you may write there, and that the disk is whole.",
        ) from error


def disk_full(folder: Path) -> CasebookError:
    """What to say when there is no room left."""
    return CasebookError(
        f"There is no room left to write the casebook {folder}. It is whole, but not finished.",
        "Free some space on the disk, then run the same command again: it goes on where it stopped.",
    )


def _engine(folder: Path, url: str | None) -> Engine:
    address: URL = URL.create("sqlite", database=str(folder / FILE_NAME)) if url is None else _checked(url)
    try:
        engine = create_engine(address)
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"casebook.toml, [database]: the driver {error.name} of {address.drivername} is missing.",
            f"Install it (pip install '{error.name}[binary]'), or remove the `url` line.",
        ) from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _checked(url: str) -> URL:
    try:
        address = make_url(url)
        address.get_dialect()
    except (ArgumentError, NoSuchModuleError):
        raise SettingsError(
            f"casebook.toml, [database]: {url!r} is not a database address.",
            'Write it as "postgresql+psycopg://user@host/name", or remove the line to use casebook.db.',
        ) from None
    return address


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None  # transactions are begun by `_begin_sqlite`, schema changes too
    for pragma in (
        f"busy_timeout = {_WAIT_FOR_OTHERS_MS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its place at once: waiting for it later, with things read, could not succeed."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, folder: Path) -> None:
    with engine.connect() as connection:
        found = _version(connection)
    if found == VERSION:
        return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        _migrate(connection, folder)
        create_views(connection)
        if found is not None:
            carry_over(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(connection: Connection, folder: Path) -> None:
    """Run the migrations that are missing; Alembic takes long to import, so only here."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    found = _version(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise CasebookError(
            f"The casebook {folder} was written by a newer Counterclaim (its schema is {found}, this "
            f"version knows up to {VERSION}).",
            "Upgrade with: pip install --upgrade counterclaim",
        )
    command.upgrade(config, "head")


def _in_words(folder: Path, error: DBAPIError) -> CasebookError:
    said = str(error.orig)
    if "full" in said or "disk I/O" in said:
        return disk_full(folder)
    if "not a database" in said or "malformed" in said:
        return CasebookError(
            f"The database of the casebook {folder} is damaged: {said}.",
            "Restore casebook.db from a copy. Without one, move it away and run `counterclaim build` on the "
            "sources again: the same documents give the same claims.",
        )
    if "readonly" in said or "unable to open" in said:
        return CasebookError(
            f"The database of the casebook {folder} cannot be opened for writing: {said}.",
            "Check that you may write to the folder; a casebook on a read-only disk has to be copied first.",
        )
    if "locked" in said:
        return CasebookError(
            f"The database of the casebook {folder} is held by another program.",
            "Close what has it open, then run this command again.",
        )
    return CasebookError(
        f"The database of the casebook {folder} failed: {said.strip()}.",
        "If it runs on a server, check that it can be reached and that its `url` in casebook.toml is right.",
    )
