"""The sheet on a door, and where its code leads."""

from fishbowl.domain.session.commands import CloseSession, StartSession
from tests.web.conftest import Site
from tests.web.series.conference import DAY, KEYS, MAPS, NOISE, Conference

BOILER = "/room/boiler-house"


def test_the_code_on_a_door_says_when_the_next_session_begins_and_then_leads_into_it(site: Site):
    conference, somebody = Conference(site), site.visitor()
    conference.takes(KEYS, NOISE, MAPS)
    page = somebody.get(conference.public(BOILER)).text
    assert "Next in <bdi>Boiler house</bdi>, at 10:00" in page
    assert "Maps" in page
    assert "Keys" not in page
    conference.opens()
    noise, maps = (conference.by_title(title).code for title in ("Noise", "Maps"))
    page = somebody.get(conference.public(BOILER))  # 09:00: an hour before
    assert page.status_code == 200
    assert noise not in page.text
    site.clock.wait(minutes=31)
    assert somebody.get(conference.public(BOILER)).location == f"/{noise}"
    site.clock.wait(minutes=60)  # 10:31: the next doors are open, too
    assert somebody.get(conference.public(BOILER)).location == f"/{noise}"
    site.sends(noise, StartSession())
    site.sends(noise, CloseSession())
    assert somebody.get(conference.public(BOILER)).location == f"/{maps}"
    site.clock.wait(minutes=24 * 60)
    page = somebody.get(conference.public(BOILER)).text
    assert "Nothing more is planned in <bdi>Boiler house</bdi>" in page


def test_a_session_that_nobody_closed_gives_the_room_to_the_next_one(site: Site):
    conference, somebody = Conference(site), site.visitor()
    conference.takes(NOISE, MAPS.replace("11:00", "11:10"))
    conference.opens()
    noise, maps = (conference.by_title(title).code for title in ("Noise", "Maps"))
    site.clock.wait(minutes=60 + 54)
    assert somebody.get(conference.public(BOILER)).location == f"/{noise}"
    site.clock.wait(minutes=1)
    assert somebody.get(conference.public(BOILER)).location == f"/{maps}"


def test_a_series_that_is_not_public_looks_to_strangers_like_none(site: Site):
    conference, somebody = Conference(site, is_public=False), site.visitor()
    conference.takes(NOISE)
    conference.opens()
    site.clock.wait(minutes=45)
    secret, nowhere = conference.public(BOILER), "/series/nothing/room/nowhere"
    assert somebody.get(secret).status_code == somebody.get(nowhere).status_code == 404
    assert somebody.get(secret).text == somebody.get(nowhere).text
    assert conference.host.get(secret).location == f"/{conference.by_title('Noise').code}"
    assert conference.host.get(conference.public("/room/nowhere")).status_code == 404
    assert (
        "only hosts can follow these codes"
        in conference.host.get(conference.path("/programme")).text
    )


def test_every_room_has_a_sheet_with_an_address_of_its_own_in_any_script(site: Site):
    conference = Conference(site)
    names = ("Boiler house", "boiler-house", "会場", "Raum 3/4", "القاعة")
    rows = [f"{no},{DAY},10:00,45,Q{no},{name}" for no, name in enumerate(names)]
    conference.takes(*rows)
    page = conference.host.get(conference.path("/sheets")).text
    paths = [one.partition("<")[0] for one in page.split("/series/")[1:] if "/room/" in one]
    addresses = {f"/series/{path}".partition('"')[0] for path in paths}
    assert len(addresses) == len(names)
    for address in addresses:
        assert "Next in" in site.visitor().get(address).text
    assert "%E4%BC%9A%E5%A0%B4" in page  # 会場


def test_there_are_no_sheets_without_rooms(site: Site):
    assert Conference(site).host.get("/hosts/series/stewardship/sheets").status_code == 404
