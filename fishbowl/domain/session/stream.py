"""A session as a kind of stream: what the log, the writer and snapshots know of it."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.streams import Asked, Decision, Stream, StreamKind
from fishbowl.domain.session.codec import CODEC
from fishbowl.domain.session.commands import Command, ForgetPerson
from fishbowl.domain.session.decide import Given, decide
from fishbowl.domain.session.erase import erase, needs_log
from fishbowl.domain.session.erasure import DEVICE_FIELDS, ERASING, erasable_fields, erasure
from fishbowl.domain.session.events import Event, PersonForgotten
from fishbowl.domain.session.evolve import evolve
from fishbowl.domain.session.row import SessionRow, session_row
from fishbowl.domain.session.snapshot import pack, unpack
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.upcast import is_old, upcast


def _decided(session: Session | None, command: Command, asked: Asked) -> Decision:
    person = None if session is None else session.person_of_key.get(asked.key)
    given = Given(
        now_ms=asked.now_ms, role=asked.role, person=person, key=asked.key, draw=asked.draw
    )
    return Decision(person or 0, decide(session, command, given))


def _again(session: Session, event: Event, now_ms: Millis) -> Sequence[Event]:
    """What an erasing event comes to in an older copy; who is forgotten may sit or wait in it."""
    if not isinstance(event, PersonForgotten):
        return (event,)
    given = Given(now_ms=now_ms, role=Role.FACILITATOR, person=None, key="", draw=0)
    try:
        return decide(session, ForgetPerson(person=event.person), given)
    except (Rejected, AlreadyTrue):
        return (event,)


def _code(session: Session) -> str:
    return session.code


SESSION: StreamKind[Session] = StreamKind(
    name="session",
    codec=CODEC,
    evolve=evolve,
    decide=_decided,
    erasable_fields=erasable_fields,
    erasure=erasure,
    erasing=ERASING,
    device_fields=DEVICE_FIELDS,
    erase=erase,
    again=_again,
    needs_log=needs_log,
    table="sessions",
    row_type=SessionRow,
    row=session_row,
    key_of=_code,
    pack=pack,
    unpack=unpack,
    is_old=is_old,
    upcast=upcast,
)


def session_stream(code: str) -> Stream:
    """Name the stream of a session."""
    return SESSION.stream(code)
