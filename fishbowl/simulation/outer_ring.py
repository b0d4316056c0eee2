"""Behaviour of the outer ring: votes, thumbs, written questions, upvotes and reactions."""

from fishbowl.domain.kernel.ids import QuestionId, ThumbsId, TopicId, VoteId
from fishbowl.domain.session.commands import AskBowl, CastDots, CastThumb, Thumb, UpvoteQuestion
from fishbowl.live.protocol import SignalKind
from fishbowl.simulation.behaviour import Attendee

VOTE_SHARE = 0.8
"""The chance of taking part in a vote."""
REACTION_INTERVAL_S = 600.0
"""The mean interval between reactions of a person, in seconds."""
QUESTION_INTERVAL_S = 3_600.0
"""The mean interval between written questions of a person, in seconds."""
UPVOTE_SHARE = 0.35
"""The chance of upvoting a question."""
WAYS: tuple[Thumb, ...] = ("go_on", "move_on")
SIGNALS: tuple[tuple[SignalKind, float], ...] = (
    ("agree", 0.55),
    ("thanks", 0.2),
    ("surprised", 0.15),
    ("slower", 0.06),
    ("microphone", 0.04),
)


async def take_part_from_outside(who: Attendee) -> None:
    """Take part in votes and questions until removed from the session."""
    voted, answered, read = 0, 0, 0
    while not (who.me.out or who.me.forgotten):
        seen_ms = who.clock.now_ms()
        await who.phone.until(lambda: _is_asked(who, voted, answered), who.check_interval_s * 3)  # noqa: B023
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


def _is_asked(who: Attendee, voted: int, answered: int) -> bool:
    vote, thumbs = who.phone.vote, who.phone.thumbs
    return (vote.open and vote.vote != voted) or (thumbs.open and thumbs.thumbs != answered)


async def _vote(who: Attendee, vote: int) -> None:
    """Distribute all dots over topics in random order."""
    if who.draw.random() > VOTE_SHARE:
        return
    await who.delay(3, 25)
    topics = [topic.id for topic in who.phone.topics.topics if topic.state in ("up", "current")]
    who.draw.shuffle(topics)
    left = who.phone.vote.dots
    for topic in topics:
        dots = who.draw.randint(1, left)
        await who.phone.send(CastDots(vote=VoteId(vote), topic=TopicId(topic), dots=dots))
        left -= dots
        if left == 0 or not who.phone.vote.open:
            return
        await who.delay(1, 4)


async def _answer(who: Attendee, thumbs: int) -> None:
    if who.draw.random() > VOTE_SHARE:
        return
    await who.delay(2, 15)
    way = who.draw.choice(WAYS)
    await who.phone.send(CastThumb(thumbs=ThumbsId(thumbs), way=way))


async def _read_questions(who: Attendee, read: int) -> int:
    """Upvote some of the new questions; the server rejects upvotes of own questions.

    :return: the last question that was read.
    """
    for question in who.phone.questions.questions:
        if question.id > read:
            read = question.id
            if question.state == "up" and who.draw.random() < UPVOTE_SHARE:
                await who.delay(1, 6)
                await who.phone.send(UpvoteQuestion(question=QuestionId(read)))
    return read


async def _say_something(who: Attendee, watched_s: float) -> None:
    """Perhaps send a reaction, perhaps a written question."""
    if who.has_happened(watched_s, REACTION_INTERVAL_S * who.tempo):
        kind = who.draw.choices([k for k, _ in SIGNALS], [share for _, share in SIGNALS])[0]
        await who.phone.signal(kind)
    thread = who.room.material.thread(who.phone.topics.current())
    if thread is not None and who.has_happened(watched_s, QUESTION_INTERVAL_S * who.tempo):
        await who.delay(8, 25)
        await who.phone.send(AskBowl(words=who.draw.choice(thread.questions)))
