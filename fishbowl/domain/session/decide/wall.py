"""Rules of the room display: what it shows, whether it goes on, and the Wi-Fi it tells of."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.model import Wifi
from fishbowl.domain.session.rules.chairs.free_chairs import free_chairs, is_inviting
from fishbowl.domain.session.rules.votes import open_vote
from fishbowl.domain.session.rules.wall import (
    result_on_wall,
    result_until_ms,
    returns_to_bowl_ms,
    showing,
    wifi_erased_at_ms,
)
from fishbowl.domain.session.state import Session


@decides
def show_on_wall(session: Session, command: c.ShowOnWall, given: Given) -> Sequence[e.Event]:
    """Change what the room display shows.

    Topics that are shown by hand while nobody votes stay until something else is shown.

    :raises Rejected: ``under_18``: nobody under 18 is invited to be known.
    """
    if command.what == "known" and session.settings.under_18:
        raise Rejected("under_18")
    is_new = session.wall.what != command.what
    by_hand = is_new and command.what == "topics" and open_vote(session) is None
    kept = command.what == "topics" and (command.kept or by_hand)
    if not is_new and session.wall.kept == kept:
        raise AlreadyTrue()
    return [e.WallChanged(what=command.what, kept=kept)]


@decides
def return_to_bowl(session: Session, command: c.ReturnToBowl, given: Given) -> Sequence[e.Event]:
    """Let a result that has stood long enough make room for the bowl."""
    at_ms = returns_to_bowl_ms(session)
    if at_ms is None or given.now_ms < at_ms:
        raise AlreadyTrue()
    return [e.WallChanged(what="bowl")]


def showing_bowl(session: Session) -> list[e.Event]:
    """Make the events by which the wall shows what stands beside the bowl, such as a question.

    Nothing takes an open vote off the wall; its result goes at once, for somebody wants it so.
    """
    is_topics = session.wall.what == "topics" and open_vote(session) is None
    return [e.WallChanged(what="bowl")] if is_topics else []


def leaving_topics(session: Session, given: Given) -> list[e.Event]:
    """Make the events by which the wall goes from the topics to the bowl.

    None, while the result of a vote is still to be read: time follows later.
    """
    vote = result_on_wall(session)
    is_to_be_read = vote is not None and given.now_ms < result_until_ms(vote)
    if session.wall.what != "topics" or is_to_be_read:
        return []
    return [e.WallChanged(what="bowl")]


@decides
def set_wall(session: Session, command: c.SetWall, given: Given) -> Sequence[e.Event]:
    """Let the displays go on, stand, or be empty; possible at any time."""
    if showing(session) == command.showing:
        raise AlreadyTrue()
    return [e.WallSet(showing=command.showing)]


@decides
def invite_voice(session: Session, command: c.InviteVoice, given: Given) -> Sequence[e.Event]:
    """Point to the open chair; there must be one, for which people can ask."""
    if clock_state(session.clock) != "running":
        raise Rejected("not_running")
    if not free_chairs(session):
        raise Rejected("chair_taken")
    if session.timing.queue_closed:
        raise Rejected("queue_closed")
    if is_inviting(session):
        raise AlreadyTrue()
    return [e.VoiceInvited()]


@decides
def set_wifi(session: Session, command: c.SetWifi, given: Given) -> Sequence[e.Event]:
    """Say which Wi-Fi the room uses; what no phone could join is refused.

    :raises Rejected: ``bad_size``, see :func:`wifi_said`.
    """
    events = wifi_said(command, session.wifi)
    if not events:
        raise AlreadyTrue()
    return events


@decides
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
