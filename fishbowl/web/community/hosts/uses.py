"""What the community uses: a host switches it off and on, in one place."""

from typing import NamedTuple

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from fishbowl.domain.community.commands import SwitchFeature
from fishbowl.domain.community.ids import FEATURES, Feature
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.services.audit import FEATURE_SWITCHED
from fishbowl.web.community.hosts.host import send, the_host
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _

bp = Blueprint("community_uses", __name__)


class Use(NamedTuple):
    """Something that the community can use, in words."""

    feature: Feature
    name: str
    hint: str
    is_on: bool


def uses_of(community: Community) -> list[Use]:
    """Everything that can be switched off, in its fixed order."""
    return [Use(one, *_words(one), is_on(community, one)) for one in FEATURES]


@bp.post("/community/uses")
def save() -> Response:
    """Switch everything to what the form says; what is so already stays so."""
    host, wanted = the_host(), request.form.getlist("use")
    for use in uses_of(here().members.community):
        on = use.feature in wanted
        if on != use.is_on:
            send(host, SwitchFeature(feature=use.feature, on=on), what=FEATURE_SWITCHED)
    return redirect("/community/settings?used#uses", 303)


def _words(feature: Feature) -> tuple[str, str]:
    words = {
        "introductions": (
            _("Bring two together"),
            _("Members say what they can give and what they look for; both are asked first."),
        ),
        "rounds": (
            _("Pairing rounds"),
            _("Pairs or threes for some weeks, proposed by a host; everybody is asked first."),
        ),
        "ask": (
            _("Ask each other"),
            _("Questions go to members who agreed to be asked; answers may join the archive."),
        ),
        "break": (
            _("Meet in the break"),
            _("Two phones in the same room offer it when both could help each other."),
        ),
        "promises": (
            _("Promises kept"),
            _("What members promised comes to their page, and to them by mail on its day."),
        ),
        "card": (_("My card"), _("What a session held of oneself, for oneself alone.")),
    }
    return words[feature]
