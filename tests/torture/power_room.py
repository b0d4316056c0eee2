"""A room without a network, whose power is cut: every answer goes to standard output at once.

``python -m tests.torture.power_room PLAN DB SEED`` acts in the session of that database until the
disk of the plan stops the process (:mod:`tests.support.faulty_disk`).
"""

import json
import os
import random
import sys
import threading
from pathlib import Path

from tests.support.faulty_disk import FaultyDisk

THREADS = 4
CODE = "WAVE47"


def main() -> None:
    """Open the database on the faulty disk and act in it."""
    plan, db, seed = json.loads(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    disk = FaultyDisk(plan)
    assert disk is not None

    from fishbowl.host.clock import SystemClock
    from fishbowl.log import open_store
    from fishbowl.services.writer import Service

    service = Service(open_store(db, holder={}), SystemClock())
    service.start()
    for number in range(THREADS):
        threading.Thread(target=act, args=(service, seed, number), daemon=True).start()
    threading.Event().wait(60)


def act(service, seed: int, number: int) -> None:
    """Send commands one after the other, and say what was answered."""
    from fishbowl.domain.kernel.roles import Role
    from fishbowl.domain.session import commands as c
    from fishbowl.services.writer import Envelope

    draw = random.Random(seed * THREADS + number)
    for count in range(1_000_000):
        command: c.Command = c.QueueWalkUp(name=f"Guest {draw.randrange(10**6)} " + "x" * 40)
        if draw.random() < 0.3:
            command = draw.choice((c.PauseClock(), c.ResumeClock(), c.StartSession()))
        session = service.session(CODE)
        if session is not None and session.people and draw.random() < 0.1:
            command = c.ForgetPerson(person=draw.choice(list(session.people)))
        id = f"{seed:06}-{number}-{count:06}"
        outcome = service.submit(
            Envelope(code=CODE, command=command, command_id=id, role=Role.FACILITATOR)
        )
        if outcome.ok:
            os.write(1, json.dumps([id, outcome.seq]).encode() + b"\n")


if __name__ == "__main__":
    main()
