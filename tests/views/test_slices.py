"""What each face is shown in typical moments."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from fishbowl.views.slices import MyTopic
from tests.support.room import Room
from tests.views.reading import LINKS, NOWHERE, chairs, in_full_swing, sent


@pytest.fixture
def room() -> Room:
    return in_full_swing()


def test_every_face_has_its_slices(room: Room):
    shared = {
        "session", "rules", "run", "clock", "bowl", "queue", "topics", "vote", "thumbs",
        "looking_back",
    }  # fmt: skip
    assert set(phone_view(room.session, LINKS)) == {*shared, "questions", "upvotes"}
    own = {"balance", "wall", "shown", "wifi", "quotes"}
    assert set(display_view(room.session, LINKS)) == {*shared, *own}
    assert set(console_view(room.session, LINKS)) == {
        *shared,
        "questions",
        "takeaways",
        "answers",
        "open_items",
        "round",
        "unseen",
        "access",
        "action",
        "you",
        "log",
        "figures",
        "equity",
        "nudges",
        "web",
        "notes",
        "timeline",
        "address",
        "wifi",
        "door",
    }


def test_the_bowl_is_the_same_on_every_face(room: Room):
    expected = [("seated", "Tomasz"), ("speaking", "Mei-Lin"), ("held", "Amira"), ("open", None)]
    for view in (phone_view, display_view, console_view):
        assert chairs(view(room.session, LINKS)) == expected


def test_before_the_start_chairs_are_empty_not_open():
    room = Room(chairs=2)
    assert chairs(display_view(room.session, LINKS)) == [("empty", None)] * 2
    room.facilitator.starts()
    assert chairs(display_view(room.session, LINKS)) == [("open", None)] * 2
    room.facilitator.pauses()
    assert chairs(display_view(room.session, LINKS)) == [("open", None)] * 2
    room.facilitator.closes()
    assert chairs(display_view(room.session, LINKS)) == [("empty", None)] * 2


# Who sees times


def test_seated_times_are_for_the_console_and_the_own_phone(room: Room):
    room.phone_of("Amira").is_on_the_chair()
    amira = room.phone_of("Amira").person
    for view in (phone_view, display_view):
        assert all(c.began_run_ms is None for c in view(room.session, LINKS)["bowl"].chairs)
    began = [chair.began_run_ms for chair in console_view(room.session, LINKS)["bowl"].chairs]
    assert began == [0, 0, 120_000, None]
    assert me_slice(room.session, amira).turn.began_run_ms == 120_000


def test_seated_times_reach_walls_and_phones_when_the_facilitator_says_so(room: Room):
    room.facilitator.sends(c.ChangeSettings(show_times=True))
    for view in (phone_view, display_view):
        began = [chair.began_run_ms for chair in view(room.session, LINKS)["bowl"].chairs]
        assert began == [0, 0, None, None]


def test_an_offer_to_make_room_is_for_the_console(room: Room):
    amira = room.phone_of("Amira")
    amira.is_on_the_chair()
    amira.offers_room()
    assert console_view(room.session, LINKS)["bowl"].chairs[2].offered
    assert not display_view(room.session, LINKS)["bowl"].chairs[2].offered
    assert not phone_view(room.session, LINKS)["bowl"].chairs[2].offered
    assert me_slice(room.session, amira.person).turn.offered


def test_a_reminder_of_the_time_is_private(room: Room):
    amira = room.phone_of("Amira")
    amira.is_on_the_chair()
    walls = [view(room.session, LINKS) for view in (phone_view, display_view)]
    room.facilitator.sends(c.NudgePerson(turn=room.turn("Amira").id))
    assert [view(room.session, LINKS) for view in (phone_view, display_view)] == walls
    assert me_slice(room.session, amira.person).turn.nudged_at_ms == room.now_ms


# The queue


def test_a_phone_that_has_not_joined_is_told_nothing(room: Room):
    for nobody in (None, 9_999):
        me = me_slice(room.session, nobody)
        assert (me.person, me.label, me.request, me.turn, me.topics) == (0, None, None, None, ())


def test_a_phone_follows_its_person_through_the_evening(room: Room):
    kofi = room.phone_of("Kofi")

    def told() -> tuple[str, str, int | None]:
        me = me_slice(room.session, kofi.person)
        request = me.request
        where = "seated" if me.turn else request.state if request else "listening"
        return where, request.last if request else "", me.turn and me.turn.chair

    assert told() == ("waiting", "", None)
    room.facilitator.calls("Kofi", chair=4)
    assert told() == ("called", "", None)
    room.wait(seconds=45)
    assert told() == ("waiting", "missed", None)
    room.facilitator.calls("Kofi", chair=4)
    kofi.is_on_the_chair()
    assert told() == ("seated", "", 4)
    kofi.leaves_chair()
    assert told() == ("listening", "", None)
    assert me_slice(room.session, kofi.person).turns == 1
    room.facilitator.sends_out("Kofi")
    assert me_slice(room.session, kofi.person).out
    person = kofi.person
    kofi.forgets()
    assert me_slice(room.session, person).forgotten


def test_a_person_sees_what_became_of_their_suggestions(room: Room):
    amira = room.phone_of("Amira")
    amira.suggests("Pay")
    pay = room.topic("Pay").id
    assert me_slice(room.session, amira.person).topics == (
        MyTopic(id=pay, title="Pay", state="suggested"),
    )


# Topics


def test_suggestions_reach_walls_and_phones_only_when_put_up(room: Room):
    amira = room.phone_of("Amira")
    amira.suggests("A rude word")
    for view in (phone_view, display_view):
        assert "rude" not in sent(view(room.session, LINKS))
    (topic,) = console_view(room.session, LINKS)["topics"].topics
    assert (topic.title, topic.by.name) == ("A rude word", "Amira")

    room.facilitator.puts_up("A rude word")
    assert "rude" in sent(display_view(room.session, LINKS))
    room.facilitator.sends(c.SetAsideTopic(topic=topic.id))
    assert "rude" not in sent(display_view(room.session, LINKS))


def test_the_console_adds_up_how_long_a_topic_ran(room: Room):
    room.facilitator.begins_topic("Pay")
    room.wait(minutes=1)
    room.facilitator.begins_topic("Trust")
    room.wait(minutes=2)
    room.facilitator.begins_topic("Pay")
    pay, trust = console_view(room.session, LINKS)["topics"].topics
    assert (pay.ran_ms, pay.began_run_ms) == (60_000, 300_000)
    assert (trust.ran_ms, trust.began_run_ms) == (120_000, None)


# The console's own


def test_the_one_next_action_says_what_to_send(room: Room):
    action = console_view(room.session, LINKS)["action"].next
    assert (action.do, action.person.name, action.chair) == ("call_person", "Kofi", 4)
    assert action.args == {"request": room.request("Kofi").id, "chair": 4}


def test_a_take_over_names_who_leaves():
    room = Room(chairs=2)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    room.asks("Amira")
    room.facilitator.presses_space()
    action = console_view(room.session, LINKS)["action"].next
    assert (action.do, action.person.name, action.leaves.name) == ("take_over", "Amira", "Tomasz")


def test_who_makes_room_is_named_only_when_room_is_needed(room: Room):
    def named() -> str | None:
        makes_room = console_view(room.session, LINKS)["action"].makes_room
        return makes_room and makes_room.person.name

    assert named() is None
    room.facilitator.seats("Lindiwe")
    assert named() == "Tomasz", "chair 3 is held, so no chair is free"
    room.facilitator.pauses()
    assert named() is None


def test_just_now_tells_what_happened_and_what_can_be_taken_back(room: Room):
    freed = room.facilitator.frees("Tomasz")
    line = console_view(room.session, LINKS)["log"].lines[0]
    assert (line.event, line.person.name, line.chair, line.why) == (
        "chair.left", "Tomasz", 1, "freed",
    )  # fmt: skip
    assert line.undo == freed[0].seq
    room.facilitator.undoes(freed)
    lines = console_view(room.session, LINKS)["log"].lines
    assert [(line.event, line.undo) for line in lines[:2]] == [
        ("action.undone", None),
        ("chair.left", None),
    ]


def test_u_has_another_meaning_ready_where_the_latest_was_built_on(room: Room):
    def meant() -> tuple[int | None, int | None]:
        action = console_view(room.session, LINKS)["action"]
        return action.undo, action.undo_instead

    extended = room.facilitator.extends(5)
    freed = room.facilitator.frees("Tomasz")
    assert meant() == (freed[0].seq, None)
    (noor,) = room.asks("Noor")
    called = room.facilitator.calls("Noor", chair=1)
    noor.walks_up()
    assert meant()[0] == called[0].seq
    assert meant()[1] == extended[0].seq


def test_just_now_survives_everything_that_undo_takes_away(room: Room):
    for press in (
        lambda: room.facilitator.sends(c.SeatWalkUp(chair=4)),
        lambda: room.facilitator.queues("Woman in red"),
        lambda: room.facilitator.begins_topic("Pay"),
        lambda: room.facilitator.moves("Tomasz", chair=2),
        lambda: room.facilitator.gives_floor(None),
    ):
        room.facilitator.undoes(press())
        assert console_view(room.session, LINKS)["log"].lines


def test_figures_count_people_and_voices(room: Room):
    room.facilitator.hides("Jonas")
    room.facilitator.sends_out("Kofi")
    figures = console_view(room.session, LINKS)["figures"]
    assert (figures.people, figures.voices, figures.turns) == (4, 2, 2)
    assert (figures.hidden, figures.out) == (1, 1)


# Wall and links


def test_an_invitation_stands_until_somebody_asks():
    room = Room(chairs=3)
    room.facilitator.starts()

    def inviting() -> bool:
        return display_view(room.session, LINKS)["wall"].invited

    assert not inviting()
    room.facilitator.sends(c.InviteVoice())
    assert inviting()
    room.wait(seconds=5)
    (amira,) = room.asks("Amira")
    assert not inviting()
    room.facilitator.calls("Amira", chair=1)
    assert not inviting(), "she asked, though she is no longer in the queue"
    amira.is_on_the_chair()
    amira.leaves_chair()
    assert not inviting()
    room.facilitator.sends(c.InviteVoice())
    assert inviting()
    room.wait(seconds=5)
    room.facilitator.seats("Woman in red")
    assert not inviting()


def test_the_summary_link_is_shown_once_it_is_public(room: Room):
    room.facilitator.closes()
    assert phone_view(room.session, LINKS)["session"].summary is None
    room.facilitator.sends(c.PublishSummary())
    assert phone_view(room.session, LINKS)["session"].summary == "/s/x"


def test_the_address_is_on_the_wall_and_the_console(room: Room):
    room.facilitator.sends(c.ShowOnWall(what="qr"))
    wall = display_view(room.session, LINKS)["wall"]
    assert (wall.what, wall.join_url, wall.join_text) == ("qr", LINKS.join_url, LINKS.join_text)
    assert console_view(room.session, LINKS)["address"].join_url == LINKS.join_url


def test_slices_do_not_change_by_time_alone(room: Room):
    before = [view(room.session, NOWHERE) for view in (phone_view, display_view, console_view)]
    room.now_ms += 30_000
    assert before == [
        view(room.session, NOWHERE) for view in (phone_view, display_view, console_view)
    ]
