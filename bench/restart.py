"""A restart in the middle of a long session: until its state is back, and until the server serves.

The log is made by the rules themselves and put in through storage. Reading its state is measured by
itself, through the service: from a snapshot that is as old as it can be, and without one. The start
of a whole process is measured beside it. Of a stream that no evening makes, ``restart.long`` tells
how long it takes to have its state back from its snapshot.
"""

import gc
import tempfile
import time
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random

from bench.archive import FIRST_DAY_MS, SEED, Writer
from bench.result import Result, row
from bench.servers import fishbowl
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide.notes import NOTES_MAX
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.ids import CallId, ChairNo, RequestId, TurnId
from fishbowl.domain.session.snapshot import pack
from fishbowl.domain.session.stream import session_stream
from fishbowl.host.clock import SystemClock
from fishbowl.log import open_store
from fishbowl.log.effects import KeepSnapshot
from fishbowl.services.session_log import append_session
from fishbowl.services.snapshots import EVERY
from fishbowl.services.writer import Service

CODE = "WAVE2222"
PEOPLE = 200
"""They come in one by one; after that the same people speak again."""
CHAIRS_KEPT = (ChairNo(1), ChairNo(2), ChairNo(3), ChairNo(4))
CHAIR_CALLED_TO = ChairNo(5)
HANDS_EACH_TURN = 3
TURNS_A_TOPIC = 8
TURNS_A_NOTE = 4
MILLI = 1e3
HOLD_STATE_MS = 300
HOLD_FOLDED_MS = 500
LONG = 100_000
"""From so many events on a log is measured by its snapshot alone."""
HOLD_LONG_MS = 1_000


def long_log(events: int) -> Writer:
    """Play a session that still runs, until its log has so many events or a few more.

    People keep coming in; the first of several hands is called, sits down, is given the floor in
    an exchange with somebody who is seated, and leaves. Now and then there is a topic or a note.
    """
    room = Writer(Random(SEED), FIRST_DAY_MS)
    room.do(c.CreateSession(code=CODE, question="What makes people stay?"))
    assert room.session is not None
    for chair in CHAIRS_KEPT:
        room.do(c.SeatWalkUp(chair=chair, name=f"Starter {chair}"))
    room.do(c.StartSession())
    people = [_join(room, number) for number in range(HANDS_EACH_TURN)]
    for turn in count(1):
        if len(room.log) >= events:
            return room
        if len(people) < PEOPLE:
            people.append(_join(room, len(people)))
        if turn % TURNS_A_TOPIC == 1:
            room.do(c.BeginTopic(title=f"Thread {turn}"))
        if turn % TURNS_A_NOTE == 0 and len(room.session.notes) < NOTES_MAX:
            room.do(c.AddNote(kind="insight", words=f"What was said in turn {turn}"))
        _play_turn(room, people, turn)
    raise AssertionError


def _join(room: Writer, number: int) -> int:
    return room.do(c.JoinSession(name=f"Person {number}"), Role.ATTENDEE)


def _play_turn(room: Writer, people: list[int], turn: int) -> None:
    """Hands go up, some go down again, and who was first is called and speaks."""
    asking = [people[(turn + other) % len(people)] for other in range(HANDS_EACH_TURN)]
    hands = [RequestId(room.do(c.AskForChair(), Role.ATTENDEE, person)) for person in asking]
    for person, hand in list(zip(asking, hands, strict=True))[1:]:
        room.do(c.LowerHand(request=hand), Role.ATTENDEE, person)
    call = CallId(room.do(c.CallPerson(request=hands[0], chair=CHAIR_CALLED_TO)))
    room.do(c.AcceptCall(call=call), Role.ATTENDEE, asking[0])
    room.do(c.ConfirmSeated(call=call))
    speaks, other = _turn_at(room, CHAIR_CALLED_TO), _turn_at(room, CHAIRS_KEPT[0])
    for whose in (speaks, other, speaks):
        room.do(c.GiveFloor(turn=whose))
    room.do(c.FreeChair(turn=speaks))


def _turn_at(room: Writer, chair: ChairNo) -> TurnId:
    assert room.session is not None
    turn = room.session.chairs[chair].turn
    assert turn is not None
    return turn


async def measure(size: int, rounds: int) -> list[Result]:
    """Measure one length of log."""
    room = long_log(size)
    assert room.session is not None
    state_ms, folded_ms, serving_ms = [], [], []
    gc.freeze()  # a server that starts has no made-up log in memory to be walked through
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        with closing(open_store(path)) as store:
            append_session(store, room.session, room.log)
            if size < LONG:
                folded_ms = [_state_ms(path, len(room.log)) for _ in range(rounds)]
            oldest = fold(room.log[: 1 - EVERY])
            assert oldest is not None
            stream = session_stream(CODE)
            state = KeepSnapshot(stream=stream, seq=oldest.seq, state=pack(oldest))
            store.append({}, [state])
            del oldest
        for _ in range(rounds):
            state_ms.append(_state_ms(path, len(room.log)))
            if size < LONG:
                began = time.perf_counter()
                with fishbowl(path):
                    serving_ms.append((time.perf_counter() - began) * MILLI)
    if size >= LONG:
        return [row("restart.long", size, state_ms, "ms", hold={"median": HOLD_LONG_MS})]
    return [
        row("restart", size, state_ms, "ms", hold={"median": HOLD_STATE_MS}),
        row("restart.folding", size, folded_ms, "ms", hold={"median": HOLD_FOLDED_MS}),
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
