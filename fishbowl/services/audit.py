"""The audit list of the owner: who did what to this installation, by key and role.

Sign-ins, wrong keys, renewed links, removals, exports, publications and deletions are noted; what
people say and do in a session is not. No line names a participant, a device or an address.

Noting never waits for the disk: a task of its own writes what was noted, at most once a second. A
list that is read is written first, so whoever looks sees everything.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Lock, Thread
from typing import NamedTuple

import msgspec

from fishbowl.access.sign_ins import NotSaved
from fishbowl.domain.kernel.roles import AT_WORK, Role
from fishbowl.domain.session.events import (
    EverybodyForgotten,
    PeopleRemoved,
    PersonForgotten,
    PersonSentOut,
    SettingsChanged,
)
from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.log import Log, StoreError, open_beside
from fishbowl.log.effects import PutAuditLines
from fishbowl.log.records import AUDIT_LINES_MAX, AuditLine
from fishbowl.services.writer import Change

SIGNED_IN, SIGNED_OUT, SIGNED_OUT_EVERYWHERE = "signed_in", "signed_out", "signed_out_everywhere"
WRONG_KEY, REVOKED_KEY = "wrong_key", "revoked_key"
OWNER_KEY_RENEWED, READERS_LINK_RENEWED = "owner_key_renewed", "readers_link_renewed"
LINK_RENEWED = "link_renewed"
SENT_OUT, SENT_TO_DOOR = "sent_out", "sent_to_door"
PERSON_FORGOTTEN, EVERYBODY_FORGOTTEN = "person_forgotten", "everybody_forgotten"
PUBLISHED, WITHDRAWN = "published", "withdrawn"
EXPORTED, EXPORTED_ALL, IMPORTED = "exported", "exported_all", "imported"
AUDIT_EXPORTED = "audit_exported"
DELETED = "deleted"
PASS_REPLACED = "pass_replaced"
COMMUNITY_DESCRIBED, FEATURE_SWITCHED = "community_described", "feature_switched"
HOST_ASKED, HOST_QUESTION_TAKEN_BACK = "host_asked", "host_question_taken_back"
INVITATION_LINK_RENEWED = "invitation_link_renewed"
INVITATION_WITHDRAWN, PEOPLE_INVITED = "invitation_withdrawn", "people_invited"
MEMBER_REMOVED, MERGE_PROPOSED = "member_removed", "merge_proposed"
ROUND_ASKED, ROUND_ENDED, ROUND_PREPARED = "round_asked", "round_ended", "round_prepared"
ANSWER_HIDDEN = "answer_hidden"
PROGRAMME_TAKEN, ROOMS_OPENED = "programme_taken", "rooms_opened"
SERIES_BEGUN, SERIES_CHANGED = "series_begun", "series_changed"
OCCASION_OPENED, SESSIONS_FILED = "occasion_opened", "sessions_filed"
HOME_JOINED, HOME_LEFT = "home_joined", "home_left"
LAPTOP_JOINED, LAPTOP_LEFT, HANDED_OVER = "laptop_joined", "laptop_left", "handed_over"
"""What can be noted. The words for people are in :mod:`fishbowl.web.audit.words`."""

MERGED = frozenset({WRONG_KEY, REVOKED_KEY, SESSIONS_FILED})
"""What comes many times at once, such as attempts with a key: it is counted."""

COMMAND, HOST, LAPTOP, UNKNOWN = "command", "host", "laptop", "unknown"
"""Who, beside the owner, readers and roles: the command line, a member who is a host, a laptop that
has this installation as its home, and somebody without a key."""

WRITE_EVERY_S = 1.0
WAITING_MAX = 1_000
"""Lines that wait while the disk refuses; beyond it the oldest are dropped."""
TURN_MAX_S = 60.0
"""To write what waits takes less, or the loop hangs."""


class Noted(NamedTuple):
    """What makes two attempts the same."""

    what: str
    who: str
    generation: int
    code: str
    detail: str


class Audit:
    """Keeps the list of one server.

    :param log: holds the list; used from any thread.
    :param now_ms: the machine's time in milliseconds since 1970, not session time.
    """

    def __init__(
        self,
        log: Log,
        now_ms: Callable[[], int],
        supervisor: Supervisor | None = None,
    ) -> None:
        self._log = log
        self._now_ms = now_ms
        self._supervisor = supervisor or Supervisor()
        self._lock, self._writing = Lock(), Lock()
        self._waiting: list[AuditLine] = []
        self._wake, self._stop = Event(), Event()
        self._turns = self._supervisor.turns("audit list", TURN_MAX_S)
        run = self._supervisor.supervised(self._turns, self._run)
        self._thread = Thread(target=run, name="audit", daemon=True)

    def start(self) -> None:
        """Begin to write what is noted."""
        self._thread.start()

    def stop(self) -> None:
        """Write what is left, and stop."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()
        with self._supervisor.isolated("writing the audit list"):
            self.flush()

    def note(
        self,
        what: str,
        *,
        who: str,
        code: str = "",
        detail: str = "",
        generation: int = 0,
        count: int = 1,
    ) -> None:
        """Note something; it is written in a moment. Never blocks and never fails."""
        noted, now_ms = Noted(what, who, generation, code, detail), self._now_ms()
        with self._lock:
            last = self._waiting[-1] if self._waiting else None
            if what in MERGED and last is not None and _noted(last) == noted:
                self._waiting[-1] = msgspec.structs.replace(
                    last, last_at_ms=now_ms, count=last.count + count
                )
            else:
                self._waiting.append(
                    AuditLine(at_ms=now_ms, last_at_ms=now_ms, count=count, **noted._asdict())
                )
                del self._waiting[:-WAITING_MAX]
        self._wake.set()

    def on_change(self, change: Change) -> None:
        """Note what a commit did; a subscriber of the writer."""
        for noted, count in noted_of(change):
            self.note(count=count, **noted._asdict())

    def flush(self) -> None:
        """Write what waits.

        :raises NotSaved: the file refused; it is tried again with the next line.
        """
        with self._writing:
            with self._lock:
                lines, self._waiting = self._waiting, []
            if not lines:
                return
            put = PutAuditLines(lines=tuple(lines), merged=MERGED, now_ms=self._now_ms())
            try:
                self._log.append({}, [put])
            except StoreError as error:
                with self._lock:
                    self._waiting = [*lines, *self._waiting][-WAITING_MAX:]
                raise NotSaved(str(error)) from error

    def lines(self, *, first: int = 0, most: int = AUDIT_LINES_MAX) -> tuple[list[AuditLine], int]:
        """Read lines, the latest first, and how many there are in all.

        :raises StoreError: the file refused.
        """
        with self._supervisor.isolated("writing the audit list"):
            self.flush()
        return self._log.audit_lines(first=first, most=most), self._log.audit_count()

    def _run(self) -> None:
        while not self._stop.is_set():
            with self._turns.waiting():
                self._wake.wait()
            self._wake.clear()
            with self._supervisor.isolated("writing the audit list"):
                self.flush()
            self._stop.wait(WRITE_EVERY_S)


def note_once(path: Path, now_ms: int, what: str, **about: object) -> bool:
    """Note what a command of the command line did, also beside a running server.

    :param path: the database.
    :param about: further fields of the line.
    :return: whether it is noted; ``False`` if the file refused.
    """
    line = msgspec.convert(
        {"at_ms": now_ms, "last_at_ms": now_ms, "what": what, "who": COMMAND, **about}, AuditLine
    )
    try:
        with closing(open_beside(path)) as log:
            log.append({}, [PutAuditLines(lines=(line,), merged=MERGED, now_ms=now_ms)])
    except StoreError:
        return False
    return True


def noted_of(change: Change) -> Iterator[tuple[Noted, int]]:
    """What a commit did that belongs into the list, and to how many people.

    Publication and links are compared before and after, so that an undo is noted as what it does.
    """
    before, after = change.before, change.after
    if not change.entries:
        return
    last = change.entries[-1]
    by = _name(last.role)
    if before is not None:
        if before.summary.published != after.summary.published:
            what = PUBLISHED if after.summary.published else WITHDRAWN
            yield Noted(what, by, 0, after.code, ""), 1
        for role in _renewed(before, after):
            yield Noted(LINK_RENEWED, by, 0, after.code, role.value), 1
    for entry in change.entries:
        if isinstance(entry.event, SettingsChanged):
            if entry.role is Role.OWNER and entry.event.series is not None:
                yield Noted(SESSIONS_FILED, _name(entry.role), 0, "", ""), 1
            continue
        match entry.event:
            case PersonSentOut():
                what, people = SENT_OUT, 1
            case PeopleRemoved(people=removed):
                what, people = SENT_TO_DOOR, len(removed)
            case PersonForgotten():
                what, people = PERSON_FORGOTTEN, 1
            case EverybodyForgotten(people=forgotten):
                what, people = EVERYBODY_FORGOTTEN, len(forgotten)
            case _:
                continue
        yield Noted(what, _name(entry.role), 0, after.code, ""), people


def _renewed(before: Session, after: Session) -> Iterator[Role]:
    for role in AT_WORK:
        if before.access.generation(role) != after.access.generation(role):
            yield role


def _name(role: Role) -> str:
    """Who acts in a role: only the owner's pages act as the door in what is noted here."""
    return "owner" if role is Role.DOOR else role.value


def _noted(line: AuditLine) -> Noted:
    return Noted(line.what, line.who, line.generation, line.code, line.detail)
