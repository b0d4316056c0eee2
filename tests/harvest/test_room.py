"""What the whole room did, as facts: votes, thumbs, questions, signals; and the plan."""

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.harvest import export, publishable
from fishbowl.harvest.phase_words import title_of
from fishbowl.harvest.plan import instant_of
from fishbowl.harvest.sentences import sentences, topic_dots, topic_paragraphs, untold_signals
from fishbowl.harvest.unreached import unreached
from tests.harvest.ring_story import AT_THE_END, TAKEN_UP, WANTED, the_whole_room
from tests.harvest.stories import forty_minutes
from tests.support.room import Room

MINUTE = 60_000


def test_topics_have_the_dots_of_the_room():
    summary = the_whole_room().summary
    no, pay = summary.topics
    (vote,) = summary.votes
    assert (vote.dots_each, vote.voters) == (3, 8)
    assert [(found.topic, found.dots) for found in vote.topics] == [(no.topic, 16), (pay.topic, 8)]
    assert (topic_dots(summary, no), topic_dots(summary, pay)) == (16, 8)


def test_a_vote_in_which_nobody_voted_is_not_told():
    room = Room()
    for title in ("Pay", "Trust"):
        person = room.phone(title).person
        room.sends(c.SuggestTopic(title=title), person)
        room.sends(c.PutUpTopic(topic=room.session.seq))  # type: ignore[arg-type]
    room.sends(c.OpenVote())
    assert room.summary.votes == ()


def test_dots_go_along_with_a_topic_that_is_merged():
    room = the_whole_room(close=False)
    no, pay = (topic.topic for topic in room.summary.topics)
    room.sends(c.MergeTopics(topic=pay, into=no))
    summary = room.summary
    assert [topic.topic for topic in summary.topics] == [no]
    assert topic_dots(summary, summary.topics[0]) == 24


def test_thumbs_and_signals_are_told_under_their_topic():
    summary = the_whole_room().summary
    thumbs, signals = topic_paragraphs(summary, summary.topics[0])
    assert thumbs == "Time was up: 5 would go on, 2 would move on."
    assert signals == (
        "The room agreed 31 times. The room said thanks 6 times. "
        "The room was surprised once. “Slow down” came 2 times."
    )
    assert topic_paragraphs(summary, summary.topics[1]) == ()


def test_signals_without_a_topic_have_a_place_of_their_own():
    assert untold_signals(the_whole_room().summary) == ("The room said thanks 9 times.",)


def test_signals_of_one_topic_add_up():
    room = the_whole_room()
    totals = c.TotalSignals(topic=None, thanks=1, slower=3)
    room.sends(totals, PersonId(0), Role.TIME)
    (rest,) = (found for found in room.summary.signals if found.topic is None)
    assert (rest.thanks, rest.slower) == (10, 3)


def test_questions_that_were_put_up_are_told_and_the_others_are_counted():
    summary = the_whole_room().summary
    assert [(q.words, q.outcome, q.upvotes) for q in summary.questions] == [
        (TAKEN_UP, "answered", 4),
        (WANTED, "open", 4),
    ]
    figures = summary.figures
    assert (figures.questions, figures.questions_answered, figures.questions_unseen) == (3, 1, 1)


def test_a_question_that_was_set_aside_is_not_told():
    room = the_whole_room(close=False)
    room.sends(c.SetAsideQuestion(question=room.summary.questions[1].question, why="personal"))
    assert [question.words for question in room.summary.questions] == [TAKEN_UP]


def test_what_never_reached_the_bowl_names_nobody_who_waited():
    question, request = unreached(the_whole_room().summary)
    assert (question.words, question.upvotes, question.kind) == (WANTED, 4, None)
    assert (request.words, request.who, request.kind) == (AT_THE_END, None, "new_point")


def test_what_was_taken_back_is_nobodys_loss():
    room = the_whole_room(close=False)
    (person,) = room.session.open_request
    room.sends(c.LowerHand(request=room.session.open_request[person]), person)
    assert [one.words for one in unreached(room.summary)] == [WANTED]


def test_parts_are_told_as_planned_and_as_they_came():
    phases = the_whole_room().summary.phases
    took = [None if p.actual_ms is None else p.actual_ms // MINUTE for p in phases]
    assert [title_of(p.phase) for p in phases] == [
        "Welcome", "Pair share", "Open fishbowl", "Pair share", "Closing",
    ]  # fmt: skip
    assert took == [2, 4, 23, 6, None]
    assert sum(phase.phase.planned_ms for phase in phases) == 40 * MINUTE


def test_before_the_start_no_part_has_come():
    assert [phase.actual_ms for phase in Room().summary.phases] == [None]


def test_pauses_are_known_one_by_one():
    summary = the_whole_room().summary
    (pause,) = summary.pauses
    assert (pause.at_run_ms, pause.length_ms) == (15 * MINUTE, 5 * MINUTE)
    started = summary.session.started_at_ms
    assert started is not None
    assert instant_of(started, summary.pauses, 15 * MINUTE) == started + 15 * MINUTE
    assert instant_of(started, summary.pauses, 16 * MINUTE) == started + 21 * MINUTE


def test_a_pause_that_was_taken_back_stopped_nothing():
    room = Room()
    room.facilitator.starts()
    room.wait(minutes=3)
    room.sends(c.PauseClock())
    room.wait(minutes=2)
    room.facilitator.undoes_last()
    room.wait(minutes=1)
    assert room.summary.pauses == ()
    assert room.summary.session.actual_ms == 6 * MINUTE


def test_the_pauses_add_up_to_what_the_clock_knows():
    room = Room()
    room.facilitator.starts()
    for minutes in (1, 2, 3):
        room.wait(minutes=minutes)
        room.sends(c.PauseClock())
        room.wait(minutes=minutes)
        if minutes < 3:
            room.sends(c.ResumeClock())
    room.facilitator.closes()
    pauses = room.summary.pauses
    assert [p.at_run_ms // MINUTE for p in pauses] == [1, 3, 6]
    assert [p.length_ms // MINUTE for p in pauses] == [1, 2, 3]


def test_equity_is_said_in_sentences():
    said = sentences(forty_minutes().summary)
    assert said[:4] == (
        "15 of 79 people were heard in the bowl.",
        "The four who spoke longest had 43 % of the talk.",
        "Shared out evenly, four voices would have had 27 %.",
        "The longest turn in the chair took 13:30 minutes.",
    )
    assert "1 voice came more than once." in said
    assert "2 people asked for a chair and never reached the bowl." in said


def test_one_person_and_a_few_seconds_are_said_as_people_say_them():
    room = Room()
    room.facilitator.starts()
    ana = room.phone("Ana").person
    assert sentences(room.summary)[0] == "Nobody was heard in the bowl."
    room.facilitator.seats_known(ana, 1)
    room.wait(minutes=3.4 / 60)
    room.leaves(ana)
    assert sentences(room.summary)[:2] == (
        "One person was heard in the bowl.",
        "The longest turn in the chair took 3 seconds.",
    )
    room.phone("Tomasz")
    assert sentences(room.summary)[0] == "One of 2 people was heard in the bowl."
    assert "1 of 45 minutes." in export(room.summary, "md")
    assert "0 of 1 minute." in export(Room(minutes=1).summary, "md")


def test_few_voices_are_not_compared():
    said = " ".join(sentences(the_whole_room().summary))
    assert "3 of 14 people were heard" in said
    assert "spoke longest" not in said


def test_chatham_house_says_nothing_of_single_turns():
    said = " ".join(sentences(publishable(forty_minutes(attribution="chatham_house").summary)))
    assert "15 of 79 people" in said
    assert "longest" not in said
