"""Which entries of the log hold words of a member: they are overwritten when the member leaves."""

from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.apart import apart_of
from fishbowl.domain.community.rules.asks import entries_to_remove
from fishbowl.domain.community.rules.offers import offers_of
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Seq


def entries_of(community: Community, mine: Member) -> tuple[Seq, ...]:
    """Every entry whose erasable fields are a member's, in order.

    With their answers in the archive go the questions that nothing else holds.
    """
    offers = [seq for one in offers_of(community, mine.id) for seq in one.entries]
    wishes = [Seq(one.id) for one in apart_of(community, mine.id)]
    kept = [one.id for one in community.answers_kept.values() if one.member == mine.id]
    answers = [seq for id in kept for seq in entries_to_remove(community, id)]
    return tuple(sorted({*mine.entries, *offers, *wishes, *answers}))
