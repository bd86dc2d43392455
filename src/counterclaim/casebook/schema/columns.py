"""What all tables are declared with."""

from typing import Any

from sqlalchemy import Column, Integer, MetaData, Text
from sqlalchemy.types import TypeEngine

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def text(name: str, comment: str, *arguments: Any, **options: Any) -> Column[Any]:
    """A column of text, as `column`."""
    return column(name, Text(), comment, *arguments, **options)


def column(name: str, kind: TypeEngine[Any], comment: str, *arguments: Any, **options: Any) -> Column[Any]:
    """A column that must be filled, unless `options` say otherwise, with a `comment` on what it holds."""
    return Column(name, kind, *arguments, comment=comment, **{"nullable": False, **options})


def position(comment: str) -> Column[Any]:
    """The part of a primary key that gives a row its place within its owner, from 0."""
    return column("position", Integer(), comment, primary_key=True, autoincrement=False)
