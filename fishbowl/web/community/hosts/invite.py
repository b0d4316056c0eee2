"""Inviting people: everybody present, one person by name, many from a list."""

import secrets
from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import InvitationId
from fishbowl.domain.kernel.words import clean
from fishbowl.services import audit as a
from fishbowl.services.contacts import ADDRESS_MAX
from fishbowl.services.inviting import Sent, invite
from fishbowl.services.people_list import (
    Listed,
    PeopleList,
    decoded,
    is_address,
    read_people,
    written,
)
from fishbowl.views.community.host_today import told_count
from fishbowl.web.community.hosts.host import Host, note, refusal, send, the_host, title_of
from fishbowl.web.community.hosts.letters import undelivered
from fishbowl.web.community.hosts.long_lists import allow_list
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_path
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.numbers import read_number
from fishbowl.web.setup.instants import told

bp = Blueprint("community_invite", __name__)

PAGE = 100
NAMES_SHOWN = 30
_ID_MAX = 40


class Waiting(NamedTuple):
    """An invitation that looks unanswered."""

    id: int
    label: str
    day: str
    came_back: bool


class Person(NamedTuple):
    """What was typed about one person."""

    name: str = ""
    address: str = ""
    language: str = ""


@bp.get("/community/invite")
def show() -> str:
    """All three ways, and who waits for an answer."""
    said = []
    if "renewed" in request.args:
        said.append(_("The link is new. The old one opens nothing any more."))
    if "withdrawn" in request.args:
        said.append(_("The invitation is withdrawn, and its name and address are deleted."))
    if "invited" in request.args:
        said.append(_sent_words(1, 0))
    return _page(the_host(), said=said)


@bp.post("/community/invite/link")
def renew() -> str | Response:
    """Make another link for everybody present, if it is still the one that the page showed."""
    host, community = the_host(), here().members.community
    seen = read_number(request.form.get("generation", ""))
    if seen == community.invitation_generation:
        outcome = send(host, c.RenewInvitationLink(), what=a.INVITATION_LINK_RENEWED)
        if not outcome.ok:
            return _page(host, problem=refusal(outcome.code))
    return redirect("/community/invite?renewed", 303)


@bp.post("/community/invite/person")
def invite_person() -> str | Response | tuple[str, int]:
    """Invite one person by name."""
    host = the_host()
    typed = Person(*(request.form.get(name, "").strip() for name in Person._fields))
    language = typed.language if here().languages.get(typed.language) else current_language().code
    label, address = clean(typed.name)[: c.LABEL_MAX], typed.address
    if not label:
        problem = _("Please type a name. Nothing was sent.")
        return _page(host, one=typed, problem=problem), 422
    if not is_address(address):
        problem = _("That is no e-mail address. Nothing was sent.")
        return _page(host, one=typed, one_problem=problem), 422
    sent = _invite(host, [Listed(label, address, language)])
    if not sent.outcome.ok:
        return _page(host, one=typed, problem=refusal(sent.outcome.code)), 409
    return redirect("/community/invite?invited", 303)


@bp.post("/community/invite/list")
def look_at_list() -> str | tuple[str, int]:
    """Show what a list holds before anything is sent."""
    host = the_host()
    try:
        text = _list_text()
    except RequestEntityTooLarge:
        problem = _("This list is too long to be read at once. Nothing was sent.")
        return _page(host, problem=problem), 413
    found = _read("\n".join((text, request.form.get("with", ""))))
    if not found.people and not found.problems:
        problem = _("The list is empty. Nothing was sent.")
        return _page(host, problem=problem), 422
    return _list_page(host, found)


@bp.post("/community/invite/people")
def invite_people() -> str | tuple[str, int]:
    """Invite everybody on a list that was looked at; lines to be mended stay in the field."""
    host = the_host()
    allow_list()
    found, broken = _read(request.form.get("list", "")), request.form.get("broken", "")
    if not found.people:
        abort(400)
    sent = _invite(host, found.people)
    if not sent.outcome.ok:
        whole = "\n".join(filter(None, (written(found.people), broken)))
        return _page(host, problem=refusal(sent.outcome.code), list=whole), 409
    return _page(host, said=[_sent_words(len(found.people), sent.left_out)], list=broken)


@bp.post("/community/invite/<int:id>/withdraw")
def withdraw(id: int) -> Response:
    """Take an invitation back; also one that is over, so that nothing shows by it."""
    host = the_host()
    command = c.EndInvitation(invitation=InvitationId(id), why="withdrawn")
    send(host, command, what=a.INVITATION_WITHDRAWN)
    return redirect("/community/invite?withdrawn#waiting", 303)


def _invite(host: Host, people: Sequence[Listed]) -> Sent:
    id = request.form.get("id", "")[:_ID_MAX] or secrets.token_urlsafe(12)
    context = here()
    sent = invite(
        context.members,
        context.contacts,
        context.tokens,
        people,
        role=host.role,
        member=host.member,
        command_id=f"invite-{id}",
    )
    if sent.outcome.code == "not_saved":
        abort(503)
    if sent.outcome.ok:
        note(host, a.PEOPLE_INVITED, count=len(people))
    return sent


def _sent_words(count: int, left_out: int) -> str:
    words = n_(
        "The invitation is on its way, unless they are a member already, were asked before, or do "
        "not want to be asked.",
        "%(n)s invitations are on their way, but for those who are members already, were asked "
        "before, or do not want to be asked.",
        count,
    )
    n = told_count(left_out)
    if n:
        left = n_("%(n)s letter was left out.", "%(n)s letters were left out.", n)
        return f"{words % {'n': count}} {left % {'n': n}}"
    return words % {"n": count}


def _list_text() -> str:
    allow_list()
    typed = request.form.get("list", "")
    file = request.files.get("file")
    return "\n".join(filter(None, (typed, decoded(file.read()) if file else "")))


def _read(text: str) -> PeopleList:
    return read_people(text, here().languages.codes, current_language().code)


def _list_page(host: Host, found: PeopleList) -> str:
    broken = "\n".join(one.words for one in found.problems)
    return render_template(
        "community/host_list.html",
        is_owner=host.is_owner,
        title=title_of(here().members.community),
        good=found.people,
        problems=found.problems,
        same=found.same,
        list=written(found.people),
        broken=broken,
        shown=NAMES_SHOWN,
        id=secrets.token_urlsafe(12),
        why={
            "no_name": _("A name is missing."),
            "no_address": _("An e-mail address is missing."),
            "bad_address": _("That is no e-mail address."),
            "too_long": _("This is too long."),
            "too_many": _("More than can be invited at once."),
        },
    )


def _page(
    host: Host,
    *,
    said: list[str] | None = None,
    problem: str = "",
    one: Person | None = None,
    one_problem: str = "",
    list: str = "",
) -> str:
    context, community = here(), here().members.community
    generation = community.invitation_generation
    link = f"{context.network.base()}/i#{context.access_keys.invitation_key(generation)}"
    size, modules = qr_path(link)
    first = read_number(request.args.get("first", "")) or 0
    came_back = undelivered(community).invitations
    invitations = sorted(community.invitations.values(), key=lambda one: one.id, reverse=True)
    return render_template(
        "community/host_invite.html",
        address_max=ADDRESS_MAX,
        is_owner=host.is_owner,
        title=title_of(community),
        said=said or [],
        problem=problem,
        link=link,
        generation=generation,
        qr_size=size,
        qr_modules=modules,
        id=secrets.token_urlsafe(12),
        letters=context.letters(),
        one=one or Person(),
        one_problem=one_problem,
        name_max=c.LABEL_MAX,
        list=list,
        people_max=c.PEOPLE_MAX,
        waiting=[
            Waiting(
                id=one.id,
                label=one.label,
                day=told(one.expires_at_ms, day_only=True),
                came_back=one.id in came_back,
            )
            for one in invitations[first : first + PAGE]
        ],
        earlier=_waiting_page(first - PAGE) if first > 0 else "",
        later=_waiting_page(first + PAGE) if first + PAGE < len(invitations) else "",
    )


def _waiting_page(first: int) -> str:
    query = f"?first={first}" if first > 0 else ""
    return f"/community/invite{query}#waiting"
