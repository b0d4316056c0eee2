"""A restart in the middle of a long session: until its state is back, and until the server serves.

The log is made by the rules themselves and put in through storage. Reading and folding it is
measured by itself, through the service; the start of a whole process beside it.
"""

import tempfile
import time
from contextlib import closing
from itertools import cycle
from pathlib import Path
from random import Random

from bench.archive import FIRST_DAY_MS, SEED, Writer
from bench.result import Result, row
from bench.servers import fishbowl
from fishbowl.clock import SystemClock
from fishbowl.domain import commands as c
from fishbowl.domain.ids import RequestId
from fishbowl.domain.roles import Role
from fishbowl.service import Service, session_row
from fishbowl.storage import open_store

CODE = "WAVE2222"
PEOPLE = 200
MILLI = 1e3
HOLD_STATE_MS = 500


def long_log(events: int) -> Writer:
    """Play a session that still runs, until its log has so many events or a few more."""
    room = Writer(Random(SEED), FIRST_DAY_MS)
    room.do(c.CreateSession(code=CODE, question="What makes people stay?"))
    joined = [
        room.do(c.JoinSession(name=f"Person {number}"), Role.ATTENDEE)
        for number in range(min(PEOPLE, events // 4))
    ]
    room.do(c.StartSession())
    # Notes and topics have a most in a session; hands go up and down as long as it lasts.
    for person in cycle(joined):
        if len(room.log) >= events:
            break
        asked = room.do(c.AskForChair(), Role.ATTENDEE, person)
        room.do(c.LowerHand(request=RequestId(asked)), Role.ATTENDEE, person)
    return room


async def measure(size: int, rounds: int) -> list[Result]:
    """Measure one length of log."""
    room = long_log(size)
    assert room.session is not None
    state_ms, serving_ms = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        with closing(open_store(path)) as store:
            store.append([session_row(room.session)], [room.log])
        for _ in range(rounds):
            state_ms.append(_state_ms(path, len(room.log)))
            began = time.perf_counter()
            with fishbowl(path):
                serving_ms.append((time.perf_counter() - began) * MILLI)
    return [
        row("restart", size, state_ms, "ms", hold={"median": HOLD_STATE_MS}),
        row("restart.serving", size, serving_ms, "ms"),
    ]


def _state_ms(path: Path, events: int) -> float:
    """Ask a fresh service for the session, as the timekeeper does at the start."""
    began = time.perf_counter()
    with closing(open_store(path)) as store:
        session = Service(store, SystemClock()).session(CODE)
        took_ms = (time.perf_counter() - began) * MILLI
    assert session is not None
    assert session.seq == events
    return took_ms
