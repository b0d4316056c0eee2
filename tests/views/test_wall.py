"""What the wall is told, and what it is not."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import phone_view
from tests.support.room import Room
from tests.views.reading import LINKS, sent


@pytest.fixture
def room() -> Room:
    """Two sit; one is called; two wait."""
    room = Room(chairs=4)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    room.asks("Amira", "Kofi", "Jonas")
    room.facilitator.calls("Amira", chair=3)
    return room


def first_chair(view: dict) -> tuple[str, str]:
    """State and name of the first chair."""
    chair = view["bowl"].chairs[0]
    return (chair.state, chair.person.name)


def test_a_wall_without_names_is_not_sent_any(room: Room):
    room.facilitator.sends(c.ChangeSettings(wall_names=False))
    view = display_view(room.session, LINKS)
    told = sent([view["bowl"], view["queue"]])
    for name in ("Tomasz", "Mei-Lin", "Amira", "Kofi", "Jonas"):
        assert name not in told
    assert first_chair(phone_view(room.session, LINKS)) == ("seated", "Tomasz")


def test_a_wall_without_the_queue_is_not_sent_it(room: Room):
    room.facilitator.sends(c.ChangeSettings(wall_queue=False))
    queue = display_view(room.session, LINKS)["queue"]
    assert (queue.first, queue.count) == ((), 0)


def test_a_frozen_wall_is_sent_the_moment_it_was_frozen(room: Room):
    room.facilitator.sends(c.SetWall(showing="frozen"))
    before = display_view(room.session, LINKS)
    room.wait(minutes=1)
    room.facilitator.gives_floor("Tomasz")
    assert display_view(room.session, LINKS) == before
    assert before["wall"].stands_at_ms == room.now_ms - 60_000
    assert first_chair(console_view(room.session, LINKS)) == ("speaking", "Tomasz")


def test_the_wifi_is_for_the_wall_and_the_console_alone(room: Room):
    room.facilitator.sends(c.SetWifi(network="Hall 2", password="open sesame"))
    assert display_view(room.session, LINKS)["wifi"].password == "open sesame"
    assert console_view(room.session, LINKS)["wifi"].network == "Hall 2"
    assert "open sesame" not in sent(phone_view(room.session, LINKS))
    assert "open sesame" not in sent(console_view(room.session, LINKS)["log"])
