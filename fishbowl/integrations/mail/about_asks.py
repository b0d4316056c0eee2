"""What letters about questions to members tell; nothing, if it is over by the time of writing."""

from typing import NamedTuple

from fishbowl.domain.community.ids import AnswerId, AskId
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules import asks
from fishbowl.domain.community.rules.members import first_name
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.integrations.mail.content import AskFacts
from fishbowl.integrations.mail.letters import Kind
from fishbowl.integrations.mail.params import Params


class AboutAsk(NamedTuple):
    """What a letter tells of a question.

    :param part: of the member's page, where it is shown as well.
    """

    facts: AskFacts
    part: str
    until_ms: Millis | None = None


def about_ask(kind: Kind, params: Params, community: Community, who: Member) -> AboutAsk | None:
    """Tell what a letter is about; ``None`` if it is not to be sent any more."""
    ask = community.asks.get(AskId(params.ask))
    asker = None if ask is None else community.members.get(ask.member)
    if ask is None or asker is None or not is_on(community, "ask"):
        return None
    facts = AskFacts(name=first_name(asker.label), question=ask.words)
    if kind == "asked":
        waits = not ask.ended and asks.waits_for(community, ask, who.id)
        return AboutAsk(facts, "asked", ask.ends_at_ms) if waits else None
    answer = ask.answers.get(AnswerId(params.answer))
    if answer is None:
        return None
    if kind == "thanked":
        return AboutAsk(facts, "given") if answer.member == who.id else None
    author = community.members.get(answer.member)
    if author is None or who.id != asker.id:
        return None
    name = first_name(author.label) if answer.named else ""
    return AboutAsk(AskFacts(name=name, question=ask.words), "asks")
