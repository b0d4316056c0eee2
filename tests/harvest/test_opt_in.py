"""Where everybody chooses for themself: nobody is named who did not switch it on."""

import json

import pytest

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.session import commands as c
from fishbowl.harvest import FORMATS, TABLES, charts, export, publishable
from tests.harvest.ring_story import the_whole_room
from tests.support.room import Room
from tests.web.summary.test_page import page, read


def opted(*names: str) -> tuple[Room, list[PersonId]]:
    """All these sit and talk."""
    room = Room(attribution="opt_in")
    people = [room.phone(name).person for name in names]
    room.facilitator.starts()
    for chair, person in enumerate(people, start=1):
        room.facilitator.seats_known(person, chair)
    room.wait(minutes=5)
    return room, people


def test_by_default_nobody_is_named():
    room = the_whole_room(attribution="opt_in")
    texts = [export(room.summary, format) for format in FORMATS]
    texts += [export(room.summary, "csv", table=table) for table in TABLES]
    texts += [page(room, facilitator=True), repr(publishable(room.summary))]
    for text in texts:
        assert text
        assert not [name for name in ("Ingrid", "Tomasz", "Listener", "Absent") if name in text]


def test_who_chose_it_is_named_and_the_others_are_numbered():
    room, (amira, _) = opted("Amira", "Kofi")
    room.sends(c.CreditMe(on=True), amira)
    document = json.loads(export(room.summary, "json"))
    assert [turn["name"] for turn in document["turns"]] == ["Amira", "Guest 2"]
    assert "Only those who chose it are named here." in read(page(room)).text
    assert "Kofi" not in repr(charts(room.summary))


def test_it_can_be_taken_back_also_after_the_end():
    room, (amira,) = opted("Amira")
    room.sends(c.CreditMe(on=True), amira)
    room.facilitator.closes()
    assert "Amira" in export(room.summary, "md")
    room.sends(c.CreditMe(on=False), amira)
    assert "Amira" not in export(room.summary, "md")


def test_it_can_be_chosen_after_the_end():
    room, (amira,) = opted("Amira")
    room.facilitator.closes()
    room.sends(c.CreditMe(on=True), amira)
    assert "Amira" in export(room.summary, "md")


def test_a_hidden_name_stays_hidden():
    room, (rude,) = opted("Something rude")
    room.sends(c.CreditMe(on=True), rude)
    room.sends(c.HideName(person=rude))
    assert "rude" not in export(room.summary, "json")


def test_who_is_named_alone_gives_no_namesake_away():
    room, (_, second) = opted("Anna", "Anna")
    room.sends(c.CreditMe(on=True), second)
    names = [turn["name"] for turn in json.loads(export(room.summary, "json"))["turns"]]
    assert names == ["Guest 1", "Anna"]


def test_two_who_are_named_are_told_apart():
    room, people = opted("Anna", "Anna", "Anna")
    for person in people[::2]:
        room.sends(c.CreditMe(on=True), person)
    names = [turn["name"] for turn in json.loads(export(room.summary, "json"))["turns"]]
    assert names == ["Anna", "Guest 2", "Anna (2)"]


@pytest.mark.parametrize("chosen", [(), (0,), (1, 2), (0, 1, 2)])
def test_publishing_twice_changes_nothing(chosen: tuple[int, ...]):
    room, people = opted("Anna", "Anna", "Anna")
    for index in chosen:
        room.sends(c.CreditMe(on=True), people[index])
    once = publishable(room.summary)
    assert publishable(once) == once


def test_the_times_and_the_plan_are_told_as_in_any_session():
    room = the_whole_room(attribution="opt_in")
    named = the_whole_room().summary
    summary = publishable(room.summary)
    assert summary.figures == named.figures
    assert [turn.seated_ms for turn in summary.turns] == [turn.seated_ms for turn in named.turns]
    assert summary.left_out == ()
