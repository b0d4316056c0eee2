"""The base types of a summary: the label of a person, and a time span."""

import msgspec

from fishbowl.domain.kernel.ids import PersonId, RunMillis


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """The base of everything that a summary is made of."""


class Who(Struct, frozen=True, kw_only=True):
    """The label of a person: ``name`` is empty for hidden, unnamed and forgotten people, who are
    shown as "Guest ``no``"; ``twin`` from 2 tells people of one name apart. ``credited`` people
    have chosen to be named, where everybody chooses for themself."""

    person: PersonId
    name: str
    no: int
    twin: int = 1
    credited: bool = False


class Span(Struct, frozen=True, kw_only=True):
    """A span of time on the session clock."""

    from_run_ms: RunMillis
    to_run_ms: RunMillis

    @property
    def length_ms(self) -> int:
        """Its length in milliseconds."""
        return self.to_run_ms - self.from_run_ms
