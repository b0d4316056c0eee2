"""Figures and open items over the sessions of an event, computed on request and cached."""

from collections.abc import Callable, Iterator

import msgspec

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.rules.floor.event_equity import (
    EventEquity,
    EventKey,
    SessionFigures,
    event_equity,
    event_key,
    has_begun,
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
    """The items of a session, with owners' names as far as its attribution allows.

    ``published`` are the items in its published summary.
    """

    items: tuple[Item, ...]
    names: dict[Seq, str]
    published: frozenset[Seq]


class EventTotalsCache:
    """Computes figures and items of an event's sessions; those of closed sessions are cached.

    :param service: provides the sessions.
    :param clock: session time, for running sessions.
    """

    def __init__(self, service: Service, clock: Clock) -> None:
        self._service = service
        self._clock = clock
        self._closed: dict[str, SessionFigures] = {}
        self._open: dict[str, OpenItems] = {}

    def on_change(self, change: Change) -> None:
        """Drop the cached values of a changed session."""
        self._closed.pop(change.after.code, None)
        self._open.pop(change.after.code, None)

    def on_deleted(self, code: str) -> None:
        """Drop the cached values of a deleted session."""
        self._closed.pop(code, None)
        self._open.pop(code, None)

    def equity(self, session: Session) -> EventEquity:
        """The equity figures of all sessions of a session's event."""
        own = session_figures(session, self._clock.now_ms())
        return event_equity((own, *self._others(session)))

    def open_items(self, code: str) -> OpenItems | None:
        """The open and closed items of a session; cached after its close."""
        known = self._open.get(code)
        if known is not None:
            return known
        session = self._service.session(code)
        if session is None:
            return None
        found = _open_items(session)
        if session.clock.closed_at_ms is not None:
            self._open[code] = found
            if self._service.session(code) is not session:  # it changed meanwhile
                self._open.pop(code, None)
        return found

    def open_before(
        self, event: EventKey, code: str, is_own: Callable[[str], bool]
    ) -> tuple[Item, ...]:
        """The open items of the other sessions of an event, latest session first.

        Anybody can type the name of an event, so it grants no access: of sessions that the user
        may not read, only published items are returned.

        :param code: the session that asks; empty for a new one.
        :param is_own: returns whether the user may read a session.
        """
        if not event:
            return ()
        return tuple(
            item
            for row in self._service.sessions()
            if row.code != code
            and row.state == "closed"
            and event_key(row.series, row.event) == event
            if (found := self.open_items(row.code)) is not None
            for item in _readable(found, is_own=is_own(row.code))
            if item.end is None
        )

    def _others(self, session: Session) -> Iterator[SessionFigures]:
        event = event_key(session.settings.series, session.settings.event)
        if not event:
            return
        for row in self._service.sessions():
            if row.code == session.code or row.state == "lobby":
                continue
            if event_key(row.series, row.event) == event:
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
                if self._service.session(code) is not session:  # it changed meanwhile
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
