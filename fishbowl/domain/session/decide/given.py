"""What a decision may know beside the session and the command."""

import msgspec

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis, PersonId
from fishbowl.domain.kernel.roles import Role


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """Who sends a command, and when.

    :param now_ms: session time.
    :param person: who the sender is in this session; ``None`` for the facilitator, for time
        itself, and for a device that has not joined.
    :param key: the pseudonym of the sender's device in this session; empty if there is none.
    :param draw: a random number from 0 to 2**53 - 1; whoever uses it writes it into the event.
    """

    now_ms: Millis
    role: Role
    person: PersonId | None = None
    key: str = ""
    draw: int = 0

    @property
    def sender(self) -> PersonId:
        """Who sends a command that is somebody's own.

        :raises Rejected: ``person_unknown``: whoever sends it has not joined.
        """
        if self.person is None:
            raise Rejected("person_unknown")
        return self.person
