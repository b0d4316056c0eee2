"""Suggests members to each other whose shared offers and needs fit: a supervised loop.

It looks after each change that can make a suggestion, and once an hour. Scoring takes long in a
large community, so it lets other tasks run after each offer and each need. Only shared lines of
members who agree to meet are read, and of their sessions only the topics.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.ids import MemberId, OfferId, Pair, Reason, member_owner, pair_of
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.introductions import may_meet
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.rules.suggestions import places_free_of_all
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.looking import RegularLooks
from fishbowl.host.supervisor import Supervisor
from fishbowl.matching.choosing import Proposal, choose
from fishbowl.matching.lines import Candidate, Line
from fishbowl.matching.scoring import Scores
from fishbowl.services.batch import NOT_SAVED
from fishbowl.services.community import Change, Members
from fishbowl.services.contacts import Contacts
from fishbowl.services.kept_at_home import is_kept_at_home

log = logging.getLogger(__name__)

SETTLE_S = 2.0
"""After a change it waits so long: several often come together."""
_CAUSES = (
    e.ConsentChanged, e.FeatureSwitched, e.OfferAdded, e.OfferChanged, e.SessionLinked,
    e.SuggestionEnded,
)  # fmt: skip

Heard = Callable[[Member], Sequence[str]]
Together = Callable[[Community], frozenset[Pair]]


class Suggesting(RegularLooks):
    """Asks members whether they want to meet.

    :param contacts: tells who is reached by mail.
    :param heard: the topics that a member sat or waited under.
    :param together: the pairs of members who are in one room now.
    :param background: other texts of the community, for how common words are.
    :param sleep: lets other tasks run.
    """

    def __init__(
        self,
        members: Members,
        contacts: Contacts,
        supervisor: Supervisor,
        *,
        heard: Heard,
        together: Together,
        background: Callable[[], Sequence[str]] = tuple,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        super().__init__(
            supervisor, "suggesting", "suggesting members to each other", settle_s=SETTLE_S
        )
        self._members, self._contacts = members, contacts
        self._heard, self._together, self._background = heard, together, background
        self._sleep = sleep

    def on_change(self, change: Change) -> None:
        """Look soon if something was written down, agreed to or has ended; a subscriber."""
        if any(isinstance(entry.event, _CAUSES) for entry in change.entries):
            self.wake()

    def look(self) -> None:
        """Suggest everybody to whom somebody fits; if the file refuses, at the next look.

        :raises BrokenStream: the log of the community cannot be read.
        :raises StoreError: the database refuses.
        """
        community = self._members.community
        if not is_on(community, "introductions") or is_kept_at_home(self._members.log):
            return
        now_ms = self._members.time.now_ms()
        lines = list(self._lines(community))
        if len({line.side for line in lines}) < 2:
            return
        free = places_free_of_all(community, now_ms)
        places = {line.member: free[MemberId(line.member)] for line in lines}
        candidates = list(self._candidates(community, lines, places, now_ms))
        for proposal in choose(candidates, places, self._together(community)):
            self.turns.begins()
            if not self._suggest(proposal):
                return

    def _lines(self, community: Community) -> Iterator[Line]:
        """The shared offers and needs of members who agree to meet."""
        heard: dict[MemberId, tuple[str, ...]] = {}
        for offer in sorted(community.offers.values(), key=lambda one: one.id):
            member = community.members[offer.member]
            if not offer.is_shared or "meet" not in member.consents:
                continue
            if member.id not in heard:
                heard[member.id] = tuple(self._heard(member))
                self._breathe()
            yield Line(
                id=offer.id,
                member=member.id,
                side=offer.side,
                words=offer.words,
                topic=offer.topic,
                language=member.language,
                heard=heard[member.id],
                told_at_ms=offer.added_at_ms,
            )

    def _candidates(
        self,
        community: Community,
        lines: Sequence[Line],
        places: dict[int, int],
        now_ms: Millis,
    ) -> Iterator[Candidate]:
        def may(need: Line, offer: Line) -> bool:
            one, other = MemberId(need.member), MemberId(offer.member)
            return places[offer.member] > 0 and may_meet(community, one, other, now_ms)

        scores = Scores(lines, now_ms, self._background(), self._breathe)
        try:
            for need in lines:
                if need.side == "need" and places[need.member] > 0:
                    yield from scores.candidates(need, may)
                    self._breathe()
        finally:
            scores.close()

    def _suggest(self, proposal: Proposal) -> bool:
        """Ask two members; whether it could be saved."""
        command = suggestion(proposal, self._without_mail(proposal.pair))
        command_id = "time.suggest.{}.{}".format(*proposal.pair)
        outcome = self._members.ask(command, role=Role.TIME, command_id=command_id)
        if not outcome.ok and outcome != NOT_SAVED:
            log.warning("SuggestMeeting: %s", outcome.code)  # somebody has left meanwhile
        return outcome != NOT_SAVED

    def _without_mail(self, pair: Iterable[int]) -> frozenset[MemberId]:
        """Those whom no letter reaches."""
        return frozenset(MemberId(one) for one in pair if not self._is_by_mail(MemberId(one)))

    def _is_by_mail(self, member: MemberId) -> bool:
        reached = self._contacts.of(member_owner(member))
        return (
            reached is not None
            and reached.kind == "mail"
            and reached.confirmed_at_ms is not None
            and not reached.problem
        )

    def _breathe(self) -> None:
        self.turns.begins()
        self._sleep(0)


def suggestion(proposal: Proposal, without_mail: frozenset[MemberId]) -> c.SuggestMeeting:
    """The command by which two members are asked."""
    there, back = proposal.there, proposal.back
    reasons: list[Reason] = ["offer_need"] if back is None else ["mutual"]
    if there.topic:
        reasons.append("topic")
    return c.SuggestMeeting(
        members=pair_of(*(MemberId(one) for one in proposal.pair)),
        offer=_offer(there.offer),
        need=_offer(there.need),
        back_offer=None if back is None else _offer(back.offer),
        back_need=None if back is None else _offer(back.need),
        reasons=tuple(reasons),
        without_mail=without_mail,
    )


def _offer(line: Line) -> OfferId:
    return OfferId(Seq(line.id))
