"""Effects on what a laptop keeps of its home, and on what a home keeps of wishes."""

from fishbowl.log.along_records import Granted, KnownMember, SharedSession, WishRow
from fishbowl.log.effect_base import Effect


class AlongEffect(Effect, frozen=True, kw_only=True):
    """The base of the effects here."""


class KeepWish(AlongEffect, frozen=True, kw_only=True):
    """Keep a wish until it is handed over; one of this id that is there stays as it is.

    :param known: whom this laptop greets from now on, as they wish to be known.
    """

    wish: WishRow
    known: KnownMember | None = None


class SettleWish(AlongEffect, frozen=True, kw_only=True):
    """Note what the home answered to a wish.

    :param again_at_ms: it is handed over again then; ``None``: it is settled, and deleted.
    :param refused: whoever joined by it is greeted no more.
    """

    id: str
    again_at_ms: int | None = None
    refused: bool = False


class DropWishes(AlongEffect, frozen=True, kw_only=True):
    """Delete the wishes about a session."""

    about: str


class PutKnownMembers(AlongEffect, frozen=True, kw_only=True):
    """Let these be the members whom the home knows, in place of all others.

    Who joined here and is not known there yet stays.
    """

    members: tuple[KnownMember, ...]


class PutAlongFact(AlongEffect, frozen=True, kw_only=True):
    """Keep something that the home told, by name."""

    name: str
    content: bytes


class PutShared(AlongEffect, frozen=True, kw_only=True):
    """Let published sessions of the home be found here.

    :param gone: codes of sessions that are to be found no more.
    """

    sessions: tuple[SharedSession, ...] = ()
    gone: frozenset[str] = frozenset()


class DropAlong(AlongEffect, frozen=True, kw_only=True):
    """Delete all that is kept of a home: its members, sessions, and the wishes for it."""


class NoteGranted(AlongEffect, frozen=True, kw_only=True):
    """Note that a home has taken in a wish; of several about the same the latest counts."""

    granted: Granted


AnyAlongEffect = (
    KeepWish
    | SettleWish
    | DropWishes
    | PutKnownMembers
    | PutAlongFact
    | PutShared
    | DropAlong
    | NoteGranted
)
