"""What piles up: questions that nobody has looked at, and sessions that nobody has closed.

Both are put in as logs that the rules made, through the log itself. With the questions, a room is
compared with the same room without them. With the sessions, a start is measured, and then the date
comes on which people are forgotten in all of them, while another room goes on.
"""

import asyncio
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from random import Random

from bench.archive import SEED, Writer
from bench.busy import Answers, Desk
from bench.machine import memory_bytes
from bench.phones import Crowd, connect, connect_all
from bench.result import Result, percentile, row
from bench.servers import Running, fishbowl
from bench.stage import Stage, greeting, open_stage
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide.questions import QUESTIONS_EACH
from fishbowl.domain.session.ids import ChairNo
from fishbowl.log import open_store
from fishbowl.services.session_log import append_session

CODE = "WAVE2222"
PHONES = 100
CHAIRS = (1, 2, 3, 4)
COMMANDS_PER_S = 10
ACTS_PER_S = 20
ROUND_S = 3.0
PEOPLE_EACH = 30
HOURS_MS = 3_600_000
MEGA = 1e6
FORGOTTEN_FIRST = 60
"""One session is forgotten in a second, so that rooms do not wait; the first ones are enough."""

HOLD_GROWTH = 2.5
"""With the questions, answers may take so many times as long as without."""
HOLD_START_S, HOLD_MEMORY_MB, HOLD_ACK_MS = 5.0, 200.0, 150.0


async def measure_questions(size: int, rounds: int) -> list[Result]:
    """Measure answers in a room where so many questions wait, and in one without any."""
    without: list[float] = []
    with_all: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for questions, found in ((0, without), (size, with_all)):
            path = Path(folder) / f"{questions}.db"
            _keep(path, [_room_with_questions(size, questions)])
            with fishbowl(path) as server:
                found += await _answers_ms(server, rounds)
    ratio = percentile(with_all, 95) / percentile(without, 95)
    return [
        row("backlog.without_questions", size, without, "ms"),
        row("backlog.questions", size, with_all, "ms", ratios={"growth": ratio},
            hold={"growth": HOLD_GROWTH}),
    ]  # fmt: skip


async def measure_sessions(size: int, rounds: int) -> list[Result]:
    """Measure a start with so many open sessions, and forgetting everybody in all of them."""
    start_s: list[float] = []
    memory_mb: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        _keep(path, [_open_session(f"OPEN{number:05}") for number in range(size)])
        for _ in range(rounds - 1):
            began_s = time.perf_counter()
            with fishbowl(path) as server:
                start_s.append(time.perf_counter() - began_s)
                memory_mb.append(memory_bytes(server.pid) / MEGA)
        with fishbowl(path) as server:
            stage = await open_stage(server, PHONES)
            answers_ms, took_s = await _while_forgetting(stage, path)
            stage.close()
    return [
        row("backlog.sessions.start", size, start_s, "s", hold={"median": HOLD_START_S}),
        row("backlog.sessions.memory", size, memory_mb, "MB", hold={"median": HOLD_MEMORY_MB}),
        row("backlog.sessions.forgetting", FORGOTTEN_FIRST, [took_s], "s"),
        row("backlog.sessions.ack", size, answers_ms, "ms", hold={"p95": HOLD_ACK_MS}),
    ]


def _keep(path: Path, rooms: list[Writer]) -> None:
    with closing(open_store(path)) as store:
        for room in rooms:
            assert room.session is not None
            append_session(store, room.session, room.log)


def _room_with_questions(people: int, questions: int) -> Writer:
    """A session that runs: many are in, and so many questions wait to be looked at."""
    room = Writer(Random(SEED), time.time_ns() // 1_000_000 - 11 * HOURS_MS)
    room.do(c.CreateSession(code=CODE, question="What makes people stay?", expected_people=people))
    for chair in CHAIRS:
        room.do(c.SeatWalkUp(chair=ChairNo(chair), name=f"Starter {chair}"))
    room.do(c.StartSession())
    joined = [
        room.do(c.JoinSession(name=f"Person {number}"), Role.ATTENDEE)
        for number in range(-(-people // QUESTIONS_EACH))
    ]
    for number in range(questions):
        person = joined[number // QUESTIONS_EACH]
        room.do(c.AskBowl(words=f"What about number {number}?"), Role.ATTENDEE, person)
    return room


def _open_session(code: str) -> Writer:
    """A session that nobody has closed, and whose date to forget people has come."""
    began_ms = time.time_ns() // 1_000_000 - 3 * HOURS_MS
    kept_ms = began_ms + HOURS_MS
    room = Writer(Random(SEED), began_ms)
    room.do(c.CreateSession(code=code, question="What is left?", keep_until_ms=kept_ms))
    for number in range(PEOPLE_EACH):
        room.do(c.JoinSession(name=f"Person {number}"), Role.ATTENDEE)
    return room


async def _answers_ms(server: Running, rounds: int) -> list[float]:
    """How long answers take to the console and to phones."""
    crowd = Crowd()
    console = await connect(
        crowd, server.url, greeting(CODE, "console"), server.cookie, keeps_views=True
    )
    phones = await connect_all(crowd, server.url, [greeting(CODE) for _ in range(PHONES)])
    for number, phone in enumerate(phones):
        await phone.done("join_session", name=f"Newcomer {number}")
    stage = Stage(server=server, code=CODE, crowd=crowd, console=console, phones=phones)
    try:
        return await _acting_ms(stage, await _desk(stage), ROUND_S * rounds)
    finally:
        stage.close()


async def _desk(stage: Stage) -> Desk:
    while not (turns := stage.turns()):
        await asyncio.sleep(0.05)
    return Desk(stage.console, turns)


async def _acting_ms(stage: Stage, desk: Desk, seconds: float) -> list[float]:
    """Let the console and the phones act evenly; what fails is an error of the bench."""
    answers = Answers(ms=[])
    begun: list[asyncio.Future[None]] = []
    began_s = time.perf_counter()
    for number in range(int(ACTS_PER_S * seconds)):
        await asyncio.sleep(max(0.0, began_s + number / ACTS_PER_S - time.perf_counter()))
        if number % (ACTS_PER_S // COMMANDS_PER_S) == 0:
            begun.append(asyncio.ensure_future(desk.command(answers)))
        phone = stage.phones[number % len(stage.phones)]
        asked = phone.command("say_where", words=f"Row {number}")
        begun.append(asyncio.ensure_future(answers.timed(lambda asked=asked: asked)))  # type: ignore[misc]
    await asyncio.gather(*begun)
    if answers.failed:
        raise AssertionError(f"{answers.failed} commands failed")
    return answers.ms


async def _while_forgetting(stage: Stage, path: Path) -> tuple[list[float], float]:
    """Let a room act while people are forgotten elsewhere: its answers, and the seconds."""
    desk = await _desk(stage)
    while _forgotten(path) == 0:
        await asyncio.sleep(0.2)
    began_s = time.perf_counter()
    answers_ms: list[float] = []
    while _forgotten(path) < FORGOTTEN_FIRST:
        answers_ms += await _acting_ms(stage, desk, 1.0)
    return answers_ms, time.perf_counter() - began_s


def _forgotten(path: Path) -> int:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as log:
        query = "select count(*) from entries where type = 'everybody.forgotten'"
        (found,) = log.execute(query).fetchone()
        return int(found)
