"""The page for today: what needs a host, and how the members are."""

from flask import Blueprint, render_template

from fishbowl.views.community.host_members import SEEN, shows_activity
from fishbowl.views.community.host_today import today
from fishbowl.views.community.wider_bowl import wider_bowl
from fishbowl.web.community.hosts import words as w
from fishbowl.web.community.hosts.host import the_host, title_of
from fishbowl.web.community.hosts.letters import undelivered
from fishbowl.web.context import here
from fishbowl.web.series.host_list import series_rows
from fishbowl.web.setup.instants import day_at, told

bp = Blueprint("community_today", __name__)


@bp.get("/community")
def show() -> str:
    """What needs a person, in order; the first with its button."""
    host, community, now_ms = the_host(), here().members.community, here().clock.now_ms()
    found = today(community, undelivered(community), now_ms, list(here().series.all()))
    needs = [w.need_words(need) for need in found.needs]
    named = shows_activity(community)
    members = found.members
    return render_template(
        "community/host_today.html",
        is_owner=host.is_owner,
        title=title_of(community),
        today=found,
        headline=w.headline(len(needs)),
        first=needs[0] if needs else None,
        others=needs[1:],
        rest=w.rest_words(found),
        bowl=wider_bowl(found.seen),
        members_sentence=w.members_sentence(members) if named else w.counted_members(members),
        seen=[
            {"seen": one, "words": w.seen_sentence(one, found.seen[one])}
            for one in SEEN
            if found.seen.get(one)
        ],
        series=[row for row, is_ended in series_rows() if not is_ended],
        day=told(now_ms, day_only=True),
        day_iso=day_at(now_ms),
    )
