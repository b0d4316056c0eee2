"""What can be seen in the room and is not sent to the server: who walks up, sits, gets up.

Only some people report this on their phones. A simulated facilitator sees it here. Where a real
person runs the console, nobody sees the simulated room, so everybody uses the phone.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Hall:
    """Where people are, by person id.

    :param watched: whether a simulated facilitator looks at the room.
    """

    watched: bool
    _at_chair: set[int] = field(default_factory=set)
    _got_up: set[int] = field(default_factory=set)

    def walk_up(self, person: int) -> None:
        """Note that a person stands at the chair."""
        self._got_up.discard(person)
        self._at_chair.add(person)

    def get_up(self, person: int) -> None:
        """Note that a person got up without reporting it."""
        self._at_chair.discard(person)
        self._got_up.add(person)

    def sit(self, person: int) -> None:
        """Note that a person sits, or that the server knows where they are."""
        self._at_chair.discard(person)
        self._got_up.discard(person)

    def is_at_chair(self, person: int) -> bool:
        """Whether a person stands at the chair."""
        return person in self._at_chair

    def has_got_up(self, person: int) -> bool:
        """Whether a person has left the chair without reporting it."""
        return person in self._got_up
