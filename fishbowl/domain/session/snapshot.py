"""A folded state as bytes and back: MessagePack of its structs, read with their types.

Nothing of what is read is executed, and everything in it must be of the type that the state
declares. What :data:`typing.Any` hides from msgspec is written apart: earlier values of parts in
the history by the type of the part, entries as they are stored, and the sessions that a frozen
wall shows in a list of their own, since history and wall may hold the same one.
"""

from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.kernel.packing import plain, typed
from fishbowl.domain.session.codec import loaded, stored
from fishbowl.domain.session.model import Action, Picture
from fishbowl.domain.session.state import Session, part_type


class _Snapshot(msgspec.Struct, frozen=True, array_like=True):
    """A session whose history, wall and latest entries are written apart.

    :param pictured: the sessions that a frozen wall shows; a picture names one by its place.
    """

    session: Session
    pictured: tuple[Session, ...]
    recent: tuple[StoredEntry, ...]


def pack(session: Session) -> bytes:
    """Write a state."""
    pictures = _Pictures()
    plain = replace(
        session,
        picture=pictures.put(session.picture),
        actions=tuple(_packed(action, pictures) for action in session.actions),
        recent=(),
    )
    recent = tuple(stored(entry) for entry in session.recent)
    return _encoder.encode(_Snapshot(plain, tuple(pictures.sessions), recent))


def unpack(data: bytes) -> Session:
    """Read a state.

    :raises msgspec.DecodeError: it is none, or of another shape.
    :raises LookupError: it names a part or a picture that there is not.
    :raises UnknownEvent: it holds an event that this program does not know.
    :raises ValueError: it holds something that no state holds.
    """
    snapshot = _decoder.decode(data)
    session, pictured = snapshot.session, snapshot.pictured
    return replace(
        session,
        picture=_picture(session.picture, pictured),
        actions=tuple(_unpacked(action, pictured) for action in session.actions),
        recent=tuple(map(loaded, snapshot.recent)),
    )


class _Pictures:
    """Collects the sessions that pictures show, each once."""

    def __init__(self) -> None:
        self.sessions: list[Session] = []
        self._places: dict[int, int] = {}

    def put(self, picture: Picture) -> Picture:
        """Give a picture that names its session by place."""
        if picture.frozen is None:
            return picture
        place = self._places.setdefault(id(picture.frozen), len(self.sessions))
        if place == len(self.sessions):
            self.sessions.append(picture.frozen)
        return replace(picture, frozen=place)


def _picture(picture: Picture, pictured: tuple[Session, ...]) -> Picture:
    return picture if picture.frozen is None else replace(picture, frozen=pictured[picture.frozen])


def _packed(action: Action, pictures: _Pictures) -> Action:
    """Write the earlier values in an action; no value at all as no bytes."""
    touches = []
    for touch in action.touches:
        before = touch.before
        if isinstance(before, Picture):
            before = pictures.put(before)
        packed = b"" if before is None else _encoder.encode(before)
        touches.append(replace(touch, before=packed))
    return replace(action, touches=tuple(touches))


def _unpacked(action: Action, pictured: tuple[Session, ...]) -> Action:
    touches = []
    for touch in action.touches:
        before = _part_decoder(touch.part.kind).decode(touch.before) if touch.before else None
        if isinstance(before, Picture):
            before = _picture(before, pictured)
        touches.append(replace(touch, before=before))
    return replace(action, touches=tuple(touches))


@cache
def _part_decoder(kind: str) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(part_type(kind), dec_hook=typed)


_encoder = msgspec.msgpack.Encoder(enc_hook=plain)
_decoder = msgspec.msgpack.Decoder(_Snapshot, dec_hook=typed)
