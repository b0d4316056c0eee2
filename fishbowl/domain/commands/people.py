"""Commands about people: coming in, names, who is kept out."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from fishbowl.domain.commands.base import Command, Group, Name, Where
from fishbowl.domain.ids import PersonId

LIST_MAX = 500
"""People in one list; a longer one is brought in by several commands."""

ListPlace = Literal["room", "queue", "chairs"]
"""Where the people of a list go: only into the room, into the queue, or onto the free chairs."""


class JoinSession(Command, frozen=True, kw_only=True):
    """Come in by phone under a name of one's own choice."""

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

    people: Annotated[tuple[NewPerson, ...], Meta(min_length=1, max_length=LIST_MAX)]
    place: ListPlace = "room"


class RenamePerson(Command, frozen=True, kw_only=True):
    """Give a person another name; people may rename themselves."""

    person: PersonId
    name: Name


class HideName(Command, frozen=True, kw_only=True):
    """Show a person everywhere at once as a numbered guest."""

    person: PersonId


class ShowName(Command, frozen=True, kw_only=True):
    """Show a hidden name again."""

    person: PersonId


class SendOut(Command, frozen=True, kw_only=True):
    """Send a person out of the session and keep them out."""

    person: PersonId


class ReadmitPerson(Command, frozen=True, kw_only=True):
    """Let a person who was sent out come back."""

    person: PersonId


class SetGroup(Command, frozen=True, kw_only=True):
    """Say which group one speaks for, in a word of one's own; empty takes it back."""

    person: PersonId
    group: Group = ""


class SayWhere(Command, frozen=True, kw_only=True):
    """Say where one sits, so that the microphone finds the way; empty takes it back."""

    words: Where


class ForgetPerson(Command, frozen=True, kw_only=True):
    """Delete everything held about a person, for good; this cannot be undone."""

    person: PersonId


class ForgetEverybody(Command, frozen=True, kw_only=True):
    """Forget everybody: the date until which people were to be kept has come.

    What stays is as the session's ``keeps`` says.
    """
