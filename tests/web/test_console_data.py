"""What the console fetches: the links, and who is in the room."""

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import (
    AskBowl,
    AskForChair,
    ChangeSettings,
    CloseSession,
    HideName,
    JoinSession,
    PublishSummary,
    SeatPerson,
    SeatWalkUp,
    SendOut,
    StartSession,
    UndoAction,
)
from fishbowl.domain.session.ids import ChairNo, PersonId
from tests.web.conftest import House

JOINED = "device-secret-0000-"


def join(house: House, *names: str) -> list[PersonId]:
    found = []
    for name in names:
        outcome = house.send(
            "WAVE47", JoinSession(name=name), Role.ATTENDEE, f"{JOINED}{len(found):04}"
        )
        assert outcome.seq is not None
        found.append(PersonId(outcome.seq))
    return found


def test_the_links_carry_the_key_and_the_address_in_the_qr(house: House):
    house.session("WAVE47")
    links = house.facilitator("WAVE47").get("/WAVE47/links.json").json
    key = house.access_keys.facilitator_key("WAVE47")
    assert links["console"] == f"http://192.168.1.20:8080/k#{key}"
    assert links["join"] == "http://192.168.1.20:8080/WAVE47"
    assert links["display"] == "http://192.168.1.20:8080/WAVE47/display"
    assert links["sheet"] == "/WAVE47/sheet"
    assert links["summary"] == "/WAVE47/summary"
    assert links["published"] is None
    assert links["chosen"] == links["addresses"][0]["url"] == "http://192.168.1.20:8080"


def test_another_address_can_be_chosen(house: House):
    house.session("WAVE47")
    house.send("WAVE47", ChangeSettings(address="https://bowl.example"))
    links = house.facilitator("WAVE47").get("/WAVE47/links.json").json
    assert links["join"] == "https://bowl.example/WAVE47"
    assert links["chosen"] == "https://bowl.example"
    assert links["addresses"][0]["name"] == "set by hand"


def test_a_published_summary_has_its_own_link(house: House):
    house.session("WAVE47")
    for command in (StartSession(), CloseSession(), PublishSummary()):
        house.send("WAVE47", command)
    links = house.facilitator("WAVE47").get("/WAVE47/links.json").json
    slug = house.access_keys.summary_slug("WAVE47")
    assert links["published"] == f"http://192.168.1.20:8080/s/{slug}"


def test_people_are_found_by_what_they_are_called(house: House):
    house.session("WAVE47")
    join(house, "José", "Josephine", "Mojo", "Anna", "Anna")
    browser = house.facilitator("WAVE47")
    found = browser.get("/WAVE47/people.json?q=jo").json
    assert [one["label"]["name"] for one in found["people"]] == ["José", "Josephine", "Mojo"]
    assert found["total"] == 3
    twins = browser.get("/WAVE47/people.json?q=anna").json["people"]
    assert [one["label"]["twin"] for one in twins] == [1, 2]


def test_who_is_hidden_or_out_comes_first_and_goes_by_a_number(house: House):
    house.session("WAVE47")
    amira, rude, jonas = join(house, "Amira", "Rude Name", "Jonas")
    house.send("WAVE47", HideName(person=rude))
    house.send("WAVE47", SendOut(person=jonas))
    browser = house.facilitator("WAVE47")
    people = browser.get("/WAVE47/people.json").json["people"]
    assert [one["person"] for one in people] == [jonas, rude, amira]
    assert people[0]["out"]
    assert people[1]["hidden"]
    assert people[1]["label"]["name"] == ""
    assert browser.get("/WAVE47/people.json?q=rude").json["total"] == 0
    assert browser.get("/WAVE47/people.json?q=guest 4").json["total"] == 1


def test_people_show_whether_they_wait_sit_and_have_a_phone(house: House):
    house.session("WAVE47")
    house.send("WAVE47", StartSession())
    join(house, "Amira")
    house.send("WAVE47", AskForChair(), Role.ATTENDEE, f"{JOINED}0000")
    house.send("WAVE47", SeatWalkUp(chair=ChairNo(1), name="Woman in red"))
    people = house.facilitator("WAVE47").get("/WAVE47/people.json").json["people"]
    amira, guest = people
    assert (amira["phone"], amira["waiting"], amira["seated"]) == (True, True, False)
    assert (guest["phone"], guest["waiting"], guest["seated"]) == (False, False, True)


def test_a_hall_is_cut_to_a_list_with_its_number(house: House):
    house.session("WAVE47")
    join(house, *(f"Person {n:03}" for n in range(60)))
    found = house.facilitator("WAVE47").get("/WAVE47/people.json").json
    assert len(found["people"]) == 50
    assert found["total"] == 60


def test_who_has_not_been_heard_is_listed_to_the_last(house: House):
    house.session("WAVE47")
    house.send("WAVE47", StartSession())
    people = join(house, *(f"Person {n:03}" for n in range(60)))
    house.send("WAVE47", SeatPerson(person=people[0], chair=ChairNo(1)))
    house.clock.pass_s(90)
    house.send("WAVE47", SendOut(person=people[1]))
    browser = house.facilitator("WAVE47")
    unheard = browser.get("/WAVE47/people.json?of=unheard&most=5000").json
    assert [one["person"] for one in unheard["people"]] == people[2:]
    assert unheard["total"] == unheard["unheard"] == 58
    everybody = browser.get("/WAVE47/people.json?q=person 000").json
    first = everybody["people"][0]
    assert (first["turns"], first["talk_ms"], first["since_run_ms"]) == (1, 0, 0)
    assert everybody["unheard"] == 58
    for wrong in ("of=nobody", "most=-1", "most=1000000"):
        assert browser.get(f"/WAVE47/people.json?{wrong}").status_code == 400


def test_the_preview_of_an_order_is_for_the_facilitator(house: House):
    house.session("WAVE47")
    join(house, "Jonas", "Amira")
    for device in ("0000", "0001"):
        house.send("WAVE47", AskForChair(kind="new_point"), Role.ATTENDEE, f"{JOINED}{device}")
    browser = house.facilitator("WAVE47")
    assert browser.get("/WAVE47/order.json?order=fresh_voices").json == {"moves": []}
    assert browser.get("/WAVE47/order.json?order=by_height").status_code == 400
    assert browser.get("/WAVE47/order.json").status_code == 400
    stranger = house.visitor().get("/WAVE47/order.json?order=lottery")
    assert stranger.status_code == house.visitor().get("/WAVE47/people.json").status_code != 200


def held(house: House, code: str, event: str, minutes: float) -> int:
    """A session of an event in which one person sat for a while; returns the closing's number."""
    house.session(code, event=event)
    house.send(code, StartSession())
    house.send(code, SeatWalkUp(chair=ChairNo(1), name="Amira"))
    house.clock.pass_s(60 * minutes)
    return int(house.send(code, CloseSession()).seq or 0)


def test_an_event_is_what_its_sessions_come_to_and_names_nobody(house: House):
    held(house, "MATE23", "Stewardship Day", 4)
    held(house, "REED45", "Another day", 9)
    house.session("LAKE67", event="Stewardship Day")  # it still gathers
    house.session("WAVE47", event="stewardship day")
    house.send("WAVE47", StartSession())
    house.send("WAVE47", SeatWalkUp(chair=ChairNo(1), name="Jonas"))
    house.clock.pass_s(120)
    answer = house.facilitator("WAVE47").get("/WAVE47/event.json")
    found = answer.json
    assert (found["sessions"], found["voices"], found["people"]) == (2, 2, 2)
    assert (found["talk_ms"], found["longest_ms"]) == (360_000, 240_000)
    assert "Amira" not in answer.text


def test_what_a_closed_session_gave_is_worked_out_again_when_it_is_reopened(house: House):
    closed = held(house, "MATE23", "Day", 4)
    house.session("WAVE47", event="Day")
    browser = house.facilitator("WAVE47")
    assert browser.get("/WAVE47/event.json").json["talk_ms"] == 240_000
    house.send("MATE23", UndoAction(action=closed))
    house.clock.pass_s(60)
    assert browser.get("/WAVE47/event.json").json["talk_ms"] > 240_000


def test_a_session_of_no_event_has_no_figures_of_one(house: House):
    house.session("WAVE47", event="")
    assert house.facilitator("WAVE47").get("/WAVE47/event.json").status_code == 404
    assert house.visitor().get("/WAVE47/event.json").status_code == 403


def test_more_of_a_long_list_is_fetched_as_it_is_asked_for(house: House):
    house.session("WAVE47")
    for number in range(45):
        device = f"{JOINED}{number:04}"
        house.send("WAVE47", JoinSession(name=f"Person {number}"), Role.ATTENDEE, device)
        house.send("WAVE47", AskBowl(words=f"Question {number}"), Role.ATTENDEE, device)
    note_taker = house.signed_in(Role.NOTE_TAKER, "WAVE47")
    found = note_taker.get("/WAVE47/more.json?of=questions.waiting&most=3").json["items"]
    assert [item["words"] for item in found] == ["Question 40", "Question 41", "Question 42"]
    for query in ("", "?of=questions.waiting", "?of=secrets.all&most=9", "?of=answers.x&most=-1"):
        assert note_taker.get(f"/WAVE47/more.json{query}").json == {"items": []}
