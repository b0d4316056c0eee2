"""A round of fuzzing: everything in turn, as the dice fall, for a bounded time."""

import random
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import requests

from tests.fuzz.lines import Lines
from tests.fuzz.pages import Fields, Requests, routes_of_the_server
from tests.fuzz.witness import Witness
from tests.support.server import Server

LOOK_EVERY_S = 1.0
PATIENCE_S = 30
PAGES_WITH_FORMS = (
    "/new", "/<code>/setup", "/<code>/delete", "/<code>/link", "/<code>/check", "/archive",
    "/archive/link", "/signed-in", "/open", "/<code>/summary/edit",
)  # fmt: skip
WEIGHTS = {"request": 40, "phone": 8, "console": 3, "hello": 4, "packets": 4, "frames": 8}


class Fuzzed(NamedTuple):
    """What a round came to."""

    sent: Counter[str]
    slowest_healthz_s: float
    findings: list[str]


def fuzz(folder: Path, *, seconds: float, seed: int, async_mode: str = "eventlet") -> Fuzzed:
    """Attack a server of one's own.

    :param folder: an empty folder to work in.
    :param seed: what is drawn depends on it alone; when, on the machine.
    """
    errors = folder / "errors"
    server = Server(folder / "fishbowl.db", errors=errors, async_mode=async_mode)
    routes = routes_of_the_server(folder)
    server.start()
    try:
        witness = Witness(server, errors)
        attack = Attack(server, witness, routes, random.Random(seed))
        attack.go_on_for(seconds)
        witness.leave()
    finally:
        server.stop()
    return Fuzzed(attack.sent, witness.slowest_healthz_s, witness.findings)


class Attack:
    """Sends everything that can be sent, to sessions that may come to harm."""

    def __init__(
        self,
        server: Server,
        witness: Witness,
        routes: tuple[tuple[str, str], ...],
        draw: random.Random,
    ) -> None:
        self._server, self._witness, self._draw = server, witness, draw
        self.sent: Counter[str] = Counter()
        self._code = ""
        self._owner = ""
        self._lines = Lines(server, witness, lambda: self._code)
        self._requests = Requests(
            routes, f"127.0.0.1:{server.port}", lambda: self._code, self._cookies
        )
        self._begin_anew()
        for rule in PAGES_WITH_FORMS:
            self._requests.fields[rule] = self._fields(rule)

    def go_on_for(self, seconds: float) -> None:
        """Attack until the time is over and everything was sent once, or something is found."""
        ends_s, look_s = time.monotonic() + seconds, 0.0
        while not self._witness.findings and (
            time.monotonic() < ends_s or self.sent.keys() != WEIGHTS.keys()
        ):
            (what,) = self._draw.choices(list(WEIGHTS), list(WEIGHTS.values()))
            self._do(what)
            self.sent[what] += 1
            if time.monotonic() - look_s > LOOK_EVERY_S:
                self._witness.look()
                self._begin_anew()
                look_s = time.monotonic()
        self._witness.look()

    def _do(self, what: str) -> None:
        draw, lines = self._draw, self._lines
        match what:
            case "request":
                lines.request(self._requests.any_request(draw))
            case "phone":
                lines.phone(draw)
            case "console":
                lines.console(draw, self._owner)
            case "hello":
                lines.hello(draw)
            case "packets":
                lines.packets(draw)
            case "frames":
                lines.frames(draw)

    def _begin_anew(self) -> None:
        """Sign in and make a session again, now and then: requests sign out, delete and close."""
        if self._code and self._draw.random() < 0.7 and self._is_there():
            return
        self._server.forget_owner_cookie()
        self._owner = self._server.owner_cookie()
        self._code = self._server.create_session(question="Who comes to harm?", event="Fuzz")

    def _is_there(self) -> bool:
        console = f"{self._server.url}/{self._code}/console"
        return requests.get(console, headers={"Cookie": self._owner}, timeout=PATIENCE_S).ok

    def _cookies(self) -> tuple[str, ...]:
        name, _, token = self._owner.partition("=")
        key = f"fishbowl_key_{self._code}"
        return (self._owner, self._owner, self._owner, f"{name}=x", f"{key}={token}", "a=b;;=;\xff")

    def _fields(self, rule: str) -> dict[str, str]:
        page = requests.get(
            self._server.url + rule.replace("<code>", self._code),
            headers={"Cookie": self._owner},
            timeout=PATIENCE_S,
        )
        return Fields(page.text).found
