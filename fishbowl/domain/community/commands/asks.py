"""Commands about questions to members, and answers."""

from typing import Annotated, ClassVar

from msgspec import Meta

from fishbowl.domain.community.commands.base import (
    HOSTS,
    MEMBER,
    MEMBER_OR_DOOR,
    TIME,
    Command,
    Sender,
)
from fishbowl.domain.community.ids import AnswerId, AskId, MemberId

ASK_WORDS_MAX = 300
ANSWER_WORDS_MAX = 1_500
ASKED_MAX = 5
"""Members who are asked one question."""
ASKS_A_WEEK = 2
"""Questions that one member is asked."""

AskWords = Annotated[str, Meta(max_length=ASK_WORDS_MAX)]
AnswerWords = Annotated[str, Meta(max_length=ANSWER_WORDS_MAX)]


class AskCommunity(Command, frozen=True, kw_only=True):
    """Put a question to members; those who do not want to be asked, or were asked enough, are
    left out.

    :param to: the nearest to the question, the nearest first.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    words: AskWords
    to: Annotated[tuple[MemberId, ...], Meta(max_length=ASKED_MAX)]


class AnswerAsk(Command, frozen=True, kw_only=True):
    """Answer a question.

    :param keep: let members find the answer later.
    :param named: let it stand under one's name.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    ask: AskId
    words: AnswerWords
    keep: bool = False
    named: bool = False


class PassAsk(Command, frozen=True, kw_only=True):
    """Answer nothing; to whoever asked it looks like silence."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    ask: AskId


class ThankFor(Command, frozen=True, kw_only=True):
    """Thank whoever answered."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    ask: AskId
    answer: AnswerId


class TakeBackAnswer(Command, frozen=True, kw_only=True):
    """Let one's answer be gone, from the archive as well."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    answer: AnswerId


class TakeBackAsk(Command, frozen=True, kw_only=True):
    """Let one's question be gone, with the answers that are not in the archive."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    ask: AskId


class HideAnswer(Command, frozen=True, kw_only=True):
    """Take an answer out of the archive, for everybody."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    answer: AnswerId


class EndAsk(Command, frozen=True, kw_only=True):
    """Let a question be answered no more, or be forgotten, when its time has come."""

    senders: ClassVar[frozenset[Sender]] = TIME
    ask: AskId
