"""The sender of a command in the log: a keyed digest of session, role and device."""

import hmac
from base64 import urlsafe_b64encode

from fishbowl.domain.kernel.roles import Role

_BYTES = 12


class Senders:
    """Computes senders for one installation.

    Clients choose command ids, so an id is unique only together with its sender. So nobody can use
    up an id of another device, of the timekeeper or of a page. Helpers, who sign in with a link,
    have one sender for each role, so that renewing a link does not change it.

    :param secret: the signing key of the database.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def sender(self, code: str, role: Role, key: str) -> str:
        """The sender of a command in one session.

        :param key: the pseudonym of the device, or empty.
        """
        message = "\x00".join(("sender", code, role.value, key)).encode()
        return urlsafe_b64encode(hmac.digest(self._secret, message, "sha256")[:_BYTES]).decode()
