"""Everything that can have happened in a community; stored for ever.

An event that is listed here can be read. How it is folded is in :mod:`..evolve`.
"""

from collections.abc import Mapping

from fishbowl.domain.community.events.asks import (
    AnswerRemoved,
    AnswerThanked,
    AskAnswered,
    AskEnded,
    AskForgotten,
    AskMade,
    AskPassed,
)
from fishbowl.domain.community.events.base import Entry, Event
from fishbowl.domain.community.events.expertise import TopicsTicked
from fishbowl.domain.community.events.facts import FactsSaid
from fishbowl.domain.community.events.hosts import (
    HostAccepted,
    HostAsked,
    HostDeclined,
    HostQuestionEnded,
    HostStopped,
)
from fishbowl.domain.community.events.invitations import (
    InvitationEnded,
    InvitationLinkRenewed,
    InvitationRefused,
    PersonInvited,
)
from fishbowl.domain.community.events.members import (
    ConsentChanged,
    MemberAskedToStay,
    MemberChanged,
    MemberJoined,
    MemberLeft,
    MemberSeen,
    MemberStays,
    PassReplaced,
    ReachChanged,
    SessionLinked,
    SessionUnlinked,
)
from fishbowl.domain.community.events.merges import (
    MergeAgreed,
    MergeDeclined,
    MergeEnded,
    MergeProposed,
)
from fishbowl.domain.community.events.offers import (
    OfferAdded,
    OfferAskedAbout,
    OfferChanged,
    OfferEnded,
    OfferKept,
)
from fishbowl.domain.community.events.settings import CommunityDescribed, FeatureSwitched

__all__ = [
    "EVENTS",
    "EVENT_TYPES",
    "AnswerRemoved",
    "AnswerThanked",
    "AskAnswered",
    "AskEnded",
    "AskForgotten",
    "AskMade",
    "AskPassed",
    "CommunityDescribed",
    "ConsentChanged",
    "Entry",
    "Event",
    "FactsSaid",
    "FeatureSwitched",
    "HostAccepted",
    "HostAsked",
    "HostDeclined",
    "HostQuestionEnded",
    "HostStopped",
    "InvitationEnded",
    "InvitationLinkRenewed",
    "InvitationRefused",
    "MemberAskedToStay",
    "MemberChanged",
    "MemberJoined",
    "MemberLeft",
    "MemberSeen",
    "MemberStays",
    "MergeAgreed",
    "MergeDeclined",
    "MergeEnded",
    "MergeProposed",
    "OfferAdded",
    "OfferAskedAbout",
    "OfferChanged",
    "OfferEnded",
    "OfferKept",
    "PassReplaced",
    "PersonInvited",
    "ReachChanged",
    "SessionLinked",
    "SessionUnlinked",
    "TopicsTicked",
]

EVENTS: tuple[type[Event], ...] = (
    AnswerRemoved,
    AnswerThanked,
    AskAnswered,
    AskEnded,
    AskForgotten,
    AskMade,
    AskPassed,
    CommunityDescribed,
    ConsentChanged,
    FactsSaid,
    FeatureSwitched,
    HostAccepted,
    HostAsked,
    HostDeclined,
    HostQuestionEnded,
    HostStopped,
    InvitationEnded,
    InvitationLinkRenewed,
    InvitationRefused,
    MemberAskedToStay,
    MemberChanged,
    MemberJoined,
    MemberLeft,
    MemberSeen,
    MemberStays,
    MergeAgreed,
    MergeDeclined,
    MergeEnded,
    MergeProposed,
    OfferAdded,
    OfferAskedAbout,
    OfferChanged,
    OfferEnded,
    OfferKept,
    PassReplaced,
    PersonInvited,
    ReachChanged,
    SessionLinked,
    SessionUnlinked,
    TopicsTicked,
)
EVENT_TYPES: Mapping[str, type[Event]] = {kind.name: kind for kind in EVENTS}
"""Every event by its stored name."""
