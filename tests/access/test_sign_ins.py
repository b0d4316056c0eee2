"""A sign-in is a random token whose hash the server lists; ending it ends it everywhere."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from fishbowl.access import sign_ins as module
from fishbowl.access.keys import AccessKeys
from fishbowl.access.sign_ins import DAY_MS, OWNER, READER, NotSaved, Revoked, SignIns
from fishbowl.domain.kernel.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.session.model import Access
from fishbowl.log import Store, open_store
from tests.support.hand_clock import HandClock


class Installation:
    """The sign-ins of an installation, and a browser to sign in with."""

    def __init__(self, path: Path) -> None:
        self.store: Store = open_store(path)
        self.access_keys = AccessKeys(self.store.secret())
        self.clock = HandClock()
        self.read()

    def read(self) -> None:
        """Start the program again."""
        self.sign_ins = SignIns(self.store.transact, self.access_keys, self.clock.now_ms)

    def enter(self, opens: str, code: str = "", generation: int = 1) -> dict[str, str]:
        """Sign in, and give the browser's cookies."""
        token = self.sign_ins.enter({}, opens, code, generation)
        return {self.sign_ins.cookie(opens, code): token}

    def role(self, cookies: dict[str, str], code: str = "WAVE47") -> Role | None:
        found = self.sign_ins.opened(cookies, code, Access(), AT_THE_CONSOLE)
        return None if found is None else found.role


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    installation = Installation(tmp_path / "fishbowl.db")
    yield installation
    installation.store.close()


def test_what_a_cookie_holds_is_in_no_file(installation: Installation) -> None:
    (token,) = installation.enter(OWNER).values()
    assert len(token) >= 32
    written = b"".join(one.read_bytes() for one in installation.store.path.parent.iterdir())
    assert token.encode() not in written
    assert installation.sign_ins.owner_key().encode() not in written


def test_a_sign_in_outlives_the_program(installation: Installation) -> None:
    cookies = installation.enter(OWNER) | installation.enter("note_taker", "TIDE48")
    installation.read()
    assert installation.sign_ins.owner(cookies) is not None
    assert installation.role(cookies) == Role.FACILITATOR
    found = installation.sign_ins.opened(cookies, "TIDE48", Access(), (Role.NOTE_TAKER,))
    assert found is not None


def test_a_token_opens_what_it_was_made_for_and_nothing_else(installation: Installation) -> None:
    (token,) = installation.enter(Role.RUNNER, "WAVE47").values()
    for name in (
        installation.sign_ins.cookie(OWNER),
        installation.sign_ins.cookie(READER),
        installation.sign_ins.cookie(Role.FACILITATOR, "WAVE47"),
        installation.sign_ins.cookie(Role.RUNNER, "TIDE48"),
    ):
        cookies = {name: token}
        assert installation.sign_ins.owner(cookies) is None
        assert installation.sign_ins.reader(cookies, 1) is None
        assert installation.role(cookies) is None
        assert installation.role(cookies, "TIDE48") is None
        assert installation.sign_ins.of_cookies(cookies) == []


def test_a_link_that_was_taken_back_opens_nothing_however_signed_in(
    installation: Installation,
) -> None:
    cookies = installation.enter(Role.NOTE_TAKER, "WAVE47")
    with pytest.raises(Revoked):
        installation.sign_ins.opened(cookies, "WAVE47", Access(note_taker=2), AT_THE_CONSOLE)
    assert installation.sign_ins.reader(installation.enter(READER), 2) is None


def test_thirty_days_without_use_end_it_and_use_begins_them_anew(
    installation: Installation,
) -> None:
    used, forgotten = installation.enter(OWNER), installation.enter(Role.FACILITATOR, "WAVE47")
    for _ in range(3):
        installation.clock.wait(29 * 24 * 60 * 60)
        found = installation.sign_ins.owner(used)
        assert found is not None
        installation.sign_ins.use(found)
        installation.read()
    assert installation.role(forgotten) is None
    assert installation.store.transact(count) == 1
    installation.clock.wait(30 * 24 * 60 * 60)
    assert installation.sign_ins.owner(used) is None


def count(connection: sqlite3.Connection) -> int:
    (found,) = connection.execute("select count(*) from sign_ins").fetchone()
    return int(found)


def test_that_it_is_used_is_written_once_a_day(installation: Installation) -> None:
    cookies = installation.enter(OWNER)

    def written() -> int:
        (found,) = installation.store.transact(
            lambda c: c.execute("select seen_at_ms from sign_ins").fetchone()
        )
        return int(found)

    began = written()
    installation.clock.wait(DAY_MS / 1000 - 1)
    for expected in (began, began + DAY_MS, began + DAY_MS):
        found = installation.sign_ins.owner(cookies)
        assert found is not None
        installation.sign_ins.use(found)
        assert written() == expected
        installation.clock.wait(1)


def test_signing_out_ends_it_for_good_and_tells(installation: Installation) -> None:
    told: list[frozenset[bytes]] = []
    installation.sign_ins.subscribe(told.append)
    here, there = installation.enter(OWNER), installation.enter(OWNER)
    ending = installation.sign_ins.of_cookies(here)
    installation.sign_ins.end(ending)
    for _ in range(2):
        assert installation.sign_ins.owner(here) is None
        assert installation.sign_ins.owner(there) is not None
        installation.read()
    assert told == [frozenset(one.token_hash for one in ending)]


def test_a_new_owner_key_ends_the_old_one_and_every_sign_in_of_the_owner(
    installation: Installation,
) -> None:
    told: list[frozenset[bytes]] = []
    installation.sign_ins.subscribe(told.append)
    old_key, owner, helper = (
        installation.sign_ins.owner_key(),
        installation.enter(OWNER),
        installation.enter(READER),
    )
    new_key = installation.sign_ins.renew_owner_key()
    assert len(told) == 1
    for _ in range(2):
        assert installation.sign_ins.owner_key() == new_key != old_key
        assert installation.sign_ins.is_owner_key(new_key)
        assert not installation.sign_ins.is_owner_key(old_key)
        assert installation.sign_ins.owner(owner) is None
        assert installation.sign_ins.reader(helper, 1) is not None
        installation.read()


def test_an_owner_key_counts_as_used_until_it_is_renewed(installation: Installation) -> None:
    assert not installation.sign_ins.owner_key_is_used
    installation.enter(READER)
    assert not installation.sign_ins.owner_key_is_used
    installation.enter(OWNER)
    installation.read()
    assert installation.sign_ins.owner_key_is_used
    installation.sign_ins.renew_owner_key()
    assert not installation.sign_ins.owner_key_is_used


def test_opening_a_link_twice_makes_one_sign_in(installation: Installation) -> None:
    cookies = installation.enter(Role.FACILITATOR, "WAVE47")
    token = installation.sign_ins.enter(cookies, Role.FACILITATOR, "WAVE47", 1)
    assert cookies == {"fishbowl_key_WAVE47": token}
    assert installation.sign_ins.enter(cookies, Role.FACILITATOR, "WAVE47", 2) != token


def test_sign_ins_by_one_key_have_a_bound(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_OTHERS", 3)
    kept = installation.enter(OWNER)
    visits = []
    for _ in range(4):
        installation.clock.wait(1)
        visits.append(installation.enter(Role.RUNNER, "WAVE47"))
    is_in = [
        installation.sign_ins.opened(one, "WAVE47", Access(), (Role.RUNNER,)) is not None
        for one in visits
    ]
    assert is_in == [False, True, True, True]
    assert installation.sign_ins.owner(kept) is not None
    assert installation.store.transact(count) == 4


def test_two_installations_on_one_computer_have_cookies_of_their_own(
    installation: Installation, tmp_path: Path
) -> None:
    other = Installation(tmp_path / "demo.db")
    for opens in (OWNER, READER):
        assert installation.sign_ins.cookie(opens) != other.sign_ins.cookie(opens)
    other.store.close()


def test_a_file_that_takes_nothing_signs_nobody_in_and_keeps_nobody_in(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookies = installation.enter(OWNER)

    def refuse(work: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(installation.sign_ins, "_transact", refuse)
    with pytest.raises(NotSaved):
        installation.enter(READER)
    installation.clock.wait(2 * DAY_MS / 1000)
    found = installation.sign_ins.owner(cookies)
    assert found is not None
    installation.sign_ins.use(found)
    with pytest.raises(NotSaved):
        installation.sign_ins.renew_owner_key()
    assert installation.sign_ins.owner(cookies) is not None
    with pytest.raises(NotSaved):
        installation.sign_ins.end([found])
    assert installation.sign_ins.owner(cookies) is None
