"""Copies beside a room: what a backup of a large file costs the console, how far a standby is
behind, and how long a takeover takes.

``backup``: quiet rounds and rounds with ``fishbowl backup`` take turns; the console's p95 is judged
by its ratio to the quiet one. ``standby``: each answer to the console is timed until the entry is
in the file of the standby, as seen from outside; then the server is killed, the button is pressed,
and every phone connects again and is answered as who it was.
"""

import asyncio
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bench.busy import Answers, _evenly
from bench.phones import Crowd, connect_all
from bench.restart import long_log
from bench.result import Result, percentile, row
from bench.servers import Running, fishbowl
from bench.stage import Stage, greeting, open_stage
from fishbowl.domain.session.events import SessionCreated
from fishbowl.domain.session.row import session_row
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from fishbowl.log.connection import connect
from fishbowl.log.effects import PutRow
from tests.support.standby import StandbyMachine, standby_key

PHONES = 1_000
COMMANDS_PER_S = 10
ROUND_S = 6.0
EVENTS = 10_000
MB = 1_000_000
MILLI = 1e3
LOOK_S = 0.002
ARRIVES_S = 10.0
HOLD_BACKUP = 1.2
HOLD_LAG_MS = 200.0
HOLD_TAKEOVER_S = 30.0


async def measure_backup(size: int, rounds: int) -> list[Result]:
    """Measure backups of a file of so many megabytes, beside a full room."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        _fill(db, size * MB)
        with fishbowl(db) as server:
            stage = await open_stage(server, PHONES)
            quiet, beside, took_s = Answers(), Answers(), []
            try:
                for _ in range(rounds):
                    await _command(stage, quiet, ROUND_S)
                    took_s.append(await _beside_a_backup(stage, beside, db))
            finally:
                stage.close()
    ratio = percentile(beside.ms, 95) / percentile(quiet.ms, 95)
    return [
        row("backup.quiet", size, quiet.ms, "ms"),
        row("backup.console", size, beside.ms, "ms", ratios={"quiet": ratio},
            hold={"quiet": HOLD_BACKUP}),
        row("backup.takes", size, took_s, "s"),
    ]  # fmt: skip


async def measure_standby(size: int, rounds: int) -> list[Result]:
    """Measure the lag of a standby beside a room of so many phones, and a takeover."""
    lags_ms: list[float] = []
    with tempfile.TemporaryDirectory() as folder, fishbowl() as server:
        assert server.harness is not None
        stage = await open_stage(server, size)
        machine = StandbyMachine(
            Path(folder) / "standby.db", server.url, standby_key(server.harness)
        )
        try:
            await asyncio.to_thread(machine.start)
            await asyncio.to_thread(machine.until, "In step")
            for _ in range(rounds):
                for number in range(int(COMMANDS_PER_S * ROUND_S / 2)):
                    lags_ms.append(await _lag_ms(stage, machine.db, number))
            stage.close()
            took_s = await _take_over(server, machine, stage.code, size)
        finally:
            machine.stop()
    return [
        row("standby.lag", size, lags_ms, "ms", hold={"p95": HOLD_LAG_MS}),
        row("standby.takeover", size, [took_s], "s", hold={"median": HOLD_TAKEOVER_S}),
    ]


def _fill(db: Path, wanted_bytes: int) -> None:
    """Write sessions of many events until the file is as large as that."""
    room = long_log(EVENTS)
    assert room.session is not None
    summary, first, rest = session_row(room.session), room.log[0], room.log[1:]
    assert isinstance(first.event, SessionCreated)
    with closing(open_store(db)) as store:
        number = 0
        while db.stat().st_size < wanted_bytes:
            number += 1
            code = f"BULK{number:04}"
            begins = replace(first, event=replace(first.event, code=code))
            closed = replace(summary, code=code, state="closed", closed_at_ms=1)
            stream = session_stream(code)
            store.append({stream: [begins, *rest]}, [PutRow(stream=stream, row=closed)])


async def _command(stage: Stage, answers: Answers, seconds: float) -> None:
    """Stop the clock and start it again, which leaves the room as it was."""
    commands = cycle(("pause_clock", "resume_clock"))

    async def toggle() -> None:
        await answers.timed(lambda: stage.console.command(next(commands)))

    await _evenly(COMMANDS_PER_S, seconds, toggle)


async def _beside_a_backup(stage: Stage, answers: Answers, db: Path) -> float:
    """Send commands until a backup has been made.

    :return: how many seconds it took.
    """
    target = db.with_name("copy.db")
    began_s = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "fishbowl", "backup", str(target), "--db", str(db)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None:
        await _command(stage, answers, 1.0)
    assert process.returncode == 0
    target.unlink()
    return time.perf_counter() - began_s


async def _lag_ms(stage: Stage, copy: Path, number: int) -> float:
    """Write a note, and wait from its answer until it is in the file of the standby."""
    answer: dict[str, Any] = await stage.console.done("begin_topic", title=f"Thread {number}")
    began_s = time.perf_counter()
    with closing(connect(copy, readonly=True)) as connection:
        while _last(connection, stage.code) < answer["version"]:
            if time.perf_counter() - began_s > ARRIVES_S:
                break
            await asyncio.sleep(LOOK_S)
    return (time.perf_counter() - began_s) * MILLI


def _last(connection: sqlite3.Connection, code: str) -> int:
    query = "select entry_count from streams where kind = 'session' and key = ?"
    found = connection.execute(query, (code,)).fetchone()
    return 0 if found is None else int(found[0])


async def _take_over(server: Running, machine: StandbyMachine, code: str, phones: int) -> float:
    """Kill the server, press, and wait until every phone is back and was answered."""
    assert server.harness is not None
    greetings = [greeting(code) for _ in range(phones)]
    before = await connect_all(Crowd(), server.url, greetings)
    for number, phone in enumerate(before):
        await phone.done("join_session", name=f"Guest {number}")
    here = await asyncio.to_thread(_entries, server.harness.db, code)
    while await asyncio.to_thread(_entries, machine.db, code) < here:
        await asyncio.sleep(LOOK_S)
    server.harness.kill()
    began_s = time.perf_counter()
    assert (await asyncio.to_thread(machine.press)).status_code == 200
    again = await connect_all(Crowd(), machine.url, greetings)
    for phone in again:
        await phone.done("ask_for_chair")  # only who has joined can ask
    took_s = time.perf_counter() - began_s
    for phone in (*before, *again):
        phone.close()
    return took_s


def _entries(db: Path, code: str) -> int:
    with closing(connect(db, readonly=True)) as connection:
        return _last(connection, code)
