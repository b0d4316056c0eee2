"""A laptop and a home without servers: the real databases, keys and checks, and a cable."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from fishbowl.access.keys import AccessKeys
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.stream import session_stream
from fishbowl.home.answers import NotPaired
from fishbowl.home.asking import Posted
from fishbowl.home.bundles import Waiting
from fishbowl.home.desk import HomeDesk
from fishbowl.home.handing_over import envelope_of
from fishbowl.log import open_store
from fishbowl.log.raw_entries import stored
from fishbowl.services.import_file import checked
from fishbowl.services.session_log import append_session
from tests.support.room import OPENED_MS, Room

HOME_URL = "https://bowl.example"


class HasDesk(Protocol):
    """A machine at the other end of a cable."""

    @property
    def desk(self) -> HomeDesk:
        """What answers there."""
        ...


class Cable:
    """Leads to a home, unless it is cut.

    :param cut_after: so many more requests get through, and their answers; then none does.
    """

    def __init__(self) -> None:
        self.home: HasDesk | None = None
        self.is_cut = False
        self.cut_after = -1
        self.loses_answers = False
        self.posted: list[str] = []

    def __call__(self, url: str, path: str, body: bytes) -> Posted:
        if self.is_cut or self.home is None or self.cut_after == 0:
            return Posted(problem="no_connection")
        self.cut_after -= 1
        self.posted.append(path)
        receiving = self.home.desk.receiving
        try:
            if path == "/home/pair":
                answer = receiving.begin()
            elif path == "/home/join":
                answer = receiving.join(body)
            else:
                answer = receiving.answers.answered(body)
        except NotPaired:
            return Posted(status=403)
        if self.loses_answers:
            return Posted(problem="timed_out")
        return Posted(status=200, body=answer)


class Machine:
    """One installation: its database and its desk."""

    def __init__(self, path: Path, cable: Cable, key: bytes = bytes(32)) -> None:
        self.store = open_store(path)
        self.changed: list[str] = []
        self.noted: list[str] = []
        self.now_ms = OPENED_MS - 1
        self.desk = HomeDesk(
            self.store,
            contacts_keys=(key,),
            mark=AccessKeys(self.store.secret()).installation_mark(),
            name=lambda: "Stewardship Network",
            now_ms=self._tick,
            post=cable,
            check=lambda file: checked(file, self.now_ms + 24 * 3_600_000),
            session_now_ms=self._tick,
            changed=lambda row: self.changed.append(row.code),
            noted=lambda what, code: self.noted.append(f"{what} {code}".strip()),
        )

    def _tick(self) -> int:
        self.now_ms += 1
        return self.now_ms

    def holds(self, room: Room, code: str = "WAVE47") -> None:
        """Have what a room's log has more than is here."""
        here = len(self.store.raw_entries(session_stream(code)))
        self.appends(room, room.log[here:])

    def appends(self, room: Room, entries: Sequence[Entry]) -> None:
        append_session(self.store, room.session, entries)
        self.now_ms = max(self.now_ms, room.now_ms)

    def stored(self, code: str = "WAVE47") -> list[object]:
        """The log of a session as it is stored."""
        return [stored(one) for one in self.store.raw_entries(session_stream(code))]

    def envelope(self, one: Waiting) -> bytes:
        """The bundle of what waits, as it is sent."""
        home = self.desk.home()
        content = self.desk.sessions.content(one)
        assert home is not None
        assert content is not None
        return envelope_of(one, content, self.desk.keys.own(), home.keys)


def evening(code: str = "WAVE47", **settings: Any) -> Room:
    """A session that is over; Rafael and Amira have said something."""
    room = Room(code=code, **settings)
    room.facilitator.starts()
    rafael, amira = room.joins("Rafael Ölmez", "Amira Benali")
    rafael.asks("unspeakable words")
    amira.suggests("Unmistakable suggestion")
    room.facilitator.calls("Rafael Ölmez", chair=1)
    rafael.is_on_the_chair()
    room.wait(minutes=1)
    room.facilitator.closes()
    return room


def forget(room: Room, name: str) -> None:
    """Let somebody be forgotten in a session that is over."""
    room.sends(c.ForgetPerson(person=room.person(name)))


def pair(laptop: Machine, home: Machine, *, earlier: bool = True) -> None:
    """Let a laptop join a home."""
    code, _ = home.desk.receiving.codes.new()
    laptop.desk.join(HOME_URL, code, "Boiler House, blue", earlier=earlier)
