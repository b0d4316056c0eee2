"""The replay: a session played back on the wall's own stage, for who ran it and for its readers."""

import gzip
from typing import Any

import msgspec
from flask import Blueprint, Response, render_template, request, url_for

from fishbowl.domain.events import Entry
from fishbowl.domain.ids import Millis
from fishbowl.domain.roles import AT_THE_CONSOLE
from fishbowl.domain.state import Session
from fishbowl.harvest.base import Who
from fishbowl.harvest.model import Summary
from fishbowl.harvest.replay import beside, refused
from fishbowl.harvest.summary import summarise
from fishbowl.harvest.words import speaking
from fishbowl.views.replay import tape
from fishbowl.views.slices import Label
from fishbowl.web.context import here
from fishbowl.web.i18n import reader
from fishbowl.web.identity import find_own_session
from fishbowl.web.published import find_own_or_lead, find_published

bp = Blueprint("replay", __name__)


@bp.get("/<code>/replay")
def show(code: str) -> str | tuple[str, int]:
    """The session so far, for who runs it; others are led to the published one."""
    session = find_own_or_lead(code, ".published")
    return _page(session, url_for(".frames", code=session.code), f"/{session.code}/summary")


@bp.get("/<code>/replay.json")
def frames(code: str) -> Response:
    """What it is played from, for who runs it."""
    return _tape(find_own_session(code, AT_THE_CONSOLE))


@bp.get("/s/<slug>/replay")
def published(slug: str) -> str | tuple[str, int]:
    """The session, for readers of its published summary."""
    return _page(find_published(slug), url_for(".published_frames", slug=slug), f"/s/{slug}")


@bp.get("/s/<slug>/replay.json")
def published_frames(slug: str) -> Response:
    """What it is played from, for readers of its published summary."""
    return _tape(find_published(slug))


def _page(session: Session, tape_url: str, summary_url: str) -> str | tuple[str, int]:
    why = _refused(summarise(here().service.entries(session.code)))
    if why:
        return render_template("replay_refused.html", why=why, summary_url=summary_url), 403
    is_begun = session.clock.started_at_ms is not None
    return render_template(
        "replay.html" if is_begun else "replay_early.html",
        session=session,
        tape_url=tape_url,
        summary_url=summary_url,
    )


def _tape(session: Session) -> Response:
    context = here()
    now_ms = context.clock.now_ms()
    entries = context.service.entries(session.code)
    summary = summarise(entries, now_ms)
    if why := _refused(summary):
        return Response(why + "\n", status=403, content_type="text/plain; charset=utf-8")

    def packed() -> bytes:
        return gzip.compress(msgspec.json.encode(_found(summary, entries, now_ms)), 6)

    if summary.session.state == "closed":
        return _answer(context.tapes.of(session.code, entries[-1].seq, packed))
    return _answer(context.tapes.fresh(packed))


def _found(summary: Summary, entries: list[Entry], now_ms: Millis) -> dict[str, Any]:
    """Everything that the player is sent."""
    found = beside(summary)
    cast = {who.person: _label(who) for who in found.people}
    played = tape(entries, cast, frozenset(summary.omitted), now_ms)
    return {
        "length_ms": played.length_ms,
        "parts": played.parts,
        "frames": played.frames,
        "chapters": found.chapters,
        "notes": [
            {
                "at_run_ms": note.at_run_ms,
                "kind": note.kind,
                "words": note.words,
                "person": None if note.who is None else _label(note.who),
                "owner": note.owner,
            }
            for note in found.notes
        ],
    }


def _refused(summary: Summary) -> str | None:
    language = reader()
    with speaking(language.translations, language.locale):
        return refused(summary)


def _label(who: Who) -> Label:
    return Label(id=who.person, name=who.name, no=who.no, twin=who.twin)


def _answer(packed: bytes) -> Response:
    """A long session is a few hundred kilobytes of much the same: it travels packed."""
    response = Response(packed, content_type="application/json")
    response.vary.add("Accept-Encoding")
    if request.accept_encodings.quality("gzip") > 0:
        response.content_encoding = "gzip"
    else:
        response.set_data(gzip.decompress(packed))
    response.headers["Cache-Control"] = "no-store"
    return response
