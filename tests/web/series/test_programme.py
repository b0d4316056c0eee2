"""The programme of a conference: looked at, taken, taken again, and opened by one press."""

import io

import pytest

from fishbowl.access.sign_ins import OWNER
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.model import Recurrence
from fishbowl.services.audit import PROGRAMME_TAKEN, ROOMS_OPENED
from fishbowl.services.batch import Outcome
from fishbowl.services.programme import reading
from fishbowl.web.community.hosts.long_lists import PROGRAMME_MAX_BYTES, list_bytes
from tests.web.community.conftest import Circle
from tests.web.conftest import Site
from tests.web.series.conference import DAY, ID, KEYS, MAPS, NOISE, POST, Conference


def test_a_file_is_shown_before_it_is_taken_and_taken_once(site: Site):
    conference = Conference(site)
    page = conference.looks(KEYS, NOISE, f"x,{DAY},soon,45,Later,Yard").text
    assert "2 sessions are in this file" in page
    assert "1 cannot be read" in page
    assert "Day or time cannot be read." in page
    assert not conference.series.occasions
    packed = conference.packed(KEYS, NOISE)
    for _ in range(2):
        assert conference.sends(packed).status_code == 303
    assert {one.slot.title for one in conference.series.occasions.values()} == {"Keys", "Noise"}
    assert [line.what for line in site.audit.lines()[0]].count(PROGRAMME_TAKEN) == 1
    page = conference.host.get(conference.path("/programme?taken=2")).text
    assert "The programme is taken: 2 sessions have changed." in page
    assert page.index("Noise") < page.index("Keys")  # by room


def test_an_update_shows_what_is_new_changed_kept_and_gone(site: Site):
    conference = Conference(site)
    conference.takes(KEYS, NOISE, MAPS)
    keys = conference.by_title("Keys")
    own = c.ChangeOccasion(
        occasion=keys.id, slot=type(keys.slot)(on=DAY, at="10:00", minutes=45, title="Whose key?")
    )
    assert site.series.ask(ID, own, role=Role.OWNER).ok
    changed, new = NOISE.replace("10:00", "10:30"), f"r,{DAY},12:00,45,Rehearsals,Attic"
    page = conference.looks(KEYS, changed, new).text
    for words in (
        "1 is new",
        "1 is changed by the programme",
        "1 stays as it was changed here",
        "1 is in the programme no more",
        "<b><bdi>Whose key?</bdi></b> stays; the programme says <bdi>Keys</bdi>",
    ):
        assert words in page
    conference.takes(KEYS, changed, new, id="again")
    assert conference.by_title("Whose key?").slot.room == ""
    assert conference.by_title("Noise").slot.at == "10:30"
    assert conference.by_title("Maps").left_out is not None
    assert "There is nothing to take." in conference.looks(KEYS, changed, new).text


def test_what_a_host_leaves_out_stays_out_with_the_next_programme(site: Site):
    conference = Conference(site)
    conference.takes(KEYS, NOISE)
    keys = conference.by_title("Keys")
    for _ in range(2):
        path = conference.path(f"/programme/{keys.id}/leave")
        assert conference.host.post(path, **POST).status_code == 303
    conference.takes(KEYS.replace("10:00", "10:15"), NOISE, id="again")
    assert conference.by_title("Keys").left_out == ""
    conference.host.post(conference.path(f"/programme/{keys.id}/bring"), **POST)
    assert conference.by_title("Keys").left_out is None
    gone = conference.host.post(conference.path("/programme/+99/leave"), **POST)
    assert gone.status_code == 404


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        (b"", 422, "No session with a time is in this file."),
        (b"Dear all", 422, "This is no programme that can be read here."),
        (b'{"schedule": ', 422, "This file is cut off or damaged"),
        (b"x" * 4_001, 422, "This file is too long."),
    ],
    ids=["empty", "letter", "cut", "too long"],
)
def test_a_file_that_cannot_be_read_says_why_and_changes_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch, data: bytes, status: int, words: str
):
    monkeypatch.setattr(reading, "FILE_MAX_BYTES", 4_000)
    conference = Conference(site)
    before = conference.series
    file = (io.BytesIO(data), "programme")
    answer = conference.host.post(conference.path("/programme/look"), data={"file": file}, **POST)
    assert (answer.status_code, words in answer.text) == (status, True)
    assert "Nothing has changed." in answer.text
    assert conference.series == before
    very_long = conference.host.post(
        conference.path("/programme/look"), data={"x": "x" * (PROGRAMME_MAX_BYTES + 1)}, **POST
    )
    assert (very_long.status_code, "This file is too long." in very_long.text) == (413, True)
    forged = {"lines": "bm8gbGluZXM=", "id": "x"}
    assert (
        conference.host.post(conference.path("/programme/take"), data=forged, **POST).status_code
        == 400
    )


def test_only_hosts_may_send_a_file_that_long(site: Site):
    conference = Conference(site)
    path = conference.path("/programme/look")
    token = site.sign_ins.enter({}, OWNER, "", 1)
    cookie = f"{site.sign_ins.cookie(OWNER, '')}={token}"
    assert list_bytes(site.context, {"PATH_INFO": path}) == 0
    signed_in = {"PATH_INFO": path, "HTTP_COOKIE": cookie}
    assert list_bytes(site.context, signed_in) == PROGRAMME_MAX_BYTES
    assert list_bytes(site.context, {**signed_in, "PATH_INFO": conference.path("/programme")}) == 0


def test_one_press_opens_every_room_of_the_day_and_a_second_one_opens_nothing_again(site: Site):
    conference = Conference(site)
    conference.takes(KEYS, NOISE, "r,2027-01-16,12:00,45,Rehearsals,Attic")
    assert "Open all 2 rooms of this day" in conference.host.get(conference.path("/programme")).text
    answer = conference.opens()
    assert answer.location.startswith(f"/hosts/series/{ID}/programme?opened=2&failed=0")
    codes = {one.code for one in conference.series.occasions.values() if one.code}
    assert {row.code for row in site.service.sessions()} == codes
    assert len(codes) == 2
    assert conference.opens().location.startswith(f"/hosts/series/{ID}/programme?opened=0")
    assert len(site.service.sessions()) == 2
    assert conference.by_title("Rehearsals").code == ""
    page = conference.host.get(answer.location).text
    assert "2 rooms are open." in page
    assert all(f'href="/{code}/console"' in page for code in codes)
    assert [(one.what, one.count) for one in site.audit.lines()[0] if one.what == ROOMS_OPENED] == [
        (ROOMS_OPENED, 2)
    ]


def test_a_host_who_opens_the_rooms_facilitates_them_and_other_hosts_do_not(site: Site):
    circle = Circle(site)
    conference = Conference(site)
    conference.takes(KEYS, NOISE)
    _, conference.host = circle.hosts("Sunniva")
    page = conference.host.get(conference.opens().location).text
    codes = [one.code for one in conference.series.occasions.values()]
    for code in codes:
        assert f'href="/{code}/console"' in page
        assert conference.host.get(f"/{code}/console").status_code == 200
    _, other = circle.hosts("Kwabena")
    assert "/console" not in other.get(conference.path("/programme")).text


def test_a_date_that_only_the_recurrence_gives_is_not_of_the_programme(site: Site):
    conference = Conference(site)
    every = Recurrence(every="week", weekdays=("fr",), starts_on=DAY, at="12:00", minutes=60)
    assert site.series.ask(ID, c.SetRecurrence(recurrence=every), role=Role.OWNER).ok
    conference.takes(KEYS, NOISE)
    assert "opened=2&" in conference.opens().location


def test_a_room_that_cannot_be_opened_keeps_no_other_shut(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    conference = Conference(site)
    conference.takes(KEYS, NOISE)
    broken, make = conference.by_title("Keys").id, site.series_sessions.make

    def fails_once(id, occasion, **asked) -> Outcome:
        if occasion == broken:
            return Outcome(ok=False, code="not_saved")
        return make(id, occasion, **asked)

    monkeypatch.setattr(site.series_sessions, "make", fails_once)
    location = conference.opens().location
    assert "opened=1&failed=1" in location
    assert "1 room could not be opened. Please try again." in conference.host.get(location).text
