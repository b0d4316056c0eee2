"""Who votes: those who were there when a vote was opened, and who can read the wall."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide.votes import CODE_DIGITS
from fishbowl.domain.session.rules.votes import last_vote, late_comers, voters
from fishbowl.log.codec import decode
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import phone_view
from tests.domain.votes.voting_room import people, three_topics_up
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


@pytest.fixture
def room() -> Room:
    return three_topics_up()


def test_those_vote_who_were_in_the_room_when_the_vote_was_opened(room: Room):
    amira, *_ = people(room)
    room.facilitator.opens_vote()
    (late,) = room.joins("Late")
    amira.puts_dots("Trust", 1)
    with refused(room, "vote_too_late"):
        late.puts_dots("Pay", 3)
    assert room.dots == {"Trust": 1}
    assert (voters(room.session, last_vote(room.session)), list(late_people(room))) == (3, ["Late"])


def late_people(room: Room) -> list[str]:
    return [room.called(person) for person in late_comers(room.session, last_vote(room.session))]


def test_the_facilitator_lets_late_comers_in(room: Room):
    room.facilitator.opens_vote()
    first, second = room.joins("First", "Second")
    vote = last_vote(room.session).id
    room.facilitator.sends(c.AdmitVoters(vote=vote, people=(first.person,)))
    first.puts_dots("Pay", 3)
    with refused(room, "vote_too_late"):
        second.puts_dots("Pay", 1)
    room.facilitator.sends(c.AdmitVoters(vote=vote))
    second.puts_dots("Pay", 1)
    assert room.dots == {"Pay": 4}
    with already(room):
        room.facilitator.sends(c.AdmitVoters(vote=vote))
    room.facilitator.closes_vote()
    with refused(room, "vote_over"):
        room.facilitator.sends(c.AdmitVoters(vote=vote))


def test_a_code_from_the_wall_is_typed_once(room: Room):
    amira, kofi, _ = people(room)
    room.facilitator.sends(c.OpenVote(with_code=True))
    vote = last_vote(room.session)
    assert len(vote.code) == CODE_DIGITS
    with refused(room, "vote_code_needed"):
        amira.puts_dots("Trust", 1)
    with refused(room, "wrong_code"):
        amira.sends(c.ConfirmVoter(vote=vote.id, code="x" + vote.code[1:]))
    arabic = "".join(chr(0x660 + int(digit)) for digit in vote.code)
    amira.sends(c.ConfirmVoter(vote=vote.id, code=f" {arabic[:2]} {arabic[2:]}"))
    amira.puts_dots("Trust", 1)
    with already(room):
        amira.sends(c.ConfirmVoter(vote=vote.id, code="anything"))
    with refused(room, "vote_code_needed"):
        kofi.puts_dots("Trust", 1)
    (late,) = room.joins("Late")
    with refused(room, "vote_too_late"):
        late.sends(c.ConfirmVoter(vote=vote.id, code=vote.code))


def test_another_vote_has_another_code_and_other_voters(room: Room):
    room.facilitator.sends(c.OpenVote(with_code=True))
    first = last_vote(room.session)
    room.facilitator.closes_vote()
    (late,) = room.joins("Late")
    room.facilitator.sends(c.OpenVote(with_code=True))
    second = last_vote(room.session)
    assert second.code != first.code
    late.sends(c.ConfirmVoter(vote=second.id, code=second.code))
    with refused(room, "vote_over"):
        late.sends(c.ConfirmVoter(vote=first.id, code=first.code))


def test_the_code_is_on_the_wall_and_the_console_and_on_no_phone(room: Room):
    room.facilitator.sends(c.OpenVote(with_code=True))
    code = last_vote(room.session).code
    assert display_view(room.session, NOWHERE)["vote"].code == code
    assert console_view(room.session, NOWHERE)["vote"].code == code
    shown = phone_view(room.session, NOWHERE)["vote"]
    assert (shown.code, shown.with_code, shown.fixed) == ("", True, True)
    room.facilitator.closes_vote()
    assert display_view(room.session, NOWHERE)["vote"].code == ""


def test_thumbs_are_those_of_who_was_there_when_they_were_asked(room: Room):
    room.facilitator.begins_topic("Pay")
    room.facilitator.asks_for_thumbs("Pay")
    (late,) = room.joins("Late")
    with refused(room, "vote_too_late"):
        late.thumb("go_on")


def test_a_vote_of_an_old_log_is_open_to_everybody(room: Room):
    event = decode("vote.opened", 1, '{"dots":3}')
    assert (event.fixed, event.code) == (False, "")
