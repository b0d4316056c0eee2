"""The name by which phones of the local network find this server, instead of an address.

With a name in the QR phones stay the same persons when a second laptop takes over: what a browser
keeps belongs to the name. It needs the extra ``fishbowl[lan]``.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner

PACKAGE = Path(__file__).resolve().parents[1]
TURN_MAX_S = 60.0
"""To start the process takes less, or the loop hangs."""


class LanName:
    """Keeps a process that announces a name: :mod:`fishbowl.host.announcer`.

    :param wanted: the name without ``.local``.
    :param host: where the server listens; ``0.0.0.0`` is every address of this machine.
    :param runner: where the process is waited for; nothing else may run there.
    :param supervisor: runs :meth:`run`, with ``turns``.
    """

    def __init__(
        self, wanted: str, host: str, port: int, runner: Runner, supervisor: Supervisor
    ) -> None:
        self.turns = supervisor.turns("announce the name", TURN_MAX_S)
        self._words = (wanted, host, str(port))
        self._runner = runner
        self._process: subprocess.Popen[str] | None = None
        self._is_stopped = False
        self._name = ""

    @property
    def host(self) -> str:
        """The name as it stands in an address, ``fishbowl.local``; empty while there is none."""
        return f"{self._name}.local" if self._name else ""

    def run(self) -> None:
        """Follow the process until :meth:`stop`.

        :raises OSError: it cannot be started, or ended by itself.
        """
        process = self._process = self._runner(self._started)
        assert process.stdout is not None
        try:
            while line := self._next_line(process.stdout.readline):
                self._name = line.strip()
        finally:
            self._name = ""
            self._take_back()
            self._runner(process.wait)
            process.stdout.close()
        if not self._is_stopped:
            raise OSError("the process that announces the name has ended")

    def _next_line(self, readline: Callable[[], str]) -> str:
        with self.turns.waiting():
            return self._runner(readline)

    def stop(self) -> None:
        """Take the name back; :meth:`run` ends then."""
        self._is_stopped = True
        self._take_back()

    def _started(self) -> "subprocess.Popen[str]":
        paths = [str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
        return subprocess.Popen(
            [sys.executable, "-m", "fishbowl.host.announcer", *self._words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )

    def _take_back(self) -> None:
        """Close the input of the process: it says goodbye to the network and ends."""
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
