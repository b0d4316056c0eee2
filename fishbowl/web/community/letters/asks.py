"""What the letter of a question leads to: an answer, or none; each once, and the token is spent."""

from typing import NamedTuple

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import AskId
from fishbowl.domain.community.model import Ask
from fishbowl.domain.community.rules.asks import is_open
from fishbowl.domain.community.rules.members import first_name
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.services.tokens import Token
from fishbowl.web.community.answers import Refused
from fishbowl.web.community.letters.press import do_once, member_of
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _


class Given(NamedTuple):
    """An answer as the page posts it."""

    words: str
    keep: bool
    named: bool


def told(token: Token) -> dict[str, str]:
    """What the page tells of a question.

    :raises Refused: ``token_over``: it can be answered no more.
    """
    community, ask = here().members.community, _ask_of(token)
    asker = community.members[ask.member]
    return {
        "heading": _("%(name)s asks you") % {"name": first_name(asker.label)},
        "text": ask.words,
    }


def answer(token: Token, secret: str, given: Given) -> str:
    """Give the answer.

    :raises Refused: ``token_over``; ``words_needed``, with the token still good.
    """
    ask, mine = _ask_of(token), member_of(token)
    if not given.words.strip():
        raise Refused("words_needed", 422)
    do_once(
        c.AnswerAsk(
            member=mine.id, ask=ask.id, words=given.words, keep=given.keep, named=given.named
        ),
        secret,
    )
    return "answered"


def pass_ask(token: Token, secret: str) -> str:
    """Answer nothing."""
    do_once(c.PassAsk(member=member_of(token).id, ask=_ask_of(token).id), secret)
    return "ask_passed"


def _ask_of(token: Token) -> Ask:
    community = here().members.community
    found = community.asks.get(AskId(token.about))
    is_there = found is not None and is_open(found, here().clock.now_ms())
    if found is None or not is_there or not is_on(community, "ask"):
        raise Refused("token_over", 410)
    return found
