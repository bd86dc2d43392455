"""casebook.toml: every setting declared once, with its type, its default and its help.

The file is checked here, at the door, into one frozen object; nothing else in the package reads it. The
starter file and the settings page of the documentation are rendered from the same declarations.
"""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator

from counterclaim.errors import SettingsError
from counterclaim.model import Conflict, Party, Place
from counterclaim.partial_date import PartialDate
from counterclaim.policy import Policy
from counterclaim.settings.bounds import BoundSettings, ReconciliationSettings
from counterclaim.settings.complaints import first_complaint
from counterclaim.settings.section import Name, Section

FILE_NAME = "casebook.toml"

_TILE_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?/[^\s\"'<>;,]*")
"""Nothing that could end a content-security policy's list and begin another."""


def _partial_date(value: object) -> object:
    """Accept a TOML date as well as text, and a bare year."""
    if isinstance(value, date):
        return PartialDate.of(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return PartialDate(value) if isinstance(value, str) else value


Coarseness = Literal["district", "region"]
When = Annotated[str, BeforeValidator(_partial_date)]


class ConflictSettings(Section):
    """The conflict as a whole."""

    name: str = Field(
        default="",
        description="What the record calls the conflict. It stands in the title of every page.",
        examples=["Second Punic War"],
    )
    start: When | None = Field(
        default=None,
        description=("The first day: a day, a month or a year. Tolls without a stated start run from it."),
        examples=["2020-09-27"],
    )
    end: When | None = Field(
        default=None,
        description="The last day, in the same form. Leave it out while the conflict goes on.",
        examples=["2020-11-10"],
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and PartialDate(self.end).last < PartialDate(self.start).first:
            raise ValueError(f"the conflict ends ({self.end}) before it starts ({self.start})")
        return self


class PartySettings(Section):
    """A party to the conflict, or a state that acts in it; one block each."""

    name: Name = Field(
        description="The plain name that claims, tables and pages carry.", examples=["Northern Republic"]
    )
    side: Name | None = Field(
        default=None,
        description="The side that it fights on. Parties that name the same side are allies.",
        examples=["North"],
    )
    aliases: list[Name] = Field(
        default_factory=list,
        description="Other names, demonyms and seats of government that stand for it in texts.",
        examples=[["Northern", "Northerners", "Republic of the North"]],
    )
    kind: Literal["state", "self_declared_state", "armed_group", "coalition", "other"] = Field(
        default="other", description="What sort of party it is.", examples=["state"]
    )


class PlaceSettings(Section):
    """A place that texts name in several ways; one block each. None of its names is preferred."""

    name: Name = Field(description="One of its names.", examples=["Two Rivers"])
    aliases: list[Name] = Field(
        default_factory=list, description="Its other names and spellings.", examples=[["Tworivers"]]
    )
    latitude: float | None = Field(
        default=None,
        ge=-90,
        le=90,
        description="Degrees north of the equator (WGS 84); negative to the south.",
        examples=[40.5],
    )
    longitude: float | None = Field(
        default=None,
        ge=-180,
        le=180,
        description="Degrees east of Greenwich (WGS 84); negative to the west.",
        examples=[44.25],
    )

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("`latitude` and `longitude` belong together: give both or neither")
        return self


class PlacesSettings(Section):
    """How places with several names are shown. Every name is shown; none is preferred."""

    name_order: Literal["document", "alphabetical"] = Field(
        default="document",
        description=(
            "The order of a place's names: that in which the documents use them, the most used standing for "
            "all; or that of the alphabet, the first standing for all."
        ),
        examples=["alphabetical"],
    )


class SiteSettings(Section):
    """The published site."""

    tile_url: Name | None = Field(
        default=None,
        description=(
            "The address of map tiles (PNG, JPEG or WebP) to draw under the map, with {z}, {x} and {y}. "
            "Whoever opens the map then asks that server for them; without it nothing leaves the page."
        ),
        examples=["https://tiles.example.org/{z}/{x}/{y}.png"],
    )
    tile_attribution: Name | None = Field(
        default=None,
        description="Whom the tiles are to be credited to; it stands under the map.",
        examples=["© OpenStreetMap contributors"],
    )

    @field_validator("tile_url")
    @classmethod
    def _is_tile_address(cls, value: str | None) -> str | None:
        if value is not None and not _TILE_ADDRESS.fullmatch(value):
            raise ValueError(f"{value!r} is no address of tiles: https://…/{{z}}/{{x}}/{{y}}.png")
        if value is not None and not all(part in value for part in ("{z}", "{x}", "{y}")):
            raise ValueError(f"{value!r} lacks one of {{z}}, {{x}} and {{y}}")
        return value

    @model_validator(mode="after")
    def _tiles_are_credited(self) -> Self:
        if self.tile_url and not self.tile_attribution:
            raise ValueError("`tile_url` needs `tile_attribution`: say whose map it is")
        return self


class DatabaseSettings(Section):
    """Where the casebook's tables are kept."""

    url: str | None = Field(
        default=None,
        description="An SQLAlchemy address of a database to use instead of the casebook's own casebook.db.",
        examples=["postgresql+psycopg://localhost/casebook"],
    )


class AccessSettings(Section):
    """What the casebook keeps but the site and exports leave out, with all that would give it away."""

    sealed_claims: list[Name] = Field(
        default_factory=list,
        description=(
            "Identifiers of claims to leave out. Their words are blacked out in the document, and other "
            "claims made from the same words go with them."
        ),
        examples=[["9f2c4be01d3a7765"]],
    )
    sealed_documents: list[Name] = Field(
        default_factory=list,
        description="Documents to leave out, with all their claims: each by its name or its digest.",
        examples=[["interview-07.txt"]],
    )
    coarsened_places: list[Name] = Field(
        default_factory=list,
        description=(
            "Places to show only roughly, each by any of its names: their points are moved to the middle of "
            "a wide square, on the map and in every export. Their names stay in the documents' words."
        ),
        examples=[["Two Rivers"]],
    )
    coarsened_to: Coarseness = Field(
        default="region",
        description=(
            "How roughly: to a square of half a degree (some 50 km), as wide as a district, or of a degree, "
            "as wide as a region."
        ),
        examples=["region"],
    )


class LlmSettings(Section):
    """The language model that `--extractor llm` or `both` asks. Texts then leave this computer."""

    base_url: Name | None = Field(
        default=None,
        description=(
            "The address of any server that speaks the OpenAI chat protocol, up to its `/v1`. "
            "`COUNTERCLAIM_LLM_BASE_URL` in the environment goes before it."
        ),
        examples=["http://localhost:8080/v1"],
    )
    model: Name | None = Field(
        default=None,
        description=(
            "The model's name, as the server calls it. `COUNTERCLAIM_LLM_MODEL` in the environment goes "
            "before it."
        ),
        examples=["some-model-8b"],
    )
    key_variable: Name = Field(
        default="COUNTERCLAIM_LLM_KEY",
        description=(
            "The environment variable that holds the key, for a server that wants one. The key itself never "
            "stands in this file, which travels with the casebook."
        ),
        examples=["COUNTERCLAIM_LLM_KEY"],
    )
    timeout: float = Field(
        default=120.0, gt=0, description="Seconds to wait for one answer, at the most.", examples=[120.0]
    )
    parallel: int = Field(
        default=4,
        ge=1,
        le=64,
        description="How many requests are under way at once, at the most.",
        examples=[4],
    )
    batch_tokens: int = Field(
        default=1000,
        ge=50,
        description="How many tokens of text one request carries, at the most; several paragraphs share one.",
        examples=[1000],
    )
    answer_tokens: int = Field(
        default=8192,
        ge=100,
        description=(
            "How many tokens one answer may have. Where one needs more, its paragraphs are asked about "
            "again, in halves. A model that reasons before it answers needs more."
        ),
        examples=[8192],
    )
    budget_tokens: int = Field(
        default=1_000_000,
        ge=1,
        description=(
            "How many tokens, sent and received, one run may use. It then stops; what is done is kept, "
            "and the next run goes on."
        ),
        examples=[1000000],
    )
    budget_cost: float | None = Field(
        default=None,
        gt=0,
        description="How much money one run may cost, in the currency of the two prices.",
        examples=[5.0],
    )
    price_sent: float | None = Field(
        default=None, ge=0, description="Price of a million tokens that are sent.", examples=[0.5]
    )
    price_received: float | None = Field(
        default=None, ge=0, description="Price of a million tokens that are received.", examples=[1.5]
    )

    @field_validator("base_url")
    @classmethod
    def _is_web_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError(f"{value!r} is no address that begins with http:// or https://")
        return value

    @model_validator(mode="after")
    def _costs_have_prices(self) -> Self:
        if (self.price_sent is None) != (self.price_received is None):
            raise ValueError("`price_sent` and `price_received` belong together: give both or neither")
        if self.budget_cost is not None and self.price_sent is None:
            raise ValueError("`budget_cost` needs `price_sent` and `price_received`")
        return self


class CasebookSettings(Section):
    """All of casebook.toml. Every section may be left out."""

    about: ConflictSettings = Field(default_factory=ConflictSettings, alias="conflict")
    parties: list[PartySettings] = Field(default_factory=list, alias="party")
    places: list[PlaceSettings] = Field(default_factory=list, alias="place")
    shown_places: PlacesSettings = Field(default_factory=PlacesSettings, alias="places")
    site: SiteSettings = Field(default_factory=SiteSettings)
    database: DatabaseSettings = Field(default_factory=DatabaseSettings)
    access: AccessSettings = Field(default_factory=AccessSettings)
    llm: LlmSettings = Field(default_factory=LlmSettings)
    choosing: ReconciliationSettings = Field(default_factory=ReconciliationSettings, alias="reconciliation")
    bounds: list[BoundSettings] = Field(default_factory=list)

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        _refuse_shared_names("parties", [(party.name, *party.aliases) for party in self.parties])
        _refuse_shared_names("places", [(place.name, *place.aliases) for place in self.places])
        _refuse_shared_names("rules", [(rule.name,) for rule in self.bounds])
        return self

    @classmethod
    def load(cls, path: Path) -> Self:
        """The settings in the file at `path`.

        Raises:
            SettingsError: the file is missing, is not TOML, or says something that it cannot; the message
                names the file, the line where it is known, the key, and what to write.
        """
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise SettingsError(f"There is no settings file at {path}.", "Check the path.") from None
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"{path} cannot be read: {error}.", "It must be a text file in UTF-8."
            ) from None
        return cls.parse(text, name=str(path))

    @classmethod
    def parse(cls, text: str, *, name: str = FILE_NAME) -> Self:
        """The settings in `text`; `name` is what messages call it. Raises as `load` does."""
        try:
            return cls.model_validate(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(
                f"{name} is not valid TOML: {error}.", 'Text needs quotation marks: name = "…".'
            ) from None
        except ValidationError as error:
            raise SettingsError(*first_complaint(error, cls, text, name)) from None

    @property
    def conflict(self) -> Conflict:
        """The conflict that the settings declare, as every stage reads it."""
        parties = (Party(one.name, one.side, tuple(one.aliases), one.kind) for one in self.parties)
        places = (Place(one.name, tuple(one.aliases), one.latitude, one.longitude) for one in self.places)
        return Conflict(
            name=self.about.name,
            start=_date_or_none(self.about.start),
            end=_date_or_none(self.about.end),
            parties=tuple(parties),
            places=tuple(places),
        )

    @property
    def policy(self) -> Policy:
        """By what the casebook's claims are judged, beyond the rules that come with the package."""
        return Policy(
            rules=tuple(one.rule(of_casebook=True) for one in self.bounds),
            source_order=tuple(self.choosing.source_order),
        )


def _date_or_none(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate(text)


def _refuse_shared_names(what: str, groups: list[tuple[str, ...]]) -> None:
    """A name that stands for two of them would send claims to either by chance."""
    declared: set[str] = set()
    for name in (group[0] for group in groups):
        if name.casefold() in declared:
            raise ValueError(f"two of the {what} are called “{name}”: put what they say into one block")
        declared.add(name.casefold())
    owners: dict[str, str] = {}
    for owner, name in ((group[0], name) for group in groups for name in group):
        other = owners.setdefault(name.casefold(), owner)
        if other != owner:
            raise ValueError(f"the name “{name}” stands for two {what}: {other} and {owner}")
