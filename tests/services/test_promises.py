"""Promises come to their members by mail in the morning of their day, once."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Link
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.promises import LETTERS_A_DAY, Promises
from fishbowl.views.community.own_part import OwnItem, OwnPart
from tests.support.served_community import ServedCommunity

HOUR_S = 60 * 60.0
TOMORROW = "2027-01-16"


class Mornings(ServedCommunity):
    """Members whose sessions hold what this test says."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.items: tuple[OwnItem, ...] = ()
        self.asked = 0
        self.supervisor = Supervisor()
        self.promises = Promises(
            self.members, self.tokens, self.parts, self.supervisor, self.clock.now_ms,
            lambda seconds: None,
        )  # fmt: skip

    def parts(self, links: Sequence[Link]) -> dict[str, OwnPart | None]:
        self.asked += 1
        return {
            link.code: OwnPart(
                code=link.code, question="Why?", at_ms=Millis(0), state="closed", kept=True,
                items=self.items,
            )
            for link in links
        }  # fmt: skip

    def member(self, zone: str = "UTC", reach: str = "mail") -> MemberId:
        member = self.joins("Amira", reach=reach, time_zone=zone)
        self.asks(c.LinkSession(member=member, code="WAVE47", person=1))
        return member

    def hours(self, count: int) -> None:
        for _ in range(count):
            self.clock.wait(HOUR_S)
            self.promises.look()

    def letters(self) -> list[str]:
        return sorted(one.id for one in self.service.log.letters() if one.letter == "promise")


@pytest.fixture
def mornings(tmp_path: Path) -> Iterator[Mornings]:
    place = Mornings(tmp_path / "fishbowl.db")
    place.start()
    yield place
    place.service.stop()


def item(id: int = 7, due: str = TOMORROW, **fields: object) -> OwnItem:
    return OwnItem(id=id, kind="promise", words="Write it down", due=due, **fields)  # type: ignore[arg-type]


def test_a_letter_comes_on_its_day_once(mornings: Mornings):
    member = mornings.member()
    mornings.items = (item(),)
    mornings.hours(48)
    assert mornings.letters() == [f"promise-{member}-WAVE47-7-{TOMORROW}"]
    mornings.hours(24 * 9)
    assert len(mornings.letters()) == 1
    assert mornings.asked < 14, "a member is looked at once a day"


def test_what_was_moved_comes_again_on_its_new_day(mornings: Mornings):
    mornings.member()
    mornings.items = (item(),)
    mornings.hours(48)
    mornings.items = (item(due="2027-01-19"),)
    mornings.hours(72)
    assert len(mornings.letters()) == 2


@pytest.mark.parametrize(
    "one",
    [item(ended_at_ms=Millis(5)), item(due=""), item(due="2026-11-01"), item(due="2027-01-01")],
)
def test_what_is_done_has_no_day_or_another_one_sends_nothing(mornings: Mornings, one: OwnItem):
    mornings.member()
    mornings.items = (one,)
    mornings.hours(48)
    assert mornings.letters() == []


def test_a_day_on_which_the_machine_was_off_is_told_at_the_next_start(mornings: Mornings):
    mornings.member()
    mornings.items = (item(),)
    mornings.clock.wait(4 * 24 * HOUR_S)
    mornings.hours(24)
    assert len(mornings.letters()) == 1


def test_the_morning_is_that_of_the_member(mornings: Mornings):
    far = mornings.member("Pacific/Auckland")
    mornings.items = (item(),)
    first: dict[int, int] = {}
    for hour in range(72):
        mornings.hours(1)
        if mornings.letters():
            first[far] = hour
            break
    near = mornings.member("America/Los_Angeles")
    before = mornings.clock.now_ms()
    while len(mornings.letters()) < 2:
        mornings.hours(1)
        assert mornings.clock.now_ms() < before + 48 * HOUR_S * 1000
    assert far in first
    assert any(f"-{near}-" in id for id in mornings.letters())
    assert mornings.clock.now_ms() > before + 10 * HOUR_S * 1000


def test_only_so_many_letters_go_to_one_member_a_day(mornings: Mornings):
    mornings.member()
    mornings.items = tuple(item(id) for id in range(1, 9))
    mornings.hours(24)
    assert len(mornings.letters()) <= LETTERS_A_DAY
    mornings.hours(10)
    assert len(mornings.letters()) == LETTERS_A_DAY


def test_who_is_not_reached_by_mail_or_a_community_without_promises_gets_none(mornings: Mornings):
    mornings.member(reach="pass")
    mornings.items = (item(),)
    mornings.hours(48)
    assert mornings.asked == 0
    mornings.member()
    mornings.asks(c.SwitchFeature(feature="promises", on=False), role=Role.OWNER)
    mornings.hours(48)
    assert mornings.letters() == []


def test_one_member_whose_sessions_cannot_be_read_stops_no_other(mornings: Mornings):
    broken = mornings.member()
    mornings.member()
    mornings.items = (item(),)
    whole = mornings.parts

    def parts(links: Sequence[Link]) -> dict[str, OwnPart | None]:
        if mornings.asked % 2 == 0:
            mornings.asked += 1
            raise OSError("disk")
        return whole(links)

    mornings.promises._parts = parts
    mornings.hours(40)
    assert len(mornings.letters()) == 2, "the first one is told an hour later"
    assert broken in mornings.members.community.members


def test_what_is_due_today_comes_although_earlier_promises_are_still_open(mornings: Mornings):
    mornings.member()
    mornings.items = tuple(item(id) for id in range(1, LETTERS_A_DAY + 1))
    mornings.hours(48)
    assert len(mornings.letters()) == LETTERS_A_DAY
    mornings.items += (item(9, due="2027-01-18"),)
    mornings.hours(72)
    assert any("-9-" in id for id in mornings.letters())
