"""The numbers and short names that events, commands and states of the community share."""

from datetime import UTC, datetime
from typing import Literal, NewType

from fishbowl.domain.kernel.ids import Millis, Seq

MemberId = NewType("MemberId", int)
"""The ``seq`` of the entry by which a member joined."""
InvitationId = NewType("InvitationId", int)
"""The ``seq`` of the entry by which somebody was invited."""
MergeId = NewType("MergeId", int)
"""The ``seq`` of the entry by which a merge of two members was proposed."""

Consent = Literal["meet", "answer", "turn", "starters", "neighbours"]
"""What a member can agree to; each is off until it is turned on.

``meet``: matches and pairing rounds. ``answer``: being asked about what they offered or spoke on.
``turn``: turns at hosting an occasion. ``starters``: conversation starters by mail. ``neighbours``:
shared lines may travel to other communities, without the name.
"""
CONSENTS: tuple[Consent, ...] = ("meet", "answer", "turn", "starters", "neighbours")

Reach = Literal["mail", "other", "pass"]
"""How a member is reached: by e-mail, by anything else that they typed, or by the pass alone."""

Feature = Literal["introductions", "rounds", "ask", "break", "promises", "card"]
"""What a host can switch off; everything is on at first.

``introductions``: offers and needs, and two members brought together by them. ``rounds``: pairing
rounds. ``ask``: people who agreed to be asked, and asking the community. ``break``: two phones of
one room offer to meet in the break. ``promises``: commitments and actions come to their day.
``card``: one's own card after a session.
"""
FEATURES: tuple[Feature, ...] = ("introductions", "rounds", "ask", "break", "promises", "card")

Kind = Literal["association", "employer", "school"]
"""What the community is. With an employer no page shows what one person does."""

Left = Literal["left", "removed", "not_seen", "merged"]
"""Why a member is none any more."""
InvitationEnd = Literal["accepted", "refused", "expired", "withdrawn"]
MergeEnd = Literal["merged", "declined", "expired", "left"]
PassWay = Literal["mail", "phone"]
"""How a new pass came: by a letter to the confirmed address, or from a phone that had one."""

Quarter = NewType("Quarter", str)
"""A quarter of a year such as ``2026-Q4``, UTC: nothing finer is kept of when somebody was seen."""


def quarter_of(at_ms: Millis) -> Quarter:
    """The quarter that an instant lies in.

    >>> quarter_of(Millis(1_764_547_200_000))
    '2025-Q4'
    """
    day = datetime.fromtimestamp(at_ms / 1000, UTC)
    return Quarter(f"{day.year}-Q{(day.month + 2) // 3}")


_MEMBER, _INVITATION = "member/", "invitation/"


def member_owner(member: MemberId) -> str:
    """Name a member as the owner of contacts, tokens and letters, and as the sender of commands.

    No log has these names.
    """
    return f"{_MEMBER}{member}"


def invitation_owner(invitation: InvitationId) -> str:
    """Name somebody invited as the owner of a contact, tokens and letters."""
    return f"{_INVITATION}{invitation}"


def member_in(owner: str) -> MemberId | None:
    """The member whom :func:`member_owner` has named; ``None`` for any other text."""
    number = owner.removeprefix(_MEMBER)
    return MemberId(int(number)) if number != owner and number.isdecimal() else None


def invitation_in(owner: str) -> InvitationId | None:
    """The invitation that :func:`invitation_owner` has named; ``None`` for any other text."""
    number = owner.removeprefix(_INVITATION)
    return InvitationId(int(number)) if number != owner and number.isdecimal() else None


def member_of(seq: Seq) -> MemberId:
    """Name the member whom an entry created."""
    return MemberId(seq)
