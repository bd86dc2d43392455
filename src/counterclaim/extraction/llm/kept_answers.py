"""Answers that were paid for, kept so that the same question is never asked twice.

Keyed by the question's text, the prompt's version and the model. An answer is kept as it came; it is checked
against the text each time that it is used.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from counterclaim.errors import CasebookError
from counterclaim.extraction.llm import prompt
from counterclaim.extraction.llm.tokens import Usage
from counterclaim.model import digest_of

FILE_NAME = "second-reader.db"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    key         TEXT PRIMARY KEY,  -- digest of the prompt's version, the model and the question
    model       TEXT NOT NULL,
    prompt      TEXT NOT NULL,     -- the prompt's version
    document    TEXT NOT NULL,     -- digest of the document that the question was about
    content     TEXT,              -- the answer as it came; null: too much for one answer, asked in halves
    sent        INTEGER NOT NULL,  -- tokens of the question
    received    INTEGER NOT NULL,  -- tokens of the answer
    answered_at TEXT NOT NULL      -- UTC
)
"""


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer from an earlier time; `content` is None where the question was too much for one answer."""

    content: str | None


class KeptAnswers:
    """The answers of one model in one file.

    Args:
        path: the SQLite file; made if there is none.
        model: the model's name.

    Raises:
        CasebookError: the file cannot be read or written.
    """

    def __init__(self, path: Path, model: str) -> None:
        self._path = path
        self._model = model
        with self._troubles():
            # One thread uses it at a time, but not the one that opens it.
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            try:
                self._connection.execute(_SCHEMA)
            except sqlite3.Error:
                self._connection.close()
                raise

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def get(self, question: str) -> KeptAnswer | None:
        """The answer to a question, None if it was not asked before.

        Raises:
            CasebookError: the file cannot be read.
        """
        with self._troubles():
            query = "SELECT content FROM answers WHERE key = ?"
            row = self._connection.execute(query, (self._key(question),)).fetchone()
        return None if row is None else KeptAnswer(row[0])

    def put(self, question: str, document: str, content: str | None, usage: Usage) -> None:
        """Keep an answer; None: the question was too much for one.

        Raises:
            CasebookError: the file cannot be written.
        """
        with self._troubles():
            self._connection.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._key(question),
                    self._model,
                    prompt.VERSION,
                    document,
                    content,
                    usage.sent,
                    usage.received,
                    datetime.now(UTC).isoformat(timespec="seconds"),
                ),
            )

    def _key(self, question: str) -> str:
        return digest_of(prompt.VERSION, self._model, question, length=32)

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise CasebookError(
                f"The answers of the second reader in {self._path} cannot be used: {error}.",
                "If the file is damaged, delete it: what it holds will be asked again.",
            ) from error
