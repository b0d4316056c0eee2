"""The forms of a member's own page. All of them work without a script."""

import msgspec
from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands import Command
from fishbowl.domain.community.ids import Consent, Reach, member_owner
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.merges import merges_of
from fishbowl.domain.community.rules.settings import consents_asked
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.people_effects import DropLetters, DropTokens
from fishbowl.web.community.answers import (
    Refused,
    body_of,
    check,
    limit,
    refusal,
    send_form,
)
from fishbowl.web.community.me.page import page
from fishbowl.web.community.membership import at_laptop
from fishbowl.web.community.membership.contact import BadReach, confirm_letter, given, status_of
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.setup.instants import zone_of
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("me_forms", __name__)
bp.register_error_handler(Refused, refusal)

LETTERS = (5, 3600)
"""The rate limit of letters that ask whether an address is a member's."""
_letters = RateLimit(*LETTERS)
REACHES: dict[str, Reach] = {"mail": "mail", "other": "other", "pass": "pass"}


class Turned(msgspec.Struct, frozen=True, kw_only=True):
    """A switch that was turned."""

    consent: Consent
    on: bool


@bp.post("/me/consents")
def consents() -> Response | AnyResponse:
    """Turn one consent (JSON), or all of them to what the form says."""
    home = here().home_link.home
    if home is not None:
        return at_laptop.turn(home)
    mine = need_member()
    if request.is_json:
        turned = body_of(Turned)
        command = c.SetConsent(member=mine.id, consent=turned.consent, on=turned.on)
        check(here().members.ask(command, role=Role.MEMBER, member=mine.id))
        return Response(status=204)
    agreed = request.form.getlist("agree")
    for one in consents_asked(here().members.community):
        command = c.SetConsent(member=mine.id, consent=one, on=one in agreed)
        send_form(mine, command, one)
    return redirect("/me#agree", 303)


@bp.post("/me/name")
def name() -> AnyResponse | tuple[str, int]:
    """Be called otherwise, read another language, live in another time zone."""
    mine = need_member()
    label = request.form.get("label", "")[: c.LABEL_MAX]
    language = request.form.get("language", "")
    zone = request.form.get("time_zone", "")
    if here().languages.get(language) is None:
        language = mine.language
    if zone_of(zone) is None:
        problems = {"time_zone": _("This time zone is not known here. Please choose another one.")}
        return page(mine, problems=problems, typed={"label": label}), 422
    command = c.ChangeMember(member=mine.id, label=label, language=language, time_zone=zone)
    outcome = send_form(mine, command, "name")
    if outcome.code == "name_needed":
        return page(mine, problems={"label": _("Please type a name.")}), 422
    return redirect("/me#name", 303)


@bp.post("/me/reach")
def reach() -> AnyResponse | tuple[str, int]:
    """Be reached another way, or have the letter sent again that asks for a yes."""
    mine, again = need_member(), request.form.get("do") == "again"
    typed = request.form.get("contact", "")
    try:
        if again:
            _send_again(mine)
        else:
            _change(mine, REACHES.get(request.form.get("reach", ""), "pass"), typed)
    except (BadReach, Refused) as error:
        problems = {"contact": _problem(error.code)}
        return page(mine, problems=problems, typed={"contact": typed}), 422
    return redirect("/me#reach", 303)


@bp.post("/me/hosting")
def hosting() -> AnyResponse:
    """Answer whether one would be a host, or be one no more."""
    mine = need_member()
    do = request.form.get("do", "")
    commands: dict[str, Command] = {
        "accept": c.AcceptHosting(member=mine.id),
        "decline": c.DeclineHosting(member=mine.id),
        "stop": c.StopHosting(member=mine.id),
    }
    send_form(mine, _chosen(commands, do), do)
    return redirect("/me", 303)


@bp.post("/me/merge")
def merge() -> AnyResponse:
    """Answer whether two members are one."""
    mine = need_member()
    asked = next(iter(merges_of(here().members.community, mine.id)), None)
    if asked is None:
        return redirect("/me", 303)  # it is over
    do = request.form.get("do", "")
    commands: dict[str, Command] = {
        "agree": c.AgreeToMerge(member=mine.id, merge=asked.id),
        "decline": c.DeclineMerge(member=mine.id, merge=asked.id),
    }
    send_form(mine, _chosen(commands, do), do)
    return redirect("/me", 303)


def _chosen(commands: dict[str, Command], do: str) -> Command:
    if do not in commands:
        abort(400)
    return commands[do]


def _change(mine: Member, to: Reach, typed: str) -> None:
    """Let a member be reached another way.

    :raises BadReach: what they typed cannot be taken.
    :raises Refused: there were too many letters.
    """
    owner = member_owner(mine.id)
    contact = given(to, typed)
    before = status_of(mine.reach, owner)
    if contact.put is not None and (before.kind, before.address) == (to, typed.strip()):
        return
    if to == "mail":
        limit(_letters, mine.id)
    send_form(mine, c.ChangeReach(member=mine.id, reach=to), "reach", *contact.effects(owner))


def _send_again(mine: Member) -> None:
    """Send the letter anew; links of earlier ones open nothing any more."""
    owner = member_owner(mine.id)
    status = status_of(mine.reach, owner)
    if status.kind != "mail" or not status.address or status.standing == "confirmed":
        return
    limit(_letters, mine.id)
    here().members.log.append(
        {},
        [
            DropTokens(owner=owner, purpose="confirm"),
            DropLetters(owner=owner, letter="confirm"),
            *confirm_letter().effects(owner),
        ],
    )


def _problem(code: str) -> str:
    words = {
        "contact_needed": _("Write how we reach you, or choose “Only by my pass”."),
        "contact_wrong": _("That is no e-mail address."),
        "address_refused": _("We may not write to this address. Leave another one, or none."),
        "too_fast": _("Too many letters were asked for. Please wait an hour."),
    }
    return words.get(code, words["contact_wrong"])
