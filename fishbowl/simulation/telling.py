"""Behaviour in a round after a conference: people sign up to tell, and the round is planned."""

from fishbowl.domain.session.commands import KeepTakeaway, PlanRound
from fishbowl.simulation.behaviour import Attendee
from fishbowl.simulation.desk import Desk

TYPING_S = (4.0, 20.0)
"""How long somebody takes to write what they bring back; not shortened in short sessions."""
LOOK_S = 20.0
"""After a plan that was refused, the facilitator looks again so much later."""


async def sign_up(who: Attendee) -> None:
    """Sign up once with what was drawn, as soon as the phone asks what one brings back."""
    brought = who.person.brought
    if brought is None:
        return
    await who.phone.until(lambda: who.phone.looking_back.bringing)
    await who.delay(*TYPING_S)
    await who.phone.send(KeepTakeaway(kind="brought", words=brought.words, origin=brought.origin))


async def plan_the_round(desk: Desk) -> None:
    """Put those who have signed up by now in line, if there are any."""
    asked = desk.console.round
    if asked.open and asked.missing:
        await desk.act(PlanRound(minutes=asked.minutes))


async def follow_the_sign_ups(desk: Desk) -> None:
    """Plan the round again whenever somebody who has signed up is not in line."""
    while True:
        await desk.console.until(lambda: desk.console.round.missing > 0)
        await desk.delay(2, 4 + 12 * desk.tempo)
        await plan_the_round(desk)
        await desk.console.until(lambda: not desk.console.round.missing, LOOK_S)
