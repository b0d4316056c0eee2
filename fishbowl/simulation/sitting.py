"""Behaviour in the bowl: how long people sit, and how they leave."""

from fishbowl.domain.kernel.ids import TurnId
from fishbowl.domain.session.commands import FreeChair, OfferRoom
from fishbowl.simulation.behaviour import Attendee
from fishbowl.simulation.screen_model import MyTurnModel

LEAST_S, MOST_S = 120.0, 420.0
"""The bounds of a turn in seconds, unless somebody is asked to make room."""
SPREAD = 0.35
"""The sigma of the log-normal distribution of turn lengths."""
THOUGHT_S, LONG_THOUGHT_S = 30.0, 120.0
"""The longest time to leave after being asked to make room; the second for who lingers."""
NUDGED_S = 40.0
"""A time reminder shortens the rest of a turn to at most this."""


async def sit(who: Attendee, turn: MyTurnModel) -> None:
    """Stay until the planned length is over or somebody asks to make room, then leave."""
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


def _length_s(who: Attendee) -> float:
    drawn = who.draw.lognormvariate(0, SPREAD) * who.person.kind.talk_s
    return min(MOST_S, max(LEAST_S, drawn)) * who.tempo


async def _finish_the_thought(who: Attendee, turn: MyTurnModel) -> None:
    lingers = who.draw.random() < who.person.kind.lingers
    longest_s = LONG_THOUGHT_S if lingers else THOUGHT_S
    await _is_over(who, turn, who.draw.uniform(8, longest_s) * who.tempo)
    await _leave(who, turn)


async def _leave(who: Attendee, turn: MyTurnModel) -> None:
    """Leave the chair: perhaps offer room first; by phone, or only visibly."""
    if _has_left(who, turn):
        return
    id = TurnId(turn.turn)
    if not turn.asked and not turn.offered and who.draw.random() < who.person.kind.offers:
        await who.phone.send(OfferRoom(turn=id))
        await who.delay(8, 25)
    if not who.uses_phone():
        who.hall.get_up(who.me.person)
        if await _is_over(who, turn, 60):
            return
    await who.phone.send(FreeChair(turn=id))
    await _is_over(who, turn, 10)


async def _is_over(who: Attendee, turn: MyTurnModel, seconds: float) -> bool:
    """Wait until one's turn is over."""
    return await who.phone.until(lambda: _has_left(who, turn), seconds)


def _has_left(who: Attendee, turn: MyTurnModel) -> bool:
    now = who.me.turn
    return now is None or now.turn != turn.turn
