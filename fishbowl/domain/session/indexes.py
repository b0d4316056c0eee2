"""What is derived from the parts of a session, kept in step with every change of a part."""

from bisect import bisect_left, insort
from typing import Any, TypeVar

from immutables import Map

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.lookalikes import looks_of
from fishbowl.domain.session.ids import PersonId, RequestId, TurnId
from fishbowl.domain.session.model import Knock, Part, Person, Removed, Request, Struct, Turn
from fishbowl.domain.session.model.request_states import OPEN

Place = TypeVar("Place", bound=tuple[int, int])


class Indexed(Struct, frozen=True, kw_only=True):
    """Parts of a session from which indexes are derived, and the indexes."""

    removed: Removed = Removed()
    people: Map[PersonId, Person] = Map()
    knocks: Map[PersonId, Knock] = Map()
    requests: Map[RequestId, Request] = Map()
    turns: Map[TurnId, Turn] = Map()

    person_of_key: Map[str, PersonId] = Map()
    names: Map[str, tuple[PersonId, ...]] = Map()
    looks: Map[str, tuple[PersonId, ...]] = Map()
    """People by what their names look like, see :mod:`fishbowl.domain.kernel.lookalikes`."""
    present: int = 0
    """How many people there are, without those who were sent out, wait at the door, or are
    forgotten."""
    at_the_door: Map[PersonId, Millis] = Map()
    """Who waits at the door, and since when."""
    names_hidden: int = 0
    """How many names are hidden."""
    sent_out: int = 0
    """How many people are kept out."""
    open_request: Map[PersonId, RequestId] = Map()
    unreached: Map[PersonId, RequestId] = Map()
    """What people waited with until the end."""
    current_turn: Map[PersonId, TurnId] = Map()
    turns_of: Map[PersonId, tuple[TurnId, ...]] = Map()
    queue: tuple[tuple[int, RequestId], ...] = ()
    served: tuple[tuple[Seq, RequestId], ...] = ()
    read_for: Map[PersonId, tuple[RequestId, ...]] = Map()
    overtakes: Map[RequestId, int] = Map()

    def is_here(self, person: Person) -> bool:
        """Whether somebody is in the room: not out, not at the door, not forgotten."""
        gone = person.out or person.forgotten or person.waits
        return not gone and person.id not in self.removed.people


def indexed(session: Indexed, part: Part, new: Any) -> dict[str, Any]:
    """Work out the index fields that change when ``part`` becomes ``new``."""
    if part.kind == "person":
        return _index_person(session, session.people.get(PersonId(part.id)), new)
    if part.kind == "request":
        old = session.requests.get(RequestId(part.id))
        return {**_index_request(session, old, new), **_index_served(session, old, new)}
    if part.kind in ("removed", "knock"):
        return _index_door(session, part, new)
    if part.kind == "turn":
        return _index_turn(session, session.turns.get(TurnId(part.id)), new)
    return {}


def _index_person(session: Indexed, old: Person | None, new: Person | None) -> dict[str, Any]:
    keys, names, looks = session.person_of_key, session.names, session.looks
    if old is not None and old.key and keys.get(old.key) == old.id:
        keys = keys.delete(old.key)
    if old is not None and old.called:
        folded = old.called.casefold()
        others = tuple(person for person in names[folded] if person != old.id)
        names = names.set(folded, others) if others else names.delete(folded)
        looks = _without(looks, old)
    if new is not None and new.key:
        keys = keys.set(new.key, new.id)
    if new is not None and new.called:
        folded = new.called.casefold()
        names = names.set(folded, tuple(sorted((*names.get(folded, ()), new.id))))
        for look in looks_of(new.called):
            looks = looks.set(look, tuple(sorted((*looks.get(look, ()), new.id))))
    return {
        "person_of_key": keys,
        "names": names,
        "looks": looks,
        "present": session.present + _is_present(session, new) - _is_present(session, old),
        "at_the_door": _at_the_door(session, old, new),
        "names_hidden": session.names_hidden + _is_hidden(new) - _is_hidden(old),
        "sent_out": session.sent_out + _is_out(new) - _is_out(old),
    }


def _without(
    looks: Map[str, tuple[PersonId, ...]], person: Person
) -> Map[str, tuple[PersonId, ...]]:
    for look in looks_of(person.called):
        others = tuple(other for other in looks[look] if other != person.id)
        looks = looks.set(look, others) if others else looks.delete(look)
    return looks


def _is_present(session: Indexed, person: Person | None) -> bool:
    return person is not None and session.is_here(person)


def _at_the_door(session: Indexed, old: Person | None, new: Person | None) -> Map[PersonId, Millis]:
    """Who waits, after one person has become another."""
    line = session.at_the_door
    if old is None and (new is None or not new.waits):
        return line
    if new is None or not _waits(new, session.removed, session.knocks):
        return line.delete(old.id) if old is not None and old.id in line else line
    return line if new.id in line else line.set(new.id, _since(new, session.knocks))


def _waits(person: Person, removed: Removed, knocks: Map[PersonId, Knock]) -> bool:
    """Whether somebody stands at the door and wants to come in."""
    if person.out or person.forgotten:
        return False
    sent_back = removed.people.get(person.id)
    if sent_back is None:
        return person.waits
    knock = knocks.get(person.id)
    return knock is not None and knock.seq > sent_back


def _since(person: Person, knocks: Map[PersonId, Knock]) -> Millis:
    knock = knocks.get(person.id)
    return person.joined_at_ms if knock is None else knock.at_ms


def _index_door(session: Indexed, part: Part, new: Any) -> dict[str, Any]:
    """What changes when people are sent back to the door, let in, or ask again."""
    removed, knocks = session.removed, session.knocks
    if part.kind == "knock":
        id = PersonId(part.id)
        knocks = knocks.delete(id) if new is None else knocks.set(id, new)
        concerned = [id]
    else:
        before, removed = removed.people, new
        concerned = [id for id in before if before[id] != removed.people.get(id)]
        concerned += [id for id in removed.people if id not in before]
    line, present = session.at_the_door.mutate(), session.present
    for id in concerned:
        person = session.people.get(id)
        if person is None:
            continue
        line.pop(id, None)
        if _waits(person, removed, knocks):
            line[id] = _since(person, knocks)
        if part.kind == "removed" and not (person.out or person.forgotten or person.waits):
            present += (id not in removed.people) - (id not in session.removed.people)
    return {"at_the_door": line.finish(), "present": present}


def _is_hidden(person: Person | None) -> bool:
    return person is not None and person.hidden


def _is_out(person: Person | None) -> bool:
    return person is not None and person.out


def _index_request(session: Indexed, old: Request | None, new: Request | None) -> dict[str, Any]:
    owners = session.open_request
    if old is not None and old.state in OPEN and owners.get(old.person) == old.id:
        owners = owners.delete(old.person)
    if new is not None and new.state in OPEN:
        owners = owners.set(new.person, new.id)
    was = None if old is None or old.state != "waiting" else (old.rank, old.id)
    now = None if new is None or new.state != "waiting" else (new.rank, new.id)
    return {
        "queue": _moved(session.queue, was, now),
        "open_request": owners,
        "unreached": _unreached(session.unreached, old, new),
    }


def _unreached(
    waited: Map[PersonId, RequestId], old: Request | None, new: Request | None
) -> Map[PersonId, RequestId]:
    if old is not None and old.state == "unreached" and waited.get(old.person) == old.id:
        waited = waited.delete(old.person)
    if new is not None and new.state == "unreached":
        waited = waited.set(new.person, new.id)
    return waited


def _index_served(session: Indexed, old: Request | None, new: Request | None) -> dict[str, Any]:
    """Whose turn it has been, who was read aloud, and how often others were stepped over."""
    read_for = session.read_for
    if old is not None and old.state == "read":
        kept = tuple(request for request in read_for[old.person] if request != old.id)
        read_for = read_for.set(old.person, kept) if kept else read_for.delete(old.person)
    if new is not None and new.state == "read":
        own = (*read_for.get(new.person, ()), new.id)
        read_for = read_for.set(new.person, tuple(sorted(own)))
    was = None if old is None or not old.served_seq else (old.served_seq, old.id)
    now = None if new is None or not new.served_seq else (new.served_seq, new.id)
    return {
        "served": _moved(session.served, was, now),
        "read_for": read_for,
        "overtakes": _counted(session.overtakes, _passed(old), _passed(new)),
    }


def _moved(line: tuple[Place, ...], was: Place | None, now: Place | None) -> tuple[Place, ...]:
    """Take one out of a sorted line and put it in again.

    The line is copied only if it changes: it grows all evening, and most events leave it alone.
    """
    if was == now:
        return line
    places = list(line)
    if was is not None:
        del places[bisect_left(places, was)]
    if now is not None:
        insort(places, now)
    return tuple(places)


def _passed(request: Request | None) -> tuple[RequestId, ...]:
    return () if request is None else request.passed_over + request.passed_now


def _counted(
    overtakes: Map[RequestId, int], old: tuple[RequestId, ...], new: tuple[RequestId, ...]
) -> Map[RequestId, int]:
    if old == new:
        return overtakes
    for step, passed in ((-1, old), (1, new)):
        for request in passed:
            count = overtakes.get(request, 0) + step
            overtakes = overtakes.set(request, count) if count else overtakes.delete(request)
    return overtakes


def _index_turn(session: Indexed, old: Turn | None, new: Turn | None) -> dict[str, Any]:
    current, turns_of = session.current_turn, session.turns_of
    if old is not None:
        if current.get(old.person) == old.id:
            current = current.delete(old.person)
        kept = tuple(t for t in turns_of.get(old.person, ()) if t != old.id)
        turns_of = turns_of.set(old.person, kept) if kept else turns_of.delete(old.person)
    if new is not None:
        if new.ended_run_ms is None:
            current = current.set(new.person, new.id)
        turns_of = turns_of.set(new.person, tuple(sorted((*turns_of.get(new.person, ()), new.id))))
    return {"current_turn": current, "turns_of": turns_of}
