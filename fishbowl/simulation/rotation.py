"""How a facilitator keeps a bowl turning: by the one next action, at the pace of people.

The console says what could be done next; when to do it is judgement, and that is what is here.
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
from fishbowl.simulation.screen_model import ChairSeen, NextSeen

LOOK_S = 4.0
"""How often the facilitator looks at the console, if nothing changes there."""
SEATED_ENOUGH_S = 110.0
"""After this long on a chair one may be asked to make room, so that a chair is open again."""
CROWDED, CROWDED_SHARE = 6, 0.7
"""With so many people waiting, this share of it is enough."""
QUICK_S, OPEN_S = (3.0, 10.0), (12.0, 45.0)
"""How long until the next person is called: to any chair, and to the one that is kept open."""
GROUP_S = 300.0
"""How long a whole group talks before it makes room."""
GRACE_S = 55.0
"""How long somebody who was asked may finish the thought."""
INVITE_EVERY_S = 150.0
STAGE_S = (25.0, 50.0)
"""How long a stage of the debrief is open; in a short session it takes as long."""
FLOOR_LEAST_S, FLOOR_MOST_S = 12.0, 60.0
"""How long somebody speaks before somebody else does."""
NOT_YET_SPOKEN = 6.0
"""Who has not said anything in this turn is so many times as likely to speak next."""


async def follow_the_next_action(desk: Desk) -> None:
    """Do what the console offers, when the time is right."""
    while True:
        offered = desk.next
        if offered is not None and await _is_time_for(desk, offered) and desk.next == offered:
            await _do(desk, offered)
        await desk.console.until(lambda seen=offered: desk.next != seen, LOOK_S)  # type: ignore[misc]


async def follow_the_run(desk: Desk) -> None:
    """Go on to the next phase when the minutes of one are over."""
    while True:
        await desk.console.until(lambda: desk.console.run.due and desk.console.run.has_next())
        await desk.take(2, 8 * desk.tempo + 2)
        run = desk.console.run
        if run.due and run.has_next():
            await desk.act(BeginPhase(index=run.index + 1))
            await desk.console.until(lambda seen=run.index: desk.console.run.index != seen, LOOK_S)  # type: ignore[misc]
            await _balance(desk)


async def _balance(desk: Desk) -> None:
    """What was lost comes from the talk; where that is too short, the end is later."""
    late_ms = desk.console.run.late_ms(desk.console.session_clock.planned_ms)
    if late_ms <= 0:
        return
    ack = await desk.act(RebalanceRun(how="bowl", ms=late_ms))
    if not ack.ok:
        await desk.act(RebalanceRun(how="later", ms=late_ms))


async def free_empty_chairs(desk: Desk) -> None:
    """See who has got up without a word, and free the chair."""
    while True:
        for chair in desk.seated():
            if chair.person is not None and desk.hall.has_got_up(chair.person.id):
                await desk.take(2, 6)
                await desk.act(FreeChair(turn=TurnId(chair.turn or 0)))
                desk.hall.sit(chair.person.id)
        await desk.console.until(lambda: False, LOOK_S)


async def follow_the_talk(desk: Desk) -> None:
    """Mark who has the floor, one key a change."""
    while True:
        seated = desk.seated()
        if desk.is_running() and seated:
            weights = [_is_likely_to_speak(desk, chair) for chair in seated]
            speaks = desk.draw.choices(seated, weights)[0]
            if speaks.state != "speaking" and speaks.turn is not None:
                await desk.act(GiveFloor(turn=TurnId(speaks.turn)))
                desk.spoken.add(speaks.turn)
        speech_s = desk.draw.uniform(FLOOR_LEAST_S, FLOOR_MOST_S) * desk.tempo
        await desk.take(1, 3)
        await desk.console.until(lambda: not _somebody_speaks(desk), speech_s)


def _somebody_speaks(desk: Desk) -> bool:
    return any(chair.state == "speaking" for chair in desk.seated())


async def _is_time_for(desk: Desk, offered: NextSeen) -> bool:
    """Judge whether to do what is offered; this takes a human moment."""
    match offered.do:
        case "call_person":
            least_s, most_s = OPEN_S if _is_the_open_one(desk) else QUICK_S
            await desk.take(least_s, most_s * desk.tempo)
            return True
        case "confirm_seated":
            person = offered.person
            if person is None or not desk.hall.is_at_chair(person.id):
                return False
            await desk.take(1, 4)
            return True
        case "ask_to_make_room":
            await desk.take(2, 6)
            return _longest_seated_s(desk) >= _seated_enough_s(desk)
        case "take_over":
            turn = int(offered.args["turn"] or 0)
            asked_s = desk.asked_s.setdefault(turn, desk.console.running_s())
            return desk.console.running_s() - asked_s > GRACE_S * desk.tempo
        case "invite_voice":
            await desk.take(5, 20)
            since_s = desk.console.running_s() - desk.invited_s
            return since_s > INVITE_EVERY_S * desk.tempo
        case "read_aloud":
            await desk.take(8, 20)
            return True
        case "open_debrief":
            await desk.take(*STAGE_S if desk.console.looking_back.stage else (2, 5))
            return True
        case "swap_group":
            await desk.take(2, 6)
            return _longest_seated_s(desk) >= GROUP_S * desk.tempo
        case _:
            return False  # the start, the pause, the close: the script's own moments


async def _do(desk: Desk, offered: NextSeen) -> None:
    ack = await desk.act(msgspec.convert({"do": offered.do, **offered.args}, AnyCommand))
    if not ack.ok:
        return
    if offered.do == "ask_to_make_room":
        desk.asked_s[int(offered.args["turn"] or 0)] = desk.console.running_s()
    elif offered.do == "invite_voice":
        desk.invited_s = desk.console.running_s()


def _is_the_open_one(desk: Desk) -> bool:
    """Whether there is no more room than the format keeps free."""
    free = sum(chair.state == "open" for chair in desk.console.bowl.chairs)
    return free <= desk.console.session.open_chairs


def _longest_seated_s(desk: Desk) -> float:
    now_s = desk.console.running_s()
    return max((now_s - (chair.began_run_ms or 0) / 1000 for chair in desk.seated()), default=0.0)


def _seated_enough_s(desk: Desk) -> float:
    crowded = len(desk.console.waiting.items) >= CROWDED
    return SEATED_ENOUGH_S * desk.tempo * (CROWDED_SHARE if crowded else 1.0)


def _is_likely_to_speak(desk: Desk, chair: ChairSeen) -> float:
    if chair.state == "speaking":
        return 0.2
    return 1.0 if chair.turn in desk.spoken else NOT_YET_SPOKEN
