"""What a state of the community consists of, as the log tells it; a file of each subject."""

from fishbowl.domain.community.model.asks import AnswerGiven, Ask, KeptAnswer, Ticked
from fishbowl.domain.community.model.facts import Facts
from fishbowl.domain.community.model.members import (
    About,
    Hosting,
    Invitation,
    Link,
    Member,
    Merge,
)
from fishbowl.domain.community.model.offers import Offer

__all__ = [
    "About",
    "AnswerGiven",
    "Ask",
    "Facts",
    "Hosting",
    "Invitation",
    "KeptAnswer",
    "Link",
    "Member",
    "Merge",
    "Ticked",
]
__all__ = ["About", "Hosting", "Invitation", "Link", "Member", "Merge", "Offer"]
