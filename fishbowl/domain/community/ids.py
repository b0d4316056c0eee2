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
AskId = NewType("AskId", int)
"""The ``seq`` of the entry by which a question was put to members."""
AnswerId = NewType("AnswerId", int)
"""The ``seq`` of the entry by which somebody answered it."""

OfferId = NewType("OfferId", int)
"""The ``seq`` of the entry by which an offer or a need was written down."""
SuggestionId = NewType("SuggestionId", int)
"""The ``seq`` of the entry by which two members were suggested to each other."""
IntroductionId = NewType("IntroductionId", int)
"""The ``seq`` of the entry by which members who all said yes were brought together."""
ApartId = NewType("ApartId", int)
"""The ``seq`` of the entry by which a member asked not to meet somebody."""
RoundId = NewType("RoundId", int)
"""The ``seq`` of the entry by which a pairing round was drafted."""

Pair = tuple[MemberId, MemberId]
"""Two members, the lower number first; see :func:`pair_of`."""

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

Side = Literal["offer", "need"]
"""What a member can give, or what a member looks for."""
Urgency = Literal["none", "weeks", "days"]
"""How soon something is needed or can be given: at any time, within weeks, within days."""
OfferEnd = Literal["withdrawn", "expired"]

Reason = Literal[
    "offer_need", "mutual", "topic", "sat_apart", "seasoned", "newer", "other_organisation",
    "spoke_after",
]  # fmt: skip
"""Why two members are brought together.

``offer_need``: one looks for what the other gives. ``mutual``: that holds both ways. ``topic``:
both sat or waited under it. ``sat_apart``: never in the same bowl. ``spoke_after``: one spoke
straight after the other.
"""
RoundKind = Literal["seasoned", "across"]
"""Whom a pairing round brings together: seasoned and newer members, or members who would not meet
otherwise.
"""
RoundEnd = Literal["over", "ended", "discarded"]
"""Its weeks were over, a host ended it, or it was a draft."""
Source = Literal["suggestion", "round"]
"""Where an introduction comes from."""
SuggestionAnswer = Literal["yes", "no", "gone"]
"""To a suggestion. ``gone``: it is closed for another reason, such as a consent that was withdrawn;
to the other one ``no`` and ``gone`` look like silence.
"""
CheckIn = Literal["met", "not_yet", "will_not"]
Outcome = Literal["helped", "tried", "did_not_help"]
Counted = Literal["met", "helped", "tried", "did_not_help", "forgotten", "forgotten_pairs"]
"""What is only counted, of everybody together.

``forgotten``: introductions that came to nothing and are kept no longer; ``forgotten_pairs``: those
of them that came out of a pairing round.
"""
FirstQuestion = Literal["tried", "stuck", "changed", "start", "other_way", "next"]
"""What two who were brought together can begin with; faces have the words."""
FIRST_QUESTIONS: tuple[FirstQuestion, ...] = (
    "tried", "stuck", "changed", "start", "other_way", "next",
)  # fmt: skip

Kind = Literal["association", "employer", "school"]
"""What the community is. With an employer no page shows what one person does."""

Left = Literal["left", "removed", "not_seen", "merged"]
"""Why a member is none any more."""
InvitationEnd = Literal["accepted", "refused", "expired", "withdrawn"]
MergeEnd = Literal["merged", "declined", "expired", "left"]
AnswerEnd = Literal["withdrawn", "hidden"]
"""Why an answer is shown no more: its author took it back, or a host hid it."""
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


def pair_of(one: MemberId, other: MemberId) -> Pair:
    """Name two members in the order that a :data:`Pair` has.

    >>> pair_of(MemberId(7), MemberId(3))
    (3, 7)
    """
    return (one, other) if one <= other else (other, one)


def member_of(seq: Seq) -> MemberId:
    """Name the member whom an entry created."""
    return MemberId(seq)
