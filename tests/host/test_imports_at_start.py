"""What a server must not import when it starts: it costs time and memory that few servers need."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STARTS = "import fishbowl.app, fishbowl.cli.serve"


@pytest.mark.parametrize("library", ["networkx", "rapidfuzz"])
def test_a_server_starts_without_the_libraries_of_matching_and_pairing(library: str) -> None:
    asks = f"import sys; {STARTS}; sys.exit({library!r} in sys.modules)"
    subprocess.run([sys.executable, "-W", "ignore", "-c", asks], cwd=ROOT, check=True)
