"""The summary: for the facilitator at any time, for everybody once a person has published it."""

from datetime import UTC, datetime, tzinfo

from flask import Blueprint, Response, abort, current_app, render_template, request

from fishbowl.domain.looked_at import unseen
from fishbowl.domain.roles import AT_THE_CONSOLE
from fishbowl.domain.state import Session
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.exports import FORMATS, TABLES, export, refusal
from fishbowl.harvest.geometry import charts
from fishbowl.harvest.model import Summary
from fishbowl.harvest.replay import refused
from fishbowl.harvest.summary import summarise
from fishbowl.harvest.words import speaking
from fishbowl.web.context import here
from fishbowl.web.i18n import reader
from fishbowl.web.identity import find_own_session
from fishbowl.web.published import find_own_or_lead, find_published
from fishbowl.web.summary_file import HTML, summary_file
from fishbowl.web.talk_languages import talk_languages

bp = Blueprint("summary", __name__)

OFFSET_MAX_S = 24 * 60 * 60


@bp.get("/<code>/summary")
def preview(code: str) -> str:
    """The summary as it is now, for who runs the session; others are led to the published one."""
    session = find_own_or_lead(code, ".published")
    count = unseen(session).count
    return _page(session, facilitator=True, replay=f"/{session.code}/replay", unseen_count=count)


@bp.get("/<code>/summary/edit")
def edit(code: str) -> str:
    """The summary to be put right: everything keeps its number, what was left out is there."""
    session = find_own_session(code, AT_THE_CONSOLE)
    summary, language = _summary(session), reader()
    with speaking(language.translations, language.locale):
        drawn = charts(summary, rtl=language.direction == "rtl", zone=_zone(session), proof=True)
    return render_template(
        "summary.html",
        summary=publishable(summary, proof=True),
        charts=drawn,
        facilitator=True,
        proof=True,
        talk_languages=talk_languages(),
    )


@bp.get("/s/<slug>")
def published(slug: str) -> str:
    """The summary that a person has published; its address is not to be guessed."""
    return _page(find_published(slug), facilitator=False, replay=f"/s/{slug}/replay")


@bp.get("/<code>/export.<format>")
def download(code: str, format: str) -> Response:
    """The session as a file, as far as its attribution allows."""
    session = find_own_session(code, AT_THE_CONSOLE)
    summary, zone, language = _summary(session), _zone(session), reader()
    if format == HTML:
        text = summary_file(current_app.jinja_env, here().assets, summary, zone, language)
        return _file(session, text, "text/html; charset=utf-8", ".html")
    table = request.args.get("table", "turns")
    if format not in FORMATS or table not in TABLES:
        abort(404)
    kind = FORMATS[format]
    with speaking(language.translations, language.locale):
        if words := refusal(summary, format):
            return Response(words + "\n", status=403, content_type="text/plain; charset=utf-8")
        text = export(summary, format, zone=zone, table=table, offset_ms=_offset_ms())
    suffix = kind.suffix if table == "turns" else f"-{table}{kind.suffix}"
    return _file(session, text, kind.content_type, suffix)


def _file(session: Session, text: str, content_type: str, suffix: str) -> Response:
    response = Response(text, content_type=content_type)
    name = f"fishbowl-{session.code.lower()}{suffix}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _offset_ms() -> int:
    """How much later the chapters are in the file, from seconds in the address."""
    seconds = request.args.get("offset", 0, type=int)
    return max(-OFFSET_MAX_S, min(OFFSET_MAX_S, seconds)) * 1000


def _page(session: Session, *, facilitator: bool, replay: str, unseen_count: int = 0) -> str:
    summary, language = publishable(_summary(session)), reader()
    with speaking(language.translations, language.locale):
        drawn = charts(summary, rtl=language.direction == "rtl", zone=_zone(session))
    return render_template(
        "summary.html",
        summary=summary,
        charts=drawn,
        facilitator=facilitator,
        unseen_count=unseen_count,
        replay="" if not session.clock.started_at_ms or refused(summary) else replay,
    )


def _summary(session: Session) -> Summary:
    context = here()
    return summarise(context.service.entries(session.code), context.clock.now_ms())


def _zone(session: Session) -> tzinfo:
    """Where the room is: the server stands in it, or near."""
    made = datetime.fromtimestamp(session.created_at_ms / 1000, UTC)
    return made.astimezone().tzinfo or UTC
