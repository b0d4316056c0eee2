"""Runs a session as a facilitator does, from the arrivals to the published summary."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

from fishbowl.domain.session.commands import (
    CloseSession,
    PublishSummary,
    PutUpQuestion,
    PutUpTopic,
    SeatPerson,
    SeatWalkUp,
    SetAsideQuestion,
    SetAsideTopic,
    ShowWeb,
    StartSession,
)
from fishbowl.domain.session.ids import ChairNo, PersonId, QuestionId, TopicId
from fishbowl.simulation import guests, schedule
from fishbowl.simulation.bringing_back import plan_the_round
from fishbowl.simulation.desk import Desk
from fishbowl.simulation.looking_back import look_at_the_rest, look_at_what_is_written
from fishbowl.simulation.names import WITHOUT_PHONE
from fishbowl.simulation.rotation import (
    begin_the_rest,
    follow_the_next_action,
    follow_the_run,
    follow_the_talk,
    free_empty_chairs,
)

PUT_UP = 0.6
"""The chance of putting a suggestion or question up; the first :data:`CHOICE` topics always."""
CHOICE = 2
STARTERS_MAX = 4


async def facilitate(desk: Desk, close_by_s: float) -> None:
    """Run the session.

    :param close_by_s: the latest moment to close, in real seconds since 1970.
    """
    await desk.room.sleep_until(desk.plan.gather_s)
    await seat_starters(desk)
    await desk.act(StartSession())
    await desk.console.until(desk.is_running)
    try:
        async with asyncio.timeout(max(0.1, close_by_s - time.time())):
            await _run(desk)
    except TimeoutError:  # on a slow machine the session is closed before its planned end
        await begin_the_rest(desk)
    await desk.act(CloseSession())
    await desk.delay(2, 4)
    await look_at_the_rest(desk)
    await desk.act(ShowWeb(on=True))
    await desk.act(PublishSummary())
    await desk.console.until(lambda: desk.console.session.summary is not None)


async def seat_starters(desk: Desk) -> None:
    """Seat the people who begin, found by their names; one of them has no phone."""
    chairs = desk.console.bowl.chairs
    seats = min(STARTERS_MAX, len(chairs) - desk.console.session.open_chairs)
    ready = [line for line in await desk.find("") if line.phone and line.label.name]
    desk.draw.shuffle(ready)
    starters = [line.label.name for line in ready[: seats - 1]] + list(WITHOUT_PHONE[:1])
    for chair, name in zip(chairs, starters, strict=False):
        await desk.delay(1, 4)
        found = [line for line in await desk.find(name) if not line.seated and line.phone]
        if found:
            person = PersonId(found[0].person)
            await desk.act(SeatPerson(person=person, chair=ChairNo(chair.no)))
            continue
        ack = await desk.act(SeatWalkUp(chair=ChairNo(chair.no), name=name))
        if ack.ok and ack.seq is not None:
            guests.add_guest(desk, ack.seq)


async def _run(desk: Desk) -> None:
    """Run all behaviours of the facilitator until the planned time is over."""
    behaviours: tuple[Coroutine[Any, Any, None], ...] = (
        follow_the_next_action(desk),
        free_empty_chairs(desk),
        follow_the_talk(desk),
        follow_the_run(desk),
        look_at_suggestions(desk),
        look_at_questions(desk),
        look_at_what_is_written(desk),
        plan_the_round(desk),
        follow_the_schedule(desk),
    )
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(behaviour) for behaviour in behaviours]
        await _time_is_over(desk)
        for task in tasks:
            task.cancel()


async def look_at_suggestions(desk: Desk) -> None:
    """Review suggested topics, and put most of them up."""
    looked_at = 0
    while True:
        await desk.console.until(lambda seen=looked_at: _suggestions(desk, seen) != [])  # type: ignore[misc]
        await desk.delay(8, 8 + 40 * desk.tempo)
        for topic in _suggestions(desk, looked_at):
            looked_at = topic
            on_the_wall = sum(t.state == "up" for t in desk.console.topics.topics)
            good = on_the_wall < CHOICE or desk.draw.random() < PUT_UP
            await desk.act(PutUpTopic(topic=topic) if good else SetAsideTopic(topic=topic))


async def look_at_questions(desk: Desk) -> None:
    """Review written questions, and put most of them up."""
    while True:
        await desk.console.until(lambda: _questions(desk) != [])
        await desk.delay(5, 5 + 30 * desk.tempo)
        for question in _questions(desk):
            good = desk.draw.random() < PUT_UP
            await desk.act(
                PutUpQuestion(question=question)
                if good
                else SetAsideQuestion(question=question, why="said_already")
            )


def _questions(desk: Desk) -> list[QuestionId]:
    return [QuestionId(q.id) for q in desk.console.questions.questions if q.state == "waiting"]


def _suggestions(desk: Desk, looked_at: int) -> list[TopicId]:
    topics = desk.console.topics.topics
    return [TopicId(t.id) for t in topics if t.state == "suggested" and t.id > looked_at]


async def follow_the_schedule(desk: Desk) -> None:
    """Run each scheduled action of the script at its time."""
    for scheduled in desk.script.actions:
        while (left_s := scheduled.at * desk.plan.planned * 60 - desk.console.running_s()) > 0:
            await desk.room.clock.sleep(left_s)
        await schedule.ACTIONS[scheduled.action](desk)


async def _time_is_over(desk: Desk) -> None:
    while (left_s := _left_s(desk)) > 0:
        await desk.console.until(lambda: desk.console.session.state == "closed", left_s)
        if desk.console.session.state == "closed":
            return  # it was closed at another console


def _left_s(desk: Desk) -> float:
    return desk.console.session_clock.planned_ms / 1000 - desk.console.running_s()
