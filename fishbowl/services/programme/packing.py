"""The lines of a programme as text, for the page that shows them before they are taken."""

import base64
import binascii
import zlib

import msgspec

from fishbowl.domain.series.commands import LINES_MAX, ProgrammeLine
from fishbowl.services.programme.model import BadProgramme

_PLAIN_MAX = LINES_MAX * 6_000
"""More than the longest programme takes; a text that unfolds further is not ours."""


def pack(lines: tuple[ProgrammeLine, ...]) -> str:
    """Write lines."""
    return base64.b64encode(zlib.compress(_encoder.encode(lines))).decode()


def unpack(text: str) -> tuple[ProgrammeLine, ...]:
    """Read lines.

    :raises BadProgramme: ``broken``: they were not written here.
    """
    try:
        unfolding = zlib.decompressobj()
        plain = unfolding.decompress(base64.b64decode(text, validate=True), _PLAIN_MAX)
        if unfolding.unconsumed_tail:
            raise BadProgramme("broken")
        return _decoder.decode(plain)
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        raise BadProgramme("broken") from None


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(tuple[ProgrammeLine, ...])
