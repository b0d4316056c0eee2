"""Takeaways and commitments: one's own until shared, on the wall once put up."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.model import Takeaway
from fishbowl.domain.session.next_action import next_action
from fishbowl.domain.session.rules.takeaways import is_looking_back, takeaways_up
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from tests.domain.takeaways.keeping import WORDS, elsewhere, keeps
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE, sent


def kept(room: Room) -> Takeaway:
    (takeaway,) = room.session.takeaways.values()
    return takeaway


def test_it_opens_near_the_end_and_stays_open(room: Room):
    early = Room(format="open")
    early.facilitator.starts()
    (amira,) = early.joins("Amira")
    with refused(early, "not_looking_back"):
        keeps(amira)
    early.facilitator.sends(c.ShowOnWall(what="takeaways"))
    keeps(amira)
    early.facilitator.sends(c.ShowOnWall(what="bowl"))
    early.wait(minutes=36)
    assert early.session.timing.queue_closed
    assert is_looking_back(early.session)
    assert is_looking_back(room.session)
    room.facilitator.closes()
    assert is_looking_back(room.session)


def test_what_is_private_is_shown_to_nobody_else(room: Room, amira: Phone):
    keeps(amira, shared=False)
    assert WORDS in sent(me_slice(room.session, amira.person))
    assert WORDS not in elsewhere(room)
    with refused(room, "takeaway_unknown"):
        room.facilitator.sends(c.PutUpTakeaway(takeaway=kept(room).id))


def test_what_is_shared_reaches_the_wall_only_when_put_up(room: Room, amira: Phone):
    keeps(amira, shared=True)
    assert takeaways_up(room.session) == ()
    put_up = room.facilitator.sends(c.PutUpTakeaway(takeaway=kept(room).id))
    assert WORDS in sent(display_view(room.session, NOWHERE))
    room.facilitator.undoes(put_up)
    assert WORDS not in sent(display_view(room.session, NOWHERE))


def test_words_that_change_leave_the_wall(room: Room, amira: Phone):
    keeps(amira, shared=True)
    put_up = room.facilitator.sends(c.PutUpTakeaway(takeaway=kept(room).id))
    amira.sends(c.EditTakeaway(takeaway=kept(room).id, words="Something rude."))
    assert takeaways_up(room.session) == ()
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(put_up)


def test_what_becomes_private_is_gone_from_every_face(room: Room, amira: Phone):
    keeps(amira, shared=True)
    room.facilitator.sends(c.PutUpTakeaway(takeaway=kept(room).id))
    amira.sends(c.EditTakeaway(takeaway=kept(room).id, shared=False))
    assert WORDS not in elsewhere(room)


def test_what_was_left_out_says_so_to_its_author(room: Room, amira: Phone):
    keeps(amira, shared=True)
    room.facilitator.sends(c.SetAsideTakeaway(takeaway=kept(room).id))
    (mine,) = me_slice(room.session, amira.person).takeaways
    assert mine.state == "aside"
    assert WORDS not in sent(display_view(room.session, NOWHERE))


def test_only_a_commitment_has_a_day(room: Room, amira: Phone):
    keeps(amira, due="2026-12-01")
    assert kept(room).due == ""
    amira.sends(c.EditTakeaway(takeaway=kept(room).id, kind="will", due="2026-12-01"))
    assert (kept(room).kind, kept(room).due) == ("will", "2026-12-01")
    with refused(room, "bad_date"):
        amira.sends(c.EditTakeaway(takeaway=kept(room).id, due="2026-02-31"))


def test_twelve_are_enough(room: Room, amira: Phone):
    for number in range(12):
        keeps(amira, f"{WORDS} {number}")
    with refused(room, "limit_reached", most=12):
        keeps(amira)
    with already(room):
        keeps(amira, f"{WORDS} 3")


def test_what_is_published_stays_and_what_is_private_is_free(room: Room, amira: Phone):
    keeps(amira, shared=True)
    room.facilitator.closes()
    keeps(amira, "Only mine.")
    private = max(room.session.takeaways)
    room.facilitator.sends(c.PublishSummary())
    for command in (
        c.EditTakeaway(takeaway=min(room.session.takeaways), words="Otherwise."),
        c.WithdrawTakeaway(takeaway=min(room.session.takeaways)),
        c.EditTakeaway(takeaway=private, shared=True),
        c.KeepTakeaway(kind="take", words="Late.", shared=True),
    ):
        with refused(room, "summary_published"):
            amira.sends(command)
    amira.sends(c.EditTakeaway(takeaway=private, words="Still mine."))
    keeps(amira, "Mine, and late.")


def test_names_on_the_wall_follow_the_attribution():
    for attribution, named in (("named", True), ("opt_in", False), ("chatham_house", False)):
        room = Room(attribution=attribution, format="open")  # type: ignore[arg-type]
        room.facilitator.starts()
        (amira,) = room.joins("Amira")
        room.facilitator.goes_on()
        keeps(amira, shared=True)
        room.facilitator.sends(c.PutUpTakeaway(takeaway=kept(room).id))
        (quote,) = display_view(room.session, NOWHERE)["quotes"].takeaways  # type: ignore[attr-defined]
        assert (quote.by is not None) == named
        if attribution == "opt_in":
            amira.sends(c.CreditMe(on=True))
            (quote,) = display_view(room.session, NOWHERE)["quotes"].takeaways  # type: ignore[attr-defined]
            assert quote.by is not None


def test_a_forgotten_person_leaves_nothing(room: Room, amira: Phone):
    keeps(amira, shared=True)
    keeps(amira, "Only mine.")
    amira.forgets()
    texts = {event.name: event.erasable for event in map(type, (e.event for e in room.log))}
    assert "words" in texts["takeaway.kept"]


# The debrief


@pytest.fixture
def debrief() -> Room:
    room = Room(format="user-experience")
    room.facilitator.starts()
    room.joins("Amira", "Kofi")
    for _ in range(4):
        room.facilitator.goes_on()
    return room


def test_space_goes_through_the_stages_and_then_on(debrief: Room):
    stages = []
    for _ in range(3):
        debrief.facilitator.presses_space()
        stages.append(debrief.session.debrief.stage)
    assert stages == ["what", "so_what", "now_what"]
    assert next_action(debrief.session) is None
    debrief.wait(minutes=20)
    action = next_action(debrief.session)
    assert action is not None
    assert isinstance(action.command, c.CloseSession)


def test_an_answer_is_to_the_stage_that_is_open(debrief: Room):
    amira = debrief.phone_of("Amira")
    with refused(debrief, "stage_over"):
        amira.sends(c.AnswerDebrief(stage="what", words="Silence."))
    debrief.facilitator.presses_space()
    amira.sends(c.AnswerDebrief(stage="what", words="Silence."))
    with already(debrief):
        amira.sends(c.AnswerDebrief(stage="what", words="Silence."))
    debrief.facilitator.presses_space()
    with refused(debrief, "stage_over"):
        amira.sends(c.AnswerDebrief(stage="what", words="Late."))
    assert phone_view(debrief.session, NOWHERE)["looking_back"].stage == "so_what"  # type: ignore[attr-defined]


def test_answers_are_counted_by_people_and_shown_when_put_up(debrief: Room):
    amira, kofi = debrief.phones.values()
    debrief.facilitator.presses_space()
    for words in ("Silence.", "Laughter."):
        amira.sends(c.AnswerDebrief(stage="what", words=words))
    kofi.sends(c.AnswerDebrief(stage="what", words="Somebody left."))
    assert display_view(debrief.session, NOWHERE)["looking_back"].answered == 2  # type: ignore[attr-defined]
    assert "Silence." not in sent(display_view(debrief.session, NOWHERE))
    answer = min(debrief.session.answers)
    debrief.facilitator.sends(c.PutUpAnswer(answer=answer))
    assert "Silence." in sent(display_view(debrief.session, NOWHERE))
    amira.sends(c.EditAnswer(answer=answer, words="Otherwise."))
    assert "Otherwise." not in sent(display_view(debrief.session, NOWHERE))


def test_three_answers_a_stage_are_enough(debrief: Room):
    amira = debrief.phone_of("Amira")
    debrief.facilitator.presses_space()
    for number in range(3):
        amira.sends(c.AnswerDebrief(stage="what", words=f"Silence {number}."))
    with refused(debrief, "limit_reached", most=3):
        amira.sends(c.AnswerDebrief(stage="what", words="Silence."))


def test_the_next_part_and_the_end_close_the_stage(debrief: Room):
    debrief.facilitator.presses_space()
    debrief.facilitator.closes()
    amira = debrief.phone_of("Amira")
    with refused(debrief, "session_closed"):
        amira.sends(c.AnswerDebrief(stage="what", words="Late."))
    samoan = Room(format="samoan")
    samoan.facilitator.starts()
    for _ in range(3):
        samoan.facilitator.goes_on()
    samoan.facilitator.presses_space()
    assert samoan.session.debrief.stage == "what"
    samoan.facilitator.goes_on()
    assert samoan.session.debrief.stage is None


def test_a_topic_can_be_prepared_before_the_start():
    room = Room()
    room.facilitator.sends(c.AddTopic(title="Who pays?"))
    assert room.topic("Who pays?").state == "up"
    with already(room):
        room.facilitator.sends(c.AddTopic(title="who pays?"))


# Who never got to a chair


def test_who_waited_until_the_end_adds_a_point_afterwards(room: Room):
    later = Room()
    later.facilitator.starts()
    amira, kofi = later.asks("Amira", "Kofi")
    later.facilitator.calls("Kofi", chair=1)
    kofi.is_on_the_chair()
    request = later.session.open_request[amira.person]
    later.facilitator.closes()
    with refused(later, "session_closed"):
        amira.sends(c.LeavePoint(words="Newcomers first."))
    with refused(later, "not_yours"):
        kofi.sends(c.LeavePoint(words="Newcomers first.", request=request))
    amira.sends(c.LeavePoint(words="Newcomers first.", request=request))
    (mine,) = me_slice(later.session, amira.person).points
    assert mine.request == request
    later.facilitator.sends(c.PublishSummary())
    with refused(later, "summary_published"):
        amira.sends(c.LeavePoint(words="And more.", request=request))
