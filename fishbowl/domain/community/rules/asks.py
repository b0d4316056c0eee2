"""Questions to members: who may be asked, what waits for whom, and how long it stays."""

from collections.abc import Iterator

from fishbowl.domain.community.commands.asks import ASKS_A_WEEK
from fishbowl.domain.community.ids import AnswerId, AskId, Consent, MemberId
from fishbowl.domain.community.model import AnswerGiven, Ask, Member
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis, Seq

WEEK_MS = 7 * DAY_MS
ANSWER_MS = 14 * DAY_MS
"""A question can be answered for so long."""
KEPT_MS = 365 * DAY_MS
"""What was answered stays with whoever asked for so long after that."""
OPEN_MAX = 3
"""Questions of one member that can be answered."""


def check_agreed(one: Member, consent: Consent) -> None:
    """Go on if a member agreed to something.

    :raises Rejected: ``consent_needed``.
    """
    if consent not in one.consents:
        raise Rejected("consent_needed", consent=consent)


def may_be_asked(community: Community, asker: MemberId, member: MemberId, now_ms: Millis) -> bool:
    """Whether somebody may be asked one more question: they agree, and were not asked enough."""
    found = community.members.get(member)
    if found is None or member == asker or "answer" not in found.consents:
        return False
    times = community.asked_at.get(member, ())
    return sum(at_ms > now_ms - WEEK_MS for at_ms in times) < ASKS_A_WEEK


def is_open(ask: Ask, now_ms: Millis) -> bool:
    """Whether a question can be answered."""
    return not ask.ended and now_ms < ask.ends_at_ms


def open_ask(community: Community, id: AskId, now_ms: Millis) -> Ask:
    """Find a question that can be answered.

    :raises Rejected: ``ask_over``.
    """
    found = community.asks.get(id)
    if found is None or not is_open(found, now_ms):
        raise Rejected("ask_over")
    return found


def waiting_for(community: Community, member: MemberId, now_ms: Millis) -> list[Ask]:
    """The questions that wait for an answer of somebody, oldest first."""
    found = (ask for ask in _by_age(community) if is_open(ask, now_ms))
    return [ask for ask in found if waits_for(community, ask, member)]


def waits_for(community: Community, ask: Ask, member: MemberId) -> bool:
    """Whether somebody is asked a question, and has neither answered nor passed.

    Nothing waits for who does not agree to be asked any more.
    """
    mine = community.members.get(member)
    if mine is None or "answer" not in mine.consents:
        return False
    is_asked = member in ask.asked and member not in ask.passed
    return is_asked and ask.answer_of(member) is None


def asks_of(community: Community, member: MemberId) -> list[Ask]:
    """The questions that somebody has put, the last one first."""
    return [ask for ask in reversed(_by_age(community)) if ask.member == member]


def answers_of(community: Community, member: MemberId) -> list[tuple[Ask, AnswerGiven]]:
    """What somebody answered that whoever asked still has, the last one first."""
    found = ((ask, ask.answer_of(member)) for ask in reversed(_by_age(community)))
    return [(ask, answer) for ask, answer in found if answer is not None]


def entries_to_forget(community: Community, ask: Ask, *, taken_back: bool) -> tuple[Seq, ...]:
    """Whose words go with a question.

    :param taken_back: whether the question goes from the archive, too.
    """
    archived = any(one.ask == ask.id for one in community.answers_kept.values())
    unkept = tuple(Seq(one.id) for one in ask.answers.values() if not one.keep)
    return unkept if archived and not taken_back else (Seq(ask.id), *unkept)


def entries_to_remove(community: Community, answer: AnswerId) -> tuple[Seq, ...]:
    """Whose words go with an answer: the question's too, if nothing else holds it any more."""
    kept = community.answers_kept.get(answer)
    if kept is None or kept.ask in community.asks:
        return (Seq(answer),)
    held = any(one.ask == kept.ask for one in community.answers_kept.values() if one.id != answer)
    return (Seq(answer),) if held else (Seq(answer), Seq(kept.ask))


def to_end(community: Community, now_ms: Millis) -> Iterator[Ask]:
    """Questions whose time to be answered, or to be remembered, is over."""
    for ask in community.asks.values():
        if is_over(ask, now_ms) or is_to_forget(ask, now_ms):
            yield ask


def is_over(ask: Ask, now_ms: Millis) -> bool:
    """Whether a question ends now."""
    return not ask.ended and ask.ends_at_ms <= now_ms


def is_to_forget(ask: Ask, now_ms: Millis) -> bool:
    """Whether a question is forgotten now: soon if nobody answered, else after a year."""
    kept_ms = KEPT_MS if ask.answers else 0
    return ask.ends_at_ms + kept_ms <= now_ms


def _by_age(community: Community) -> list[Ask]:
    return sorted(community.asks.values(), key=lambda ask: ask.id)
