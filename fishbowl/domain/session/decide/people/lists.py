"""Rules of a list of people: everybody on it comes in by one command, in the order of the list."""

from collections.abc import Iterator, Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.lookalikes import looks_of
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.people import joining
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.ids import ChairNo, PersonId
from fishbowl.domain.session.rules.chairs.free_chairs import free_chairs
from fishbowl.domain.session.rules.people import waiting_room
from fishbowl.domain.session.rules.queue.requests import RANK_STEP, last_rank
from fishbowl.domain.session.state import Session

_LOTS = 2**53
_MULTIPLIER, _INCREMENT = 6_364_136_223_846_793_005, 1_442_695_040_888_963_407
"""Knuth's MMIX constants: every person of the list gets a lot of their own from one draw."""


@decides
def add_people(session: Session, command: c.AddPeople, given: Given) -> Sequence[e.Event]:
    """Bring everybody on a list in, and where they go."""
    new = sum(line.person is None for line in command.people)
    if session.present + new > waiting_room.PEOPLE_MAX:
        raise Rejected("limit_reached", most=waiting_room.PEOPLE_MAX)
    events: list[e.Event] = [e.PeopleListed(count=len(command.people))]
    names, groups = _Names(session), _Groups(session)
    chairs = _chairs(session, command.place)
    gone: set[PersonId] = set()
    waiting = 0
    for line in command.people:
        if line.person is None:
            person = PersonId(session.seq + 1 + len(events))
            events.append(e.PersonAdded(called=line.name, twin=names.twin(line.name)))
        else:
            person = joining.known(session, line.person).id
        if person in gone:
            continue
        gone.add(person)
        if line.group and not _speaks_for_it(session, line):
            no = groups.number(line.group)
            events.append(e.PersonGrouped(person=person, group=line.group, no=no))
        if command.place == "room" or person in session.current_turn:
            continue
        chair, request = next(chairs, None), session.open_request.get(person)
        if chair is not None:
            events.append(e.ChairTaken(chair=chair, person=person, request=request))
        elif request is None:
            events.append(_joined(session, person, given, waiting))
            waiting += 1
    if len(events) == 1:
        raise AlreadyTrue()
    return events


def _speaks_for_it(session: Session, line: c.NewPerson) -> bool:
    """Whether somebody who is here has the group already."""
    return line.person is not None and session.people[line.person].group == line.group


def _chairs(session: Session, place: c.ListPlace) -> Iterator[ChairNo]:
    """The free chairs, but for those that the format keeps open."""
    if place == "chairs":
        free = [chair.no for chair in free_chairs(session)]
        yield from free[: max(0, len(free) - session.settings.open_chairs)]


def _joined(session: Session, person: PersonId, given: Given, number: int) -> e.QueueJoined:
    return e.QueueJoined(
        person=person,
        kind="new_point",
        words="",
        rank=last_rank(session) + number * RANK_STEP,
        topic=session.agenda.topic,
        lot=_lot(given.draw, number),
    )


def _lot(draw: int, number: int) -> int:
    for _ in range(number):
        draw = (draw * _MULTIPLIER + _INCREMENT) % 2**64
    return draw % _LOTS if number == 0 else draw >> 11


class _Names:
    """Numbers people of one name, those of the list included."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: dict[str, int] = {}

    def twin(self, name: str) -> int:
        """Take the next number of a name."""
        looks = looks_of(name)
        listed = max((self._last.get(look, 0) for look in looks), default=0)
        twin = max(joining.twin_of(self._session, name), listed + 1)
        self._last.update(dict.fromkeys(looks, twin))
        return twin


class _Groups:
    """Numbers groups, those of the list included."""

    def __init__(self, session: Session) -> None:
        known = session.people.values()
        self._numbers = {p.group.casefold(): p.group_no for p in known if p.group}
        self._last = max((p.group_no for p in known), default=0)

    def number(self, group: str) -> int:
        """The number of a group: its own, or the next one."""
        key = group.casefold()
        if key not in self._numbers:
            self._last += 1
            self._numbers[key] = self._last
        return self._numbers[key]
