"""One person's card: whom they spoke after and who after them, as the attribution names people."""

from fishbowl.domain.session import commands as c
from fishbowl.harvest.card import Card, card
from tests.harvest.web_story import SPEAK_S, marked_talk
from tests.support.room import Room

NAMES = ("Ada", "Ben", "Cem", "Dia", "Eve")


def of(room: Room, who: str) -> Card:
    return card(room.session, room.person(who))


def told(several: tuple[object, ...]) -> dict[str, int]:
    return {one.who.name or f"guest {one.who.no}": one.times for one in several}  # type: ignore[attr-defined]


def test_a_card_tells_whom_one_spoke_after_and_who_after_oneself():
    room = marked_talk(*NAMES, chairs=6, rounds=1, on=False)
    spoke = ["Ada", "Ben", "Cem", "Ada", "Ben", "Cem", "Dia", "Ada", "Ben", "Cem", "Dia", "Eve"]
    assert told(of(room, "Cem").after) == {"Ben": spoke.count("Cem")}
    assert told(of(room, "Cem").before) == {"Ada": 1, "Dia": 2}
    assert of(room, "Eve").before == ()
    assert of(room, "Eve").seated_ms == 5 * SPEAK_S * 1000
    assert of(room, "Cem").web is None, "the figure is there only if it was turned on"


def test_who_never_spoke_has_a_card_without_others():
    room = Room()
    room.joins("Fay")
    room.facilitator.starts()
    room.facilitator.closes()
    made = of(room, "Fay")
    assert (made.seated_ms, made.after, made.before, made.tells_pairs) == (0, (), (), False)


def test_names_that_were_hidden_or_forgotten_never_come_back():
    room = marked_talk(*NAMES, chairs=6)
    before = told(of(room, "Cem").after) | told(of(room, "Cem").before)
    ben = room.person("Ben")
    room.sends(c.HideName(person=ben))
    room.forgets("Dia")
    after = told(of(room, "Cem").after) | told(of(room, "Cem").before)
    assert "Ben" in before
    assert not {"Ben", "Dia"} & set(after)
    assert len(after) == len(before), "they are there as numbers"
    shown = of(room, "Cem").web
    assert shown is not None
    assert not {"Ben", "Dia"} & {voice.name for voice in shown.voices}
    assert card(room.session, ben).who.name == "", "nor on the card of who had them"


def test_where_people_choose_others_are_named_only_if_they_did_and_oneself_always():
    room = marked_talk(*NAMES, chairs=6, attribution="opt_in")
    room.sends(c.CreditMe(on=True), "Ben")
    made = of(room, "Cem")
    named = {name for name in told(made.after) | told(made.before) if "guest" not in name}
    assert named == {"Ben"}
    assert made.web is not None
    assert {voice.name for voice in made.web.voices if voice.name} == {"Ben", "Cem"}
    assert made.who.name == "Cem"


def test_under_chatham_house_a_card_tells_of_nobody_else():
    room = marked_talk(*NAMES, chairs=6, attribution="chatham_house", on=False)
    made = of(room, "Cem")
    assert (made.after, made.before, made.web, made.tells_pairs) == ((), (), None, False)
    assert made.seated_ms > 0
