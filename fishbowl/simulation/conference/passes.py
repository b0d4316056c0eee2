"""Passes of simulated members, made and shown as a browser does it (``pass.js``)."""

from base64 import b32decode, b32encode, urlsafe_b64encode
from hashlib import sha256
from hmac import digest

BYTES = 20
GROUP = 4
_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_WRITTEN = str.maketrans(_STANDARD, _CROCKFORD)
_READ = str.maketrans(_CROCKFORD, _STANDARD)


def make_pass(random: bytes) -> str:
    """Write a pass: eight groups of four characters.

    :param random: :data:`BYTES` bytes.
    """
    digits = b32encode(random).decode().translate(_WRITTEN)
    return "-".join(digits[at : at + GROUP] for at in range(0, len(digits), GROUP))


def verifier_of(written: str, mark: str) -> str:
    """What a server is shown instead of a pass, as base64url without padding.

    :param written: the pass.
    :param mark: that of the installation, as its pages have it.
    """
    key = b32decode(written.replace("-", "").translate(_READ))
    mac = digest(key, f"fishbowl pass {mark}".encode(), sha256)
    return urlsafe_b64encode(mac).decode().rstrip("=")


def pass_link(url: str, written: str, mark: str) -> str:
    """The link that opens a member's page; the pass is behind the ``#``, which is sent nowhere."""
    return f"{url}/m#{written}.{mark}"
