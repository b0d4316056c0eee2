"""The settings for mail: which server takes it, and from whom it comes."""

from pathlib import Path
from typing import Literal

import msgspec

Security = Literal["starttls", "tls", "none"]
PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
"""The usual port of each way to encrypt (RFC 8314, RFC 6409)."""

PER_MINUTE = 60
"""Providers slow down or refuse whoever sends more."""


class MailSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How letters leave.

    :param host: the name of the mail server; empty where no mail is sent.
    :param port: its TCP port.
    :param security: how the connection is encrypted.
    :param user: who signs in; empty where nobody has to.
    :param password_file: a file that holds the password on its first line.
    :param sender: who letters come from, as an address or as ``Name <address>``.
    :param per_minute: so many letters leave within a minute at most.
    """

    host: str = ""
    port: int = PORTS["starttls"]
    security: Security = "starttls"
    user: str = ""
    password_file: str = ""
    sender: str = ""
    per_minute: int = PER_MINUTE

    @property
    def is_on(self) -> bool:
        """Whether letters can be sent."""
        return bool(self.host and self.sender)


def password(settings: MailSettings) -> str:
    """Read the password.

    :return: empty where there is no user.
    :raises ValueError: the file cannot be read, or others can read it; the message says which.
    """
    if not settings.user:
        return ""
    path = Path(settings.password_file)
    if not settings.password_file:
        raise ValueError("There is a user for the mail server, and no file with a password.")
    try:
        if path.stat().st_mode & 0o077:
            raise ValueError(
                f"Others can read the password file {path}. Nothing was sent. "
                f"This closes it: chmod 600 {path}"
            )
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise ValueError(f"The password file {path} cannot be read: {why}.") from error
    if not lines or not lines[0]:
        raise ValueError(f"The password file {path} is empty.")
    return lines[0]
