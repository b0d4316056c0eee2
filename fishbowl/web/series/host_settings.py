"""What a series is: its name and address, who sees it, its turns, and how sessions are set up."""

from collections.abc import Mapping
from zoneinfo import available_timezones

import msgspec
from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.domain.series import commands as c
from fishbowl.domain.series.commands.base import HASHTAG_MAX, NOTICE_MAX
from fishbowl.domain.series.model import About, Defaults
from fishbowl.domain.series.rules.slugs import same_name
from fishbowl.domain.series.state import Series
from fishbowl.domain.session.commands import CHAIRS_MAX, CHAIRS_MIN
from fishbowl.web.community.hosts.host import Host, the_host, title_of
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.known import is_school
from fishbowl.web.numbers import read_number
from fishbowl.web.series.hosts import find_series, refusal, send
from fishbowl.web.series.words import format_choices
from fishbowl.web.setup.talk_languages import talk_languages

bp = Blueprint("series_settings", __name__)

SWITCHES = (
    "is_public", "welcomes", "has_rota", "asks_by_itself", "opens_by_itself", "under_18",
)  # fmt: skip
TEXTS = ("label", "slug", "purpose", "place", "time_zone", "hashtag")
TEXT_MAX = 1_000


@bp.get("/hosts/series/<id>/settings")
def show(id: str) -> str:
    """The form, filled with what holds."""
    host, series = the_host(), find_series(id)
    return _page(host, series, series.about)


@bp.post("/hosts/series/<id>/settings")
def save(id: str) -> Response | tuple[str, int]:
    """Save what was typed; or end the series, or let it go on."""
    host, series = the_host(), find_series(id)
    do = request.form.get("do", "")
    if do in ("end", "resume"):
        send(host, series.id, c.EndSeries() if do == "end" else c.ResumeSeries())
        said = "ended" if do == "end" else "done"
        return redirect(f"/hosts/series/{series.id}?{said}", 303)
    about = _about(series, request.form)
    other = here().series.by_name(about.label)
    if (
        other is not None
        and other.id != series.id
        and not same_name(series.about.label, about.label)
    ):
        problem = _("There is a series with this name already. Nothing is saved.")
        return _page(host, series, about, problem), 422
    outcome = send(host, series.id, c.DescribeSeries(about=about))
    if not outcome.ok:
        return _page(host, series, about, refusal(outcome.code)), 422
    return redirect(f"/hosts/series/{series.id}?done", 303)


def _about(series: Series, posted: Mapping[str, str]) -> About:
    """What was typed; what the form does not show stays."""
    before = series.about
    switched = {name: name in posted for name in SWITCHES}
    if not is_school():
        switched["under_18"] = before.under_18
    texts = {name: posted.get(name, "").strip()[:TEXT_MAX] for name in TEXTS}
    notice = read_number(posted.get("notice_days", "")) or 0
    defaults = msgspec.structs.replace(
        before.defaults,
        format=posted.get("format", ""),
        chairs=read_number(posted.get("chairs", "")) or 0,
        attribution=posted.get("attribution", Defaults().attribution),
        language=posted.get("language", ""),
    )
    return msgspec.structs.replace(
        before, **texts, **switched, notice_days=notice, defaults=defaults
    )


def _page(host: Host, series: Series, about: About, problem: str = "") -> str:
    return render_template(
        "series/host_settings.html",
        is_owner=host.is_owner,
        title=title_of(here().members.community),
        series=series,
        about=about,
        problem=problem,
        is_school=is_school() or series.about.under_18,
        zones=sorted(one for one in available_timezones() if "/" in one or one == "UTC"),
        base=here().network.base(),
        formats=format_choices(),
        languages_of_talk=talk_languages(),
        attributions=[
            ("named", _("Everybody is named")),
            ("opt_in", _("Everybody chooses")),
            ("chatham_house", _("Nobody is named")),
        ],
        label_max=c.LABEL_MAX,
        slug_max=c.SLUG_MAX,
        purpose_max=c.PURPOSE_MAX,
        place_max=c.PLACE_MAX,
        hashtag_max=HASHTAG_MAX,
        notice_max=NOTICE_MAX,
        chairs=range(CHAIRS_MIN, CHAIRS_MAX + 1),
    )
