"""What time does in the community, an hour at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Semaphore, Thread
from typing import Any

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import invitation_owner, member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.supervisor import Supervisor
from fishbowl.log.effects import AnyEffect
from fishbowl.services.community_time import CommunityTime
from tests.support.served import Failing
from tests.support.served_community import ServedCommunity

DAY_S = 24 * 60 * 60.0
PATIENCE_S = 30.0


class InTime(ServedCommunity):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.in_time = CommunityTime(
            self.members, self.tokens, Supervisor(), self.clock.now_ms, lambda seconds: None
        )

    def days_later(self, days: float) -> None:
        self.wait(days * DAY_S)
        self.in_time.look()

    def letters(self) -> list[tuple[str, str]]:
        return [(one.owner, one.letter) for one in self.service.log.letters()]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[InTime]:
    place = InTime(tmp_path / "fishbowl.db")
    place.start()
    yield place
    place.service.stop()


def test_who_was_not_seen_for_18_months_is_asked_by_a_letter_once_and_forgotten(place: InTime):
    member = place.joins()
    place.days_later(500)
    assert place.letters() == []
    place.days_later(200)
    assert place.letters() == [(member_owner(member), "stay")]
    place.days_later(1)
    assert len(place.letters()) == 1
    (letter,) = place.service.log.letters()
    assert place.tokens.find(place.tokens.make(letter.id, "stay")).owner == member_owner(member)
    place.days_later(30)
    assert not place.members.community.members
    assert place.letters() == []


def test_who_stays_or_is_seen_is_not_forgotten(place: InTime):
    stays, comes = place.joins("Amira"), place.joins("Tomasz")
    place.days_later(700)
    place.asks(c.Stay(member=stays))
    place.asks(c.NoteSeen(member=comes))
    place.days_later(31)
    assert set(place.members.community.members) == {stays, comes}
    place.days_later(700)
    assert all(one.asked_until_ms for one in place.members.community.members.values())


def test_time_that_was_skipped_is_looked_at_at_once(place: InTime, monkeypatch: pytest.MonkeyPatch):
    member, looked, look = place.joins(), Semaphore(0), place.in_time.look
    monkeypatch.setattr(place.in_time, "look", lambda: (look(), looked.release()))
    Thread(target=place.in_time.run, daemon=True).start()
    assert looked.acquire(timeout=PATIENCE_S)
    place.wait(700 * DAY_S)
    place.in_time.wake()
    assert looked.acquire(timeout=PATIENCE_S)
    assert place.letters() == [(member_owner(member), "stay")]


def test_the_question_is_not_asked_without_its_letter(place: InTime):
    member = place.joins()
    place.wait(700 * DAY_S)
    healthy = place.store._writer
    place.store._writer = Failing(healthy, "insert or ignore into outbox")
    place.in_time.look()
    place.store._writer = healthy
    assert place.members.community.members[member].asked_until_ms is None
    place.in_time.look()
    assert place.members.community.members[member].asked_until_ms
    assert len(place.letters()) == 1


def test_an_invitation_ends_after_30_days_with_its_address(place: InTime):
    people = tuple(c.Invited(label=f"Person {n}") for n in range(3))
    place.asks(c.InvitePeople(people=people), role=Role.OWNER)
    for one in place.members.community.invitations:
        contact = place.contacts.put(invitation_owner(one), "mail", f"p{one}@example.org")
        place.service.log.append({}, [contact])
    place.days_later(29)
    assert len(place.members.community.invitations) == 3
    place.days_later(1)
    assert not place.members.community.invitations
    assert place.service.log.contacts() == []


def test_a_merge_that_is_not_answered_ends(place: InTime):
    keeps, goes = place.joins("Amira"), place.joins("Amira")
    place.asks(c.ProposeMerge(keeps=keeps, goes=goes), role=Role.OWNER)
    place.days_later(30)
    assert not place.members.community.merges
    assert set(place.members.community.members) == {keeps, goes}


def test_old_tokens_and_letters_are_deleted(place: InTime):
    member = place.joins()
    owner = member_owner(member)
    put = place.tokens.put("letter-1", "confirm", owner)
    place.service.log.append({}, [put])
    place.days_later(6)
    assert place.service.log.letter_token(put.hash)
    place.days_later(1)
    assert place.service.log.letter_token(put.hash) is None


def test_one_command_that_fails_stops_no_other(place: InTime, monkeypatch: pytest.MonkeyPatch):
    first, second = place.joins("Amira"), place.joins("Jonas")
    beside = place.in_time._beside

    def failing(id: str, command: c.Command, entries: Sequence[Any]) -> list[AnyEffect]:
        if command == c.AskToStay(member=first):
            raise ValueError("broken")
        return beside(id, command, entries)

    monkeypatch.setattr(place.in_time, "_beside", failing)
    place.days_later(700)
    assert place.letters() == [(member_owner(second), "stay")]
    assert first in place.members.community.members
