"""Who gets which answer from which route: read by ``test_access_matrix``.

The answers are those in a session that has not begun; what is otherwise after the close stands
below.
"""

from collections.abc import Iterator
from typing import Any

from fishbowl.domain.community.ids import FEATURES

OPEN = "WAVE47"
"""The session that has not begun."""

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
GET  /home                                  403 403 403 403 403 403 403 403 200
POST /home                                  403 403 403 403 403 403 403 403 422
POST /home/push                             403 403 403 403 403 403 403 403 303
POST /home/leave                            403 403 403 403 403 403 403 403 303
GET  /home/planned                          403 403 403 403 403 403 403 403 302
POST /home/planned                          403 403 403 403 403 403 403 403 303
POST /home/pair                             200 200 200 200 200 200 200 200 200
POST /home/join                             403 403 403 403 403 403 403 403 403
POST /home/ask                              403 403 403 403 403 403 403 403 403
GET  /laptops                               403 403 403 403 403 403 403 403 200
POST /laptops/code                          403 403 403 403 403 403 403 403 303
POST /laptops/<id>/disconnect               403 403 403 403 403 403 403 403 404
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
POST /ask/answers/<int:id>/hide             403 403 403 403 403 403 403 403 303
GET  /community/members                     403 403 403 403 403 403 403 403 200
GET  /community/members/<int:id>            403 403 403 403 403 403 403 403 404
POST /community/members/<int:id>            403 403 403 403 403 403 403 403 404
GET  /community/members/<int:id>/remove     403 403 403 403 403 403 403 403 404
POST /community/members/<int:id>/remove     403 403 403 403 403 403 403 403 404
GET  /community/members/<int:id>/merge      403 403 403 403 403 403 403 403 404
POST /community/members/<int:id>/merge      403 403 403 403 403 403 403 403 404
GET  /event-names                           403 403 403 403 403 403 403 403 200
POST /event-names                           403 403 403 403 403 403 403 403 200
GET  /community/invite                      403 403 403 403 403 403 403 403 200
POST /community/invite/link                 403 403 403 403 403 403 403 403 303
POST /community/invite/person               403 403 403 403 403 403 403 403 422
POST /community/invite/list                 403 403 403 403 403 403 403 403 422
POST /community/invite/people               403 403 403 403 403 403 403 403 400
POST /community/invite/<int:id>/withdraw    403 403 403 403 403 403 403 403 303
GET  /community/rounds                      403 403 403 403 403 403 403 403 200
POST /community/rounds                      403 403 403 403 403 403 403 403 400
GET  /community/rounds/<int:id>             403 403 403 403 403 403 403 403 404
POST /community/rounds/<int:id>             403 403 403 403 403 403 403 403 404
GET  /community/settings                    403 403 403 403 403 403 403 403 200
POST /community/settings                    403 403 403 403 403 403 403 403 422
POST /community/uses                        403 403 403 403 403 403 403 403 303
GET  /privacy/record                        403 403 403 403 403 403 403 403 200

GET  /hosts/series                          403 403 403 403 403 403 403 403 200
GET  /hosts/series/new                      403 403 403 403 403 403 403 403 200
POST /hosts/series/new                      403 403 403 403 403 403 403 403 422
GET  /hosts/series/<id>                     403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>                     403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>/carry               403 403 403 403 403 403 403 403 404
GET  /hosts/series/<id>/settings            403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>/settings            403 403 403 403 403 403 403 403 404
GET  /hosts/series/<id>/plan                403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>/plan                403 403 403 403 403 403 403 403 404
GET  /hosts/series/<id>/dates/<occasion>    403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>/dates/<occasion>    403 403 403 403 403 403 403 403 404
GET  /hosts/series/<id>/programme           403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>/programme/look      403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>/programme/take      403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>/programme/open      403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>/programme/<occasion>/leave 403 403 403 403 403 403 403 403 404
POST /hosts/series/<id>/programme/<occasion>/bring 403 403 403 403 403 403 403 403 404
GET  /hosts/series/<id>/sheets              403 403 403 403 403 403 403 403 404
GET  /series/<slug>/room/<room>             404 404 404 404 404 404 404 404 404

GET  /<code>                                200 200 200 200 200 200 200 200 200
GET  /<code>/display                        200 200 200 200 200 200 200 200 200
POST /<code>/display/screen.json            204 204 204 204 204 204 204 204 204
GET  /<code>/join.svg                       200 200 200 200 200 200 200 200 200
GET  /<code>/known.svg                      404 404 404 404 404 404 404 404 404
GET  /<code>/wifi.svg                       200 200 200 200 200 200 200 200 200
GET  /<code>/me.json                        400 200 400 400 400 400 400 400 400
GET  /<code>/card                           200 200 200 200 200 200 200 200 200
GET  /<code>/card/own                       400 409 400 400 400 400 400 400 400
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
GET  /<code>/event-names.json               403 403 403 403 403 200 200 403 200
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
GET    /series                              200
GET    /series/<name>                       404
GET    /series/<name>.ics                   404
GET    /series/<name>/calendar.ics          404
GET    /series/<name>/feed.atom             404
GET    /series/<name>/wall                  404
GET    /series/<name>/come/<occasion>       404
GET    /series/<name>/come/<occasion>.ics   404
POST   /series/<name>/come/<occasion>       404
POST   /series/<name>/come/<occasion>/not   404
GET    /feed.atom                           200
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
GET    /me/card/<code>                      302
GET    /me/leave                            403
POST   /me/leave                            403
GET    /me/asked.json                       403
POST   /me/rounds/<int:id>                  403
POST   /me/series                           403
POST   /me/series/<id>                      403
GET    /me/suggestions/<int:id>             403
POST   /me/suggestions/<int:id>             403
GET    /me/people/<int:id>                  403
POST   /me/people/<int:id>                  403
GET    /me/people/<int:id>/day.ics          403
GET    /me/people/<int:id>/end              403
POST   /me/people/<int:id>/end              403
GET    /me/people/<int:id>/wrong            403
POST   /me/people/<int:id>/wrong            403
GET    /me/never                            403
POST   /me/never                            403
POST   /me/out                              303
POST   /me/forget                           403
POST   /me/pass                             403
POST   /me/pass/check                       403
POST   /me/consents                         403
POST   /me/name                             403
POST   /me/reach                            403
POST   /me/hosting                          403
POST   /me/merge                            403
GET    /me/break/<code>                     403
POST   /me/break/<code>                     403
GET    /me/offers                           302
POST   /me/offers                           403
POST   /me/offers/<int:id>                  403
POST   /me/promises/<code>/<int:item>       403
POST   /me/asks/<int:id>                    403
POST   /me/asks/<int:id>/thanks/<int:item> 403
POST   /me/answers/<int:id>                 403
POST   /me/topics/<code>                    403
POST   /me/facts                            403
GET    /ask                                 403
GET    /ask/community                       403
POST   /ask/community                       403
GET    /me/sessions/<code>                  403
GET    /me/sessions/<code>                  403
POST   /me/sessions/<code>                  403
GET    /me/sessions/<code>                  403
DELETE /me/sessions/<code>                  403
"""
"""What members open, or what opens their pages: none of these visitors is one."""
AFTER_THE_CLOSE = """
GET  /<code>/wifi.svg                       403 403 404 404 404 404 404 403 404
GET  /<code>/card/own                       400 200 400 400 400 400 400 400 400
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
    "POST /community/uses": {"data": {"use": list(FEATURES)}},
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
