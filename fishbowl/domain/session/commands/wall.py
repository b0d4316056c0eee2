"""Commands about the room display and about what it tells of the way in."""

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from fishbowl.domain.session.commands.base import Command, Showing, Wall, WifiSecurity
from fishbowl.domain.session.commands.senders import FACILITATORS, TIME, Senders

NETWORK_MAX = 32
"""Bytes that the standard allows a network's name; letters here, the decision counts bytes."""
PASSWORD_MAX = 63
PASSWORD_MIN = 8

_PRINTED = r"^[^\x00-\x1f\x7f]*$"
Network = Annotated[str, Meta(max_length=NETWORK_MAX, pattern=_PRINTED)]
Password = Annotated[str, Meta(max_length=PASSWORD_MAX, pattern=_PRINTED)]


class ShowOnWall(Command, frozen=True, kw_only=True):
    """Choose what the room display shows: the bowl, or the QR over the whole wall.

    ``known``: beside the QR of the session, one that invites to be known next time.
    ``kept``: the result of a vote stays there, also when the talk goes on.
    """

    senders: ClassVar[Senders] = FACILITATORS

    what: Wall
    kept: bool = False


class ReturnToBowl(Command, frozen=True, kw_only=True):
    """Time itself: the result of a vote has stood long enough, and the talk goes on."""

    senders: ClassVar[Senders] = TIME


class SetWall(Command, frozen=True, kw_only=True):
    """Let every display go on, keep the picture that it shows, or show nothing but water."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    showing: Showing


class InviteVoice(Command, frozen=True, kw_only=True):
    """Tell the room, kindly, that a chair is waiting for somebody."""

    senders: ClassVar[Senders] = FACILITATORS


class RoomWifi(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Wi-Fi of the room, as part of a plan; every field is that of ``SetWifi``."""

    VERBATIM: ClassVar[frozenset[str]] = frozenset({"network", "password"})

    network: Network = ""
    password: Password = ""
    security: WifiSecurity = "wpa"
    hidden: bool = False


class SetWifi(Command, frozen=True, kw_only=True):
    """Say which Wi-Fi the room uses, exactly as it is typed; an empty ``network`` is none.

    ``hidden`` networks do not call out their name, so that a phone has to be told to look.
    """

    senders: ClassVar[Senders] = FACILITATORS

    VERBATIM: ClassVar[frozenset[str]] = frozenset({"network", "password"})

    network: Network
    password: Password = ""
    security: WifiSecurity = "wpa"
    hidden: bool = False


class EraseWifi(Command, frozen=True, kw_only=True):
    """Time's own act: the end of the session is final, so the Wi-Fi's password goes for good."""

    senders: ClassVar[Senders] = TIME
    after_the_end: ClassVar[bool] = True
