"""What a letter's link leads to. The link records nothing; one press acts, and spends the token."""

import re
from typing import Annotated

import msgspec
from flask import Blueprint, Response, jsonify, render_template
from msgspec import Meta

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands.asks import ANSWER_WORDS_MAX
from fishbowl.domain.community.ids import MergeId, invitation_in
from fishbowl.log.effects import AnyEffect
from fishbowl.log.errors import EffectRefused
from fishbowl.log.people_effects import DropContacts, DropLetters, MarkContact, RefuseAddress
from fishbowl.services.tokens import Token
from fishbowl.web.community.answers import Refused, body_of, refusal, wrong
from fishbowl.web.community.letters import asks, meetings, offers, promises, rounds, turns
from fishbowl.web.community.letters.press import Act, Tell, do_once, member_of
from fishbowl.web.community.membership.passes import replace_pass, welcomed
from fishbowl.web.context import here

bp = Blueprint("token", __name__)
bp.register_error_handler(Refused, refusal)

_TOKEN = re.compile(r"[A-Za-z0-9_-]{27}")
"""20 bytes as base64url; anything else was never written into a letter."""
TELLS: dict[str, Tell] = {
    "ask": asks.told,
    **meetings.TELLS,
    "offer": offers.told,
    "pair": rounds.told,
    "promise": promises.told,
    **turns.TELLS,
}
"""What the page tells of a letter, by the purpose of its token; nothing of other letters."""
NOT_FOR_THIS_PAGE = frozenset({"unsubscribe"})


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What the page posts.

    :param do: the press; empty: only tell what the letter is about.
    :param verifier: of the new pass, where one is made.
    :param words: of an answer; ``keep`` and ``named`` say what may become of it.
    """

    token: Annotated[str, Meta(max_length=200)]
    do: Annotated[str, Meta(max_length=20)] = ""
    verifier: Annotated[str, Meta(max_length=64)] = ""
    words: Annotated[str, Meta(max_length=ANSWER_WORDS_MAX)] = ""
    keep: bool = False
    named: bool = False


@bp.get("/t")
def show() -> str:
    """The page; the token stays in the fragment until it is posted."""
    return render_template("community/letter.html", answer_max=ANSWER_WORDS_MAX)


@bp.post("/t")
def act() -> Response:
    """Tell what a letter is about; with ``do``, do it."""
    opened = body_of(Opened)
    if not _TOKEN.fullmatch(opened.token):
        wrong("letter", "token_wrong")
    token = here().tokens.find(opened.token)
    if token is None or token.purpose in NOT_FOR_THIS_PAGE:
        wrong("letter", "token_over", 410)
    if not opened.do:
        tell = TELLS.get(token.purpose)
        return jsonify(purpose=token.purpose, **(tell(token) if tell else {}))
    if token.purpose == "new_pass" and opened.do == "make":
        mine = member_of(token)
        replace_pass(mine, opened.verifier, "mail", here().tokens.spend(opened.token))
        return welcomed(mine)
    if token.purpose == "ask" and opened.do == "answer":
        given = asks.Given(words=opened.words, keep=opened.keep, named=opened.named)
        return jsonify(outcome=asks.answer(token, opened.token, given))
    do = ACTS.get((token.purpose, opened.do))
    if do is None:
        raise Refused("bad_request", 400)
    return jsonify(outcome=do(token, opened.token))


def _confirm(token: Token, secret: str) -> str:
    now_ms = here().clock.now_ms()
    _append(secret, MarkContact(owner=token.owner, confirmed_at_ms=now_ms))
    return "confirmed"


def _not_mine(token: Token, secret: str) -> str:
    """The address is somebody else's: it is deleted and gets nothing more."""
    owner = token.owner
    gone = (RefuseAddress(owner=owner), DropContacts(owner=owner), DropLetters(owner=owner))
    do_once(c.ChangeReach(member=member_of(token).id, reach="pass"), secret, *gone)
    return "refused"


def _refuse(token: Token, secret: str) -> str:
    invited = invitation_in(token.owner)
    if invited is None:
        raise Refused("token_over", 410)
    do_once(c.EndInvitation(invitation=invited, why="refused"), secret)
    return "refused"


def _stay(token: Token, secret: str) -> str:
    do_once(c.Stay(member=member_of(token).id), secret)
    return "stayed"


def _leave(token: Token, secret: str) -> str:
    do_once(c.LeaveCommunity(member=member_of(token).id), secret)
    return "left"


def _accept_hosting(token: Token, secret: str) -> str:
    do_once(c.AcceptHosting(member=member_of(token).id), secret)
    return "hosting"


def _decline_hosting(token: Token, secret: str) -> str:
    do_once(c.DeclineHosting(member=member_of(token).id), secret)
    return "declined"


def _agree_to_merge(token: Token, secret: str) -> str:
    merge = MergeId(token.about)
    do_once(c.AgreeToMerge(member=member_of(token).id, merge=merge), secret)
    return "agreed" if merge in here().members.community.merges else "merged"


def _decline_merge(token: Token, secret: str) -> str:
    do_once(c.DeclineMerge(member=member_of(token).id, merge=MergeId(token.about)), secret)
    return "declined"


ACTS: dict[tuple[str, str], Act] = {
    ("confirm", "confirm"): _confirm,
    ("confirm", "refuse"): _not_mine,
    ("invited", "refuse"): _refuse,
    ("stay", "stay"): _stay,
    ("stay", "leave"): _leave,
    ("host", "accept"): _accept_hosting,
    ("host", "decline"): _decline_hosting,
    ("merge", "agree"): _agree_to_merge,
    ("merge", "decline"): _decline_merge,
    ("ask", "pass"): asks.pass_ask,
    **meetings.ACTS,
    **offers.ACTS,
    **promises.ACTS,
    **rounds.ACTS,
    **turns.ACTS,
}
"""What each press does, by the purpose of the token. Accepting an invitation leads to the form."""


def _append(secret: str, *effects: AnyEffect) -> None:
    """Do what is in no log of events, and spend the token with it.

    :raises Refused: ``token_over``: somebody was faster.
    """
    try:
        here().members.log.append({}, [here().tokens.spend(secret), *effects])
    except EffectRefused as error:
        raise Refused("token_over", 410) from error
