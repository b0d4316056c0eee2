"""A session in which the whole room takes part: votes, thumbs, questions, signals, a recording."""

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.ids import PersonId, QuestionId, TopicId
from tests.harvest.room import Room

TAKEN_UP = "What would have kept you?"
WANTED = "Who pays the treasurers?"
NOT_LOOKED_AT = "Is there cake?"
AT_THE_END = "Two people hold every key"
INSIGHT = "Pay for the boring work first"
GUIDE = "Write the leaving guide"
KEYS = "Hand over a key"
NO_TOPICS = "Who gets to say no?", "When does paying people break the gift?"


def the_whole_room(*, close: bool = True, listeners: int = 12, **settings: object) -> Room:
    """Play a sandwich: pair share, bowl, pair share, closing.

    The first topic goes from minute 9 to 19 of the session clock, the second from 19 to 29.
    """
    room = Room(
        "What makes people stay in a volunteer project after the first year?",
        **{"event": "Stewardship Day, Room 2", "format": "sandwich", "minutes": 40, **settings},
    )
    people = [room.joins(f"Listener {number}") for number in range(1, listeners + 1)]
    ingrid, tomasz = room.walks_up(1, "Ingrid"), room.walks_up(2, "Tomasz")
    room.start()
    room.later(2)
    room.do(c.BeginPhase(index=1))
    room.later(4)
    room.do(c.BeginPhase(index=2))
    if room.state.settings.attribution != "chatham_house":
        room.do(c.MarkRecordingStart())
    no, pay = (_put_up(room, people[0], title) for title in NO_TOPICS)
    _vote(room, people, no, pay)
    room.later(3)
    room.do(c.BeginTopic(topic=no))
    room.talks(ingrid)
    room.later(4)
    room.talks(tomasz)
    _asks_the_bowl(room, people)
    room.later(2)
    room.do(c.PauseClock())
    room.later(5)
    room.do(c.ResumeClock())
    _thumbs(room, people, no)
    room.later(4)
    _signals(room, no)
    room.do(c.BeginTopic(topic=pay))
    if people[4] not in room.state.current_turn:
        room.sits(people[4], 3)
    room.later(9)
    room.asks(people[5], AT_THE_END)
    room.later(1)
    room.do(c.AddNote(kind="insight", words=INSIGHT, topic=pay))
    room.do(c.AddNote(kind="action", words=GUIDE, person=tomasz, due="2026-12-01"))
    room.do(c.AddNote(kind="action", words=KEYS, owner="Somebody Absent"))
    room.do(c.EndTopic(topic=pay))
    room.do(c.BeginPhase(index=3))
    room.later(6)
    if close:
        room.close()
        room.do(
            c.TotalSignals(topic=None, agree=0, thanks=9, surprised=0, slower=0, microphone=0),
            PersonId(0),
            Role.TIME,
        )
        room.looks_through()
    return room


def _put_up(room: Room, person: PersonId, title: str) -> TopicId:
    room.do(c.SuggestTopic(title=title), person)
    topic = TopicId(room.state.seq)
    room.do(c.PutUpTopic(topic=topic))
    return topic


def _vote(room: Room, people: list[PersonId], no: TopicId, pay: TopicId) -> None:
    room.do(c.OpenVote(dots=3))
    vote = max(room.state.votes)
    for person in people[:8]:
        room.do(c.CastDots(vote=vote, topic=no, dots=2), person)
        room.do(c.CastDots(vote=vote, topic=pay, dots=1), person)
    room.do(c.CloseVote(vote=vote))


def _asks_the_bowl(room: Room, people: list[PersonId]) -> None:
    questions = []
    for person, words in zip(people, (TAKEN_UP, WANTED, NOT_LOOKED_AT), strict=False):
        room.do(c.AskBowl(words=words), person)
        questions.append(QuestionId(room.state.seq))
    for question in questions[:2]:
        room.do(c.PutUpQuestion(question=question))
        for person in people[6:10]:
            room.do(c.UpvoteQuestion(question=question), person)
    room.do(c.AnswerQuestion(question=questions[0]))


def _thumbs(room: Room, people: list[PersonId], topic: TopicId) -> None:
    room.do(c.OpenThumbs(topic=topic))
    thumbs = max(room.state.thumbs)
    for number, person in enumerate(people[:7]):
        room.do(c.CastThumb(thumbs=thumbs, way="go_on" if number < 5 else "move_on"), person)
    room.do(c.CloseThumbs(thumbs=thumbs))


def _signals(room: Room, topic: TopicId) -> None:
    totals = c.TotalSignals(topic=topic, agree=31, thanks=6, surprised=1, slower=2, microphone=0)
    room.do(totals, PersonId(0), Role.TIME)
