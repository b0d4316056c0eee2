"""Rules of the room display: what it shows, whether it goes on, and the Wi-Fi it tells of."""

from collections.abc import Sequence

from fishbowl.domain import commands as c
from fishbowl.domain import events as e
from fishbowl.domain.decide.given import Given
from fishbowl.domain.errors import AlreadyTrue, Rejected
from fishbowl.domain.parts import Wifi
from fishbowl.domain.state import Session
from fishbowl.domain.wall import showing, wifi_erased_at_ms


def show_on_wall(session: Session, command: c.ShowOnWall, given: Given) -> Sequence[e.Event]:
    """Change what the room display shows."""
    if session.wall.what == command.what:
        raise AlreadyTrue()
    return [e.WallChanged(what=command.what)]


def set_wall(session: Session, command: c.SetWall, given: Given) -> Sequence[e.Event]:
    """Let the displays go on, stand, or be empty; possible at any time."""
    if showing(session) == command.showing:
        raise AlreadyTrue()
    return [e.WallSet(showing=command.showing)]


def set_wifi(session: Session, command: c.SetWifi, given: Given) -> Sequence[e.Event]:
    """Say which Wi-Fi the room uses; what no phone could join is refused.

    :raises Rejected: ``bad_size``, see :func:`wifi_said`.
    """
    events = wifi_said(command, session.wifi)
    if not events:
        raise AlreadyTrue()
    return events


def erase_wifi(session: Session, command: c.EraseWifi, given: Given) -> Sequence[e.Event]:
    """Delete the password for good, once the end of the session is final by time."""
    due_ms = wifi_erased_at_ms(session)
    if due_ms is None:
        raise AlreadyTrue()
    if given.now_ms < due_ms:
        raise Rejected("not_running")
    return erasing_wifi(session)


def erasing_wifi(session: Session) -> list[e.Event]:
    """Make the event that deletes the password everywhere, if one is held of a closed session.

    The undo of the end is refused from here, since it would show a Wi-Fi without its password.
    """
    return [e.WifiErased()] if wifi_erased_at_ms(session) is not None else []


def wifi_said(wanted: c.SetWifi | c.RoomWifi, now: Wifi) -> list[e.Event]:
    """What makes the Wi-Fi that is wanted that of the room; nothing, if it is.

    :raises Rejected: ``bad_size``: the name is too long, or the password too short.
    """
    network = wanted.network.strip() and wanted.network
    if len(network.encode()) > c.NETWORK_MAX:
        raise Rejected("bad_size", field="network", most=c.NETWORK_MAX)
    password = wanted.password if network and wanted.security != "open" else ""
    least = {"wpa": c.PASSWORD_MIN, "wep": 1, "open": 0}[wanted.security]
    if network and len(password) < least:
        raise Rejected("bad_size", field="password", least=least)
    said = e.WifiSet(
        network=network, password=password, security=wanted.security, hidden=wanted.hidden
    )
    is_so = all(getattr(now, field) == getattr(said, field) for field in said.__struct_fields__)
    return [] if is_so or not (network or now.network) else [said]
