"""The round after a conference: who was where signs up, and the round is planned from it."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.queue.requests import waiting
from fishbowl.domain.session.rules.telling import takes_sign_ups
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import phone_view
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE, sent

MINUTE = 60_000


@pytest.fixture
def room() -> Room:
    return Room(format="post-conference")


def signs_up(phone: Phone, origin: str, words: str = "They stopped sprinting.") -> None:
    phone.sends(c.KeepTakeaway(kind="brought", words=words, origin=origin))


def line(room: Room) -> list[str]:
    return [room.session.people[one.person].called for one in waiting(room.session)]


def plans(room: Room, minutes: int) -> None:
    room.facilitator.sends(c.PlanRound(minutes=minutes))


def test_people_sign_up_before_the_start_and_the_round_goes_place_by_place(room: Room):
    amira, kofi, mei, anna = room.joins("Amira", "Kofi", "Mei", "Anna")
    signs_up(amira, "JSConf")
    signs_up(kofi, "Stewardship Day")
    signs_up(mei, "jsconf", "Small talks, long breaks.")
    anna.asks()
    plans(room, 5)
    assert line(room) == ["Amira", "Mei", "Kofi", "Anna"]
    tell = room.session.run.phases[1]
    assert (tell.planned_ms, tell.seat_minutes) == (15 * MINUTE, 5)


def test_the_talk_behind_the_telling_gives_the_time_and_keeps_the_end_where_it_was(room: Room):
    before = room.session.clock.planned_ms
    for phone in room.joins("Amira", "Kofi", "Mei"):
        signs_up(phone, "JSConf")
    plans(room, 10)
    run = room.session.run.phases
    assert [phase.planned_ms // MINUTE for phase in run] == [5, 30, 20, 5]
    assert room.session.clock.planned_ms == before
    plans(room, 20)  # more than the talk can give: it keeps five minutes
    run = room.session.run.phases
    assert [phase.planned_ms // MINUTE for phase in run] == [5, 60, 5, 5]
    assert room.session.clock.planned_ms == before + 15 * MINUTE
    room.facilitator.undoes_last()
    assert [phase.planned_ms // MINUTE for phase in room.session.run.phases] == [5, 30, 20, 5]
    assert room.session.clock.planned_ms == before


def test_planning_is_one_action_and_one_undo(room: Room):
    amira, kofi = room.joins("Amira", "Kofi")
    before = room.session.run.phases
    signs_up(amira, "JSConf")
    signs_up(kofi, "JSConf")
    plans(room, 3)
    room.facilitator.undoes_last()
    assert (line(room), room.session.run.phases) == ([], before)
    plans(room, 3)
    with already(room):
        plans(room, 3)


def test_who_signs_up_late_is_told_to_the_console_and_joins_by_planning_again(room: Room):
    amira, kofi, mei = room.joins("Amira", "Kofi", "Mei")
    signs_up(amira, "JSConf")
    signs_up(kofi, "Stewardship Day")
    plans(room, 5)
    room.facilitator.starts()
    room.facilitator.goes_on()
    assert room.session.settings.seat_limit_ms == 5 * MINUTE
    room.facilitator.calls("Amira", 1)
    amira.walks_up()
    amira.is_on_the_chair()
    room.wait(minutes=5)
    signs_up(mei, "JSConf")
    round = console_view(room.session, NOWHERE)["round"]
    assert (round.still, round.missing, round.origins) == (2, 1, ("JSConf", "Stewardship Day"))
    plans(room, 4)
    assert line(room) == ["Mei", "Kofi"]  # Amira has told already
    assert room.session.run.phases[1].planned_ms == (5 + 8) * MINUTE
    assert room.session.settings.seat_limit_ms == 4 * MINUTE


def test_as_many_minutes_are_suggested_as_there_is_time_for(room: Room):
    for count, minutes in ((1, 4), (5, 4), (2, 3), (20, 1)):
        for phone in room.joins(*(f"{count} {minutes} {no}" for no in range(count))):
            signs_up(phone, "JSConf")
        assert console_view(room.session, NOWHERE)["round"].minutes == minutes


def test_sign_ups_end_with_the_telling(room: Room):
    (amira,) = room.joins("Amira")
    room.facilitator.starts()
    room.facilitator.goes_on()
    signs_up(amira, "JSConf")
    room.facilitator.goes_on()
    assert not takes_sign_ups(room.session)
    with refused(room, "phase_over"):
        signs_up(amira, "Stewardship Day")
    with refused(room, "phase_over"):
        plans(room, 3)


def test_other_formats_have_no_sign_up():
    room = Room(format="open")
    (amira,) = room.joins("Amira")
    with refused(room, "phase_over"):
        signs_up(amira, "JSConf")


def test_where_somebody_was_and_what_they_bring_are_needed(room: Room):
    (amira,) = room.joins("Amira")
    for origin, words in (("", "Small talks."), ("JSConf", ""), (" \u202e ", "Small talks.")):
        with refused(room, "words_needed"):
            signs_up(amira, origin, words)
    with refused(room, "nobody_signed_up"):
        plans(room, 3)


def test_what_is_brought_is_for_the_room_and_can_be_put_otherwise_but_not_made_another_kind(
    room: Room,
):
    (amira,) = room.joins("Amira")
    signs_up(amira, "JSConf")
    (kept,) = room.session.takeaways.values()
    assert kept.shared
    amira.sends(c.EditTakeaway(takeaway=kept.id, words="Long breaks.", shared=False))
    (after,) = room.session.takeaways.values()
    assert (after.shared, after.words, after.origin) == (True, "Long breaks.", "JSConf")
    with refused(room, "kinds_differ"):
        amira.sends(c.EditTakeaway(takeaway=kept.id, kind="take"))


def test_words_reach_the_wall_only_when_they_are_put_up_and_no_other_phone_before(room: Room):
    (amira,) = room.joins("Amira")
    signs_up(amira, "JSConf", "Long breaks.")
    wall = sent(display_view(room.session, NOWHERE))
    assert "JSConf" not in wall + sent(phone_view(room.session, NOWHERE))
    assert '"tellers":1' in wall.replace(" ", "")
    (kept,) = room.session.takeaways.values()
    room.facilitator.sends(c.PutUpTakeaway(takeaway=kept.id))
    wall = sent(display_view(room.session, NOWHERE))
    assert "JSConf" in wall
    assert "Long breaks." in wall


def test_who_is_sent_out_or_left_out_does_not_tell(room: Room):
    amira, kofi, mei = room.joins("Amira", "Kofi", "Mei")
    for phone in (amira, kofi, mei):
        signs_up(phone, "JSConf")
    room.facilitator.sends(c.SendOut(person=room.person("Kofi")))
    left_out = next(t for t in room.session.takeaways.values() if t.person == room.person("Mei"))
    room.facilitator.sends(c.SetAsideTakeaway(takeaway=left_out.id))
    plans(room, 3)
    assert line(room) == ["Amira"]


def test_who_is_called_already_keeps_the_call(room: Room):
    amira, kofi = room.joins("Amira", "Kofi")
    signs_up(amira, "JSConf")
    signs_up(kofi, "JSConf")
    amira.asks()
    room.facilitator.starts()
    room.facilitator.goes_on()
    room.facilitator.calls("Amira", 1)
    plans(room, 3)
    assert line(room) == ["Kofi"]
    amira.walks_up()
