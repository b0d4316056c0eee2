"""Deletes, at a start, what an older copy of the database keeps of people and should not.

That is what is kept of people who are neither members nor invited, and passes that were replaced.
"""

from fishbowl.domain.community.events import PassReplaced
from fishbowl.domain.community.ids import invitation_owner, member_owner
from fishbowl.domain.community.state import EMPTY, Community
from fishbowl.domain.community.stream import COMMUNITY, COMMUNITY_STREAM
from fishbowl.domain.kernel.streams import Stream
from fishbowl.log import Log, StoreError
from fishbowl.log.effects import EndSignIns
from fishbowl.log.erasure_lines import ErasureLine
from fishbowl.log.people_effects import DropTokens, EndPasses, KeepOwners, RefuseAddress
from fishbowl.log.records import MEMBER


def owners(community: Community) -> frozenset[str]:
    """Everybody of whom contacts, tokens and letters may be kept."""
    return frozenset(
        [
            *map(member_owner, community.members),
            *(
                invitation_owner(one.id)
                for one in community.invitations.values()
                if not one.is_refused
            ),
        ]
    )


def drop_strangers(log: Log, changed: Stream = COMMUNITY_STREAM) -> None:
    """Delete the contacts, passes, tokens, letters and sign-ins of everybody else.

    An address that a letter was refused to is remembered as refused before. Where the community
    cannot be read nothing is deleted: who is a member is not known.

    :param changed: the stream that was changed; where it is another one, nothing is to be done.
    :raises Unavailable: the database refuses.
    """
    if changed != COMMUNITY_STREAM:
        return
    try:
        community: Community = log.folded(COMMUNITY_STREAM) or EMPTY
    except (StoreError, ValueError, LookupError, TypeError):
        return
    refused = [one.id for one in community.invitations.values() if one.is_refused]
    log.append(
        {},
        [
            *(RefuseAddress(owner=invitation_owner(id)) for id in refused),
            KeepOwners(owners=owners(community)),
        ],
    )


def end_replaced_passes(log: Log, line: ErasureLine) -> None:
    """Let the passes of an older copy open nothing that were replaced since it was made.

    The new one is not in the copy: its member asks for another one, as after losing it.

    :param line: a line that was just applied; one about anything else does nothing.
    :raises Unavailable: the database refuses.
    """
    event = line.event(COMMUNITY) if line.type == PassReplaced.name else None
    if not isinstance(event, PassReplaced):
        return
    log.append(
        {},
        [
            EndPasses(member=event.member),
            EndSignIns(opens=MEMBER, generation=event.member),
            DropTokens(owner=member_owner(event.member), purpose="new_pass"),
        ],
    )
