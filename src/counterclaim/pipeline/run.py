"""The whole run, from documents to a site. Each block is a stage that can be run alone.

Every stage keeps what it has done as it goes, so that a run that was stopped anywhere and is started
again goes on where it stopped, and ends with the same casebook.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.casebook import Casebook, Tally
from counterclaim.model import Conflict
from counterclaim.pipeline.extractors import Extractor, RunBudget, extract_with
from counterclaim.pipeline.progress import Progress, silent
from counterclaim.pipeline.reading_stage import Reading, read_sources
from counterclaim.pipeline.sources import Source, check_sources
from counterclaim.pipeline.stages import (
    Extracted,
    publish_site,
    reconcile_claims,
    resolve_names,
)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did and where the casebook stands after it.

    Attributes:
        casebook: its folder.
        conflict: what its casebook.toml declares.
        reading: what the sources gave.
        extracted: which documents had their claims found.
        tally: how much the casebook now holds of everything.
        page: the site's first page; None if no site was written.
    """

    casebook: Path
    conflict: Conflict
    reading: Reading
    extracted: Extracted
    tally: Tally
    page: Path | None


def build(
    sources: Sequence[Source],
    folder: Path,
    *,
    settings: Path | None = None,
    workers: int | None = 1,
    extractor: Extractor = "grammar",
    budget: RunBudget | None = None,
    site: bool = True,
    progress: Progress = silent,
) -> Summary:
    """Read, extract, resolve, reconcile and publish.

    Args:
        sources: files, folders, or the bytes of one file.
        folder: the casebook's, which is made if it does not exist.
        settings: a casebook.toml for a new casebook to begin with.
        workers: how many processes work; None: as many as suit. A program that asks for more than one
            needs the usual ``if __name__ == "__main__":``.
        extractor: who finds the claims; all but the grammar send the texts to a server.
        budget: what the second reader may use in this run; None: what casebook.toml says.
        site: whether to write the site.
        progress: told after each file and document.

    Raises:
        UnreadableError: a source does not exist, or nothing could be read.
        CasebookError: the casebook cannot be opened or written.
        SettingsError: casebook.toml says something that it cannot.
        StoppedError: the second reader's server cannot be used.
    """
    check_sources(sources, leave_out=folder)
    with Casebook.open(folder, create=True, settings=settings) as casebook, casebook.locked():
        # 1. Read: from bytes to documents.
        reading = read_sources(casebook, sources, workers=workers, progress=progress)
        # 2. Extract: from documents to claims.
        extracted = extract_with(extractor, casebook, workers=workers, budget=budget, progress=progress)
        # 3. Resolve: from names to entities.
        resolve_names(casebook, progress=progress)
        # 4. Reconcile: from claims to findings and contradictions.
        reconcile_claims(casebook, workers=workers, progress=progress)
        # 5. Publish: from the record to pages.
        page = publish_site(casebook, progress=progress) if site else None
        return Summary(folder, casebook.conflict, reading, extracted, casebook.tally(), page)
