"""Effects on what an installation keeps of its home, of its laptops, and of bundles on their way.

What a record holds, :mod:`fishbowl.home.records` knows.
"""

from fishbowl.log.effect_base import Effect


class HomeEffect(Effect, frozen=True, kw_only=True):
    """The base of the effects here."""


class PutHomeRecord(HomeEffect, frozen=True, kw_only=True):
    """Write a record in place of an earlier one of its kind and key."""

    kind: str
    key: str
    value: bytes


class DropHomeRecords(HomeEffect, frozen=True, kw_only=True):
    """Delete records of a kind.

    :param key: of which; empty for all.
    """

    kind: str
    key: str = ""


class PutBundlePart(HomeEffect, frozen=True, kw_only=True):
    """Keep a part of a bundle that is on its way; one that begins there already stays.

    :param bundle: the name of its envelope.
    """

    bundle: str
    start: int
    part: bytes
    at_ms: int


class DropBundleParts(HomeEffect, frozen=True, kw_only=True):
    """Delete parts of bundles.

    :param bundle: of this one; empty for none in particular.
    :param before_ms: of every bundle of which nothing has come since.
    """

    bundle: str = ""
    before_ms: int = 0


AnyHomeEffect = PutHomeRecord | DropHomeRecords | PutBundlePart | DropBundleParts
