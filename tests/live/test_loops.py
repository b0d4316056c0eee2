"""Every loop over connections goes on after one that fails; the connections are made by hand."""

from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from engineio.exceptions import SocketIsClosedError

from fishbowl.host.supervisor import Supervisor
from fishbowl.live.handlers import LiveHandlers
from fishbowl.live.revocation import cut_off
from fishbowl.live.transport.broadcast import Broadcast
from fishbowl.live.transport.connections import Connections
from fishbowl.live.transport.goodbye import say_goodbye
from fishbowl.live.transport.heartbeat import Heartbeat
from fishbowl.live.transport.inbound import InboundRateLimit
from fishbowl.live.transport.plain import PlainTransport
from fishbowl.live.transport.sockets import Sockets
from fishbowl.live.transport.strangers import Strangers
from tests.support.broken_line import BROKEN, WELL, Enough, Fault, Io, Line, run


@pytest.fixture
def supervisor() -> Supervisor:
    return Supervisor(lambda seconds: None)


def broadcast(io: Io, supervisor: Supervisor, newest: Any = lambda sid: []) -> Broadcast:
    transport = PlainTransport(io, supervisor, has_hub=False)  # type: ignore[arg-type]
    return Broadcast(io, transport, newest, set(), supervisor, 0.0, lambda: None)  # type: ignore[arg-type]


def test_heartbeat_go_on_after_a_connection_that_cannot_be_pinged(supervisor: Supervisor) -> None:
    io = Io()
    heartbeat = Heartbeat(io, supervisor)  # type: ignore[arg-type]
    for line in (*io.lines.values(), io.lines[WELL]):  # the last sleep ends the loop
        heartbeat._due.append((0.0, line))
    run(heartbeat._ping)
    assert io.lines[WELL].done == ["sent to"]


def test_a_ping_that_was_due_when_the_loop_died_is_sent_after_its_restart(
    supervisor: Supervisor,
) -> None:
    io = Io(sleeps=1)
    heartbeat = Heartbeat(io, supervisor)  # type: ignore[arg-type]
    heartbeat._due.append((0.0, io.lines[WELL]))
    usual, died = io.sleep, []

    def sleep(seconds: float) -> None:
        if not died:
            died.append(seconds)
            raise Fault
        usual(seconds)

    io.sleep = sleep  # type: ignore[method-assign]
    heartbeat._due.append((0.0, io.lines[WELL]))
    run(supervisor.supervised(heartbeat._turns, heartbeat._ping))
    assert io.lines[WELL].done == ["sent to"]
    assert supervisor.restarts == 1


def test_one_that_cannot_be_written_to_is_left_out_of_a_broadcast(supervisor: Supervisor) -> None:
    io = Io()
    broadcast(io, supervisor).to_room("room", "view", b"{}")
    assert "sent to" in io.lines[WELL].done


def test_one_that_has_just_closed_is_no_failure(
    supervisor: Supervisor, caplog: pytest.LogCaptureFixture
) -> None:
    io = Io()

    def closed(sid: str, packet: Any) -> None:
        raise SocketIsClosedError

    io.server.eio.send_packet = closed
    del io.server.eio.sockets[BROKEN]
    broadcast(io, supervisor).to_room("room", "view", b"{}")
    assert caplog.messages == []


def test_who_was_left_behind_is_caught_up_after_one_who_cannot_be(supervisor: Supervisor) -> None:
    io, asked = Io(sleeps=1), []

    def newest(sid: str) -> list[tuple[str, bytes]]:
        asked.append(sid)
        return [("view", b"{}")]

    sender = broadcast(io, supervisor, newest)
    for sid in (BROKEN, WELL):
        sender._skip(sid, sid)
    run(sender._catch_up_loop)
    assert asked == [WELL]
    assert "sent to" in io.lines[WELL].done


def test_a_greeting_that_cannot_be_made_leaves_the_next_one_caught_up(
    supervisor: Supervisor,
) -> None:
    io = Io(sleeps=1)
    io.lines["its view fails"] = io.server.eio.sockets["its view fails"] = Line("its view fails")

    def newest(sid: str) -> list[tuple[str, bytes]]:
        if sid == "its view fails":
            raise Fault
        return [("view", b"{}")]

    sender = broadcast(io, supervisor, newest)
    for sid in ("its view fails", BROKEN, WELL):  # the broken one keeps the loop awake
        sender._skip(sid, sid)
    run(sender._catch_up_loop)
    assert "sent to" in io.lines[WELL].done


def test_silent_connections_are_looked_for_after_one_that_fails(supervisor: Supervisor) -> None:
    io = Io(sleeps=1)
    run(broadcast(io, supervisor)._end_silent_loop)
    assert io.lines[WELL].done == ["checked"]


def test_whoever_may_not_look_on_is_cut_off_after_one_that_cannot_be(
    supervisor: Supervisor,
) -> None:
    io = Io(sleeps=3)
    limit = InboundRateLimit(io.sleep)
    strangers = Strangers(io, limit, supervisor)  # type: ignore[arg-type]
    sockets = Sockets(io, limit, strangers)  # type: ignore[arg-type]
    with pytest.raises(Enough):
        cut_off(sockets, io.sleep, ["room"], supervisor)
    assert io.cut == [WELL]


def test_everybody_is_told_goodbye_after_one_who_cannot_be() -> None:
    io = Io(sleeps=1_000)
    io.lines[BROKEN].queue.qsize = lambda: 0
    io.server.eio.sockets[WELL].close = lambda **_: (
        io.lines[WELL].done.append("closed"), io.server.eio.sockets.clear(),
        setattr(io.lines[WELL], "closed", True),
    )  # fmt: skip
    say_goodbye(io, lambda: None, lambda: False)  # type: ignore[arg-type]
    assert io.lines[WELL].done[0] == "sent to"
    assert "closed" in io.lines[WELL].done


def test_where_answering_fails_nothing_is_said_because_the_command_may_be_saved(
    supervisor: Supervisor,
) -> None:
    unanswered = object()
    handlers = LiveHandlers.__new__(LiveHandlers)
    handlers._supervisor, handlers._is_stopping = supervisor, False
    handlers._sockets = SimpleNamespace(no_answer=unanswered)  # type: ignore[assignment]

    def fails(*asked: object) -> None:
        raise Fault

    assert handlers._answered(fails, "sid", {}) is unanswered  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["overdue", "strangers", "silent"])
def test_a_loop_that_looks_from_time_to_time_begins_a_turn_with_every_look(name: str) -> None:
    now_s, seen = 0.0, []
    supervisor = Supervisor(now_s=lambda: now_s)

    def sleep(seconds: float) -> None:
        nonlocal now_s
        now_s += 40.0
        seen.append(supervisor.hung())
        if len(seen) == 3:
            now_s += 60.0
            seen.append(supervisor.hung())
            raise Enough

    io = Io()
    io.sleep = sleep  # type: ignore[method-assign]
    limit = InboundRateLimit(lambda _: None)
    sender, connections = broadcast(io, supervisor), Connections(None, supervisor)
    strangers = Strangers(io, limit, supervisor)  # type: ignore[arg-type]
    turns, loop = {
        "overdue": (connections.turns, partial(connections.watch, sleep)),
        "strangers": (strangers.turns, partial(strangers.watch, sleep)),
        "silent": (sender._ending_silent, sender._end_silent_loop),
    }[name]
    with pytest.raises(Enough):
        supervisor.run(turns, loop)
    assert seen == [(), (), (), (turns.name,)]
