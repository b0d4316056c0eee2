"""What is generated from the types is up to date."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "tools"
NUMBER = re.compile(r"""(?:max|max[Ll]ength)=["{']*\d[\d_]*""")
DECLARED = re.compile(r"^(?:export )?const (\w+) =", re.M)


@pytest.mark.parametrize(
    "tool",
    sorted(path.name for path in TOOLS.glob("describe_*.py")),
)
def test_what_is_made_from_the_types_is_not_stale(tool: str) -> None:
    run = subprocess.run(
        [sys.executable, str(TOOLS / tool), "--check"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_no_face_and_no_page_writes_a_limit_as_a_number() -> None:
    faces = (ROOT / "static" / "src").rglob("*.jsx")
    pages = (ROOT / "templates").rglob("*.html")
    written = [
        f"{path.relative_to(ROOT)}: {found}"
        for path in (*faces, *pages)
        for found in NUMBER.findall(path.read_text(encoding="utf-8"))
    ]
    assert not written, "take it from shared/limits.js, or from what the page is given"


def test_no_script_declares_a_shared_limit_once_more() -> None:
    scripts = ROOT / "static" / "src"
    limits = scripts / "shared" / "limits.js"
    shared = set(DECLARED.findall(limits.read_text(encoding="utf-8")))
    again = {
        path.name: own
        for path in scripts.rglob("*.js*")
        if path != limits and (own := shared & set(DECLARED.findall(path.read_text("utf-8"))))
    }
    assert shared
    assert not again
