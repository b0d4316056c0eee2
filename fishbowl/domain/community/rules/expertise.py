"""What members may be asked about, because they spoke on it and said so."""

from collections.abc import Iterator

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.state import Community


def ticked(community: Community, member: MemberId, code: str) -> tuple[str, ...]:
    """The topics of a session that a member has ticked."""
    found = (one for one in community.expertise.get(member, ()) if one.code == code)
    return next((one.topics for one in found), ())


def topics_of(community: Community, member: MemberId) -> Iterator[tuple[str, str]]:
    """What a member may be asked about: the code of a session and a topic of it.

    Nothing, unless they agree to be asked.
    """
    found = community.members.get(member)
    if found is None or "answer" not in found.consents:
        return
    for one in community.expertise.get(member, ()):
        for topic in one.topics:
            yield one.code, topic
