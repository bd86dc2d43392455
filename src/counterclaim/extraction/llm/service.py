"""Which server is asked, for how much: the settings and the environment, checked at the door."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from counterclaim.errors import SettingsError
from counterclaim.extraction.llm.tokens import Usage
from counterclaim.settings import LlmSettings

BASE_URL_VARIABLE = "COUNTERCLAIM_LLM_BASE_URL"
MODEL_VARIABLE = "COUNTERCLAIM_LLM_MODEL"
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """What tokens cost, by the million, in any one currency."""

    sent: float
    received: float

    def of(self, usage: Usage) -> float:
        """What so many tokens cost."""
        return (usage.sent * self.sent + usage.received * self.received) / _MILLION


@dataclass(frozen=True, slots=True)
class Budget:
    """What one run may use.

    Attributes:
        tokens: sent and received.
        cost: in the currency of the prices; None: as the tokens allow.
        prices: what tokens cost, None where nobody said.
    """

    tokens: int
    cost: float | None = None
    prices: Prices | None = None

    def cost_of(self, usage: Usage) -> float | None:
        """What so many tokens cost, None where there are no prices."""
        return None if self.prices is None else self.prices.of(usage)

    def allows(self, usage: Usage) -> bool:
        """Whether so many tokens are within the budget."""
        cost = self.cost_of(usage)
        return usage.total <= self.tokens and (self.cost is None or cost is None or cost <= self.cost)

    def __str__(self) -> str:
        money = "" if self.cost is None else f" and {self.cost:g} in money"
        return f"{self.tokens:,} tokens{money}"


@dataclass(frozen=True, slots=True)
class Service:
    """A language model behind an address.

    Attributes:
        url: where chats are completed.
        model: the model's name.
        key: what opens it, None where nothing is needed. It is shown nowhere.
        key_variable: the environment variable in which the key stands or should.
        timeout: seconds for one answer.
        parallel: requests under way at once.
        batch_tokens: tokens of text in one request.
        answer_tokens: tokens of one answer.
        budget: what one run may use.
    """

    url: str
    model: str
    key: str | None = field(repr=False)
    key_variable: str
    timeout: float
    parallel: int
    batch_tokens: int
    answer_tokens: int
    budget: Budget

    @classmethod
    def of(cls, settings: LlmSettings, environment: Mapping[str, str]) -> "Service":
        """The service that the settings name; what the environment says goes before them.

        Raises:
            SettingsError: neither names a server or a model, or the key is not one.
        """
        base = environment.get(BASE_URL_VARIABLE) or settings.base_url
        model = environment.get(MODEL_VARIABLE) or settings.model
        base = _needed(base, "which server to ask", "base_url", BASE_URL_VARIABLE, "http://localhost:8080/v1")
        model = _needed(model, "which model to ask", "model", MODEL_VARIABLE, "some-model-8b")
        if not base.startswith(("http://", "https://")):
            raise SettingsError(f"{BASE_URL_VARIABLE} is no address: {base!r}.", "Begin it with https://.")
        key = environment.get(settings.key_variable, "").strip()
        if not key.isascii():
            raise SettingsError(f"The key in {settings.key_variable} is not one.", "Copy it there once more.")
        prices = None
        if settings.price_sent is not None and settings.price_received is not None:
            prices = Prices(settings.price_sent, settings.price_received)
        return cls(
            url=f"{base.rstrip('/')}/chat/completions",
            model=model,
            key=key or None,
            key_variable=settings.key_variable,
            timeout=settings.timeout,
            parallel=settings.parallel,
            batch_tokens=settings.batch_tokens,
            answer_tokens=settings.answer_tokens,
            budget=Budget(settings.budget_tokens, settings.budget_cost, prices),
        )

    def __str__(self) -> str:
        key = f", with the key in {self.key_variable}" if self.key else ""
        return f"{self.model} at {self.url}{key}"


def _needed(value: str | None, what: str, setting: str, variable: str, example: str) -> str:
    if value:
        return value
    raise SettingsError(
        f"The second reader was asked for, but nothing says {what}.",
        f'Write {setting} = "{example}" under [llm] in casebook.toml, or set {variable}.',
    )
