"""Events of what the community is and uses."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import Feature, Kind


class CommunityDescribed(Event, frozen=True, kw_only=True):
    """A host said what this community is; all fields hold from then on.

    :param title: its name, as letters and pages write it.
    :param controller: who is responsible for the data (GDPR, Article 4), with ``address``.
    :param contact: how the controller is reached about data.
    :param basis: the legal basis, in the controller's words.
    :param agreement: a works agreement, if there is one.
    :param trusted: whom members can turn to when something is wrong between two of them; need not
        be a host.
    """

    name: ClassVar[str] = "community.described"
    kind: Kind
    title: str
    controller: str
    address: str
    contact: str
    basis: str
    agreement: str
    trusted: str = ""


class FeatureSwitched(Event, frozen=True, kw_only=True):
    """A host switched on or off what the community uses."""

    name: ClassVar[str] = "community.feature_switched"
    feature: Feature
    on: bool
