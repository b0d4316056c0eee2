"""What ``fishbowl home`` asks: of the server that uses the database, or in this process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Protocol

import msgspec

from fishbowl.access.keys import AccessKeys
from fishbowl.domain.community.state import EMPTY
from fishbowl.domain.community.stream import COMMUNITY_STREAM
from fishbowl.home.desk import HomeDesk, NotJoined, Status
from fishbowl.home.poster import Connection
from fishbowl.home.wishing import Wishing
from fishbowl.host.clock import SystemClock, wall_ms
from fishbowl.host.local_socket import Handler
from fishbowl.services.contacts_key import key_file_of, read_or_make
from fishbowl.services.import_file import checked
from fishbowl.services.running_server import RunningServer, store_or_server

HOME = "home"
"""The request by which a command asks something of the home side of a running server."""

What = Literal["join", "leave", "push", "status"]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One request; see :class:`~fishbowl.home.desk.HomeDesk` for what they do."""

    what: What
    url: str = ""
    code: str = ""
    name: str = ""
    earlier: bool = False


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it.

    :param problem: why home was not joined; empty if it was.
    :param told: whether home was told that this installation has left it.
    :param members: of this installation itself, who are not carried over.
    """

    status: Status
    problem: str = ""
    told: bool = True
    members: int = 0


class HomeSide(Protocol):
    """The home side of a database."""

    @property
    def path(self) -> Path:
        """The database that is in use."""
        ...

    def do(self, asked: Asked) -> Done:
        """Do what is asked.

        :raises StoreError: the database or the server refuses.
        """
        ...


class OfDesk:
    """Does what commands ask, in this process.

    :param member_count: how many members the community of this installation has.
    """

    def __init__(self, desk: HomeDesk, member_count: Callable[[], int]) -> None:
        self._desk, self._member_count = desk, member_count

    @property
    def path(self) -> Path:
        """The database that is in use."""
        return self._desk.log.path

    def do(self, asked: Asked) -> Done:
        """Do what is asked."""
        desk, problem, told = self._desk, "", True
        match asked.what:
            case "join":
                try:
                    desk.join(asked.url, asked.code, asked.name, earlier=asked.earlier)
                except NotJoined as error:
                    problem = error.code
            case "leave":
                told = desk.leave()
            case "push":
                desk.push()
        members = self._member_count()
        return Done(status=desk.status(), problem=problem, told=told, members=members)


def home_handler(desk: HomeDesk, member_count: Callable[[], int]) -> Handler:
    """The server's handler for :data:`HOME`.

    :param member_count: how many members the community of this installation has.
    """
    side = OfDesk(desk, member_count)

    def answer(asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        done = side.do(msgspec.json.decode(body, type=Asked))
        return {"ok": True, "done": msgspec.to_builtins(done)}

    return answer


@contextmanager
def home_side(db: Path, contacts_key: Path | None = None) -> Iterator[HomeSide]:
    """Give the home side of a database: of its server if one runs, else in this process.

    :param contacts_key: the key of the contacts; beside the database if left out. A server that
        runs uses its own.
    :raises StoreError: there is no database, or it cannot be used.
    """
    found = store_or_server(db)
    if isinstance(found, RunningServer):
        yield _OfServer(found)
        return
    post, clock = Connection(), SystemClock()
    try:
        community = found.folded(COMMUNITY_STREAM) or EMPTY
        desk = HomeDesk(
            found,
            contacts_keys=read_or_make(contacts_key or key_file_of(db)).keys,
            mark=AccessKeys(found.secret()).installation_mark(),
            name=lambda: str(community.about.title),
            now_ms=wall_ms,
            post=post,
            check=lambda path: checked(path, clock.now_ms()),
            session_now_ms=clock.now_ms,
        )
        desk.handing_over.add(Wishing(found, desk.keys, wall_ms))
        yield OfDesk(desk, lambda: len(community.members))
    finally:
        post.close()
        found.close()


class _OfServer:
    def __init__(self, server: RunningServer) -> None:
        self._server = server
        self.path = server.path

    def do(self, asked: Asked) -> Done:
        answer = self._server.ask(HOME, msgspec.json.encode(asked))
        return msgspec.convert(answer["done"], Done)
