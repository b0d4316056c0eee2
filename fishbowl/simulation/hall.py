"""The hall itself: what eyes can see and no wire knows.

People walk up, sit down and get up; only some of them say so on their phones. A simulated
facilitator sees them. A person at the console cannot, so then everybody uses the phone.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Hall:
    """Who stands where, by person.

    :param watched: whether a simulated facilitator looks around.
    """

    watched: bool
    _at_chair: set[int] = field(default_factory=set)
    _got_up: set[int] = field(default_factory=set)

    def walk_up(self, person: int) -> None:
        """Stand at the chair."""
        self._got_up.discard(person)
        self._at_chair.add(person)

    def get_up(self, person: int) -> None:
        """Leave the chair, and say nothing."""
        self._at_chair.discard(person)
        self._got_up.add(person)

    def sit(self, person: int) -> None:
        """Sit for everybody to see."""
        self._at_chair.discard(person)
        self._got_up.discard(person)

    def is_at_chair(self, person: int) -> bool:
        """Whether somebody has reached the chair."""
        return person in self._at_chair

    def has_got_up(self, person: int) -> bool:
        """Whether somebody's chair is empty in fact."""
        return person in self._got_up
