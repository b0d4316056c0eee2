"""Commands about who is who: two entries for one person, another phone, who stands ready."""

from fishbowl.domain.commands.base import Command
from fishbowl.domain.ids import PersonId


class MergePeople(Command, frozen=True, kw_only=True):
    """Say that a guest without a phone is a person who has come in since: all is theirs."""

    guest: PersonId
    person: PersonId


class RecoverPerson(Command, frozen=True, kw_only=True):
    """Go on as a person on the device that asks; a door has seen the words or the link."""

    person: PersonId


class MarkVolunteer(Command, frozen=True, kw_only=True):
    """Note who has agreed to take a chair that nobody takes, or has not."""

    person: PersonId
    on: bool
