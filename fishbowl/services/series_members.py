"""Members in series: who left is forgotten, and who agreed to turns no more is asked no more.

A member who became one with another keeps turns, rota and invitations as that other one.
"""

from collections.abc import Callable, Mapping

from fishbowl.domain.community.events import ConsentChanged, MemberLeft
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.rules.rota import members_of
from fishbowl.domain.series.state import Series
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.community import Change
from fishbowl.services.series import AllSeries


class SeriesMembers:
    """Lets every series know no more members than the community.

    :param community: gives its committed state.
    """

    def __init__(
        self, series: AllSeries, community: Callable[[], Community], supervisor: Supervisor
    ) -> None:
        self._series, self._community = series, community
        self._supervisor = supervisor
        self._merged: dict[MemberId, MemberId] = {}

    def on_change(self, change: Change) -> None:
        """Note who became whom; a subscriber of the community's writer."""
        for entry in change.entries:
            if isinstance(entry.event, MemberLeft) and entry.event.into is not None:
                self._merged[entry.event.member] = entry.event.into

    def mend(self) -> None:
        """Forget who is no member, and ask nobody who does not agree; one series stops no other.

        Each look does it again, so nothing is left after a crash; only then a member who became
        one with another loses their turns.

        :raises BrokenStream: the log of the community cannot be read.
        """
        merged = dict(self._merged)
        members = self._community().members
        for series in list(self._series.all()):
            with self._supervisor.isolated("forgetting in a series who is a member no more"):
                self._mend(series, members, merged)
        for member in merged:
            self._merged.pop(member, None)

    def _mend(
        self,
        series: Series,
        members: Mapping[MemberId, Member],
        merged: Mapping[MemberId, MemberId],
    ) -> None:
        for gone in sorted(members_of(series).difference(members)):
            keeps = members.get(merged.get(gone, gone))
            if keeps is None:
                self._forget(series, gone)
            else:
                self._move(series, gone, keeps.id, agrees="turn" in keeps.consents)
        for member in series.rota:
            if member in members and "turn" not in members[member].consents:
                self._series.ask(
                    series.id,
                    c.LeaveRota(member=member),
                    role=Role.DOOR,
                    command_id=f"time.rota.{member}.{series.seq}",
                )

    def _forget(self, series: Series, member: MemberId) -> None:
        self._series.ask(
            series.id,
            c.ForgetMember(member=member),
            role=Role.TIME,
            command_id=f"time.forget.{member}.{series.seq}",
        )

    def _move(self, series: Series, goes: MemberId, keeps: MemberId, *, agrees: bool) -> None:
        """Give turns, rota and invitations of one to the other, who is the same person."""
        taken = [
            one.id
            for one in series.occasions.values()
            if one.turn is not None and one.turn.member == goes and one.turn.is_taken
        ]
        if goes in series.rota and agrees:
            self._as_member(series, keeps, c.JoinRota(member=keeps))
        if goes in series.followers:
            self._as_member(series, keeps, c.Follow(member=keeps))
        self._forget(series, goes)
        for occasion in taken:  # what is over, or is refused for not being in the rota, is nobody's
            self._as_member(series, keeps, c.TakeTurn(occasion=occasion, member=keeps))

    def _as_member(self, series: Series, member: MemberId, command: c.Command) -> None:
        self._series.ask(series.id, command, role=Role.MEMBER, member=member)


def wakes(change: Change) -> bool:
    """Whether a change of the community is one of series as well."""
    return any(
        isinstance(entry.event, MemberLeft)
        or (isinstance(entry.event, ConsentChanged) and entry.event.consent == "turn")
        for entry in change.entries
    )
