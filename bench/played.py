"""Running sessions of a wanted size, played by the rules: many people, or a long log."""

from itertools import cycle
from random import Random

import msgspec

from bench.archive import FIRST_DAY_MS, SEED, Writer
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.ids import (
    CallId,
    ChairNo,
    PersonId,
    RequestId,
    ThumbsId,
    TopicId,
    TurnId,
)
from fishbowl.domain.session.rules.chairs.free_chairs import free_chairs

CODE = "WAVE2222"
STARTERS = 4
"""People on chairs when it begins; one chair is free, so that somebody can be called."""
HANDS_TO_A_TURN = 20
"""In a long log hands go up and down, and now and then somebody sits for a while: 10,000 events
have two hundred turns, a full day of them."""


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """A session that runs, and who is in it."""

    writer: Writer
    waiting: list[PersonId]
    listening: list[PersonId]
    thumbs: ThumbsId


def full_room(people: int, waiting: int) -> Room:
    """Let people in, some of whom wait; who came by phone has shown a thumb.

    :param people: how many there will be with the starters, and with one more who comes last.
    :param waiting: how many ask for a chair, first in first.
    """
    writer = Writer(Random(SEED), FIRST_DAY_MS)
    writer.do(c.CreateSession(code=CODE, question="What makes people stay?"))
    for chair in range(1, STARTERS + 1):
        writer.do(c.SeatWalkUp(chair=ChairNo(chair), name=f"Starter {chair}"))
    writer.do(c.StartSession())
    topic = TopicId(writer.do(c.BeginTopic(title="Rooms that stay open")))
    joined = [
        PersonId(writer.do(c.JoinSession(name=f"Person {number}"), Role.ATTENDEE))
        for number in range(people - STARTERS - 1)
    ]
    thumbs = ThumbsId(writer.do(c.OpenThumbs(topic=topic)))
    for person in joined:
        writer.do(c.CastThumb(thumbs=thumbs, way="go_on"), Role.ATTENDEE, person)
    for person in joined[:waiting]:
        writer.do(c.AskForChair(), Role.ATTENDEE, person)
    return Room(writer=writer, waiting=joined[:waiting], listening=joined[waiting:], thumbs=thumbs)


def long_evening(people: int, waiting: int, events: int) -> Room:
    """Let a full room go on until its log has so many events, or a few more."""
    room = full_room(people, waiting)
    for number, person in enumerate(cycle(room.listening), 1):
        if len(room.writer.log) >= events:
            break
        asked = RequestId(room.writer.do(c.AskForChair(), Role.ATTENDEE, person))
        if number % HANDS_TO_A_TURN:
            room.writer.do(c.LowerHand(request=asked), Role.ATTENDEE, person)
        else:
            _sit_for_a_while(room.writer, asked)
    return room


def _sit_for_a_while(writer: Writer, request: RequestId) -> None:
    assert writer.session is not None
    chair = free_chairs(writer.session)[0].no
    call = CallId(writer.do(c.CallPerson(request=request, chair=chair)))
    turn = TurnId(writer.do(c.ConfirmSeated(call=call)))
    writer.do(c.FreeChair(turn=turn))
