"""What a log keeps of people beside entries: contacts, passes, tokens of letters, and letters.

An owner is whom something is about: ``member/7`` or ``invitation/9``.
"""

from typing import Literal, NamedTuple

ContactKind = Literal["mail", "other"]
"""An e-mail address, or anything else by which somebody can be reached."""


class Contact(NamedTuple):
    """How somebody is reached.

    :param sealed: the address, encrypted under a key that is not in the database.
    :param digest: a keyed hash of the address as it is compared.
    :param confirmed_at_ms: when its owner confirmed it; ``None`` if they have not.
    :param failed_at_ms: when a letter last came back; ``None`` if none has since it was confirmed.
    :param problem: why, as a code.
    """

    owner: str
    kind: ContactKind
    sealed: bytes
    digest: bytes
    confirmed_at_ms: int | None
    failed_at_ms: int | None
    problem: str


class PassRow(NamedTuple):
    """One pass of a member; ``hash`` is the SHA-256 of its verifier."""

    hash: bytes
    member: int
    made_at_ms: int


class TokenRow(NamedTuple):
    """The token of a letter; ``hash`` is its SHA-256.

    :param purpose: what may be done with it.
    :param about: what it is about beside its owner, such as the number of a merge; 0 for nothing.
    :param spent_at_ms: when it was used; ``None`` if it was not.
    """

    hash: bytes
    purpose: str
    owner: str
    about: int
    expires_at_ms: int
    spent_at_ms: int | None


class Letter(NamedTuple):
    """A letter of the outbox.

    :param letter: which one, such as ``confirm``.
    :param params: JSON; no name, no address and no token is in it.
    :param due_at_ms: when it is to be sent; ``None``: it was sent, or given up.
    :param claimed_until_ms: whoever sends it has until then; 0 for nobody.
    :param tries: how often it was claimed.
    :param problem: why it was not sent, as a code; empty for none.
    """

    id: str
    owner: str
    letter: str
    params: str
    created_at_ms: int
    due_at_ms: int | None
    claimed_until_ms: int
    tries: int
    sent_at_ms: int | None
    problem: str
