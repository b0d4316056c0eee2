"""Commands about people: coming in, names, who is kept out."""

from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.session.commands.base import Command, Group, Name, Where
from fishbowl.domain.session.commands.senders import (
    ATTENDEES,
    EVERYBODY,
    FACILITATOR,
    FACILITATORS,
    JOIN_PAGE,
    SENDER,
    TIME,
    Owner,
    Senders,
)

LIST_MAX = 500
"""People in one list; a longer one is brought in by several commands."""

ListPlace = Literal["room", "queue", "chairs"]
"""Where the people of a list go: only into the room, into the queue, or onto the free chairs."""


class JoinSession(Command, frozen=True, kw_only=True):
    """Come in by phone under a name of one's own choice."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    name: Name


class NewPerson(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a list of people: a name, and the group the person speaks for, if any.

    ``person`` is who is meant, where it is somebody who is here already: they go where the list
    goes, and no second one of their name comes in.
    """

    name: Name
    group: Group = ""
    person: PersonId | None = None


class AddPeople(Command, frozen=True, kw_only=True):
    """Bring a list of people without phones in: one command, one undo.

    With ``chairs`` the first ones sit down on the free chairs, as far as those are not kept open,
    and the others wait in the queue.
    """

    senders: ClassVar[Senders] = FACILITATORS

    people: Annotated[tuple[NewPerson, ...], Meta(min_length=1, max_length=LIST_MAX)]
    place: ListPlace = "room"


class RenamePerson(Command, frozen=True, kw_only=True):
    """Give a person another name; people may rename themselves."""

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "person"
    after_the_end: ClassVar[bool] = True

    person: PersonId
    name: Name


class HideName(Command, frozen=True, kw_only=True):
    """Show a person everywhere at once as a numbered guest."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    person: PersonId


class ShowName(Command, frozen=True, kw_only=True):
    """Show a hidden name again."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    person: PersonId


class SendOut(Command, frozen=True, kw_only=True):
    """Send a person out of the session and keep them out."""

    senders: ClassVar[Senders] = FACILITATORS

    person: PersonId


class ReadmitPerson(Command, frozen=True, kw_only=True):
    """Let a person who was sent out come back."""

    senders: ClassVar[Senders] = FACILITATORS

    person: PersonId


class SetGroup(Command, frozen=True, kw_only=True):
    """Say which group one speaks for, in a word of one's own; empty takes it back."""

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "person"

    person: PersonId
    group: Group = ""


class SayWhere(Command, frozen=True, kw_only=True):
    """Say where one sits, so that the microphone finds the way; empty takes it back."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    words: Where


class ForgetPerson(Command, frozen=True, kw_only=True):
    """Delete everything held about a person, for good; this cannot be undone."""

    senders: ClassVar[Senders] = {**FACILITATOR, **ATTENDEES}
    whose: ClassVar[Owner] = "person"
    after_the_end: ClassVar[bool] = True

    person: PersonId


class ForgetEverybody(Command, frozen=True, kw_only=True):
    """Forget everybody: the date until which people were to be kept has come.

    What stays is as the session's ``keeps`` says.
    """

    senders: ClassVar[Senders] = TIME
    after_the_end: ClassVar[bool] = True


class MergePeople(Command, frozen=True, kw_only=True):
    """Say that a guest without a phone is a person who has come in since: all is theirs."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    guest: PersonId
    person: PersonId


class RecoverPerson(Command, frozen=True, kw_only=True):
    """Go on as a person on the device that asks; a door has seen the words or the link."""

    senders: ClassVar[Senders] = JOIN_PAGE

    person: PersonId


class MarkVolunteer(Command, frozen=True, kw_only=True):
    """Note who has agreed to take a chair that nobody takes, or has not."""

    senders: ClassVar[Senders] = FACILITATORS

    person: PersonId
    on: bool


class SetWaitingRoom(Command, frozen=True, kw_only=True):
    """Let new people wait at the door, or come straight in; ``None`` lets the size decide."""

    senders: ClassVar[Senders] = FACILITATORS

    open: bool | None


class AdmitPeople(Command, frozen=True, kw_only=True):
    """Let in everybody who waits from one person to another: one of them, or all who were seen.

    Who comes after ``up_to`` was not on the screen, and goes on waiting. ``since`` left out means
    from the first one on.
    """

    senders: ClassVar[Senders] = FACILITATORS

    up_to: PersonId
    since: PersonId = PersonId(0)


class RemovePeople(Command, frozen=True, kw_only=True):
    """Send everybody who came by phone from one person to another back to the door.

    They can ask to be let in again. Who has sat in the bowl stays. From now on new people wait.
    With ``waiting_only`` it concerns those alone who wait at the door.
    """

    senders: ClassVar[Senders] = FACILITATORS

    since: PersonId
    up_to: PersonId
    waiting_only: bool = False
