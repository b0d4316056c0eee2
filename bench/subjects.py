"""What is done in a room over and over to learn what it costs; nothing in the room changes."""

from collections.abc import Callable, Mapping
from itertools import cycle

import msgspec

from bench.archive import after
from bench.played import Room
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import Given
from fishbowl.domain.session.ids import ActionId, PersonId
from fishbowl.domain.session.next_action import next_action
from fishbowl.domain.session.state import Session
from fishbowl.live.protocol import VIEW, ViewMessage
from fishbowl.live.transport.broadcast import Message
from fishbowl.live.views import FACE_VIEWS, encoded
from fishbowl.views.affected import affected_people
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.phone import me_slice
from fishbowl.views.slices import Slice

SUBJECTS = (
    "command", "call", "undo", "view.phone", "view.display", "view.console", "slice", "me",
)  # fmt: skip
"""``command``: one of a phone: to come in, to ask for a chair, to lower the hand, to show a thumb.
``call``, ``undo``: the facilitator calls who is next, and takes it back. ``view``: all slices of a
face, made and encoded. ``slice``: after a call, to find whom it concerns and which slices of the
phones differ, and to make the message of them. ``me``: what one person alone is told."""
LINKS = Links(join_url="http://127.0.0.1:8080/WAVE2222", join_text="127.0.0.1:8080")
A_MOMENT_MS = 1_000


def subjects(room: Room) -> dict[str, Callable[[], object]]:
    """Make ready what is measured in one room."""
    session = room.writer.session
    assert session is not None
    action = next_action(session)
    assert action is not None
    assert isinstance(action.command, c.CallPerson)
    call, console = action.command, _given(session)
    called, entries = after(session, call, console)
    assert called is not None
    undo = c.UndoAction(action=ActionId(entries[0].seq))
    phone, display = FACE_VIEWS["phone"], FACE_VIEWS["display"]
    old, new = _view(phone, session), _view(phone, called)
    return {
        "command": _phone_commands(room, session),
        "call": lambda: after(session, call, console),
        "undo": lambda: after(called, undo, console),
        "view.phone": lambda: _view(phone, session),
        "view.display": lambda: _view(display, session),
        "view.console": lambda: _view(console_view, session),
        "slice": lambda: (affected_people(called, entries), _message(called, old, new)),
        "me": lambda: encoded(me_slice(session, room.waiting[-1])),
    }


def _phone_commands(room: Room, session: Session) -> Callable[[], object]:
    """One command of a phone after the other, all on the session as it is."""
    listener, last = room.listening[0], room.waiting[-1]
    asked = session.open_request[last]
    ready = cycle(
        (
            (c.JoinSession(name="Newcomer"), _given(session, key="a key of its own")),
            (c.AskForChair(), _given(session, listener)),
            (c.LowerHand(request=asked), _given(session, last)),
            (c.CastThumb(thumbs=room.thumbs, way="move_on"), _given(session, listener)),
        )
    )
    return lambda: after(session, *next(ready))


def _given(session: Session, person: PersonId | None = None, key: str = "") -> Given:
    """A moment later; without a person and a device it is the facilitator who acts."""
    return Given(
        now_ms=Millis(session.at_ms + A_MOMENT_MS),
        role=Role.ATTENDEE if person or key else Role.FACILITATOR,
        person=person,
        key=key,
        draw=0,
    )


def _view(
    face: Callable[[Session, Links], Mapping[str, Slice]], session: Session
) -> dict[str, bytes]:
    return {name: encoded(part) for name, part in face(session, LINKS).items()}


def _message(session: Session, before: dict[str, bytes], view: dict[str, bytes]) -> Message:
    changed = {name: part for name, part in view.items() if before[name] != part}
    slices = {name: msgspec.Raw(part) for name, part in changed.items()}
    message = ViewMessage(
        version=session.seq, now_ms=session.at_ms, rate=1.0, whole=False, slices=slices
    )
    return Message(VIEW, encoded(message))
