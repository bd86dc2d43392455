"""A server that is busy, broken, slow, talkative, or of another dialect."""

import asyncio
import json
import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from counterclaim.extraction.llm.client import Client, Reply
from counterclaim.extraction.llm.dialect import Dialect
from counterclaim.extraction.llm.errors import AskingError, BudgetSpentError, StoppedError, TooMuchError
from counterclaim.extraction.llm.patience import Patience, asked_wait
from counterclaim.extraction.llm.service import Prices, Service
from counterclaim.extraction.llm.tokens import Usage
from tests.extraction.llm.material import QUICK, service
from tests.extraction.llm.server import Body, Said, Server, chat, in_turn, refusal, serving

HELLO = chat({"counts": [], "events": []}, usage={"prompt_tokens": 100, "completion_tokens": 10})


class Conversation:
    """Questions asked of a server one after the other."""

    def __init__(self, about: Service, patience: Patience = QUICK) -> None:
        self.client = Client(about, patience)
        self._runner = asyncio.Runner()

    def __enter__(self) -> "Conversation":
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.run(self.client.close())
        self._runner.close()

    def ask(self, question: str = "{}") -> Reply:
        return self._runner.run(self.client.ask(question))

    def ask_at_once(self, questions: int) -> list[Reply | BaseException]:
        async def all_of_them() -> list[Reply | BaseException]:
            asked = (self.client.ask(f'{{"n": {number}}}') for number in range(questions))
            return await asyncio.gather(*asked, return_exceptions=True)

        return self._runner.run(all_of_them())


def asked(respond: Callable[[Body], Said], **settings: Any) -> tuple[Server, Client, Reply]:
    with serving(respond) as server, Conversation(service(server.url, **settings)) as conversation:
        return server, conversation.client, conversation.ask()


# ---------------------------------------------------------------- a good answer


def test_a_question_is_asked_with_instructions_schema_and_key() -> None:
    server, client, reply = asked(lambda _: HELLO, key="secret-1")
    [body] = server.bodies
    assert server.keys == ["Bearer secret-1"]
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["model"] == "tiny" and body["temperature"] == 0 and body["max_tokens"] == 8192
    assert body["response_format"]["json_schema"]["strict"] is True
    assert reply.usage == client.used == Usage(100, 10)


def test_without_a_key_none_is_sent() -> None:
    server, _, _ = asked(lambda _: HELLO)
    assert server.keys == [None]


def test_tokens_are_estimated_where_a_server_does_not_count_them() -> None:
    _, client, _ = asked(lambda _: chat("{}"))
    assert client.used.is_estimated and client.used.sent > 1000 and client.used.received == 1


def test_no_more_requests_than_allowed_are_under_way_at_once() -> None:
    slow = chat("{}", delay=0.05)
    with (
        serving(lambda _: slow) as server,
        Conversation(service(server.url, parallel=3)) as conversation,
    ):
        assert len(conversation.ask_at_once(12)) == 12
        assert server.most_at_once == 3


# ---------------------------------------------------------------- trying again


@pytest.mark.parametrize(
    "failure",
    [
        refusal(429, "slow down"),
        refusal(500, "oops"),
        refusal(503, "busy"),
        Said(b"<html>gateway</html>", 502),
        Said(b"<html>a proxy's page</html>"),
        Said(b'{"error": {"message": "upstream"}}'),
        Said(b'{"choices": []}'),
        Said(b'{"choices": [{"message": null}]}'),
    ],
)
def test_a_failure_that_may_pass_is_tried_again(failure: Said) -> None:
    server, client, reply = asked(in_turn(failure, failure, HELLO))
    assert len(server.bodies) == 3 and client.retries == 2 and reply.usage.sent == 100


def test_patience_ends_and_says_what_failed() -> None:
    with (
        serving(lambda _: refusal(503, "busy")) as server,
        Conversation(service(server.url)) as conversation,
        pytest.raises(AskingError, match=r"status 503 \(busy\), 4 times"),
    ):
        conversation.ask()
    assert len(server.bodies) == 4 and conversation.client.stopped is None


def test_after_six_questions_without_an_answer_none_is_asked_any_more() -> None:
    once = Patience(tries=1)
    with (
        serving(lambda _: refusal(503, "busy")) as server,
        Conversation(service(server.url), once) as conversation,
    ):
        found = [error for error in conversation.ask_at_once(20) if isinstance(error, BaseException)]
        with pytest.raises(StoppedError, match="6 questions in a row got no answer"):
            conversation.ask()
    assert len(found) == 20 and 6 <= len(server.bodies) <= 10


def test_an_answer_between_failures_keeps_the_run_alive() -> None:
    busy = refusal(503, "busy")
    respond = in_turn(*[busy] * 5, HELLO, *[busy] * 5, HELLO)
    with serving(respond) as server, Conversation(service(server.url), Patience(tries=1)) as conversation:
        for _ in range(2):
            for _ in range(5):
                with pytest.raises(AskingError):
                    conversation.ask()
            conversation.ask()
    assert conversation.client.stopped is None


def test_the_wait_that_a_server_asks_for_is_kept_by_every_request() -> None:
    came: list[float] = []
    answers = in_turn(refusal(429, "slow down", Retry_After="0.4"), HELLO)

    def respond(body: Body) -> Said:
        came.append(time.monotonic())
        return answers(body)

    with serving(respond) as server, Conversation(service(server.url, parallel=1)) as conversation:
        assert not any(isinstance(one, BaseException) for one in conversation.ask_at_once(2))
    assert came[1] - came[0] >= 0.4 and len(came) == 3


def test_a_server_that_asks_for_a_long_wait_ends_the_run() -> None:
    with (
        serving(lambda _: refusal(429, "come back", Retry_After="3600")) as server,
        Conversation(service(server.url)) as conversation,
        pytest.raises(StoppedError, match="asks to wait 3,600 seconds"),
    ):
        conversation.ask()
    assert len(server.bodies) == 1


def test_a_wait_may_be_given_in_seconds_or_as_a_date() -> None:
    now = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
    later = format_datetime(now + timedelta(seconds=90), usegmt=True)
    assert asked_wait({"retry-after": "7"}) == 7
    assert asked_wait({"retry-after": "-3"}) == 0
    assert asked_wait({"retry-after": later}, now) == 90
    assert asked_wait({"retry-after": "soon"}) is None
    assert asked_wait({}) is None


def test_waits_grow_and_are_bounded_and_never_alike() -> None:
    patience = Patience(first=1, longest=10)
    waits = {tries: [patience.wait(tries) for _ in range(200)] for tries in range(1, 12)}
    for tries, found in waits.items():
        bound = min(10, 2 ** (tries - 1))
        assert min(found) >= 0 and bound / 2 < max(found) <= bound and len(set(found)) > 100


# ---------------------------------------------------------------- slow and over-long


@pytest.mark.parametrize(
    "slow", [chat("{}", delay=2.0), chat("{}" * 200, drip=0.05)], ids=["silent", "one byte at a time"]
)
def test_an_answer_that_takes_too_long_is_given_up(slow: Said) -> None:
    began = time.monotonic()
    with (
        serving(lambda _: slow) as server,
        Conversation(service(server.url, timeout=0.3)) as conversation,
        pytest.raises(TooMuchError, match=r"no answer within 0\.3 seconds"),
    ):
        conversation.ask()
    assert time.monotonic() - began < 2
    assert conversation.client.used.sent > 1000  # it may have been worked on


def test_an_endless_answer_is_not_listened_to() -> None:
    with (
        serving(lambda _: chat("x" * 5_000_000)) as server,
        Conversation(service(server.url)) as conversation,
        pytest.raises(TooMuchError, match="more than 4,000,000 bytes"),
    ):
        conversation.ask()


def test_an_answer_that_was_cut_off_says_so() -> None:
    _, _, reply = asked(lambda _: chat('{"counts": [{"par', finish="length"))
    assert reply.is_cut_off


@pytest.mark.parametrize(
    "said",
    [
        refusal(413, "Payload Too Large"),
        refusal(400, "This model's maximum context length is 4096 tokens."),
        refusal(400, "the request exceeds the available context size"),
    ],
)
def test_a_question_that_is_too_long_can_be_asked_in_parts(said: Said) -> None:
    with (
        serving(lambda _: said) as server,
        Conversation(service(server.url)) as conversation,
        pytest.raises(TooMuchError),
    ):
        conversation.ask()
    assert len(server.bodies) == 1


# ---------------------------------------------------------------- dialects

FULL = {"response_format", "max_tokens", "temperature"}


@pytest.mark.parametrize(
    ("message", "sent"),
    [
        ("response_format.type json_schema is not supported", FULL),
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
         {"response_format", "max_completion_tokens", "temperature"}),
        ("Unsupported value: 'temperature' does not support 0", {"response_format", "max_tokens"}),
    ],
)  # fmt: skip
def test_what_a_server_refuses_is_given_up_at_once_and_for_good(message: str, sent: set[str]) -> None:
    answers = in_turn(refusal(400, message), HELLO)
    with serving(answers) as server, Conversation(service(server.url)) as conversation:
        conversation.ask()
        conversation.ask()
    assert len(server.bodies) == 3 and conversation.client.retries == 0
    for body in server.bodies[1:]:
        assert set(body) - {"model", "messages"} == sent


def test_the_form_is_asked_for_less_and_less_strictly() -> None:
    def respond(body: Body) -> Said:
        return refusal(422, "unknown response_format") if "response_format" in body else HELLO

    server, _, _ = asked(respond)
    forms = [body.get("response_format", {}).get("type") for body in server.bodies]
    assert forms == ["json_schema", "json_object", None]


def test_a_refusal_that_nothing_can_be_given_up_for_is_the_questions_failure() -> None:
    with (
        serving(lambda _: refusal(400, "no")) as server,
        Conversation(service(server.url)) as conversation,
        pytest.raises(AskingError, match=r"status 400 \(no\)") as raised,
    ):
        conversation.ask()
    assert not isinstance(raised.value, StoppedError | TooMuchError) and len(server.bodies) == 1


def test_concessions_come_to_an_end() -> None:
    dialect: Dialect | None = Dialect()
    steps = 0
    while dialect is not None:
        dialect, steps = dialect.conceding("max_completion_tokens temperature response_format"), steps + 1
    assert steps == 5


# ---------------------------------------------------------------- the end of a run


@pytest.mark.parametrize(
    ("said", "what", "remedy"),
    [
        (
            refusal(401, "Incorrect API key provided: secret-1"),
            r"status 401 \(Incorrect",
            "COUNTERCLAIM_LLM_KEY",
        ),
        (refusal(403, "no"), "status 403", "COUNTERCLAIM_LLM_KEY"),
        (refusal(404, "The model does not exist"), "does not exist", "tiny"),
        (refusal(429, "insufficient_quota: check your billing"), "billing", "no credit"),
        (refusal(302, "", Location="http://127.0.0.1:9/"), "status 302", "base_url"),
        (refusal(400, "max_tokens is too large: 4096"), "too large", "answer_tokens"),
    ],
)
def test_what_no_question_can_mend_ends_the_run(said: Said, what: str, remedy: str) -> None:
    with (
        serving(lambda _: said) as server,
        Conversation(service(server.url, key="secret-1")) as conversation,
    ):
        for _ in range(2):
            with pytest.raises(StoppedError, match=what) as raised:
                conversation.ask()
    assert remedy in raised.value.remedy and "secret-1" not in str(raised.value)
    assert len(server.bodies) == 1


def test_a_server_that_is_not_there_is_said() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
        with (
            Conversation(service(url), Patience(tries=2, first=0.01)) as conversation,
            pytest.raises(AskingError, match="cannot be reached"),
        ):
            conversation.ask()


# ---------------------------------------------------------------- the budget


def test_a_request_that_could_exceed_the_budget_is_not_sent() -> None:
    with (
        serving(lambda _: HELLO) as server,
        Conversation(service(server.url, budget_tokens=9000, answer_tokens=4000)) as conversation,
    ):
        conversation.ask()
        with pytest.raises(BudgetSpentError, match="budget of 9,000 tokens for one run"):
            for _ in range(1000):
                conversation.ask()
    assert 1 < len(server.bodies) < 40
    assert 9000 - 4000 - 4000 < conversation.client.used.total <= 9000


def test_requests_at_once_stay_within_the_budget_together() -> None:
    most = chat("{}", usage={"prompt_tokens": 3000, "completion_tokens": 1000}, delay=0.02)
    with (
        serving(lambda _: most) as server,
        Conversation(
            service(server.url, budget_tokens=30_000, answer_tokens=1000, parallel=8)
        ) as conversation,
    ):
        found = conversation.ask_at_once(50)
    answered = [one for one in found if isinstance(one, Reply)]
    assert len(answered) == len(server.bodies) == 6 or len(answered) == 7
    assert conversation.client.used.total <= 30_000
    assert all(isinstance(one, Reply | BudgetSpentError) for one in found)


def test_a_budget_may_be_of_money() -> None:
    usage = {"prompt_tokens": 1000, "completion_tokens": 1000}
    prices: Body = {"price_sent": 1.0, "price_received": 10.0, "budget_cost": 0.1, "answer_tokens": 2000}
    with (
        serving(lambda _: chat("{}", usage=usage)) as server,
        Conversation(service(server.url, **prices)) as conversation,
        pytest.raises(BudgetSpentError, match=r"and 0\.1 in money"),
    ):
        for _ in range(100):
            conversation.ask()
    cost = Prices(1.0, 10.0).of(conversation.client.used)
    assert cost == pytest.approx(len(server.bodies) * 0.011) and cost <= 0.1


def test_what_is_sent_is_what_the_budget_reckons_with() -> None:
    server, _, _ = asked(lambda _: HELLO)
    sent = len(json.dumps(server.bodies[0], ensure_ascii=False).encode())
    assert sent / 3 <= 5000
