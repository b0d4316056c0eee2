"""The built front-end files: their hashed names, and how they are served.

All files are read into memory at the start, so a rebuild beside a running server does not remove
files that its pages refer to.
"""

import json
import mimetypes
from pathlib import Path
from typing import NamedTuple

from fishbowl.web.languages import ENGLISH_CODE

PACKAGE = Path(__file__).resolve().parent.parent
WEB_ROOT = PACKAGE / "_web" if (PACKAGE / "_web").is_dir() else PACKAGE.parent
"""The folder of ``static`` and ``templates``: in the wheel, or the checkout."""

DIST = WEB_ROOT / "static" / "dist"
"""The built front end, with the compiled message catalogues."""

_NOT_SERVED = {".map", ".gz", ".json", ".mo", ""}
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}


class FrontEndMissing(Exception):
    """The front end is not built or incomplete; the message says what to do."""


class Asset(NamedTuple):
    """A file as it is served; ``zipped`` is its gzip form, if that is smaller."""

    content: bytes
    zipped: bytes | None
    mime: str
    hashed: bool


class Assets:
    """The files of one build.

    :param manifest: the manifest of the build: hashed names by entry and kind.
    :param files: all files that may be served, by name.
    """

    def __init__(self, manifest: dict[str, dict[str, str]], files: dict[str, Asset]) -> None:
        self._manifest = manifest
        self._files = files

    def script(self, entry: str, language: str = ENGLISH_CODE) -> str:
        """The address of an entry's script in a language; in English if there is none for it.

        :raises FrontEndMissing: the build has no such entry.
        """
        spoken = f"js.{language}"
        return self._address(entry, spoken if spoken in self._manifest.get(entry, ()) else "js")

    def style(self, entry: str) -> str:
        """The address of an entry's style sheet.

        :raises FrontEndMissing: the build has no such entry.
        """
        return self._address(entry, "css")

    def file(self, name: str) -> str:
        """The address of a file, by its name without hash.

        :raises FrontEndMissing: the build has no such file.
        """
        return self._address("files", name)

    def get(self, name: str) -> Asset | None:
        """The file with this served name."""
        return self._files.get(name)

    def _address(self, entry: str, kind: str) -> str:
        try:
            return f"/static/{self._manifest[entry][kind]}"
        except KeyError:
            raise FrontEndMissing(
                f"The build of the front end has no {kind} for {entry}. Run `make build`."
            ) from None


def load_assets(dist: Path = DIST) -> Assets:
    """Read the built front end.

    :raises FrontEndMissing: there is none.
    """
    try:
        manifest = json.loads((dist / "manifest.json").read_text("utf-8"))
    except FileNotFoundError:
        raise FrontEndMissing(
            "The front end has not been built. In a checkout, run `make build`."
        ) from None
    hashed = {name for entry in manifest.values() for name in entry.values()}
    files = {
        path.name: Asset(
            content=path.read_bytes(),
            zipped=_zipped(path),
            mime=_TYPES.get(path.suffix)
            or mimetypes.guess_type(path.name)[0]
            or "application/octet-stream",
            hashed=path.name in hashed,
        )
        for path in dist.iterdir()
        if path.is_file() and path.suffix not in _NOT_SERVED
    }
    return Assets(manifest, files)


def _zipped(path: Path) -> bytes | None:
    small = path.with_name(f"{path.name}.gz")
    return small.read_bytes() if small.is_file() else None
