"""The settings' declarations as a page of documentation and as a file to start from."""

import textwrap
import types
import typing
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from counterclaim.settings.complaints import section_of, toml_value
from counterclaim.settings.declaration import CasebookSettings

_STARTER_HEAD = """\
# What is peculiar to this casebook's conflict. Every setting may be left out: the texts then speak for
# themselves. Take the # away from a line to use it.
"""


def settings_reference() -> str:
    """The settings of casebook.toml as a Markdown page."""
    head = "# Settings\n\nWhat `casebook.toml` may say. Every section may be left out.\n"
    return "\n".join([head, *(_section_page(key, field) for key, field in _fields(CasebookSettings))])


def starter_settings() -> str:
    """A casebook.toml in which every setting stands as a comment, with its help and an example."""
    return "\n".join(
        [_STARTER_HEAD, *(_section_start(key, field) for key, field in _fields(CasebookSettings))]
    )


def write_starter(path: Path) -> None:
    """Write the starter casebook.toml, unless a file is there already."""
    if not path.exists():
        path.write_text(starter_settings(), encoding="utf-8")


def _fields(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    return [(field.alias or name, field) for name, field in model.model_fields.items()]


def _header(key: str, field: FieldInfo) -> str:
    repeated = typing.get_origin(field.annotation) is list
    return f"[[{key}]]" if repeated else f"[{key}]"


def _section_page(key: str, field: FieldInfo) -> str:
    section = _section(field)
    rows = [
        f"| `{name}` | {_type(setting)} | {_default(setting)} | {_help(setting)} |"
        for name, setting in _fields(section)
    ]
    table = "\n".join(["| setting | type | default | meaning |", "| --- | --- | --- | --- |", *rows])
    return f"## `{_header(key, field)}`\n\n{section.__doc__}\n\n{table}\n"


def _section_start(key: str, field: FieldInfo) -> str:
    section = _section(field)
    lines = [f"# {section.__doc__}", f"# {_header(key, field)}"]
    for name, setting in _fields(section):
        example = toml_value((setting.examples or [""])[0])
        lines += [*_comment(setting.description or ""), f"# {name} = {example}"]
    return "\n".join([*lines, ""])


def _comment(words: str) -> list[str]:
    return textwrap.wrap(words, width=100, initial_indent="#   ", subsequent_indent="#   ")


def _section(field: FieldInfo) -> type[BaseModel]:
    section = section_of(field)
    assert section is not None, "every top-level setting is a section"
    return section


def _help(setting: FieldInfo) -> str:
    example = toml_value((setting.examples or [""])[0])
    return f"{setting.description} Example: `{example}`."


def _default(setting: FieldInfo) -> str:
    if setting.is_required():
        return "must be given"
    value = setting.get_default(call_default_factory=True, validated_data={})
    return "none" if value in (None, PydanticUndefined, "", []) else f"`{toml_value(value)}`"


def _type(setting: FieldInfo) -> str:
    """The type in words that somebody who does not program reads."""
    return _type_words(setting.annotation)


def _type_words(kind: object) -> str:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _type_words(next(argument for argument in arguments if argument is not type(None)))
    if origin is typing.Annotated:
        return _type_words(arguments[0])
    if origin is list:
        return f"list of {_type_words(arguments[0])}"
    if origin is typing.Literal:
        return " or ".join(f"`{argument}`" for argument in arguments)
    return {str: "text", float: "number", int: "whole number", bool: "true or false"}[typing.cast(type, kind)]
