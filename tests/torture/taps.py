"""Phones that tap without pause, remember every answer, and ask again what was not answered.

What they do is as honest as the product's own pages: an id for each tap, the same id when it is
sent again, and the same device after every reconnect.
"""

import asyncio
import contextlib
import random
import secrets
from typing import Any, NamedTuple

import socketio
from socketio.exceptions import SocketIOError

ANSWER_S = 10.0
RETRY_S = 0.05
AGAIN_EVERY = 10
"""Every so many taps one that was acknowledged is sent once more: its first answer must come."""


class Answer(NamedTuple):
    """What was acknowledged: the first entry and the version, or ``None`` for "already so"."""

    seq: int | None
    version: int | None


class Ledger:
    """What all phones of a room were told. ``wrong`` names every broken promise."""

    def __init__(self) -> None:
        self.acknowledged: dict[str, Answer] = {}
        self.refused: set[str] = set()
        self.sent: set[str] = set()
        self.wrong: list[str] = []

    def note(self, id: str, answer: dict[str, Any]) -> None:
        """Remember the answer to a tap, and compare it with an earlier one."""
        if not answer["ok"]:
            code = answer["error"]["code"]
            if id in self.acknowledged:
                self.wrong.append(f"{id} was acknowledged, and later refused: {code}")
            self.refused.add(id)
            return
        told = Answer(answer["seq"], answer["version"])
        first = self.acknowledged.setdefault(id, told)
        if first.seq is not None and first != told:
            self.wrong.append(f"{id} was first answered {first}, then {told}")


class Tapper:
    """One phone, or a console with a cookie.

    :param url: where it connects; a proxy may stand between.
    """

    def __init__(self, url: str, code: str, ledger: Ledger, seed: int, *, cookie: str = "") -> None:
        self.url, self.code, self._ledger, self._cookie = url, code, ledger, cookie
        self._face = "console" if cookie else "phone"
        self._draw = random.Random(seed)
        self._device = secrets.token_urlsafe(18)
        self._name = f"{self._face}-{seed:03}"
        self._count = 0
        self._stopping = False
        self.taps = 0
        self._client: Any = None
        self._person = 0
        self._queue: dict[str, Any] = {}

    async def run(self) -> None:
        """Tap until told to stop."""
        while not self._stopping:
            try:
                await self._connect()
                while not self._stopping:
                    await self._tap()
            except (TimeoutError, SocketIOError, OSError):
                await asyncio.sleep(RETRY_S)
            finally:
                await self._leave()

    def stop(self) -> None:
        """Finish the tap at hand, and then no more."""
        self._stopping = True

    async def _connect(self) -> None:
        self._client = socketio.AsyncClient(reconnection=False)
        self._client.on("view", self._on_view)
        auth = {"code": self.code, "face": self._face}
        if self._face == "phone":
            auth["device"] = self._device
        await asyncio.wait_for(
            self._client.connect(
                self.url, auth=auth, transports=["websocket"], headers={"Cookie": self._cookie}
            ),
            ANSWER_S,
        )

    async def _leave(self) -> None:
        if self._client is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self._client.disconnect(), 1)
            self._client = None

    def _on_view(self, message: dict[str, Any]) -> None:
        me = message["slices"].get("me")
        if me is not None:
            self._person, self._queue = me["person"], me.get("request") or {}

    async def _tap(self) -> None:
        """Send one command until it is answered, under one id."""
        self._count += 1
        id, command = f"{self._name}-{self._count:08}", self._command()
        self._ledger.sent.add(id)
        while not self._stopping:
            try:
                answer = await self._client.call(
                    "command", {"id": id, "command": command}, timeout=ANSWER_S
                )
            except (TimeoutError, SocketIOError, OSError):
                await self._leave()
                if self._stopping:
                    return
                await asyncio.sleep(RETRY_S)
                with contextlib.suppress(SocketIOError, OSError, asyncio.TimeoutError):
                    await self._connect()
                continue
            if not answer["ok"] and answer["error"]["code"] in ("too_fast", "not_saved"):
                await asyncio.sleep(RETRY_S)
                continue
            self._ledger.note(id, answer)
            self.taps += 1
            break
        if self._count % AGAIN_EVERY == 0 and self._client is not None:
            answer = await self._client.call(
                "command", {"id": id, "command": command}, timeout=ANSWER_S
            )
            if answer["ok"] or answer["error"]["code"] != "too_fast":
                self._ledger.note(id, answer)

    def _command(self) -> dict[str, Any]:
        if self._face == "console":
            return {"do": self._draw.choice(("pause_clock", "resume_clock", "start_session"))}
        if not self._person:
            return {"do": "join_session", "name": self._name}
        if self._queue.get("request") and self._draw.random() < 0.5:
            return {"do": "lower_hand", "request": self._queue["request"]}
        if self._draw.random() < 0.5:
            return {"do": "ask_for_chair"}
        name = f"{self._name} {self._draw.randrange(1000)}"
        return {"do": "rename_person", "person": self._person, "name": name}
