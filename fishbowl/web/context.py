"""What the pages need from the rest of the program, in one place."""

from collections.abc import Callable
from typing import Protocol

import msgspec
from flask import current_app

from fishbowl.archive import Archive
from fishbowl.clock import Clock
from fishbowl.domain.event_equity import EventEquity
from fishbowl.domain.events import Entry
from fishbowl.domain.open_items import Item
from fishbowl.domain.state import Session
from fishbowl.doors import Doors
from fishbowl.languages import Languages
from fishbowl.machine import Machine
from fishbowl.network import Network
from fishbowl.service import Order, Outcome
from fishbowl.storage import SessionRow
from fishbowl.web.assets import Assets
from fishbowl.web.events import OpenItems
from fishbowl.web.screens import Screens
from fishbowl.web.tapes import Tapes

EXTENSION = "fishbowl"


class Sessions(Protocol):
    """The part of the service that pages use."""

    def session(self, code: str) -> Session | None:
        """The committed state of a session."""
        ...

    def sessions(self) -> list[SessionRow]:
        """All sessions, newest first."""
        ...

    def entries(self, code: str) -> list[Entry]:
        """The committed log of a session."""
        ...

    def was_deleted(self, code: str) -> bool:
        """Whether a session of that code was there once, and was deleted."""
        ...

    def delete_session(self, code: str) -> bool:
        """Delete a session for good."""
        ...

    def submit(self, order: Order) -> Outcome:
        """Hand a command in and wait until it is durable or refused."""
        ...


class Presence(Protocol):
    """Who wants to know that phones find the way."""

    def reached(self, code: str, host: str) -> None:
        """A phone has opened the page of a session through the address in its QR."""
        ...

    def was_reached(self, code: str, host: str) -> bool:
        """Whether one has."""
        ...


class Together(Protocol):
    """Who knows what the sessions of an event come to."""

    def equity(self, session: Session) -> EventEquity:
        """The figures of the event of a session, itself included."""
        ...

    def open_items(self, code: str) -> OpenItems | None:
        """What a session leaves open, and what of it is closed."""
        ...

    def open_before(self, event: str, code: str, is_own: Callable[[str], bool]) -> tuple[Item, ...]:
        """What the other sessions of an event leave open, as far as the asker may read it."""
        ...


class WebContext(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the pages are given; ``app.extensions["fishbowl"]`` holds it."""

    service: Sessions
    doors: Doors
    assets: Assets
    languages: Languages
    network: Network
    presence: Presence
    events: Together
    clock: Clock
    machine: Machine
    archive: Archive
    screens: Screens = msgspec.field(default_factory=Screens)
    tapes: Tapes


def here() -> WebContext:
    """The context of the request that is being answered."""
    context: WebContext = current_app.extensions[EXTENSION]
    return context
