"""What the events of the wall change."""

import msgspec
from immutables import Map

from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.model import Part, Picture, Wifi
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace

WALL, PICTURE, WIFI = Part("wall"), Part("picture"), Part("wifi")


@folds
def wall_changed(session: Session, event: e.WallChanged, entry: Entry) -> Changes:
    """Show something else on the wall."""
    return {WALL: replace(session.wall, what=event.what, kept=event.kept, set_seq=entry.seq)}


@folds
def wall_set(session: Session, event: e.WallSet, entry: Entry) -> Changes:
    """Keep what the wall shows now, without the history and the indexes that it does not show."""
    frozen = None
    if event.showing == "frozen":
        frozen = replace(
            session,
            actions=(),
            touched=Map(),
            recent=(),
            names=Map(),
            looks=Map(),
            picture=Picture(),
        )
    picture = Picture(showing=event.showing, since_ms=entry.at_ms, frozen=frozen)
    return {PICTURE: picture}


@folds
def voice_invited(session: Session, event: e.VoiceInvited, entry: Entry) -> Changes:
    """Note when the room was invited."""
    return {WALL: replace(session.wall, invited_at_ms=entry.at_ms)}


@folds
def wifi_set(session: Session, event: e.WifiSet, entry: Entry) -> Changes:
    """Use another Wi-Fi."""
    return {
        WIFI: Wifi(
            network=event.network,
            password=event.password,
            security=event.security,
            hidden=event.hidden,
            set_seq=entry.seq,
        )
    }


@folds
def wifi_erased(session: Session, event: e.WifiErased, entry: Entry) -> Changes:
    """Have no password any more; that of earlier states was overwritten in the log itself."""
    return {WIFI: replace(session.wifi, password="")}
