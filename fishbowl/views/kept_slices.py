"""Slices that are kept from one state of a session to the next, for whoever shows all of them.

A slice is a pure function of the fields of the session that it reads. So it holds as long as each
of these is still the same object. What it reads is noted while it is made, not declared, so it
cannot be out of date.
"""

from collections.abc import Callable, Mapping
from itertools import compress
from operator import is_not
from typing import Any, cast

import msgspec

from fishbowl.domain.session.state import Session
from fishbowl.views.slices import Slice

SliceOf = Callable[[Session], Slice]
"""Makes a slice from a session alone, which it reads by its fields."""
_FIELDS = Session.__struct_fields__
_ARE_FIELDS = frozenset(_FIELDS)


class _Noting:
    """A session that notes which of its fields are read, as attributes of its own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Any:
        """Read a field for the first time; from then on it is an attribute."""
        if name not in _ARE_FIELDS:  # a method: what it reads is noted as well
            return getattr(Session, name).__get__(self)
        value = self.__dict__[name] = getattr(self._session, name)
        return value


class KeptSlices:
    """Makes the slices of one view, state after state of one session.

    :param makers: make each slice.
    """

    def __init__(self, makers: Mapping[str, SliceOf]) -> None:
        self._makers = makers
        self._slices: dict[str, Slice] = {}
        self._readers: dict[str, set[str]] = {field: set() for field in _FIELDS}
        """The slices that have read a field."""
        self._values: tuple[Any, ...] = ()

    def changes(self, session: Session) -> dict[str, Slice]:
        """Make the slices that differ from those of the state before; at first all of them."""
        stale = self._stale(session)
        found: dict[str, Slice] = {}
        for name in stale:
            noting = _Noting(session)
            made = self._makers[name](cast(Session, noting))
            for field in vars(noting):
                if field in _ARE_FIELDS:
                    self._readers[field].add(name)
            if self._slices.get(name) != made:
                found[name] = self._slices[name] = made
        return {name: found[name] for name in self._makers if name in found}

    def _stale(self, session: Session) -> set[str]:
        before, self._values = self._values, msgspec.structs.astuple(session)
        if not before:
            return set(self._makers)
        stale: set[str] = set()
        for field in compress(_FIELDS, map(is_not, before, self._values)):
            stale |= self._readers[field]
        return stale
