"""The tables and views of a casebook as a page of documentation."""

from collections.abc import Iterator

from sqlalchemy import Column, Table
from sqlalchemy.dialects import sqlite

from counterclaim.casebook.schema import METADATA, VERSION
from counterclaim.casebook.views import VIEWS, View

_HEAD = f"""\
# Schema

The tables of `casebook.db` (schema {VERSION}). The views come first: they are made for people, and show each
kind of thing with the names that a reader wants beside it. Dates are ISO 8601 text and may stop at the month
or the year; times are in UTC.
"""


def schema_reference() -> str:
    """Every view and table, with what each column holds, as a Markdown page."""
    tables: list[Table] = list(METADATA.sorted_tables)
    return "\n".join([_HEAD, "## Views\n", *map(_view, VIEWS), "## Tables\n", *map(_table, tables)])


def _view(view: View) -> str:
    lines = [f"| `{name}` | {comment} |" for name, comment in _view_columns(view)]
    return _section(view.name, view.comment, "| column | meaning |\n| --- | --- |", lines)


def _view_columns(view: View) -> Iterator[tuple[str, str]]:
    for column in view.query.selected_columns:
        comment = view.columns.get(column.name) or (column.comment if isinstance(column, Column) else None)
        assert comment, f"{view.name}.{column.name} has no comment"
        yield column.name, comment


def _table(table: Table) -> str:
    lines = [
        f"| `{column.name}` | {_type(column)} | {column.comment}{_points_to(column)} |"
        for column in table.columns
    ]
    return _section(
        table.name, table.comment or "", "| column | type | meaning |\n| --- | --- | --- |", lines
    )


def _section(name: str, comment: str, header: str, lines: list[str]) -> str:
    return "\n".join([f"### `{name}`\n", f"{comment}.\n", header, *lines, ""])


def _type(column: Column[object]) -> str:
    kind = str(column.type.compile(sqlite.dialect())).lower()
    marks = ["key"] * column.primary_key + ["may be null"] * bool(column.nullable)
    return ", ".join([kind, *marks])


def _points_to(column: Column[object]) -> str:
    return "".join(f" (`{key.target_fullname}`)" for key in column.foreign_keys)
