"""The stages one after the other: `build` is the whole run, the other functions are its parts."""

from counterclaim.pipeline.extractors import Extractor, RunBudget, extract_with
from counterclaim.pipeline.progress import Progress, Stage, Step, silent
from counterclaim.pipeline.reading_stage import Reading, read_sources
from counterclaim.pipeline.run import Summary, build
from counterclaim.pipeline.sources import Source, check_sources
from counterclaim.pipeline.stages import (
    Extracted,
    as_it_was_known,
    extract_pending,
    public_record,
    publish_site,
    reconcile_claims,
    resolve_names,
)

__all__ = [
    "Extracted",
    "Extractor",
    "Progress",
    "Reading",
    "RunBudget",
    "Source",
    "Stage",
    "Step",
    "Summary",
    "as_it_was_known",
    "build",
    "check_sources",
    "extract_pending",
    "extract_with",
    "public_record",
    "publish_site",
    "read_sources",
    "reconcile_claims",
    "resolve_names",
    "silent",
]
