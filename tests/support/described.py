"""A database whose owner has said what its community is."""

from pathlib import Path
from typing import Any

from fishbowl.domain.community.commands import DescribeCommunity
from fishbowl.domain.kernel.roles import Role
from tests.support.served_community import ServedCommunity

TITLE = "Stewards of the North"


def describe_community(path: Path, **fields: Any) -> None:
    """Describe the community of a database, which no server may have open.

    :param fields: of :class:`~fishbowl.domain.community.commands.DescribeCommunity`.
    """
    served = ServedCommunity(path)
    served.start()
    said = {"kind": "association", "title": TITLE, "controller": "The board", **fields}
    outcome = served.asks(DescribeCommunity(**said), role=Role.OWNER)
    assert outcome.ok, outcome
    served.members.stop()
    served.service.stop()
