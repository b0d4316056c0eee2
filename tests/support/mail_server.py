"""A real mail server (SMTP) on loopback, which refuses, delays, drops and keeps what it is told."""

import asyncio
import os
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

from tests.support.server import free_port

USER, PASSWORD = "bowl", "a long password"


class MailServer:
    """What the server took, and how it answers the next letters.

    ``answers`` maps an address to what is said to it instead of taking the letter;
    ``data_answer`` is said to every letter that has an address.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.took: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        self.refused_senders: set[str] = set()
        self.drops_at_data = False
        self.data_answer = ""
        self.delay_s = 0.0
        self.connections = 0
        self.goes_on = threading.Event()
        """While it is not set, letters are held before they are answered."""
        self.goes_on.set()
        self.holds = threading.Event()
        """Set once a letter was held."""
        self._transport: Any = None
        self._loop: Any = None
        self._came = threading.Condition()

    async def handle_EHLO(
        self, server: Any, session: Session, envelope: Envelope, name: str, answers: list[str]
    ) -> list[str]:
        session.host_name = name
        if server.transport is not self._transport:  # it greets again once it is encrypted
            self.connections += 1
            self._transport, self._loop = server.transport, asyncio.get_running_loop()
        return answers

    def hang_up(self) -> None:
        """End the connection, as servers do that take so many letters on one."""
        self._loop.call_soon_threadsafe(self._transport.abort)

    async def handle_MAIL(
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused_senders:
            return "553 not your address"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        if self.drops_at_data:
            server.transport.abort()
            return "421 gone"
        await asyncio.sleep(self.delay_s)
        if not self.goes_on.is_set():
            self.holds.set()
            await asyncio.get_running_loop().run_in_executor(None, self.goes_on.wait)
        if self.data_answer:
            return self.data_answer
        content = envelope.content
        assert isinstance(content, bytes)
        with self._came:
            self.took.append(message_from_bytes(content, policy=policy.default))  # type: ignore[arg-type]
            self._came.notify_all()
        return "250 taken"

    def until(self, count: int, patience_s: float = 30.0) -> list[EmailMessage]:
        """Wait until so many letters were taken."""
        with self._came:
            assert self._came.wait_for(lambda: len(self.took) >= count, patience_s)
            return list(self.took)


@contextmanager
def mail_server(
    *, starttls: bool = False, tls: bool = False, sign_in: bool = False, trusted: bool = False
) -> Iterator[MailServer]:
    """Run a mail server.

    :param starttls: encryption is offered.
    :param tls: encrypted from the beginning, instead.
    :param sign_in: only who signs in may send, over an encrypted line.
    :param trusted: whether this process trusts who has signed the server's certificate.
    """
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = MailServer(free_port())

    def known(*asked: Any) -> AuthResult:
        data = asked[-1]
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (
            USER.encode(),
            PASSWORD.encode(),
        )
        return AuthResult(success=good, handled=False)  # the server says that it was refused

    options: dict[str, Any] = {}
    if tls:
        options["ssl_context"] = context
    elif starttls:
        options["tls_context"] = context
    if sign_in:
        # Its LOGIN does not answer the way in which smtplib asks a second time.
        excluded = ["LOGIN"]
        options |= {
            "authenticator": known, "auth_required": True, "auth_exclude_mechanism": excluded
        }  # fmt: skip
    controller = Controller(server, hostname="127.0.0.1", port=server.port, **options)
    controller.start()
    before = os.environ.get("SSL_CERT_FILE")
    try:
        with authority.cert_pem.tempfile() as path:
            if trusted:
                os.environ["SSL_CERT_FILE"] = path
            yield server
    finally:
        if trusted:
            os.environ.pop("SSL_CERT_FILE")
            if before is not None:
                os.environ["SSL_CERT_FILE"] = before
        controller.stop()
