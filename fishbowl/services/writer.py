"""The writer of sessions: see :mod:`fishbowl.services.stream_writer` for how it works."""

from pathlib import Path
from typing import TypeAlias

from fishbowl.domain.session.row import SessionRow, session_row
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.stream import SESSION, session_stream
from fishbowl.host.clock import Clock
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner, directly
from fishbowl.log import Log
from fishbowl.log.effects import deletion_effects
from fishbowl.services.batch import Envelope, Outcome, StreamChange
from fishbowl.services.health import Health
from fishbowl.services.session_log import list_sessions, session_effects
from fishbowl.services.shared_log import SharedLog
from fishbowl.services.states import BrokenStream as BrokenSession
from fishbowl.services.stream_writer import StreamWriter

__all__ = ["BrokenSession", "Change", "Envelope", "Outcome", "Service", "session_row"]

Change: TypeAlias = StreamChange[Session]
"""What a commit did to one session."""


class Service(StreamWriter[Session]):
    """Runs all sessions of one database.

    The parameters are those of :class:`~fishbowl.services.shared_log.SharedLog`, which is made
    here; ``clock`` is the session time of the machine.
    """

    def __init__(
        self,
        store: Log,
        clock: Clock,
        *,
        writing: Runner = directly,
        reading: Runner = directly,
        health: Health | None = None,
        supervisor: Supervisor | None = None,
    ) -> None:
        shared = SharedLog(
            store, writing=writing, reading=reading, health=health, supervisor=supervisor
        )
        super().__init__(shared, SESSION, session_effects, clock)

    def session(self, code: str) -> Session | None:
        """The committed state of a session; ``None`` if no session has this code.

        :raises BrokenSession: its log cannot be read.
        :raises Unavailable: no log can be read at this moment.
        """
        return self.state(code)

    def sessions(self) -> list[SessionRow]:
        """All sessions, newest first."""
        return list_sessions(self.log)

    def session_counts(self) -> dict[str, int]:
        """How many sessions there are, by state."""
        return self.log.stream_counts(SESSION.name, "state")

    def in_memory(self) -> list[Session]:
        """The cached sessions."""
        return [session for _, session in self._states.in_memory()]

    def delete_session(self, code: str) -> bool:
        """Delete a session irreversibly: its log, its row, and its entries in the archive index.

        :return: whether there was one.
        :raises StoreError: the database cannot be used; nothing was deleted.
        """
        return self.delete(code, deletion_effects(session_stream(code)))

    @property
    def path(self) -> Path:
        """The database file; it changes if the server continues in a copy."""
        return self.log.path
