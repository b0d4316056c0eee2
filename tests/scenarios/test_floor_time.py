"""Scenes from real rooms: who talked, who is who, and what was marked wrongly."""

import csv
import json
from io import StringIO

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.rules.floor.equity import equity, talk
from fishbowl.harvest import export
from fishbowl.harvest.summary import summarise
from tests.support.refusals import refused
from tests.support.room import Room

MINUTE_MS = 60_000


def shares(room: Room) -> dict[str, float]:
    """Whose talk is how much of all, by name, in whole percent."""
    figures = equity(talk(room.session), running_ms(room.session.clock, room.now_ms))
    return {room.called(person): round(share * 100) for person, share in figures.shares.items()}


def spoken_minutes(room: Room) -> dict[str, float]:
    """What the summary says, by name."""
    summary = summarise(room.log, room.now_ms)
    return {p.who.name: p.spoken_ms / MINUTE_MS for p in summary.people if p.spoken_ms}


def two_marked_as_one() -> Room:
    """Tomasz has the floor for six minutes; Mei-Lin spoke in the third and fourth."""
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    room.facilitator.gives_floor("Tomasz")
    room.wait(minutes=6)
    return room


def test_scene_24_two_minutes_were_mei_lins_and_shares_and_summary_follow():
    room = two_marked_as_one()
    assert shares(room) == {"Tomasz": 100, "Mei-Lin": 0}

    room.facilitator.corrects_floor("Mei-Lin", 2, 4)
    assert shares(room) == {"Tomasz": 67, "Mei-Lin": 33}
    assert spoken_minutes(room) == {"Tomasz": 4, "Mei-Lin": 2}

    room.wait(minutes=2)
    assert shares(room) == {"Tomasz": 75, "Mei-Lin": 25}, "he goes on talking"


def test_scene_24_undo_knows_the_correction():
    room = two_marked_as_one()
    corrected = room.facilitator.corrects_floor("Mei-Lin", 2, 4)
    undone = room.facilitator.undoes(corrected)
    assert spoken_minutes(room) == {"Tomasz": 6}
    room.facilitator.undoes(undone)
    assert spoken_minutes(room) == {"Tomasz": 4, "Mei-Lin": 2}


def test_scene_24_an_undo_cannot_give_two_people_the_same_minute():
    room = two_marked_as_one()
    room.facilitator.gives_floor(None)
    nobody = room.facilitator.corrects_floor(None, 2, 4)
    room.facilitator.corrects_floor("Mei-Lin", 2, 4)
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(nobody)


def test_scene_24_a_stretch_can_be_the_facilitators_and_stands_apart():
    room = two_marked_as_one()
    room.facilitator.corrects_floor("facilitator", 0, 3)
    figures = equity(talk(room.session), running_ms(room.session.clock, room.now_ms))
    assert figures.facilitator_ms == 3 * MINUTE_MS
    assert shares(room) == {"Tomasz": 100, "Mei-Lin": 0}, "shares are of the others' talk"


def test_scene_24_who_was_not_there_did_not_speak_then():
    room = two_marked_as_one()
    room.facilitator.seats("Kofi")
    with refused(room, "bad_times", person=room.person("Kofi")):
        room.facilitator.corrects_floor("Kofi", 2, 4)
    with refused(room, "bad_times"):
        room.facilitator.corrects_floor("Mei-Lin", 5, 7)


def test_scene_24_a_turn_ended_earlier_than_it_was_marked():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.facilitator.gives_floor("Tomasz")
    room.wait(minutes=6)
    room.facilitator.frees("Tomasz")
    turn = room.turn("Tomasz")
    corrected = room.facilitator.sends(c.CorrectTurn(turn=turn.id, ended_run_ms=4 * MINUTE_MS))
    assert room.seated_minutes("Tomasz") == 4
    assert spoken_minutes(room) == {"Tomasz": 4}, "nobody speaks from a chair they have left"

    room.facilitator.seats("Kofi")
    began = c.CorrectTurn(turn=room.turn("Kofi").id, began_run_ms=5 * MINUTE_MS)
    room.facilitator.sends(began)
    room.wait(minutes=1)
    assert room.seated_minutes("Kofi") == 2
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(corrected)
    with refused(room, "bad_times", field="chair", person=room.person("Tomasz")):
        room.facilitator.sends(c.CorrectTurn(turn=room.turn("Kofi").id, began_run_ms=3 * MINUTE_MS))


def test_half_kept_marks_say_nothing_about_who_talked_most():
    """The facilitator marks Wilhelmina once, and then has no hand free for the rest of the talk."""
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Wilhelmina", "Tomasz", "Mei-Lin")
    room.facilitator.gives_floor("Wilhelmina")
    room.wait(minutes=3)
    room.facilitator.gives_floor(None)
    assert shares(room) == {"Wilhelmina": 100, "Tomasz": 0, "Mei-Lin": 0}
    room.wait(minutes=27)
    room.facilitator.closes()
    assert shares(room) == {"Wilhelmina": 33, "Tomasz": 33, "Mei-Lin": 33}
    document = json.loads(export(summarise(room.log), "json"))
    assert document["figures"]["talk_by"] == "chair"
    _, *lines = csv.reader(StringIO(export(summarise(room.log), "csv")))
    assert {line[7] for line in lines} == {""}, "no export says that two of them said nothing"
    assert "speakers were marked too rarely" in export(summarise(room.log), "md")


def test_scene_10_guest_3_is_noor_and_her_turn_is_hers():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Lindiwe", "")
    room.wait(minutes=3)
    (noor,) = room.joins("Noor")
    room.facilitator.merges("Guest 3", into="Noor")
    assert room.bowl == {1: "Tomasz", 2: "Lindiwe", 3: "Noor"}
    noor.leaves_chair()
    summary = summarise(room.log, room.now_ms)
    assert [p.who.name for p in summary.people] == ["Tomasz", "Lindiwe", "Noor"]
    assert [(t.who.name, t.seated_ms) for t in summary.turns][-1] == ("Noor", 3 * MINUTE_MS)


def test_scene_10_undone_they_are_two_again():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("")
    room.asks("Noor")
    merged = room.facilitator.merges("Guest 1", into="Noor")
    assert (room.bowl, room.queue) == ({1: "Noor"}, [])
    room.facilitator.undoes(merged)
    assert (room.bowl, room.queue) == ({1: "Guest 1"}, ["Noor"])


def test_scene_10_who_have_both_sat_are_two_people():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("")
    room.asks("Noor")
    room.facilitator.seats_known("Noor", 2)
    with refused(room, "both_seated"):
        room.facilitator.merges("Guest 1", into="Noor")
    room.wait(minutes=1)
    room.facilitator.frees("Noor")
    with refused(room, "both_seated"):
        room.facilitator.merges("Guest 1", into="Noor")
    with refused(room, "has_phone"):
        room.facilitator.merges("Noor", into="Guest 1")


def test_scene_10_of_two_places_in_the_queue_the_better_one_is_hers():
    room = Room()
    room.facilitator.starts()
    room.facilitator.queues()
    room.asks("Kofi", "Noor")
    room.facilitator.merges("Guest 1", into="Noor")
    assert room.queue == ["Noor", "Kofi"]


def test_scene_10_a_person_who_is_forgotten_is_forgotten_as_the_guest_too():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("woman in red")
    (noor,) = room.joins("Noor")
    guest, person = room.person("woman in red"), room.person("Noor")
    room.facilitator.merges("woman in red", into="Noor")
    events = [entry.event for entry in noor.forgets()]
    assert [e.person for e in events if e.name == "person.forgotten"] == [guest, person]


def test_scene_20_maximiliane_goes_on_with_a_friends_phone_and_is_third():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Jonas", "Maximiliane")
    person = room.person("Maximiliane")
    room.sends(c.RecoverPerson(person=person), role=Role.DOOR, key="a friend's phone")
    assert room.queue == ["Amira", "Jonas", "Maximiliane"]
    assert room.session.person_of_key["a friend's phone"] == person
    assert "device 3" not in room.session.person_of_key, "the dead phone is nobody's"


def test_scene_20_a_phone_is_one_persons_and_who_is_out_stays_out():
    room = Room()
    room.asks("Amira", "Jonas")
    with refused(room, "device_taken"):
        room.sends(c.RecoverPerson(person=room.person("Amira")), role=Role.DOOR, key="device 2")
    amira = room.person("Amira")
    room.facilitator.sends_out("Amira")
    with refused(room, "sent_out"):
        room.sends(c.RecoverPerson(person=amira), role=Role.DOOR, key="another phone")
