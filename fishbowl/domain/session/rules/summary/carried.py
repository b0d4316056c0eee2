"""What sessions leave to the next one of their series: it is up there from the beginning."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.rules.summary.open_items import as_title, items
from fishbowl.domain.session.state import Session

CarriedKind = Literal["topic", "question", "undecided", "action"]
LOOKED_BACK = 12
"""So many sessions back is looked; what nobody took up in a year of months is let go."""

_LEFT_STATES = frozenset({"up", "parked"})


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is open, as the latest session in which it came up has it.

    :param key: the same for as long as it is open, so that a host can leave it out.
    :param code: the session in which it came up last.
    :param at_ms: when that session began.
    :param since_ms: when the first one began in which it came up.
    :param times: in how many sessions it came up.
    """

    key: str
    kind: CarriedKind
    words: str
    code: str
    id: Seq
    at_ms: Millis
    since_ms: Millis
    times: int


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    id: Seq
    kind: CarriedKind
    words: str
    is_open: bool


def carried(sessions: Iterable[Session]) -> list[Carried]:
    """What is still open of the sessions of a series, the latest first.

    The same words in several sessions are one line. The latest session in which they came up says
    whether they are open: a topic that was talked about is not, nor is an item that was closed.

    :param sessions: closed ones, in any order; at most :data:`LOOKED_BACK` of them are looked at.
    """
    latest = sorted(sessions, key=lambda one: (_held_at_ms(one), one.code), reverse=True)
    found: dict[str, Carried | None] = {}
    for session in latest[:LOOKED_BACK]:
        for words, line in _of_session(session).items():
            before = found.get(words)
            if words not in found:
                found[words] = _carried(session, line) if line.is_open else None
            elif before is not None:
                found[words] = msgspec.structs.replace(
                    before,
                    key=_key(session, line),
                    since_ms=_held_at_ms(session),
                    times=before.times + 1,
                )
    return [one for one in found.values() if one is not None]


def _of_session(session: Session) -> dict[str, _Line]:
    """What came up, by its words; what is open leads."""
    found: dict[str, _Line] = {}
    for line in _lines(session):
        words = " ".join(line.words.casefold().split())
        if words and (words not in found or (line.is_open and not found[words].is_open)):
            found[words] = line
    return found


def _lines(session: Session) -> Iterator[_Line]:
    for item in items(session):
        if item.kind != "commitment":
            yield _Line(
                id=item.id, kind=item.kind, words=as_title(item.words), is_open=item.end is None
            )
    for topic in session.topics.values():
        if topic.state not in ("suggested", "aside", "merged"):
            is_open = topic.state in _LEFT_STATES
            yield _Line(id=Seq(topic.id), kind="topic", words=topic.title, is_open=is_open)


def _carried(session: Session, line: _Line) -> Carried:
    return Carried(
        key=_key(session, line),
        kind=line.kind,
        words=line.words,
        code=session.code,
        id=line.id,
        at_ms=_held_at_ms(session),
        since_ms=_held_at_ms(session),
        times=1,
    )


def _held_at_ms(session: Session) -> Millis:
    """When a session began; when it was made, if it was closed before."""
    started = session.clock.started_at_ms
    return session.created_at_ms if started is None else started


def _key(session: Session, line: _Line) -> str:
    return f"{session.code}.{line.id}"
