"""What commits together with entries: a tagged union of everything else that a log stores.

Effects are applied in their order, after the entries, in the one transaction of ``Log.append``.
Those of contacts, passes, tokens and letters are in :mod:`fishbowl.log.people_effects`, those of
homes and laptops in :mod:`fishbowl.log.home_effects` and :mod:`fishbowl.log.along_effects`.
"""

from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.kernel.erasure import Erasure
from fishbowl.domain.kernel.streams import Stream, StreamRow
from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.log.along_effects import AnyAlongEffect
from fishbowl.log.effect_base import Effect
from fishbowl.log.erasure_lines import ErasureLine
from fishbowl.log.home_effects import AnyHomeEffect
from fishbowl.log.people_effects import AnyPeopleEffect
from fishbowl.log.records import ArchivedSession, AuditLine, PeerKind, SignIn


class PutRow(Effect, frozen=True, kw_only=True):
    """Write what a list tells about a stream, with its next deadline.

    Raises ``Conflict`` if the stream has no entries.
    """

    stream: Stream
    row: StreamRow


class Erase(Effect, frozen=True, kw_only=True):
    """Overwrite words in the stored entries of a stream, and drop its snapshot, which holds them.

    The fields are blanked where they stand; what tells devices apart that a forgotten person's
    commands came from is replaced. The hash chain stays true.
    """

    stream: Stream
    what: Erasure


class KeepSnapshot(Effect, frozen=True, kw_only=True):
    """Store the folded state of a stream in place of an earlier one.

    Raises ``Conflict`` if words were erased since, or if the log has no such entry.

    :param seq: the last entry that was folded into it; the log may have gone on since.
    :param state: as the kind has packed it.
    """

    stream: Stream
    seq: int
    state: bytes


class ImportLog(Effect, frozen=True, kw_only=True):
    """Write the whole log of a stream that is not there yet, as it is stored, older versions too.

    Raises ``Conflict`` if the stream is there.
    """

    stream: Stream
    entries: tuple[StoredEntry, ...]


class ExtendLog(Effect, frozen=True, kw_only=True):
    """Append to a log what another installation wrote after the same entries, as it is stored.

    What the entries erase is erased. Raises ``Conflict`` if there is no such log, or if it does not
    end with the entry that they follow.

    :param before: the hash of that entry.
    """

    stream: Stream
    before: bytes
    entries: tuple[StoredEntry, ...]


class DeleteStream(Effect, frozen=True, kw_only=True):
    """Delete a stream: its log, its row, its snapshot. Its key stays listed as deleted.

    Raises ``Conflict`` if there is no such stream.

    :param at_ms: kept with the key.
    """

    stream: Stream
    at_ms: int


class PutArchived(Effect, frozen=True, kw_only=True):
    """Let a finished session be found in the archive, in place of what was found of it before.

    Raises ``Conflict`` if its log went on since ``about.seq``.
    """

    stream: Stream
    about: ArchivedSession
    texts: tuple[SearchableText, ...]


class DropArchived(Effect, frozen=True, kw_only=True):
    """Let nothing of a session be found in the archive any more, if anything was.

    :param purge: its words are to leave the index's file as well; ``Log.tidy`` does it.
    """

    stream: Stream
    purge: bool = False


class PutSignIn(Effect, frozen=True, kw_only=True):
    """Write a sign-in, new or changed."""

    sign_in: SignIn


class EndSignIns(Effect, frozen=True, kw_only=True):
    """End sign-ins: those with these hashes, and all that open something.

    :param opens: ends every sign-in that opens this, such as ``owner``; empty for none.
    :param generation: of those, only the ones of this generation; 0 for all.
    :param code: ends every sign-in to this session; empty for none.
    :param expired_at_ms: ends every sign-in that has expired at this instant.
    """

    token_hashes: frozenset[bytes] = frozenset()
    opens: str = ""
    generation: int = 0
    code: str = ""
    expired_at_ms: int = 0


class PutNumber(Effect, frozen=True, kw_only=True):
    """Keep a number by name, such as which owner key is good."""

    name: str
    value: int


class PutAuditLines(Effect, frozen=True, kw_only=True):
    """Write lines of the audit list, and delete what is too old or too much.

    :param merged: kinds of lines of which several within an hour are one that counts them.
    :param now_ms: the machine's time in milliseconds since 1970.
    """

    lines: tuple[AuditLine, ...]
    merged: frozenset[str] = frozenset()
    now_ms: int


class KeepErasures(Effect, frozen=True, kw_only=True):
    """Note lines of the list of erasures that this database has taken from elsewhere."""

    lines: tuple[ErasureLine, ...]


class EraseAgain(Effect, frozen=True, kw_only=True):
    """Apply lines of the list of erasures to what came in from elsewhere, as far as they are due.

    :param now_ms: the time of the entries that do it.
    """

    lines: tuple[ErasureLine, ...]
    now_ms: int


class NotePeer(Effect, frozen=True, kw_only=True):
    """Remember another machine of this installation, or that it was seen now."""

    url: str
    kind: PeerKind
    seen_ms: int


class ForgetPeer(Effect, frozen=True, kw_only=True):
    """Remember a machine no more."""

    url: str


class Fence(Effect, frozen=True, kw_only=True):
    """Note that another machine has taken over.

    :param epoch: the number of that takeover.
    :param address: where it goes on.
    """

    epoch: int
    address: str


class TakeOver(Effect, frozen=True, kw_only=True):
    """Note that this machine has taken over, from another one or from itself.

    :param epoch: the number of this takeover.
    :param former: where the other one is; empty if there is none.
    """

    epoch: int
    former: str
    now_ms: int


AnyEffect = (
    PutRow
    | Erase
    | KeepSnapshot
    | ImportLog
    | ExtendLog
    | DeleteStream
    | PutArchived
    | DropArchived
    | PutSignIn
    | EndSignIns
    | PutNumber
    | PutAuditLines
    | KeepErasures
    | EraseAgain
    | NotePeer
    | ForgetPeer
    | Fence
    | TakeOver
    | AnyPeopleEffect
    | AnyAlongEffect
    | AnyHomeEffect
)


def deletion_effects(stream: Stream) -> list[AnyEffect]:
    """Say what goes before a stream is deleted: what is found of it, and who is signed in to it."""
    return [DropArchived(stream=stream, purge=True), EndSignIns(code=stream.key)]
