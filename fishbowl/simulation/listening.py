"""Behaviour of listeners: when they request a chair, and with what."""

from fishbowl.domain.session.commands import AskForChair, LeavePoint, RequestKind
from fishbowl.simulation.behaviour import Attendee

TYPICAL_TURN_S = 240.0
"""A typical length of a turn in seconds, from which the rate of requests is computed."""
PRESSURE = 0.35
"""A factor on the interval between requests: below 1, more is asked than there is time for."""
QUEUE_SHYNESS = 4.0
"""The queue length at which the rate of requests is halved."""
OPEN_CHAIR_PULL = 3.0
"""The factor on the rate of requests while a chair is open and nobody waits."""
ONCE_MORE = 0.7
"""By how much each turn already taken lengthens the interval."""
LOBBY_SHYNESS = 2.0
"""The factor on the interval before the start."""
KINDS: tuple[tuple[RequestKind, float], ...] = (
    ("new_point", 0.5),
    ("reply", 0.3),
    ("question", 0.2),
)


async def listen(who: Attendee) -> None:
    """Wait until the next decision, and perhaps request a chair."""
    seen_ms = who.clock.now_ms()
    if await who.phone.until(lambda: _is_engaged(who), who.check_interval_s):
        return
    if who.phone.session.state == "paused":
        return
    listened_s = (who.clock.now_ms() - seen_ms) / 1000
    if who.has_happened(listened_s, thinking_s(who)):
        await _ask(who)


def thinking_s(who: Attendee) -> float:
    """The mean interval until a person requests a chair, in seconds, in the current state."""
    session, waiting = who.phone.session, who.phone.queue.length()
    seats = max(1, session.chair_count - session.open_chairs)
    pace_s = who.room.people * TYPICAL_TURN_S * who.tempo / seats * PRESSURE
    shyness = 1 + (waiting / QUEUE_SHYNESS) ** 2
    if session.state == "lobby":
        shyness *= LOBBY_SHYNESS
    pull = OPEN_CHAIR_PULL if not waiting and who.phone.bowl.has_room() else 1
    again = 1 + ONCE_MORE * who.me.turns
    return pace_s * who.person.kind.reticence * shyness * again / pull


def something_to_say(who: Attendee) -> tuple[RequestKind, str]:
    """Draw the kind of a request and, for some, words about the current topic."""
    kind = who.draw.choices([kind for kind, _ in KINDS], [share for _, share in KINDS])[0]
    thread = who.room.material.thread(who.phone.topics.current())
    if thread is None or who.draw.random() > who.person.kind.words:
        return kind, ""
    return kind, who.draw.choice(thread.words(kind))


async def _ask(who: Attendee) -> None:
    kind, words = something_to_say(who)
    await who.delay(3, 10)
    if words:
        await who.delay(5, 15)
    who.memory.asked_under = who.phone.topics.current()
    if who.phone.run.queue_closed:
        if words:
            await who.phone.send(LeavePoint(words=words))
        return
    await who.phone.send(AskForChair(kind=kind, words=words))
    await who.phone.until(lambda: _is_engaged(who), 10)


def _is_engaged(who: Attendee) -> bool:
    me, closed = who.me, who.phone.session.state == "closed"
    return closed or me.out or me.forgotten or me.turn is not None or me.request is not None
