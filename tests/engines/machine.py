"""Which browser engines the machine has, and how it gets them; with Python's own library alone.

``python3 -m tests.engines.machine`` installs what is missing with apt-get, where that works as root
and without a question, and says on stdout what came of it. It never fails: a browser that cannot be
had must not stop the other tests.
"""

import os
import shutil
import subprocess
from typing import NamedTuple

INSTALLED_WITHIN_S = 90


class Engine(NamedTuple):
    """A browser engine, and the Debian packages that have it.

    Of each of ``programs`` one name has to be on the path.
    """

    name: str
    programs: tuple[tuple[str, ...], ...]
    packages: tuple[str, ...]

    def missing(self) -> list[str]:
        """Name the programs that the machine does not have."""
        return [names[0] for names in self.programs if not any(map(shutil.which, names))]


FIREFOX_NAMES = ("firefox-esr", "firefox")
ENGINES = (
    Engine("WebKit", (("WebKitWebDriver",), ("Xvfb",)), ("webkit2gtk-driver", "xvfb")),
    Engine("Firefox", (FIREFOX_NAMES,), ("firefox-esr",)),
)


def install() -> None:
    """Install the engines that are missing, and say what came of it."""
    for engine in ENGINES:
        if not engine.missing():
            say(f"{engine.name} is here")
    wanted = [engine for engine in ENGINES if engine.missing()]
    if wanted:
        names = " and ".join(engine.name for engine in wanted)
        packages = [package for engine in wanted for package in engine.packages]
        say(f"{names}: {_installed(packages)}")


def say(text: str) -> None:
    """Print a line that can be found among what the tests print."""
    print(f"test-browsers: {text}", flush=True)


def _installed(packages: list[str]) -> str:
    """Install Debian packages, and return in words what came of it."""
    if not shutil.which("apt-get"):
        return "not installed, for this system has no apt-get"
    if os.geteuid() != 0:
        return "not installed, for only root may"
    quietly = ("--quiet", "--quiet", "-o", "DPkg::Lock::Timeout=60")
    steps = (
        ("apt-get", "update", *quietly),
        ("apt-get", "install", *quietly, "--yes", "--no-install-recommends", *packages),
    )
    for command in steps:
        try:
            done = subprocess.run(
                command,
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=INSTALLED_WITHIN_S,
            )
        except subprocess.TimeoutExpired:
            return f"not installed, for {' '.join(command[:2])} took over {INSTALLED_WITHIN_S} s"
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()[-1:]
            return f"not installed, for {' '.join(command[:2])} failed: {' '.join(said)}"
    return f"installed {' '.join(packages)}"


if __name__ == "__main__":
    install()
