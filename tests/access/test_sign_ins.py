"""A sign-in is a random token whose hash the server lists; ending it ends it everywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fishbowl.access import sign_ins as module
from fishbowl.access.keys import AccessKeys
from fishbowl.access.sign_ins import DAY_MS, OWNER, READER, NotSaved, Revoked, SignIns
from fishbowl.domain.kernel.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.session.model import Access
from fishbowl.log import Store, Unavailable, open_store
from tests.support.hand_clock import HandClock


class Desk:
    """The sign-ins of an installation, and a browser to sign in with."""

    def __init__(self, path: Path) -> None:
        self.store: Store = open_store(path)
        self.access_keys = AccessKeys(self.store.secret())
        self.clock = HandClock()
        self.read()

    def read(self) -> None:
        """Start the program again."""
        self.sign_ins = SignIns(self.store, self.access_keys, self.clock.now_ms)

    def enter(self, opens: str, code: str = "", generation: int = 1) -> dict[str, str]:
        """Sign in, and give the browser's cookies."""
        token = self.sign_ins.enter({}, opens, code, generation)
        return {self.sign_ins.cookie(opens, code): token}

    def role(self, cookies: dict[str, str], code: str = "WAVE47") -> Role | None:
        found = self.sign_ins.opened(cookies, code, Access(), AT_THE_CONSOLE)
        return None if found is None else found.role


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "fishbowl.db")
    yield desk
    desk.store.close()


def test_what_a_cookie_holds_is_in_no_file(desk: Desk) -> None:
    (token,) = desk.enter(OWNER).values()
    assert len(token) >= 32
    written = b"".join(one.read_bytes() for one in desk.store.path.parent.iterdir())
    assert token.encode() not in written
    assert desk.sign_ins.owner_key().encode() not in written


def test_a_sign_in_outlives_the_program(desk: Desk) -> None:
    cookies = desk.enter(OWNER) | desk.enter("note_taker", "TIDE48")
    desk.read()
    assert desk.sign_ins.owner(cookies) is not None
    assert desk.role(cookies) == Role.FACILITATOR
    found = desk.sign_ins.opened(cookies, "TIDE48", Access(), (Role.NOTE_TAKER,))
    assert found is not None


def test_a_token_opens_what_it_was_made_for_and_nothing_else(desk: Desk) -> None:
    (token,) = desk.enter(Role.RUNNER, "WAVE47").values()
    for name in (
        desk.sign_ins.cookie(OWNER),
        desk.sign_ins.cookie(READER),
        desk.sign_ins.cookie(Role.FACILITATOR, "WAVE47"),
        desk.sign_ins.cookie(Role.RUNNER, "TIDE48"),
    ):
        cookies = {name: token}
        assert desk.sign_ins.owner(cookies) is None
        assert desk.sign_ins.reader(cookies, 1) is None
        assert desk.role(cookies) is None
        assert desk.role(cookies, "TIDE48") is None
        assert desk.sign_ins.of_cookies(cookies) == []


def test_a_link_that_was_taken_back_opens_nothing_however_signed_in(desk: Desk) -> None:
    cookies = desk.enter(Role.NOTE_TAKER, "WAVE47")
    with pytest.raises(Revoked):
        desk.sign_ins.opened(cookies, "WAVE47", Access(note_taker=2), AT_THE_CONSOLE)
    assert desk.sign_ins.reader(desk.enter(READER), 2) is None


def test_thirty_days_without_use_end_it_and_use_begins_them_anew(desk: Desk) -> None:
    used, forgotten = desk.enter(OWNER), desk.enter(Role.FACILITATOR, "WAVE47")
    for _ in range(3):
        desk.clock.pass_s(29 * 24 * 60 * 60)
        found = desk.sign_ins.owner(used)
        assert found is not None
        desk.sign_ins.use(found)
        desk.read()
    assert desk.role(forgotten) is None
    assert count(desk.store) == 1
    desk.clock.pass_s(30 * 24 * 60 * 60)
    assert desk.sign_ins.owner(used) is None


def count(store: Store) -> int:
    return len(store.sign_ins())


def test_that_it_is_used_is_written_once_a_day(desk: Desk) -> None:
    cookies = desk.enter(OWNER)

    def written() -> int:
        (found,) = desk.store.sign_ins()
        return found.seen_at_ms

    began = written()
    desk.clock.pass_s(DAY_MS / 1000 - 1)
    for expected in (began, began + DAY_MS, began + DAY_MS):
        found = desk.sign_ins.owner(cookies)
        assert found is not None
        desk.sign_ins.use(found)
        assert written() == expected
        desk.clock.pass_s(1)


def test_signing_out_ends_it_for_good_and_tells(desk: Desk) -> None:
    told: list[frozenset[bytes]] = []
    desk.sign_ins.subscribe(told.append)
    here, there = desk.enter(OWNER), desk.enter(OWNER)
    ending = desk.sign_ins.of_cookies(here)
    desk.sign_ins.end(ending)
    for _ in range(2):
        assert desk.sign_ins.owner(here) is None
        assert desk.sign_ins.owner(there) is not None
        desk.read()
    assert told == [frozenset(one.token_hash for one in ending)]


def test_a_new_owner_key_ends_the_old_one_and_every_sign_in_of_the_owner(desk: Desk) -> None:
    told: list[frozenset[bytes]] = []
    desk.sign_ins.subscribe(told.append)
    old_key, owner, helper = desk.sign_ins.owner_key(), desk.enter(OWNER), desk.enter(READER)
    new_key = desk.sign_ins.renew_owner_key()
    assert len(told) == 1
    for _ in range(2):
        assert desk.sign_ins.owner_key() == new_key != old_key
        assert desk.sign_ins.is_owner_key(new_key)
        assert not desk.sign_ins.is_owner_key(old_key)
        assert desk.sign_ins.owner(owner) is None
        assert desk.sign_ins.reader(helper, 1) is not None
        desk.read()


def test_an_owner_key_counts_as_used_until_it_is_renewed(desk: Desk) -> None:
    assert not desk.sign_ins.owner_key_is_used
    desk.enter(READER)
    assert not desk.sign_ins.owner_key_is_used
    desk.enter(OWNER)
    desk.read()
    assert desk.sign_ins.owner_key_is_used
    desk.sign_ins.renew_owner_key()
    assert not desk.sign_ins.owner_key_is_used


def test_opening_a_link_twice_makes_one_sign_in(desk: Desk) -> None:
    cookies = desk.enter(Role.FACILITATOR, "WAVE47")
    token = desk.sign_ins.enter(cookies, Role.FACILITATOR, "WAVE47", 1)
    assert cookies == {"fishbowl_key_WAVE47": token}
    assert desk.sign_ins.enter(cookies, Role.FACILITATOR, "WAVE47", 2) != token


def test_sign_ins_by_one_key_have_a_bound(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OTHERS", 3)
    kept = desk.enter(OWNER)
    visits = []
    for _ in range(4):
        desk.clock.pass_s(1)
        visits.append(desk.enter(Role.RUNNER, "WAVE47"))
    is_in = [
        desk.sign_ins.opened(one, "WAVE47", Access(), (Role.RUNNER,)) is not None for one in visits
    ]
    assert is_in == [False, True, True, True]
    assert desk.sign_ins.owner(kept) is not None
    assert count(desk.store) == 4


def test_two_installations_on_one_computer_have_cookies_of_their_own(
    desk: Desk, tmp_path: Path
) -> None:
    other = Desk(tmp_path / "demo.db")
    for opens in (OWNER, READER):
        assert desk.sign_ins.cookie(opens) != other.sign_ins.cookie(opens)
    other.store.close()


def test_a_file_that_takes_nothing_signs_nobody_in_and_keeps_nobody_in(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookies = desk.enter(OWNER)

    def refuse(entries: object, effects: object) -> None:
        raise Unavailable("database or disk is full", "disk_full")

    monkeypatch.setattr(desk.store, "append", refuse)
    with pytest.raises(NotSaved):
        desk.enter(READER)
    desk.clock.pass_s(2 * DAY_MS / 1000)
    found = desk.sign_ins.owner(cookies)
    assert found is not None
    desk.sign_ins.use(found)
    with pytest.raises(NotSaved):
        desk.sign_ins.renew_owner_key()
    assert desk.sign_ins.owner(cookies) is not None
    with pytest.raises(NotSaved):
        desk.sign_ins.end([found])
    assert desk.sign_ins.owner(cookies) is None
