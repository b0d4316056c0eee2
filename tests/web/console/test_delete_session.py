"""Deleting a whole session: by the owner, who types its code; nothing of it is left."""

import contextlib

from fishbowl.archive.indexing import index_session
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.row import session_row
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from fishbowl.log.effects import DeleteStream, deletion_effects
from tests.web.conftest import ORIGIN, Site

POST = {"headers": {"Origin": ORIGIN}}


def published(site: Site) -> str:
    """A session that is over and public, under the address of its summary."""
    code = site.creates(question="An unmistakable question?")
    site.sends(code, c.JoinSession(name="Rafael"), Role.ATTENDEE, "device-device-device")
    site.sends(code, c.AddNote(kind="insight", words="Unspeakable words"))
    site.sends(code, c.CloseSession())
    site.sends(code, c.PublishSummary())
    return f"/s/{site.access_keys.summary_slug(code, 1)}"


def in_the_file(site: Site) -> bytes:
    files = site.db.parent.glob(f"{site.db.name}*")
    return b"".join(file.read_bytes() for file in files)


def test_after_it_nothing_is_left_but_the_code(site: Site):
    summary = published(site)
    index_session(site.store, "WAVE47")
    assert site.owner().get(summary).status_code == 200
    assert b"Unspeakable" in in_the_file(site)
    answer = site.owner().post("/WAVE47/delete", data={"typed": " wave 47"}, **POST)
    assert answer.status_code == 303
    while site.service.log.tidy():
        pass
    left = in_the_file(site)
    for words in (b"Unspeakable", b"Rafael", b"unmistakable"):
        assert words not in left
    assert site.service.sessions() == []
    assert site.service.session("WAVE47") is None


def test_its_links_say_that_it_was_deleted(site: Site):
    summary = published(site)
    site.owner().post("/WAVE47/delete", data={"typed": "WAVE47"}, **POST)
    stranger = site.visitor()
    for path in ("/WAVE47", "/WAVE47/display", "/wave-47", summary, "/go?code=WAVE47"):
        answer = stranger.get(path, follow_redirects=True)
        assert answer.status_code == 410, path
        assert "This session was deleted" in answer.text
    assert stranger.get("/WAVE47/me.json").json == {"error": "session_deleted"}


def test_who_was_signed_in_to_it_is_so_no_more(site: Site):
    site.creates()
    facilitator = site.facilitator("WAVE47")
    site.facilitator("TIDE48")
    assert facilitator.get("/WAVE47/console").status_code == 200
    stream = session_stream("WAVE47")  # with it, should the program be killed right after
    deletion = DeleteStream(stream=stream, at_ms=1)
    site.store.append({}, [*deletion_effects(stream), deletion])
    with contextlib.closing(open_store(site.db, readonly=True)) as store:
        left = store._reader.execute("select code from sign_ins where code != ''").fetchall()
    assert left == [("TIDE48",)]
    site.sign_ins.end_of("WAVE47")
    held = {cookie.key: cookie.value for cookie in facilitator._cookies.values()}
    assert site.sign_ins.of_cookies(held) == []


def test_another_code_deletes_nothing(site: Site):
    site.creates()
    for typed in ("", "WAVE48", "delete"):
        answer = site.owner().post("/WAVE47/delete", data={"typed": typed}, **POST)
        assert answer.status_code == 422
    assert site.service.session("WAVE47") is not None
    assert "Type its code" in site.owner().get("/WAVE47/delete").text


def test_only_the_owner_deletes(site: Site):
    site.creates()
    for visitor in (site.visitor(), site.facilitator("WAVE47")):
        assert visitor.get("/WAVE47/delete").status_code == 403
        answer = visitor.post("/WAVE47/delete", data={"typed": "WAVE47"}, **POST)
        assert answer.status_code == 403
    assert site.service.session("WAVE47") is not None


def test_its_code_is_given_to_no_other_session(site: Site):
    site.creates()
    site.owner().post("/WAVE47/delete", data={"typed": "WAVE47"}, **POST)
    refused = site.sends("WAVE47", c.CreateSession(code="WAVE47", question="Another?"))
    assert (refused.ok, refused.code) == (False, "session_unknown")
    with contextlib.closing(open_store(site.db, readonly=True)) as store:
        assert store.deleted("session") == {"WAVE47"}


def test_others_are_left_alone(site: Site):
    site.creates("TIDE48", question="Another?")
    site.creates()
    site.owner().post("/WAVE47/delete", data={"typed": "WAVE47"}, **POST)
    session = site.service.session("TIDE48")
    assert session is not None
    assert session_row(session).question == "Another?"
    assert site.sends("TIDE48", c.StartSession()).ok
