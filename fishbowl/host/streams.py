"""Standard output and error that may be closed: a terminal is closed, a ``tee`` ends.

Python then raises an error at every write. A server must neither end nor fail to end because of it.
"""

import contextlib
import sys
from typing import Any, TextIO, cast


class Unbreakable:
    """A text stream that drops what cannot be written."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, if there is somebody to read it."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Pass on what waits, if there is somebody to read it."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def outlive_the_terminal() -> None:
    """Let this process go on when whoever reads its output has gone."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None and not isinstance(stream, Unbreakable):
            setattr(sys, name, cast(TextIO, Unbreakable(stream)))
