"""Letters that hosts cause, and those that came back."""

import secrets
from collections.abc import Iterator, Sequence

from fishbowl.domain.community.events import Entry
from fishbowl.domain.community.ids import InvitationId, MemberId, member_owner
from fishbowl.domain.community.model import Invitation
from fishbowl.domain.community.rules.members import owner_in
from fishbowl.domain.community.state import Community
from fishbowl.log.effects import AnyEffect
from fishbowl.services.batch import Beside
from fishbowl.services.letter_effects import Kind, letter
from fishbowl.views.community.host_today import Undelivered
from fishbowl.web.context import here


def undelivered(community: Community) -> Undelivered:
    """Letters that came back or were given up: to which invitations, and to how many members.

    :raises StoreError: they cannot be looked up.
    """
    invitations: set[InvitationId] = set()
    members = 0
    given_up = (
        one.owner
        for one in here().members.log.letters(failed=True)
        if one.due_at_ms is None and one.sent_at_ms is None
    )
    for owner in here().contacts.failed().union(given_up):
        found = owner_in(community, owner)
        if isinstance(found, Invitation):
            invitations.add(found.id)
        elif found is not None:
            members += 1
    return Undelivered(invitations=frozenset(invitations), members=members)


def letters_to(kind: Kind, *members: MemberId) -> Beside:
    """Letters to members that commit with the command which they are about.

    :param kind: of ``merge`` the command's entry gives the number.
    """
    context = here()
    ids = [(one, secrets.token_urlsafe(12)) for one in members]

    def beside(entries: Sequence[Entry]) -> Iterator[AnyEffect]:
        about = int(entries[0].seq) if kind == "merge" else 0
        now_ms = int(entries[0].at_ms)
        for member, id in ids:
            yield from letter(context.tokens, kind, id, member_owner(member), now_ms, about=about)

    return beside
