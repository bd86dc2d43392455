"""Stage 2 with a language model as second reader, alone or beside the grammar."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from counterclaim.casebook import Casebook
from counterclaim.engines import Outcome, run
from counterclaim.extraction.llm import (
    Asked,
    AskingError,
    BudgetSpentError,
    Evidence,
    SecondReader,
    StoppedError,
    Verdict,
    Verified,
    compared,
    read_alone,
    verdict_of,
)
from counterclaim.model import Conflict, Extraction, Unread, digest_of
from counterclaim.pipeline.progress import Progress, Stage, Step, silent
from counterclaim.pipeline.stages import REPORT, Extracted, refuse_unsound
from counterclaim.settings import LlmSettings

_Result = Extraction | AskingError
_Making = Callable[[Evidence, Verified], Extraction]


def read_pending(
    casebook: Casebook, llm: LlmSettings, *, beside_grammar: bool, progress: Progress = silent
) -> Extracted:
    """Find the claims of every document that waits for the second reader.

    Args:
        casebook: one that this process has locked.
        llm: which model to ask, where, and what it may use.
        beside_grammar: whether the claims are the grammar's, compared with the second reader's, and those
            that only it gives; else they are the second reader's alone.
        progress: told after each document.

    Returns:
        What was done. Where the budget was used up, some documents are left waiting.

    Raises:
        CasebookError: the disk refuses.
        SettingsError: nothing says which model to ask, or where.
        StoppedError: the server cannot be used. What was done is kept.
    """
    with SecondReader.open(llm, casebook.folder) as reader:
        return _read_pending(casebook, reader, compared if beside_grammar else read_alone, progress)


def _read_pending(casebook: Casebook, reader: SecondReader, making: _Making, progress: Progress) -> Extracted:
    fingerprint = digest_of(making.__name__, reader.fingerprint)
    pending = casebook.pending(fingerprint)
    step = partial(Step, Stage.EXTRACT, total=len(pending), unit="documents")
    notice = f"The second reader is {reader.service}. The texts go there." if pending else ""
    progress(step(0, notice=notice))
    failed: list[Unread] = []
    waiting = 0
    verdicts: Counter[Verdict] = Counter()
    for done, outcome in enumerate(_outcomes(casebook, reader, making, pending), start=1):
        result = outcome.result
        if isinstance(result, Extraction):
            casebook.put_extraction(result, fingerprint)
            verdicts.update(found for claim in result.claims if (found := verdict_of(claim)))
        elif isinstance(result, StoppedError):
            waiting += 1
        else:
            failed.append(_unread(outcome))
            casebook.add_unread(failed[-1], "extraction")
        progress(step(done))
    if reader.stopped is not None and not isinstance(reader.stopped, BudgetSpentError):
        raise reader.stopped
    return Extracted(len(pending) - len(failed) - waiting, tuple(failed), waiting, reader.totals, verdicts)


def _outcomes(
    casebook: Casebook, reader: SecondReader, making: _Making, pending: list[str]
) -> Iterator[Outcome[Asked, _Result]]:
    conflict = casebook.conflict
    work = partial(_extraction, reader=reader, conflict=conflict, making=making)
    return run(work, reader.asking(map(casebook.document, pending), conflict))


def _extraction(asked: Asked, *, reader: SecondReader, conflict: Conflict, making: _Making) -> _Result:
    """The claims of a document, or why it got no answers."""
    try:
        answers = asked.answers.result()
    except AskingError as error:
        return error
    evidence = Evidence.of(asked.document, conflict)
    extraction = making(evidence, reader.verified(answers, evidence))
    refuse_unsound(asked.document, extraction)
    return extraction


def _unread(outcome: Outcome[Asked, _Result]) -> Unread:
    document, result = outcome.item.document, outcome.result
    if isinstance(result, AskingError):
        reason, remedy = f"the second reader gave no answer: {result.what}", result.remedy
    else:
        reason, remedy = f"its claims could not be extracted: {outcome.error}", REPORT
    return Unread(document.name, reason, remedy, document.digest)
