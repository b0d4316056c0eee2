"""What the console fetches: the links, and who is in the room."""

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import (
    AskBowl,
    AskForChair,
    ChangeSettings,
    CloseSession,
    FileUnderSeries,
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
from tests.web.conftest import Site

JOINED = "device-secret-0000-"


def join(site: Site, *names: str) -> list[PersonId]:
    found = []
    for name in names:
        outcome = site.sends(
            "WAVE47", JoinSession(name=name), Role.ATTENDEE, f"{JOINED}{len(found):04}"
        )
        assert outcome.seq is not None
        found.append(PersonId(outcome.seq))
    return found


def test_the_links_carry_the_key_and_the_address_in_the_qr(site: Site):
    site.creates("WAVE47")
    links = site.facilitator("WAVE47").get("/WAVE47/links.json").json
    key = site.access_keys.facilitator_key("WAVE47")
    assert links["console"] == f"http://192.168.1.20:8080/k#{key}"
    assert links["join"] == "http://192.168.1.20:8080/WAVE47"
    assert links["display"] == "http://192.168.1.20:8080/WAVE47/display"
    assert links["sheet"] == "/WAVE47/sheet"
    assert links["summary"] == "/WAVE47/summary"
    assert links["published"] is None
    assert links["chosen"] == links["addresses"][0]["url"] == "http://192.168.1.20:8080"


def test_another_address_can_be_chosen(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", ChangeSettings(address="https://bowl.example"))
    links = site.facilitator("WAVE47").get("/WAVE47/links.json").json
    assert links["join"] == "https://bowl.example/WAVE47"
    assert links["chosen"] == "https://bowl.example"
    assert links["addresses"][0]["name"] == "set by hand"


def test_a_published_summary_has_its_own_link(site: Site):
    site.creates("WAVE47")
    for command in (StartSession(), CloseSession(), PublishSummary()):
        site.sends("WAVE47", command)
    links = site.facilitator("WAVE47").get("/WAVE47/links.json").json
    slug = site.access_keys.summary_slug("WAVE47")
    assert links["published"] == f"http://192.168.1.20:8080/s/{slug}"


def test_people_are_found_by_what_they_are_called(site: Site):
    site.creates("WAVE47")
    join(site, "José", "Josephine", "Mojo", "Anna", "Anna")
    browser = site.facilitator("WAVE47")
    found = browser.get("/WAVE47/people.json?q=jo").json
    assert [one["label"]["name"] for one in found["people"]] == ["José", "Josephine", "Mojo"]
    assert found["total"] == 3
    twins = browser.get("/WAVE47/people.json?q=anna").json["people"]
    assert [one["label"]["twin"] for one in twins] == [1, 2]


def test_who_is_hidden_or_out_comes_first_and_goes_by_a_number(site: Site):
    site.creates("WAVE47")
    amira, rude, jonas = join(site, "Amira", "Rude Name", "Jonas")
    site.sends("WAVE47", HideName(person=rude))
    site.sends("WAVE47", SendOut(person=jonas))
    browser = site.facilitator("WAVE47")
    people = browser.get("/WAVE47/people.json").json["people"]
    assert [one["person"] for one in people] == [jonas, rude, amira]
    assert people[0]["out"]
    assert people[1]["hidden"]
    assert people[1]["label"]["name"] == ""
    assert browser.get("/WAVE47/people.json?q=rude").json["total"] == 0
    assert browser.get("/WAVE47/people.json?q=guest 4").json["total"] == 1


def test_people_show_whether_they_wait_sit_and_have_a_phone(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", StartSession())
    join(site, "Amira")
    site.sends("WAVE47", AskForChair(), Role.ATTENDEE, f"{JOINED}0000")
    site.sends("WAVE47", SeatWalkUp(chair=ChairNo(1), name="Woman in red"))
    people = site.facilitator("WAVE47").get("/WAVE47/people.json").json["people"]
    amira, guest = people
    assert (amira["phone"], amira["waiting"], amira["seated"]) == (True, True, False)
    assert (guest["phone"], guest["waiting"], guest["seated"]) == (False, False, True)


def test_a_hall_is_cut_to_a_list_with_its_number(site: Site):
    site.creates("WAVE47")
    join(site, *(f"Person {n:03}" for n in range(60)))
    found = site.facilitator("WAVE47").get("/WAVE47/people.json").json
    assert len(found["people"]) == 50
    assert found["total"] == 60


def test_who_has_not_been_heard_is_listed_to_the_last(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", StartSession())
    people = join(site, *(f"Person {n:03}" for n in range(60)))
    site.sends("WAVE47", SeatPerson(person=people[0], chair=ChairNo(1)))
    site.wait(90)
    site.sends("WAVE47", SendOut(person=people[1]))
    browser = site.facilitator("WAVE47")
    unheard = browser.get("/WAVE47/people.json?of=unheard&most=5000").json
    assert [one["person"] for one in unheard["people"]] == people[2:]
    assert unheard["total"] == unheard["unheard"] == 58
    everybody = browser.get("/WAVE47/people.json?q=person 000").json
    first = everybody["people"][0]
    assert (first["turns"], first["talk_ms"], first["since_run_ms"]) == (1, 0, 0)
    assert everybody["unheard"] == 58
    for wrong in ("of=nobody", "most=-1", "most=1000000"):
        assert browser.get(f"/WAVE47/people.json?{wrong}").status_code == 400


def test_the_preview_of_an_order_is_for_the_facilitator(site: Site):
    site.creates("WAVE47")
    join(site, "Jonas", "Amira")
    for device in ("0000", "0001"):
        site.sends("WAVE47", AskForChair(kind="new_point"), Role.ATTENDEE, f"{JOINED}{device}")
    browser = site.facilitator("WAVE47")
    assert browser.get("/WAVE47/order.json?order=fresh_voices").json == {"moves": []}
    assert browser.get("/WAVE47/order.json?order=by_height").status_code == 400
    assert browser.get("/WAVE47/order.json").status_code == 400
    stranger = site.visitor().get("/WAVE47/order.json?order=lottery")
    assert stranger.status_code == site.visitor().get("/WAVE47/people.json").status_code != 200


def held(site: Site, code: str, event: str, minutes: float) -> int:
    """A session of an event in which one person sat for a while; returns the closing's number."""
    site.creates(code, event=event)
    site.sends(code, StartSession())
    site.sends(code, SeatWalkUp(chair=ChairNo(1), name="Amira"))
    site.wait(60 * minutes)
    return int(site.sends(code, CloseSession()).seq or 0)


def test_an_event_is_what_its_sessions_come_to_and_names_nobody(site: Site):
    held(site, "MATE23", "Stewardship Day", 4)
    held(site, "REED45", "Another day", 9)
    site.creates("LAKE67", event="Stewardship Day")  # it still gathers
    site.creates("WAVE47", event="stewardship day")
    site.sends("WAVE47", StartSession())
    site.sends("WAVE47", SeatWalkUp(chair=ChairNo(1), name="Jonas"))
    site.wait(120)
    answer = site.facilitator("WAVE47").get("/WAVE47/event.json")
    found = answer.json
    assert (found["sessions"], found["voices"], found["people"]) == (2, 2, 2)
    assert (found["talk_ms"], found["longest_ms"]) == (360_000, 240_000)
    assert "Amira" not in answer.text


def test_what_a_closed_session_gave_is_worked_out_again_when_it_is_reopened(site: Site):
    closed = held(site, "MATE23", "Day", 4)
    site.creates("WAVE47", event="Day")
    browser = site.facilitator("WAVE47")
    assert browser.get("/WAVE47/event.json").json["talk_ms"] == 240_000
    site.sends("MATE23", UndoAction(action=closed))
    site.wait(60)
    assert browser.get("/WAVE47/event.json").json["talk_ms"] > 240_000


def test_sessions_of_a_series_add_up_whatever_name_they_show(site: Site):
    held(site, "MATE23", "Lunch", 4)
    held(site, "REED45", "Community lunch", 9)
    series = site.filing.find_or_begin("Community lunch")
    site.creates("WAVE47", event="Community lunch", series=series)
    site.sends("WAVE47", StartSession())
    assert site.facilitator("WAVE47").get("/WAVE47/event.json").json["sessions"] == 1
    for code in ("MATE23", "REED45"):
        assert site.sends(code, FileUnderSeries(series=series), Role.OWNER).ok
    assert site.facilitator("WAVE47").get("/WAVE47/event.json").json["sessions"] == 3


def test_a_session_of_no_event_has_no_figures_of_one(site: Site):
    site.creates("WAVE47", event="")
    assert site.facilitator("WAVE47").get("/WAVE47/event.json").status_code == 404
    assert site.visitor().get("/WAVE47/event.json").status_code == 403


def test_more_of_a_long_list_is_fetched_as_it_is_asked_for(site: Site):
    site.creates("WAVE47")
    for number in range(45):
        device = f"{JOINED}{number:04}"
        site.sends("WAVE47", JoinSession(name=f"Person {number}"), Role.ATTENDEE, device)
        site.sends("WAVE47", AskBowl(words=f"Question {number}"), Role.ATTENDEE, device)
    note_taker = site.signed_in(Role.NOTE_TAKER, "WAVE47")
    found = note_taker.get("/WAVE47/more.json?of=questions.waiting&most=3").json["items"]
    assert [item["words"] for item in found] == ["Question 40", "Question 41", "Question 42"]
    for query in ("", "?of=questions.waiting", "?of=secrets.all&most=9", "?of=answers.x&most=-1"):
        assert note_taker.get(f"/WAVE47/more.json{query}").json == {"items": []}
