"""Makes a release of what is committed: version, date in the changelog, commit, tag.

``make release VERSION=1.1.0``; docs/releasing.md says what comes before and after. Nothing is
pushed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHANGELOG = ROOT / "CHANGELOG.md"
VERSION_FILE = ROOT / "fishbowl" / "__init__.py"
UNRELEASED = "## Unreleased\n"

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")
_WRITTEN = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)
_RELEASED = re.compile(r"^## \[?(\d+\.\d+\.\d+)\]?", re.MULTILINE)


def main(version: str) -> None:
    """Check, write, commit, tag.

    :raises SystemExit: something is in the way; then nothing was changed.
    """
    if git("status", "--porcelain"):
        sys.exit("Something is not committed. Nothing was changed.")
    if git("tag", "--list", f"v{version}"):
        sys.exit(f"The tag v{version} exists. Nothing was changed.")
    try:
        changelog = dated(CHANGELOG.read_text("utf-8"), version, time.strftime("%Y-%m-%d"))
    except ValueError as error:
        sys.exit(f"{error} Nothing was changed.")
    CHANGELOG.write_text(changelog, "utf-8")
    source = VERSION_FILE.read_text("utf-8")
    VERSION_FILE.write_text(_WRITTEN.sub(f'__version__ = "{version}"', source), "utf-8")
    git("commit", "--quiet", "--message", f"release: {version}", str(CHANGELOG), str(VERSION_FILE))
    git("tag", "--annotate", f"v{version}", "--message", f"Fishbowl {version}")
    print(f"Committed and tagged v{version}. Next: make check-wheel, make sbom, then push the tag.")


def dated(changelog: str, version: str, day: str) -> str:
    """Turn what is unreleased into a release.

    :param day: such as ``2026-11-30``.
    :raises ValueError: the version is none or not newer than the last, or nothing is unreleased.
    """
    if not _VERSION.fullmatch(version):
        raise ValueError(f"{version!r} is no version such as 1.1.0.")
    released = [number(one) for one in _RELEASED.findall(changelog)]
    if released and number(version) <= max(released):
        raise ValueError(f"{version} is not newer than the last release.")
    before, found, after = changelog.partition(UNRELEASED)
    if not found or not re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0].strip():
        raise ValueError("The changelog has nothing under “Unreleased”.")
    return f"{before}{UNRELEASED}\n## {version} - {day}\n{after}"


def number(version: str) -> tuple[int, ...]:
    """The parts of a version, to be compared."""
    return tuple(map(int, version.split(".")))


def git(*words: str) -> str:
    """Run git and return what it prints.

    :raises SystemExit: it failed; it has said why.
    """
    done = subprocess.run(["git", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout.strip()


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "")
