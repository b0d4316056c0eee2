"""One member as hosts see them; asking them to be a host, removing them, asking about a merge."""

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import CONSENTS, MemberId, quarter_of
from fishbowl.domain.community.model import Member, Merge
from fishbowl.domain.community.rules.members import first_name
from fishbowl.domain.community.rules.merges import KEPT_MS, merges_with
from fishbowl.domain.community.state import Community
from fishbowl.services import audit as a
from fishbowl.views.community.host_members import MemberLine, Narrowed, member_line, member_list
from fishbowl.web.community.hosts.host import Host, find_member, refusal, send, the_host, title_of
from fishbowl.web.community.hosts.letters import letters_to
from fishbowl.web.community.hosts.words import consent_sentence, seen_words
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.numbers import read_number
from fishbowl.web.setup.instants import told

bp = Blueprint("community_member", __name__)

OTHERS_SHOWN = 20
SAID = ("asked", "taken_back", "merge_asked")


@bp.get("/community/members/<int:id>")
def show(id: int) -> str:
    """What hosts see of a member."""
    host, community = the_host(), here().members.community
    return _page(host, find_member(community, id), said=request.args.get("said", ""))


@bp.post("/community/members/<int:id>")
def change(id: int) -> str | Response:
    """Ask a member to be a host, or take the question back."""
    host, community = the_host(), here().members.community
    member = find_member(community, id)
    match request.form.get("do", ""):
        case "ask_host":
            letters = letters_to("host", member.id)
            command = c.AskHost(member=member.id)
            outcome = send(host, command, what=a.HOST_ASKED, beside=letters)
            said = "asked"
        case "take_back":
            back = c.TakeBackHostQuestion(member=member.id)
            outcome = send(host, back, what=a.HOST_QUESTION_TAKEN_BACK)
            said = "taken_back"
        case _:
            abort(400)
    if not outcome.ok:
        return _page(host, member, problem=refusal(outcome.code))
    return redirect(f"/community/members/{member.id}?said={said}", 303)


@bp.get("/community/members/<int:id>/remove")
def ask_before_removing(id: int) -> str:
    """Say what removing deletes, and ask."""
    host, community = the_host(), here().members.community
    member = find_member(community, id)
    return render_template(
        "community/host_remove.html",
        is_owner=host.is_owner,
        title=title_of(community),
        line=_line(community, member),
    )


@bp.post("/community/members/<int:id>/remove")
def remove(id: int) -> str | Response:
    """Remove a member."""
    host = the_host()
    member = find_member(here().members.community, id)
    outcome = send(host, c.RemoveMember(member=member.id), what=a.MEMBER_REMOVED)
    if not outcome.ok:
        return _page(host, member, problem=refusal(outcome.code))
    return redirect("/community/members?removed", 303)


@bp.get("/community/members/<int:id>/merge")
def choose_other(id: int) -> str:
    """Find the other entry of the same person: at first those whose names are alike."""
    host, community = the_host(), here().members.community
    member = find_member(community, id)
    line = _line(community, member)
    typed = request.args.get("q", first_name(line.label))[: c.LABEL_MAX]
    now = quarter_of(here().clock.now_ms())
    found = member_list(community, Narrowed(words=typed), now)
    others = [one for one in found.lines if one.id != member.id]
    return render_template(
        "community/host_merge.html",
        is_owner=host.is_owner,
        title=title_of(community),
        line=line,
        others=others[:OTHERS_SHOWN],
        more=found.count - 1 > OTHERS_SHOWN,
        typed=typed if others or "q" in request.args else "",
        typed_max=c.LABEL_MAX,
    )


@bp.post("/community/members/<int:id>/merge")
def propose_merge(id: int) -> str | Response:
    """Ask two members whether they are the same person."""
    host, community = the_host(), here().members.community
    member = find_member(community, id)
    other = find_member(community, read_number(request.form.get("other", "")) or 0)
    command = c.ProposeMerge(keeps=member.id, goes=other.id)
    letters = letters_to("merge", member.id, other.id)
    outcome = send(host, command, what=a.MERGE_PROPOSED, beside=letters)
    if not outcome.ok:
        return _page(host, member, problem=refusal(outcome.code))
    return redirect(f"/community/members/{member.id}?said=merge_asked", 303)


def _page(host: Host, member: Member, *, said: str = "", problem: str = "") -> str:
    community = here().members.community
    line = _line(community, member)
    merge = next(iter(merges_with(community, member.id)), None)
    other = _other(community, merge, member.id)
    return render_template(
        "community/host_member.html",
        is_owner=host.is_owner,
        title=title_of(community),
        line=line,
        facts=_facts(line),
        consents=[
            {"is_on": one in line.consents, "words": consent_sentence(one)} for one in CONSENTS
        ],
        other="" if other is None else other.label,
        other_day="" if merge is None else told(merge.proposed_at_ms + KEPT_MS, day_only=True),
        said=problem or _said(said),
        said_is_problem=bool(problem),
        is_me=host.member == member.id,
    )


def _line(community: Community, member: Member) -> MemberLine:
    return member_line(community, member, quarter_of(here().clock.now_ms()))


def _other(community: Community, merge: Merge | None, member: MemberId) -> Member | None:
    if merge is None:
        return None
    return community.members.get(merge.goes if merge.keeps == member else merge.keeps)


def _facts(line: MemberLine) -> list[str]:
    facts = []
    if line.is_host:
        facts.append(_("Looks after this community as a host."))
    if line.is_asked:
        facts.append(_("Was asked to be a host."))
    if line.seen:
        facts.append(_("Last seen: %(when)s.") % {"when": seen_words(line.seen)})
    return facts


def _said(said: str) -> str:
    words = {
        "asked": _("They are asked. Without an answer the question ends after 30 days."),
        "taken_back": _("The question is withdrawn."),
        "merge_asked": _("Both are asked. Without two answers the question ends after 30 days."),
    }
    return words.get(said, "")
