"""Every kind of stream that there is. A new kind joins by being listed here."""

from typing import Any

from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.streams import StreamKind
from fishbowl.domain.series.stream import SERIES
from fishbowl.domain.session.stream import SESSION

KINDS: tuple[StreamKind[Any], ...] = (SESSION, COMMUNITY, SERIES)
