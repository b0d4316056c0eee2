"""What commits with the entries of each kind of stream, for whoever appends to any of them."""

from typing import Any

from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.streams import StreamKind
from fishbowl.domain.session.stream import SESSION
from fishbowl.services.community import community_effects
from fishbowl.services.effects import Effects, kind_effects
from fishbowl.services.session_log import session_effects

_EFFECTS: dict[str, Effects] = {
    SESSION.name: session_effects,
    COMMUNITY.name: community_effects,
}


def effects_of(kind: StreamKind[Any]) -> Effects:
    """What commits with new entries of a kind; its row and what is erased, if nothing else does."""
    return _EFFECTS.get(kind.name) or kind_effects(kind)
