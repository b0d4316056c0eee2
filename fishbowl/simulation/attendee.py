"""The tasks of one simulated attendee, from opening the page to the end of the simulation.

An attendee reacts only to what the own phone shows. So a change has the same effect whoever caused
it: the facilitator, another tab, an undo, or a reconnection.
"""

import asyncio

from fishbowl.domain.session.commands import JoinSession, SuggestTopic
from fishbowl.simulation.behaviour import Attendee
from fishbowl.simulation.bringing_back import bring_back
from fishbowl.simulation.listening import listen
from fishbowl.simulation.looking_back import look_back
from fishbowl.simulation.outer_ring import take_part_from_outside
from fishbowl.simulation.people import Person
from fishbowl.simulation.room import Room
from fishbowl.simulation.sitting import sit
from fishbowl.simulation.waiting import wait_for_a_chair

JOIN_TRIES = 10
"""How often somebody tries to join while joining is refused."""


async def attend(person: Person, room: Room) -> None:
    """Open the page at the drawn time, join, and run all behaviours until cancelled."""
    await room.sleep_until(person.arrives_s)
    async with room.page("phone", device=person.device) as phone:
        who = Attendee(person, room, phone)
        if await come_in(who):
            await be_there(who)


async def be_there(who: Attendee) -> None:
    """Do everything that somebody does who is in, until cancelled."""
    async with asyncio.TaskGroup() as group:
        group.create_task(take_part(who))
        group.create_task(suggest_a_topic(who))
        group.create_task(take_part_from_outside(who))
        group.create_task(bring_back(who))
        group.create_task(look_back(who))
        group.create_task(lose_the_network(who))
        group.create_task(open_a_second_tab(who))


async def come_in(who: Attendee) -> bool:
    """Type a name and join; a phone that joined earlier is in already.

    :return: whether the person is in.
    """
    if who.me.person:
        return True
    for _ in range(JOIN_TRIES):
        await who.delay(4, 14)
        ack = await who.phone.send(JoinSession(name=who.person.name))
        if ack.ok:
            return await who.phone.until(lambda: who.me.person > 0)
        await who.delay(60, 120)
    return False


async def take_part(who: Attendee) -> None:
    """Sit, wait or listen, depending on the own state, until removed from the session."""
    while not (who.me.out or who.me.forgotten):
        if who.phone.session.state == "closed":
            await who.phone.until(lambda: who.phone.session.state != "closed")
        elif who.me.turn is not None:
            await sit(who, who.me.turn)
        elif who.me.request is not None:
            await wait_for_a_chair(who, who.me.request)
        else:
            await listen(who)


async def suggest_a_topic(who: Attendee) -> None:
    """Suggest a topic at the drawn time, unless a topic with its title exists."""
    suggestion = who.person.suggestion
    if suggestion is None:
        return
    await who.room.sleep_until(suggestion.at_s)
    if all(topic.title != suggestion.title for topic in who.phone.topics.topics):
        await who.phone.send(SuggestTopic(title=suggestion.title))


async def lose_the_network(who: Attendee) -> None:
    """Lose the connection once, if that was drawn for this person."""
    absence = who.person.absence
    if absence is not None:
        await who.room.sleep_until(absence.at_s)
        await who.phone.lose_connection(absence.away_s)


async def open_a_second_tab(who: Attendee) -> None:
    """Open the page in a second tab at the drawn time, and close it after some minutes."""
    at_s = who.person.second_tab_at_s
    if at_s is not None:
        await who.room.sleep_until(at_s)
        async with who.room.page("phone", device=who.person.device):
            await who.delay(60, 240)
