"""What pairing is told of who met whom in sessions: of members who agree, and of nobody else."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.session import commands as s
from fishbowl.domain.session.state import Session
from fishbowl.services.encounters import Encountered, Encounters
from fishbowl.services.states import BrokenStream
from fishbowl.services.writer import Change
from tests.support.community import People
from tests.support.room import OPENED_MS, Room

NAMES = ("Ada", "Ben", "Cem", "Dia", "Eve")
TERM_ENDS_MS = OPENED_MS + 30 * 24 * 3_600_000
NOTHING = Encountered(spoke_after={}, sat_together=frozenset())


def talk(**settings: object) -> Room:
    """Ben speaks after Ada, everybody after the one before; Fay never sits."""
    room = Room(chairs=6, **settings)
    room.joins("Fay")
    room.facilitator.starts()
    room.facilitator.seats(*NAMES)
    for name in NAMES:
        room.facilitator.gives_floor(name)
        room.wait(30)
    room.facilitator.closes()
    return room


class Scene:
    """Members who linked sessions, and what those sessions are."""

    def __init__(self, *rooms: Room) -> None:
        self.people = People()
        self.sessions: dict[str, Session] = {room.session.code: room.session for room in rooms}
        self.asked: list[str] = []
        self.encounters = Encounters(self._session)

    def _session(self, code: str) -> Session | None:
        self.asked.append(code)
        return self.sessions.get(code)

    def knows(self, room: Room, *names: str, agrees: bool = True) -> list[MemberId]:
        """Make members of people of a room."""
        made = []
        for name in names:
            member = self.people.joins(name)
            self.people.links(member, room.session.code, room.person(name))
            if agrees:
                self.people.agrees(member, "meet")
            made.append(member)
        return made

    @property
    def found(self) -> Encountered:
        return self.encounters.of(self.people.state)

    def changes(self, room: Room) -> None:
        """Let the writer tell of what a room has become."""
        self.sessions[room.session.code] = room.session
        self.encounters.on_change(Change(before=None, after=room.session, entries=()))


def test_members_who_agree_are_told_by_who_spoke_after_whom_and_who_sat_together():
    room = talk()
    scene = Scene(room)
    cem, ada, ben, fay = scene.knows(room, "Cem", "Ada", "Ben", "Fay")
    assert scene.found.spoke_after == {(ada, ben): 1, (ben, cem): 1}
    assert scene.found.sat_together == {(cem, ada), (cem, ben), (ada, ben)}
    assert not any(fay in pair for pair in scene.found.sat_together)


def test_of_who_does_not_agree_to_meet_nothing_is_told():
    room = talk()
    scene = Scene(room)
    (ada,) = scene.knows(room, "Ada")
    (ben,) = scene.knows(room, "Ben", agrees=False)
    assert scene.found == NOTHING
    scene.people.agrees(ben, "meet")
    assert scene.found.sat_together == {(ada, ben)}
    scene.people.agrees(ada, "meet", on=False)
    assert scene.found == NOTHING
    scene.people.does(ben, c.LeaveCommunity(member=ben))
    assert scene.found == NOTHING


@pytest.mark.parametrize("settings", [{}, {"under_18": True, "keep_until_ms": TERM_ENDS_MS}])
def test_sessions_in_which_nobody_is_named_tell_nothing_at_all(settings: dict[str, object]):
    room = talk(attribution="chatham_house", **settings)
    scene = Scene(room)
    scene.knows(room, "Ada", "Ben")
    assert scene.found == NOTHING


def test_where_speakers_were_marked_too_rarely_it_is_known_only_who_sat_together():
    room = Room(chairs=6)
    room.facilitator.starts()
    room.facilitator.seats(*NAMES)
    room.facilitator.gives_floor("Ada")
    room.wait(30)
    room.facilitator.gives_floor("Ben")
    room.wait(30)
    room.facilitator.closes()
    scene = Scene(room)
    ada, ben = scene.knows(room, "Ada", "Ben")
    assert scene.found.spoke_after == {}
    assert scene.found.sat_together == {(ada, ben)}


def test_a_session_is_read_once_until_it_changes_and_who_is_forgotten_is_in_nothing():
    room = talk()
    scene = Scene(room)
    scene.knows(room, "Ada", "Ben")
    assert scene.found == scene.found
    assert scene.asked == ["WAVE47"]
    room.sends(s.ForgetPerson(person=room.person("Ben")))
    scene.changes(room)
    assert scene.found == NOTHING


def test_a_session_that_cannot_be_read_hides_none_of_the_others():
    room, other = talk(), talk(code="FERN23")
    scene = Scene(room, other)
    ada, ben = scene.knows(room, "Ada", "Ben")
    for member, name in ((ada, "Ada"), (ben, "Ben")):
        scene.people.links(member, "FERN23", other.person(name))
    assert scene.found.spoke_after == {(ada, ben): 2}
    read = scene._session

    def broken(code: str) -> Session | None:
        if code == "FERN23":
            raise BrokenStream(code, "An entry is missing.")
        return read(code)

    scene.encounters = Encounters(broken)
    assert scene.found.spoke_after == {(ada, ben): 1}
