"""What people do with home: join it, leave it, push, and read how it goes; at either side.

Pages and the command line use the same functions.
"""

import secrets
import socket
from collections.abc import Callable
from functools import partial
from typing import Any, Literal

import msgspec

from fishbowl.domain.kernel.words import clean
from fishbowl.home.answers import Answers
from fishbowl.home.asking import (
    Asking,
    NotKnown,
    OtherProtocol,
    Poster,
    Unreachable,
    join,
)
from fishbowl.home.bundles import BundleKinds
from fishbowl.home.handing_over import HandingOver, Standing
from fishbowl.home.key_store import KeyStore
from fishbowl.home.messages import Leave, Left
from fishbowl.home.pairing import Side, WrongCode, key_of, may_reach
from fishbowl.home.receiving import NAME_MAX, Noted, Receiving
from fishbowl.home.records import LAPTOP, Home, HomeRecords, Sent
from fishbowl.home.sessions import Check, SessionSource, SessionTaker
from fishbowl.home.troubles import Trouble
from fishbowl.home.wishing import refused_wishes
from fishbowl.host.addresses import base_url
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import directly
from fishbowl.log import Log

HTTP_PORT, HTTPS_PORT = 80, 443

Problem = Literal[
    "bad_address", "needs_https", "wrong_code", "other_version", "own_address", "no_name"
]


class NotJoined(Exception):
    """The home was not joined; nothing was changed.

    :param code: a :data:`Problem`, or why home does not answer (:class:`Unreachable`).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """How an installation and its home stand to each other.

    :param home: the address of the home; empty if it has none.
    :param community: its name there, and ``laptop`` the name of this installation.
    :param state: see :class:`~fishbowl.home.handing_over.Standing`, as ``code`` and ``since_ms``.
    :param waiting: the codes of sessions that are not there yet.
    :param staying: the codes of sessions for those under 18, which stay here until their people
        are forgotten.
    :param there: what home has answered.
    :param refused_wishes: how many wishes of members home has refused for good, by why.
    """

    home: str = ""
    community: str = ""
    laptop: str = ""
    joined_at_ms: int = 0
    state: str = "alone"
    code: str = ""
    since_ms: int = 0
    waiting: tuple[str, ...] = ()
    staying: tuple[str, ...] = ()
    there: tuple[Sent, ...] = ()
    refused_wishes: dict[str, int] = msgspec.field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()


class HomeDesk:
    """Both sides of one installation: it may have a home, and be one.

    :param mark: names this installation.
    :param noted: is told what laptops did, for the audit list.
    """

    def __init__(
        self,
        log: Log,
        *,
        contacts_keys: tuple[bytes, ...],
        mark: str,
        name: Callable[[], str],
        now_ms: Callable[[], int],
        post: Poster,
        check: Check,
        session_now_ms: Callable[[], int],
        changed: Callable[[Any], None] = lambda row: None,
        noted: Noted = lambda what, code: None,
        run_in_thread: Callable[..., Any] = directly,
        supervisor: Supervisor | None = None,
    ) -> None:
        self.log = log
        self.records = HomeRecords(log)
        self.keys = KeyStore(self.records, contacts_keys)
        self._mark, self._now_ms = mark, now_ms
        self._post, self._run_in_thread = post, run_in_thread
        self.asking = Asking(post, self.keys, self.records.home)
        self.handing_over = HandingOver(
            self.records, self.keys, self.asking, now_ms, supervisor, run_in_thread
        )
        self.sessions = SessionSource(log, self.records.home, run_in_thread)
        self.handing_over.add(self.sessions)
        self.receiving = Receiving(
            log,
            self.records,
            self.keys,
            mark=mark,
            name=name,
            now_ms=now_ms,
            noted=noted,
            run_in_thread=run_in_thread,
            supervisor=supervisor,
        )
        self._told_of_sessions = [changed]
        taker = SessionTaker(log, check, session_now_ms, self._tell_of_session, run_in_thread)
        self.receiving.kinds.add("session", taker.take)

    def on_session(self, callback: Callable[[Any], None]) -> None:
        """Be told of each session that came in or went on, by its row."""
        self._told_of_sessions.append(callback)

    def _tell_of_session(self, row: Any) -> None:
        for told in self._told_of_sessions:
            told(row)

    @property
    def kinds(self) -> BundleKinds:
        """What this home takes in; see :mod:`fishbowl.home.bundles`."""
        return self.receiving.kinds

    @property
    def answers(self) -> Answers:
        """What this home answers; see :mod:`fishbowl.home.answers`."""
        return self.receiving.answers

    def home(self) -> Home | None:
        """The home of this installation; ``None`` if it has none, and is its own home."""
        return self.records.home()

    def join(self, url: str, code: str, name: str = "", *, earlier: bool = False) -> Home:
        """Pair with a home, in place of an earlier one.

        :param url: as it was typed.
        :param code: as it was typed.
        :param name: of this laptop; its computer's if left out.
        :param earlier: also hand over sessions that ended before. Without it, a laptop that joins
            the same home again goes on with what ended since it joined first.
        :raises NotJoined: it did not work; nothing was changed.
        :raises StoreError: the database cannot be used.
        """
        address = address_of(url)
        if address is None:
            raise NotJoined("bad_address")
        if not may_reach(address):
            raise NotJoined("needs_https")
        called = clean(name)[:NAME_MAX] or computer_name()
        self.keys.replace_lost()
        laptop = Side(self.keys.own().public, self._mark, called)
        try:
            joined = join(self._post, address, code, laptop, partial(self._run_in_thread, key_of))
        except (WrongCode, NotKnown) as error:
            raise NotJoined("wrong_code") from error
        except OtherProtocol as error:
            raise NotJoined("other_version") from error
        except Unreachable as error:
            raise NotJoined(error.code) from error
        if joined.home.keys == laptop.keys:
            self.records.drop(LAPTOP, laptop.keys.id)  # it has just noted itself
            raise NotJoined("own_address")
        now_ms, before = self._now_ms(), self.records.home()
        is_same = before is not None and before.mark == joined.home.mark
        since_ms = before.since_ms if before is not None and is_same else now_ms
        home = Home(
            url=address,
            name=clean(joined.home.name)[:NAME_MAX],
            mark=joined.home.mark,
            keys=joined.home.keys,
            pairing=joined.pairing,
            laptop=called,
            joined_at_ms=now_ms,
            since_ms=0 if earlier else since_ms,
        )
        self.records.put_home(home)
        self.handing_over.begin_again()
        self.handing_over.wake()
        return home

    def leave(self) -> bool:
        """Have no home any more. What was handed over stays there, and here.

        :return: whether home was told; if not, it goes on showing this laptop until somebody
            disconnects it there.
        :raises StoreError: the database cannot be used.
        """
        home = self.records.home()
        if home is None:
            return True
        try:
            self.asking.ask("leave", Leave(), Left, home)
            told = True
        except NotKnown:
            told = True
        except Unreachable:
            told = False
        self.records.drop_home()
        self.handing_over.begin_again()
        return told

    def push(self) -> Standing:
        """Hand over now, and wait for it."""
        return self.handing_over.round(asked=True)

    def status(self) -> Status:
        """How it goes.

        :raises StoreError: the database cannot be read.
        """
        home = self.records.home()
        handing, standing = self.handing_over, self.handing_over.standing
        there = tuple(handing.sent())
        if home is None:
            return Status(there=there, troubles=handing.troubles.latest())
        waits = tuple(one.key for one in handing.waiting() if one.kind == "session")
        state, since_ms = standing.state, standing.since_ms
        if home.refused_ms is not None and state in ("alone", "waiting"):
            state, since_ms = "unknown", home.refused_ms
        return Status(
            home=home.url,
            community=home.name,
            laptop=home.laptop,
            joined_at_ms=home.joined_at_ms,
            state="waiting" if state == "alone" else state,
            code=standing.code,
            since_ms=since_ms,
            waiting=waits,
            staying=tuple(self.sessions.staying()),
            there=there,
            refused_wishes=refused_wishes(there, home.mark),
            troubles=handing.troubles.latest(),
        )


def address_of(typed: str) -> str | None:
    """The address of a home, however it was typed; ``None`` if it is none.

    >>> address_of("bowl.example"), address_of("http://127.0.0.1:8080/laptops")
    ('https://bowl.example', 'http://127.0.0.1:8080')
    """
    text = typed.strip()
    if not text:
        return None
    has_scheme = "://" in text
    scheme, rest = text.split("://", 1) if has_scheme else ("https", text)
    port = HTTPS_PORT if scheme.lower() == "https" else HTTP_PORT
    return base_url(f"{scheme}://{rest.partition('/')[0]}", port)


def computer_name() -> str:
    """What this computer is called."""
    return socket.gethostname().partition(".")[0][:NAME_MAX] or f"laptop {secrets.token_hex(2)}"
