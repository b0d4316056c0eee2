"""The settings of an installation. Every setting has a default.

Each setting is an option of the commands, an environment variable (``FISHBOWL_PORT``), or a line
in the settings file (``port = 9000`` in ``fishbowl.toml`` of the user's configuration folder);
the first that is given wins.
"""

import os
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_config_path, user_data_path

from fishbowl.host.mail_settings import MailSettings

APP = "fishbowl"

ASYNC_MODE_VARIABLE = "FISHBOWL_ASYNC_MODE"
"""Its value is one of :data:`ASYNC_MODES`; it is read before anything else is imported."""

ASYNC_MODES = ("eventlet", "threading", "gevent")
"""The first is the default; ``gevent`` requires the extra of that name."""


LAN_NAME = "fishbowl"
"""The name that is announced in the local network, ``fishbowl.local``, unless told otherwise."""

_LABEL = re.compile(r"^(?!-)[a-z0-9-]{1,50}(?<!-)$")
_CONTACT = re.compile(r"^(mailto:[^\s@]+@[^\s@]+|https://[^\s/]+\S*)$")

PROXIES_MAX = 8
"""The maximum of ``trusted_proxies``."""


def default_db() -> Path:
    """The default database, in the user's data folder."""
    return user_data_path(APP) / "fishbowl.db"


def settings_file() -> Path:
    """The path of the settings file."""
    return user_config_path(APP) / "fishbowl.toml"


def async_mode() -> str:
    """The server's async mode, from the environment.

    :raises ValueError: the mode is unknown, or its package is not installed.
    """
    mode = os.environ.get(ASYNC_MODE_VARIABLE, ASYNC_MODES[0])
    if mode not in ASYNC_MODES:
        known = f"{', '.join(ASYNC_MODES[:-1])} or {ASYNC_MODES[-1]}"
        raise ValueError(f"{ASYNC_MODE_VARIABLE} is {mode!r}; it can be {known}.")
    if mode == "gevent" and find_spec("gevent") is None:
        raise ValueError(
            f"{ASYNC_MODE_VARIABLE} is 'gevent', which is not installed; it comes with "
            "pip install 'fishbowl[gevent]'."
        )
    return mode


def lan_name(text: str | None) -> str:
    """The name to announce in the local network, without ``.local``.

    :param text: what the settings say; ``None`` if they say nothing.
    :return: empty if nothing is to be announced: by choice, or because the extra is not installed.
    :raises ValueError: it is no name, or it was asked for and the extra is not installed.
    """
    is_installed = find_spec("zeroconf") is not None
    if text is None:
        return LAN_NAME if is_installed else ""
    name = text.strip().lower().removesuffix(".local")
    if name and not _LABEL.match(name):
        raise ValueError(f"{text!r} is no name: use letters, digits and hyphens, such as fishbowl.")
    if name and not is_installed:
        raise ValueError(
            "a name in the local network needs zeroconf, which is not installed; it comes with "
            "pip install 'fishbowl[lan]'."
        )
    return name


def security_contact(text: str) -> str:
    """Where vulnerabilities of this installation are reported, as an address for a browser.

    >>> security_contact("security@example.org")
    'mailto:security@example.org'

    :raises ValueError: it is neither a mail address nor an https page.
    """
    text = text.strip()
    contact = f"mailto:{text}" if "@" in text and ":" not in text else text
    if contact and not (contact.isascii() and _CONTACT.match(contact)):
        raise ValueError(f"{text!r} is neither a mail address nor the https address of a page.")
    return contact


def from_file(path: Path) -> dict[str, Any]:
    """Read the settings file.

    :return: option names and values; empty if there is no file.
    :raises ValueError: the file is not TOML; the message says where.
    """
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"The settings file {path} cannot be read: {error}.") from error


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a server.

    :param db: the SQLite file, which contains the whole installation.
    :param erasures: the list of what was erased; beside the database if left out.
    :param contacts_key: the file with the key of members' contacts; beside the database if left
        out.
    :param despite_takeover: start also after another machine has taken over.
    :param host: the address to listen on; ``0.0.0.0`` is every address of this machine.
    :param port: the TCP port.
    :param public_url: the address that phones open, if it cannot be detected (behind a proxy).
    :param async_mode: one of :data:`ASYNC_MODES`.
    :param trusted_proxies: the number of proxies whose forwarded headers are trusted.
    :param lan_name: the name to announce in the local network, without ``.local``; empty for none.
    :param security_contact: where vulnerabilities are reported, as a URI; empty if nowhere.
    :param metrics_token: who sends it may read ``/metrics``; without one, only this machine may.
    :param mail: how letters leave, if they do.
    """

    db: Path
    erasures: Path | None = None
    contacts_key: Path | None = None
    despite_takeover: bool = False
    host: str = "0.0.0.0"
    port: int = 8080
    public_url: str = ""
    async_mode: str = "eventlet"
    trusted_proxies: int = 0
    lan_name: str = ""
    security_contact: str = ""
    metrics_token: str = ""
    mail: MailSettings = MailSettings()
