"""The names of all settings. An unknown name is an error, so that a typo is not ignored.

A setting is a line of the settings file or an environment variable. Variables of the build, of the
simulation and of the tests are listed as well, since servers that they start inherit them.
"""

import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

PARAMETERS = {
    "conference": "conference",
    "console": "console",
    "contacts_key": "contacts_key",
    "db": "db",
    "despite_takeover": "despite_takeover",
    "erasures": "erasures",
    "exit": "exits",
    "host": "host",
    "lan_name": "lan_name",
    "log": "log_format",
    "mail_from": "mail_from",
    "mail_host": "mail_host",
    "mail_password_file": "mail_password_file",
    "mail_per_minute": "mail_per_minute",
    "mail_port": "mail_port",
    "mail_security": "mail_security",
    "mail_user": "mail_user",
    "metrics_token": "metrics_token",
    "minutes": "minutes",
    "open": "opens",
    "people": "people",
    "port": "port",
    "public_url": "public_url",
    "rooms": "rooms",
    "security_contact": "security_contact",
    "seed": "seed",
    "speed": "speed",
    "trusted_proxies": "trusted_proxies",
}
"""The keys of the settings file, which are the options of ``serve`` and ``demo``, and the names of
the parameters that take their values. ``demo --format`` is not among them: ``export`` has another
option of that name."""

PREFIX = "FISHBOWL_"
VARIABLES = (
    "FISHBOWL_ASYNC_MODE",
    "FISHBOWL_CHROMIUM",  # tests/browser/chromium.py
    "FISHBOWL_CONTACTS_KEY",
    "FISHBOWL_DB",
    "FISHBOWL_ERASURES",
    "FISHBOWL_FACILITATOR_KEY",  # fishbowl/simulation
    "FISHBOWL_HOST",
    "FISHBOWL_LAN_NAME",
    "FISHBOWL_LISTENER",  # from fishbowl/cli/standby.py to the server that it becomes
    "FISHBOWL_LOG",
    "FISHBOWL_MAIL_FROM",
    "FISHBOWL_MAIL_HOST",
    "FISHBOWL_MAIL_PASSWORD_FILE",
    "FISHBOWL_MAIL_PER_MINUTE",
    "FISHBOWL_MAIL_PORT",
    "FISHBOWL_MAIL_SECURITY",
    "FISHBOWL_MAIL_USER",
    "FISHBOWL_METRICS_TOKEN",
    "FISHBOWL_NODE",  # fishbowl/_build.py
    "FISHBOWL_OWNER_KEY",  # fishbowl/simulation/conference
    "FISHBOWL_PORT",
    "FISHBOWL_PUBLIC_URL",
    "FISHBOWL_SECURITY_CONTACT",
    "FISHBOWL_STANDBY_KEY",
    "FISHBOWL_SHOTS",  # tests/browser/looking.py
    "FISHBOWL_TRUSTED_PROXIES",
)

LIKENESS = 0.7
"""The least similarity of a suggestion: ``prot`` suggests ``port``, ``serve`` not ``seed``."""


def parameters(chosen: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Convert the settings file to parameters of the commands.

    :param chosen: keys and values of the file.
    :param path: the file, for the message.
    :raises ValueError: a key is not a setting; the message suggests similar ones.
    """
    if unknown := [_suggest(key, PARAMETERS) for key in chosen if key not in PARAMETERS]:
        raise ValueError(
            f"The settings file {path} has settings that do not exist: {', '.join(unknown)}. "
            "Nothing was started. Correct them or remove them."
        )
    return {PARAMETERS[key]: value for key, value in chosen.items()}


def check_variables(environment: Iterable[str]) -> None:
    """Check the names of the environment's variables.

    :raises ValueError: a variable with our prefix is not a setting; the message suggests similar
        ones.
    """
    ours = sorted(name for name in environment if name.startswith(PREFIX))
    if unknown := [_suggest(name, VARIABLES) for name in ours if name not in VARIABLES]:
        raise ValueError(
            f"The environment has settings that do not exist: {', '.join(unknown)}. "
            "Nothing was started. Correct them or unset them."
        )


def _suggest(name: str, known: Iterable[str]) -> str:
    """The unknown name with a suggestion, if a known one is similar."""
    if (variable := PREFIX + name.upper()) in VARIABLES:
        return f"{name} (it is set by the variable {variable})"
    # Without the prefix, which would make every variable like every other.
    plain = {one.removeprefix(PREFIX): one for one in known}
    near = difflib.get_close_matches(name.removeprefix(PREFIX), plain, n=1, cutoff=LIKENESS)
    return f"{name} (did you mean {plain[near[0]]}?)" if near else name
