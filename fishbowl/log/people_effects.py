"""Effects on what is kept of people beside entries: contacts, passes, tokens and letters.

None of it is ever in a log of events. Whoever is meant by ``owner`` is a member (``member/7``) or
somebody invited (``invitation/9``).
"""

from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec

from fishbowl.log.effect_base import Effect
from fishbowl.log.people_records import ContactKind


class PeopleEffect(Effect, frozen=True, kw_only=True):
    """The base of the effects here."""


class PutContact(PeopleEffect, frozen=True, kw_only=True):
    """Write how somebody is reached, in place of an earlier contact of this kind.

    :param sealed: the address, encrypted; see :mod:`fishbowl.services.contacts`.
    :param confirmed_at_ms: ``None``: it is not confirmed yet.
    """

    owner: str
    kind: ContactKind
    sealed: bytes
    digest: bytes
    confirmed_at_ms: int | None = None


class MarkContact(PeopleEffect, frozen=True, kw_only=True):
    """Note that an e-mail address is confirmed, or that a letter to it came back.

    Nothing happens if there is none. Confirming ends a problem.

    :param confirmed_at_ms: ``None``: leave it.
    :param failed_at_ms: ``None``: leave it.
    :param problem: why it failed, as a code.
    """

    owner: str
    confirmed_at_ms: int | None = None
    failed_at_ms: int | None = None
    problem: str = ""


class MoveContact(PeopleEffect, frozen=True, kw_only=True):
    """Let the e-mail address of one be that of another, confirmed at this instant."""

    goes: str
    keeps: str
    confirmed_at_ms: int


class DropContacts(PeopleEffect, frozen=True, kw_only=True):
    """Delete how somebody is reached.

    :param kind: only contacts of this kind; ``None`` for all.
    """

    owner: str
    kind: ContactKind | None = None


class RefuseAddress(PeopleEffect, frozen=True, kw_only=True):
    """Remember the e-mail address of somebody as one that wants no letters: only its digest."""

    goes_first: ClassVar[bool] = True
    owner: str


class PutPass(PeopleEffect, frozen=True, kw_only=True):
    """Let a pass open the pages of a member; ``hash`` is the SHA-256 of its verifier.

    Raises ``EffectRefused`` (``pass_taken``) if it is another member's.
    """

    member: int
    hash: bytes
    made_at_ms: int


class EndPasses(PeopleEffect, frozen=True, kw_only=True):
    """Let the passes of a member open nothing any more.

    :param keep: but this one; empty for none.
    """

    member: int
    keep: bytes = b""


class MovePasses(PeopleEffect, frozen=True, kw_only=True):
    """Let the passes of one member be those of another."""

    goes: int
    keeps: int


class PutToken(PeopleEffect, frozen=True, kw_only=True):
    """Let the token of a letter be good for one purpose; ``hash`` is its SHA-256.

    :param about: what it is about beside its owner, such as the number of a merge; 0 for nothing.
    """

    hash: bytes
    purpose: str
    owner: str
    about: int = 0
    expires_at_ms: int


class SpendToken(PeopleEffect, frozen=True, kw_only=True):
    """Use a token up.

    Raises ``EffectRefused`` (``token_over``) if there is none, or it is spent or expired.
    """

    goes_first: ClassVar[bool] = True
    hash: bytes
    now_ms: int


class DropTokens(PeopleEffect, frozen=True, kw_only=True):
    """Delete the tokens of somebody, or those that have expired.

    :param owner: empty: of nobody in particular.
    :param purpose: only tokens for this; empty for all.
    :param expired_at_ms: delete every token that has expired at this instant.
    """

    owner: str = ""
    purpose: str = ""
    expired_at_ms: int = 0


class PutLetter(PeopleEffect, frozen=True, kw_only=True):
    """Put a letter into the outbox; one of this id that is there stays as it is.

    :param id: its Message-ID is made from it.
    :param letter: which one: ``confirm``, ``invitation``, ``new_pass``, ``pass_replaced``,
        ``stay``, ``host``, ``merge``, ``turn``, ``swap``, ``swapped``,
        ``turn_moved``, ``dates``, ``promise`` or ``pair``.
    :param params: what it needs; no name, no address, no token.
    :param due_at_ms: not to be sent earlier; 0: at once.
    """

    id: str
    owner: str
    letter: str
    params: Mapping[str, Any] = msgspec.field(default_factory=dict)
    created_at_ms: int
    due_at_ms: int = 0


class SettleLetter(PeopleEffect, frozen=True, kw_only=True):
    """Note what became of a letter that was claimed; nothing happens if it is there no more.

    :param sent_at_ms: it was sent then.
    :param due_at_ms: it was not sent, and is tried again then; if this is ``None`` as well, it is
        given up.
    :param problem: why it was not sent, as a code.
    """

    id: str
    sent_at_ms: int | None = None
    due_at_ms: int | None = None
    problem: str = ""


class DropLetters(PeopleEffect, frozen=True, kw_only=True):
    """Delete letters to somebody, or those that were sent or given up long ago.

    :param owner: whose letters go; empty: nobody's in particular.
    :param letter: only this one; empty for all.
    :param settled_before_ms: delete every letter that is not to be sent any more and was put into
        the outbox before.
    """

    owner: str = ""
    letter: str = ""
    settled_before_ms: int = 0


class KeepOwners(PeopleEffect, frozen=True, kw_only=True):
    """Delete what is kept of everybody but these: contacts, passes, tokens, letters, sign-ins.

    For an older copy of the database, in which some are members no more.
    """

    owners: frozenset[str]


AnyPeopleEffect = (
    PutContact
    | MarkContact
    | MoveContact
    | DropContacts
    | RefuseAddress
    | PutPass
    | EndPasses
    | MovePasses
    | PutToken
    | SpendToken
    | DropTokens
    | PutLetter
    | SettleLetter
    | DropLetters
    | KeepOwners
)
