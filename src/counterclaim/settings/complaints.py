"""What is wrong with a settings file: its file, line and key in a sentence, and what to write instead."""

import difflib
import re
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

Location = tuple[int | str, ...]

_LONGEST_SHOWN = 60
_WANTED = {
    "string_type": "text in quotation marks",
    "list_type": 'a list, as in ["one", "two"]',
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "float_type": "a number",
    "float_parsing": "a number",
    "model_type": "a section with settings of its own",
    "model_attributes_type": "a section with settings of its own",
    "dict_type": "a section with settings of its own",
}
"""What a setting must be, by the kind of error."""

_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?\Z")


def first_complaint(error: ValidationError, model: type[BaseModel], text: str, name: str) -> tuple[str, str]:
    """What the most telling error says, and its remedy.

    Args:
        error: what validating found.
        model: the settings that were validated.
        text: the TOML text, in which the line is looked up.
        name: what the message calls the file.
    """
    # A misspelt setting is often the one that is then missing: the misspelling says more.
    detail = min(error.errors(include_url=False), key=lambda one: one["type"] != "extra_forbidden")
    location: Location = detail["loc"]
    line = _line_of(text, location)
    where = f"{name}, line {line}" if line else name
    return f"{where}: {_spoken(location)}{_what(detail)}.", _remedy(detail["type"], model, location)


def _what(detail: Any) -> str:
    match detail["type"]:
        case "extra_forbidden":
            return "there is no such setting"
        case "missing":
            return "this setting is missing"
        case "value_error":
            return str(detail["ctx"]["error"])
        case "list_type" if isinstance(detail["input"], dict) and len(detail["loc"]) == 1:
            return f"write [[{detail['loc'][0]}]], with two brackets, once for each of them"
        case "model_type" | "model_attributes_type" | "dict_type" if isinstance(detail["input"], list):
            return f"write [{detail['loc'][0]}], with one bracket; there is only one"
        case kind if kind in _WANTED:
            return f"{_shown(detail['input'])} will not do: it must be {_WANTED[kind]}"
        case _:
            said = detail["msg"].removeprefix("Input ").removeprefix("should be ")
            return f"{_shown(detail['input'])} will not do: it must be {said}"


def _shown(value: object) -> str:
    """What stands in the file, as TOML writes it, where that is short."""
    written = toml_value(value)
    return written if len(written) <= _LONGEST_SHOWN else "what stands there"


def _spoken(location: Location) -> str:
    """``("party", 1, "side")`` as "[[party]] number 2, `side`: "."""
    match location:
        case (str(section), int(index), str(key), *_):
            return f"[[{section}]] number {index + 1}, `{key}`: "
        case (str(section), int(index)):
            return f"[[{section}]] number {index + 1}: "
        case (str(section), str(key), *_):
            return f"[{section}], `{key}`: "
        case (str(section),):
            return f"`{section}`: "
        case _:
            return ""


def _remedy(kind: str, model: type[BaseModel], location: Location) -> str:
    section, field = _declared(model, location)
    if kind == "extra_forbidden":
        return _did_you_mean(str(location[-1]), section)
    if field is None:
        return "Correct the file, then run the command again."
    example = field.examples[0] if field.examples else None
    key = next(step for step in reversed(location) if isinstance(step, str))
    written = f" For example: {key} = {toml_value(example)}" if example is not None else ""
    return f"{field.description or ''}{written}".strip() or "Correct the file, then run the command again."


def _did_you_mean(key: str, section: type[BaseModel]) -> str:
    known = [field.alias or name for name, field in section.model_fields.items()]
    near = difflib.get_close_matches(key, known, n=1)
    guess = f"Did you mean `{near[0]}`? " if near else ""
    return f"{guess}The settings here are: {', '.join(known)}."


def _declared(model: type[BaseModel], location: Location) -> tuple[type[BaseModel], FieldInfo | None]:
    """The section that a location lies in, and the setting that it names, if there is one."""
    section, field = model, None
    for step in location:
        if isinstance(step, int):
            continue
        if field is not None and (inner := section_of(field)) is not None:
            section = inner
        field = next((f for name, f in section.model_fields.items() if (f.alias or name) == step), None)
    return section, field


def section_of(field: FieldInfo) -> type[BaseModel] | None:
    """The model of a section, or of each of a list of sections; None for a plain setting."""
    for kind in (field.annotation, *getattr(field.annotation, "__args__", ())):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind
    return None


def toml_value(value: object) -> str:
    """A setting's value as TOML writes it."""
    if isinstance(value, list):
        return f"[{', '.join(toml_value(item) for item in value)}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value).lower() if isinstance(value, bool) else str(value)


def _line_of(text: str, location: Location) -> int | None:
    """The line, from 1, on which the setting at `location` stands; its section's where it is missing."""
    if not location:
        return None
    section, wanted = location[0], location[1] if len(location) > 1 and isinstance(location[1], int) else 0
    key = next((step for step in location[1:] if isinstance(step, str)), None)
    seen, found = -1, None
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header is not None:
            seen += header[1] == section
            inside = header[1] == section and seen == wanted
            found = number if inside and found is None else found
        elif found and inside and key and re.match(rf'\s*"?{re.escape(key)}"?\s*=', line):
            return number
    return found or _line_of_key(text, str(section))


def _line_of_key(text: str, key: str) -> int | None:
    """Where a key stands that opens a line, for one above every section."""
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if re.match(rf"\s*{re.escape(key)}\s*=", line)), None)
