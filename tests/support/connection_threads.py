"""``python -m tests.support.connection_threads serve …``: tells which threads use a connection.

A line ``main thread: STATEMENT`` is written for a statement that the main thread runs in a
connection which another thread has used before.
"""

import os
import sqlite3
import sys
import threading
from typing import Any


def watch_connections() -> None:
    """Let every connection that is opened from here on tell who uses it."""
    plain = sqlite3.connect

    def connect(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        opened = plain(*args, **kwargs)
        is_shared = False

        def note(statement: str) -> None:
            nonlocal is_shared
            if threading.get_native_id() != os.getpid():
                is_shared = True
            elif is_shared:
                print(f"main thread: {statement}", flush=True)

        opened.set_trace_callback(note)
        return opened

    sqlite3.connect = connect  # type: ignore[assignment]


def main() -> None:
    """Run the command line and watch."""
    from fishbowl.__main__ import prepare

    prepare(sys.argv[1:])
    watch_connections()
    from fishbowl.cli import fishbowl

    fishbowl()


if __name__ == "__main__":
    main()
