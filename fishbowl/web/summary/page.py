"""The summary: for the facilitator at any time, for everybody once it is published."""

from flask import Blueprint, Response, abort, request, url_for

from fishbowl.domain.kernel.roles import AT_THE_CONSOLE
from fishbowl.domain.session.state import Session
from fishbowl.harvest.exports import FORMATS, TABLES
from fishbowl.services.audit import EXPORTED
from fishbowl.web.audit.noting import note_in
from fishbowl.web.context import here
from fishbowl.web.i18n import chosen_in_address, current_language, theme
from fishbowl.web.offload.jobs import Audience, ExportFile, SummaryPage, final_seq, observed_at_ms
from fishbowl.web.sign_in.identity import find_own_session
from fishbowl.web.summary.file import HTML
from fishbowl.web.summary.published import find_own_or_lead, find_published
from fishbowl.web.summary.replay import may_be_replayed

bp = Blueprint("summary", __name__)

OFFSET_MAX_S = 24 * 60 * 60


@bp.get("/<code>/summary")
def preview(code: str) -> Response:
    """The summary as it is now, for who runs the session; others are led to the published one."""
    session = find_own_or_lead(code, ".published")
    return _page(session, "facilitator", f"/{session.code}/replay")


@bp.get("/<code>/summary/edit")
def edit(code: str) -> Response:
    """The editor of the summary: items keep their numbers, and omitted ones are shown."""
    return _page(find_own_session(code, AT_THE_CONSOLE), "proof", "")


@bp.get("/s/<slug>")
def published(slug: str) -> Response:
    """The published summary, under an address that cannot be guessed."""
    return _page(find_published(slug), "reader", f"/s/{slug}/replay")


@bp.get("/<code>/export.<format>")
def download(code: str, format: str) -> Response:
    """The session as a file, as far as its attribution allows."""
    session = find_own_session(code, AT_THE_CONSOLE)
    table = request.args.get("table", "turns")
    if format != HTML and (format not in FORMATS or table not in TABLES):
        abort(404)
    job = ExportFile(
        code=session.code,
        now_ms=observed_at_ms(session, here().clock.now_ms()),
        lang=current_language().code,
        format=format,
        table=table,
        offset_ms=_offset_ms(),
    )
    done = here().offloads.staff.done(job, final_seq(session))
    if done.refused:
        words = done.refused + "\n"
        return Response(words, status=403, content_type="text/plain; charset=utf-8")
    note_in(session, AT_THE_CONSOLE, EXPORTED, detail=format)
    if format == HTML:
        return _file(session, done.body, "text/html; charset=utf-8", ".html")
    kind = FORMATS[format]
    suffix = kind.suffix if table == "turns" else f"-{table}{kind.suffix}"
    return _file(session, done.body, kind.content_type, suffix)


def _file(session: Session, body: bytes, content_type: str, suffix: str) -> Response:
    response = Response(body, content_type=content_type)
    name = f"fishbowl-{session.code.lower()}{suffix}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _offset_ms() -> int:
    """How much later the chapters are in the file, from seconds in the address."""
    seconds = request.args.get("offset", 0, type=int)
    return max(-OFFSET_MAX_S, min(OFFSET_MAX_S, seconds)) * 1000


def _page(session: Session, audience: Audience, replay: str) -> Response:
    job = SummaryPage(
        code=session.code,
        shared_as=_shared_as(session) if audience == "reader" else "",
        now_ms=observed_at_ms(session, here().clock.now_ms()),
        lang=current_language().code,
        audience=audience,
        replay=replay if replay and may_be_replayed(session) else "",
        theme=theme(),
        asked=chosen_in_address(),
    )
    offloads = here().offloads
    runner = offloads.readers if audience == "reader" else offloads.staff
    return Response(
        runner.done(job, final_seq(session)).body, content_type="text/html; charset=utf-8"
    )


def _shared_as(session: Session) -> str:
    """The whole address of the published summary, as phones open this server."""
    slug = here().access_keys.summary_slug(session.code)
    return here().network.base(session.settings.address) + url_for(".published", slug=slug)
