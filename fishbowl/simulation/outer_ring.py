"""What people do who listen: they vote, answer, ask in writing, and react now and then."""

from fishbowl.domain.session.commands import AskBowl, CastDots, CastThumb, Thumb, UpvoteQuestion
from fishbowl.domain.session.ids import QuestionId, ThumbsId, TopicId, VoteId
from fishbowl.live.protocol import SignalKind
from fishbowl.simulation.behaviour import Body

VOTES = 0.8
"""How many of a room take part in a vote."""
REACTS_S = 600.0
"""About how often somebody reacts without words."""
WRITES_S = 3_600.0
"""About how often somebody writes a question instead of asking for a chair."""
AGREES = 0.35
"""How many would like to hear the answer to a question too."""
WAYS: tuple[Thumb, ...] = ("go_on", "move_on")
SIGNALS: tuple[tuple[SignalKind, float], ...] = (
    ("agree", 0.55),
    ("thanks", 0.2),
    ("surprised", 0.15),
    ("slower", 0.06),
    ("microphone", 0.04),
)


async def take_part_from_outside(who: Body) -> None:
    """Look at the phone now and then, and do what is there to be done, until the end."""
    voted, answered, read = 0, 0, 0
    while not (who.me.out or who.me.forgotten):
        seen_ms = who.clock.now_ms()
        await who.phone.until(lambda: _is_asked(who, voted, answered), who.glance_s * 3)  # noqa: B023
        if who.phone.session.state == "closed":
            await who.phone.until(lambda: who.phone.session.state != "closed")
            continue
        if who.phone.vote.open and who.phone.vote.vote != voted:
            voted = who.phone.vote.vote
            await _vote(who, voted)
        if who.phone.thumbs.open and who.phone.thumbs.thumbs != answered:
            answered = who.phone.thumbs.thumbs
            await _answer(who, answered)
        read = await _read_questions(who, read)
        watched_s = (who.clock.now_ms() - seen_ms) / 1000
        if who.phone.session.state == "running":
            await _say_something(who, watched_s)


def _is_asked(who: Body, voted: int, answered: int) -> bool:
    vote, thumbs = who.phone.vote, who.phone.thumbs
    return (vote.open and vote.vote != voted) or (thumbs.open and thumbs.thumbs != answered)


async def _vote(who: Body, vote: int) -> None:
    """Put one dot after the other, mostly on what is liked best."""
    if who.draw.random() > VOTES:
        return
    await who.take(3, 25)
    topics = [topic.id for topic in who.phone.topics.topics if topic.state in ("up", "current")]
    who.draw.shuffle(topics)
    left = who.phone.vote.dots
    for topic in topics:
        dots = who.draw.randint(1, left)
        await who.phone.send(CastDots(vote=VoteId(vote), topic=TopicId(topic), dots=dots))
        left -= dots
        if left == 0 or not who.phone.vote.open:
            return
        await who.take(1, 4)


async def _answer(who: Body, thumbs: int) -> None:
    if who.draw.random() > VOTES:
        return
    await who.take(2, 15)
    way = who.draw.choice(WAYS)
    await who.phone.send(CastThumb(thumbs=ThumbsId(thumbs), way=way))


async def _read_questions(who: Body, read: int) -> int:
    """Stand behind some of the questions that are new; one's own is passed over by the server.

    :return: the last question that was read.
    """
    for question in who.phone.questions.questions:
        if question.id > read:
            read = question.id
            if question.state == "up" and who.draw.random() < AGREES:
                await who.take(1, 6)
                await who.phone.send(UpvoteQuestion(question=QuestionId(read)))
    return read


async def _say_something(who: Body, watched_s: float) -> None:
    """React, or write a question; most of the time neither."""
    if who.happens(watched_s, REACTS_S * who.tempo):
        kind = who.draw.choices([k for k, _ in SIGNALS], [share for _, share in SIGNALS])[0]
        await who.phone.signal(kind)
    thread = who.room.material.thread(who.phone.topics.current())
    if thread is not None and who.happens(watched_s, WRITES_S * who.tempo):
        await who.take(8, 25)
        await who.phone.send(AskBowl(words=who.draw.choice(thread.questions)))
