"""The check before the doors open: what it tells, and from what."""

from typing import Any

import msgspec
import pytest

from fishbowl.host.machine import Machine, Storage
from fishbowl.web.display.screens import CODES_MAX, Screen, Screens
from fishbowl.web.setup.check_lines import END, GIB, LEFT_TO_RIGHT, Facts, lines
from tests.web.conftest import HOST, ORIGIN, Site

GOOD = Facts(
    address="bowl.example", kind="name", reached=True,
    screen=Screen(width=1920, height=1080, ratio=1), storage=Storage(True, 50 * GIB),
    connections=20_000, people=150,
)  # fmt: skip


def states(**changes: Any) -> dict[str, str]:
    return {line.name: line.state for line in lines(msgspec.structs.replace(GOOD, **changes))}


def test_a_room_that_is_ready_needs_nothing():
    assert set(states().values()) == {"good"}
    assert not any(line.todo for line in lines(GOOD))


@pytest.mark.parametrize(
    ("changes", "name", "state"),
    [
        ({"kind": "loopback"}, "address", "bad"),
        ({"kind": "virtual"}, "address", "care"),
        ({"reached": False}, "phone", "open"),
        ({"screen": None}, "display", "open"),
        ({"screen": Screen(width=800, height=450, ratio=1)}, "display", "care"),
        ({"screen": Screen(width=1080, height=1920, ratio=1)}, "display", "care"),
        ({"storage": Storage(False, 50 * GIB)}, "storage", "bad"),
        ({"storage": Storage(True, GIB // 100)}, "storage", "bad"),
        ({"storage": Storage(True, GIB // 2)}, "storage", "care"),
        ({"home": "bowl.example", "knows_laptop": False}, "home", "care"),
        ({"connections": 256}, "connections", "bad"),
    ],
)
def test_what_is_not_ready_says_so_and_what_to_do(changes: dict[str, Any], name: str, state: str):
    found = states(**changes)
    assert found.pop(name) == state
    assert set(found.values()) == {"good"}
    (line,) = (one for one in lines(msgspec.structs.replace(GOOD, **changes)) if one.name == name)
    assert line.said
    assert line.todo


def test_the_community_and_its_home_are_named():
    def said(**changes: Any) -> str:
        found = lines(msgspec.structs.replace(GOOD, **changes))
        return " ".join(line.said for line in found if line.name == "home")

    assert said() == ""
    assert "Stewards. This computer is its own home" in said(community="Stewards")
    assert "Stewards (bowl.example)" in said(community="Mine", home="Stewards (bowl.example)")


def test_where_nothing_limits_connections_all_may_come():
    assert states(connections=None, people=5_000)["connections"] == "good"


def read(site: Site, query: str = "") -> dict[str, str]:
    answer = site.facilitator("WAVE47").get(f"/WAVE47/check.json{query}").get_json()
    return {line["name"]: line["said"] for line in answer["lines"]}


def test_a_phone_that_came_through_the_qr_and_a_display_are_seen(site: Site):
    site.creates()
    assert read(site)["address"].strip(f"{LEFT_TO_RIGHT}{END}") == HOST
    assert "Not yet" in read(site)["phone"]
    site.visitor().get("/WAVE47")
    assert read(site)["phone"] == "A phone has opened this address."
    sent = site.visitor().post(
        "/WAVE47/display/screen.json",
        json={"width": 1280, "height": 720, "ratio": 1.5},
        headers={"Origin": ORIGIN},
    )
    assert sent.status_code == 204
    assert read(site)["display"] == "1280 by 720, 1920 dots across."
    assert "40 people" in read(site, "?people=40")["connections"]
    assert "150 people" in read(site, "?people=many")["connections"]


@pytest.mark.parametrize(
    "report",
    [b"", b"{}", b"[1]", b"\xff", b'{"width":0,"height":9,"ratio":1}',
     b'{"width":9,"height":9,"ratio":1e99}', b'{"width":' + b"9" * 300 + b"}"],
)  # fmt: skip
def test_a_display_that_reports_nonsense_changes_nothing(site: Site, report: bytes):
    site.creates()
    sent = site.visitor().post(
        "/WAVE47/display/screen.json", data=report, headers={"Origin": ORIGIN}
    )
    assert sent.status_code in (400, 413)
    assert read(site)["display"] == "The wall is not open yet."


def test_another_address_is_chosen_on_the_page(site: Site):
    site.creates()
    page = site.facilitator("WAVE47")
    answer = page.post(
        "/WAVE47/check",
        data={"address": "http://10.0.0.5:8080", "seen": "1"},
        headers={"Origin": ORIGIN},
    )
    assert answer.status_code == 303
    assert "10.0.0.5:8080" in read(site)["address"]


def test_only_who_runs_the_session_sees_the_check(site: Site):
    site.creates()
    for path in ("/WAVE47/check", "/WAVE47/check.json"):
        assert site.visitor().get(path).status_code == 403
        assert site.facilitator("WAVE47").get(path).status_code == 200


def test_screens_of_sessions_long_gone_are_forgotten():
    screens, screen = Screens(), Screen(width=1, height=1, ratio=1)
    for no in range(CODES_MAX + 1):
        screens.report(f"WAVE{no}", screen)
    assert screens.of("WAVE0") is None
    assert screens.of("WAVE1") == screen


def test_the_machine_tells_whether_the_folder_of_the_database_can_be_written(tmp_path):
    db = tmp_path / "fishbowl.db"
    db.touch()
    assert Machine(db).storage().writable
    assert Machine(db).storage().free_bytes > 0
    assert list(tmp_path.iterdir()) == [db]
    assert Machine(tmp_path / "gone" / "fishbowl.db").storage() == Storage(False, 0)
