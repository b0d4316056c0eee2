"""What needs a host today, in which order, and which numbers are not told."""

import msgspec
import pytest
from immutables import Map

from fishbowl.domain.community.ids import InvitationId, MergeId
from fishbowl.domain.community.model import About, Invitation, Merge
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.state import EMPTY, Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.views.community.host_today import Undelivered, today
from tests.views.community.test_host_members import community, member

NOW = Millis(1_796_000_000_000)
TOLD = About(
    kind="association", title="Stewards", controller="Stewards e.V.", address="Kai 1",
    contact="data@example.org", basis="consent", is_described=True,
)  # fmt: skip


def codes(state: Community, undelivered: Undelivered | None = None) -> list[str]:
    return [one.code for one in today(state, undelivered or Undelivered(), NOW).needs]


def invitation(id: int, label: str, days: int) -> Invitation:
    return Invitation(
        id=InvitationId(id), label=label, language="en", invited_at_ms=NOW,
        expires_at_ms=Millis(NOW + days * DAY_MS),
    )  # fmt: skip


def described(*members: object, **fields: object) -> Community:
    return msgspec.structs.replace(community(*members), about=TOLD, **fields)  # type: ignore[arg-type]


def test_an_empty_community_is_to_be_described_first_then_people_are_invited():
    found = today(EMPTY, Undelivered(), NOW)
    assert [one.code for one in found.needs] == ["not_described", "nobody_yet"]
    assert "kind" in found.needs[0].missing


def test_what_the_privacy_page_lacks_is_named():
    about = About(kind="school", title="Quay", controller="Quay", is_described=True)
    state = msgspec.structs.replace(community(member(1, "Amira", hosting="yes")), about=about)
    (need,) = today(state, Undelivered(), NOW).needs
    assert need.missing == ("address", "contact", "basis")


def test_with_two_hosts_and_everything_said_nothing_needs_anybody():
    assert codes(described(member(1, "Amira", hosting="yes"))) == []


@pytest.mark.parametrize("hosting", ["asked", "declined"])
def test_a_second_host_is_asked_for_until_somebody_is_asked(hosting: str):
    assert codes(described(member(1, "Amira"))) == ["second_host"]
    state = described(member(1, "Amira", hosting=hosting))
    assert codes(state) == []
    assert today(state, Undelivered(), NOW).host_questions == 1


def test_letters_that_came_back_come_first_and_few_members_are_not_counted():
    state = described(
        member(1, "Amira"), invitations=Map({InvitationId(7): invitation(7, "Kofi", 20)})
    )
    for members, told in ((1, 0), (4, 0), (5, 5)):
        found = today(
            state, Undelivered(invitations=frozenset({InvitationId(7)}), members=members), NOW
        )
        first, second, *_rest = found.needs
        assert (first.code, first.labels) == ("letters_to_invited", ("Kofi",))
        assert (second.code, second.count, second.labels) == ("letters_to_members", told, ())


def test_invitations_that_end_within_a_week_are_a_need_and_others_wait():
    waiting = {one.id: one for one in (invitation(7, "Kofi", 3), invitation(8, "Yuna", 20))}
    found = today(
        described(member(1, "Amira", hosting="yes"), invitations=Map(waiting)), Undelivered(), NOW
    )
    (need,) = found.needs
    assert (need.code, need.count, need.until_ms) == ("invitations_end_soon", 1, NOW + 3 * DAY_MS)
    assert found.invitations == 2


def test_a_merge_waits_by_name():
    merge = Merge(
        id=MergeId(9), keeps=member(1, "A").id, goes=member(2, "B").id, proposed_at_ms=NOW
    )
    state = described(
        member(1, "Amira B.", hosting="yes"), member(2, "Amira"), merges=Map({merge.id: merge})
    )
    (pair,) = today(state, Undelivered(), NOW).merges
    assert (pair.keeps, pair.goes) == ("Amira B.", "Amira")


def test_with_an_employer_nothing_is_told_of_who_was_here():
    people = [member(id, f"Member {id}", asked_until_ms=NOW) for id in range(1, 8)]
    found = today(community(*people, kind="employer"), Undelivered(), NOW)
    assert (found.asked_to_stay, found.seen, found.members) == (0, {}, 7)
    assert today(community(*people), Undelivered(), NOW).asked_to_stay == 7
