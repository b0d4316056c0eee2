"""Asking another machine: sealed messages over one HTTP connection that stays open."""

import http.client
import os
import ssl
from contextlib import suppress
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from fishbowl.standby.messages import Question
from fishbowl.standby.sealing import NotOurs, Seal

PATH = "/standby/"
ANSWER_MAX_BYTES = 512 * 1024 * 1024

T = TypeVar("T")


class Unreachable(Exception):
    """The other machine does not answer; the message says why in a few words."""


class WrongKey(Exception):
    """The other machine does not take messages that are sealed with this key."""


class Asker:
    """Asks one machine, one question after the other.

    :param url: scheme, host and port, without a slash at the end.
    :param timeout_s: how long to wait for a connection, and for an answer.
    """

    def __init__(self, url: str, seal: Seal, timeout_s: float) -> None:
        self.url = url
        self._seal, self._timeout_s = seal, timeout_s
        self._connection: http.client.HTTPConnection | None = None

    def ask(self, what: str, question: Question, kind: type[T]) -> T:
        """Ask, and wait for the answer.

        :param what: the last part of the path.
        :param kind: what the answer is.
        :raises Unreachable: there is no answer.
        :raises WrongKey: the key is another one there.
        """
        purpose = f"{PATH}{what}"
        body = self._seal.close(question, purpose)
        headers = {"Content-Type": "application/octet-stream", "Origin": self.url}
        try:
            connection = self._connected()
            connection.request("POST", purpose, body, headers)
            answer = connection.getresponse()
            content = answer.read(ANSWER_MAX_BYTES)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise Unreachable(str(error) or type(error).__name__) from error
        if answer.status == 403:
            raise WrongKey
        if answer.status != 200:
            raise Unreachable(f"it answers {answer.status}")
        try:
            return self._seal.open(content, kind, f"answer {purpose}", question.ticket)
        except NotOurs as error:
            raise WrongKey from error

    def close(self) -> None:
        """End the connection; the next question opens another one."""
        if self._connection is not None:
            with suppress(OSError):
                self._connection.close()
            self._connection = None

    def _connected(self) -> http.client.HTTPConnection:
        if self._connection is None:
            parts = urlsplit(self.url)
            host, port = parts.hostname or "", parts.port
            if parts.scheme == "https":
                self._connection = http.client.HTTPSConnection(
                    host, port, timeout=self._timeout_s, context=ssl.create_default_context()
                )
            else:
                self._connection = http.client.HTTPConnection(host, port, timeout=self._timeout_s)
        return self._connection


def ticket() -> bytes:
    """Random bytes for a question."""
    return os.urandom(16)


def answered(what: msgspec.Struct, seal: Seal, name: str, question: Question) -> bytes:
    """Seal the answer to a question."""
    return seal.close(what, f"answer {PATH}{name}", question.ticket)
