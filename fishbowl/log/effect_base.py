"""The base of all effects: see :mod:`fishbowl.log.effects`."""

from typing import ClassVar

import msgspec


class Effect(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The base of all effects.

    ``goes_first``: beside a command it is applied before what the entries of the command cause. It
    decides whether the command is accepted, or needs what they delete.
    """

    goes_first: ClassVar[bool] = False
