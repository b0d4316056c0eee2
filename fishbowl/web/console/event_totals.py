"""What the sessions of one event come to together, read when a console asks."""

from collections.abc import Callable, Iterator

import msgspec

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.rules.floor.event_equity import (
    EventEquity,
    SessionFigures,
    event_equity,
    has_begun,
    is_same_event,
    session_figures,
)
from fishbowl.domain.session.rules.summary.open_items import Item, items
from fishbowl.domain.session.rules.summary.published import published_items
from fishbowl.domain.session.rules.takeaways import names_person
from fishbowl.domain.session.state import Session
from fishbowl.harvest.people import who
from fishbowl.harvest.words import name_of
from fishbowl.host.clock import Clock
from fishbowl.services.writer import Change, Service


class OpenItems(msgspec.Struct, frozen=True, kw_only=True):
    """What one session leaves, with whose it is as far as its attribution names anybody.

    ``published`` are those that its published summary tells.
    """

    items: tuple[Item, ...]
    names: dict[Seq, str]
    published: frozenset[Seq]


class Events:
    """Adds the sessions of an event up; what a closed one gives is worked out once.

    :param service: whose sessions they are.
    :param clock: session time, for what goes on.
    """

    def __init__(self, service: Service, clock: Clock) -> None:
        self._service = service
        self._clock = clock
        self._closed: dict[str, SessionFigures] = {}
        self._open: dict[str, OpenItems] = {}

    def on_change(self, change: Change) -> None:
        """Forget what a session gave: it may have been reopened, or put right."""
        self._closed.pop(change.after.code, None)
        self._open.pop(change.after.code, None)

    def on_deleted(self, code: str) -> None:
        """Keep nothing of a session that is no more."""
        self._closed.pop(code, None)
        self._open.pop(code, None)

    def equity(self, session: Session) -> EventEquity:
        """The figures of the event of a session, itself included."""
        own = session_figures(session, self._clock.now_ms())
        return event_equity((own, *self._others(session)))

    def open_items(self, code: str) -> OpenItems | None:
        """What a session leaves open, and what of it is closed; worked out once after its end."""
        known = self._open.get(code)
        if known is not None:
            return known
        session = self._service.session(code)
        if session is None:
            return None
        found = _open_items(session)
        if session.clock.closed_at_ms is not None:
            self._open[code] = found
            if self._service.session(code) is not session:  # changed while it was worked out
                self._open.pop(code, None)
        return found

    def open_before(self, event: str, code: str, is_own: Callable[[str], bool]) -> tuple[Item, ...]:
        """What the other sessions of an event leave open, the latest session first.

        The name of an event is typed by anybody, so it opens nothing: of a session that is not the
        asker's own, what is published is told, and nothing else.

        :param code: the session that asks; empty for one that is not there yet.
        :param is_own: whether the asker may look into a session.
        """
        return tuple(
            item
            for row in self._service.sessions()
            if row.code != code and row.state == "closed" and is_same_event(row.event, event)
            if (found := self.open_items(row.code)) is not None
            for item in _readable(found, is_own=is_own(row.code))
            if item.end is None
        )

    def _others(self, session: Session) -> Iterator[SessionFigures]:
        for row in self._service.sessions():
            if row.code == session.code or row.state == "lobby":
                continue
            if is_same_event(row.event, session.settings.event):
                yield from self._figures(row.code)

    def _figures(self, code: str) -> Iterator[SessionFigures]:
        known = self._closed.get(code)
        if known is None:
            session = self._service.session(code)
            if session is None or not has_begun(session):
                return
            known = session_figures(session, self._clock.now_ms())
            if session.clock.closed_at_ms is not None:
                self._closed[code] = known
                if self._service.session(code) is not session:  # changed while it was worked out
                    self._closed.pop(code, None)
        yield known


def _open_items(session: Session) -> OpenItems:
    found = items(session)
    names: dict[Seq, str] = {}
    for item in found:
        if item.person is not None and names_person(session, item.person):
            names[item.id] = name_of(who(session, item.person))
        elif item.owner and session.settings.attribution == "named":
            names[item.id] = item.owner
    return OpenItems(items=found, names=names, published=frozenset(published_items(session)))


def _readable(found: OpenItems, *, is_own: bool) -> Iterator[Item]:
    return (item for item in found.items if is_own or item.id in found.published)
