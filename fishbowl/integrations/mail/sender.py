"""The process that hands letters to the mail server (``python -m``).

Looking up a name and waiting for a slow server would stop every room if the server's own process
did it. This process reads one letter at a time from standard input and answers what became of it,
as JSON (:mod:`fishbowl.host.worker_process`). The password is read here, from its file: it is on
no command line, in no environment and in no message.

A connection stays open for the letters that follow at once. A letter that takes too long ends the
process, and the next one starts another.
"""

import contextlib
import os
import signal
import sys
import threading
import time
from contextlib import ExitStack

import msgspec

from fishbowl.host import logs
from fishbowl.host.mail_settings import MailSettings, password
from fishbowl.host.worker_process import read, write
from fishbowl.integrations.mail.letter import Letter, message
from fishbowl.integrations.mail.smtp import MailError, MailServer, Problem, connected

MODULE = "fishbowl.integrations.mail.sender"
LETTER_S = 60.0
"""Seconds for one letter, connecting included. Each step has a shorter limit of its own."""


class ToSend(msgspec.Struct, frozen=True, kw_only=True):
    """A letter, and how it leaves.

    :param letter: ``None``: nothing follows, so the connection ends.
    :param more: whether another one may follow at once, so that the connection stays open.
    """

    letter: Letter | None
    settings: MailSettings
    more: bool = False


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a letter.

    :param problem: what is wrong; ``None`` if the server took it.
    :param said: what the server said; it can hold an address, and is not logged.
    """

    problem: Problem | None = None
    said: str = ""


class Sender:
    """Hands letters over, and keeps the connection between letters that follow at once."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._server: MailServer | None = None
        self._settings: MailSettings | None = None

    def send(self, one: ToSend) -> Sent:
        """Hand a letter over."""
        if one.letter is None:
            self.hang_up()
            return Sent()
        try:
            made = message(one.letter, one.settings.sender, time.time_ns() // 1_000_000)
        except ValueError:  # an address that is none any more by the rules of today
            return Sent(problem="address_refused")
        was_open = self._server is not None
        try:
            try:
                self._connected(one.settings).send(made)
            except MailError as error:
                self.hang_up()
                if not was_open or error.problem != "not_smtp":
                    raise
                self._connected(one.settings).send(made)  # it takes so many on one connection
        except MailError as error:
            self.hang_up()
            return Sent(problem=error.problem, said=error.said)
        except ValueError as error:  # the password's file
            return Sent(problem="sign_in_refused", said=str(error))
        if not one.more:
            self.hang_up()
        return Sent()

    def hang_up(self) -> None:
        """End the connection, if there is one."""
        self._server = None
        self._open.close()

    def _connected(self, settings: MailSettings) -> MailServer:
        if self._server is None or self._settings != settings:
            self.hang_up()
            self._server = self._open.enter_context(connected(settings, password(settings)))
            self._settings = settings
        return self._server


def main() -> None:
    """Send letters until there are no more."""
    logs.set_up(logs.chosen())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the server's, which ends our input
    sender = Sender()
    reading = msgspec.json.Decoder(ToSend)
    while (asked := read(sys.stdin.buffer)) is not None:
        watchdog = threading.Timer(LETTER_S, os._exit, (1,))
        watchdog.daemon = True
        watchdog.start()
        try:
            sent = sender.send(reading.decode(asked))
        finally:
            watchdog.cancel()
        with contextlib.suppress(OSError):
            write(sys.stdout.buffer, msgspec.json.encode(sent))


if __name__ == "__main__":
    main()
