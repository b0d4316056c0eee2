"""Members in series: who left is forgotten, and who agreed to turns no more is asked no more.

A member who became one with another keeps turns, rota and invitations as that other one.
"""

from collections.abc import Callable

from fishbowl.domain.community.events import ConsentChanged, MemberLeft
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.rules.rota import members_of
from fishbowl.domain.series.state import Series
from fishbowl.services.community import Change
from fishbowl.services.series import AllSeries


class SeriesMembers:
    """Lets every series know no more members than the community.

    :param wake: is called when there is something to do.
    """

    def __init__(self, series: AllSeries, wake: Callable[[], None]) -> None:
        self._series, self._wake = series, wake
        self._merged: dict[MemberId, MemberId] = {}

    def on_change(self, change: Change) -> None:
        """Note who left or agreed no more; a subscriber of the community's writer."""
        for entry in change.entries:
            match entry.event:
                case MemberLeft(member=member, into=into):
                    if into is not None:
                        self._merged[member] = into
                    self._wake()
                case ConsentChanged(consent="turn", on=False):
                    self._wake()

    def mend(self, series: Series, community: Community) -> None:
        """Forget in a series who is no member, and ask nobody who did not agree.

        Each look does it again, so nothing is left after a crash.
        """
        members = community.members
        for gone in sorted(members_of(series).difference(members.keys())):
            keeps = self._merged.get(gone)
            if keeps in members:
                assert keeps is not None
                self._move(series, gone, keeps, agrees="turn" in members[keeps].consents)
            else:
                self._forget(series, gone)
        for member in series.rota:
            if member in members and "turn" not in members[member].consents:
                self._series.ask(
                    series.id,
                    c.LeaveRota(member=member),
                    role=Role.DOOR,
                    command_id=f"time.rota.{member}.{series.seq}",
                )

    def merges(self) -> list[MemberId]:
        """Who became another one, until :meth:`merges_done`."""
        return list(self._merged)

    def merges_done(self, gone: list[MemberId]) -> None:
        """Forget who these became: every series knows it."""
        for member in gone:
            self._merged.pop(member, None)

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
