"""A server with faults on purpose: ``python -m tests.support.faults '{}' serve …``.

A fault hits the rooms whose question is its name, from the moment at which their clock runs; that
of "consoles at the close" from the close on. All other rooms are served by the same code without
it.

With ``{"loops_die": true}`` every supervised loop dies once, as soon as it begins. With
``{"turns_max_s": 0.0}`` every loop hangs as soon as its turn takes longer, and with
``{"hangs_until": "PATH"}`` the room "the loop hangs" is sent no view until that file is there.
With ``{"hidden": "websocket._sendlock"}`` the server finds no such attribute in the libraries,
which go on using it themselves. With ``{"ahead_s": 86400}`` its wall clock is a day ahead, as after
a day on which the machine was off.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType, MethodType
from typing import Any

WORDS = "Unmistakable words of somebody"
"""The message of every fault; it must be nowhere in the log."""


FAULTY = "Faulty"
"""What concerns a person of this name cannot be made."""


HIDDEN = (
    "engine._async", "connection", "connection.queue", "connection.upgraded", "connection.closed",
    "connection.upgrading", "websocket.socket", "websocket.socket.fd", "websocket._sendlock",
    "websocket._apply_mask", "ping",
)  # fmt: skip
"""What can be hidden; ``connection`` is that of a WebSocket's handler, ``ping`` its ping task."""


class Fault(Exception):
    """What is raised."""


def _hits(session: Any, name: str) -> bool:
    from fishbowl.domain.session.clock import clock_state

    return session.settings.question == name and clock_state(session.clock) == "running"


def _fail(session: Any, name: str) -> None:
    if _hits(session, name):
        raise Fault(WORDS)


def add_faults() -> None:
    """Put every fault in its place."""
    from fishbowl.live import fanout
    from fishbowl.live.due_rooms import DueRooms
    from fishbowl.live.signals import SignalMessages
    from fishbowl.live.views import Views

    def before(owner: Any, name: str, check: Callable[..., None]) -> None:
        usual = getattr(owner, name)

        def checked(*args: Any, **kwargs: Any) -> Any:
            check(*args)
            return usual(*args, **kwargs)

        setattr(owner, name, checked)

    died: set[str] = set()

    def die_once(due: DueRooms, now_s: float) -> None:
        for code, session in due._sessions.items():
            if _hits(session, "the loop dies") and code not in died:
                died.add(code)
                raise Fault(WORDS)

    def fail_for_one(session: Any, person: int | None) -> None:
        if person is not None and session.people[person].called == FAULTY:
            raise Fault(WORDS)

    def fail_at_the_close(fan: Any, session: Any, phones: Any) -> None:
        is_over = session.clock.closed_at_ms is not None
        if is_over and session.settings.question == "consoles at the close":
            raise Fault(WORDS)

    before(fanout.FanOut, "_send_first", fail_at_the_close)
    before(Views, "of", lambda views, session, face, role: _fail(session, f"view of {face}"))
    before(fanout, "affected_people", lambda session, entries: _fail(session, "affected people"))
    before(fanout, "me_slice", fail_for_one)
    before(SignalMessages, "message", lambda counts, session, face: _fail(session, "signals"))
    before(DueRooms, "take", die_once)


def let_loops_die() -> None:
    """Let every supervised loop die when it begins; when it is restarted, it lives."""
    from fishbowl.host.supervisor import Supervisor

    usual = Supervisor.run

    def run(supervisor: Any, name: str, loop: Callable[[], None], *args: Any) -> None:
        begun = []

        def dies() -> None:
            begun.append(name)
            if len(begun) == 1:
                raise Fault(WORDS)
            loop()

        usual(supervisor, name, dies, *args)

    Supervisor.run = run  # type: ignore[method-assign, assignment]


def bound_turns(max_s: float) -> None:
    """Let the turns of every loop take so many seconds at most."""
    from fishbowl.host.supervisor import Supervisor

    usual = Supervisor.turns
    Supervisor.turns = lambda supervisor, name, _: usual(supervisor, name, max_s)  # type: ignore[method-assign, assignment]


def hang_until(path: Path) -> None:
    """Let the loop that sends views hang in a room until a file is there."""
    from fishbowl.live.fanout import FanOut

    usual = FanOut._send_first

    def hangs(fanout: FanOut, session: Any, *args: Any) -> None:
        while _hits(session, "the loop hangs") and not path.exists():
            time.sleep(0.02)  # the hang itself: this loop alone, whatever the async mode
        usual(fanout, session, *args)

    FanOut._send_first = hangs  # type: ignore[method-assign]


def set_clock_ahead(seconds: int) -> None:
    """Set the wall clock of the server ahead."""
    usual = time.time_ns
    time.time_ns = lambda: usual() + seconds * 1_000_000_000


class Without:
    """Passes everything through to an object but one attribute, which is not there."""

    def __init__(self, inside: Any, hidden: str) -> None:
        vars(self).update(_inside=inside, _hidden=hidden.split("."))

    def __getattr__(self, name: str) -> Any:
        first, *rest = self._hidden
        if name == first and not rest:
            raise AttributeError(f"no {name}")
        found = getattr(self._inside, name)
        return Without(found, ".".join(rest)) if name == first else found

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._inside, name, value)


def hide(what: str) -> None:
    """Hide an attribute of the libraries from the server."""
    from engineio import Server as Engine
    from engineio.async_drivers import eventlet as driver
    from engineio.socket import Socket

    owner, _, name = what.partition(".")
    if owner == "engine":
        begin = Engine.__init__

        def without_a_dict(engine: Any, *args: Any, **kwargs: Any) -> None:
            begin(engine, *args, **kwargs)
            engine._async = MappingProxyType(engine._async)

        Engine.__init__ = without_a_dict
    elif owner == "ping":
        Socket._send_later = Socket._send_ping
        del Socket._send_ping

        def schedule_ping(connection: Any) -> None:
            connection.last_ping = None
            connection.server.start_background_task(connection._send_later)

        Socket.schedule_ping = schedule_ping
    elif owner == "websocket":
        make = driver.WebSocketWSGI.__init__

        def with_another(websocket: Any, handler: Any, server: Any) -> None:
            make(websocket, lambda found: handler(Without(found, name)), server)

        driver.WebSocketWSGI.__init__ = with_another
    else:
        handle = Socket._websocket_handler

        def handler(connection: Any) -> Any:
            if not name:
                return lambda websocket: handle(connection, websocket)
            return MethodType(
                lambda _, websocket: handle(connection, websocket), Without(connection, name)
            )

        Socket._websocket_handler = property(handler)


def main() -> None:
    """Run the command line with faults."""
    from fishbowl.__main__ import prepare

    plan = json.loads(sys.argv[1])
    sys.argv = ["fishbowl", *sys.argv[2:]]
    prepare(sys.argv[1:])
    add_faults()
    if plan.get("loops_die"):
        let_loops_die()
    if "turns_max_s" in plan:
        bound_turns(plan["turns_max_s"])
    if "hangs_until" in plan:
        hang_until(Path(plan["hangs_until"]))
    if "hidden" in plan:
        hide(plan["hidden"])
    if "ahead_s" in plan:
        set_clock_ahead(plan["ahead_s"])
    from fishbowl.cli import fishbowl

    fishbowl()


if __name__ == "__main__":
    main()
