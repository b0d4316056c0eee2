"""When the simulated facilitator performs the next action that the console offers.

The console decides what the next action is. This module decides when it is performed, and marks
who has the floor.
"""

import msgspec

from fishbowl.domain.session.commands import (
    AnyCommand,
    BeginPhase,
    FreeChair,
    GiveFloor,
    RebalanceRun,
)
from fishbowl.domain.session.ids import TurnId
from fishbowl.simulation.desk import Desk
from fishbowl.simulation.screen_model import ChairModel, NextActionModel

LOOK_S = 4.0
"""Seconds between two looks at a console on which nothing changes."""
SEATED_ENOUGH_S = 110.0
"""The time on a chair after which somebody is asked to make room, in seconds."""
CROWDED, CROWDED_SHARE = 6, 0.7
"""With at least so many people waiting, this share of that time is enough."""
QUICK_S, OPEN_S = (3.0, 10.0), (12.0, 45.0)
"""The delay before a call: to any chair, and to the chair that is kept open."""
GROUP_S = 300.0
"""How long a whole group talks before it makes room."""
GRACE_S = 55.0
"""How long somebody who was asked to make room may stay."""
INVITE_EVERY_S = 150.0
STAGE_S = (25.0, 50.0)
"""How long a stage of the debrief is open; not shortened in short sessions."""
FLOOR_LEAST_S, FLOOR_MOST_S = 12.0, 60.0
"""How long somebody has the floor."""
NOT_YET_SPOKEN = 6.0
"""The weight of people who have not spoken in this turn, relative to those who have."""


async def follow_the_next_action(desk: Desk) -> None:
    """Perform the offered next action when its time has come."""
    while True:
        offered = desk.next
        if offered is not None and await _is_time_for(desk, offered) and desk.next == offered:
            await _do(desk, offered)
        await desk.console.until(lambda seen=offered: desk.next != seen, LOOK_S)  # type: ignore[misc]


async def follow_the_run(desk: Desk) -> None:
    """Go on to the next phase when the minutes of one are over."""
    while True:
        await desk.console.until(lambda: desk.console.run.due and desk.console.run.has_next())
        await desk.delay(2, 8 * desk.tempo + 2)
        run = desk.console.run
        if run.due and run.has_next():
            await desk.act(BeginPhase(index=run.index + 1))
            await desk.console.until(lambda seen=run.index: desk.console.run.index != seen, LOOK_S)  # type: ignore[misc]
            await _balance(desk)


async def begin_the_rest(desk: Desk) -> None:
    """Begin the phases that are left, one straight after the other."""
    while desk.console.run.has_next():
        index = desk.console.run.index
        if not (await desk.act(BeginPhase(index=index + 1))).ok:
            return
        await desk.console.until(lambda seen=index: desk.console.run.index != seen, LOOK_S)  # type: ignore[misc]


async def _balance(desk: Desk) -> None:
    """Shorten the bowl phase by the delay; where it is too short for that, end later."""
    late_ms = desk.console.run.late_ms(desk.console.session_clock.planned_ms)
    if late_ms <= 0:
        return
    ack = await desk.act(RebalanceRun(how="bowl", ms=late_ms))
    if not ack.ok:
        await desk.act(RebalanceRun(how="later", ms=late_ms))


async def free_empty_chairs(desk: Desk) -> None:
    """Free the chairs of people who got up without reporting it."""
    while True:
        for chair in desk.seated():
            if chair.person is not None and desk.hall.has_got_up(chair.person.id):
                await desk.delay(2, 6)
                await desk.act(FreeChair(turn=TurnId(chair.turn or 0)))
                desk.hall.sit(chair.person.id)
        await desk.console.until(lambda: False, LOOK_S)


async def follow_the_talk(desk: Desk) -> None:
    """Give the floor to a random seated person, again and again."""
    while True:
        seated = desk.seated()
        if desk.is_running() and seated:
            weights = [_is_likely_to_speak(desk, chair) for chair in seated]
            speaks = desk.draw.choices(seated, weights)[0]
            if speaks.state != "speaking" and speaks.turn is not None:
                await desk.act(GiveFloor(turn=TurnId(speaks.turn)))
                desk.spoken.add(speaks.turn)
        speech_s = desk.draw.uniform(FLOOR_LEAST_S, FLOOR_MOST_S) * desk.tempo
        await desk.delay(1, 3)
        await desk.console.until(lambda: not _somebody_speaks(desk), speech_s)


def _somebody_speaks(desk: Desk) -> bool:
    return any(chair.state == "speaking" for chair in desk.seated())


async def _is_time_for(desk: Desk, offered: NextActionModel) -> bool:
    """Wait a little, and decide whether to perform the offered action now."""
    match offered.do:
        case "call_person":
            least_s, most_s = OPEN_S if _is_the_open_one(desk) else QUICK_S
            await desk.delay(least_s, most_s * desk.tempo)
            return True
        case "confirm_seated":
            person = offered.person
            if person is None or not desk.hall.is_at_chair(person.id):
                return False
            await desk.delay(1, 4)
            return True
        case "ask_to_make_room":
            await desk.delay(2, 6)
            return _longest_seated_s(desk) >= _seated_enough_s(desk)
        case "take_over":
            turn = int(offered.args["turn"] or 0)
            asked_s = desk.asked_s.setdefault(turn, desk.console.running_s())
            return desk.console.running_s() - asked_s > GRACE_S * desk.tempo
        case "invite_voice":
            await desk.delay(5, 20)
            since_s = desk.console.running_s() - desk.invited_s
            return since_s > INVITE_EVERY_S * desk.tempo
        case "read_aloud":
            await desk.delay(8, 20)
            return True
        case "open_debrief":
            await desk.delay(*STAGE_S if desk.console.looking_back.stage else (2, 5))
            return True
        case "swap_group":
            await desk.delay(2, 6)
            return _longest_seated_s(desk) >= GROUP_S * desk.tempo
        case _:
            return False  # start, pause and close are done by the script


async def _do(desk: Desk, offered: NextActionModel) -> None:
    ack = await desk.act(msgspec.convert({"do": offered.do, **offered.args}, AnyCommand))
    if not ack.ok:
        return
    if offered.do == "ask_to_make_room":
        desk.asked_s[int(offered.args["turn"] or 0)] = desk.console.running_s()
    elif offered.do == "invite_voice":
        desk.invited_s = desk.console.running_s()


def _is_the_open_one(desk: Desk) -> bool:
    """Whether only as many chairs are free as the format keeps open."""
    free = sum(chair.state == "open" for chair in desk.console.bowl.chairs)
    return free <= desk.console.session.open_chairs


def _longest_seated_s(desk: Desk) -> float:
    now_s = desk.console.running_s()
    return max((now_s - (chair.began_run_ms or 0) / 1000 for chair in desk.seated()), default=0.0)


def _seated_enough_s(desk: Desk) -> float:
    crowded = len(desk.console.waiting.items) >= CROWDED
    return SEATED_ENOUGH_S * desk.tempo * (CROWDED_SHARE if crowded else 1.0)


def _is_likely_to_speak(desk: Desk, chair: ChairModel) -> float:
    if chair.state == "speaking":
        return 0.2
    return 1.0 if chair.turn in desk.spoken else NOT_YET_SPOKEN
