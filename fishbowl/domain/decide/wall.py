"""Rules of the room display: what it shows, whether it goes on, and the Wi-Fi it tells of."""

from collections.abc import Sequence

from fishbowl.domain import commands as c
from fishbowl.domain import events as e
from fishbowl.domain.decide.given import Given
from fishbowl.domain.errors import AlreadyTrue, Rejected
from fishbowl.domain.state import Session
from fishbowl.domain.wall import showing


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

    :raises Rejected: ``bad_size``: the name is too long, or the password too short.
    """
    network = command.network.strip() and command.network
    if len(network.encode()) > c.NETWORK_MAX:
        raise Rejected("bad_size", field="network", most=c.NETWORK_MAX)
    password = command.password if network and command.security != "open" else ""
    least = {"wpa": c.PASSWORD_MIN, "wep": 1, "open": 0}[command.security]
    if network and len(password) < least:
        raise Rejected("bad_size", field="password", least=least)
    now = session.wifi
    wanted = (network, password, command.security, command.hidden)
    if wanted == (now.network, now.password, now.security, now.hidden):
        raise AlreadyTrue()
    if not network and not now.network:
        raise AlreadyTrue()
    return [
        e.WifiSet(
            network=network, password=password, security=command.security, hidden=command.hidden
        )
    ]
