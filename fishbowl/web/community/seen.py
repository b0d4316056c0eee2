"""That a member is here; kept by the quarter of the year, and asked about nothing finer."""

from fishbowl.domain.community.commands import NoteSeen
from fishbowl.domain.community.ids import quarter_of
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.members import is_noted
from fishbowl.domain.kernel.roles import Role
from fishbowl.web.context import here


def note_seen(member: Member) -> None:
    """Note that a member is here, if that is news. If it cannot be saved, the next visit does."""
    quarter = quarter_of(here().clock.now_ms())
    if is_noted(member, quarter):
        return
    here().members.ask(
        NoteSeen(member=member.id),
        role=Role.DOOR,
        command_id=f"seen-{member.id}-{quarter}" if member.asked_until_ms is None else "",
    )
