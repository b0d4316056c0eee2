"""What is generated from the types is up to date."""

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.mark.parametrize("tool", ["describe_wire.py", "describe_protocol.py"])
def test_the_description_of_the_wire_is_not_stale(tool: str) -> None:
    run = subprocess.run(
        [sys.executable, str(TOOLS / tool), "--check"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
