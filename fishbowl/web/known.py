"""What the pages of a session know of the community: its title, and the link that invites to it."""

from fishbowl.domain.community.model import About
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.rules.wall import pictured, screen
from fishbowl.domain.session.state import Session
from fishbowl.web.context import here


def community_about() -> About:
    """What is said of the community: at a laptop that has a home of the one there."""
    context = here()
    if context.home_link.home is None:
        return context.members.community.about
    return context.home_link.about or About()


def community_title() -> str:
    """The title of the community; empty until it is described: nobody is asked before."""
    about = community_about()
    return about.title if about.is_described else ""


def used_on_phones() -> str:
    """What the community uses on phones: ``offers``, ``break``, ``card``, apart by blanks.

    At a laptop that has a home only cards: members, offers and suggestions are there.
    """
    context = here()
    community, is_home = context.members.community, context.home_link.home is None
    meets = is_home and is_on(community, "introductions")
    uses = {
        "offers": meets or (is_home and is_on(community, "ask")),
        "break": meets and is_on(community, "break"),
        "card": is_on(community, "card"),
    }
    return " ".join(name for name, is_used in uses.items() if is_used)


def is_school() -> bool:
    """Whether sessions can be for under-18s."""
    about = community_about()
    return about.is_described and about.kind == "school"


def invites(session: Session) -> bool:
    """Whether people of a session are invited to be known: never under-18s."""
    return bool(community_title()) and not session.settings.under_18


def is_inviting_on_wall(session: Session) -> bool:
    """Whether the invitation is on the wall of a session now."""
    is_over = clock_state(session.clock) == "closed"
    return invites(session) and not is_over and screen(pictured(session)) == "known"


def invitation_url(chosen: str = "") -> str:
    """The link by which anybody present may join the community; its key is in the fragment.

    :param chosen: the address that a session has chosen.
    """
    context = here()
    key = context.access_keys.invitation_key(context.members.community.invitation_generation)
    return f"{context.network.base(chosen)}/i#{key}"
