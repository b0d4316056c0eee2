"""Those who help: what a co-facilitator, a note-taker and a microphone runner may do and undo."""

import pytest

from fishbowl.domain.kernel.ids import ActionId, ChairNo
from fishbowl.domain.kernel.roles import AT_WORK, HELPERS, Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.model import OWNERS, Access
from fishbowl.domain.session.rights import RIGHTS, sendable
from fishbowl.views.console import console_view
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


@pytest.fixture
def room() -> Room:
    """Tomasz sits, Amira is called to chair 2, Jonas waits."""
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.asks("Amira", "Jonas")
    room.facilitator.calls("Amira", chair=2)
    return room


def undoes(room: Room, entries: tuple[Entry, ...], role: Role) -> tuple[Entry, ...]:
    return room.sends(c.UndoAction(action=ActionId(entries[0].seq)), role=role)


def shown(room: Room, role: Role) -> tuple[int | None, int | None]:
    """What U and Shift+U would take on the console of a role."""
    action = console_view(room.session, NOWHERE, role)["action"]
    return action.undo, action.redo


@pytest.mark.parametrize("role", [role for role in HELPERS if role is not Role.STAGE_MONITOR])
def test_helpers_are_written_into_the_log_by_their_role(room: Room, role: Role):
    may = {
        Role.CO_FACILITATOR: c.PauseClock(),
        Role.NOTE_TAKER: c.BeginTopic(title="Pay"),
        Role.RUNNER: c.ConfirmSeated(call=room.request("Amira").call),
    }
    (entry, *_) = room.sends(may[role], role=role)
    assert (entry.role, entry.actor) == (role, 0)


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.CO_FACILITATOR])
def test_a_runner_who_tapped_too_early_is_corrected_at_the_console(room: Room, role: Role):
    seated = room.sends(c.ConfirmSeated(call=room.request("Amira").call), role=Role.RUNNER)
    assert room.bowl[2] == "Amira"
    undoes(room, seated, role)
    assert room.bowl[2] == "held for Amira"


def test_facilitator_and_co_facilitator_share_one_history(room: Room):
    freed = room.facilitator.frees("Tomasz")
    undone = undoes(room, freed, Role.CO_FACILITATOR)
    assert room.bowl[1] == "Tomasz"
    assert shown(room, Role.FACILITATOR)[1] == undone[0].seq
    room.facilitator.undoes(undone)
    assert 1 not in room.bowl


@pytest.mark.parametrize("role", HELPERS)
def test_what_is_the_facilitators_alone_no_helper_takes_back(room: Room, role: Role):
    for command in (c.RevokeLinks(role="runner"), c.CloseSession(), c.PublishSummary()):
        done = room.sends(command)
        with refused(room, "facilitator_only"):
            undoes(room, done, role)
        undo = shown(room, role)[0]
        assert undo != done[0].seq


def test_a_helper_does_not_redo_what_only_the_facilitator_could_do(room: Room):
    undone = room.facilitator.undoes(room.facilitator.closes())
    with refused(room, "facilitator_only"):
        undoes(room, undone, Role.CO_FACILITATOR)
    assert shown(room, Role.CO_FACILITATOR)[1] is None
    assert shown(room, Role.FACILITATOR)[1] == undone[0].seq


def test_a_note_taker_takes_back_topics_and_nothing_else(room: Room):
    pay = room.sends(c.BeginTopic(title="Pay"), role=Role.NOTE_TAKER)
    freed = room.facilitator.frees("Tomasz")
    assert shown(room, Role.NOTE_TAKER)[0] == pay[0].seq
    assert shown(room, Role.FACILITATOR)[0] == freed[0].seq
    with refused(room, "facilitator_only"):
        undoes(room, freed, Role.NOTE_TAKER)
    undone = undoes(room, pay, Role.NOTE_TAKER)
    assert not room.session.topics
    undoes(room, undone, Role.NOTE_TAKER)
    assert room.topic("Pay").state == "current"


def test_the_log_offers_undo_only_where_the_role_may(room: Room):
    room.sends(c.BeginTopic(title="Pay"), role=Role.NOTE_TAKER)
    room.facilitator.frees("Tomasz")
    lines = console_view(room.session, NOWHERE, Role.NOTE_TAKER)["log"].lines
    assert {line.event for line in lines if line.undo is not None} == {"topic.begun"}
    assert next(line.by for line in lines if line.event == "topic.begun") == "note_taker"


def test_two_at_two_consoles_do_it_once(room: Room):
    jonas = room.request("Jonas").id
    room.sends(c.CallPerson(request=jonas, chair=ChairNo(3)), role=Role.CO_FACILITATOR)
    with already(room, "already_called"):
        room.sends(c.CallPerson(request=jonas, chair=ChairNo(3)))


@pytest.mark.parametrize("role", HELPERS)
def test_links_taken_back_are_good_for_nothing(room: Room, role: Role):
    before = room.session.access
    room.sends(c.RevokeLinks(role=role.value))
    after = room.session.access
    assert before.holds(role, 1)
    assert not after.holds(role, 1)
    assert after.holds(role, after.generation(role))
    assert all(after.holds(other, 1) for other in AT_WORK if other is not role)


def test_taking_links_back_can_be_undone_and_never_hands_out_a_number_twice(room: Room):
    revoked = room.sends(c.RevokeLinks(role="runner"))
    handed_out = room.session.access.generation(Role.RUNNER)
    room.facilitator.undoes(revoked)
    assert room.session.access == Access()
    room.sends(c.RevokeLinks(role="runner"))
    assert room.session.access.generation(Role.RUNNER) not in (1, handed_out)


def test_links_can_be_taken_back_after_the_end(room: Room):
    room.facilitator.closes()
    room.sends(c.RevokeLinks(role="note_taker"))
    assert not room.session.access.holds(Role.NOTE_TAKER, 1)


def test_each_role_is_told_what_it_may_send():
    assert sendable(Role.RUNNER) == ("withdraw_call", "confirm_seated")
    assert sendable(Role.STAGE_MONITOR) == ()
    for role in AT_WORK:
        wanted = {c.wire_name(k.__name__) for k, roles in RIGHTS.items() if role in roles}
        assert set(sendable(role)) == wanted


def test_what_a_new_topic_brings_with_it_goes_back_with_it(room: Room):
    """The wall showed the topics; beginning one shows the bowl again."""
    room.facilitator.sends(c.ShowOnWall(what="topics"))
    begun = room.sends(c.BeginTopic(title="Pay"), role=Role.NOTE_TAKER)
    assert room.session.wall.what == "bowl"
    undoes(room, begun, Role.NOTE_TAKER)
    assert room.session.wall.what == "topics"
    wall = room.facilitator.sends(c.ShowOnWall(what="qr"))
    with refused(room, "facilitator_only"):
        undoes(room, wall, Role.NOTE_TAKER)


def test_a_renewed_link_leaves_helpers_and_the_owner_where_they_are(room: Room):
    assert room.session.access.holds(Role.FACILITATOR, 1)
    room.sends(c.RenewLink(), role=Role.DOOR)
    access = room.session.access
    assert not access.holds(Role.FACILITATOR, 1)
    assert access.holds(Role.FACILITATOR, access.facilitator)
    assert access.holds(Role.FACILITATOR, OWNERS)
    assert all(access.holds(role, 1) for role in HELPERS)
    assert not any(access.holds(role, OWNERS) for role in HELPERS)


def test_nobody_at_a_console_can_undo_that_a_link_was_renewed(room: Room):
    revoked = room.sends(c.RevokeLinks(role="runner"))
    renewed = room.sends(c.RenewLink(), role=Role.DOOR)
    for entries in (renewed, revoked):
        with refused(room, "nothing_to_undo" if entries is renewed else "undo_overtaken"):
            room.facilitator.undoes(entries)
    assert not room.session.access.holds(Role.FACILITATOR, 1)
