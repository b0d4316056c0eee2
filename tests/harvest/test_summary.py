"""What a log comes to: scenes from a session, and what its summary says of them."""

import pytest

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.harvest import Summary, summarise
from fishbowl.harvest.words import name_of
from tests.harvest.room import Room
from tests.harvest.stories import forty_minutes

MINUTE = 60_000


def names(summary: Summary) -> list[str]:
    return [name_of(turn.who) for turn in summary.turns]


def test_a_session_in_which_nothing_happened_has_a_summary():
    summary = Room().summary
    assert summary.session.state == "lobby"
    assert summary.session.question == "What makes people stay?"
    assert (summary.people, summary.turns, summary.topics, summary.queue) == ((), (), (), ())
    assert summary.figures.median_wait_ms is None


def test_an_empty_log_has_none():
    with pytest.raises(ValueError, match="empty log"):
        summarise([])


def test_the_story_of_forty_minutes():
    summary = forty_minutes().summary
    assert summary.session.state == "closed"
    assert summary.session.actual_ms == 40 * MINUTE
    assert summary.figures.voices == 15
    assert summary.figures.turns == 16
    assert [t.title for t in summary.topics] == [
        "Who gets to say no?",
        "When does paying people break the gift?",
        "What do we owe the people who leave?",
    ]
    assert names(summary)[:5] == ["Ingrid", "Tomasz", "Mei-Lin", "Saoirse", "Kofi"]


def test_pauses_are_not_counted():
    room = Room()
    room.walks_up(1, "Ingrid")
    room.start()
    room.later(5)
    room.do(c.PauseClock())
    room.later(4)
    room.do(c.ResumeClock())
    room.later(2)
    room.close()
    assert room.summary.session.actual_ms == 7 * MINUTE
    assert room.summary.turns[0].seated_ms == 7 * MINUTE


def test_planned_minutes_count_what_was_added():
    room = Room(minutes=30)
    room.start()
    room.do(c.ExtendClock(minutes=10))
    room.later(12)
    room.close()
    assert room.summary.session.planned_ms == 40 * MINUTE
    assert room.summary.session.actual_ms == 12 * MINUTE


def test_while_it_goes_on_turns_last_until_now():
    room = Room()
    room.start()
    ingrid = room.walks_up(1, "Ingrid")
    room.talks(ingrid)
    room.turns_to("Trust")
    room.later(3)
    (turn,) = room.summary.turns
    assert (turn.seated_ms, turn.spoken_ms, turn.goes_on) == (3 * MINUTE, 3 * MINUTE, True)
    assert room.summary.topics[0].talked_ms == 3 * MINUTE


def test_without_a_time_the_log_itself_tells_how_far_it_goes():
    room = Room()
    room.start()
    room.walks_up(1, "Ingrid")
    room.later(3)
    room.turns_to("Trust")
    room.later(30)
    assert summarise(room.entries).session.actual_ms == 3 * MINUTE


def test_a_walk_up_who_is_named_later_has_the_name_from_the_start():
    room = Room()
    room.start()
    woman_in_red = room.walks_up(1)
    room.later(10)
    assert names(room.summary) == ["Guest 1"]
    room.do(c.RenamePerson(person=woman_in_red, name="Noor"))
    room.later(1)
    room.close()
    assert names(room.summary) == ["Noor"]
    assert room.summary.turns[0].began_run_ms == 0


def test_two_annas_are_two_people():
    room = Room()
    room.start()
    room.walks_up(1, "Anna")
    room.walks_up(2, "Anna")
    room.later(1)
    assert names(room.summary) == ["Anna", "Anna (2)"]
    assert room.summary.figures.voices == 2


def test_hidden_names_are_numbered_guests():
    room = Room()
    room.start()
    rude = room.walks_up(1, "Something rude")
    room.later(1)
    room.do(c.HideName(person=rude))
    assert names(room.summary) == ["Guest 2"]
    assert "rude" not in repr(room.summary)


def test_a_forgotten_person_leaves_the_minutes_right():
    room = Room()
    room.start()
    rafael = room.joins("Rafael")
    room.asks(rafael, "Rafael’s words")
    room.sits(rafael, 1)
    room.later(6)
    room.close()
    room.forgets(rafael)
    assert names(room.summary) == ["Guest 1"]
    assert room.summary.turns[0].seated_ms == 6 * MINUTE
    assert "Rafael" not in repr(room.summary)


def test_somebody_forgotten_who_never_sat_is_not_listed():
    room = Room()
    room.forgets(room.joins("Rafael"))
    assert room.summary.people == ()
    assert room.summary.figures.people == 0


def test_what_was_undone_never_happened():
    room = Room()
    room.start()
    room.walks_up(1, "By mistake")
    room.undo()
    room.turns_to("Also by mistake")
    room.undo()
    room.later(1)
    room.close()
    summary = room.summary
    assert (summary.turns, summary.topics, summary.people) == ((), (), ())


def test_an_undone_end_goes_on():
    room = Room()
    room.start()
    room.walks_up(1, "Ingrid")
    room.later(5)
    room.close()
    room.undo()
    room.later(5)
    assert room.summary.session.state == "running"
    assert room.summary.turns[0].seated_ms == 10 * MINUTE


def test_a_move_cuts_a_turn_into_intervals():
    room = Room()
    room.start()
    ingrid = room.walks_up(1, "Ingrid")
    room.walks_up(2, "Tomasz")
    room.later(4)
    room.moves(ingrid, 2)
    room.later(2)
    room.close()
    by_name = {name_of(turn.who): turn for turn in room.summary.turns}
    assert [(s.chair, s.length_ms // MINUTE) for s in by_name["Ingrid"].intervals] == [
        (1, 4),
        (2, 2),
    ]
    assert [(s.chair, s.length_ms // MINUTE) for s in by_name["Tomasz"].intervals] == [
        (2, 4),
        (1, 2),
    ]


def test_a_turn_before_the_start_is_no_part_of_the_session():
    room = Room()
    early = room.walks_up(1, "Early")
    room.do(c.FreeChair(turn=room.turn_of(early)))
    room.walks_up(1, "Ingrid")
    room.later(1)
    room.start()
    room.later(1)
    room.close()
    assert names(room.summary) == ["Ingrid"]
    assert room.summary.turns[0].began_run_ms == 0


def test_only_the_first_turn_of_a_person_is_marked():
    room = Room()
    room.start()
    ingrid = room.walks_up(1, "Ingrid")
    room.later(1)
    room.do(c.FreeChair(turn=room.turn_of(ingrid)))
    room.later(1)
    room.sits(ingrid, 3)
    room.later(1)
    assert [turn.first for turn in room.summary.turns] == [True, False]
    assert room.summary.people[0].turns == 2


def test_who_sat_during_which_topic_is_worked_out_by_overlap():
    room = Room()
    room.start()
    ingrid = room.walks_up(1, "Ingrid")
    room.later(1)
    room.turns_to("Pay")
    room.later(4)
    room.do(c.FreeChair(turn=room.turn_of(ingrid)))
    room.walks_up(1, "Tomasz")
    room.later(2)
    room.turns_to("Trust")
    room.later(3)
    room.close()
    pay, trust = room.summary.topics
    assert [(name_of(s.who), s.seated_ms // MINUTE) for s in pay.seated] == [
        ("Ingrid", 4),
        ("Tomasz", 2),
    ]
    assert [name_of(s.who) for s in trust.seated] == ["Tomasz"]
    assert (pay.talked_ms, trust.talked_ms) == (6 * MINUTE, 3 * MINUTE)


def test_a_topic_that_comes_back_has_two_spans():
    topic = forty_minutes().summary.topics[0]
    assert len(topic.spans) == 2
    assert topic.talked_ms == sum(span.length_ms for span in topic.spans)


def test_suggestions_that_nobody_put_up_are_not_in_the_record():
    room = Room()
    room.start()
    kofi = room.joins("Kofi")
    room.do(c.SuggestTopic(title="Unseen"), kofi)
    room.do(c.SuggestTopic(title="Seen"), kofi)
    room.do(c.PutUpTopic(topic=room.state.seq))  # type: ignore[arg-type]
    assert [topic.title for topic in room.summary.topics] == ["Seen"]


def test_every_request_is_there_with_what_came_of_it():
    room = Room()
    people = [room.joins(name) for name in ("Amira", "Kofi", "Jonas", "Elif", "Noor")]
    amira, kofi, jonas, elif_, noor = people
    room.start()
    room.asks(amira, "About pay")
    room.asks(kofi)
    room.asks(jonas)
    room.asks(elif_)
    room.later(2)
    room.sits(amira, 1)
    room.do(c.LowerHand(request=room.state.open_request[kofi]), kofi)
    room.do(c.LowerHand(request=room.state.open_request[jonas]))
    room.later(3)
    room.close()
    seen = {name_of(r.who): (r.outcome, r.waited_ms // MINUTE) for r in room.summary.queue}
    assert seen == {
        "Amira": ("seated", 2),
        "Kofi": ("withdrawn", 2),
        "Jonas": ("removed", 2),
        "Elif": ("waiting", 5),
    }
    assert room.summary.queue[0].words == "About pay"
    assert room.summary.queue[0].turn == room.summary.turns[0].turn
    figures = room.summary.figures
    assert (figures.requests, figures.withdrawn, figures.unheard) == (4, 1, 2)
    assert figures.median_wait_ms == 2 * MINUTE
    assert noor in {person.who.person for person in room.summary.people}


def test_waiting_counts_from_the_start_of_the_session():
    room = Room()
    kofi = room.joins("Kofi")
    room.asks(kofi)
    room.later(20)
    room.start()
    room.later(3)
    room.sits(kofi, 1)
    assert room.summary.queue[0].waited_ms == 3 * MINUTE


def test_who_was_sent_out_without_a_word_is_not_counted():
    room = Room()
    room.start()
    troll = room.joins("Troll")
    room.asks(troll)
    room.do(c.SendOut(person=troll))
    assert room.summary.figures.people == 0
    assert room.summary.figures.unheard == 0


def test_talk_time_is_cut_to_the_turn():
    room = Room()
    room.start()
    ingrid, tomasz = room.walks_up(1, "Ingrid"), room.walks_up(2, "Tomasz")
    room.talks(ingrid)
    room.later(2)
    room.talks(tomasz)
    room.later(1)
    room.talks(ingrid)
    room.later(1)
    room.do(c.FreeChair(turn=room.turn_of(ingrid)))
    room.later(5)
    room.close()
    spoken = {name_of(p.who): p.spoken_ms // MINUTE for p in room.summary.people}
    assert spoken == {"Ingrid": 3, "Tomasz": 1}


def test_a_session_that_time_closed_has_a_summary():
    room = Room()
    room.start()
    room.walks_up(1, "Ingrid")
    room.later(13 * 60)
    room.do(c.CloseSession(), PersonId(0), Role.TIME)
    assert room.summary.session.state == "closed"
