"""A letter, and the message that a mail server takes."""

from datetime import UTC, datetime
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime
from typing import Annotated

import msgspec
from msgspec import Meta

LINE_ENDS = str.maketrans("", "", "\r\n")


class _Urls(UnstructuredHeader):
    """A header with addresses of pages. The library would encode long ones, as if for people."""

    def fold(self, *, policy: Policy) -> str:
        """Write it on a line of its own, whatever its length; SMTP takes 998 characters."""
        return f"{self.name}: {self}{policy.linesep}"  # type: ignore[attr-defined]


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _Urls)  # type: ignore[arg-type]  # made a whole by it
POLICY = SMTP.clone(header_factory=_HEADERS)


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file that goes with a letter, such as an entry for a calendar.

    :param content_type: its type with parameters, such as ``text/calendar; method=REQUEST``.
    """

    name: str
    content_type: str
    body: bytes


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One letter to one person.

    :param to: the address.
    :param to_name: the name of the person; empty where it is not known.
    :param from_name: whom it is from, where the settings name an address alone.
    :param subject: one line.
    :param text: the plain text; it is complete without the HTML.
    :param html: the same as a page; empty where there is none.
    :param message_id: the part before the ``@``. The same letter keeps it when it is sent again, so
        that mail programs show it once.
    :param language: the language of the letter (BCP 47).
    :param unsubscribe: the address that ends letters of this kind in one press (RFC 8058), or
        empty.
    :param calendar: an entry for a calendar that mail programs show with the letter (RFC 6047).
    :param attachments: files beside it.
    """

    to: str
    to_name: str = ""
    from_name: str = ""
    subject: Annotated[str, Meta(min_length=1)]
    text: str
    html: str = ""
    message_id: str
    language: str = "en"
    unsubscribe: str = ""
    calendar: Attachment | None = None
    attachments: tuple[Attachment, ...] = ()


def message(letter: Letter, sender: str, now_ms: int) -> EmailMessage:
    """Make the message that is handed to the mail server.

    :param sender: who it comes from, as an address or as ``Name <address>``.
    :param now_ms: milliseconds since 1970, UTC.
    :raises ValueError: an address is none.
    """
    from_ = parsed(sender)
    made = EmailMessage(policy=POLICY)
    name = from_.display_name or letter.from_name.translate(LINE_ENDS)
    made["From"] = Address(name, from_.username, from_.domain)
    made["To"] = _addressed(letter.to_name, letter.to)
    made["Subject"] = letter.subject.translate(LINE_ENDS)
    made["Date"] = format_datetime(datetime.fromtimestamp(now_ms // 1000, UTC))
    made["Message-ID"] = f"<{letter.message_id}@{from_.domain}>"
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answer of a machine comes back
    if letter.unsubscribe:
        made["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        if letter.unsubscribe.startswith("https:"):  # RFC 8058 asks for it
            made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    made.set_content(letter.text, cte="quoted-printable")
    if letter.html:
        made.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    if letter.calendar is not None:
        _, sub, params = _kind(letter.calendar)
        params.pop("charset", None)  # that of the text is set with it
        text = letter.calendar.body.decode()
        made.add_alternative(text, subtype=sub, params=params, cte="quoted-printable")
    for one in letter.attachments:
        main, sub, params = _kind(one)
        made.add_attachment(one.body, maintype=main, subtype=sub, filename=one.name, params=params)
    made["Content-Language"] = letter.language  # last: content headers move into a part
    return made


def _kind(one: Attachment) -> tuple[str, str, dict[str, str]]:
    """The type of a file, and its parameters."""
    kind = EmailMessage(policy=SMTP)
    kind["Content-Type"] = one.content_type
    main, sub = kind.get_content_type().split("/")
    return main, sub, dict(kind["Content-Type"].params)


def parsed(text: str) -> Address:
    """Read an address, with or without a name.

    :raises ValueError: it is none, or more than one.
    """
    read = EmailMessage(policy=SMTP)
    try:
        read["To"] = text.translate(LINE_ENDS)
        found = read["To"].addresses
    except (IndexError, ValueError) as error:  # the parser raises both for what it cannot read
        raise ValueError(f"{text!r} is no e-mail address.") from error
    if len(found) != 1 or not found[0].username or not found[0].domain or read["To"].defects:
        raise ValueError(f"{text!r} is no e-mail address.")
    address: Address = found[0]
    return address


def _addressed(name: str, address: str) -> Address:
    found = parsed(address)
    return Address(name.translate(LINE_ENDS), found.username, found.domain)
