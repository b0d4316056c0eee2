"""Commands about who waits at the door: letting people in, and sending a flood back out."""

from fishbowl.domain.commands.base import Command
from fishbowl.domain.ids import PersonId


class SetWaitingRoom(Command, frozen=True, kw_only=True):
    """Let new people wait at the door, or come straight in; ``None`` lets the size decide."""

    open: bool | None


class AdmitPeople(Command, frozen=True, kw_only=True):
    """Let in everybody who waits from one person to another: one of them, or all who were seen.

    Who comes after ``up_to`` was not on the screen, and goes on waiting. ``since`` left out means
    from the first one on.
    """

    up_to: PersonId
    since: PersonId = PersonId(0)


class RemovePeople(Command, frozen=True, kw_only=True):
    """Send everybody who came by phone from one person to another back to the door.

    They can ask to be let in again. Who has sat in the bowl stays. From now on new people wait.
    With ``waiting_only`` it concerns those alone who wait at the door.
    """

    since: PersonId
    up_to: PersonId
    waiting_only: bool = False
