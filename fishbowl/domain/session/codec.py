"""How the entries of sessions are stored and read."""

from fishbowl.domain.kernel.codec import Codec, UnknownEvent, encode, stored
from fishbowl.domain.session.events import EVENT_TYPES, Entry
from fishbowl.domain.session.upcast import UPCASTS

__all__ = ["CODEC", "UnknownEvent", "decode", "encode", "loaded", "stored"]

CODEC = Codec(Entry, EVENT_TYPES, UPCASTS)

decode = CODEC.decode
"""Turn what is stored into an event of a session."""
loaded = CODEC.loaded
"""Turn what is stored into an entry of a session."""
