"""Deciding commands: what each causes, or why it does not."""

from collections.abc import Sequence

from fishbowl.domain.community.commands import COMMANDS, Command
from fishbowl.domain.community.decide import (
    apart,
    asks,
    checkins,
    expertise,
    facts,
    hosts,
    introductions,
    invitations,
    members,
    merges,
    offers,
    pairing,
    settings,
    stopping,
)
from fishbowl.domain.community.decide.registry import DECIDERS, Given, check_complete
from fishbowl.domain.community.decide.senders import check_sender
from fishbowl.domain.community.events import Event
from fishbowl.domain.community.state import EMPTY, Community

__all__ = [
    "Given",
    "apart",
    "asks",
    "checkins",
    "decide",
    "expertise",
    "facts",
    "hosts",
    "introductions",
    "invitations",
    "members",
    "merges",
    "offers",
    "pairing",
    "settings",
    "stopping",
]

check_complete(COMMANDS)


def decide(community: Community | None, command: Command, given: Given) -> Sequence[Event]:
    """Decide a command.

    :raises Rejected: it is refused; nothing has changed.
    :raises AlreadyTrue: it is so already.
    """
    before = EMPTY if community is None else community
    check_sender(before, command, given)
    events: Sequence[Event] = DECIDERS[type(command)](before, command, given)
    return events
