"""What the letters about people who may meet lead to; each press acts once."""

from typing import Any

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import IntroductionId, SuggestionId
from fishbowl.services.tokens import Token
from fishbowl.web.community.answers import Refused
from fishbowl.web.community.letters.press import Act, Tell, do_once, member_of
from fishbowl.web.community.me.meeting_lines import (
    hosts_see,
    meeting_of,
    question_of,
    suggestion_line,
)
from fishbowl.web.community.me.people import command_of
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _

ANSWERED = {
    "met": "met",
    "not_yet": "not_yet",
    "will_not": "stopped",
    "helped_tell": "helped_told",
    "helped": "outcome_kept",
    "tried": "outcome_kept",
    "did_not_help": "outcome_silent",
}
"""What the page tells after each press."""


def _introduction(token: Token) -> dict[str, Any]:
    """Whether they met, or whether it helped."""
    mine = member_of(token)
    found = next((one for one in meeting_of(mine).introductions if one.id == token.about), None)
    if found is None or found.stage == "over":
        raise Refused("token_over", 410)
    if token.purpose == "check_in" and found.stage == "met":
        raise Refused("token_over", 410)
    heading, answers = question_of(found)
    text = hosts_see() if found.source == "round" else ""
    return {"heading": heading, "text": text, "answers": [one._asdict() for one in answers]}


def _suggestion(token: Token) -> dict[str, str]:
    """Whom one may meet."""
    mine = member_of(token)
    found = next((one for one in meeting_of(mine).suggestions if one.id == token.about), None)
    if found is None:
        raise Refused("token_over", 410)
    line = suggestion_line(found, mine)
    said = [f"{one.label}: {one.words}" for one in (*line.own, *line.theirs)]
    until = _("Open until %(day)s. A no looks like no answer.") % {"day": line.until}
    return {"heading": line.heading, "text": "\n".join((*said, *line.reasons, until))}


def _answer(*, yes: bool) -> Act:
    def act(token: Token, secret: str) -> str:
        mine, id = member_of(token), SuggestionId(token.about)
        do_once(c.AnswerSuggestion(member=mine.id, suggestion=id, yes=yes), secret)
        if not yes:
            return "not_now"
        is_waiting = id in here().members.community.suggestions
        return "yes_kept" if is_waiting else "introduced"

    return act


def _say(do: str) -> Act:
    def act(token: Token, secret: str) -> str:
        command = command_of(member_of(token).id, IntroductionId(token.about), do)
        if command is None:
            raise Refused("bad_request", 400)
        do_once(command, secret)
        return ANSWERED[do]

    return act


TELLS: dict[str, Tell] = {
    "suggestion": _suggestion,
    "check_in": _introduction,
    "outcome": _introduction,
}
"""The question of a letter, by the purpose of its token; ``token_over`` if it was answered."""
ACTS: dict[tuple[str, str], Act] = {
    ("suggestion", "yes"): _answer(yes=True),
    ("suggestion", "no"): _answer(yes=False),
    **{("check_in", do): _say(do) for do in ("met", "not_yet", "will_not")},
    **{("outcome", do): _say(do) for do in ("helped_tell", "helped", "tried", "did_not_help")},
}
"""What each press does, by the purpose of the token."""
