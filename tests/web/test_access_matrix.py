"""Every route of the server and every kind of visitor: who gets in where, in one table.

A route that is not in the table fails. The answers are those in a session that has not begun; what
is otherwise after the close stands below.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
from tests.web.conftest import ORIGIN, Site

OPEN, CLOSED, ELSEWHERE, PUBLISHED = "WAVE47", "FERN23", "TIDE48", "REEF22"
DEVICE, OTHER_DEVICE = "device-of-amira-0001", "device-of-jonas-0001"

COLUMNS = (
    "stranger", "attendee", "runner", "stage", "note-taker", "co", "facilitator", "reader", "owner",
)  # fmt: skip
TABLE = """
GET  /                                      200 200 200 200 200 200 200 200 200
GET  /go                                    303 303 303 303 303 303 303 303 303
GET  /o                                     200 200 200 200 200 200 200 200 200
POST /o                                     403 403 403 403 403 403 403 403 403
GET  /standby                               403 403 403 403 403 403 403 403 200
POST /standby/hello                         403 403 403 403 403 403 403 403 403
POST /standby/next                          403 403 403 403 403 403 403 403 403
POST /standby/fence                         403 403 403 403 403 403 403 403 403
GET  /a                                     200 200 200 200 200 200 200 200 200
POST /a                                     403 403 403 403 403 403 403 403 403
GET  /k                                     200 200 200 200 200 200 200 200 200
POST /k                                     403 403 403 403 403 403 403 403 403
GET  /signed-in                             200 200 200 200 200 200 200 200 200
POST /signed-in                             303 303 303 303 303 303 303 303 303
GET  /healthz                               200 200 200 200 200 200 200 200 200
GET  /metrics                               403 403 403 403 403 403 403 403 403
GET  /robots.txt                            200 200 200 200 200 200 200 200 200
GET  /.well-known/security.txt              404 404 404 404 404 404 404 404 404
GET  /privacy                               200 200 200 200 200 200 200 200 200
GET  /unsubscribe                           410 410 410 410 410 410 410 410 410
POST /unsubscribe                           410 410 410 410 410 410 410 410 410
GET  /demo                                  200 200 200 200 200 200 200 200 200
GET  /demo.json                             200 200 200 200 200 200 200 200 200
GET  /static/<name>                         404 404 404 404 404 404 404 404 404

GET  /new                                   403 403 403 403 403 403 403 403 200
POST /new                                   403 403 403 403 403 403 403 403 422
GET  /open                                  403 403 403 403 403 403 403 403 200
POST /open/<code>/<int:item>                403 403 403 403 403 403 403 403 303
GET  /archive                               403 403 403 403 403 403 403 200 200
GET  /archive/link                          403 403 403 403 403 403 403 403 200
POST /archive/link                          403 403 403 403 403 403 403 403 303
GET  /audit                                 403 403 403 403 403 403 403 403 200
GET  /audit.csv                             403 403 403 403 403 403 403 403 200
GET  /audit.json                            403 403 403 403 403 403 403 403 200
GET  /<code>/link                           403 403 403 403 403 403 403 403 200
POST /<code>/link                           403 403 403 403 403 403 403 403 303
GET  /<code>/delete                         403 403 403 403 403 403 403 403 200
POST /<code>/delete                         403 403 403 403 403 403 403 403 422

GET  /community                             403 403 403 403 403 403 403 403 200
GET  /community/members                     403 403 403 403 403 403 403 403 200
GET  /community/members/<int:id>            403 403 403 403 403 403 403 403 404
POST /community/members/<int:id>            403 403 403 403 403 403 403 403 404
GET  /community/members/<int:id>/remove     403 403 403 403 403 403 403 403 404
POST /community/members/<int:id>/remove     403 403 403 403 403 403 403 403 404
GET  /community/members/<int:id>/merge      403 403 403 403 403 403 403 403 404
POST /community/members/<int:id>/merge      403 403 403 403 403 403 403 403 404
GET  /community/invite                      403 403 403 403 403 403 403 403 200
POST /community/invite/link                 403 403 403 403 403 403 403 403 303
POST /community/invite/person               403 403 403 403 403 403 403 403 422
POST /community/invite/list                 403 403 403 403 403 403 403 403 422
POST /community/invite/people               403 403 403 403 403 403 403 403 400
POST /community/invite/<int:id>/withdraw    403 403 403 403 403 403 403 403 303
GET  /community/settings                    403 403 403 403 403 403 403 403 200
POST /community/settings                    403 403 403 403 403 403 403 403 422
GET  /privacy/record                        403 403 403 403 403 403 403 403 200

GET  /<code>                                200 200 200 200 200 200 200 200 200
GET  /<code>/display                        200 200 200 200 200 200 200 200 200
POST /<code>/display/screen.json            204 204 204 204 204 204 204 204 204
GET  /<code>/join.svg                       200 200 200 200 200 200 200 200 200
GET  /<code>/known.svg                      404 404 404 404 404 404 404 404 404
GET  /<code>/wifi.svg                       200 200 200 200 200 200 200 200 200
GET  /<code>/me.json                        400 200 400 400 400 400 400 400 400
GET  /<code>/words.json                     400 200 400 400 400 400 400 400 400
POST /<code>/recover                        400 403 400 400 400 400 400 400 400
POST /<code>/recover/ask                    400 200 400 400 400 400 400 400 400

GET  /<code>/runner                         403 403 200 403 403 200 200 403 200
GET  /<code>/stage                          403 403 403 200 403 200 200 403 200
GET  /<code>/console                        403 403 403 403 200 200 200 403 200
GET  /<code>/before.json                    403 403 403 403 200 200 200 403 200
GET  /<code>/more.json                      403 403 403 403 200 200 200 403 200
GET  /<code>/event.json                     403 403 403 403 200 200 200 403 200
GET  /<code>/server.json                    403 403 403 403 404 404 404 403 404
GET  /<code>/open.json                      403 403 403 403 200 200 200 403 200
GET  /<code>/summary                        403 403 403 403 200 200 200 403 200
GET  /<code>/summary/edit                   403 403 403 403 200 200 200 403 200
GET  /<code>/export.<format>                403 403 403 403 200 200 200 403 200
GET  /<code>/replay                         403 403 403 403 200 200 200 403 200
GET  /<code>/replay.json                    403 403 403 403 200 200 200 403 200

GET  /<code>/people.json                    403 403 403 403 403 200 200 403 200
GET  /<code>/arrivals.json                  403 403 403 403 403 200 200 403 200
GET  /<code>/people/<int:person>/move.json  403 403 403 403 403 200 200 403 200
GET  /<code>/people/<int:person>/move.svg   403 403 403 403 403 200 200 403 200
GET  /<code>/recovery.json                  403 403 403 403 403 200 200 403 200
POST /<code>/recovery/<int:id>/done         403 403 403 403 403 204 204 403 204
GET  /<code>/order.json                     403 403 403 403 403 200 200 403 200
GET  /<code>/links.json                     403 403 403 403 403 200 200 403 200
GET  /<code>/check                          403 403 403 403 403 200 200 403 200
POST /<code>/check                          403 403 403 403 403 303 303 403 303
GET  /<code>/check.json                     403 403 403 403 403 200 200 403 200
GET  /<code>/sheet                          403 403 403 403 403 200 200 403 200

GET  /<code>/setup                          403 403 403 403 403 403 200 403 200
POST /<code>/setup                          403 403 403 403 403 403 422 403 422
GET  /<code>/handover/<role>.svg            403 403 403 403 403 403 200 403 200

GET  /s/<slug>                              200 200 200 200 200 200 200 200 200
GET  /s/<slug>/replay                       200 200 200 200 200 200 200 200 200
GET  /s/<slug>/replay.json                  200 200 200 200 200 200 200 200 200
"""
SAME_FOR_ALL = """
GET    /i                                   200
POST   /i                                   403
POST   /members                             403
GET    /m                                   200
POST   /m                                   403
GET    /t                                   200
POST   /t                                   403
GET    /lost                                200
POST   /lost                                204
GET    /me                                  302
GET    /me/data.json                        403
GET    /me/leave                            403
POST   /me/leave                            403
POST   /me/out                              303
POST   /me/forget                           403
POST   /me/pass                             403
POST   /me/pass/check                       403
POST   /me/consents                         403
POST   /me/name                             403
POST   /me/reach                            403
POST   /me/hosting                          403
POST   /me/merge                            403
POST   /me/promises/<code>/<int:item>       403
POST   /me/sessions/<code>                  403
DELETE /me/sessions/<code>                  403
"""
"""What members open, or what opens their pages: none of these visitors is one."""
AFTER_THE_CLOSE = """
GET  /<code>/wifi.svg                       403 403 404 404 404 404 404 403 404
POST /<code>/recover/ask                    400 409 400 400 400 400 400 400 400
POST /<code>/setup                          403 403 403 403 403 403 409 403 409
GET  /<code>/people/<int:person>/move.json  403 403 403 403 403 200 200 403 200
"""
LIKE_STRANGERS = (
    "attendee elsewhere", "facilitator elsewhere", "revoked", "renewed away", "forged", "guessed",
    "signed out", "expired", "cookie of another role", "key as a cookie",
)  # fmt: skip
"""Visitors who have something in their hands, and are strangers all the same."""

BODIES: dict[str, dict[str, Any]] = {
    "POST /o": {"json": {"key": "nonsense"}},
    "POST /a": {"json": {"key": "nonsense"}},
    "POST /k": {"json": {"key": f"{OPEN}.nonsense"}},
    "POST /i": {"json": {"invitation": "nonsense"}},
    "POST /members": {"json": {"id": "x" * 20, "verifier": "v" * 43, "name": "Amira"}},
    "POST /m": {"json": {"verifier": "v" * 43}},
    "POST /t": {"json": {"token": "nonsense"}},
    "POST /lost": {"json": {"address": "amira@example.org"}},
    "POST /me/pass": {"json": {"verifier": "v" * 43}},
    "POST /me/pass/check": {"json": {"verifier": "v" * 43}},
    "POST /me/consents": {"json": {"consent": "meet", "on": True}},
    "POST /signed-in": {"data": {"end": "nothing"}},
    "POST /archive/link": {"data": {"generation": "999"}},
    "POST /<code>/link": {"data": {"generation": "999"}},
    "POST /<code>/display/screen.json": {"json": {"width": 1920, "height": 1080, "ratio": 1}},
    "POST /<code>/recover": {"json": {"words": "acorn"}},
    "POST /<code>/recover/ask": {"json": {"name": "Amira"}},
}
QUERIES = {"GET /<code>/order.json": "?order=arrival"}


def rows(table: str) -> Iterator[tuple[str, dict[str, int]]]:
    for line in filter(None, map(str.strip, table.splitlines())):
        method, rule, *found = line.split()
        yield f"{method} {rule}", dict(zip(COLUMNS, map(int, found), strict=True))


def same_for_all(table: str) -> Iterator[tuple[str, dict[str, int]]]:
    for line in filter(None, map(str.strip, table.splitlines())):
        method, rule, found = line.split()
        yield f"{method} {rule}", dict.fromkeys(COLUMNS, int(found))


EXPECTED = dict(rows(TABLE)) | dict(same_for_all(SAME_FOR_ALL))
EXPECTED_CLOSED = EXPECTED | dict(rows(AFTER_THE_CLOSE))


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
