"""The connections to the file belong to the threads of the log once these run.

SQLite calls back into Python where a table tells of its changes. A thread that waits for the
connection and holds the interpreter's lock then waits for ever, and so does the other one.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.server import Server, free_port


@pytest.mark.parametrize("is_new", [True, False], ids=["new file", "file that was served"])
def test_the_main_thread_leaves_connections_to_the_threads_of_the_log(
    tmp_path: Path, is_new: bool
) -> None:
    db = tmp_path / "fishbowl.db"
    if not is_new:
        before = Server(db)
        before.start()
        before.create_session()
        before.stop()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.connection_threads", "serve", "--host", "127.0.0.1",
         "--port", str(free_port()), "--db", str(db), "--no-open"],
        stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if "Press Ctrl+C" in line:
                process.terminate()
    assert "main thread" not in said
    assert "Everything is saved" in said
