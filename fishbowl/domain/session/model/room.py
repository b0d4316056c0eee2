"""Parts that a session has many of: people, chairs, requests, turns, topics."""

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.commands import ChairKind, RequestKind
from fishbowl.domain.session.ids import (
    CallId,
    ChairNo,
    PersonId,
    PointId,
    RequestId,
    RunMillis,
    TopicId,
    TurnId,
)
from fishbowl.domain.session.intervals import Interval
from fishbowl.domain.session.model.base import CallEnd, Struct, TopicState
from fishbowl.domain.session.model.request_states import RequestState


class Point(Struct, frozen=True, kw_only=True):
    """What somebody left in writing, for the summary; afterwards, if with a ``request``."""

    id: PointId
    person: PersonId
    words: str
    topic: TopicId | None
    left_at_ms: Millis
    request: RequestId | None = None


class Person(Struct, frozen=True, kw_only=True):
    """Somebody in the room. ``no`` is the guest number, ``key`` empty for who has no phone.

    ``waits`` marks who waits at the door. ``volunteer`` marks who has agreed beforehand to take a
    chair that nobody takes. ``was`` lists the people of the log who turned out to be this one.
    """

    id: PersonId
    no: int
    called: str
    twin: int
    key: str
    joined_at_ms: Millis
    hidden: bool = False
    out: bool = False
    forgotten: bool = False
    group: str = ""
    group_no: int = 0
    volunteer: bool = False
    was: tuple[PersonId, ...] = ()
    waits: bool = False


class Knock(Struct, frozen=True, kw_only=True):
    """Somebody who was sent back to the door asks to be let in again, since the entry ``seq``."""

    person: PersonId
    seq: Seq
    at_ms: Millis


class Whereabouts(Struct, frozen=True, kw_only=True):
    """Where somebody says that they sit, in their own words, so that a microphone finds them."""

    person: PersonId
    words: str


class Chair(Struct, frozen=True, kw_only=True):
    """A place in the bowl: taken by a turn, held for a request, or free.

    A ``closing`` chair is there until it is left.
    """

    no: ChairNo
    kind: ChairKind = "speaker"
    closing: bool = False
    turn: TurnId | None = None
    held_for: RequestId | None = None


class Request(Struct, frozen=True, kw_only=True):
    """Somebody's wish for a chair.

    ``call``, ``chair``, ``called_run_ms``, ``accepted_run_ms`` and ``until_run_ms``, when its time
    is up, speak of the call that is in the air. ``rested_seq`` is the entry in which a call last
    came to nothing: until the next call is made, others are offered first.

    In the line: ``stands`` is the request whose place this one was given. ``lead`` are those
    before whom a hand has put it in the entry ``placed_seq``; if empty, behind everybody.
    ``as_point``: an exchange of places has ended its right to go ahead as a reply.
    ``served_seq`` is the entry that made it its turn, ``as_reply`` whether as a reply, and
    ``passed_over`` who was stepped over by the order then (``passed_now``: by the call in the air).
    """

    id: RequestId
    person: PersonId
    kind: RequestKind
    words: str
    topic: TopicId | None
    asked_at_ms: Millis
    rank: int
    state: RequestState = "waiting"
    call: CallId | None = None
    chair: ChairNo | None = None
    called_run_ms: RunMillis | None = None
    accepted_run_ms: RunMillis | None = None
    until_run_ms: RunMillis | None = None
    passes: int = 0
    misses: int = 0
    rested_seq: Seq = Seq(0)
    last_end: CallEnd = ""
    ended_at_ms: Millis | None = None
    lot: int | None = None
    stands: RequestId | None = None
    as_point: bool = False
    lead: tuple[RequestId, ...] | None = None
    placed_seq: Seq = Seq(0)
    passes_in_row: int = 0
    snoozed_until_run_ms: RunMillis | None = None
    gave_to: PersonId | None = None
    given_by: PersonId | None = None
    served_seq: Seq = Seq(0)
    as_reply: bool = False
    passed_over: tuple[RequestId, ...] = ()
    passed_now: tuple[RequestId, ...] = ()


class Sitting(Struct, frozen=True, kw_only=True):
    """A stretch of a turn on one chair, from ``from_run_ms`` until the next or the turn's end."""

    chair: ChairNo
    from_run_ms: RunMillis


class Turn(Struct, frozen=True, kw_only=True):
    """One stay in the bowl. ``spoken`` lists stretches with the floor as (from, to).

    ``tapped_by`` waits for this chair. One more minute lasts ``minute_until_run_ms``, until
    ``minute_over``.
    """

    id: TurnId
    person: PersonId
    request: RequestId | None
    began_at_ms: Millis
    began_run_ms: RunMillis
    sittings: tuple[Sitting, ...]
    ended_at_ms: Millis | None = None
    ended_run_ms: RunMillis | None = None
    spoken: tuple[Interval, ...] = ()
    asked_at_ms: Millis | None = None
    offered_at_ms: Millis | None = None
    nudged_at_ms: Millis | None = None
    tapped_by: RequestId | None = None
    tapped_at_ms: Millis | None = None
    minute_until_run_ms: RunMillis | None = None
    minute_over: bool = False

    @property
    def chair(self) -> ChairNo:
        """The chair the person sits on, or sat on last."""
        return self.sittings[-1].chair


class Topic(Struct, frozen=True, kw_only=True):
    """A thread of the question. ``spans`` lists when it was current, the last one may be open.

    ``into`` is the topic that it was merged into; ``limit_ms`` is its time since it was last begun.
    """

    id: TopicId
    title: str
    person: PersonId | None
    state: TopicState
    spans: tuple[tuple[RunMillis, RunMillis | None], ...] = ()
    into: TopicId | None = None
    limit_ms: int | None = None
