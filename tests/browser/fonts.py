"""Fonts for the pictures: Arabic and Japanese letters and emoji where the machine may have none.

The product itself brings no font and uses the device's. A test machine often has Latin letters only
and draws boxes for the rest, so Noto is fetched once into the user's cache, beside Chromium, and
every Chromium that the tests start is shown it by fontconfig.
"""

import hashlib
import os
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from platformdirs import user_cache_path

from fishbowl import _build


class Font(NamedTuple):
    """A font file, and the npm package that has it."""

    package: str
    sha256: str
    file: str


NOTO = (
    Font(
        "@expo-google-fonts/noto-sans-arabic@0.4.3",
        "29e966f9d48a4ce7dd3c2c4c016f29cd888089538217303fb2c87de9e7f048ed",
        "package/400Regular/NotoSansArabic_400Regular.ttf",
    ),
    Font(
        "@expo-google-fonts/noto-sans-jp@0.4.3",
        "563ee80509692e2b2f42ceae6a0b82afecb90daa1b3d025bcebdf3d9120f43a3",
        "package/400Regular/NotoSansJP_400Regular.ttf",
    ),
    Font(
        "@expo-google-fonts/noto-emoji@0.4.7",
        "6a25fd5a4da5bb34bbc2d300531bbf32de86afd866e119314d7e358f61a6104d",
        "package/400Regular/NotoEmoji_400Regular.ttf",
    ),
)
NAME = f"fonts-{hashlib.sha256(repr(NOTO).encode()).hexdigest()[:12]}"
"""The folder of exactly these fonts."""

# The machine's own fonts where it has any; then ours.
SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
{folders}
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


def environment(*more: Path) -> dict[str, str]:
    """Give the environment in which a browser finds Noto, and the fonts in the folders ``more``.

    Without a network the pictures have boxes, which is said on stderr; nothing else suffers.
    """
    folders = list(more)
    if sys.platform == "linux":  # other systems have these letters, and no fontconfig
        home = user_cache_path("fishbowl") / NAME
        try:
            if not home.is_dir():
                _install(home)
            folders.append(home)
        except (OSError, SystemExit) as problem:
            print(f"No fonts for Arabic, Japanese and emoji: {problem}", file=sys.stderr)
    if not folders:
        return dict(os.environ)
    return {**os.environ, "FONTCONFIG_FILE": str(_settings(folders))}


def _settings(folders: list[Path]) -> Path:
    """Write the settings that name these folders, unless they are there, and give their path."""
    text = SETTINGS.format(folders="\n".join(f"  <dir>{folder}</dir>" for folder in folders))
    name = f"fonts-{hashlib.sha256(text.encode()).hexdigest()[:12]}.conf"
    path = user_cache_path("fishbowl") / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_text(text)
        unfinished.rename(path)
    return path


def _install(home: Path) -> None:
    """Fetch the fonts into a folder that appears only when it is whole.

    :raises OSError: if a package is not the one we know.
    :raises SystemExit: if npm could not fetch it; why has been said.
    """
    print(f"Fetching Noto for Arabic, Japanese and emoji into {home}", file=sys.stderr)
    home.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=home.parent) as folder:
        new = Path(folder, "new")
        new.mkdir()
        for no, font in enumerate(NOTO):
            fetched = Path(folder, str(no))
            fetched.mkdir()
            _build.npm("pack", font.package, "--silent", "--pack-destination", str(fetched))
            package = next(fetched.glob("*.tgz"))
            if hashlib.sha256(package.read_bytes()).hexdigest() != font.sha256:
                raise OSError(f"{font.package} is not the file it was")
            with tarfile.open(package) as tar:
                letters = tar.extractfile(font.file)
                if letters is None:
                    raise OSError(f"{font.package} has no {font.file}")
                (new / Path(font.file).name).write_bytes(letters.read())
        if not home.is_dir():  # somebody else may have been faster
            new.rename(home)
