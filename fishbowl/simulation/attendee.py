"""How an attendee lives through a session.

Everything follows what the person's own phone shows, so it does not matter who caused it: the
facilitator, another tab, an undo, or a connection that was gone for a while.
"""

import asyncio

from fishbowl.domain.session.commands import JoinSession, SuggestTopic
from fishbowl.simulation.behaviour import Body
from fishbowl.simulation.listening import listen
from fishbowl.simulation.looking_back import look_back
from fishbowl.simulation.outer_ring import take_part_from_outside
from fishbowl.simulation.people import Person
from fishbowl.simulation.room import Room
from fishbowl.simulation.sitting import sit
from fishbowl.simulation.waiting import wait_for_a_chair

DOOR_TRIES = 10
"""How often somebody tries a locked door."""


async def attend(person: Person, room: Room) -> None:
    """Come when it is time, and stay until the crowd goes home."""
    await room.sleep_until(person.arrives_s)
    async with room.page("phone", device=person.device) as phone:
        who = Body(person, room, phone)
        if not await come_in(who):
            return
        async with asyncio.TaskGroup() as habits:
            habits.create_task(take_part(who))
            habits.create_task(suggest_a_topic(who))
            habits.create_task(take_part_from_outside(who))
            habits.create_task(look_back(who))
            habits.create_task(lose_the_network(who))
            habits.create_task(open_a_second_tab(who))


async def come_in(who: Body) -> bool:
    """Type a name and join; a phone that was here before is in already.

    :return: whether the door let them in.
    """
    if who.me.person:
        return True
    for _ in range(DOOR_TRIES):
        await who.take(4, 14)
        ack = await who.phone.send(JoinSession(name=who.person.name))
        if ack.ok:
            return await who.phone.until(lambda: who.me.person > 0)
        await who.take(60, 120)
    return False


async def take_part(who: Body) -> None:
    """Do what the phone says is one's own to do, until sent out."""
    while not (who.me.out or who.me.forgotten):
        if who.phone.session.state == "closed":
            await who.phone.until(lambda: who.phone.session.state != "closed")
        elif who.me.turn is not None:
            await sit(who, who.me.turn)
        elif who.me.request is not None:
            await wait_for_a_chair(who, who.me.request)
        else:
            await listen(who)


async def suggest_a_topic(who: Body) -> None:
    """Have an idea at some point; keep it if the room is there already."""
    suggestion = who.person.suggestion
    if suggestion is None:
        return
    await who.room.sleep_until(suggestion.at_s)
    if all(topic.title != suggestion.title for topic in who.phone.topics.topics):
        await who.phone.send(SuggestTopic(title=suggestion.title))


async def lose_the_network(who: Body) -> None:
    """Take the lift, once."""
    absence = who.person.absence
    if absence is not None:
        await who.room.sleep_until(absence.at_s)
        await who.phone.lose_connection(absence.away_s)


async def open_a_second_tab(who: Body) -> None:
    """Scan the code again, forget about it, and close it later."""
    at_s = who.person.second_tab_at_s
    if at_s is not None:
        await who.room.sleep_until(at_s)
        async with who.room.page("phone", device=who.person.device):
            await who.take(60, 240)
