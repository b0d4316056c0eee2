"""Commands about members."""

from typing import ClassVar

from fishbowl.domain.community.commands.base import (
    DOOR,
    HOSTS,
    MEMBER,
    MEMBER_OR_DOOR,
    TIME,
    Command,
    Label,
    LanguageTag,
    Sender,
    TimeZone,
)
from fishbowl.domain.community.ids import Consent, InvitationId, MemberId, PassWay, Reach


class Join(Command, frozen=True, kw_only=True):
    """Become a member.

    :param invitation: the one that is accepted with it, if any.
    """

    senders: ClassVar[frozenset[Sender]] = DOOR
    label: Label
    language: LanguageTag = "en"
    time_zone: TimeZone = "UTC"
    reach: Reach = "pass"
    consents: frozenset[Consent] = frozenset()
    invitation: InvitationId | None = None


class ChangeMember(Command, frozen=True, kw_only=True):
    """Be called otherwise, read another language, live in another time zone."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    label: Label
    language: LanguageTag
    time_zone: TimeZone


class ChangeReach(Command, frozen=True, kw_only=True):
    """Be reached another way; a door: whose address it is says that it is not the member's."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    reach: Reach


class SetConsent(Command, frozen=True, kw_only=True):
    """Agree to something, or do so no more; a door: the unsubscribe link of a letter."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    consent: Consent
    on: bool


class LinkSession(Command, frozen=True, kw_only=True):
    """Be known as this person of a session; the door has checked that they are."""

    senders: ClassVar[frozenset[Sender]] = DOOR
    member: MemberId
    code: str
    person: int


class UnlinkSession(Command, frozen=True, kw_only=True):
    """Let a session be nobody's again."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    code: str


class NoteSeen(Command, frozen=True, kw_only=True):
    """Note that a member is here; kept by quarter."""

    senders: ClassVar[frozenset[Sender]] = DOOR
    member: MemberId


class ReplacePass(Command, frozen=True, kw_only=True):
    """Note that a member gets a new pass, and the old ones open nothing."""

    senders: ClassVar[frozenset[Sender]] = DOOR
    member: MemberId
    way: PassWay


class Stay(Command, frozen=True, kw_only=True):
    """Answer yes to the question whether one stays."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId


class LeaveCommunity(Command, frozen=True, kw_only=True):
    """Be a member no more."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId


class RemoveMember(Command, frozen=True, kw_only=True):
    """Let somebody be a member no more."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    member: MemberId


class AskToStay(Command, frozen=True, kw_only=True):
    """Ask a member who was not seen for long whether they stay."""

    senders: ClassVar[frozenset[Sender]] = TIME
    member: MemberId


class ForgetMember(Command, frozen=True, kw_only=True):
    """Forget a member who was asked and did not answer."""

    senders: ClassVar[frozenset[Sender]] = TIME
    member: MemberId
