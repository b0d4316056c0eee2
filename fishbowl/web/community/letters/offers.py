"""What the letter about an offer that ends soon leads to; each press acts once."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import OfferId
from fishbowl.domain.community.model import Offer
from fishbowl.domain.kernel.ids import Seq
from fishbowl.services.tokens import Token
from fishbowl.web.community.answers import Refused
from fishbowl.web.community.letters.press import Act, do_once, member_of
from fishbowl.web.context import here


def told(token: Token) -> dict[str, str]:
    """What the page tells: the words that are asked about.

    :raises Refused: ``token_over``: it has ended, or was answered on the page.
    """
    return {"text": _asked(token).words}


def _keep(token: Token, secret: str) -> str:
    offer = _asked(token)
    do_once(c.KeepOffer(member=offer.member, offer=offer.id), secret)
    return "offer_stands"


def _end(token: Token, secret: str) -> str:
    offer = _asked(token)
    do_once(c.EndOffer(member=offer.member, offer=offer.id), secret)
    return "offer_ended"


ACTS: dict[tuple[str, str], Act] = {
    ("offer", "keep"): _keep,
    ("offer", "end"): _end,
}
"""What each press does, by the purpose of the token."""


def _asked(token: Token) -> Offer:
    offer = here().members.community.offers.get(OfferId(Seq(token.about)))
    if offer is None or offer.member != member_of(token).id or offer.asked_at_ms is None:
        raise Refused("token_over", 410)
    return offer
