"""Standard output and error that ignore write errors.

When a terminal is closed or a pipe ends, every write raises an error. That must neither end a
server nor keep it from shutting down.
"""

import contextlib
import sys
from typing import Any, TextIO, cast


class BestEffortStream:
    """A text stream that discards what cannot be written."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, and ignore errors."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Flush, and ignore errors."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def ignore_broken_output() -> None:
    """Wrap standard output and error, so that the process outlives its terminal."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None and not isinstance(stream, BestEffortStream):
            setattr(sys, name, cast(TextIO, BestEffortStream(stream)))
