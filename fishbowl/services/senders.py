"""Who sent a command, as the log knows it: a keyed digest of role and device."""

import hmac
from base64 import urlsafe_b64encode

from fishbowl.domain.kernel.roles import Role

_BYTES = 12


class Senders:
    """Makes the senders of one installation.

    Command ids are made by clients, so they are unique only together with who sent them: nobody
    can take an id of somebody else's, of time's own acts, or of the doors'. Whoever comes by a
    link is known by the link's role alone, so that a renewed link changes nothing.

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
