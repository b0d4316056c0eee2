"""Letters that questions to members cause; they commit with the entries.

Whether a letter is sent is decided when it is written: by then somebody may have answered on their
page, have left, or want no letters any more.
"""

from collections.abc import Iterator, Sequence

from fishbowl.domain.community import events as e
from fishbowl.domain.community.ids import AnswerId, AskId, MemberId, member_owner
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import DropTokens, PutLetter
from fishbowl.services.tokens import Tokens, stored_purpose


class AskLetters:
    """Says which letters commit with new entries; see ``Members.follow_with``."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def __call__(self, community: Community, entries: Sequence[e.Entry]) -> Iterator[AnyEffect]:
        """The letters, and the tokens of their links."""
        if not is_on(community, "ask"):
            return
        for entry in entries:
            yield from self._of(community, entry)

    def _of(self, community: Community, entry: e.Entry) -> Iterator[AnyEffect]:
        match entry.event:
            case e.AskMade(asked=asked):
                for member in asked:
                    yield from self._question(AskId(entry.seq), member, entry.at_ms)
            case e.AskAnswered(ask=ask, member=member):
                yield self._no_more(ask, member)
                found = community.asks.get(ask)
                if found is not None:
                    answer = AnswerId(entry.seq)
                    yield _letter("answered", ask, found.member, entry.at_ms, answer)
            case e.AskPassed(ask=ask, member=member):
                yield self._no_more(ask, member)
            case e.AnswerThanked(ask=ask, answer=answer):
                found = community.asks.get(ask)
                if found is not None and answer in found.answers:
                    author = found.answers[answer].member
                    yield _letter("thanked", ask, author, entry.at_ms, answer)

    def _question(self, ask: AskId, member: MemberId, at_ms: Millis) -> Iterator[AnyEffect]:
        """The letter that asks somebody; its link is good for this question alone."""
        letter = _letter("asked", ask, member, at_ms)
        yield letter
        owner = member_owner(member)
        yield self._tokens.put(letter.id, "ask", owner, int(ask), scope=str(ask))

    def _no_more(self, ask: AskId, member: MemberId) -> DropTokens:
        """Let the link of the letter be over, wherever the question was answered."""
        return DropTokens(owner=member_owner(member), purpose=stored_purpose("ask", str(ask)))


def _letter(
    kind: str, ask: AskId, member: MemberId, at_ms: Millis, answer: AnswerId | None = None
) -> PutLetter:
    params = {"ask": int(ask), **({} if answer is None else {"answer": int(answer)})}
    return PutLetter(
        id=f"{kind}-{answer or ask}-{member}",
        owner=member_owner(member),
        letter=kind,
        params=params,
        created_at_ms=at_ms,
    )
