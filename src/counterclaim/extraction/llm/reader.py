"""The second reader: a language model's claims about documents, held against the documents.

The questions about several documents are under way at once, on an event loop in the background; answers are
verified in the caller's thread, in the order of the documents.
"""

import asyncio
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from counterclaim.errors import CasebookError
from counterclaim.extraction.llm import prompt
from counterclaim.extraction.llm.answers import Answered, read_answer
from counterclaim.extraction.llm.background import Background
from counterclaim.extraction.llm.batches import Batch, batches, halves
from counterclaim.extraction.llm.client import Client
from counterclaim.extraction.llm.errors import StoppedError, TooMuchError
from counterclaim.extraction.llm.evidence import Evidence
from counterclaim.extraction.llm.kept_answers import FILE_NAME, KeptAnswers
from counterclaim.extraction.llm.patience import Patience
from counterclaim.extraction.llm.service import Service
from counterclaim.extraction.llm.tokens import Usage
from counterclaim.extraction.llm.verifying import Verified, Verifier
from counterclaim.model import Conflict, Document, digest_of
from counterclaim.settings import LlmSettings

_AHEAD = 2  # documents asked about for each request that may be under way, so that none waits for checking
_TRIES_AT_AN_ANSWER = 2  # for a batch that cannot be cut any more


@dataclass(frozen=True, slots=True)
class Answers:
    """What came back about one batch; `problem` says why there is nothing usable, "" where there is."""

    batch: Batch
    claims: tuple[Answered, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A document about which questions are under way.

    Attributes:
        document: the document.
        answers: what will come back. Its result raises StoppedError where nothing more is asked in this
            run, and AskingError where a question about this document got no answer.
    """

    document: Document
    answers: "Future[list[Answers]]"


@dataclass(frozen=True, slots=True)
class Totals:
    """What a second reader did in one run.

    Attributes:
        requests: how many requests the server answered.
        retries: how many further tries there were.
        reused: how many answers were there from an earlier run.
        usage: tokens sent and received.
        cost: what they cost, None where there are no prices.
        kept: claims that the texts bear out.
        thrown_away: claims that they do not.
        emptied: fields of kept claims that had to be emptied.
        unread: paragraphs without a usable answer.
    """

    requests: int = 0
    retries: int = 0
    reused: int = 0
    usage: Usage = field(default_factory=Usage)
    cost: float | None = None
    kept: int = 0
    thrown_away: int = 0
    emptied: int = 0
    unread: int = 0


class SecondReader:
    """A language model as a reader of documents.

    Args:
        service: which model, where, and within which bounds.
        folder: where its answers are kept: the casebook's.
        patience: how often a request is tried again.

    Raises:
        SettingsError: httpx is not installed.
        CasebookError: the kept answers cannot be used.
    """

    def __init__(self, service: Service, folder: Path, *, patience: Patience | None = None) -> None:
        self.service = service
        self._client = Client(service, patience or Patience())
        self._kept = KeptAnswers(folder / FILE_NAME, service.model)
        self._background = Background()
        self._reused = 0
        self._done = Totals()

    @classmethod
    def open(cls, settings: LlmSettings, folder: Path, environment: Mapping[str, str] = os.environ) -> Self:
        """The second reader that a casebook's settings and the environment name. Raises as the class does.

        Raises:
            SettingsError: they name no server or no model.
        """
        return cls(Service.of(settings, environment), folder)

    def __enter__(self) -> Self:
        """The reader itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Break off what is under way; what was answered is kept."""
        self._background.close(self._client.close())
        self._kept.close()

    @property
    def fingerprint(self) -> str:
        """Changes with everything that its claims depend on, but for the document and the conflict."""
        return digest_of(self.service.model, prompt.VERSION, self.service.batch_tokens)

    @property
    def stopped(self) -> StoppedError | None:
        """Why nothing more is asked, None while there is no reason. Kept answers are still given."""
        return self._client.stopped

    @property
    def totals(self) -> Totals:
        """What was done so far."""
        usage = self._client.used
        return replace(
            self._done,
            requests=self._client.requests,
            retries=self._client.retries,
            reused=self._reused,
            usage=usage,
            cost=self.service.budget.cost_of(usage),
        )

    def asking(self, documents: Iterable[Document], conflict: Conflict) -> Iterator[Asked]:
        """Begin to ask about documents, a few ahead of the one that is given, in their order."""
        waiting: deque[Asked] = deque()
        for document in documents:
            waiting.append(self.ask(document, conflict))
            if len(waiting) > self.service.parallel * _AHEAD:
                yield waiting.popleft()
        yield from waiting

    def ask(self, document: Document, conflict: Conflict) -> Asked:
        """Begin to ask about a document."""
        return Asked(document, self._background.begin(self._about(document, conflict)))

    def verified(self, answers: Iterable[Answers], evidence: Evidence) -> Verified:
        """Hold the answers about a document against it, and count what comes of it.

        Args:
            answers: what came back.
            evidence: the document that they are about.
        """
        verifier = Verifier(evidence)
        for one in answers:
            if one.problem:
                verifier.leave_unread(one.batch, one.problem)
            else:
                verifier.take(one.batch, one.claims)
        self._count(verifier.verified)
        return verifier.verified

    def _count(self, verified: Verified) -> None:
        done = self._done
        self._done = replace(
            done,
            kept=done.kept + len(verified.readings),
            thrown_away=done.thrown_away + len(verified.thrown_away),
            emptied=done.emptied + len(verified.emptied),
            unread=done.unread + len(verified.unread),
        )

    # ------------------------------------------------------------ on the event loop

    async def _about(self, document: Document, conflict: Conflict) -> list[Answers]:
        """The answers about each of a document's batches, in their order.

        Where one fails, the others are still waited for: they are paid for, and kept for another run.
        """
        there = batches(document.text, self.service.batch_tokens)
        asked = (self._answers(document, conflict, batch) for batch in there)
        found: list[Answers] = []
        for answers in await asyncio.gather(*asked, return_exceptions=True):
            if isinstance(answers, BaseException):
                raise answers
            found += answers
        return found

    async def _answers(self, document: Document, conflict: Conflict, batch: Batch) -> list[Answers]:
        """The answer about a batch; about its halves where the whole is too much or comes to nothing."""
        question = prompt.question_about(document, conflict, batch)
        parts = halves(document.text, batch)
        with self._stopping_on_trouble():
            kept = self._kept.get(question)
        if kept is not None and kept.content is not None:
            self._reused += 1
            return [Answers(batch, tuple(read_answer(kept.content)))]
        if kept is None or not parts:
            fresh = await self._fresh(question, document, batch, can_be_cut=bool(parts))
            if not fresh.problem or not parts:
                return [fresh]
            self._keep(question, document, None, Usage())
        return [one for part in parts for one in await self._answers(document, conflict, part)]

    async def _fresh(self, question: str, document: Document, batch: Batch, *, can_be_cut: bool) -> Answers:
        """The server's answer about a batch, which is kept if it is usable."""
        problem = ""
        for _ in range(1 if can_be_cut else _TRIES_AT_AN_ANSWER):
            try:
                reply = await self._client.ask(question)
            except TooMuchError as error:
                if not can_be_cut:
                    raise
                return Answers(batch, problem=error.what)
            if reply.is_cut_off:
                return Answers(batch, problem="it was cut off, being longer than answer_tokens allows")
            try:
                claims = read_answer(reply.content)
            except ValueError as malformed:
                problem = str(malformed)
                continue
            self._keep(question, document, reply.content, reply.usage)
            return Answers(batch, tuple(claims))
        return Answers(batch, problem=problem)

    def _keep(self, question: str, document: Document, content: str | None, usage: Usage) -> None:
        with self._stopping_on_trouble():
            self._kept.put(question, document.digest, content, usage)

    @contextmanager
    def _stopping_on_trouble(self) -> Iterator[None]:
        """Ask nothing more where answers cannot be kept: they would be paid for and lost."""
        try:
            yield
        except CasebookError as error:
            raise self._client.stop(StoppedError(error.what, error.remedy)) from error
