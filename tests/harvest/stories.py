"""A plausible session of forty minutes, for tests and for looking at the page."""

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.session import commands as c
from tests.support.room import Room

QUESTION = "What makes people stay in a volunteer project after the first year?"
STARTERS = ("Ingrid", "Tomasz", "Mei-Lin", "Saoirse")
ARRIVALS = (
    (3.0, "Kofi", "Mei-Lin asked what ‘no’ costs us"),
    (6.2, "Yuna", ""),
    (9.5, "Bastien", "Two people hold every key"),
    (12.0, "Jonas", ""),
    (14.4, "Amira", "Pay for the boring work first"),
    (17.8, "Lindiwe", ""),
    (21.0, "Rafael", ""),
    (24.5, "Maximiliane von Habsburg-Lothringen", "Leaving well"),
    (27.0, "Noor", ""),
    (30.5, "Elif", ""),
    (33.0, "Anna", ""),
    (35.5, "Saoirse", ""),
)
TOPICS = (
    (0.5, "Who gets to say no?"),
    (12.8, "When does paying people break the gift?"),
    (24.0, "What do we owe the people who leave?"),
    (34.0, "Who gets to say no?"),
)
LISTENERS = 64
LENGTH_MIN = 40


def forty_minutes(
    *, floor: bool = True, marks: int = 43, close: bool = True, **settings: object
) -> Room:
    """Play it: starters, a newcomer every three minutes, topics, a pause, a walk-up.

    :param floor: whether the facilitator keeps track of who talks.
    :param marks: how many times, from the beginning; with few the rest is not marked.
    """
    room = Room(
        QUESTION,
        **{"event": "Stewardship Day, Room 2", "minutes": 40, "last_minutes": 0, **settings},
    )
    names: dict[str, PersonId] = {}
    for number, name in enumerate(STARTERS, start=1):
        names[name] = room.seats_walk_up(number, name)
    for _, name, _ in ARRIVALS:
        if name not in names:
            names[name] = room.phone(name).person
    listeners = [room.phone(f"Listener {number}").person for number in range(1, LISTENERS)]
    room.phone("Anna")
    room.wait(minutes=1)
    room.facilitator.starts()
    started = room.now_ms
    agenda = [(at, "topic", title) for at, title in TOPICS]
    agenda += [(at, "asks", name) for at, name, _ in ARRIVALS]
    agenda += [(at + 1.1, "sits", name) for at, name, _ in ARRIVALS]
    agenda += [(0.2 + 0.9 * n, "floor", "") for n in range(marks)] if floor else []
    words = {name: said for _, name, said in ARRIVALS}
    for at, what, which in sorted(agenda):
        room.now_ms = max(room.now_ms, started + round(at * 60_000))  # type: ignore[assignment]
        if what == "topic":
            known = [t.id for t in room.session.topics.values() if t.title == which]
            room.sends(c.BeginTopic(topic=known[0] if known else None, title=which))
        elif what == "asks":
            if names[which] not in room.session.current_turn:
                room.sends(c.AskForChair(words=words[which]), names[which])
        elif what == "sits":
            _make_room_and_sit(room, names[which])
        elif what == "floor":
            _pass_the_floor(room, round(at * 10))
    room.sends(c.AskForChair(words="What about the treasurers?"), listeners[3])
    room.sends(c.AskForChair(), listeners[9])
    room.now_ms = started + LENGTH_MIN * 60_000  # type: ignore[assignment]
    if close:
        room.facilitator.closes()
        room.facilitator.passes_words()
    return room


def _make_room_and_sit(room: Room, person: PersonId) -> None:
    """Seat who asked; when the bowl is full, who has sat longest leaves a little earlier."""
    if person in room.session.current_turn:
        return
    free = [chair for chair in room.session.chairs.values() if chair.turn is None]
    if len(free) == 1:
        room.facilitator.seats_known(person, free[0].no)
        longest = min(room.session.current_turn.values())
        leaver = room.session.turns[longest].person
        room.wait(minutes=0.4)
        room.leaves(leaver)
    else:
        room.facilitator.seats_known(person, min(chair.no for chair in free))


def _pass_the_floor(room: Room, number: int) -> None:
    """Let somebody of those who sit talk, or for a breath nobody."""
    seated = sorted(room.session.current_turn)
    person = seated[(number * 7) % 13 % len(seated)] if number % 5 else None
    turn = None if person is None else room.turn(person).id
    if room.session.floor.turn != turn:
        room.facilitator.gives_floor(person)
