"""Taking a contact, with the one letter that asks whether an address is somebody's."""

import secrets
from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from fishbowl.domain.community.ids import Reach
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import PutContact, PutLetter
from fishbowl.services.contacts import ADDRESS_MAX, UNSUBSCRIBED, BadContact, mail_address
from fishbowl.services.tokens import Tokens
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _

__all__ = [
    "ADDRESS_MAX",
    "CONTACT_MAX",
    "Given",
    "Status",
    "confirm_letter",
    "given",
    "reach_kinds",
    "status_of",
]

CONTACT_MAX = ADDRESS_MAX
"""Letters of an address, or of whatever else reaches somebody."""

Standing = Literal["confirmed", "sent", "waiting", "ended", "none"]


class Given(NamedTuple):
    """What somebody gave to be reached by; checked, and not committed yet.

    :param put: ``None``: only the pass.
    """

    reach: Reach
    put: PutContact | None
    letter: "Letter | None" = None

    def effects(self, owner: str) -> Iterator[AnyEffect]:
        """What commits when it is somebody's: the contact, and the letter to an address."""
        if self.put is not None:
            yield msgspec.structs.replace(self.put, owner=owner)
        if self.letter is not None:
            yield from self.letter.effects(owner)


class Letter(NamedTuple):
    """The letter that asks whether an address is somebody's; made before it is known whose."""

    id: str
    tokens: Tokens
    now_ms: int

    def effects(self, owner: str) -> Iterator[AnyEffect]:
        """What puts it into the outbox, and lets its token be good."""
        yield self.tokens.put(self.id, "confirm", owner)
        yield PutLetter(id=self.id, owner=owner, letter="confirm", created_at_ms=self.now_ms)


class Status(NamedTuple):
    """How the page tells a contact.

    :param address: empty if its key is lost.
    :param problem: a letter came back, or could not be sent.
    :param at_ms: the instant of the standing or of the problem.
    """

    kind: Reach
    address: str = ""
    standing: Standing = "none"
    problem: bool = False
    at_ms: int = 0


class BadReach(ValueError):
    """What was typed cannot be taken; the code says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def given(reach: Reach, typed: str) -> Given:
    """Check what somebody typed to be reached by.

    :raises BadReach: ``contact_needed``, ``contact_wrong`` or ``address_refused``.
    """
    if reach == "pass":
        return Given(reach, None)
    if not typed.strip():
        raise BadReach("contact_needed")
    try:
        put = here().contacts.put("", reach, typed)
    except BadContact as error:
        raise BadReach("contact_wrong") from error
    if reach == "mail" and here().contacts.is_refused(mail_address(typed)):
        raise BadReach("address_refused")
    return Given(reach, put, confirm_letter() if reach == "mail" else None)


def confirm_letter() -> Letter:
    """A new letter of this kind."""
    return Letter(secrets.token_urlsafe(12), here().tokens, here().clock.now_ms())


def status_of(reach: Reach, owner: str) -> Status:
    """How somebody is reached, and how that stands."""
    if reach == "pass":
        return Status("pass")
    found = here().contacts.of(owner)
    if found is None or found.value is None:
        return Status(reach)
    if reach != "mail":
        return Status(reach, found.value)
    if found.problem == UNSUBSCRIBED:
        return Status(reach, found.value, "ended", at_ms=found.failed_at_ms or 0)
    if found.failed_at_ms is not None:
        return Status(reach, found.value, "none", True, found.failed_at_ms)
    if found.confirmed_at_ms is not None:
        return Status(reach, found.value, "confirmed", at_ms=found.confirmed_at_ms)
    letters = here().members.log.letters(owner)
    letter = next((one for one in letters if one.letter == "confirm"), None)
    if letter is None or (letter.sent_at_ms is None and not here().letters()):
        return Status(reach, found.value)
    if letter.sent_at_ms is not None:
        return Status(reach, found.value, "sent", at_ms=letter.sent_at_ms)
    if letter.due_at_ms is None:
        return Status(reach, found.value, "none", True, letter.created_at_ms)
    return Status(reach, found.value, "waiting")


def reach_kinds() -> tuple[tuple[Reach, str, str], ...]:
    """The ways to be reached, as pages offer them; the last is what holds unless one chooses."""
    return (
        (
            "mail",
            _("By e-mail"),
            _("You get one letter to confirm it, and nothing else before that."),
        ),
        ("other", _("Another way"), _("A chat name, an extension, a table: whatever finds you.")),
        ("pass", _("Only by my pass"), _("News waits on your page.")),
    )
