"""What must hold whatever is sent: the server lives, is quick, logs no fault, serves others."""

import itertools
import json
import socket
import time
from collections import deque
from pathlib import Path

import requests

from tests.support.face import Face
from tests.support.server import Server

HEALTHZ_S = 5.0
"""Far more than it takes, so that a busy machine is no finding."""
PATIENCE_S = 30
FAULTS = ("Traceback", "Error", "failed", "exception")
"""A line of the server's log with one of these is a finding; that saving is slow is none."""
KEPT = 12
SHOWN_BYTES = 600


class Witness:
    """Somebody honest in a room of a server that is attacked.

    ``findings`` names what was broken, each with what had been sent last.
    """

    def __init__(self, server: Server, errors: Path) -> None:
        self.server, self._errors = server, errors
        self.findings: list[str] = []
        self.slowest_healthz_s = 0.0
        self._sent: deque[bytes] = deque(maxlen=KEPT)
        self._read = 0
        self.code = server.create_session(question="Is anybody still there?")
        self.console = Face(server, self.code, "console").connect(cookies=self._key())
        self.phone = Face(server, self.code, "phone").connect()
        self.phone.done("join_session", name="Amira")
        self.console.done("start_session")
        self._presses = itertools.cycle(("pause_clock", "resume_clock"))

    def sends(self, data: bytes) -> None:
        """Remember what is sent now."""
        self._sent.append(data)

    def finds(self, what: str) -> None:
        """Note that something is broken."""
        sent = "\n  ".join(repr(one[:SHOWN_BYTES]) for one in self._sent)
        self.findings.append(f"{what}\n after:\n  {sent}")

    def look(self) -> None:
        """Look after everything that must hold."""
        self._read_errors()
        if not self.server.is_running:
            self.finds("the process has ended")
            return
        try:
            self._ask_healthz()
            request = self.phone.done("ask_for_chair")
            self.phone.done("lower_hand", request=request)
            self.console.done(next(self._presses))
        except Exception as error:  # whatever it is, others are not served
            self.finds(f"somebody honest is not answered: {error!r}")

    def leave(self) -> None:
        """Close both pages."""
        self.phone.leave()
        self.console.leave()

    def _key(self) -> str:
        """Come in by the session's own link: the owner may be signed out everywhere."""
        links = requests.get(
            f"{self.server.url}/{self.code}/links.json",
            headers={"Cookie": self.server.owner_cookie()},
            timeout=PATIENCE_S,
        ).json()
        return self.server.sign_in("k", links["console"].partition("#")[2])

    def _ask_healthz(self) -> None:
        began_s = time.monotonic()
        with socket.create_connection(("127.0.0.1", self.server.port), PATIENCE_S) as line:
            line.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            answer = b"".join(iter(lambda: line.recv(4_096), b""))
        took_s = time.monotonic() - began_s
        self.slowest_healthz_s = max(self.slowest_healthz_s, took_s)
        if b" 200 " not in answer.split(b"\r\n", 1)[0]:
            self.finds(f"/healthz answers {answer[:200]!r}")
        if took_s > HEALTHZ_S:
            self.finds(f"/healthz takes {took_s:.1f} s")

    def _read_errors(self) -> None:
        with self._errors.open("rb") as file:
            file.seek(self._read)
            new = file.read()
            self._read += len(new)
        text = new.decode("utf-8", "replace")
        if any(fault in text for fault in FAULTS):
            self.finds(f"the server writes {text[-4_000:]}")


def status_of(answer: bytes) -> int:
    """The status of an answer; 0 if the server has hung up instead."""
    words = answer.split(b"\r\n", 1)[0].split(b" ")
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0


def error_of(ack: str) -> str:
    """The code of a refusal, of the text after ``43N``; empty for what was done."""
    (answer,) = json.loads(ack)
    return "" if answer["ok"] else str(answer["error"]["code"])
