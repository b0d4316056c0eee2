"""Handing a letter to the mail server (SMTP).

A call blocks for as long as the server takes, up to some timeouts. So it runs in a thread or a
process of its own, never on the hub.
"""

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Literal

import msgspec

from fishbowl.host.mail_settings import MailSettings

TIMEOUT_S = 20.0
"""For the connection and for each answer of the server."""

Problem = Literal[
    "unknown_host", "unreachable", "timed_out", "no_tls", "tls_expected", "certificate",
    "no_sign_in", "sign_in_refused", "sender_refused", "relay_refused", "address_refused",
    "letter_refused", "delayed", "not_smtp",
]  # fmt: skip

FOR_GOOD: frozenset[Problem] = frozenset({"address_refused", "letter_refused"})
"""Trying again cannot help: the address takes no mail, or not this letter."""

OF_ONE_LETTER: frozenset[Problem] = FOR_GOOD | {"delayed"}
"""What says nothing about other letters; everything else stops all of them."""

POLICY = re.compile(r"^5\.7\.")
"""The extended codes of what a server does not allow (RFC 3463), whoever the address belongs to."""


class MailError(Exception):
    """A letter was not taken.

    :param problem: what is wrong.
    :param said: what the server said, or the system; empty where nobody said anything. It can hold
        an address: it is shown to who asked, and is not logged.
    """

    def __init__(self, problem: Problem, said: str = "") -> None:
        super().__init__(problem)
        self.problem: Problem = problem
        self.said = said

    @property
    def is_for_good(self) -> bool:
        """Whether trying again cannot help."""
        return self.problem in FOR_GOOD


class Reply(msgspec.Struct, frozen=True):
    """The code and the words of a server's answer."""

    code: int
    words: str

    @property
    def is_for_now(self) -> bool:
        """Whether the server asks to try again later (RFC 5321, 4.2.1)."""
        return 400 <= self.code < 500


class MailServer:
    """An open connection to the mail server."""

    def __init__(self, smtp: smtplib.SMTP, settings: MailSettings) -> None:
        self._smtp = smtp
        self._settings = settings

    def send(self, made: EmailMessage) -> None:
        """Hand a letter over. It is the server's from the moment that this returns.

        :raises MailError: it was not taken.
        """
        with _translated():
            self._smtp.send_message(made)


@contextmanager
def connected(settings: MailSettings, password: str = "") -> Iterator[MailServer]:
    """Connect, encrypt and sign in, as the settings say.

    :param password: for the user of the settings.
    :raises MailError: one of these failed.
    """
    with _translated():
        smtp = _opened(settings)
    try:
        with _translated():
            if settings.security == "starttls":
                _encrypt(smtp)
            if settings.user:
                _sign_in(smtp, settings.user, password)
        yield MailServer(smtp, settings)
    finally:
        _leave(smtp)


def _opened(settings: MailSettings) -> smtplib.SMTP:
    if settings.security == "tls":
        return smtplib.SMTP_SSL(
            settings.host, settings.port, timeout=TIMEOUT_S, context=ssl.create_default_context()
        )
    return smtplib.SMTP(settings.host, settings.port, timeout=TIMEOUT_S)


def _encrypt(smtp: smtplib.SMTP) -> None:
    smtp.ehlo()
    if not smtp.has_extn("starttls"):
        raise MailError("no_tls")
    smtp.starttls(context=ssl.create_default_context())
    smtp.ehlo()


def _sign_in(smtp: smtplib.SMTP, user: str, password: str) -> None:
    try:
        smtp.login(user, password)
    except smtplib.SMTPNotSupportedError as error:
        raise MailError("no_sign_in") from error
    except smtplib.SMTPServerDisconnected as error:  # some servers hang up on a wrong password
        raise MailError("sign_in_refused", str(error)) from error


def _leave(smtp: smtplib.SMTP) -> None:
    try:
        smtp.quit()
    except (smtplib.SMTPException, OSError):
        smtp.close()


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what the library raises into what is wrong."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        raise MailError("sign_in_refused", _said(error).words) from error
    except smtplib.SMTPSenderRefused as error:
        raise MailError(*_refused("sender_refused", _said(error))) from error
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        reply = Reply(code, _text(words))
        refused: Problem = "relay_refused" if POLICY.match(reply.words) else "address_refused"
        raise MailError(*_refused(refused, reply)) from error
    except smtplib.SMTPDataError as error:
        raise MailError(*_refused("letter_refused", _said(error))) from error
    except smtplib.SMTPResponseException as error:  # its greeting, or a command before the letter
        raise MailError(*_refused("relay_refused", _said(error))) from error
    except smtplib.SMTPServerDisconnected as error:
        raise MailError("not_smtp", str(error)) from error
    except smtplib.SMTPException as error:
        raise MailError("delayed", str(error)) from error
    except ssl.SSLCertVerificationError as error:
        raise MailError("certificate", error.verify_message) from error
    except ssl.SSLError as error:
        raise MailError("tls_expected", error.reason or "") from error
    except TimeoutError as error:
        raise MailError("timed_out") from error
    except OSError as error:
        unknown = type(error).__name__ == "gaierror"
        problem: Problem = "unknown_host" if unknown else "unreachable"
        raise MailError(problem, error.strerror or "") from error


def _refused(problem: Problem, reply: Reply) -> tuple[Problem, str]:
    return ("delayed" if reply.is_for_now else problem), f"{reply.code} {reply.words}"


def _said(error: smtplib.SMTPResponseException) -> Reply:
    return Reply(error.smtp_code, _text(error.smtp_error))


def _text(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words
