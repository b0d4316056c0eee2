"""Lets sign-ins end at once, in memory and in live connections, when a member's access ends."""

from fishbowl.access.sign_ins import SignIns
from fishbowl.domain.community.events import MemberLeft, PassReplaced
from fishbowl.services.community import Change


class CommunityAccess:
    """Follows the community.

    :param sign_ins: forget what the file has forgotten with the entries.
    """

    def __init__(self, sign_ins: SignIns) -> None:
        self._sign_ins = sign_ins

    def on_change(self, change: Change) -> None:
        """Take up who has left, and who has a new pass; a subscriber of the writer."""
        for entry in change.entries:
            if isinstance(entry.event, MemberLeft | PassReplaced):
                self._sign_ins.forget_member(entry.event.member)
