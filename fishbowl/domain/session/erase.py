"""Erase words in a folded state: the state that a fold of the erased log gives, without that fold.

:mod:`fishbowl.domain.session.erasure` says which fields of stored entries are overwritten; this
module finds where those words stand in a state: in its parts, in the earlier values that undo
keeps, in the session that a frozen wall shows, in the latest entries and in the indexes. Two
erasures need the log itself, see :func:`needs_log`.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import is_
from typing import Any

import msgspec
from immutables import Map

from fishbowl.domain.kernel.erasure import Row
from fishbowl.domain.kernel.lookalikes import looks_of
from fishbowl.domain.session.erasure import Erasure, fields_to_blank
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Action, Person, Touch
from fishbowl.domain.session.state import Session

replace = msgspec.structs.replace

_OWN_WORDS: Mapping[str, tuple[str, ...]] = {
    "request": ("words",),
    "point": ("words",),
    "question": ("words",),
    "topic": ("title",),
    "takeaway": ("words", "due", "edited", "origin"),
    "answer": ("words",),
    "item": ("words",),
}
"""Parts with words of a ``person`` about an item ``id``, and the fields that hold them."""

_COLLECTIONS: Mapping[str, str] = {
    "person": "people",
    "whereabouts": "whereabouts",
    "request": "requests",
    "point": "points",
    "question": "questions",
    "topic": "topics",
    "takeaway": "takeaways",
    "answer": "answers",
    "item": "items",
}
"""Where a session holds the parts that can lose words."""


def needs_log(session: Session, what: Erasure) -> bool:
    """Whether a state does not tell which of its words go, so that the log has to be folded again.

    When everybody is forgotten, the published wording of an item stays and its earlier wordings
    go; a state does not say in which entry a wording was stored. And where two people were merged
    and that was undone, earlier values still hold the words of one as those of the other.
    """
    return what.everybody or any(
        0 < len(what.people & (ever := {person.id, *person.was})) < len(ever)
        for person in _people_ever(session)
        if person.was
    )


def erase(session: Session, what: Erasure) -> Session:
    """Overwrite words in a state as they are overwritten in its log.

    :param what: what the log loses; :func:`needs_log` is false of it.
    :return: the state that a fold of the erased log gives.
    :raises ValueError: the state does not tell which words go.
    """
    if needs_log(session, what):
        raise ValueError("this erasure needs the log")
    return _Eraser(what).erased(session)


class _Eraser:
    """Erases one state, and each session that it shows on a frozen wall once."""

    def __init__(self, what: Erasure) -> None:
        self._what = what
        self._frozen: dict[int, Session] = {}

    def erased(self, session: Session) -> Session:
        what = self._what
        fields: dict[str, Any] = {
            collection: self._members(kind, getattr(session, collection))
            for kind, collection in _COLLECTIONS.items()
        }
        if what.people:
            fields |= _indexes(session, what.people)
        if what.wifi:
            fields |= {"wifi": self._value("wifi", session.wifi), "password_held": False}
        return replace(
            session,
            **fields,
            picture=self._value("picture", session.picture),
            actions=tuple(map(self._action, session.actions)),
            recent=tuple(_entries(what, session.recent)),
        )

    def _members(self, kind: str, members: Map[Any, Any]) -> Map[Any, Any]:
        after = ((id, before, self._value(kind, before)) for id, before in members.items())
        changed = {id: value for id, before, value in after if value is not before}
        return members.update(changed) if changed else members

    def _action(self, action: Action) -> Action:
        touches = tuple(map(self._touch, action.touches))
        is_same = all(map(is_, touches, action.touches))
        return action if is_same else replace(action, touches=touches)

    def _touch(self, touch: Touch) -> Touch:
        before = self._value(touch.part.kind, touch.before)
        return touch if before is touch.before else replace(touch, before=before)

    def _value(self, kind: str, value: Any) -> Any:
        """A part without the words that go; the very same one if it holds none of them."""
        if value is None:
            return None
        what = self._what
        if kind == "picture":
            return self._picture(value)
        if kind == "wifi":
            return _blanked(value, ("password",)) if what.wifi else value
        if kind == "person":
            return _blanked(value, ("called", "key", "group")) if value.id in what.people else value
        if kind == "whereabouts":
            return _blanked(value, ("words",)) if value.person in what.people else value
        words = _OWN_WORDS.get(kind)
        if words and (value.person in what.people or value.id in what.items):
            return _blanked(value, words)
        return value

    def _picture(self, picture: Any) -> Any:
        shown = picture.frozen
        if shown is None:
            return picture
        if id(shown) not in self._frozen:
            self._frozen[id(shown)] = self.erased(shown)
        return replace(picture, frozen=self._frozen[id(shown)])


def _people_ever(session: Session) -> Iterator[Person]:
    """Everybody as a state holds them: now, in earlier values and on a frozen wall."""
    pictures = [session.picture]
    yield from session.people.values()
    for action in session.actions:
        for touch in action.touches:
            if isinstance(touch.before, Person):
                yield touch.before
            elif touch.part.kind == "picture" and touch.before is not None:
                pictures.append(touch.before)
    shown = {id(picture.frozen): picture.frozen for picture in pictures if picture.frozen}
    for frozen in shown.values():
        yield from frozen.people.values()


def _indexes(session: Session, people: Iterable[PersonId]) -> dict[str, Any]:
    """The indexes without the names and devices of people.

    A frozen wall shows no names by index, so the session that it holds has none there.
    """
    keys, names, looks = session.person_of_key, session.names, session.looks
    for id in people:
        person = session.people.get(id)
        if person is None:
            continue
        if keys.get(person.key) == id:
            keys = keys.delete(person.key)
        if person.called:
            names = _without(names, person.called.casefold(), id)
            for look in looks_of(person.called):
                looks = _without(looks, look, id)
    return {"person_of_key": keys, "names": names, "looks": looks}


def _without(
    index: Map[str, tuple[PersonId, ...]], key: str, id: PersonId
) -> Map[str, tuple[PersonId, ...]]:
    listed = index.get(key, ())
    if id not in listed:
        return index
    others = tuple(other for other in listed if other != id)
    return index.set(key, others) if others else index.delete(key)


def _entries(what: Erasure, entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        fields = msgspec.structs.asdict(entry.event)
        row = Row(entry.seq, entry.seq - entry.part, entry.event.name, fields)
        blank = dict(fields_to_blank(what, (row,))).get(entry.seq, ())
        event = _blanked(entry.event, blank)
        yield entry if event is entry.event else replace(entry, event=event)


def _blanked(value: Any, fields: Iterable[str]) -> Any:
    held = [field for field in fields if getattr(value, field)]
    return replace(value, **dict.fromkeys(held, "")) if held else value
