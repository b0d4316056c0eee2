"""Three who were brought together by a pairing round: what each of them reads."""

import re

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Introduction
from fishbowl.domain.community.rules.due import due
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.kernel.roles import Role
from tests.web.community.conftest import POST, Circle
from tests.web.community.hosts.test_rounds import InRounds, words


class Three(InRounds):
    """Five agree to meet, so one pair and one three are asked; all say yes."""

    def __init__(self, circle: Circle) -> None:
        super().__init__(circle)
        self.all.append(circle.joins("Olga", consents=("meet",)))
        self.round = self.begins()
        self.presses(self.round, "ask")

    def meets(self) -> Introduction:
        self.everybody_says_yes(self.round)
        return self.now_made()

    def now_made(self) -> Introduction:
        found = self.circle.state.introductions.values()
        return next(one for one in found if len(one.members) == 3)

    def waits(self, days: int) -> None:
        self.circle.site.clock.wait(days * DAY_MS / 1000)
        for id, command in list(due(self.circle.state, self.circle.site.clock.now_ms())):
            assert self.circle.site.members.ask(command, role=Role.TIME, command_id=id).ok

    def reads(self, member: MemberId, path: str) -> str:
        return words(self.circle.browser(member).get(path).text)


@pytest.fixture
def place(circle: Circle) -> Three:
    return Three(circle)


def test_three_are_asked_as_three_and_not_as_a_pair(place: Three) -> None:
    groups = place.now(place.round).groups
    (three,) = [group.members for group in groups if len(group.members) == 3]
    page = place.reads(three[0], "/me")
    assert "Your host proposed the three of you" in page
    assert "this pair" not in page


def test_who_ends_it_reads_that_the_two_others_go_on(place: Three) -> None:
    made = place.meets()
    page = f"/me/people/{made.id}"
    for path in (f"{page}/end", f"{page}/wrong"):
        read = place.reads(made.members[0], path)
        assert "The others can still meet." in read
        assert "reads that it has ended" not in read
        assert "Nobody is told who ended it" not in read
    place.waits(14)
    asked = place.reads(made.members[0], page)
    assert "The others can still meet." in asked
    assert "reads that it has ended" not in asked
    place.circle.browser(made.members[0]).post(f"{page}/end", **POST)
    place.waits(14)
    others = place.circle.state.introductions[made.id]
    assert others.members == made.members[1:]
    assert not others.is_over


def test_two_who_know_are_more_than_one(place: Three) -> None:
    made = place.meets()
    first = made.members[0]
    place.circle.asks(c.AnswerCheckIn(member=first, introduction=made.id, said="met"))
    said = c.AnswerOutcome(member=first, introduction=made.id, outcome="helped", tell=True)
    place.circle.asks(said)
    page = place.reads(first, f"/me/people/{made.id}")
    assert "You said that it helped. They know." in page


def test_a_day_is_told_for_others_of_them(place: Three) -> None:
    made = place.meets()
    far = c.ChangeMember(
        member=made.members[1], label="Kofi", language="en", time_zone="Asia/Tokyo"
    )
    place.circle.asks(far, Role.MEMBER, made.members[1])
    page = place.reads(made.members[0], f"/me/people/{made.id}")
    assert "Where others of you are:" in page
    assert not re.search("the other one", page, re.I)


def test_three_are_drawn_as_three(place: Three) -> None:
    made = place.meets()
    page = place.circle.browser(made.members[0]).get(f"/me/people/{made.id}").text
    assert "Three ripples that overlap" in page
    assert "Two ripples" not in page
    assert page.count('class="them"') == 2
