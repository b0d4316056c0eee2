"""What was sent to everybody who looks at a face, and the next messages for them.

The messages of a face are numbered. Clients that take differences are sent what changed within a
slice since the message before. It is made once for all of them. So a client that connects is first
sent the snapshot that the others have, and then the same differences as they.
"""

from collections.abc import Callable, Mapping
from functools import cached_property

import msgspec

from fishbowl.live.protocol import ViewMessage
from fishbowl.live.views import encoded
from fishbowl.views.differences import difference

COUNTS: dict[str, tuple[str, ...]] = {
    "vote": ("voted", "counts"),
    "thumbs": ("answered",),
    "upvotes": ("votes",),
}
"""Fields of the phones' slices that count what a crowd does: nobody follows them vote by vote."""

_fields = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode

EmptyMessage = Callable[[int], ViewMessage]
"""Makes a message without slices, as of a version of the session."""


class FaceState(msgspec.Struct, frozen=True, kw_only=True):
    """What a face shows: the number of its last message, the version, and its slices' JSON."""

    number: int
    version: int
    slices: Mapping[str, bytes]


class ViewUpdate:
    """What has changed on a face, for both kinds of clients; made when it is needed.

    :param empty_message: makes the message without slices.
    """

    def __init__(
        self,
        before: FaceState,
        after: FaceState,
        changed: Mapping[str, bytes],
        empty_message: EmptyMessage,
    ) -> None:
        self._before, self._after, self._changed = before, after, changed
        self._empty_message = empty_message

    @cached_property
    def whole_slices(self) -> bytes:
        """The slices that changed, each of them whole."""
        return encoded(
            msgspec.structs.replace(
                self._empty_message(self._after.version), slices=raw(self._changed)
            )
        )

    @cached_property
    def differences(self) -> bytes:
        """What changed within the slices; where that is hardly shorter, the slice."""
        slices, found = {}, {}
        for name, part in self._changed.items():
            before = self._before.slices.get(name)
            change = None if before is None else difference(before, part)
            if change is None:
                slices[name] = part
            else:
                found[name] = change
        return encoded(
            msgspec.structs.replace(
                self._empty_message(self._after.version),
                slices=raw(slices),
                differences=raw(found),
                number=self._after.number,
            )
        )


class SentState:
    """The state that the room of each face was sent last."""

    def __init__(self) -> None:
        self._states: dict[str, FaceState] = {}

    def state(self, room: str, version: int, view: Mapping[str, bytes]) -> FaceState:
        """What the others in a room have; the first one who comes begins with ``view``."""
        return self._states.setdefault(room, FaceState(number=1, version=version, slices=view))

    def advance(
        self, room: str, version: int, view: Mapping[str, bytes], empty_message: EmptyMessage
    ) -> ViewUpdate | None:
        """Note that a room is now shown ``view``.

        :return: what that changes; ``None`` if it is nothing.
        """
        before = self._states.get(room) or FaceState(number=0, version=version, slices={})
        found = changed(before.slices, view)
        if version < before.version or not found:
            return None
        after = FaceState(number=before.number + 1, version=version, slices=view)
        self._states[room] = after
        return ViewUpdate(before, after, found, empty_message)

    def without_counts(self, room: str, view: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The view as it goes out now where counts have to wait: slices of which nothing else
        changed are those that the room has."""
        before = self._states.get(room)
        if before is None:
            return view
        held = {
            name: before.slices[name]
            for name in changed(before.slices, view)
            if name in COUNTS
            and name in before.slices
            and _but(view[name], COUNTS[name]) == _but(before.slices[name], COUNTS[name])
        }
        return {**view, **held} if held else view

    def drop(self, room: str) -> None:
        """Forget what a room was sent: nobody is in it any more."""
        self._states.pop(room, None)


def changed(before: Mapping[str, bytes], view: Mapping[str, bytes]) -> dict[str, bytes]:
    """The slices of a view that are not what they were."""
    return {name: part for name, part in view.items() if before.get(name) != part}


def raw(slices: Mapping[str, bytes]) -> dict[str, msgspec.Raw]:
    """Slices, or differences of them, as parts of a message."""
    return {name: msgspec.Raw(part) for name, part in slices.items()}


def _but(part: bytes, names: tuple[str, ...]) -> dict[str, msgspec.Raw]:
    """The fields of a slice without some of them."""
    return {name: value for name, value in _fields(part).items() if name not in names}
