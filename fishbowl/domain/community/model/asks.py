"""What members may be asked about, what they are asked, and what they answer."""

import msgspec
from immutables import Map

from fishbowl.domain.community.ids import AnswerId, AskId, MemberId
from fishbowl.domain.kernel.ids import Millis, Seq


class Ticked(msgspec.Struct, frozen=True, kw_only=True):
    """The topics of one session that a member may be asked about.

    :param entries: those that tell it; they are overwritten when the session is theirs no more.
    """

    code: str
    topics: tuple[str, ...] = ()
    entries: tuple[Seq, ...] = ()


class AnswerGiven(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody answered.

    :param keep: whether it is in the archive, where members find it.
    :param named: whether it stands under the name of whoever gave it.
    :param thanked: whether whoever asked said thank you.
    """

    id: AnswerId
    member: MemberId
    words: str
    keep: bool
    named: bool
    given_at_ms: Millis
    thanked: bool = False


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """A question that a member put to others; see :mod:`..rules.asks` for how long it stays.

    :param member: who asks.
    :param asked: whom; who passes is in ``passed`` as well, which nobody else learns.
    :param ends_at_ms: until when it can be answered.
    :param ended: whether that is over.
    """

    id: AskId
    member: MemberId
    words: str
    asked: tuple[MemberId, ...]
    passed: frozenset[MemberId] = frozenset()
    answers: Map[AnswerId, AnswerGiven] = msgspec.field(default_factory=Map)
    asked_at_ms: Millis
    ends_at_ms: Millis
    ended: bool = False

    def answer_of(self, member: MemberId) -> AnswerGiven | None:
        """What somebody answered; ``None`` if they did not."""
        return next((one for one in self.answers.values() if one.member == member), None)


class KeptAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer in the archive.

    :param ask: the question, also after it is forgotten.
    :param asker: who asked, 0 after they have left; told to nobody.
    :param question: its words; empty after they were taken back, or who asked has left.
    :param member: who answered; told to others only if ``named``.
    """

    id: AnswerId
    ask: AskId
    asker: MemberId
    question: str
    words: str
    member: MemberId
    named: bool
    given_at_ms: Millis
