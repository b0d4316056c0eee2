"""The day that people who were brought together are given, on the page and as a file."""

from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from flask import Blueprint, Response, abort

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Member
from fishbowl.harvest.calendars.meeting import meeting_calendar, suggested_day
from fishbowl.harvest.meeting_words import meeting_title
from fishbowl.harvest.words import in_language
from fishbowl.views.community.meeting import IntroductionView
from fishbowl.web.community.me.meeting_lines import introduction_line, meeting_of
from fishbowl.web.context import here
from fishbowl.web.i18n import current_language, day_and_time
from fishbowl.web.setup.instants import zone_of
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("community_meeting_day", __name__)


class DayLine(NamedTuple):
    """When they could meet.

    :param theirs: the same where the others are; empty if the clocks agree.
    """

    own: str
    theirs: tuple[str, ...]


def day_line(found: IntroductionView, mine: Member) -> DayLine | None:
    """Tell the day in the time zones of all of them; ``None`` once it is past."""
    at, own = _day(found, mine), _zone(mine.id)
    if at.timestamp() * 1000 <= here().clock.now_ms():
        return None
    told = day_and_time(at.astimezone(own))
    others = (day_and_time(at.astimezone(_zone(one.member))) for one in found.others)
    return DayLine(told, tuple(dict.fromkeys(one for one in others if one != told)))


@bp.get("/me/people/<int:id>/day.ics")
def file(id: int) -> Response:
    """The day as a file for a calendar."""
    mine = need_member()
    found = next((one for one in meeting_of(mine).introductions if one.id == id), None)
    if found is None or found.stage == "over":
        abort(404)
    line = introduction_line(found, mine)
    language = current_language()
    with in_language(language.translations, language.locale):
        title = meeting_title(line.names)
    body = meeting_calendar(found.id, found.made_at_ms, _day(found, mine), title, line.question)
    headers = {
        "Content-Disposition": 'attachment; filename="meeting.ics"',
        "Cache-Control": "private, no-store",
    }
    return Response(body, content_type="text/calendar; charset=utf-8", headers=headers)


def _day(found: IntroductionView, mine: Member) -> datetime:
    members = sorted({mine.id, *(one.member for one in found.others)})
    return suggested_day(found.made_at_ms, [_zone(one) for one in members])


def _zone(id: MemberId) -> tzinfo:
    member = here().members.community.members.get(id)
    return UTC if member is None else zone_of(member.time_zone) or UTC
