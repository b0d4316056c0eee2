"""The round in which people tell what they bring back: signing up, and planning it."""

from fishbowl.domain.session.commands import KeepTakeaway, PlanRound
from fishbowl.simulation.behaviour import Attendee
from fishbowl.simulation.desk import Desk
from fishbowl.simulation.material.looking_back import BROUGHT, ORIGINS

TELLERS = 8
"""About so many people sign up."""
LEAST_MINUTES = 1
MOST_SHARE = 0.5
"""A round that would take more of the session is not planned: who signed up asks for a chair."""


async def bring_back(who: Attendee) -> None:
    """Perhaps sign up to tell, once the room is asked for it."""
    await who.phone.until(lambda: who.phone.looking_back.bringing and who.me.person > 0)
    if who.draw.random() * who.room.people < TELLERS:
        await who.delay(5, 30)
        await who.phone.send(
            KeepTakeaway(
                kind="brought",
                words=who.draw.choice(BROUGHT),
                origin=who.draw.choice(ORIGINS),
                shared=True,
            )
        )


async def plan_the_round(desk: Desk) -> None:
    """Let everybody tell who has signed up; again when somebody has come late."""
    console = desk.console
    while True:
        seen = console.round.missing
        if console.round.open and seen:
            await desk.delay(20, 40)
            minutes = max(LEAST_MINUTES, console.round.minutes)
            if minutes * console.round.still <= MOST_SHARE * desk.plan.planned:
                await desk.act(PlanRound(minutes=minutes))
        await console.until(lambda: console.round.missing != seen)  # noqa: B023
