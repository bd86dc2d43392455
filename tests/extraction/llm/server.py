"""A small server on this machine that speaks the chat protocol as a test tells it to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """What the server sends back; after `delay` seconds, and with `drip` one byte at a time."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0


def chat(content: Any, *, finish: str = "stop", usage: Body | None = None, **said: Any) -> Said:
    """A well-formed response with this content; an object is written as JSON."""
    words = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": words}
    body: Body = {"choices": [{"index": 0, "message": message, "finish_reason": finish}]}
    if usage is not None:
        body["usage"] = usage
    return Said(json.dumps(body).encode(), **said)


def refusal(status: int, message: str, **headers: str) -> Said:
    """A refusal in the protocol's form."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Said(json.dumps({"error": {"message": message}}).encode(), status, named)


class Server:
    """A running server.

    Attributes:
        url: its address, up to its /v1.
        bodies: the requests, in the order in which they came.
        keys: the Authorization header of each.
        most_at_once: the most requests that were under way at one time.
    """

    def __init__(self, url: str, respond: Callable[[Body], Said]) -> None:
        self.url = url
        self.respond = respond
        self.bodies: list[Body] = []
        self.keys: list[str | None] = []
        self.most_at_once = 0
        self._now = 0
        self._lock = threading.Lock()

    def questions(self) -> list[Body]:
        """The data of each request."""
        return [question_in(body) for body in self.bodies]

    def take(self, path: str, key: str | None, body: Body) -> Said:
        """What a request is answered."""
        with self._lock:
            self.bodies.append(body)
            self.keys.append(key)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            said = self.respond(body) if path == "/v1/chat/completions" else refusal(404, "no such path")
            time.sleep(said.delay)
            return said
        finally:
            with self._lock:
                self._now -= 1


def question_in(body: Body) -> Body:
    """The data that a request asks about."""
    question: Body = json.loads(body["messages"][1]["content"])
    return question


@contextmanager
def serving(respond: Callable[[Body], Said]) -> Iterator[Server]:
    """A server for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            said = server.take(self.path, self.headers.get("Authorization"), body)
            with suppress(BrokenPipeError, ConnectionResetError):  # the client did not wait
                self._send(said)

        def _send(self, said: Said) -> None:
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            for part in (said.body[i : i + 1] for i in range(len(said.body))) if said.drip else (said.body,):
                self.wfile.write(part)
                time.sleep(said.drip)

        def log_message(self, *arguments: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = Server(f"http://127.0.0.1:{http.server_address[1]}/v1", respond)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def in_turn(*said: Said) -> Callable[[Body], Said]:
    """Answer one after the other; the last one again and again."""
    left = list(said)
    lock = threading.Lock()

    def respond(_: Body) -> Said:
        with lock:
            return left.pop(0) if len(left) > 1 else left[0]

    return respond


def model_that_knows(*claims: Body, usage: Body | None = None) -> Callable[[Body], Said]:
    """A model that gives each of these claims wherever its quote stands in a paragraph.

    A claim with `event_type` is an event, every other a count.
    """

    def respond(body: Body) -> Said:
        answer: dict[str, list[Body]] = {"counts": [], "events": []}
        for paragraph in question_in(body)["paragraphs"]:
            for claim in claims:
                if claim["quote"] in paragraph["text"]:
                    kind = "events" if "event_type" in claim else "counts"
                    answer[kind].append({"paragraph": paragraph["n"], **claim})
        return chat(answer, usage=usage)

    return respond
