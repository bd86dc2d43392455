"""Asks one server one question at a time or many at once: tries again, waits, gives up, keeps the account.

Lives on one event loop (`Background`). The one place in the package that uses the network.
"""

import asyncio
import json
import re
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

from counterclaim.errors import SettingsError
from counterclaim.extraction.llm import prompt
from counterclaim.extraction.llm.dialect import Dialect, speaks_of_length
from counterclaim.extraction.llm.errors import AskingError, StoppedError, TooMuchError
from counterclaim.extraction.llm.ledger import Ledger
from counterclaim.extraction.llm.patience import Patience, asked_wait
from counterclaim.extraction.llm.service import Service
from counterclaim.extraction.llm.showing import shortened
from counterclaim.extraction.llm.tokens import Usage, estimated_tokens

if TYPE_CHECKING:
    import httpx

_MOST_BYTES = 4_000_000  # of one answer; a server that sends more is not listened to
_DEAF = 6  # questions without an answer in a row, after which the server is taken to be gone
_CONNECTING = 15.0  # seconds; the time for an answer is the service's
_SHOWN = 300  # characters of a refusal that a message repeats


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered.

    Attributes:
        content: its words, "" where it gave none.
        is_cut_off: whether the answer was longer than it might be.
        usage: the tokens of question and answer.
    """

    content: str
    is_cut_off: bool
    usage: Usage


@dataclass(frozen=True, slots=True)
class _Response:
    status: int
    headers: "httpx.Headers"
    body: bytes


class _TryAgainError(Exception):
    """A failure that may pass.

    Args:
        why: what failed.
        wait: the seconds that the server asks to wait.
    """

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.wait = wait


class Client:
    """A server that is asked about texts.

    Args:
        service: which one, and within which bounds.
        patience: how often to try again.

    Attributes:
        requests: how many requests were answered, in whatever way.
        retries: how many of them were further tries.
        stopped: why nothing more is asked in this run, None while there is no reason.

    Raises:
        SettingsError: httpx is not installed.
    """

    def __init__(self, service: Service, patience: Patience) -> None:
        self.requests = 0
        self.retries = 0
        self.stopped: StoppedError | None = None
        self._httpx = _httpx()
        self._service = service
        self._patience = patience
        self._ledger = Ledger(service.budget)
        self._dialect = Dialect()
        self._gate = asyncio.Semaphore(service.parallel)
        self._not_before = 0.0
        self._unanswered = 0
        self._http: httpx.AsyncClient | None = None

    @property
    def used(self) -> Usage:
        """The tokens used so far."""
        return self._ledger.used

    async def close(self) -> None:
        """Close the connections."""
        if self._http is not None:
            await self._http.aclose()

    async def ask(self, question: str) -> Reply:
        """The model's answer to a question.

        Raises:
            TooMuchError: the question is too long, or was not answered in time; less text may do.
            StoppedError: nothing more is asked in this run.
            AskingError: this question gets no answer.
        """
        try:
            reply = await self._patiently(question)
        except StoppedError as reason:
            raise self.stop(reason) from None
        except AskingError as error:
            self._unanswered += 1
            if self._unanswered < _DEAF:
                raise
            raise self.stop(
                StoppedError(
                    f"{_DEAF} questions in a row got no answer; the last one: {error.what}",
                    "Run the same command again when that is mended. What is done is kept.",
                )
            ) from error
        self._unanswered = 0
        return reply

    def stop(self, reason: StoppedError) -> StoppedError:
        """Ask nothing more in this run. Returns the reason: the first one that was given."""
        self.stopped = self.stopped or reason
        return self.stopped

    async def _patiently(self, question: str) -> Reply:
        """Try until there is an answer or patience is at its end."""
        tries = 0
        while True:
            tries += 1
            try:
                return await self._once(question)
            except _TryAgainError as failure:
                if tries == self._patience.tries:
                    raise AskingError(
                        f"{failure.why}, {tries} times.", "Run the same command again later."
                    ) from None
                self.retries += 1
                await asyncio.sleep(self._wait_after(failure, tries))

    def _wait_after(self, failure: _TryAgainError, tries: int) -> float:
        """Seconds until the next try. What the server asks for holds for every request."""
        wait = self._patience.wait(tries)
        if failure.wait is None:
            return wait
        if failure.wait > self._patience.longest:
            raise StoppedError(
                f"{failure.why}; the server asks to wait {failure.wait:,.0f} seconds.",
                "Run the same command again then. What is done is kept.",
            )
        now = asyncio.get_running_loop().time()
        self._not_before = max(self._not_before, now + failure.wait)
        return failure.wait + wait

    async def _once(self, question: str) -> Reply:
        """One request, repeated only where the server refuses its form."""
        async with self._gate:
            if self.stopped is not None:
                raise self.stopped
            await asyncio.sleep(max(0.0, self._not_before - asyncio.get_running_loop().time()))
            while True:
                dialect = self._dialect
                response, reply = await self._accounted(question, dialect)
                if reply is not None:
                    return reply
                refusal = _refusal(response.body, self._service.key)
                if dialect != self._dialect:
                    continue  # another request has found out in the meantime
                conceded = dialect.conceding(refusal) if response.status in _REFUSALS else None
                if conceded is None:
                    raise self._failure(response, refusal)
                self._dialect = conceded

    async def _accounted(self, question: str, dialect: Dialect) -> tuple[_Response, Reply | None]:
        """Send a request and enter its tokens in the account."""
        service = self._service
        body = dialect.body(service.model, prompt.SYSTEM, question, service.answer_tokens)
        sent = estimated_tokens(json.dumps(body, ensure_ascii=False))
        async with self._ledger.reserved(Usage(sent, service.answer_tokens)) as reservation:
            try:
                response = await self._post(body)
            except TooMuchError:
                # It was sent, and the server may have worked on it for all the time.
                reservation.used = Usage(sent, 0, is_estimated=True)
                raise
            self.requests += 1
            reply = _reply(response, sent) if response.status == 200 else None
            if reply is not None:
                reservation.used = reply.usage
        return response, reply

    async def _post(self, body: dict[str, Any]) -> _Response:
        """Send a request, and read the response within the time and up to the bytes that it may have."""
        httpx = self._httpx
        self._http = self._http or self._connections()
        try:
            async with (
                asyncio.timeout(self._service.timeout),
                self._http.stream("POST", self._service.url, json=body) as stream,
            ):
                content = bytearray()
                async for chunk in stream.aiter_bytes():
                    content += chunk
                    if len(content) > _MOST_BYTES:
                        raise TooMuchError(f"The server sent more than {_MOST_BYTES:,} bytes for one answer.")
                return _Response(stream.status_code, stream.headers, bytes(content))
        except TimeoutError:
            raise TooMuchError(
                f"The server gave no answer within {self._service.timeout:g} seconds."
            ) from None
        except httpx.RequestError as error:
            why = f"The server at {self._service.url} cannot be reached ({type(error).__name__}: {error})"
            raise _TryAgainError(why) from None
        except httpx.InvalidURL as error:
            raise StoppedError(f"{self._service.url} is no address: {error}.", _CORRECT_URL) from None

    def _connections(self) -> "httpx.AsyncClient":
        key = self._service.key
        client: httpx.AsyncClient = self._httpx.AsyncClient(
            headers={"Authorization": f"Bearer {key}"} if key else {},
            limits=self._httpx.Limits(max_connections=self._service.parallel),
            timeout=self._httpx.Timeout(None, connect=_CONNECTING),
        )
        return client

    def _failure(self, response: _Response, refusal: str) -> Exception:
        """What a response that is no answer means."""
        status, service = response.status, self._service
        said = f"The server answered with status {status}" + (f" ({refusal})" if refusal else "")
        if status == 429 and re.search("insufficient_quota|billing", refusal):
            return StoppedError(f"{said}.", "The account behind the key has no credit left.")
        if status in _PASSING or status >= 500:
            return _TryAgainError(said, asked_wait(response.headers))
        if status in _REFUSALS and _ANSWER_TOO_LONG.search(refusal):
            return StoppedError(f"{said}.", "Lower answer_tokens under [llm] in casebook.toml.")
        if status == 413 or (status in _REFUSALS and speaks_of_length(refusal)):
            return TooMuchError(f"{said}.")
        if status in (400, 422):
            return AskingError(f"{said}.", "Check the model and the bounds under [llm] in casebook.toml.")
        if status in (401, 403):
            return StoppedError(f"{said}.", f"Put a key that it accepts into {service.key_variable}.")
        if status == 404:
            return StoppedError(
                f"{said}.", f"Check the address, {service.url}, and the model, {service.model}."
            )
        if status == 200:
            return _TryAgainError("The server answered with something that is not of the protocol")
        return StoppedError(f"{said}.", _CORRECT_URL)


_PASSING = frozenset((408, 409, 425, 429))
_REFUSALS = frozenset((400, 404, 422))
_ANSWER_TOO_LONG = re.compile(r"max(_completion)?_tokens\W.{0,20}too large", re.IGNORECASE)
_CORRECT_URL = "Check base_url under [llm] in casebook.toml."


def _httpx() -> ModuleType:
    """The library for requests, which only the second reader needs."""
    try:
        import httpx
    except ImportError:
        raise SettingsError(
            "The second reader needs the package httpx, which is not installed.",
            "Install it beside Counterclaim: pip install httpx",
        ) from None
    return httpx


def _reply(response: _Response, sent: int) -> Reply | None:
    """The answer in a response, None where there is none of the protocol."""
    try:
        body = json.loads(response.body)
        choice = body["choices"][0]
        content = choice["message"].get("content") or ""
        if not isinstance(content, str):
            return None
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return None
    content = content.encode("utf-8", "replace").decode()  # half a character can be neither kept nor sent
    return Reply(content, choice.get("finish_reason") == "length", _usage(body, sent, content))


def _usage(body: dict[str, Any], sent: int, content: str) -> Usage:
    usage = body.get("usage")
    counts = [usage.get(name) for name in ("prompt_tokens", "completion_tokens")] if usage else []
    if len(counts) == 2 and all(isinstance(count, int) and count >= 0 for count in counts):
        return Usage(counts[0], counts[1])
    return Usage(sent, estimated_tokens(content), is_estimated=True)


def _refusal(body: bytes, key: str | None) -> str:
    """What a server says about a refusal, in one line and never with the key."""
    text = body.decode("utf-8", "replace")
    try:
        error = json.loads(text)["error"]
        said = f"{error['message']} {error.get('code') or ''}" if isinstance(error, dict) else str(error)
    except (ValueError, KeyError, TypeError, RecursionError):
        said = text
    return shortened(said.replace(key, "…") if key else said, _SHOWN)
