"""Behaviour near the end: attendees answer the debrief and write takeaways."""

from datetime import UTC, datetime, timedelta

from fishbowl.domain.kernel.ids import AnswerId, ItemId, TakeawayId
from fishbowl.domain.session.commands import (
    AnswerDebrief,
    DebriefStage,
    KeepTakeaway,
    PassWords,
    PutUpAnswer,
    PutUpTakeaway,
    SetAsideTakeaway,
    TakeawayKind,
)
from fishbowl.simulation.behaviour import Attendee
from fishbowl.simulation.desk import Desk
from fishbowl.simulation.material.looking_back import ANSWERS, TAKEAWAYS

ANSWER_SHARE = 0.55
"""The chance of answering in a stage of the debrief."""
TAKEAWAY_SHARE = 0.6
"""The chance of writing a takeaway, and of writing another one."""
SHARED_SHARE = 0.75
KINDS: tuple[TakeawayKind, ...] = ("take", "offer", "need", "will")
LIKELY = (0.6, 0.1, 0.1, 0.2)
DAYS = (7, 30)
PUT_UP_SHARE = 0.92
"""The chance that the facilitator puts a shared takeaway up."""


async def look_back(who: Attendee) -> None:
    """Answer each open stage of the debrief, and write takeaways when asked."""
    answered: set[DebriefStage] = set()
    has_taken = False
    while not (who.me.out or who.me.forgotten):
        await who.phone.until(lambda: _is_asked(who, answered, has_taken))  # noqa: B023
        stage = who.phone.looking_back.stage
        if stage is not None and stage not in answered:
            answered.add(stage)
            await _answer(who, stage)
        elif who.phone.looking_back.taking and not has_taken:
            has_taken = True
            await _take_home(who)


def _is_asked(who: Attendee, answered: set[DebriefStage], has_taken: bool) -> bool:
    asked = who.phone.looking_back
    if who.phone.session.state not in ("running", "paused") or not who.me.person:
        return False
    return (asked.stage is not None and asked.stage not in answered) or (
        asked.taking and not has_taken and asked.stage is None
    )


async def _answer(who: Attendee, stage: DebriefStage) -> None:
    if who.draw.random() < ANSWER_SHARE:
        await who.delay(4, 12 + 30 * who.tempo)
        words = who.draw.choice(ANSWERS[stage])
        await who.phone.send(AnswerDebrief(stage=stage, words=words))


async def _take_home(who: Attendee) -> None:
    """Write takeaways; only some of them are shared."""
    while who.draw.random() < TAKEAWAY_SHARE:
        await who.delay(5, 15 + 40 * who.tempo)
        kind = who.draw.choices(KINDS, LIKELY)[0]
        today = datetime.fromtimestamp(who.clock.now_ms() / 1000, UTC)
        due = today + timedelta(days=who.draw.choice(DAYS))
        ack = await who.phone.send(
            KeepTakeaway(
                kind=kind,
                words=who.draw.choice(TAKEAWAYS[kind]),
                shared=who.draw.random() < SHARED_SHARE,
                due=due.date().isoformat() if kind == "will" else "",
            )
        )
        if not ack.ok:
            return


async def look_at_what_is_written(desk: Desk) -> None:
    """Review shared takeaways and answers, and put most of them up."""
    while True:
        await desk.console.until(lambda: bool(_takeaways(desk) or _answers(desk)))
        await desk.delay(2, 4 + 12 * desk.tempo)
        for takeaway in _takeaways(desk):
            suits = desk.draw.random() < PUT_UP_SHARE
            command = PutUpTakeaway if suits else SetAsideTakeaway
            await desk.act(command(takeaway=takeaway))
        for answer in _answers(desk):
            await desk.act(PutUpAnswer(answer=answer))


async def look_at_the_rest(desk: Desk) -> None:
    """After the end, accept everything that was not reviewed for the summary."""
    rest = desk.console.unseen
    items = (*rest.takeaways, *rest.answers, *(one.id for one in rest.written))
    if items:
        await desk.act(PassWords(items=tuple(map(ItemId, items))))


def _takeaways(desk: Desk) -> list[TakeawayId]:
    found = desk.console.takeaways.takeaways
    return [TakeawayId(one.id) for one in found if one.state == "waiting"]


def _answers(desk: Desk) -> list[AnswerId]:
    found = desk.console.answers.answers
    return [AnswerId(one.id) for one in found if one.state == "waiting"]
