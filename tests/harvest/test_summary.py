"""What a log comes to: scenes from a session, and what its summary says of them."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.harvest import Summary, summarise
from fishbowl.harvest.words import name_of
from tests.harvest.stories import forty_minutes
from tests.support.room import Room

MINUTE = 60_000


def names(summary: Summary) -> list[str]:
    return [name_of(turn.who) for turn in summary.turns]


def test_a_session_in_which_nothing_happened_has_a_summary():
    summary = Room().summary
    assert summary.session.state == "lobby"
    assert summary.session.question == "Who should decide about pay?"
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
    room.seats_walk_up(1, "Ingrid")
    room.facilitator.starts()
    room.wait(minutes=5)
    room.sends(c.PauseClock())
    room.wait(minutes=4)
    room.sends(c.ResumeClock())
    room.wait(minutes=2)
    room.facilitator.closes()
    assert room.summary.session.actual_ms == 7 * MINUTE
    assert room.summary.turns[0].seated_ms == 7 * MINUTE


def test_planned_minutes_count_what_was_added():
    room = Room(minutes=30)
    room.facilitator.starts()
    room.sends(c.ExtendClock(minutes=10))
    room.wait(minutes=12)
    room.facilitator.closes()
    assert room.summary.session.planned_ms == 40 * MINUTE
    assert room.summary.session.actual_ms == 12 * MINUTE


def test_while_it_goes_on_turns_last_until_now():
    room = Room()
    room.facilitator.starts()
    ingrid = room.seats_walk_up(1, "Ingrid")
    room.facilitator.gives_floor(ingrid)
    room.facilitator.begins_topic("Trust")
    room.wait(minutes=3)
    (turn,) = room.summary.turns
    assert (turn.seated_ms, turn.spoken_ms, turn.goes_on) == (3 * MINUTE, 3 * MINUTE, True)
    assert room.summary.topics[0].talked_ms == 3 * MINUTE


def test_without_a_time_the_log_itself_tells_how_far_it_goes():
    room = Room()
    room.facilitator.starts()
    room.seats_walk_up(1, "Ingrid")
    room.wait(minutes=3)
    room.facilitator.begins_topic("Trust")
    room.wait(minutes=30)
    assert summarise(room.log).session.actual_ms == 3 * MINUTE


def test_a_walk_up_who_is_named_later_has_the_name_from_the_start():
    room = Room()
    room.facilitator.starts()
    woman_in_red = room.seats_walk_up(1)
    room.wait(minutes=10)
    assert names(room.summary) == ["Guest 1"]
    room.sends(c.RenamePerson(person=woman_in_red, name="Noor"))
    room.wait(minutes=1)
    room.facilitator.closes()
    assert names(room.summary) == ["Noor"]
    assert room.summary.turns[0].began_run_ms == 0


def test_two_annas_are_two_people():
    room = Room()
    room.facilitator.starts()
    room.seats_walk_up(1, "Anna")
    room.seats_walk_up(2, "Anna")
    room.wait(minutes=1)
    assert names(room.summary) == ["Anna", "Anna (2)"]
    assert room.summary.figures.voices == 2


def test_hidden_names_are_numbered_guests():
    room = Room()
    room.facilitator.starts()
    rude = room.seats_walk_up(1, "Something rude")
    room.wait(minutes=1)
    room.sends(c.HideName(person=rude))
    assert names(room.summary) == ["Guest 2"]
    assert "rude" not in repr(room.summary)


def test_a_forgotten_person_leaves_the_minutes_right():
    room = Room()
    room.facilitator.starts()
    rafael = room.phone("Rafael").person
    room.phone_of(rafael).asks("Rafael’s words")
    room.facilitator.seats_known(rafael, 1)
    room.wait(minutes=6)
    room.facilitator.closes()
    room.forgets(rafael)
    assert names(room.summary) == ["Guest 1"]
    assert room.summary.turns[0].seated_ms == 6 * MINUTE
    assert "Rafael" not in repr(room.summary)


def test_somebody_forgotten_who_never_sat_is_not_listed():
    room = Room()
    room.forgets(room.phone("Rafael").person)
    assert room.summary.people == ()
    assert room.summary.figures.people == 0


def test_what_was_undone_never_happened():
    room = Room()
    room.facilitator.starts()
    room.seats_walk_up(1, "By mistake")
    room.facilitator.undoes_last()
    room.facilitator.begins_topic("Also by mistake")
    room.facilitator.undoes_last()
    room.wait(minutes=1)
    room.facilitator.closes()
    summary = room.summary
    assert (summary.turns, summary.topics, summary.people) == ((), (), ())


def test_an_undone_end_goes_on():
    room = Room()
    room.facilitator.starts()
    room.seats_walk_up(1, "Ingrid")
    room.wait(minutes=5)
    room.facilitator.closes()
    room.facilitator.undoes_last()
    room.wait(minutes=5)
    assert room.summary.session.state == "running"
    assert room.summary.turns[0].seated_ms == 10 * MINUTE


def test_a_move_cuts_a_turn_into_intervals():
    room = Room()
    room.facilitator.starts()
    ingrid = room.seats_walk_up(1, "Ingrid")
    room.seats_walk_up(2, "Tomasz")
    room.wait(minutes=4)
    room.facilitator.moves(ingrid, 2)
    room.wait(minutes=2)
    room.facilitator.closes()
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
    early = room.seats_walk_up(1, "Early")
    room.sends(c.FreeChair(turn=room.turn(early).id))
    room.seats_walk_up(1, "Ingrid")
    room.wait(minutes=1)
    room.facilitator.starts()
    room.wait(minutes=1)
    room.facilitator.closes()
    assert names(room.summary) == ["Ingrid"]
    assert room.summary.turns[0].began_run_ms == 0


def test_only_the_first_turn_of_a_person_is_marked():
    room = Room()
    room.facilitator.starts()
    ingrid = room.seats_walk_up(1, "Ingrid")
    room.wait(minutes=1)
    room.sends(c.FreeChair(turn=room.turn(ingrid).id))
    room.wait(minutes=1)
    room.facilitator.seats_known(ingrid, 3)
    room.wait(minutes=1)
    assert [turn.first for turn in room.summary.turns] == [True, False]
    assert room.summary.people[0].turns == 2


def test_who_sat_during_which_topic_is_worked_out_by_overlap():
    room = Room()
    room.facilitator.starts()
    ingrid = room.seats_walk_up(1, "Ingrid")
    room.wait(minutes=1)
    room.facilitator.begins_topic("Pay")
    room.wait(minutes=4)
    room.sends(c.FreeChair(turn=room.turn(ingrid).id))
    room.seats_walk_up(1, "Tomasz")
    room.wait(minutes=2)
    room.facilitator.begins_topic("Trust")
    room.wait(minutes=3)
    room.facilitator.closes()
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
    room.facilitator.starts()
    kofi = room.phone("Kofi").person
    room.sends(c.SuggestTopic(title="Unseen"), kofi)
    room.sends(c.SuggestTopic(title="Seen"), kofi)
    room.sends(c.PutUpTopic(topic=room.session.seq))  # type: ignore[arg-type]
    assert [topic.title for topic in room.summary.topics] == ["Seen"]


def test_every_request_is_there_with_what_came_of_it():
    room = Room()
    people = [room.phone(name).person for name in ("Amira", "Kofi", "Jonas", "Elif", "Noor")]
    amira, kofi, jonas, elif_, noor = people
    room.facilitator.starts()
    room.phone_of(amira).asks("About pay")
    room.phone_of(kofi).asks()
    room.phone_of(jonas).asks()
    room.phone_of(elif_).asks()
    room.wait(minutes=2)
    room.facilitator.seats_known(amira, 1)
    room.sends(c.LowerHand(request=room.session.open_request[kofi]), kofi)
    room.sends(c.LowerHand(request=room.session.open_request[jonas]))
    room.wait(minutes=3)
    room.facilitator.closes()
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
    kofi = room.phone("Kofi").person
    room.phone_of(kofi).asks()
    room.wait(minutes=20)
    room.facilitator.starts()
    room.wait(minutes=3)
    room.facilitator.seats_known(kofi, 1)
    assert room.summary.queue[0].waited_ms == 3 * MINUTE


def test_who_was_sent_out_without_a_word_is_not_counted():
    room = Room()
    room.facilitator.starts()
    troll = room.phone("Troll").person
    room.phone_of(troll).asks()
    room.sends(c.SendOut(person=troll))
    assert room.summary.figures.people == 0
    assert room.summary.figures.unheard == 0


def test_talk_time_is_cut_to_the_turn():
    room = Room()
    room.facilitator.starts()
    ingrid, tomasz = room.seats_walk_up(1, "Ingrid"), room.seats_walk_up(2, "Tomasz")
    room.facilitator.gives_floor(ingrid)
    room.wait(minutes=2)
    room.facilitator.gives_floor(tomasz)
    room.wait(minutes=1)
    room.facilitator.gives_floor(ingrid)
    room.wait(minutes=1)
    room.sends(c.FreeChair(turn=room.turn(ingrid).id))
    room.wait(minutes=5)
    room.facilitator.closes()
    spoken = {name_of(p.who): p.spoken_ms // MINUTE for p in room.summary.people}
    assert spoken == {"Ingrid": 3, "Tomasz": 1}


def test_a_session_that_time_closed_has_a_summary():
    room = Room()
    room.facilitator.starts()
    room.seats_walk_up(1, "Ingrid")
    room.wait(minutes=13 * 60)
    assert room.summary.session.state == "closed"
