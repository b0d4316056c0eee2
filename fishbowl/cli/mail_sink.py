"""A mail server (SMTP) for demos: it takes every letter, keeps it as a file, and sends nothing.

It listens on loopback only. The files are what mail programs open (``.eml``); their folder is for
the user alone, since letters contain links that open something.
"""

import logging
import re
import socket
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from fishbowl.host.mail_settings import MailSettings

log = logging.getLogger(__name__)

LETTER_MAX = 10_000_000
"""The longest letter that is taken, in bytes."""
LINE_MAX = 4_096
SILENCE_S = 300.0
"""A connection ends after so many seconds without a word."""
SENDER = "Fishbowl demo <demo@fishbowl.invalid>"
SUBJECT_MAX = 50


class MailSink:
    """Takes letters and keeps them.

    :param folder: is made if it is not there.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder
        self.subjects: Counter[str] = Counter()
        """How many letters came, by subject."""
        self._listener = socket.create_server(("127.0.0.1", 0))

    @property
    def settings(self) -> MailSettings:
        """How a server's letters come here."""
        return MailSettings(
            host="127.0.0.1",
            port=self._listener.getsockname()[1],
            security="none",
            sender=SENDER,
            per_minute=100_000,
        )

    def start(self, spawn: Callable[[Callable[[], None]], object]) -> None:
        """Take letters in the background, for as long as the process lives.

        :param spawn: starts a task of the server's kind.
        """

        def accept() -> None:
            while True:
                connection, _address = self._listener.accept()
                spawn(lambda connection=connection: self._serve(connection))  # type: ignore[misc]

        spawn(accept)

    def _serve(self, connection: socket.socket) -> None:
        """Serve one client; what goes wrong with it ends its connection alone."""
        with connection:
            connection.settimeout(SILENCE_S)
            try:
                with connection.makefile("rwb") as stream:
                    Conversation(stream, self._keep).run()
            except (OSError, ValueError) as error:
                log.warning("a letter of the demo was not taken: %s", type(error).__name__)

    def _keep(self, letter: bytes) -> None:
        """Keep a letter; it appears in the folder whole."""
        made = message_from_bytes(letter, policy=policy.default)
        assert isinstance(made, EmailMessage)
        subject = str(made["Subject"] or "")
        self.subjects[subject] += 1
        name = f"{self.subjects.total():04}-{_in_file_name(subject)}"
        whole = self.folder / f".{name}"
        whole.write_bytes(letter)
        whole.rename(self.folder / f"{name}.eml")


class Stream(Protocol):
    """A connection as a file that is read and written."""

    def readline(self, limit: int = -1, /) -> bytes:
        """Read a line, or so many bytes of it; nothing at the end."""
        ...

    def write(self, data: bytes, /) -> int:
        """Write, perhaps later."""
        ...

    def flush(self) -> None:
        """Write now."""
        ...


class Conversation:
    """One SMTP connection (RFC 5321): as much of it as a client needs that trusts its server.

    :param keep: is given each letter; if it raises, the letter is refused for now.
    """

    def __init__(self, stream: Stream, keep: Callable[[bytes], None]) -> None:
        self._stream = stream
        self._keep = keep
        self._recipients = 0

    def run(self) -> None:
        """Answer until the client leaves.

        :raises OSError: the connection is lost, or silent.
        """
        self._say("220 ready")
        while line := self._stream.readline(LINE_MAX):
            verb = line[:4].upper()
            self._say(self._answer(verb))
            if verb == b"QUIT":
                return

    def _answer(self, verb: bytes) -> str:
        match verb:
            case b"EHLO" | b"HELO":
                return "250-demo\r\n250-8BITMIME\r\n250 SMTPUTF8"
            case b"MAIL" | b"RSET":
                self._recipients = 0
                return "250 OK"
            case b"RCPT":
                self._recipients += 1
                return "250 OK"
            case b"DATA" if not self._recipients:
                return "503 to whom?"
            case b"DATA":
                return self._take()
            case b"NOOP":
                return "250 OK"
            case b"QUIT":
                return "221 goodbye"
            case _:
                return "502 not known here"

    def _take(self) -> str:
        """Take a letter.

        :raises OSError: the connection ends before the letter does.
        """
        self._say("354 end with a dot")
        lines: list[bytes] = []
        size = 0
        while (line := self._stream.readline(LETTER_MAX)) not in (b".\r\n", b".\n"):
            if not line:
                raise ConnectionResetError("the letter is not whole")
            size += len(line)
            if size <= LETTER_MAX:
                lines.append(line[1:] if line.startswith(b".") else line)
        self._recipients = 0
        if size > LETTER_MAX:
            return "552 too long"
        try:
            self._keep(b"".join(lines))
        except OSError as error:
            log.warning("a letter of the demo cannot be kept: %s", error.strerror)
            return "451 no room"
        return "250 kept"

    def _say(self, answer: str) -> None:
        self._stream.write(answer.encode() + b"\r\n")
        self._stream.flush()


def _in_file_name(subject: str) -> str:
    words = re.sub(r"[^\w]+", "-", subject.casefold()).strip("-")
    return words[:SUBJECT_MAX] or "letter"
