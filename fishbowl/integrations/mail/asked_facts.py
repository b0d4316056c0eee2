"""What the letter to a member of a pairing round tells."""

from typing import NamedTuple

from fishbowl.domain.community.ids import MemberId, RoundKind
from fishbowl.domain.community.model import Group


class AskedInRound(NamedTuple):
    """A group in which the addressee is asked.

    :param mine: the addressee.
    """

    kind: RoundKind
    group: Group
    mine: MemberId
