"""Passes of members as a browser makes them, and what a server is shown of one."""

import hmac
from base64 import urlsafe_b64encode

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 5
_GROUP = 4


def pass_of(secret: bytes) -> str:
    """Write 20 bytes as a pass, in the base32 of Crockford.

    >>> pass_of(bytes(20))
    '0000-0000-0000-0000-0000-0000-0000-0000'
    """
    number = int.from_bytes(secret)
    places = range(len(secret) * 8 - _BITS, -1, -_BITS)
    digits = "".join(_DIGITS[number >> place & 31] for place in places)
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def secret_of(written: str) -> bytes:
    """Read the 20 bytes of a pass."""
    number = 0
    for digit in written.replace("-", ""):
        number = number << _BITS | _DIGITS.index(digit)
    return number.to_bytes(20)


def verifier_of(written: str, installation: str) -> str:
    """Make what a browser shows the server with this mark.

    :param installation: :meth:`fishbowl.access.keys.AccessKeys.installation_mark`.
    """
    message = f"fishbowl pass {installation}".encode()
    mac = hmac.digest(secret_of(written), message, "sha256")
    return urlsafe_b64encode(mac).decode().rstrip("=")
