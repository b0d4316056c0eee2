"""Deciding commands: what each causes, or why it does not."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.series import commands as c
from fishbowl.domain.series import events as e
from fishbowl.domain.series.decide import about, followers, occasions, turns
from fishbowl.domain.series.decide.registry import DECIDERS, Given, check_complete
from fishbowl.domain.series.decide.senders import check_sender
from fishbowl.domain.series.state import Series

__all__ = ["Given", "about", "decide", "followers", "occasions", "turns"]

check_complete(kind for kind in c.COMMANDS if kind is not c.BeginSeries)


def decide(series: Series | None, command: c.Command, given: Given) -> Sequence[e.Event]:
    """Decide a command.

    :raises Rejected: it is refused; nothing has changed.
    :raises AlreadyTrue: it is so already.
    """
    check_sender(command, given)
    if isinstance(command, c.BeginSeries):
        if series is not None:
            raise AlreadyTrue
        return [e.SeriesBegan(id=command.id, about=about.checked(command.about))]
    if series is None:
        raise Rejected("series_unknown")
    events: Sequence[e.Event] = DECIDERS[type(command)](series, command, given)
    return events
