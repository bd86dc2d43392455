"""The schema moves in whole steps, says what it holds, and opens in other people's tools."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from counterclaim.casebook import Casebook, schema_reference
from counterclaim.casebook.database import MIGRATIONS
from counterclaim.casebook.schema import METADATA, VERSION
from counterclaim.casebook.views import VIEWS
from tests.casebook.material import fill


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("database") / "case"
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
    return folder


def test_migrations_make_what_the_schema_declares(folder: Path) -> None:
    engine = create_engine(f"sqlite:///{folder / 'casebook.db'}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_an_older_casebook_is_filled_and_still_as_recorded(folder: Path, tmp_path: Path) -> None:
    old = Path(shutil.copytree(folder, tmp_path / "old"))
    with Casebook.open(folder) as casebook:
        now = casebook.record()
    assert now.registers.precisions
    with closing(sqlite3.connect(old / "casebook.db")) as database:
        for (view,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            database.execute(f"DROP VIEW {view}")
        database.execute("DROP TABLE whereabouts")
        for table, column in (
            ("contradictions", "rule"),
            ("contradictions", "grade"),
            ("derivations", "made_with"),
        ):
            database.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        database.execute("UPDATE alembic_version SET version_num = '0011'")
        database.commit()
    with Casebook.open(old) as casebook:
        assert casebook.record().registers.precisions == now.registers.precisions
        assert casebook.is_reconciled and casebook.verify() == []
    with closing(sqlite3.connect(old / "casebook.db")) as database:
        rows = database.execute("SELECT place, where_prec, latitude FROM claims_readable").fetchall()
        noted = database.execute("SELECT subject FROM history WHERE action LIKE '%carried over%'").fetchall()
    assert any(where_prec and latitude for _, where_prec, latitude in rows)
    assert noted == [("reconciliation",)]


def test_the_version_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [VERSION]


def test_the_database_is_in_write_ahead_mode_and_one_file_when_closed(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "casebook.db")) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert [path.name for path in folder.glob("casebook.db*")] == ["casebook.db"]


def test_every_table_and_column_says_what_it_holds() -> None:
    for table in METADATA.sorted_tables:
        assert table.comment, table.name
        for column in table.columns:
            assert column.comment, f"{table.name}.{column.name}"


def rows(folder: Path, query: str) -> list[dict[str, object]]:
    with closing(sqlite3.connect(folder / "casebook.db")) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(query)]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_has_the_columns_that_the_reference_names(folder: Path, view: object) -> None:
    name = getattr(view, "name")  # noqa: B009
    page = schema_reference()
    section = page[page.index(f"### `{name}`") :].split("###")[1]
    named = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    with closing(sqlite3.connect(folder / "casebook.db")) as database:
        columns = [column[0] for column in database.execute(f"SELECT * FROM {name}").description]
    assert columns == named


def test_views_show_claims_with_the_names_of_their_documents(folder: Path) -> None:
    claims = rows(folder, "SELECT document, low, contradictions FROM claims_readable ORDER BY low")
    assert claims == [
        {"document": "south.txt", "low": None, "contradictions": 0},
        {"document": "north.txt", "low": 12, "contradictions": 1},
        {"document": "south.txt", "low": 41, "contradictions": 1},
    ]
    assert len(rows(folder, "SELECT * FROM counts_readable")) == 2
    assert [row["event_type"] for row in rows(folder, "SELECT * FROM events_readable")] == ["talks"]


def test_views_show_sources_and_findings(folder: Path) -> None:
    sources = rows(folder, "SELECT source, claims, counts, denials, documents FROM sources_readable")
    assert sources == [
        {"source": "southern army", "claims": 2, "counts": 1, "denials": 1, "documents": 1},
        {"source": "northern ministry", "claims": 1, "counts": 1, "denials": 0, "documents": 1},
    ]
    (finding,) = rows(folder, "SELECT * FROM findings_readable")
    assert (finding["mentions"], finding["origins"]) == (2, 1)
    assert finding["floor_source"] == "northern ministry" and finding["ceiling_words"] is None


def test_views_show_places_with_how_precisely_they_are_known(folder: Path) -> None:
    (place,) = rows(folder, "SELECT name, latitude, precision, region, claims FROM places_readable")
    assert place == {"name": "Two Rivers", "latitude": 40.5, "precision": 1, "region": "Hills", "claims": 1}


def test_the_reference_names_every_table_and_view() -> None:
    page = schema_reference()
    for name in [*METADATA.tables, *(view.name for view in VIEWS)]:
        assert f"### `{name}`" in page
