"""What a laptop keeps of its home beside its log, and what a home keeps of wishes, as records.

None of it is in a log of events: it is taken from home, or waits to be handed over to it.
"""

from typing import NamedTuple

from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.log.records import ArchivedSession


class KnownMember(NamedTuple):
    """A member of the home whom a laptop greets.

    :param hash: the SHA-256 of the verifier that their browser shows this laptop.
    :param member: their number at home; 0 as long as the home does not know them.
    :param consents: what they agreed to, separated by blanks.
    :param wish: the id of the wish by which they joined here; empty once the home knows them.
    """

    hash: bytes
    member: int
    label: str
    language: str
    consents: str = ""
    wish: str = ""


class WishRow(NamedTuple):
    """A wish that waits to be handed over.

    :param about: the code of the session that it is about; empty for none.
    :param sealed: the wish, encrypted to the home: this laptop cannot read it.
    :param due_at_ms: not to be handed over again before.
    :param tries: how often the home has answered "not yet".
    """

    id: str
    about: str
    sealed: bytes
    made_at_ms: int
    due_at_ms: int = 0
    tries: int = 0


class SharedSession(NamedTuple):
    """A published session, as what is found of it travels from a home to its laptops.

    :param slug: of its summary at home.
    """

    slug: str
    about: ArchivedSession
    texts: tuple[SearchableText, ...]


class SharedHead(NamedTuple):
    """Which published session there is, and as of which entry."""

    code: str
    seq: int
    slug: str


class Granted(NamedTuple):
    """What a home knows of a wish that was taken in.

    :param at_ms: when it was made, at the laptop; a later one about the same holds.
    :param member: who it made a member; 0 for nobody.
    """

    subject: str
    at_ms: int
    member: int
