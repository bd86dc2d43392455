"""Who finds claims in stage 2: the grammar, a language model, or both."""

from typing import Literal

from counterclaim.casebook import Casebook
from counterclaim.pipeline.progress import Progress, silent
from counterclaim.pipeline.stages import Extracted, extract_pending

Extractor = Literal["grammar", "llm", "both"]
"""All but the grammar need a network, and send the texts to the server that casebook.toml names."""


def extract_with(
    extractor: Extractor, casebook: Casebook, *, workers: int | None = 1, progress: Progress = silent
) -> Extracted:
    """Find the claims of every document that waits for this extractor.

    Args:
        extractor: who finds them.
        casebook: one that this process has locked.
        workers: how many processes the grammar uses; None: as many as suit.
        progress: told after each document.

    Raises:
        CasebookError: the disk refuses.
        SettingsError: nothing says which model to ask, or where.
        StoppedError: the second reader's server cannot be used. What was done is kept.
    """
    if extractor == "grammar":
        return extract_pending(casebook, workers=workers, progress=progress)
    from counterclaim.pipeline.second_reading import read_pending  # only where a network is wanted

    return read_pending(casebook, beside_grammar=extractor == "both", progress=progress)
