"""What a state of the community consists of."""

from fishbowl.domain.community.model.about import About
from fishbowl.domain.community.model.invitations import Invitation
from fishbowl.domain.community.model.members import Hosting, Link, Member
from fishbowl.domain.community.model.merges import Merge

__all__ = ["About", "Hosting", "Invitation", "Link", "Member", "Merge"]
