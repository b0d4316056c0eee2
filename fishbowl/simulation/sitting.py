"""In the bowl: talking, and making room."""

from fishbowl.domain.session.commands import FreeChair, OfferRoom
from fishbowl.domain.session.ids import TurnId
from fishbowl.simulation.behaviour import Body
from fishbowl.simulation.screen_model import MyTurnSeen

LEAST_S, MOST_S = 120.0, 420.0
"""Nobody leaves a chair sooner of their own accord, or stays longer."""
SPREAD = 0.35
"""How much one turn of a person differs from another."""
THOUGHT_S, LONG_THOUGHT_S = 30.0, 120.0
"""How long people finish a thought who were asked to make room; the second for who lingers."""
NUDGED_S = 40.0
"""A reminder of the time shortens a turn to this."""


async def sit(who: Body, turn: MyTurnSeen) -> None:
    """Stay until there is nothing more to say, or somebody asks to make room."""
    who.hall.sit(who.me.person)
    lengths = who.memory.lengths
    length_s = lengths.setdefault(turn.turn, _length_s(who))
    seated_s = who.phone.running_s() - turn.began_run_ms / 1000
    if turn.asked:
        await _finish_the_thought(who, turn)
    elif turn.nudged_at_ms is not None and length_s - seated_s > NUDGED_S:
        lengths[turn.turn] = seated_s + who.draw.uniform(10, NUDGED_S)
    elif seated_s < length_s or who.phone.session.state != "running":
        await who.phone.until(lambda: who.me.turn != turn, max(1.0, length_s - seated_s))
    else:
        await _leave(who, turn)


def _length_s(who: Body) -> float:
    drawn = who.draw.lognormvariate(0, SPREAD) * who.person.kind.talk_s
    return min(MOST_S, max(LEAST_S, drawn)) * who.tempo


async def _finish_the_thought(who: Body, turn: MyTurnSeen) -> None:
    lingers = who.draw.random() < who.person.kind.lingers
    longest_s = LONG_THOUGHT_S if lingers else THOUGHT_S
    await _is_over(who, turn, who.draw.uniform(8, longest_s) * who.tempo)
    await _leave(who, turn)


async def _leave(who: Body, turn: MyTurnSeen) -> None:
    """Get up: with an offer first, by phone, or without a word."""
    if _has_left(who, turn):
        return
    id = TurnId(turn.turn)
    if not turn.asked and not turn.offered and who.draw.random() < who.person.kind.offers:
        await who.phone.send(OfferRoom(turn=id))
        await who.take(8, 25)
    if not who.says_so():
        who.hall.get_up(who.me.person)
        if await _is_over(who, turn, 60):
            return
    await who.phone.send(FreeChair(turn=id))
    await _is_over(who, turn, 10)


async def _is_over(who: Body, turn: MyTurnSeen, seconds: float) -> bool:
    """Wait until one's turn is over."""
    return await who.phone.until(lambda: _has_left(who, turn), seconds)


def _has_left(who: Body, turn: MyTurnSeen) -> bool:
    now = who.me.turn
    return now is None or now.turn != turn.turn
