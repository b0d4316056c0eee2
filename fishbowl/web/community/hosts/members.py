"""The list of members: search by name, and by what they agreed to."""

from typing import NamedTuple, cast, get_args
from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from fishbowl.domain.community.commands import LABEL_MAX
from fishbowl.domain.community.ids import CONSENTS, quarter_of
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.views.community.host_members import (
    PAGE,
    SEEN,
    MemberList,
    Narrowed,
    Seen,
    member_list,
)
from fishbowl.web.community.hosts.host import the_host, title_of
from fishbowl.web.community.hosts.words import consent_name, seen_words
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.numbers import read_number

bp = Blueprint("community_members", __name__)

FIRST_MAX = 100_000


class Choice(NamedTuple):
    """Something to narrow the list by."""

    label: str
    members: int
    href: str
    is_on: bool
    seen: str = ""


class Facet(NamedTuple):
    """Choices that exclude each other."""

    title: str
    choices: list[Choice]


@bp.get("/community/members")
def show() -> str:
    """Members by name, page by page."""
    host, community = the_host(), here().members.community
    typed = request.args.get("q", "")[:LABEL_MAX]
    narrowed = _narrowed(typed)
    first = min(read_number(request.args.get("first", "")) or 0, FIRST_MAX)
    now = quarter_of(here().clock.now_ms())
    found = member_list(community, narrowed, now, first=first)
    return render_template(
        "community/host_members.html",
        is_owner=host.is_owner,
        title=title_of(community),
        found=found,
        typed=typed,
        typed_max=LABEL_MAX,
        narrow=[one for one in _asked(narrowed).items() if one[0] != "q"],
        facets=_facets(found, narrowed),
        shows_seen=bool(found.seen),
        removed="removed" in request.args,
        pairs=is_on(community, "rounds") or bool(community.rounds),
        rows=[
            {
                "id": line.id,
                "label": line.label,
                "part": _("host") if line.is_host else "",
                "agreed": _listed([consent_name(one) for one in line.consents]),
                "seen": line.seen,
                "seen_words": seen_words(line.seen) if line.seen else "",
            }
            for line in found.lines
        ],
        earlier=_href(narrowed, first - PAGE) if first > 0 else "",
        later=_href(narrowed, first + PAGE) if first + PAGE < found.count else "",
    )


def _narrowed(typed: str) -> Narrowed:
    agreed, seen = request.args.get("agreed", ""), request.args.get("seen", "")
    return Narrowed(
        words=typed,
        agreed=agreed if agreed in CONSENTS else "",
        seen=cast(Seen, seen) if seen in get_args(Seen) else "",
        hosts=request.args.get("part") == "host",
    )


def _facets(found: MemberList, narrowed: Narrowed) -> list[Facet]:
    facets = [
        Facet(
            _("They agreed to"),
            [
                _choice(narrowed, "agreed", one, consent_name(one), found.agreed[one])
                for one in CONSENTS
            ],
        )
    ]
    if found.seen:
        choices = [
            _choice(narrowed, "seen", one, seen_words(one), found.seen[one], seen=one)
            for one in SEEN
        ]
        facets.append(Facet(_("Last seen"), choices))
    if found.hosts:
        choices = [_choice(narrowed, "part", "host", _("hosts"), found.hosts)]
        facets.append(Facet(_("Besides"), choices))
    shown = [Facet(one.title, [c for c in one.choices if c.members or c.is_on]) for one in facets]
    return [one for one in shown if one.choices]


def _choice(
    narrowed: Narrowed, name: str, value: str, label: str, count: int, *, seen: str = ""
) -> Choice:
    """A choice; the one that is on leads back to the list without it."""
    asked = _asked(narrowed)
    is_on = asked[name] == value
    asked[name] = "" if is_on else value
    return Choice(label, count, _address(asked), is_on, seen)


def _href(narrowed: Narrowed, first: int) -> str:
    return _address({**_asked(narrowed), "first": str(first) if first > 0 else ""})


def _asked(narrowed: Narrowed) -> dict[str, str]:
    return {
        "q": narrowed.words,
        "agreed": narrowed.agreed,
        "seen": narrowed.seen,
        "part": "host" if narrowed.hosts else "",
    }


def _address(asked: dict[str, str]) -> str:
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"/community/members?{query}" if query else "/community/members"


def _listed(words: list[str]) -> str:
    all = words[0] if words else ""
    for one in words[1:]:
        all = _("%(all)s, %(one)s") % {"all": all, "one": one}
    return all
