"""Message-IDs: made of a letter's id, the same whenever it is sent, and not to be made up.

Whoever says that a letter came back has to know its Message-ID, which only those have seen through
whose hands it went.
"""

import hmac

MARK_BYTES = 10


class MessageIds:
    """Makes and reads them.

    :param secret: of this installation.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def make(self, letter_id: str) -> str:
        """The part before the ``@``."""
        return f"{letter_id}.{self._mark(letter_id)}"

    def letter_id(self, message_id: str) -> str | None:
        """The letter that has this Message-ID; ``None`` if none of ours has.

        :param message_id: with or without ``<``, ``>`` and what stands behind the ``@``.
        """
        local = message_id.strip().strip("<>").partition("@")[0]
        letter_id, _, mark = local.rpartition(".")
        if letter_id and hmac.compare_digest(mark.encode(), self._mark(letter_id).encode()):
            return letter_id
        return None

    def _mark(self, letter_id: str) -> str:
        message = f"fishbowl message-id\0{letter_id}".encode("utf-8", "replace")
        return hmac.digest(self._secret, message, "sha256")[:MARK_BYTES].hex()
