"""The wall between two sessions leads to the display of the session in its room."""

from html import unescape

from fishbowl.domain.session.commands import CloseSession, StartSession
from tests.web.conftest import Site
from tests.web.series.conference import KEYS, MAPS, NOISE, Conference
from tests.web.series.conftest import LUNCH, Table


def leads_to(site: Site, path: str) -> str:
    """Where the wall goes by itself; empty if it stays."""
    page = site.visitor().get(path).text
    return unescape(page.partition('data-goes-to="')[2].partition('"')[0])


def test_the_wall_of_a_room_goes_to_its_session_when_doors_open_and_not_after_its_end(site: Site):
    conference = Conference(site)
    wall = conference.public("/wall?room=boiler house")
    conference.takes(KEYS, NOISE, MAPS.replace("11:00", "14:00"))
    conference.opens()
    noise, maps = (conference.by_title(title).code for title in ("Noise", "Maps"))
    site.clock.wait(minutes=29)
    assert leads_to(site, wall) == ""
    site.clock.wait(minutes=2)
    display = f"/{noise}/display?wall=stewardship-day&room=boiler+house"
    assert leads_to(site, wall) == display
    assert site.visitor().get(display).status_code == 200
    assert leads_to(site, conference.public("/wall")) == ""
    assert leads_to(site, conference.public("/wall?room=Attic")) == ""
    site.sends(noise, StartSession())
    site.clock.wait(minutes=140)  # longer than planned; nobody waits for the room
    assert leads_to(site, wall) == display
    site.sends(noise, CloseSession())
    assert leads_to(site, wall) == ""
    site.sends(maps, StartSession())  # before its doors open
    assert leads_to(site, wall).startswith(f"/{maps}/display?")


def test_pages_of_hosts_lead_to_the_walls_the_calendar_and_the_sheets(site: Site):
    conference = Conference(site)
    page = conference.host.get(conference.path("")).text
    assert conference.path("/sheets") not in page  # no rooms yet
    conference.takes(KEYS, NOISE)
    page = conference.host.get(conference.path("")).text
    for path in ("", "/calendar.ics", "/wall"):
        assert f'href="{conference.public(path)}"' in page
    assert f'href="{conference.path("/sheets")}"' in page
    programme = conference.host.get(conference.path("/programme")).text
    assert f'href="{conference.public("/wall?room=Boiler%20house")}"' in programme


def test_the_wall_of_a_series_without_rooms_goes_to_its_session(table: Table):
    table.describe(is_public=True)
    assert table.site.series_sessions.make(LUNCH, table.next.id).ok
    code = table.next.code
    assert leads_to(table.site, "/series/lunch/wall") == ""
    table.site.clock.wait(minutes=20 * 24 * 60 + 4 * 60)  # 4 February, 12:00
    assert leads_to(table.site, "/series/lunch/wall") == f"/{code}/display?wall=lunch"
