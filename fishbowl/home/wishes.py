"""What a laptop wishes its home to change: the community changes at home only.

A wish is made once, with an id, and is handed over until the home has answered. It may arrive
more than once, and after a later one. Of several about the same the one that was made last holds.
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from fishbowl.domain.community.commands.base import Label, LanguageTag, TimeZone
from fishbowl.domain.community.ids import Consent, Reach

PURPOSE = "wish"
"""The purpose of the envelope in which a wish waits; only the home can open it."""
CONTACT_MAX = 254
HASH_BYTES = 32

WishId = Annotated[str, Meta(min_length=8, max_length=80, pattern="^[A-Za-z0-9_-]+$")]
Verifier = Annotated[str, Meta(max_length=64)]


class Wish(msgspec.Struct, frozen=True, kw_only=True, tag=True, forbid_unknown_fields=True):
    """The base of all wishes.

    :param at_ms: when it was made, by the laptop's clock.
    """

    id: WishId
    at_ms: int


class JoinWish(Wish, frozen=True, kw_only=True):
    """Somebody in a room wants to be known.

    :param pass_hash: what the home keeps of their pass; see :mod:`fishbowl.access.passes`.
    """

    pass_hash: Annotated[bytes, Meta(min_length=HASH_BYTES, max_length=HASH_BYTES)]
    label: Label
    language: LanguageTag = "en"
    time_zone: TimeZone = "UTC"
    reach: Reach = "pass"
    contact: Annotated[str, Meta(max_length=CONTACT_MAX)] = ""
    consents: tuple[Consent, ...] = ()


class _OfMember(Wish, frozen=True, kw_only=True):
    """The base of the wishes of members.

    :param verifier: what their browser showed the laptop; the home can tell by it who they are,
        and that their pass was really there.
    :param join: the id of the wish by which they joined at this laptop; empty if the home knew
        them before.
    """

    verifier: Verifier
    join: Annotated[str, Meta(max_length=80)] = ""


class LinkWish(_OfMember, frozen=True, kw_only=True):
    """A member wants to be known as a person of a session, or no more."""

    code: Annotated[str, Meta(min_length=1, max_length=16)]
    person: Annotated[int, Meta(ge=1)]
    on: bool = True


class ConsentWish(_OfMember, frozen=True, kw_only=True):
    """A member agrees to something, or does so no more."""

    consent: Consent
    on: bool


AnyWish = JoinWish | LinkWish | ConsentWish


def encode(wish: AnyWish) -> bytes:
    """Write a wish."""
    return msgspec.msgpack.encode(wish)


def decode(content: bytes) -> AnyWish:
    """Read a wish.

    :raises msgspec.DecodeError: it is none that this program knows.
    """
    read: Any = msgspec.msgpack.decode(content, type=AnyWish)
    return read  # type: ignore[no-any-return]
