"""The scheduled actions of the simulated facilitator, by the names that scripts use."""

from collections.abc import Awaitable, Callable

from fishbowl.domain.kernel.ids import (
    ActionId,
    ChairNo,
    Millis,
    PersonId,
    QuestionId,
    RequestId,
    ThumbsId,
    TopicId,
    TurnId,
    VoteId,
)
from fishbowl.domain.session.commands import (
    AnswerQuestion,
    BeginTopic,
    CloseThumbs,
    CloseVote,
    ExtendClock,
    FreeChair,
    HideName,
    MoveRequest,
    NudgePerson,
    OpenThumbs,
    OpenVote,
    PauseClock,
    QueueWalkUp,
    RenamePerson,
    ResumeClock,
    SeatWalkUp,
    ShowOnWall,
    ShowQuestion,
    UndoAction,
)
from fishbowl.simulation import guests, notetaking
from fishbowl.simulation.desk import Desk
from fishbowl.simulation.names import JOKER, WITHOUT_PHONE

Action = Callable[[Desk], Awaitable[None]]

PATIENCE_S = 90.0
"""How long somebody without a phone waits beside the bowl for an open chair, in seconds."""
UNNAMED_GUEST = "Ingeborg"
"""The name of the guest who was seated without one."""


async def begin_topic(desk: Desk) -> None:
    """Begin the topic with the most votes, else one from the material."""
    topics = desk.console.topics
    up = [topic for topic in topics.topics if topic.state == "up"]
    if up and topics.topics and any(t.state in ("current", "done") for t in topics.topics):
        dots = {count.topic: count.dots for count in desk.console.vote.counts}
        desk.draw.shuffle(up)
        wanted = max(up, key=lambda topic: dots.get(topic.id, 0))
        await desk.act(BeginTopic(topic=TopicId(wanted.id)))
        return
    used = {topic.title for topic in topics.topics}
    own = next((t.title for t in desk.room.material.threads if t.title not in used), None)
    if own is not None:
        await desk.act(BeginTopic(title=own))


async def take_a_note(desk: Desk) -> None:
    """Add a note about the current topic, of the next kind."""
    threads = desk.room.material.threads
    kind = notetaking.ROUND[desk.notes % len(notetaking.ROUND)]
    promised = [chair.person.id for chair in desk.seated() if chair.person is not None]
    await desk.act(
        notetaking.note(
            kind,
            desk.room.material.thread(desk.console.topics.current()) or threads[0],
            PersonId(desk.draw.choice(promised)) if promised else None,
            Millis(desk.console.session_clock.started_at_ms or 0),
            desk.draw,
        )
    )
    desk.notes += 1


async def vote(desk: Desk) -> None:
    """Hold a vote with dots on the topics; refused if there is no choice."""
    ack = await desk.act(OpenVote(dots=3))
    if ack.ok and ack.seq is not None:
        await desk.delay(60 * desk.tempo, 90 * desk.tempo)
        await desk.act(CloseVote(vote=VoteId(ack.seq)))


async def ask_the_room(desk: Desk) -> None:
    """Hold a thumbs vote about the current topic; its result changes nothing."""
    current = next((t for t in desk.console.topics.topics if t.state == "current"), None)
    if current is None:
        return
    ack = await desk.act(OpenThumbs(topic=TopicId(current.id)))
    if ack.ok and ack.seq is not None:
        await desk.delay(20 * desk.tempo, 35 * desk.tempo)
        await desk.act(CloseThumbs(thumbs=ThumbsId(ack.seq)))


async def take_up_a_question(desk: Desk) -> None:
    """Show a random written question on the wall, and mark it as answered later."""
    up = [q.id for q in desk.console.questions.questions if q.state == "up"]
    if up:
        question = QuestionId(desk.draw.choice(up))
        await desk.act(ShowQuestion(question=question))
        await desk.delay(30 * desk.tempo, 75 * desk.tempo)
        await desk.act(AnswerQuestion(question=question))


async def show_the_code(desk: Desk) -> None:
    """Show the join QR on the whole wall for some seconds."""
    await desk.act(ShowOnWall(what="qr"))
    await desk.delay(15, 25)
    await desk.act(ShowOnWall(what="bowl"))


async def queue_without_phone(desk: Desk) -> None:
    """Add a person without a phone to the queue."""
    ack = await desk.act(QueueWalkUp(name=WITHOUT_PHONE[1]))
    if ack.ok and ack.seq is not None:
        guests.add_guest(desk, ack.seq)


async def seat_without_phone(desk: Desk) -> None:
    """Seat a person without phone and name, once a chair is open."""
    await desk.console.until(lambda: desk.console.bowl.has_room(), PATIENCE_S)
    free = next((chair for chair in desk.console.bowl.chairs if chair.state == "open"), None)
    if free is None:
        return
    ack = await desk.act(SeatWalkUp(chair=ChairNo(free.no)))
    if ack.ok and ack.seq is not None:
        guests.add_guest(desk, ack.seq)
        desk.unnamed = ack.seq


async def name_the_unnamed(desk: Desk) -> None:
    """Give the unnamed guest a name."""
    if desk.unnamed is not None:
        await desk.act(RenamePerson(person=PersonId(desk.unnamed), name=UNNAMED_GUEST))


async def hide_a_name(desk: Desk) -> None:
    """Hide the joke name, or else the name of the last person in the queue."""
    found = [line for line in await desk.find(JOKER) if not line.hidden]
    waiting = [item.person.id for item in desk.console.waiting.items]
    person = found[0].person if found else waiting[-1] if waiting else None
    if person is not None:
        await desk.act(HideName(person=PersonId(person)))


async def pause(desk: Desk) -> None:
    """Pause the session clock for a while."""
    await desk.act(PauseClock())
    await desk.room.clock.sleep(desk.plan.pause_s)
    await desk.act(ResumeClock())


async def nudge(desk: Desk) -> None:
    """Send a time reminder to the person who has been seated longest."""
    seated = [chair for chair in desk.seated() if chair.began_run_ms is not None]
    if seated:
        longest = min(seated, key=lambda chair: chair.began_run_ms or 0)
        await desk.act(NudgePerson(turn=TurnId(longest.turn or 0)))


async def move_a_request(desk: Desk) -> None:
    """Move somebody who has not sat yet, or else the last in the queue, to the first place."""
    items = desk.console.waiting.items
    if len(items) < 2:
        return
    new = next((item for item in items[1:] if not item.turns), items[-1])
    await desk.act(MoveRequest(request=RequestId(new.request), before=RequestId(items[0].request)))


async def undo_a_slip(desk: Desk) -> None:
    """Free a chair by mistake, and undo that."""
    seated = desk.seated()
    if not seated:
        return
    async with desk.lock:
        turn = TurnId(desk.draw.choice(seated).turn or 0)
        ack = await desk.console.send(FreeChair(turn=turn))
        if ack.ok and ack.seq is not None:
            await desk.delay(1, 3)
            await desk.console.send(UndoAction(action=ActionId(ack.seq)))


async def extend(desk: Desk) -> None:
    """Extend the session by the planned extension."""
    if desk.plan.extension:
        await desk.act(ExtendClock(minutes=desk.plan.extension))


ACTIONS: dict[str, Action] = {
    action.__name__: action
    for action in (
        begin_topic,
        take_a_note,
        vote,
        ask_the_room,
        take_up_a_question,
        show_the_code,
        queue_without_phone,
        seat_without_phone,
        name_the_unnamed,
        hide_a_name,
        pause,
        nudge,
        move_a_request,
        undo_a_slip,
        extend,
    )
}
"""All actions by name."""
