"""A community of thousands: a member's page, the hosts' search, a change, a leaving, a restart.

The log is made by the rules themselves and put in through storage. What a page is made of is
measured without the web; a change and a leaving are measured through the writer, durable. Beside
the leavings somebody sends commands to a room, as a console does.
"""

import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from threading import Event, Thread

import msgspec

from bench.archive import SEED, session_log
from bench.result import Result, row
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.decide import Given, decide
from fishbowl.domain.community.events import Entry
from fishbowl.domain.community.evolve import evolve
from fishbowl.domain.community.ids import CONSENTS, MemberId, member_owner, quarter_of
from fishbowl.domain.community.model import Link
from fishbowl.domain.community.state import EMPTY, Community
from fishbowl.domain.community.stream import COMMUNITY, COMMUNITY_STREAM
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as session
from fishbowl.host.clock import SystemClock
from fishbowl.log import open_store
from fishbowl.log.effects import KeepSnapshot, PutRow
from fishbowl.services.batch import Envelope
from fishbowl.services.community import Members
from fishbowl.services.contacts import Contacts
from fishbowl.services.writer import Service
from fishbowl.simulation.names import NAMES
from fishbowl.views.community.host_members import Narrowed, member_list
from fishbowl.views.community.me import me_view
from fishbowl.views.community.own_part import OwnPart, own_part

ENTRIES_EACH = 20
"""Entries of the log for each member: quarters in which they were seen, consents, sessions."""
SESSIONS = 40
"""Sessions of the member whose page is measured."""
BEGAN_MS = Millis(1_700_000_000_000)
CHANGES, LEAVINGS = 200, 60
CODE = "WAVE2222"
MILLI = 1e3
HOLD_MS = {"me": 30, "search": 50, "restart": 1_000, "change": 5}
HOLD_ROOM = 1.2
"""A console is answered at most so much later while members leave."""
LEAVING_PAUSE_S = 0.5
"""About two members a second leave, one at a time."""


def community_log(members: int) -> tuple[list[Entry], Community]:
    """Let members join, agree, be seen and link sessions, by the rules."""
    draw, state = Random(SEED), EMPTY
    log: list[Entry] = []

    def sends(command: c.Command) -> None:
        nonlocal state
        now_ms = Millis(BEGAN_MS + len(log) * 60_000)
        for part, event in enumerate(decide(state, command, Given(now_ms, Role.DOOR, MemberId(0)))):
            entry = Entry(
                seq=Seq(state.seq + 1), sender="bench", command_id=f"c{len(log)}", part=part,
                at_ms=now_ms, actor=0, role=Role.DOOR, event=event,
            )  # fmt: skip
            log.append(entry)
            state = evolve(state, entry)

    for number in range(members):
        sends(c.Join(label=f"{draw.choice(NAMES)} {number}", time_zone="Europe/Berlin"))
        member = MemberId(log[-1].seq)
        for other in range(ENTRIES_EACH - 1):
            if other % 2:
                sends(c.LinkSession(member=member, code=f"WAVE{other:04}", person=number))
            else:
                consent = CONSENTS[other // 2 % len(CONSENTS)]
                is_on = consent in state.members[member].consents
                sends(c.SetConsent(member=member, consent=consent, on=not is_on))
    return log, state


async def measure(size: int, rounds: int) -> list[Result]:
    """Measure a community of so many members."""
    log, state = community_log(size)
    gc.freeze()
    results = [
        row("members.me", size, list(_pages(state, rounds)), "ms", hold={"median": HOLD_MS["me"]}),
        row(
            "members.search",
            size,
            list(_searches(state, rounds)),
            "ms",
            hold={"p95": HOLD_MS["search"]},
        ),
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        with closing(open_store(path)) as store:
            put = PutRow(stream=COMMUNITY_STREAM, row=COMMUNITY.row(state))
            store.append({COMMUNITY_STREAM: log}, [put])
            snapshot = COMMUNITY.pack(state)
            folded_ms = [_state_ms(path, state.seq) for _ in range(min(rounds, 2))]
            store.append({}, [KeepSnapshot(stream=COMMUNITY_STREAM, seq=state.seq, state=snapshot)])
        state_ms = [_state_ms(path, state.seq) for _ in range(rounds)]
        results += [
            row("members.restart", size, state_ms, "ms", hold={"median": HOLD_MS["restart"]}),
            row("members.folding", size, folded_ms, "ms"),
            *_written(path, size, sorted(state.members)),
        ]
    return results


def _pages(state: Community, rounds: int) -> Iterator[float]:
    """Make the page of a member with many sessions, from sessions that are in memory."""
    room = session_log(CODE, Random(SEED), BEGAN_MS).session
    assert room is not None
    found = next(iter(state.members.values()))
    codes = [f"ROOM{number:04}" for number in range(SESSIONS)]
    links = tuple(Link(seq=Seq(1), code=code, person=1) for code in codes)
    member = msgspec.structs.replace(found, links=links)
    now_ms = Millis(state.at_ms)
    for _ in range(5 * rounds):
        began_s = time.perf_counter()
        parts: dict[str, OwnPart | None] = {code: own_part(room, 1, now_ms) for code in codes}
        view = me_view(state, member, parts, now_ms=now_ms, today="2026-12-01")
        msgspec.json.encode(view)
        yield (time.perf_counter() - began_s) * MILLI


def _searches(state: Community, rounds: int) -> Iterator[float]:
    """Search among members, each time after somebody has changed."""
    now = quarter_of(state.at_ms)
    for number in range(5 * rounds):
        changed = msgspec.structs.replace(state, seq=Seq(state.seq + number + 1))
        words = NAMES[number % len(NAMES)][:3]
        began_s = time.perf_counter()
        found = member_list(changed, Narrowed(words=words), now)
        msgspec.json.encode(found.lines)
        yield (time.perf_counter() - began_s) * MILLI


def _state_ms(path: Path, seq: int) -> float:
    """Ask a fresh writer for the community, as the first page after a start does."""
    began_s = time.perf_counter()
    with closing(open_store(path)) as store:
        members = Members(Service(store, SystemClock()).shared, SystemClock())
        assert members.community.seq == seq
        return (time.perf_counter() - began_s) * MILLI


def _written(path: Path, size: int, ids: list[MemberId]) -> Iterator[Result]:
    service = Service(open_store(path), SystemClock())
    members = Members(service.shared, SystemClock())
    contacts = Contacts(service.log, (bytes(32),))
    service.start()
    members.start()
    assert members.community.members
    room = session.CreateSession(code=CODE, question="What makes people stay?")
    _submit(service, room, "create")
    sent = count(1)
    try:
        changes = [_timed(partial(_change, members, contacts, one)) for one in ids[:CHANGES]]
        yield row("members.change", size, changes, "ms", hold={"median": HOLD_MS["change"]})
        quiet = list(_console(service, Event(), 4 * LEAVINGS, sent))
        leavings: list[float] = []
        stopped = Event()

        def leave() -> None:
            for member in ids[-LEAVINGS:]:
                leavings.append(_timed(partial(_leave, members, member)))
                time.sleep(LEAVING_PAUSE_S)
            stopped.set()

        leaving = Thread(target=leave)
        leaving.start()
        beside = list(_console(service, stopped, 100_000, sent))
        leaving.join()
    finally:
        service.stop()
    yield row("members.leave", size, leavings, "ms")
    ratio = _p95(beside) / _p95(quiet)
    yield row(
        "members.leave.console", size, beside, "ms", ratios={"quiet": ratio},
        hold={"quiet": HOLD_ROOM},
    )  # fmt: skip


def _change(members: Members, contacts: Contacts, member: MemberId) -> None:
    """Another address: the heaviest change, with the contact in the same commit."""
    put = contacts.put(member_owner(member), "mail", f"m{member}@example.org")
    command = c.ChangeReach(member=member, reach="mail")
    outcome = members.ask(command, role=Role.MEMBER, member=member, beside=lambda entries: [put])
    assert outcome.ok


def _leave(members: Members, member: MemberId) -> None:
    command = c.LeaveCommunity(member=member)
    assert members.ask(command, role=Role.MEMBER, member=member).ok


def _console(service: Service, stopped: Event, most: int, sent: Iterator[int]) -> Iterator[float]:
    """Send commands to a room, one after the other, as a console does.

    :param sent: numbers them.
    """
    for _ in range(most):
        if stopped.is_set():
            return
        number = next(sent)
        said = session.ChangeSettings(question=f"Question {number}?")
        yield _timed(partial(_submit, service, said, f"command-{number}"))
        time.sleep(0.01)


def _submit(service: Service, command: session.Command, command_id: str) -> None:
    envelope = Envelope(code=CODE, command=command, command_id=command_id, role=Role.FACILITATOR)
    assert service.submit(envelope).ok


def _timed(work: Callable[[], None]) -> float:
    began_s = time.perf_counter()
    work()
    return (time.perf_counter() - began_s) * MILLI


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
