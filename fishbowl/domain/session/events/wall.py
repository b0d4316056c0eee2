"""Events of the room display, and of what it tells of the way in."""

from fishbowl.domain.session.commands.base import Showing, Wall, WifiSecurity
from fishbowl.domain.session.events.base import Event
from fishbowl.domain.session.events.limits import NetworkText, PasswordText


class WallChanged(Event, frozen=True, kw_only=True):
    """The room display shows ``what`` from here.

    ``kept``: the result of a vote stays there until the facilitator shows something else.
    """

    name = "wall.changed"
    undo = "by_role"
    undo_by = "in_passing"
    what: Wall
    kept: bool = False


class WallSet(Event, frozen=True, kw_only=True):
    """Every display goes on, keeps its picture, or shows nothing but water from here."""

    name = "wall.set"
    undo = "by_role"
    undo_by = "facilitators"
    showing: Showing


class VoiceInvited(Event, frozen=True, kw_only=True):
    """The facilitator told the room that a chair is waiting for somebody."""

    name = "voice.invited"
    undo = "by_role"
    undo_by = "facilitators"


class WifiSet(Event, frozen=True, kw_only=True):
    """The room uses this Wi-Fi from here; an empty ``network`` is none.

    It is on the wall for everybody who is there, and in nothing that leaves the session.
    """

    name = "wifi.set"
    undo = "by_role"
    undo_by = "facilitators"
    secrets = ("password",)
    network: NetworkText
    password: PasswordText
    security: WifiSecurity
    hidden: bool


class WifiErased(Event, frozen=True, kw_only=True):
    """The password of the Wi-Fi was overwritten in every earlier entry; no undo brings it back."""

    name = "wifi.erased"
    undo = "never"
