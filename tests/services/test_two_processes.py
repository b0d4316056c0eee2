"""Two processes write to one file: each answer is at least as new as what the other was told.

The lock keeps two servers apart; here two logs are opened on one file without it.
"""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.services.writer import Outcome
from tests.support.served import CODE, NEW, ServedRoom

ROUNDS = 120


class Told:
    """The highest version that the other process was told is durable."""

    def __init__(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        self.version: Synchronized[int] = spawn.Value("q", 0)
        self.asked: Synchronized[int] = spawn.Value("q", 0)


def writes(path: Path, told: Told) -> None:
    """Append an entry in every round, and say what was answered: the other process."""
    room = ServedRoom(path)
    room.service.start()
    number = 0
    while told.asked.value < ROUNDS:
        note = c.AddNote(kind="insight", words=f"From elsewhere {number}")
        outcome = room.sends(note, id=f"elsewhere-{number:05}")
        number += 1
        if outcome.ok:
            told.version.value = outcome.version or 0
    room.service.stop()


@contextmanager
def somebody_who_writes(path: Path, told: Told) -> Iterator[None]:
    """Another process that appends to the same log all the time."""
    process = multiprocessing.get_context("spawn").Process(target=writes, args=(path, told))
    process.start()
    try:
        yield
    finally:
        told.asked.value = ROUNDS
        process.join(timeout=60)
        process.kill()
    assert process.exitcode == 0


def test_answers_that_append_nothing_are_never_stale(room: ServedRoom, tmp_path: Path):
    joined = room.sends(c.JoinSession(name="Amira"), key="amira", id="amira-joins")
    seats = c.SeatWalkUp(chair=1, name="Tomasz")
    assert room.sends(seats).ok
    told = Told()
    stale: list[tuple[int, Outcome]] = []
    versions: set[int] = set()
    with somebody_who_writes(tmp_path / "fishbowl.db", told):
        while told.asked.value < ROUNDS:
            known = told.version.value
            (refused,) = room.sends_together(room.envelope(seats))
            assert (refused.ok, refused.code) == (False, "chair_taken")
            assert refused.version is not None
            if refused.version < known:
                stale.append((known, refused))
            versions.add(refused.version)
            if known:
                told.asked.value += 1
    assert not stale
    assert len(versions) > 1, "the other process has written meanwhile"
    assert room.sends(c.JoinSession(name="Amira"), key="amira", id="amira-joins") == joined
    assert room.sends(c.PauseClock()).ok
    entries = room.store.entries(CODE)
    assert fold(entries) == room.session
    assert [change.after.seq for change in room.published] == sorted(
        change.after.seq for change in room.published
    )
    told_of = [entry.seq for change in room.published for entry in change.entries]
    assert told_of == [entry.seq for entry in entries][-len(told_of) :], "nothing was left out"


def test_a_command_that_is_sent_to_both_is_answered_alike(room: ServedRoom, tmp_path: Path):
    path = tmp_path / "fishbowl.db"
    other = ServedRoom(path)
    asks = c.JoinSession(name="Amira")
    for number in range(20):
        key, id = f"phone-{number}", f"join-{number:05}"
        first, second = (other, room) if number % 2 else (room, other)
        answers = [
            each.sends_together(each.envelope(asks, key=key, id=id))[0]
            for each in (first, second, first)
        ]
        assert answers[0].ok
        assert answers == [answers[0]] * 3
    assert fold(room.store.entries(CODE)) == fold(other.store.entries(CODE))
    other.store.close()


def test_two_that_create_the_same_session_agree_on_one(tmp_path: Path):
    rooms = [ServedRoom(tmp_path / "fishbowl.db") for _ in range(2)]
    answers = [room.sends_together(room.envelope(NEW, id="create-it"))[0] for room in rooms]
    assert answers[0].ok
    assert answers[1] == answers[0]
    for room in rooms:
        room.store.close()
