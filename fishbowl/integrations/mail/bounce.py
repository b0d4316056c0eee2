"""Reads the message by which a mail server says that a letter came back (RFC 3464).

Anybody can send such a message, so nothing in it is believed but the Message-ID of the letter,
which nobody can make up, and the status beside it.
"""

import re
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

READ_MAX_BYTES = 1024 * 1024
"""What comes behind is not read: the reasons stand at the beginning."""
DEPTH_MAX = 6
"""A report lies two deep, a forwarded one deeper."""

_STATUS = re.compile(r"^\s*(5\.\d{1,3}\.\d{1,3})\b")
_OF_ADDRESS = re.compile(r"^5\.(0\.|1\.|2\.1$|4\.)")


class Bounce(NamedTuple):
    """A letter that came back for good.

    :param message_id: of the letter, as it stands in its header.
    :param status: why, such as ``5.1.1`` (RFC 3463).
    """

    message_id: str
    status: str

    @property
    def is_of_address(self) -> bool:
        """Whether the address takes no mail; else the letter was refused, such as for its words.

        A full mailbox (5.2.2) and what a server does not allow (5.7) say nothing about it.
        """
        return bool(_OF_ADDRESS.match(self.status))


def read_bounce(raw: bytes) -> Bounce | None:
    """Read a report.

    :return: ``None`` if it is none, is about a delay, or does not name the letter.
    """
    try:
        parts = list(_parts(message_from_bytes(raw[:READ_MAX_BYTES]), DEPTH_MAX))
        status = next(filter(None, map(_status, parts)), "")
        message_id = next(filter(None, map(_letter, parts)), "")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # the parser raises many things for what is no message
    return Bounce(message_id, status) if status and message_id else None


def _parts(message: Message, depth: int) -> list[Message]:
    """A message and the parts in it."""
    found = [message]
    if depth and message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                found += _parts(part, depth - 1)
    return found


def _status(part: Message) -> str:
    """Why a delivery failed for good, if this part says so."""
    if str(part.get("Action", "")).strip().lower() != "failed":
        return ""
    found = _STATUS.match(str(part.get("Status", "")))
    return found[1] if found else ""


def _letter(part: Message) -> str:
    """The Message-ID of the letter, if this part is the letter or its headers."""
    if part.get_content_type() == "message/rfc822":
        inside = part.get_payload()
        letter = inside[0] if isinstance(inside, list) and inside else None
    elif part.get_content_type() == "text/rfc822-headers":
        payload = part.get_payload(decode=True)
        letter = message_from_bytes(payload) if isinstance(payload, bytes) else None
    else:
        return ""
    return str(letter.get("Message-ID", "")).strip() if isinstance(letter, Message) else ""
