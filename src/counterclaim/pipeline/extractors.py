"""Who finds claims in stage 2: the grammar, a language model, or both."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.casebook import Casebook
from counterclaim.errors import SettingsError
from counterclaim.pipeline.progress import Progress, silent
from counterclaim.pipeline.stages import Extracted, extract_pending
from counterclaim.settings import LlmSettings

Extractor = Literal["grammar", "llm", "both"]
"""All but the grammar need a network, and send the texts to the server that casebook.toml names."""


@dataclass(frozen=True, slots=True)
class RunBudget:
    """What the second reader may use in one run, where it is not what casebook.toml says.

    Attributes:
        tokens: sent and received; None: as many as casebook.toml says.
        cost: in the currency of casebook.toml's prices; None: as much as it says.
    """

    tokens: int | None = None
    cost: float | None = None


def extract_with(
    extractor: Extractor,
    casebook: Casebook,
    *,
    workers: int | None = 1,
    budget: RunBudget | None = None,
    progress: Progress = silent,
) -> Extracted:
    """Find the claims of every document that waits for this extractor.

    Args:
        extractor: who finds them.
        casebook: one that this process has locked.
        workers: how many processes the grammar uses; None: as many as suit.
        budget: what the second reader may use; None: what casebook.toml says.
        progress: told after each document.

    Raises:
        CasebookError: the disk refuses.
        SettingsError: nothing says which model to ask, or where, or what its tokens cost.
        StoppedError: the second reader's server cannot be used. What was done is kept.
    """
    if extractor == "grammar":
        return extract_pending(casebook, workers=workers, progress=progress)
    from counterclaim.pipeline.second_reading import read_pending  # only where a network is wanted

    llm = casebook.settings.llm
    if budget is not None:
        llm = _bounded(llm, budget)
    return read_pending(casebook, llm, beside_grammar=extractor == "both", progress=progress)


def _bounded(llm: LlmSettings, budget: RunBudget) -> LlmSettings:
    """The settings of the second reader with the budget of one run in place of theirs."""
    if budget.cost is not None and llm.price_sent is None:
        raise SettingsError(
            "There is a budget in money, but nothing says what tokens cost.",
            "Write price_sent and price_received under [llm] in casebook.toml, or give --budget-tokens.",
        )
    given = {"budget_tokens": budget.tokens, "budget_cost": budget.cost}
    return llm.model_copy(update={name: value for name, value in given.items() if value is not None})
