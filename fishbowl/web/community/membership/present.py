"""Who somebody is in a session: the phone that asks shows it."""

from typing import NamedTuple

from fishbowl.domain.session.ids import PersonId
from fishbowl.views.community.own_part import is_kept, may_link, offers_pass
from fishbowl.web.community.answers import Refused
from fishbowl.web.sign_in.device import device_key
from fishbowl.web.sign_in.identity import find_session


class Present(NamedTuple):
    """Somebody in a session, by their phone.

    :param may_link: whether members can be known as people of it.
    """

    code: str
    person: PersonId
    may_link: bool


def present(code: str) -> Present:
    """Find who the phone that asks is in a session.

    :raises Refused: ``under_18``: its people are offered no pass; ``not_here``: the phone is
        nobody's there, or they were forgotten.
    """
    session = find_session(code)
    if not offers_pass(session):
        raise Refused("under_18", 409)
    person = session.person_of_key.get(device_key(session))
    if person is None or not is_kept(session, person):
        raise Refused("not_here", 404)
    return Present(session.code, person, may_link(session))
