"""Where the program starts. Importing this patches nothing.

``serve`` and ``demo`` need the standard library patched before anything else is imported, when
the async mode is eventlet or gevent; this is the one place that does it.
"""

import os
import sys
import warnings
from collections.abc import Sequence

PATCHED_COMMANDS = {"serve", "demo"}


def main() -> None:
    """Run the command line."""
    prepare(sys.argv[1:])
    from fishbowl.cli import fishbowl

    fishbowl(prog_name="fishbowl")  # also for `python -m`: the shell's completion goes by it


def prepare(arguments: Sequence[str]) -> None:
    """Patch the standard library where the command and the async mode need it.

    :raises SystemExit: there is no such async mode.
    """
    from fishbowl.host.settings import async_mode

    try:
        mode = async_mode()
    except ValueError as error:
        sys.exit(str(error))
    if not PATCHED_COMMANDS.intersection(arguments):
        return
    if mode == "eventlet":
        # It would bring a resolver of its own, for names that a server never asks for.
        os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
        with warnings.catch_warnings():
            # Eventlet announces its own retirement; docs/architecture.md says what we do about it.
            warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
            import eventlet
        eventlet.monkey_patch()
    elif mode == "gevent":
        from gevent import monkey

        # Processes are asked from OS threads, where gevent's own pipes could not be waited for.
        monkey.patch_all(subprocess=False, os=False, signal=False)


if __name__ == "__main__":
    main()
