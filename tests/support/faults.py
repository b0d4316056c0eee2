"""A server with faults on purpose: ``python -m tests.support.faults '{}' serve …``.

A fault hits the rooms whose question is its name, from the moment at which their clock runs. All
other rooms are served by the same code without it.

With ``{"loops_die": true}`` every supervised loop dies once, as soon as it begins.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

WORDS = "Unmistakable words of somebody"
"""The message of every fault; it must be nowhere in the log."""


FAULTY = "Faulty"
"""What concerns a person of this name cannot be made."""


class Fault(Exception):
    """What is raised."""


def _hits(session: Any, name: str) -> bool:
    from fishbowl.domain.clock import clock_state

    return session.settings.question == name and clock_state(session.clock) == "running"


def _fail(session: Any, name: str) -> None:
    if _hits(session, name):
        raise Fault(WORDS)


def add_faults() -> None:
    """Put every fault in its place."""
    from fishbowl.live import fanout
    from fishbowl.live.due import Due
    from fishbowl.live.signals import SignalCounts
    from fishbowl.live.views import Views

    def before(owner: Any, name: str, check: Callable[..., None]) -> None:
        usual = getattr(owner, name)

        def checked(*args: Any, **kwargs: Any) -> Any:
            check(*args)
            return usual(*args, **kwargs)

        setattr(owner, name, checked)

    died: set[str] = set()

    def die_once(due: Due, now_s: float) -> None:
        for code, session in due._sessions.items():
            if _hits(session, "the loop dies") and code not in died:
                died.add(code)
                raise Fault(WORDS)

    def fail_for_one(session: Any, person: int | None) -> None:
        if person is not None and session.people[person].called == FAULTY:
            raise Fault(WORDS)

    before(Views, "of", lambda views, session, face, role: _fail(session, f"view of {face}"))
    before(fanout, "me_slice", fail_for_one)
    before(SignalCounts, "message", lambda counts, session, face: _fail(session, "signals"))
    before(Due, "take", die_once)


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


def main() -> None:
    """Run the command line with faults."""
    from fishbowl.__main__ import prepare

    plan = json.loads(sys.argv[1])
    sys.argv = ["fishbowl", *sys.argv[2:]]
    prepare(sys.argv[1:])
    add_faults()
    if plan.get("loops_die"):
        let_loops_die()
    from fishbowl.cli import fishbowl

    fishbowl()


if __name__ == "__main__":
    main()
