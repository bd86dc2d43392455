"""What every section of casebook.toml shares: that it is checked strictly, and what a name is."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict


def _plain_name(value: object) -> object:
    """Names are kept without blanks around them; an empty one is refused."""
    if isinstance(value, str) and not value.strip():
        raise ValueError("a name cannot be empty")
    return value.strip() if isinstance(value, str) else value


Name = Annotated[str, BeforeValidator(_plain_name)]


class Section(BaseModel):
    """A section of settings: frozen, with no key that it does not declare and no value of another type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
