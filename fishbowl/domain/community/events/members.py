"""Events of members: who they are, what they agreed to, which sessions are linked."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import (
    Consent,
    InvitationId,
    Left,
    MemberId,
    PassWay,
    Quarter,
    Reach,
)
from fishbowl.domain.kernel.ids import Millis, Seq


class MemberJoined(Event, frozen=True, kw_only=True):
    """Somebody chose to be known; their number is that of the entry.

    :param label: what they are called.
    :param language: of pages and letters (BCP 47).
    :param time_zone: its IANA name.
    :param invitation: the one that was accepted with it, if any.
    """

    name: ClassVar[str] = "member.joined"
    erasable: ClassVar[tuple[str, ...]] = ("label", "language", "time_zone")
    label: str
    language: str
    time_zone: str
    reach: Reach
    consents: tuple[Consent, ...] = ()
    seen: Quarter
    invitation: InvitationId | None = None


class MemberChanged(Event, frozen=True, kw_only=True):
    """A member is called otherwise, or reads or lives elsewhere; all fields hold from then on."""

    name: ClassVar[str] = "member.changed"
    erasable: ClassVar[tuple[str, ...]] = ("label", "language", "time_zone")
    member: MemberId
    label: str
    language: str
    time_zone: str


class ReachChanged(Event, frozen=True, kw_only=True):
    """A member is reached another way; the contact itself is not in the log."""

    name: ClassVar[str] = "member.reach_changed"
    member: MemberId
    reach: Reach


class ConsentChanged(Event, frozen=True, kw_only=True):
    """A member agreed to something, or does so no more."""

    name: ClassVar[str] = "member.consent_changed"
    member: MemberId
    consent: Consent
    on: bool


class SessionLinked(Event, frozen=True, kw_only=True):
    """A member wants to be known as this person of a session.

    :param code: the session.
    :param person: their number in it.
    """

    name: ClassVar[str] = "member.session_linked"
    erasable: ClassVar[tuple[str, ...]] = ("code", "person")
    member: MemberId
    code: str
    person: int


class SessionUnlinked(Event, frozen=True, kw_only=True):
    """A session is not to be the member's any more.

    :param link: the entry by which it was linked; its fields are overwritten.
    :param entries: further ones that are: what the member said of the session, and offers that were
        written there; their words are in entries of their own then.
    """

    name: ClassVar[str] = "member.session_unlinked"
    member: MemberId
    link: Seq
    entries: tuple[Seq, ...] = ()


class MemberSeen(Event, frozen=True, kw_only=True):
    """A member was here for the first time in a quarter."""

    name: ClassVar[str] = "member.seen"
    member: MemberId
    quarter: Quarter


class PassReplaced(Event, frozen=True, kw_only=True):
    """A member has a new pass; every earlier one opens nothing any more."""

    name: ClassVar[str] = "member.pass_replaced"
    member: MemberId
    way: PassWay


class MemberAskedToStay(Event, frozen=True, kw_only=True):
    """A member was not seen for long, and is asked; without an answer they are forgotten.

    :param until_ms: the instant at which that happens.
    """

    name: ClassVar[str] = "member.asked_to_stay"
    member: MemberId
    until_ms: Millis


class MemberStays(Event, frozen=True, kw_only=True):
    """A member who was asked wants to stay."""

    name: ClassVar[str] = "member.stays"
    member: MemberId
    quarter: Quarter


class MemberLeft(Event, frozen=True, kw_only=True):
    """A member is none any more; nothing that says who they were stays.

    :param entries: the entries whose erasable fields are overwritten.
    :param into: after a merge the member whom they are one with: their passes are now theirs.
    """

    name: ClassVar[str] = "member.left"
    member: MemberId
    why: Left
    entries: tuple[Seq, ...]
    into: MemberId | None = None
