"""A tool that writes files writes none when it is asked how it is used."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "name", ["compile_words", "extract_words", "make_schema_sample", "record_logs"]
)
def test_help_is_told_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); import runpy;"
         f" runpy.run_module('tools.{name}', run_name='__main__')", "--help"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.startswith("usage: ")
    assert list(tmp_path.iterdir()) == []
