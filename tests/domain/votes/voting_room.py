"""The room in which votes are tested."""

from tests.support.phone import Phone
from tests.support.room import Room

TITLES = ("Pay", "Trust", "Leaving")


def three_topics_up() -> Room:
    """Three topics are up, three people have joined."""
    room = Room()
    room.facilitator.starts()
    (first, *_) = room.joins("Amira", "Kofi", "Noor")
    for title in TITLES:
        first.suggests(title)
        room.facilitator.puts_up(title)
    return room


def people(room: Room) -> list[Phone]:
    """Everybody who has joined by phone, in the order in which they came."""
    return list(room.phones.values())
