"""All messages of the wire protocol; anything else is refused with an error.

Three messages go up (``command``, ``signal`` and ``resend``, answered by an acknowledgement),
three come down (``view``, ``signals`` and ``stopping``). docs/protocol.md and
static/src/wire.d.ts are generated from these types.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from fishbowl.domain.session.commands import AnyCommand
from fishbowl.services.health import Condition
from fishbowl.views.slices import Face

COMMAND = "command"
VIEW = "view"
SIGNALS = "signals"
SIGNAL = "signal"
STOPPING = "stopping"
RESEND = "resend"
"""Upwards, without an argument: send me the whole view again, a difference did not fit."""

SignalKind = Literal["agree", "thanks", "surprised", "slower", "microphone"]
"""What the outer ring can say without words: three reactions, and two wishes to the bowl."""

MESSAGE_MAX_BYTES = 8_192
"""Longer messages are refused: the longest honest command of a phone has about 2 kB."""
CONSOLE_MESSAGE_MAX_BYTES = 64 * 1024
"""The same for consoles: a list of 500 long names is one command."""


class Handshake(msgspec.Struct, frozen=True, kw_only=True):
    """What a client says when it connects (Socket.IO ``auth``).

    ``device`` is the phone's random secret, 16 to 64 characters from A-Z, a-z, 0-9, ``-``, ``_``.
    ``silent`` tells that a display could not sound the bell now.
    A console, the microphone runner's phone and a stage monitor prove themselves by a key cookie.
    With ``differences`` the client takes differences of slices; others are sent whole slices only.
    """

    code: Annotated[str, Meta(max_length=40)]
    face: Face
    device: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,64}$")] = ""
    silent: bool = False
    differences: bool = False


class CommandMessage(msgspec.Struct, frozen=True, kw_only=True):
    """``command``, upwards: ``id`` is made by the client, so that a repeated tap happens once."""

    id: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{8,64}$")]
    command: AnyCommand


class SignalMessage(msgspec.Struct, frozen=True, kw_only=True):
    """``signal``, upwards: gathered in memory, shown as a number, kept nowhere by person."""

    kind: SignalKind


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A code and its parameters; the face makes the sentence."""

    code: str
    params: dict[str, Any] = {}


class Ack(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a command.

    With ``ok``, the command is on disk: ``seq`` is its first entry, which is also the id of what
    it created; ``None`` if it was true already, and ``said`` tells how. Without ``ok``, nothing
    has changed and ``error`` tells why. ``version`` is the session's, where it is known.
    """

    ok: bool
    seq: int | None = None
    version: int | None = None
    said: Said | None = None
    error: Said | None = None


class ViewMessage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``view``, downwards: what changed, in whole slices, or in differences of slices.

    A client keeps a slice if ``version`` is not older than the one it has of that slice. With
    ``whole`` the message has every slice of the face and the client forgets all others: it is
    what a connection begins with. ``now_ms`` and ``rate`` set the client's idea of session time.

    ``differences`` and ``number`` are there only for clients that said in the ``Handshake`` that
    they take them. What everybody who looks at a face is sent is numbered: a whole message gives
    the number to begin with, and each further one has the next number. A message whose number is
    not higher than the client's has nothing new. One that skips a number does not fit: the client
    leaves it alone and emits ``resend``, which is answered by an ``Ack`` and a whole message. A
    message without a number concerns this client alone and has whole slices.

    The difference of two objects is an object: ``set`` has the fields that are new or have another
    value, ``in`` the differences within fields that stay, ``drop`` the names of fields that are
    gone; parts that would be empty are left out. The difference of two strings or two lists is a
    list of steps from the beginning on: ``n`` keeps so many characters or items, ``-n`` drops them,
    a string or a list is put in, and an object is the difference of the next item. What comes after
    the last step is kept. ``tests/vectors/differences.json`` has examples.
    """

    version: int
    now_ms: int
    rate: float
    whole: bool
    slices: dict[str, Any]
    differences: dict[str, Any] = {}
    number: int = 0


class SignalsMessage(msgspec.Struct, frozen=True, kw_only=True):
    """``signals``, downwards, at most once a second: what lives in memory only.

    ``here`` counts people who are in the room, ``live`` those whose phone is connected now,
    ``reached`` tells whether any phone has come through the address in the QR; ``None``: the
    people are simulated, so that it says nothing that none has. ``agree``,
    ``thanks`` and ``surprised`` count the reactions of the last ten seconds; ``slower`` and
    ``microphone`` the people who wish for it now. Phones are sent no reactions. ``helpers``
    counts the open pages of helpers by role; who has none open is not named. ``asking`` counts
    the phones that ask to be let in again, ``silent_walls`` the displays whose bell could not be
    heard, and ``health`` is what is wrong with the server itself; all three are for consoles
    alone.
    """

    here: int
    live: int
    reached: bool | None
    agree: int = 0
    thanks: int = 0
    surprised: int = 0
    slower: int = 0
    microphone: int = 0
    helpers: dict[str, int] = {}
    asking: int = 0
    silent_walls: int = 0
    health: tuple[Condition, ...] = ()


class StoppingMessage(msgspec.Struct, frozen=True, kw_only=True):
    """``stopping``, downwards: the server ends now, and the line is closed after this message.

    What was acknowledged is on disk. A client tries to connect again, and sends a command that had
    no answer again, under its id.
    """


ConnectRefusal = Literal[
    "session_unknown", "session_deleted", "facilitator_only", "link_revoked",
    "invalid_command", "too_fast", "not_saved",
]  # fmt: skip
"""Reasons for which a connection is refused (Socket.IO ``connect_error`` message).

``too_fast``: its address has asked for many codes that do not exist; ask again after half a minute.
A socket whose link is taken back is cut by the server; it hears the reason when it comes again.
"""
