"""A house with its doors: the real service on a real file, and visitors with their cookies."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from fishbowl.addresses import Address
from fishbowl.archive import Archive
from fishbowl.domain.commands import Command, CreateSession
from fishbowl.domain.roles import Role
from fishbowl.doors import Doors
from fishbowl.languages import Languages
from fishbowl.machine import Machine
from fishbowl.network import Network
from fishbowl.service import Order, Outcome, Service
from fishbowl.storage import open_store
from fishbowl.web import add_web
from fishbowl.web.assets import Assets
from fishbowl.web.context import WebContext
from fishbowl.web.events import Events
from fishbowl.web.tapes import Tapes
from tests.support.hand_clock import HandClock

HOST = "192.168.1.20:8080"
ORIGIN = f"http://{HOST}"
LAPTOP = (
    Address("192.168.1.20", "wlan0", "lan"),
    Address("laptop.local", "", "name"),
    Address("172.17.0.1", "docker0", "virtual"),
    Address("127.0.0.1", "lo", "loopback"),
)
FACES = (
    "phone", "phone-inside", "console", "display", "runner", "stage", "pages", "summary", "editor",
    "replay",
)  # fmt: skip


class Reached:
    """Remembers which addresses phones have come through."""

    def __init__(self) -> None:
        self.hosts: list[tuple[str, str]] = []

    def reached(self, code: str, host: str) -> None:
        self.hosts.append((code, host))

    def was_reached(self, code: str, host: str) -> bool:
        return (code, host) in self.hosts


class Visitor(FlaskClient):
    """A browser that comes by the address in the QR."""

    def open(self, *args: Any, **options: Any) -> Any:
        return super().open(*args, **{"base_url": ORIGIN, **options})


class House:
    """A server's pages with everything behind them."""

    def __init__(self, db: Path) -> None:
        self.db = db
        self.store = store = open_store(db)
        self.clock = HandClock()
        self.doors = Doors(store.secret())
        self.service = Service(store, self.clock)
        self.presence = Reached()
        self.network = Network("0.0.0.0", 8080, look=lambda: LAPTOP)
        self.events = Events(self.service, self.clock)
        self.service.subscribe(self.events.on_change)
        self.app = Flask("fishbowl", static_folder=None)
        self.app.test_client_class = Visitor
        self._commands = 0
        manifest = {face: {"js": f"{face}-1.js", "css": f"{face}-1.css"} for face in FACES}
        manifest["files"] = {"favicon.svg": "favicon-1.svg"}
        self.context = WebContext(
            service=self.service,
            doors=self.doors,
            assets=Assets(manifest, {}),
            languages=Languages(db.parent),
            network=self.network,
            presence=self.presence,
            events=self.events,
            clock=self.clock,
            machine=Machine(db),
            archive=Archive(lambda: db, self.service.transact),
            tapes=Tapes(lambda make: make()),
        )
        add_web(self.app, self.context)
        self.service.start()

    def visitor(self, **cookies: str) -> FlaskClient:
        """Somebody who comes by the address in the QR."""
        client = self.app.test_client()
        client.environ_base["REMOTE_ADDR"] = "192.168.1.77"
        for name, value in cookies.items():
            client.set_cookie(name, value, domain="192.168.1.20")
        return client

    def owner(self) -> FlaskClient:
        """The owner, signed in."""
        return self.visitor(fishbowl_owner=self.doors.owner_key())

    def facilitator(self, code: str) -> FlaskClient:
        """Who holds the key of one session."""
        return self.visitor(**{f"fishbowl_key_{code}": self.doors.facilitator_key(code)})

    def session(self, code: str = "WAVE47", **chosen: Any) -> str:
        """Make a session."""
        fields = {"question": "What makes people stay?", "event": "Stewardship Day", **chosen}
        assert self.send(code, CreateSession(code=code, **fields)).ok
        return code

    def send(
        self, code: str, command: Command, role: Role = Role.FACILITATOR, device: str = ""
    ) -> Outcome:
        """Let somebody act in a session."""
        self._commands += 1
        return self.service.submit(
            Order(
                code=code,
                command=command,
                command_id=f"command-{self._commands:04}",
                role=role,
                key=self.doors.person_key(code, device),
            )
        )


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path / "fishbowl.db")
    yield house
    house.service.stop()
