"""The replay: a session played back on the wall's own stage, for who ran it and for its readers."""

import gzip

from flask import Blueprint, Response, render_template, request, url_for

from fishbowl.domain.kernel.roles import AT_THE_CONSOLE
from fishbowl.domain.session.state import Session
from fishbowl.harvest.replay import refusal_reason
from fishbowl.harvest.words import in_language
from fishbowl.web.context import JobRunner, here
from fishbowl.web.i18n import current_language
from fishbowl.web.offload.jobs import ReplayData, final_seq, observed_at_ms
from fishbowl.web.sign_in.identity import find_own_session
from fishbowl.web.summary.published import find_own_or_lead, find_published

bp = Blueprint("replay", __name__)


@bp.get("/<code>/replay")
def show(code: str) -> str | tuple[str, int]:
    """The session so far, for who runs it; others are led to the published one."""
    session = find_own_or_lead(code, ".published")
    return _page(session, url_for(".frames", code=session.code), f"/{session.code}/summary")


@bp.get("/<code>/replay.json")
def frames(code: str) -> Response:
    """The tape of the session, for the facilitator."""
    return _tape(find_own_session(code, AT_THE_CONSOLE), here().offloads.staff)


@bp.get("/s/<slug>/replay")
def published(slug: str) -> str | tuple[str, int]:
    """The session, for readers of its published summary."""
    return _page(find_published(slug), url_for(".published_frames", slug=slug), f"/s/{slug}")


@bp.get("/s/<slug>/replay.json")
def published_frames(slug: str) -> Response:
    """The tape of the session, for readers of its published summary."""
    return _tape(find_published(slug), here().offloads.readers)


def may_be_replayed(session: Session) -> bool:
    """Whether a session can be played back: it has begun, and its attribution allows it."""
    return session.clock.started_at_ms is not None and _refusal_reason(session) is None


def _page(session: Session, tape_url: str, summary_url: str) -> str | tuple[str, int]:
    if why := _refusal_reason(session):
        return render_template("replay_refused.html", why=why, summary_url=summary_url), 403
    is_begun = session.clock.started_at_ms is not None
    return render_template(
        "replay.html" if is_begun else "replay_early.html",
        session=session,
        question=session.settings.question,
        tape_url=tape_url,
        back_url=summary_url,
    )


def _refusal_reason(session: Session) -> str | None:
    language = current_language()
    with in_language(language.translations, language.locale):
        return refusal_reason(session.settings.attribution)


def _tape(session: Session, runner: JobRunner) -> Response:
    now_ms = observed_at_ms(session, here().clock.now_ms())
    job = ReplayData(code=session.code, now_ms=now_ms, lang=current_language().code)
    done = runner.done(job, final_seq(session))
    if done.refused:
        words = done.refused + "\n"
        return Response(words, status=403, content_type="text/plain; charset=utf-8")
    return tape_response(done.body)


def tape_response(packed: bytes) -> Response:
    """The response with a tape.

    A long session is a few hundred kilobytes that compress well.

    :param packed: JSON, compressed by gzip.
    """
    response = Response(packed, content_type="application/json")
    response.vary.add("Accept-Encoding")
    if request.accept_encodings.quality("gzip") > 0:
        response.content_encoding = "gzip"
    else:
        response.set_data(gzip.decompress(packed))
    response.headers["Cache-Control"] = "no-store"
    return response
