"""What a state of the community consists of, as the log tells it; a file of each subject."""

from fishbowl.domain.community.model.apart import Apart
from fishbowl.domain.community.model.asks import AnswerGiven, Ask, KeptAnswer, Ticked
from fishbowl.domain.community.model.facts import Facts
from fishbowl.domain.community.model.introductions import (
    NOBODY,
    Basis,
    Introduction,
    Suggestion,
)
from fishbowl.domain.community.model.members import (
    About,
    Hosting,
    Invitation,
    Link,
    Member,
    Merge,
)
from fishbowl.domain.community.model.offers import Offer
from fishbowl.domain.community.model.pairing import Group, GroupState, Round, RoundState

__all__ = [
    "NOBODY",
    "About",
    "AnswerGiven",
    "Apart",
    "Ask",
    "Basis",
    "Facts",
    "Group",
    "GroupState",
    "Hosting",
    "Introduction",
    "Invitation",
    "KeptAnswer",
    "Link",
    "Member",
    "Merge",
    "Offer",
    "Round",
    "RoundState",
    "Suggestion",
    "Ticked",
]
