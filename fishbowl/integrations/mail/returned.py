"""Notes that a letter came back: in this process, or through the server that uses the database."""

from pathlib import Path
from typing import Any, Protocol

from fishbowl.host.clock import wall_ms
from fishbowl.host.local_socket import Handler
from fishbowl.integrations.mail.bounce import Bounce
from fishbowl.integrations.mail.message_ids import MessageIds
from fishbowl.log.people_effects import MarkContact, SettleLetter
from fishbowl.log.people_records import Letter
from fishbowl.services.running_server import RunningServer, store_or_server

MAIL_BOUNCE = "mail_bounce"
"""The local socket request that notes a letter that came back."""
PROBLEM = "returned"


class Letters(Protocol):
    """What is needed of the log; see :class:`fishbowl.log.Log`."""

    def find_letter(self, id: str) -> Letter | None:
        """Find a letter by its id."""
        ...

    def append(self, entries: Any, effects: Any) -> None:
        """Apply effects in one transaction."""
        ...


def note_bounce(log: Letters, message_ids: MessageIds, bounce: Bounce, now_ms: int) -> bool:
    """Note that a letter came back, and mark the address if it takes no mail.

    :return: ``False`` if it is no letter of this installation, or is kept no more.
    :raises StoreError: it cannot be noted.
    """
    letter_id = message_ids.letter_id(bounce.message_id)
    letter = None if letter_id is None else log.find_letter(letter_id)
    if letter is None:
        return False
    settled = SettleLetter(id=letter.id, problem=PROBLEM)
    failed = MarkContact(owner=letter.owner, failed_at_ms=now_ms, problem=PROBLEM)
    log.append({}, [settled, failed] if bounce.is_of_address else [settled])
    return True


def bounce_handler(log: Letters, message_ids: MessageIds) -> Handler:
    """The server's handler for :data:`MAIL_BOUNCE`."""

    def answer(asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        bounce = Bounce(str(asked.get("message_id")), str(asked.get("status")))
        return {"ok": True, "known": note_bounce(log, message_ids, bounce, wall_ms())}

    return answer


def note_bounce_in(db: Path, bounce: Bounce) -> bool:
    """Note a letter that came back, also in a running server.

    :return: ``False`` if it is no letter of this installation, or is kept no more.
    :raises StoreError: the database does not exist or cannot be used; nothing has changed.
    """
    found = store_or_server(db)
    if isinstance(found, RunningServer):
        answer = found.ask(
            MAIL_BOUNCE,
            could_not="The running server could not note it",
            message_id=bounce.message_id,
            status=bounce.status,
        )
        return bool(answer["known"])
    try:
        return note_bounce(found, MessageIds(found.secret()), bounce, wall_ms())
    finally:
        found.close()
