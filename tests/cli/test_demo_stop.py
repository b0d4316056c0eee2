"""Ctrl+C ends a demo at once: server and crowd, with nothing to complain about."""

import os
import signal
import subprocess
import sys

HANGS_S = 60


def test_ctrl_c_stops_the_server_and_the_crowd(tmp_path):
    options = [
        "--no-open",
        "--people",
        "6",
        "--speed",
        "60",
        "--port",
        "0",
        "--db",
        str(tmp_path / "demo.db"),
    ]
    running = subprocess.Popen(
        [sys.executable, "-m", "fishbowl", "demo", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stdout is not None
    next(line for line in running.stdout if " takes chair " in line)  # the crowd is in
    os.killpg(running.pid, signal.SIGINT)
    said, complaints = running.communicate(timeout=HANGS_S)  # ends when the crowd has gone too
    assert running.returncode == 0
    assert said.splitlines()[-1] == "Stopped. Everything is saved."
    assert complaints == ""
