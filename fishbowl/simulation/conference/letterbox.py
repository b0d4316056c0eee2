"""The letters that the demo's mail server has kept, as their owners read them."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

_TOKEN = re.compile(r"/t#([A-Za-z0-9_-]{27})")


class Received(NamedTuple):
    """A letter.

    :param to: the address that it went to.
    :param token: what its link opens; empty if it has none.
    """

    to: str
    subject: str
    token: str


class Letterbox:
    """Reads a folder of letters.

    :param folder: where they are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[str] = set()

    def new(self) -> Iterator[Received]:
        """The letters that were not read yet, in the order in which they came."""
        for path in sorted(self._folder.glob("*.eml")):
            if path.name not in self._seen:
                self._seen.add(path.name)
                yield read(path.read_bytes())


def read(letter: bytes) -> Received:
    """Read a letter as it was sent."""
    made = message_from_bytes(letter, policy=policy.default)
    assert isinstance(made, EmailMessage)
    text = made.get_body(("plain",))
    found = _TOKEN.search("" if text is None else text.get_content())
    to = made["To"].addresses[0].addr_spec if made["To"] else ""
    return Received(
        to=to, subject=str(made["Subject"] or ""), token="" if found is None else found[1]
    )
