"""Listening, until there is something to say and it is worth asking for a chair."""

from fishbowl.domain.session.commands import AskForChair, LeavePoint, RequestKind
from fishbowl.simulation.behaviour import Body

TURN_S = 240.0
"""How long people stay on a chair, more or less: what the pace of asking is reckoned with."""
PRESSURE = 0.35
"""There is time for so much of what people would like to say."""
QUEUE_SHYNESS = 4.0
"""With so many people waiting, others ask half as often."""
OPEN_CHAIR_PULL = 3.0
"""An open chair and nobody waiting: people ask so many times as often."""
ONCE_MORE = 0.7
"""By how much every turn already taken lengthens the thinking."""
LOBBY_SHYNESS = 2.0
"""Before the start people ask so many times as rarely."""
KINDS: tuple[tuple[RequestKind, float], ...] = (
    ("new_point", 0.5),
    ("reply", 0.3),
    ("question", 0.2),
)


async def listen(who: Body) -> None:
    """Listen for a moment, and perhaps ask for a chair."""
    seen_ms = who.clock.now_ms()
    if await who.phone.until(lambda: _is_taken_up(who), who.glance_s):
        return
    if who.phone.session.state == "paused":
        return
    listened_s = (who.clock.now_ms() - seen_ms) / 1000
    if who.happens(listened_s, thinking_s(who)):
        await _ask(who)


def thinking_s(who: Body) -> float:
    """How long, on average, somebody goes on listening as things are now."""
    session, waiting = who.phone.session, who.phone.queue.length()
    seats = max(1, session.chair_count - session.open_chairs)
    pace_s = who.room.people * TURN_S * who.tempo / seats * PRESSURE
    shyness = 1 + (waiting / QUEUE_SHYNESS) ** 2
    if session.state == "lobby":
        shyness *= LOBBY_SHYNESS
    pull = OPEN_CHAIR_PULL if not waiting and who.phone.bowl.has_room() else 1
    again = 1 + ONCE_MORE * who.me.turns
    return pace_s * who.person.kind.reticence * shyness * again / pull


def something_to_say(who: Body) -> tuple[RequestKind, str]:
    """Find what to bring: the kind, and often a few words about the current topic."""
    kind = who.draw.choices([kind for kind, _ in KINDS], [share for _, share in KINDS])[0]
    thread = who.room.material.thread(who.phone.topics.current())
    if thread is None or who.draw.random() > who.person.kind.words:
        return kind, ""
    return kind, who.draw.choice(thread.words(kind))


async def _ask(who: Body) -> None:
    kind, words = something_to_say(who)
    await who.take(3, 10)
    if words:
        await who.take(5, 15)
    who.memory.asked_under = who.phone.topics.current()
    if who.phone.run.queue_closed:
        if words:
            await who.phone.send(LeavePoint(words=words))
        return
    await who.phone.send(AskForChair(kind=kind, words=words))
    await who.phone.until(lambda: _is_taken_up(who), 10)


def _is_taken_up(who: Body) -> bool:
    me, closed = who.me, who.phone.session.state == "closed"
    return closed or me.out or me.forgotten or me.turn is not None or me.request is not None
