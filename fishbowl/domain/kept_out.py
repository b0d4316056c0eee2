"""How somebody who was sent out stays out after they have deleted themself.

Of their device a digest is left. It is made with the pseudonym of the device as its key, and the
pseudonym is gone from the log: the digest can be compared with a phone that comes back, and with
nothing else.
"""

import hmac
from base64 import urlsafe_b64encode

from fishbowl.domain.ids import PersonId
from fishbowl.domain.state import Session

_BYTES = 15
_FOR = b"kept out"


def digest_of(key: str) -> str:
    """Make what is left of a device's pseudonym."""
    return urlsafe_b64encode(hmac.digest(key.encode(), _FOR, "sha256")[:_BYTES]).decode()


def person_with(session: Session, key: str) -> PersonId | None:
    """Find whose a device is, also if all that is known of them is that they are kept out."""
    found = session.person_of_key.get(key)
    if found is not None or not session.kept_out or not key:
        return found
    digest = digest_of(key)
    return next((who for who, kept in session.kept_out.items() if kept == digest), None)
