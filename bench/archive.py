"""An archive of thousands of sessions, and how long it takes to find and read one.

The logs are made by the rules themselves from the crowd's material, and put in through storage.
The pages are asked for over HTTP, from a server that is started as its users start it.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import requests

from bench.result import Result, row
from bench.servers import Running, fishbowl
from fishbowl.archive.indexing import index_session
from fishbowl.domain.kernel.ids import ChairNo, Millis, PersonId, QuestionId, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import Given, decide
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import evolve
from fishbowl.domain.session.state import Session
from fishbowl.log import open_store
from fishbowl.services.writer import session_row
from fishbowl.simulation.material import BANK
from fishbowl.simulation.names import NAMES

SEED = "bench"
NOTES = ("insight", "question", "decision", "undecided", "action", "resource")
FIRST_DAY_MS = 1_600_000_000_000
MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS
SEARCHES = (
    "who", "room stay", "the", "conf", "ibrar", "people come back", "Abend", "zzz", "a", "友達",
    '"free room"', "keynote travel grants", "c++ AND (", "confrence peple",
    "",
)  # fmt: skip
"""Rare and common words, beginnings, middles, phrases, none, signs, typing errors."""


class Writer:
    """Plays one session by the rules and keeps its log."""

    def __init__(self, draw: Random, at_ms: int) -> None:
        self.draw = draw
        self.log: list[Entry] = []
        self.session: Session | None = None
        self._now_ms = at_ms
        self._commands = 0

    def do(self, command: c.Command, role: Role = Role.FACILITATOR, person: int = 0) -> int:
        """Let something happen, and return the number of its first entry."""
        self._now_ms += self.draw.randrange(1_000, 20_000)
        self._commands += 1
        given = Given(
            now_ms=Millis(self._now_ms),
            role=role,
            person=PersonId(person) if person else None,
            key=f"key-{self._commands}" if isinstance(command, c.JoinSession) else "",
            draw=self.draw.randrange(2**40),
        )
        first = len(self.log) + 1
        self.session, entries = after(
            self.session, command, given, command_id=f"command-{self._commands:06}"
        )
        self.log += entries
        return first


def after(
    session: Session | None, command: c.Command, given: Given, *, command_id: str = ""
) -> tuple[Session | None, list[Entry]]:
    """What the rules make of a command: the session after it, and the entries of its log."""
    first = 1 if session is None else session.seq + 1
    entries = []
    for part, event in enumerate(decide(session, command, given)):
        entry = Entry(
            seq=Seq(first + part),
            command_id=command_id,
            part=part,
            at_ms=given.now_ms,
            actor=given.person or PersonId(0),
            role=given.role,
            event=event,
        )
        session = evolve(session, entry)
        entries.append(entry)
    return session, entries


def session_log(code: str, draw: Random, at_ms: int) -> Writer:
    """Play a short evening about one question of the bank, with a thread of another."""
    material, other = draw.choice(BANK), draw.choice(BANK)
    room = Writer(draw, at_ms)
    attribution = draw.choice(("named", "named", "chatham_house"))
    room.do(
        c.CreateSession(
            code=code, question=material.question, event=material.event, attribution=attribution
        )
    )
    people = [room.do(c.JoinSession(name=draw.choice(NAMES)), Role.ATTENDEE) for _ in range(12)]
    for chair in range(1, 4):
        room.do(c.SeatWalkUp(chair=ChairNo(chair), name=draw.choice(NAMES)))
    room.do(c.StartSession())
    for thread in (*draw.sample(material.threads, 5), draw.choice(other.threads)):
        room.do(c.BeginTopic(title=thread.title))
        said = (*thread.points, *thread.replies, *thread.questions)
        for kind in draw.sample(NOTES, 2):
            room.do(c.AddNote(kind=kind, words=draw.choice(said)))
        asked = room.do(c.AskBowl(words=draw.choice(thread.questions)), Role.ATTENDEE, people.pop())
        room.do(c.PutUpQuestion(question=QuestionId(asked)))
    room.do(c.CloseSession())
    if draw.random() < 0.7:
        room.do(c.PublishSummary())
    return room


def make_archive(path: Path, sessions: int) -> Iterator[float]:
    """Write finished sessions, and give the seconds that putting each on the shelf took."""
    draw = Random(SEED)
    with closing(open_store(path)) as store:
        for no in range(sessions):
            code = f"WAVE{no + 2222}"
            room = session_log(code, draw, FIRST_DAY_MS + no * DAY_MS // 3)
            assert room.session is not None
            store.append([session_row(room.session)], [room.log])
            began = time.perf_counter()
            index_session(store, code)
            yield time.perf_counter() - began


async def measure_search(size: int, rounds: int) -> list[Result]:
    """The first page of a search, over HTTP, and what indexing one session takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        shelved = [1000 * taken for taken in make_archive(path, size)]
        with fishbowl(path) as server:
            for words in SEARCHES:  # every thread that searches has its own memory by then
                _times_ms(server, "/archive", {"q": words}, 5)
            before = server.memory_bytes()
            found = {words: _times_ms(server, "/archive", {"q": words}, rounds)
                     for words in SEARCHES}  # fmt: skip
            grown_mb = (server.memory_bytes() - before) / 1e6
    slowest = max(found, key=lambda words: min(found[words]))
    return [
        row("search.shelve", size, shelved, "ms"),
        row(
            "search", size,
            [taken for times in found.values() for taken in times], "ms", hold={"median": 50},
        ),
        row(f"search.slowest {slowest!r}", size, found[slowest], "ms", hold={"median": 50}),
        row("search.memory_grown", size, [grown_mb], "MB", hold={"median": 40}),
    ]  # fmt: skip


async def measure_summary(size: int, rounds: int) -> list[Result]:
    """The summaries of old sessions, each read for the first time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        for _ in make_archive(path, size):
            pass
        with fishbowl(path) as server:
            before = server.memory_bytes()
            times = [
                _times_ms(server, f"/WAVE{no + 2222}/summary", {}, 1)[0]
                for no in Random(SEED).sample(range(size), min(size, 20 * rounds))
            ]
            grown_mb = (server.memory_bytes() - before) / 1e6
    return [
        row("summary", size, times, "ms", hold={"p95": 150}),
        row("summary.memory_grown", size, [grown_mb], "MB", hold={"median": 40}),
    ]


def _times_ms(server: Running, path: str, params: dict[str, str], rounds: int) -> list[float]:
    name, _, value = server.cookie.partition("=")
    times = []
    with requests.Session() as browser:
        browser.cookies.set(name, value)
        for _ in range(rounds):
            began = time.perf_counter()
            answer = browser.get(f"{server.url}{path}", params=params, timeout=60)
            times.append(1000 * (time.perf_counter() - began))
            answer.raise_for_status()
    return times
