"""A hostile crowd: how soon the facilitator is answered, and whether the room stays open.

The attackers are a process of their own, pinned to one core; every attack meets a server of its
own, whose console is measured before it and during it. At last a thousand honest phones join in a
minute, while two hundred others flood the room with commands.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from bench.busy import Answers, Desk
from bench.machine import client_cores
from bench.phones import Phone, connect
from bench.restart import CODE, long_log
from bench.result import Result, percentile, row
from bench.servers import Running, fishbowl
from bench.stage import Stage, greeting, open_stage
from fishbowl.access.keys import AccessKeys
from fishbowl.archive.indexing import index_session
from fishbowl.domain.session.commands import CloseSession, PublishSummary
from fishbowl.log import open_store
from fishbowl.services.writer import session_row

ROUNDS = 3
COMMANDS_PER_S = 10
ROUND_S = 3.0
WARM_UP_S = 1.0
HOLD_RATIO, GOAL_MS = 3.0, 50.0
FILES = 1_024
"""How many files a server may open where idle connections attack it."""
LARGE_EVENTS = 10_000
HONEST, HONEST_WITHIN_S = 1_000, 60.0
PATIENCE_S = 30.0
EVERYBODY = 2**31


class Attack(msgspec.Struct, frozen=True, kw_only=True):
    """One way to attack; see :mod:`bench.attackers`.

    :param path: what is attacked, with ``CODE`` for the room's code.
    :param files: how many files the server may open.
    """

    name: str
    kind: str
    size: int
    path: str = "/CODE"
    files: int | None = None


ATTACKS = (
    Attack(name="reconnects", kind="reconnects", size=40),
    Attack(name="fakes", kind="joins", size=5_000),
    Attack(name="commands", kind="commands", size=200),
    Attack(name="pictures", kind="pages", size=40, path="/CODE/join.svg"),
    Attack(name="summaries", kind="fetches", size=20, path="SUMMARY"),
    Attack(name="half_sent", kind="half_sent", size=1_010, files=FILES),
    Attack(name="idle", kind="idle", size=1_010, files=FILES),
)


async def measure(size: int, rounds: int = ROUNDS) -> list[Result]:
    """Measure every attack on a room of one size."""
    rows, closed, quiet = [], 0, []
    for attack in ATTACKS:
        calm, attacked, is_open = await _under(attack, size, rounds)
        ratio = percentile(attacked, 95) / percentile(calm, 95)
        rows.append(
            row(f"attack.{attack.name}", size, attacked, "ms", ratios={"quiet": ratio},
                hold={"quiet": HOLD_RATIO}, goal={"p95": GOAL_MS})
        )  # fmt: skip
        quiet += calm
        closed += not is_open
    return [
        row("attack.quiet", size, quiet, "ms"),
        *rows,
        row("attack.rooms_closed", size, [float(closed)], "rooms", hold={"median": 0.0}),
        await _honest(size),
    ]


async def _under(attack: Attack, size: int, rounds: int) -> tuple[list[float], list[float], bool]:
    """The console's answers in ms before and during an attack, and whether the room is open."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        summary = _large_session(db) if attack.path == "SUMMARY" else ""
        with fishbowl(db, files=attack.files) as server:
            stage = await open_stage(server, size, expected=size)
            desk = await _desk(stage)
            await _answers_ms(desk, WARM_UP_S)
            calm = await _answers_ms(desk, ROUND_S * rounds)
            path = summary or attack.path.replace("CODE", stage.code)
            with attackers(attack.kind, server, path, attack.size):
                await _answers_ms(desk, WARM_UP_S)
                attacked = await _answers_ms(desk, ROUND_S * rounds)
                is_open = await _is_open(stage)
            stage.close()
    return calm, attacked, is_open


@contextmanager
def attackers(kind: str, server: Running, path: str, size: int) -> Iterator[None]:
    """A hostile crowd at work, on one core."""
    command = [sys.executable, "-m", "bench.attackers", kind, server.url, path, str(size)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        os.sched_setaffinity(process.pid, {max(client_cores())})
        if process.stdout.readline().strip() != "ready":
            raise AssertionError("the attackers did not start")
        yield
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


async def _desk(stage: Stage) -> Desk:
    while not (turns := stage.turns()):
        await asyncio.sleep(0.05)
    return Desk(stage.console, turns)


async def _answers_ms(desk: Desk, seconds: float) -> list[float]:
    """Send commands evenly, and give how long each answer took; what fails takes for ever."""
    answers, begun = Answers(ms=[]), []
    began_s = time.perf_counter()
    for number in range(int(COMMANDS_PER_S * seconds)):
        late_s = began_s + number / COMMANDS_PER_S - time.perf_counter()
        await asyncio.sleep(max(0.0, late_s))
        begun.append(asyncio.ensure_future(desk.command(answers)))
    await asyncio.gather(*begun)
    return answers.ms + [PATIENCE_S * 1_000] * answers.failed


async def _is_open(stage: Stage) -> bool:
    """Whether somebody in the room can still act, and the facilitator can let somebody new in."""
    asked = await stage.phones[-1].command("ask_for_chair")
    try:
        newcomer = await connect(stage.crowd, stage.server.url, greeting(stage.code))
        joined = await asyncio.wait_for(_join(newcomer), PATIENCE_S)
        if not joined["ok"]:  # so many stand at the door: they are sent away in one press
            await stage.console.command(
                "remove_people", since=1, up_to=EVERYBODY, waiting_only=True
            )
            joined = await asyncio.wait_for(_join(newcomer), PATIENCE_S)
        await stage.console.command("admit_people", since=joined["seq"], up_to=joined["seq"])
        acts = await newcomer.command("ask_for_chair")
    except (TimeoutError, OSError):
        return False
    return bool(asked["ok"] and acts["ok"])


async def _join(phone: Phone) -> dict[str, object]:
    answer: dict[str, object] = await phone.command("join_session", name="Somebody new")
    return answer


async def _honest(size: int) -> Result:
    """Phones that come evenly within a minute, under attack: how many of them are not in."""
    with fishbowl() as server:
        stage = await open_stage(server, size, expected=HONEST)
        with attackers("commands", server, f"/{stage.code}", 200):
            began_s = time.perf_counter()

            async def come(number: int) -> bool:
                at_s = began_s + number * HONEST_WITHIN_S / HONEST
                await asyncio.sleep(max(0.0, at_s - time.perf_counter()))
                phone = await connect(stage.crowd, server.url, greeting(stage.code))
                answer = await phone.command("join_session", name=f"Honest {number}")
                return bool(answer["ok"])

            found = await asyncio.gather(
                *(asyncio.wait_for(come(n), HONEST_WITHIN_S + PATIENCE_S) for n in range(HONEST)),
                return_exceptions=True,
            )
        stage.close()
    out = sum(one is not True for one in found)
    return row("attack.honest_not_in", HONEST, [float(out)], "phones", hold={"median": 0.0})


def _large_session(db: Path) -> str:
    """Put a long session that was published into a database, and give its address."""
    room = long_log(LARGE_EVENTS)
    room.do(CloseSession())
    room.do(PublishSummary())
    assert room.session is not None
    with closing(open_store(db)) as store:
        store.append([session_row(room.session)], [room.log])
        index_session(store, CODE)
        return f"/s/{AccessKeys(store.secret()).summary_slug(CODE, 1)}"
