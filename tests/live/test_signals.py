"""Signals of the outer ring: gathered, counted, written down once a topic, kept nowhere else."""

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.events import SignalsTotalled
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from tests.live.conftest import Room
from tests.support.face import Face


def test_reactions_are_counted_on_the_wall_and_the_console_but_not_sent_to_phones(
    room: Room,
) -> None:
    console, display = room.console(), room.display()
    amira, kofi = room.phone("Amira"), room.phone("Kofi")
    console.done("start_session")
    assert amira.signal("agree")["ok"]
    assert kofi.signal("agree")["ok"]
    assert kofi.signal("thanks")["ok"]
    for face in (console, display):
        face.until(lambda face=face: (face.signals["agree"], face.signals["thanks"]) == (2, 1))
    assert amira.signals["agree"] == 0


def test_a_wish_counts_once_a_person(room: Room) -> None:
    console, amira, kofi = room.console(), room.phone("Amira"), room.phone("Kofi")
    for phone in (amira, amira, kofi):
        assert phone.signal("slower")["ok"]
    assert kofi.signal("microphone")["ok"]
    console.until(lambda: (console.signals["slower"], console.signals["microphone"]) == (2, 1))


def test_one_thumb_cannot_flood_the_room(room: Room) -> None:
    amira, kofi = room.phone("Amira"), room.phone("Kofi")
    answers = [amira.signal("agree") for _ in range(8)]
    assert sum(answer["ok"] for answer in answers) == 5
    assert answers[-1]["error"]["code"] == "too_fast"
    assert kofi.signal("agree")["ok"]


def test_the_console_alone_is_told_of_displays_whose_bell_is_silent(room: Room) -> None:
    console, phone = room.console(), room.phone("Amira")
    room.display()
    silent = Face(room.server, room.code, "display").connect(silent=True)
    console.until(lambda: console.signals["silent_walls"] == 1)
    assert phone.signals["silent_walls"] == 0
    silent.leave()
    console.until(lambda: console.signals["silent_walls"] == 0)


def test_only_people_in_the_room_signal(room: Room) -> None:
    console, passer_by = room.console(), room.face("phone")
    assert passer_by.signal("agree")["error"]["code"] == "person_unknown"
    assert console.signal("agree")["error"]["code"] == "facilitator_only"
    amira = room.phone("Amira")
    assert amira.signal("boo")["error"]["code"] == "invalid_command"
    console.done("send_out", person=amira.slices["me"]["person"])
    assert not amira.signal("agree")["ok"]


def test_the_sum_is_in_the_log_when_the_talk_moves_on(room: Room) -> None:
    console, amira = room.console(), room.phone("Amira")
    console.done("start_session")
    console.done("begin_topic", title="Pay")
    console.until(lambda: console.slices["topics"]["topics"])
    amira.signal("agree")
    amira.signal("agree")
    amira.signal("slower")
    version = console.done("begin_topic", title="Trust")
    # The sum is the entry after the two of the new topic; what is true already tells the version.
    while amira.command("join_session", name="Amira")["version"] < version + 2:
        pass
    *_, last = open_store(room.server.db, readonly=True).entries(session_stream(room.code))
    assert isinstance(last.event, SignalsTotalled)
    assert (last.event.agree, last.event.slower, last.event.thanks) == (2, 1, 0)
    assert last.role is Role.TIME


def test_a_vote_goes_over_the_wire(room: Room) -> None:
    console, display = room.console(), room.display()
    amira, kofi = room.phone("Amira"), room.phone("Kofi")
    console.done("start_session")
    topics = []
    for title in ("Pay", "Trust"):
        topics.append(amira.done("suggest_topic", title=title))
        console.done("put_up_topic", topic=topics[-1])
    vote = console.done("open_vote", dots=3)
    display.until(lambda: display.slices["wall"]["what"] == "topics")
    amira.done("cast_dots", vote=vote, topic=topics[0], dots=1)
    amira.done("cast_dots", vote=vote, topic=topics[1], dots=2)
    kofi.done("cast_dots", vote=vote, topic=topics[1], dots=3)
    display.until(lambda: display.slices["vote"]["voted"] == 2)
    display.until(
        lambda: (
            display.slices["vote"]["counts"]
            == [{"topic": topics[0], "dots": 1}, {"topic": topics[1], "dots": 5}]
        )
    )
    amira.until(lambda: [own["dots"] for own in amira.slices["me"]["dots"]] == [1, 2])
    refused = amira.command("cast_dots", vote=vote, topic=topics[0], dots=2)
    assert refused["error"] == {"code": "limit_reached", "params": {"most": 3}}
    console.done("merge_topics", topic=topics[0], into=topics[1])
    amira.until(lambda: [own["dots"] for own in amira.slices["me"]["dots"]] == [3])
    console.done("close_vote", vote=vote)
    console.until(lambda: console.slices["topics"]["next"] == topics[1])


def test_who_asked_is_told_why_a_question_is_set_aside(room: Room) -> None:
    console, display = room.console(), room.display()
    amira, kofi = room.phone("Amira"), room.phone("Kofi")
    first = amira.done("ask_bowl", words="Who decides?")
    other = amira.done("ask_bowl", words="Is it lunch yet?")
    assert kofi.slices["questions"]["questions"] == []
    console.done("set_aside_question", question=other, why="off_topic")
    amira.until(lambda: amira.slices["me"]["questions"][1]["why"] == "off_topic")
    console.done("put_up_question", question=first)
    kofi.until(lambda: kofi.slices["questions"]["questions"][0]["words"] == "Who decides?")
    kofi.done("upvote_question", question=first)
    amira.until(lambda: amira.slices["upvotes"]["votes"] == [2])
    console.done("show_question", question=first)
    display.until(lambda: display.slices["shown"]["question"]["words"] == "Who decides?")
    assert display.slices["shown"]["votes"] == 2
