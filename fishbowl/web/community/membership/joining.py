"""What is posted by somebody who wants to be known."""

from typing import Annotated

import msgspec
from msgspec import Meta

from fishbowl.domain.community.commands.base import Label, LanguageTag, TimeZone
from fishbowl.domain.community.ids import Consent, Reach
from fishbowl.web.community.membership.contact import ADDRESS_MAX


class Joining(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is posted to be known.

    :param id: made by the browser; what is sent again with it makes nobody twice.
    :param invitation: the key for everybody present, or the token of a letter.
    :param session: the code of the session in which somebody is present, with their device in the
        header; instead of an invitation.
    :param linked: whether that session is to be theirs.
    :param home_hash: at a laptop that has a home what the home is to keep of the pass.
    """

    id: Annotated[str, Meta(min_length=8, max_length=64, pattern="^[A-Za-z0-9_-]+$")]
    verifier: Annotated[str, Meta(max_length=64)]
    name: Label
    language: LanguageTag = "en"
    time_zone: TimeZone = "UTC"
    reach: Reach = "pass"
    contact: Annotated[str, Meta(max_length=ADDRESS_MAX)] = ""
    consents: tuple[Consent, ...] = ()
    invitation: Annotated[str, Meta(max_length=200)] = ""
    session: Annotated[str, Meta(max_length=40)] = ""
    linked: bool = True
    home_hash: Annotated[str, Meta(max_length=64)] = ""
