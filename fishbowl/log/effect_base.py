"""The base of all effects: see :mod:`fishbowl.log.effects`."""

from typing import ClassVar

import msgspec


class Effect(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The base of all effects.

    ``is_condition``: it decides whether a command that it stands beside is accepted, so it is
    applied before what the entries of the command cause.
    """

    is_condition: ClassVar[bool] = False
