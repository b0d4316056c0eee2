"""What a page keeps of the views it is sent: the page's own JavaScript, run by Node."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

from fishbowl import _build

SCRIPT = Path(__file__).with_name("kept.mjs")


class Kept:
    """A process that is told every message, one after the other."""

    def __init__(self) -> None:
        self._node = subprocess.Popen(
            [_build.find_node(), SCRIPT],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        )  # fmt: skip
        self.slices: dict[str, Any] = {}

    def take(self, message: dict[str, Any] | None) -> bool:
        """Take a message in; ``None`` stands for a line that was cut.

        :return: whether it fits; if not, the whole view is needed again.
        """
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps(message) + "\n")
        kept = json.loads(self._node.stdout.readline())
        if kept is not None:
            self.slices = kept["slices"]
        return kept is not None

    def close(self) -> None:
        """End the process; nothing happens if it has ended."""
        if self._node.poll() is None:
            self._node.communicate()

    def __enter__(self) -> "Kept":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
