"""A busy room: of a thousand phones three hundred act in every second, and somebody has to lead.

The phones signal, raise and lower their hands, and move their dots in a vote that is open, evenly
over the second. The facilitator gives the floor, begins topics and writes notes meanwhile. What is
sent is not slowed down by answers that are late.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from bench.phones import Phone
from bench.result import Result, row
from bench.servers import Running, fishbowl
from bench.stage import Stage, open_stage

ROUNDS = 5
ACTING_SHARE = 0.3
"""Of the room, in one second. Everybody acts in turn: three times in ten seconds, as thumbs do."""
CONSOLE_PER_S = 4
WARM_UP_S = 1.0
ROUND_S = 7.0
ANSWERS_S = 10.0
"""After the last tap, so long is waited for answers."""
TOPICS = 6
MILLI = 1e3

HOLD_ACK_MS = 150.0
HOLD_CONSOLE_MS = 50.0
HOLD_BYTES = 200_000.0
GOAL_BYTES = 100_000.0
"""What one phone is sent in a minute, answers included: a thousand phones share one Wi-Fi."""
HOLD_CLIENT_CPU = 0.9
"""Above it the client's own waiting would be measured."""


class Answers(msgspec.Struct, kw_only=True):
    """How long answers took, and how many were refusals or did not come."""

    ms: list[float] = []
    failed: int = 0

    async def timed(self, sent: Callable[[], Awaitable[Any]]) -> Any:
        """Send, and note the answer."""
        began_s = time.perf_counter()
        try:
            answer = await asyncio.wait_for(sent(), ANSWERS_S)
        except TimeoutError:
            self.failed += 1
            return None
        self.ms.append((time.perf_counter() - began_s) * MILLI)
        if not answer["ok"]:
            self.failed += 1
        return answer


class Thumbs:
    """What one phone does, tap by tap."""

    def __init__(self, phone: Phone, vote: int, topic: int) -> None:
        self._phone, self._vote, self._topic = phone, vote, topic
        self._taps = 0
        self._request: int | None = None

    async def tap(self, answers: Answers) -> None:
        """Signal, vote, and raise or lower the hand, by turns."""
        self._taps += 1
        phone, turn = self._phone, self._taps % 3
        if turn == 0:
            await answers.timed(lambda: phone.emit("signal", {"kind": "agree"}))
        elif turn == 1:
            fields = {"vote": self._vote, "topic": self._topic, "dots": 1 + self._taps % 2}
            await answers.timed(lambda: phone.command("cast_dots", **fields))
        elif self._request is None:
            answer = await answers.timed(lambda: phone.command("ask_for_chair"))
            self._request = answer and answer.get("seq")
        else:
            request, self._request = self._request, None
            await answers.timed(lambda: phone.command("lower_hand", request=request))


class Desk:
    """What the facilitator does, command by command."""

    def __init__(self, console: Phone, turns: list[int]) -> None:
        self._console, self._turns = console, turns
        self._commands = 0

    async def command(self, answers: Answers) -> None:
        """Give the floor twice, then begin a topic or write a note."""
        self._commands += 1
        do, fields = self._next(self._commands)
        await answers.timed(lambda: self._console.command(do, **fields))

    def _next(self, number: int) -> tuple[str, dict[str, Any]]:
        if number % 4 == 0:
            return "add_note", {"kind": "insight", "words": f"What was said, number {number}"}
        if number % 4 == 2:
            return "begin_topic", {"title": f"A new thread, number {number}"}
        return "give_floor", {"turn": self._turns[number // 2 % len(self._turns)]}


class Room:
    """A room in which everybody acts, and what that took."""

    def __init__(self, stage: Stage, thumbs: list[Thumbs], desk: Desk) -> None:
        self._stage, self._thumbs, self._desk = stage, thumbs, desk
        self._next = 0
        self.phones, self.console = Answers(), Answers()
        self.server_share: list[float] = []
        self.client_share: list[float] = []
        self.bytes_per_minute: list[float] = []

    async def play(self, seconds: float) -> None:
        """Let everybody act for so long, counted from now."""
        server: Running = self._stage.server
        cpu_s, client_s = server.cpu_s(), time.process_time()
        received, began_s = self._stage.crowd.received, time.perf_counter()
        size = len(self._thumbs)
        await asyncio.gather(
            _evenly(size * ACTING_SHARE, seconds, self._somebody),
            _evenly(CONSOLE_PER_S, seconds, lambda: self._desk.command(self.console)),
        )
        took_s = time.perf_counter() - began_s
        self.server_share.append((server.cpu_s() - cpu_s) / took_s)
        self.client_share.append((time.process_time() - client_s) / took_s)
        received = self._stage.crowd.received - received
        self.bytes_per_minute.append(received / size / took_s * 60)

    async def _somebody(self) -> None:
        thumbs = self._thumbs[self._next % len(self._thumbs)]
        self._next += 1
        await thumbs.tap(self.phones)


async def measure(size: int, rounds: int = ROUNDS) -> list[Result]:
    """Measure one size of room, round after round."""
    with fishbowl() as server:
        stage = await open_stage(server, size, waiting=0)
        try:
            thumbs, desk = await _ready(stage)
            await Room(stage, thumbs, desk).play(WARM_UP_S)
            room = Room(stage, thumbs, desk)
            for _ in range(rounds):
                await room.play(ROUND_S)
            lost = stage.crowd.lost
        finally:
            stage.close()
    failed = room.phones.failed + room.console.failed + lost
    return [
        row("busy.ack", size, room.phones.ms, "ms", hold={"p95": HOLD_ACK_MS}),
        row("busy.console_ack", size, room.console.ms, "ms", hold={"p95": HOLD_CONSOLE_MS}),
        row("busy.failed", size, [float(failed)], "", hold={"median": 0.0}),
        row("busy.bytes_per_phone_minute", size, room.bytes_per_minute, "B",
            hold={"median": HOLD_BYTES}, goal={"median": GOAL_BYTES}),
        row("busy.server_cpu", size, room.server_share, "of a core"),
        row("busy.client_cpu", size, room.client_share, "of a core",
            hold={"median": HOLD_CLIENT_CPU}),
    ]  # fmt: skip


async def _ready(stage: Stage) -> tuple[list[Thumbs], Desk]:
    """Open the vote, and find out who sits where."""
    console = stage.console
    topics = [(await console.done("add_topic", title=f"Thread {number}"))["seq"]
              for number in range(TOPICS)]  # fmt: skip
    vote = (await console.done("open_vote"))["seq"]
    await asyncio.sleep(WARM_UP_S)  # until the console has seen it all
    chairs = console.slices["bowl"]["chairs"]
    turns = [chair["turn"] for chair in chairs if chair.get("turn")]
    thumbs = [Thumbs(phone, vote, topics[number % TOPICS])
              for number, phone in enumerate(stage.phones)]  # fmt: skip
    return thumbs, Desk(console, turns)


async def _evenly(per_s: float, seconds: float, act: Callable[[], Awaitable[None]]) -> None:
    """Begin so many acts a second, whether or not earlier ones are done, and wait for all."""
    began_s = time.perf_counter()
    begun: list[asyncio.Future[None]] = []
    for number in range(int(per_s * seconds)):
        await asyncio.sleep(max(0.0, began_s + number / per_s - time.perf_counter()))
        begun.append(asyncio.ensure_future(act()))
    await asyncio.sleep(max(0.0, began_s + seconds - time.perf_counter()))
    await asyncio.gather(*begun)
