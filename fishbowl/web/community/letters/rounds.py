"""What the letters of pairing rounds lead to; each press acts once."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import RoundId
from fishbowl.services.tokens import Token
from fishbowl.web.community.answers import Refused
from fishbowl.web.community.letters.press import Act, do_once, member_of
from fishbowl.web.community.me.round_lines import asked_lines
from fishbowl.web.context import here


def told(token: Token) -> dict[str, str]:
    """The question of a letter.

    :raises Refused: ``token_over``: what it asks is over, or was answered with no.
    """
    for line in asked_lines(member_of(token)):
        if (line.round, str(line.group)) == (token.about, token.scope):
            return {"heading": line.title, "text": " ".join(line.lines)}
    raise Refused("token_over", 410)


def _answer(*, yes: bool) -> Act:
    def act(token: Token, secret: str) -> str:
        mine, group = member_of(token), int(token.scope)
        round = RoundId(token.about)
        do_once(c.AnswerPair(member=mine.id, round=round, group=group, yes=yes), secret)
        if not yes:
            return "pair_no"
        one = here().members.community.rounds.get(round)
        found = None if one is None else one.group(group)
        return "pair_made" if found is not None and found.state == "made" else "pair_yes"

    return act


ACTS: dict[tuple[str, str], Act] = {
    ("pair", "yes"): _answer(yes=True),
    ("pair", "no"): _answer(yes=False),
}
"""What each press does."""
