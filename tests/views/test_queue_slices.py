"""What each face is shown of the queue, and of calls in the air."""

import pytest

from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from tests.support.room import Room
from tests.views.reading import LINKS, in_full_swing, sent


@pytest.fixture
def room() -> Room:
    return in_full_swing()


def test_phones_get_the_queue_in_columns(room: Room):
    queue = phone_view(room.session, LINKS)["queue"]
    requests = [room.request(name).id for name in ("Kofi", "Jonas")]
    people = [room.person(name) for name in ("Kofi", "Jonas")]
    assert queue.requests.split() == [str(request) for request in requests]
    assert queue.people.split() == [str(person) for person in people]
    assert queue.kinds == "nn"
    assert [label.name for label in queue.next] == ["Kofi", "Jonas"]


def test_a_queue_of_three_hundred_stays_small_on_phones():
    room = Room()
    room.asks(*(f"Listener {n}" for n in range(300)))
    assert len(sent(phone_view(room.session, LINKS)["queue"])) < 4_000
    shown = display_view(room.session, LINKS)["queue"]
    assert (len(shown.first), shown.count) == (5, 300)


def test_an_empty_queue_is_empty(room: Room):
    nobody = Room()
    queue = phone_view(nobody.session, LINKS)["queue"]
    assert (queue.requests, queue.people, queue.kinds, queue.next) == ("", "", "", ())


def test_words_of_a_request_are_for_the_console_and_their_owner(room: Room):
    (elif_,) = room.joins("Elif")
    elif_.asks("my boss is here", kind="question")
    words = [item.words for item in console_view(room.session, LINKS)["queue"].items]
    assert "my boss is here" in words
    assert me_slice(room.session, elif_.person).request.words == "my boss is here"
    for view in (phone_view, display_view):
        assert "my boss" not in sent(view(room.session, LINKS))


def test_the_console_knows_who_sat_before_and_who_has_just_passed(room: Room):
    amira = room.phone_of("Amira")
    amira.is_on_the_chair()
    room.wait(minutes=3)
    amira.leaves_chair()
    amira.asks()
    room.facilitator.calls("Kofi", chair=3)
    room.phone_of("Kofi").passes()
    items = {item.person.name: item for item in console_view(room.session, LINKS)["queue"].items}
    assert (items["Amira"].turns, items["Amira"].seated_ms) == (1, 180_000)
    assert (items["Kofi"].resting, items["Jonas"].resting) == (True, False)
    assert items["Kofi"].phone


def test_a_call_in_the_air_has_a_deadline_on_the_session_clock(room: Room):
    amira = room.phone_of("Amira")
    (call,) = console_view(room.session, LINKS)["queue"].calls
    assert (call.person.name, call.chair, call.walking) == ("Amira", 3, False)
    assert call.deadline_run_ms == 120_000 + 45_000
    room.wait(seconds=10)
    amira.walks_up()
    (call,) = console_view(room.session, LINKS)["queue"].calls
    assert (call.walking, call.deadline_run_ms) == (True, 130_000 + 20_000)
    mine = me_slice(room.session, amira.person).request
    assert (mine.state, mine.chair, mine.deadline_run_ms) == ("walking", 3, 150_000)


# Me
