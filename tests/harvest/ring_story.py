"""A session in which the whole room takes part: votes, thumbs, questions, signals, a recording."""

from fishbowl.domain.kernel.ids import PersonId, QuestionId, TopicId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from tests.support.room import Room

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
        **{
            "event": "Stewardship Day, Room 2",
            "format": "sandwich",
            "minutes": 40,
            "last_minutes": 0,
            **settings,
        },
    )
    people = [room.phone(f"Listener {number}").person for number in range(1, listeners + 1)]
    ingrid, tomasz = room.seats_walk_up(1, "Ingrid"), room.seats_walk_up(2, "Tomasz")
    room.facilitator.starts()
    room.wait(minutes=2)
    room.sends(c.BeginPhase(index=1))
    room.wait(minutes=4)
    room.sends(c.BeginPhase(index=2))
    if room.session.settings.attribution != "chatham_house":
        room.sends(c.MarkRecordingStart())
    no, pay = (_put_up(room, people[0], title) for title in NO_TOPICS)
    _vote(room, people, no, pay)
    room.wait(minutes=3)
    room.sends(c.BeginTopic(topic=no))
    room.facilitator.gives_floor(ingrid)
    room.wait(minutes=4)
    room.facilitator.gives_floor(tomasz)
    _asks_the_bowl(room, people)
    room.wait(minutes=2)
    room.sends(c.PauseClock())
    room.wait(minutes=5)
    room.sends(c.ResumeClock())
    _thumbs(room, people, no)
    room.wait(minutes=4)
    _signals(room, no)
    room.sends(c.BeginTopic(topic=pay))
    if people[4] not in room.session.current_turn:
        room.facilitator.seats_known(people[4], 3)
    room.wait(minutes=9)
    room.phone_of(people[5]).asks(AT_THE_END)
    room.wait(minutes=1)
    room.sends(c.AddNote(kind="insight", words=INSIGHT, topic=pay))
    room.sends(c.AddNote(kind="action", words=GUIDE, person=tomasz, due="2026-12-01"))
    room.sends(c.AddNote(kind="action", words=KEYS, owner="Somebody Absent"))
    room.sends(c.EndTopic(topic=pay))
    room.sends(c.BeginPhase(index=3))
    room.wait(minutes=6)
    if close:
        room.facilitator.closes()
        room.sends(
            c.TotalSignals(topic=None, agree=0, thanks=9, surprised=0, slower=0, microphone=0),
            PersonId(0),
            Role.TIME,
        )
        room.facilitator.passes_words()
    return room


def _put_up(room: Room, person: PersonId, title: str) -> TopicId:
    room.sends(c.SuggestTopic(title=title), person)
    topic = TopicId(room.session.seq)
    room.sends(c.PutUpTopic(topic=topic))
    return topic


def _vote(room: Room, people: list[PersonId], no: TopicId, pay: TopicId) -> None:
    room.sends(c.OpenVote(dots=3))
    vote = max(room.session.votes)
    for person in people[:8]:
        room.sends(c.CastDots(vote=vote, topic=no, dots=2), person)
        room.sends(c.CastDots(vote=vote, topic=pay, dots=1), person)
    room.sends(c.CloseVote(vote=vote))


def _asks_the_bowl(room: Room, people: list[PersonId]) -> None:
    questions = []
    for person, words in zip(people, (TAKEN_UP, WANTED, NOT_LOOKED_AT), strict=False):
        room.sends(c.AskBowl(words=words), person)
        questions.append(QuestionId(room.session.seq))
    for question in questions[:2]:
        room.sends(c.PutUpQuestion(question=question))
        for person in people[6:10]:
            room.sends(c.UpvoteQuestion(question=question), person)
    room.sends(c.AnswerQuestion(question=questions[0]))


def _thumbs(room: Room, people: list[PersonId], topic: TopicId) -> None:
    room.sends(c.OpenThumbs(topic=topic))
    thumbs = max(room.session.thumbs)
    for number, person in enumerate(people[:7]):
        room.sends(c.CastThumb(thumbs=thumbs, way="go_on" if number < 5 else "move_on"), person)
    room.sends(c.CloseThumbs(thumbs=thumbs))


def _signals(room: Room, topic: TopicId) -> None:
    totals = c.TotalSignals(topic=topic, agree=31, thanks=6, surprised=1, slower=2, microphone=0)
    room.sends(totals, PersonId(0), Role.TIME)
