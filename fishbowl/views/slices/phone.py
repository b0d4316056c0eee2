"""Shapes for phones: what the crowd shares, and what each person alone is told."""

from fishbowl.domain.session.commands import AsideWhy, RequestKind, Thumb
from fishbowl.domain.session.model import CallEnd, TopicState
from fishbowl.domain.session.model.outer_ring import QuestionState
from fishbowl.domain.session.model.request_states import RequestState
from fishbowl.views.slices.door import AtDoor
from fishbowl.views.slices.shared import Label, PaceView, Slice
from fishbowl.views.slices.takeaways import MyAnswer, MyTakeaway


class PhoneQueueSlice(Slice, frozen=True, kw_only=True):
    """Who waits, in order, one string a column, ids apart by blanks; kinds as one letter each.

    ``whys`` has for each the reason of the place with its numbers, apart by colons: how many who
    came later go first by the order, how many because they reply, and how often the order has
    stepped over this request so far. Zeroes at the end are left out; a dot is arrival.
    """

    requests: str
    people: str
    kinds: str
    next: tuple[Label, ...]
    whys: str = ""
    pace: PaceView | None = None


class MyTurn(Slice, frozen=True, kw_only=True):
    """The turn of the person whose phone this is.

    ``tapped_by`` takes over when they have finished. ``minute`` tells whether one more minute was
    asked for, ``minute_until_run_ms`` until when it runs.
    """

    turn: int
    chair: int
    began_run_ms: int
    asked: bool
    offered: bool
    nudged_at_ms: int | None
    tapped_by: Label | None
    minute: bool
    minute_until_run_ms: int | None


class MyRequest(Slice, frozen=True, kw_only=True):
    """The open request of the person whose phone this is.

    ``listed`` is the number by which it stands in the queue that all phones share.
    ``deadline_run_ms`` is until when a call is in the air; ``last`` tells how the last call
    came to nothing. ``tapped`` is the chair that they would like to take over. ``topic`` is the
    one under which it was made; ``wanted`` asks whether the chair is still wanted. ``gave_to``
    and ``given_by`` tell with whom the place was exchanged.
    """

    request: int
    listed: int
    kind: RequestKind
    words: str
    state: RequestState
    call: int | None
    chair: int | None
    deadline_run_ms: int | None
    last: CallEnd
    misses: int
    tapped: int | None
    topic: int | None = None
    wanted: bool = False
    snoozed_until_run_ms: int | None = None
    gave_to: Label | None = None
    given_by: Label | None = None


class MyTopic(Slice, frozen=True, kw_only=True):
    """A topic that this person suggested."""

    id: int
    title: str
    state: TopicState


class MyDots(Slice, frozen=True, kw_only=True):
    """The dots of this person on one topic, in the vote named."""

    vote: int
    topic: int
    dots: int


class MyThumb(Slice, frozen=True, kw_only=True):
    """What this person said when asked whether to go on."""

    thumbs: int
    way: Thumb


class MyPoint(Slice, frozen=True, kw_only=True):
    """A point that this person left in writing; with a ``request``, after the end."""

    id: int
    words: str
    request: int | None = None


class MyQuestion(Slice, frozen=True, kw_only=True):
    """A question of this person, and for what it was set aside."""

    id: int
    words: str
    state: QuestionState
    why: AsideWhy | None


class MeSlice(Slice, frozen=True, kw_only=True):
    """What only one person's phones are told; never broadcast. ``person`` is 0 before joining.

    ``public_id`` is the number by which everybody's screens know the person. ``where`` is where
    the person said that they sit; ``credited`` whether the person chose to be named in the summary.
    ``let_in`` are votes that the person came too late for and may take part in all the same,
    ``code_typed`` those for which they have typed the code from the wall. ``at_door`` tells that
    they are not in yet, or not any more.
    """

    person: int
    label: Label | None
    out: bool
    forgotten: bool
    turns: int
    turn: MyTurn | None
    request: MyRequest | None
    topics: tuple[MyTopic, ...]
    group: str = ""
    public_id: int = 0
    read: int = 0
    let_in: tuple[int, ...] = ()
    code_typed: tuple[int, ...] = ()
    dots: tuple[MyDots, ...] = ()
    thumb: MyThumb | None = None
    questions: tuple[MyQuestion, ...] = ()
    upvoted: tuple[int, ...] = ()
    where: str = ""
    credited: bool = False
    points: tuple[MyPoint, ...] = ()
    takeaways: tuple[MyTakeaway, ...] = ()
    answers: tuple[MyAnswer, ...] = ()
    at_door: AtDoor = ""
