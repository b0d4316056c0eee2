"""Letters beside a running server: how long sending them lets the hub stand."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.result import Result, row
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.services.contacts import Contacts
from fishbowl.services.contacts_key import key_file_of, read_or_make
from tests.support.mail_server import mail_server
from tests.support.served_community import ServedCommunity

SLOW_S = 0.04
"""The mail server takes so long for each letter."""
HOLD_STALL_MS = 10.0


async def measure(size: int, rounds: int) -> list[Result]:
    """Measure the longest stalls of the hub: without letters, while they leave, while all hangs."""
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder, mail_server() as server:
            server.delay_s = SLOW_S
            db = Path(folder) / "bench.db"
            _prepare(db)
            done = subprocess.run(
                [sys.executable, "-m", "bench.mail_hub", str(db), str(server.port)],
                stdout=subprocess.PIPE, text=True, check=True,
            )  # fmt: skip
        for phase, kinds in json.loads(done.stdout).items():
            for kind, stalls in kinds.items():
                found.setdefault(f"mail.{phase}.{kind}", []).extend(stalls)
    bounds = {name: {"p95": HOLD_STALL_MS} for name in ("mail.slow.cpu", "mail.hung.cpu")}
    return [row(name, size, stalls, "ms", hold=bounds.get(name)) for name, stalls in found.items()]


def _prepare(db: Path) -> None:
    """A member with a confirmed address, who was asked to be a host."""
    place = ServedCommunity(db)
    place.start()
    member = place.joins("Ingrid", reach="mail")
    assert place.asks(c.AskHost(member=member), role=Role.OWNER).ok
    contacts = Contacts(place.service.log, read_or_make(key_file_of(db)).keys)
    contact = contacts.put(member_owner(member), "mail", "i@example.org", confirmed_at_ms=1)
    place.service.log.append({}, [contact])
    place.service.stop()
