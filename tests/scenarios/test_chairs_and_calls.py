"""Scenes from real rooms: chairs and calls."""

from fishbowl.domain.session import commands as c
from fishbowl.views.console import console_view
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


def test_scene_1_four_names_are_typed_and_the_fifth_chair_glows():
    room = Room(chairs=5, open_chairs=1)
    room.joins(*(f"Listener {n}" for n in range(12)))
    room.facilitator.starts()

    room.facilitator.seats("Tomasz", "Mei-Lin", "Lindiwe", "Rafael")

    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin", 3: "Lindiwe", 4: "Rafael"}
    chairs = console_view(room.session, NOWHERE)["bowl"].chairs
    assert [chair.state for chair in chairs] == ["seated"] * 4 + ["open"]
    assert room.facilitator.space == "invite voice"


def test_scene_1_starters_may_sit_before_the_start_and_their_time_begins_with_it():
    room = Room()
    room.facilitator.seats("Tomasz")
    room.wait(minutes=10)
    assert room.seated_minutes("Tomasz") == 0
    room.facilitator.starts()
    room.wait(minutes=3)
    assert room.seated_minutes("Tomasz") == 3


def test_scene_1_a_name_mistyped_undone_and_typed_again_is_one_person():
    room = Room()
    typed = room.facilitator.seats("Anna")
    room.facilitator.undoes(typed)
    assert room.bowl == {}
    room.facilitator.seats("Anna")
    assert room.bowl == {1: "Anna"}


def test_scene_3_two_facilitators_press_space_and_amira_is_called_once():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Kofi")
    room.facilitator.seats("Tomasz", "Mei-Lin")
    amira = room.request("Amira")
    both_saw = c.CallPerson(request=amira.id, chair=3)
    assert room.facilitator.space == "call person Amira on chair 3"

    room.sends(both_saw)
    with already(room, "already_called", person=amira.person, chair=3):
        room.sends(both_saw)

    assert room.bowl[3] == "held for Amira"
    assert room.queue == ["Kofi"]


def test_scene_3_the_same_holds_when_amira_has_arrived():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira")
    room.facilitator.calls("Amira", chair=1)
    both_saw = c.ConfirmSeated(call=room.request("Amira").call)

    room.sends(both_saw)
    with already(room, "already_seated_there", person=room.person("Amira"), chair=1):
        room.sends(both_saw)


def test_scene_3_and_when_both_let_her_take_over():
    room = Room(chairs=2)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    room.asks("Amira")
    both_saw = c.TakeOver(request=room.request("Amira").id, turn=room.turn("Tomasz").id)

    room.sends(both_saw)
    with already(room, "already_seated_there", person=room.person("Amira"), chair=1):
        room.sends(both_saw)


def test_scene_4_she_does_not_come_once_and_is_first_in_line_again():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Kofi", "Jonas", "Noor")
    room.facilitator.presses_space()
    assert room.bowl == {1: "held for Amira"}

    room.wait(seconds=45)

    assert room.bowl == {}
    assert room.queue == ["Amira", "Kofi", "Jonas", "Noor"]
    assert room.request("Amira").last_end == "missed"
    assert room.facilitator.space == "call person Kofi on chair 1"


def test_scene_4_the_second_time_she_goes_behind_the_next_two():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Kofi", "Jonas", "Noor")
    for _ in range(2):
        room.facilitator.calls("Amira", chair=1)
        room.wait(seconds=45)
    assert room.queue == ["Kofi", "Jonas", "Amira", "Noor"]


def test_scene_4_with_only_two_others_she_is_last():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Kofi", "Jonas")
    for _ in range(2):
        room.facilitator.calls("Amira", chair=1)
        room.wait(seconds=45)
    assert room.queue == ["Kofi", "Jonas", "Amira"]


def test_scene_5_the_bowl_is_full_and_who_sat_longest_makes_room():
    room = Room(chairs=3)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.wait(minutes=2)
    room.facilitator.seats("Lindiwe", "Mei-Lin")
    room.wait(minutes=7)
    room.asks("Amira")

    makes_room = console_view(room.session, NOWHERE)["action"].makes_room
    assert (makes_room.person.name, makes_room.why) == ("Tomasz", "longest_seated")
    assert room.seated_minutes("Tomasz") == 9

    room.facilitator.presses_space()
    assert room.turn("Tomasz").asked_at_ms == room.now_ms
    assert room.facilitator.space == "take over Amira on chair 1"
    room.facilitator.presses_space()
    assert room.bowl == {1: "Amira", 2: "Lindiwe", 3: "Mei-Lin"}


def test_scene_5_the_facilitator_overrules_with_two_keys():
    room = Room(chairs=3)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin", "Visitor")
    room.facilitator.frees("Visitor")
    (lindiwe,) = room.asks("Lindiwe")
    room.facilitator.calls("Lindiwe", chair=3)
    lindiwe.is_on_the_chair()
    room.asks("Amira")
    lindiwe.offers_room()

    room.facilitator.asks_to_make_room("Lindiwe")
    makes_room = console_view(room.session, NOWHERE)["action"].makes_room
    assert (makes_room.person.name, makes_room.why) == ("Lindiwe", "asked")
    room.facilitator.presses_space()

    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin", 3: "Amira"}


def test_scene_5_a_full_bowl_without_a_queue_is_mentioned_calmly_while_one_chair_stays_open():
    room = Room(chairs=2, open_chairs=1)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    action = console_view(room.session, NOWHERE)["action"].next
    assert (action.do, action.calm) == ("ask_to_make_room", True)


def test_scene_9_a_woman_in_red_sits_down_and_gets_her_name_later():
    room = Room()
    room.facilitator.starts()
    room.joins("Amira", "Kofi")

    room.facilitator.sends(c.SeatWalkUp(chair=5))
    assert room.bowl == {5: "Guest 3"}

    room.wait(minutes=10)
    room.facilitator.renames("Guest 3", to="Noor")
    assert room.bowl == {5: "Noor"}
    assert room.seated_minutes("Noor") == 10
    lines = console_view(room.session, NOWHERE)["log"].lines
    taken = next(line for line in lines if line.event == "chair.taken")
    assert taken.person.name == "Noor", "the past shows the name as well"


def test_scene_11_two_annas_keep_their_places():
    room = Room()
    room.facilitator.starts()
    first, second = room.asks("Anna", "Anna")
    assert room.queue == ["Anna", "Anna (2)"]

    first.lowers_hand()
    assert room.queue == ["Anna (2)"], "a label does not change because somebody else went"
    first.asks()
    assert room.queue == ["Anna (2)", "Anna"]
    assert first.person != second.person


def test_scene_11_upper_and_lower_case_are_one_name():
    room = Room()
    room.asks("Anna", "anna", "ANNA")
    assert room.queue == ["Anna", "anna (2)", "ANNA (3)"]


def test_scene_11_who_goes_back_to_the_own_name_keeps_it():
    room = Room()
    (anna,) = room.joins("Anna")
    anna.renames("Ana")
    anna.renames("Anna")
    assert anna.name == "Anna"


def test_two_people_cannot_be_called_to_one_chair():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Kofi")
    room.facilitator.calls("Amira", chair=3)
    with refused(room, "chair_held", chair=3, person=room.person("Amira")):
        room.facilitator.calls("Kofi", chair=3)
    room.facilitator.confirms("Amira")
    with refused(room, "chair_taken", chair=3, person=room.person("Amira")):
        room.facilitator.calls("Kofi", chair=3)
