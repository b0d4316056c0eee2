"""Commands about people: coming in, names, who is kept out."""

from fishbowl.domain.commands.base import Command, Group, Name, Where
from fishbowl.domain.ids import PersonId


class JoinSession(Command, frozen=True, kw_only=True):
    """Come in by phone under a name of one's own choice."""

    name: Name


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
    """Delete everything held about people: the date until which it was to be kept has come."""
