"""Every route of the server and every kind of visitor: who gets in where, as the table says.

A route that is not in the table fails.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from fishbowl.access.sign_ins import KEPT_MS, OWNER, READER
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import (
    CloseSession,
    JoinSession,
    PublishSummary,
    RenewLink,
    RoomWifi,
    StartSession,
)
from tests.web.access_table import (
    BODIES,
    COLUMNS,
    EXPECTED,
    EXPECTED_CLOSED,
    LIKE_STRANGERS,
    OPEN,
    QUERIES,
)
from tests.web.conftest import ORIGIN, Site

CLOSED, ELSEWHERE, PUBLISHED = "FERN23", "TIDE48", "REEF22"
DEVICE, OTHER_DEVICE = "device-of-amira-0001", "device-of-jonas-0001"


class Town:
    """A server with sessions in it, and every kind of visitor."""

    def __init__(self, site: Site) -> None:
        self.site = site
        for code in (OPEN, CLOSED, ELSEWHERE, PUBLISHED):
            site.creates(code, wifi=RoomWifi(network="Room 2", password="guests-2026"))
            site.sends(code, JoinSession(name="Amira"), Role.ATTENDEE, DEVICE)
            site.sends(code, StartSession()) if code in (CLOSED, PUBLISHED) else None
        site.sends(ELSEWHERE, JoinSession(name="Jonas"), Role.ATTENDEE, OTHER_DEVICE)
        for code in (CLOSED, PUBLISHED):
            site.sends(code, CloseSession())
        site.sends(PUBLISHED, PublishSummary())
        self.slug = site.access_keys.summary_slug(PUBLISHED, 1)

    def visitor(self, name: str, code: str) -> tuple[FlaskClient, dict[str, str]]:
        """Give somebody's browser, and the headers that its pages send."""
        site, name_of = self.site, self.site.sign_ins.cookie
        roles = {
            "runner": "runner",
            "stage": "stage_monitor",
            "note-taker": "note_taker",
            "co": "co_facilitator",
            "facilitator": "facilitator",
        }
        match name:
            case "stranger":
                return site.visitor(), {}
            case "attendee":
                return site.visitor(), {"X-Fishbowl-Device": DEVICE}
            case "attendee elsewhere":
                return site.visitor(fishbowl_device=OTHER_DEVICE), {}
            case "runner" | "stage" | "note-taker" | "co" | "facilitator":
                return site.signed_in(roles[name], code), {}
            case "facilitator elsewhere":
                return site.facilitator(ELSEWHERE), {}
            case "reader":
                return site.signed_in(READER), {}
            case "owner":
                return site.owner(), {}
            case "revoked":
                return site.signed_in(Role.CO_FACILITATOR, code, generation=7), {}
            case "renewed away":
                return site.signed_in(OWNER, generation=7), {}
            case "forged":
                cookies = {name_of(opens, one): "x" * 32 for opens, one in self.everything(code)}
                return site.visitor(**cookies), {}
            case "guessed":
                cookies = {name_of(opens, one): "" for opens, one in self.everything(code)}
                return site.visitor(**cookies), {}
            case "signed out":
                token = site.sign_ins.enter({}, OWNER, "", 1)
                cookies = {name_of(OWNER): token}
                site.sign_ins.end(site.sign_ins.of_cookies(cookies))
                return site.visitor(**cookies), {}
            case "expired":
                browser = site.owner()
                site.wait(KEPT_MS / 1000)
                return browser, {}
            case "cookie of another role":
                runner = site.sign_ins.enter({}, Role.RUNNER, code, 1)
                cookies = {name_of(opens, one): runner for opens, one in self.everything(code)
                           if opens != Role.RUNNER}  # fmt: skip
                return site.visitor(**cookies), {}
            case "key as a cookie":
                key = site.access_keys.facilitator_key(code)
                cookies = {name_of(OWNER): site.sign_ins.owner_key(),
                           name_of(Role.FACILITATOR, code): key}  # fmt: skip
                return site.visitor(**cookies), {}
        raise AssertionError(name)

    @staticmethod
    def everything(code: str) -> list[tuple[str, str]]:
        return [(OWNER, ""), (READER, ""), *((role, code) for role in
                ("facilitator", "co_facilitator", "note_taker", "runner",
                 "stage_monitor"))]  # fmt: skip

    def asks(self, route: str, visitor: FlaskClient, headers: dict[str, str], code: str) -> int:
        """Ask for a route as a visitor, and give the status of the answer."""
        session = self.site.service.session(code)
        assert session is not None
        person = session.person_of_key[self.site.access_keys.person_key(code, DEVICE)]
        path = route.partition(" ")[2]
        for field, value in {
            "<code>": code, "<int:person>": person, "<int:item>": 999, "<int:id>": 999,
            "<id>": "unknownseries", "<occasion>": "2027-02-04",
            "<role>": "runner", "<format>": "md", "<slug>": self.slug, "<name>": "none.js",
        }.items():  # fmt: skip
            path = path.replace(field, str(value))
        if not route.startswith("GET"):
            headers = {**headers, "Origin": ORIGIN}
        answer = visitor.open(
            path + QUERIES.get(route, ""),
            method=route.partition(" ")[0],
            headers=headers,
            **BODIES.get(route, {}),
        )
        return answer.status_code


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    path: Path = tmp_path_factory.mktemp("town") / "fishbowl.db"
    site = Site(path)
    yield Town(site)
    site.service.stop()


def test_every_route_is_in_the_table(town: Town) -> None:
    rules = town.site.app.url_map.iter_rules()
    routes = {
        f"{method} {rule.rule}"
        for rule in rules
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert routes == set(EXPECTED)


def check(town: Town, name: str, code: str, expected: dict[str, int]) -> None:
    visitor, headers = town.visitor(name, code)
    visitor.environ_base["REMOTE_ADDR"] = f"{name} {code}"  # wrong keys are counted by address
    found = {route: town.asks(route, visitor, headers, code) for route in expected}
    assert found == expected


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize(
    ("code", "expected"),
    [(OPEN, EXPECTED), (CLOSED, EXPECTED_CLOSED)],
    ids=["before the start", "after the close"],
)
def test_everybody_gets_in_where_they_may_and_nowhere_else(
    town: Town, name: str, code: str, expected: dict[str, dict[str, int]]
) -> None:
    check(town, name, code, {route: row[name] for route, row in expected.items()})


@pytest.mark.parametrize("name", LIKE_STRANGERS)
def test_what_proves_nothing_opens_nothing(town: Town, name: str) -> None:
    check(town, name, OPEN, {route: row["stranger"] for route, row in EXPECTED.items()})


def test_another_code_does_not_open_what_a_key_was_made_for(town: Town) -> None:
    for name in ("runner", "stage", "note-taker", "co", "facilitator"):
        visitor, headers = town.visitor(name, ELSEWHERE)
        for route, row in EXPECTED.items():
            if "<code>" in route:
                assert town.asks(route, visitor, headers, OPEN) == row["stranger"], (name, route)


@pytest.mark.parametrize("renewed", [False, True])
def test_renewing_a_link_is_the_end_of_what_was_opened_with_it(town: Town, renewed: bool) -> None:
    """The same visitor before and after: what the table says of both."""
    visitor = town.site.facilitator(ELSEWHERE)
    if renewed:
        town.site.sends(ELSEWHERE, RenewLink(), Role.DOOR)
    column = "stranger" if renewed else "facilitator"
    for route, row in EXPECTED.items():
        if "<code>" in route:
            assert town.asks(route, visitor, {}, ELSEWHERE) == row[column], route
