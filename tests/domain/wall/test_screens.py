"""Which screen the wall shows, and when the result of a vote makes room for the bowl."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.rules.lifecycle.deadlines import deadlines
from fishbowl.domain.session.rules.wall import RESULT_MS, WallScreen, screen
from tests.support.refusals import already, refused
from tests.support.room import Room

TITLES = ("Pay", "Trust", "Leaving")
RESULT_S = RESULT_MS / 1000


def voted(room: Room) -> Room:
    """Open and close a vote on three topics."""
    for title in TITLES:
        room.facilitator.sends(c.AddTopic(title=title))
    room.facilitator.opens_vote()
    room.facilitator.closes_vote()
    return room


@pytest.fixture
def room() -> Room:
    """The result of a vote is on the wall, Amira and Kofi wait."""
    room = Room(chairs=4)
    room.facilitator.starts()
    for name in ("Amira", "Kofi"):
        room.asks(name)
    room.wait(seconds=60)
    return voted(room)


def shown(room: Room) -> WallScreen:
    return screen(room.session)


def test_a_call_brings_the_bowl_back_once_the_result_has_stood(room: Room):
    room.facilitator.calls("Amira", chair=1)
    room.wait(seconds=RESULT_S - 1)
    assert shown(room) == "topics", "the room is still reading"
    room.wait(seconds=1)
    assert shown(room) == "stage"


def test_a_result_that_has_stood_makes_room_with_the_call(room: Room):
    room.wait(seconds=4 * RESULT_S)
    assert shown(room) == "topics", "nobody was called"
    room.facilitator.calls("Amira", chair=1)
    room.wait()
    assert shown(room) == "stage"


def test_somebody_who_has_sat_down_meanwhile_brings_the_bowl_back(room: Room):
    room.facilitator.calls("Amira", chair=1)
    room.facilitator.confirms("Amira")
    room.wait(seconds=RESULT_S)
    assert shown(room) == "stage"


def test_a_call_that_was_taken_back_leaves_the_result(room: Room):
    room.facilitator.undoes(room.facilitator.calls("Amira", chair=1))
    room.wait(seconds=2 * RESULT_S)
    assert shown(room) == "topics"


def test_a_call_during_the_vote_lets_the_result_stand_as_long():
    room = Room(chairs=4)
    room.facilitator.starts()
    room.asks("Amira")
    for title in TITLES:
        room.facilitator.sends(c.AddTopic(title=title))
    room.facilitator.opens_vote()
    room.facilitator.calls("Amira", chair=1)
    room.wait(seconds=30)
    assert shown(room) == "topics", "the room still votes"
    room.facilitator.closes_vote()
    room.wait(seconds=RESULT_S - 1)
    assert shown(room) == "topics"
    room.wait(seconds=1)
    assert shown(room) == "stage"


def test_the_facilitator_keeps_a_result_and_lets_it_go(room: Room):
    room.facilitator.sends(c.ShowOnWall(what="topics", kept=True))
    with already(room):
        room.facilitator.sends(c.ShowOnWall(what="topics", kept=True))
    room.facilitator.calls("Amira", chair=1)
    room.wait(seconds=2 * RESULT_S)
    assert shown(room) == "topics"
    room.facilitator.confirms("Amira")
    room.facilitator.sends(c.ShowOnWall(what="topics"))
    room.wait()
    assert shown(room) == "stage"


def test_topics_that_are_shown_by_hand_stay(room: Room):
    room.facilitator.calls("Amira", chair=1)
    room.wait(seconds=RESULT_S)
    room.facilitator.sends(c.ShowOnWall(what="topics"))
    room.facilitator.calls("Kofi", chair=2)
    room.wait(seconds=2 * RESULT_S)
    assert shown(room) == "topics"
    room.facilitator.sends(c.ShowOnWall(what="topics", kept=False))
    room.wait()
    assert shown(room) == "stage", "let go again, it returns once more"


def test_time_gives_every_return_an_id_of_its_own(room: Room):
    ids = set()
    room.facilitator.calls("Amira", chair=1)
    for _ in range(3):
        ids |= {d.command_id for d in deadlines(room.session) if d.command == c.ReturnToBowl()}
        room.wait(seconds=RESULT_S)
        room.facilitator.sends(c.ShowOnWall(what="topics"))
        room.facilitator.sends(c.ShowOnWall(what="topics"))
    assert len(ids) == 3, "an id that was used once would be answered and do nothing"


def test_a_topic_that_begins_at_once_waits_for_the_result(room: Room):
    room.wait(seconds=3)
    room.facilitator.begins_topic("Trust")
    assert shown(room) == "topics"
    room.wait(seconds=RESULT_S)
    assert shown(room) == "stage"


def test_what_the_room_is_asked_or_asks_is_shown_at_once(room: Room):
    room.facilitator.begins_topic("Trust")
    asked = room.facilitator.asks_for_thumbs("Trust")
    assert shown(room) == "stage"
    room.facilitator.undoes(asked)
    assert shown(room) == "topics"
    amira = room.phone_of("Amira")
    amira.puts_question("And who pays?")
    room.facilitator.shows_question("And who pays?")
    assert shown(room) == "stage"


def test_a_vote_that_goes_on_is_not_hidden_by_a_question(room: Room):
    room.facilitator.opens_vote()
    amira = room.phone_of("Amira")
    amira.puts_question("And who pays?")
    room.facilitator.shows_question("And who pays?")
    assert shown(room) == "topics"


def test_a_part_that_begins_brings_the_bowl_back(room: Room):
    sandwich = voted(_started("sandwich"))
    sandwich.wait(seconds=RESULT_S)
    sandwich.facilitator.goes_on()
    assert sandwich.session.wall.what == "bowl"


def _started(format: str) -> Room:
    room = Room(format=format)
    room.facilitator.starts()
    room.wait(seconds=1)
    return room


def test_an_open_vote_never_leaves_the_wall_by_itself():
    room = Room(chairs=4)
    room.facilitator.starts()
    room.asks("Amira")
    for title in TITLES:
        room.facilitator.sends(c.AddTopic(title=title))
    room.facilitator.opens_vote()
    room.facilitator.calls("Amira", chair=1)
    room.wait(minutes=10)
    assert shown(room) == "topics"


def test_a_new_vote_is_not_kept_because_the_last_one_was(room: Room):
    room.facilitator.sends(c.ShowOnWall(what="topics", kept=True))
    room.facilitator.opens_vote()
    room.facilitator.closes_vote()
    room.facilitator.calls("Amira", chair=1)
    room.wait(seconds=RESULT_S)
    assert shown(room) == "stage"


def test_only_time_returns_to_the_bowl(room: Room):
    with refused(room, "facilitator_only"):
        room.facilitator.sends(c.ReturnToBowl())


def test_the_return_is_in_the_log(room: Room):
    room.facilitator.calls("Amira", chair=1)
    room.wait(seconds=RESULT_S)
    assert fold(room.log) == room.session


def test_a_part_that_votes_shows_the_topics_and_then_the_bowl():
    room = Room()
    vote = c.Phase(kind="vote", planned_ms=300_000)
    bowl = room.session.run.phases[0]
    room.facilitator.sends(c.EditRun(index=0, phases=(bowl, vote, bowl)))
    room.facilitator.starts()
    room.asks("Amira")
    voted(room)
    room.wait(seconds=RESULT_S)
    room.facilitator.goes_on()
    assert shown(room) == "topics", "the vote before was another part's"
    room.wait(seconds=1)
    room.facilitator.opens_vote()
    room.facilitator.closes_vote()
    room.facilitator.calls("Amira", chair=1)
    room.wait(seconds=RESULT_S)
    assert shown(room) == "stage"


def test_every_state_has_its_screen():
    room = Room(format="sandwich")
    assert shown(room) == "lobby"
    room.facilitator.sends(c.ShowOnWall(what="qr"))
    assert shown(room) == "join"
    room.facilitator.sends(c.ShowOnWall(what="takeaways"))
    assert shown(room) == "takes"
    room.facilitator.sends(c.ShowOnWall(what="bowl"))
    room.facilitator.starts()
    shows = {"bowl": "stage", "pair_share": "pairs", "debrief": "part", "close": "part"}
    for phase in room.session.run.phases[1:]:
        room.facilitator.goes_on()
        assert shown(room) == shows[phase.kind]
    room.facilitator.closes()
    assert shown(room) == "closing"
