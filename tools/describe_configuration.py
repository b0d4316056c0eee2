"""Writes ``docs/configuration.md`` from the options of the commands and the names of all settings.

With ``--check`` it only tells whether the document is up to date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from fishbowl.cli import fishbowl
from fishbowl.cli.setting_names import PARAMETERS, PREFIX, VARIABLES

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "configuration.md"
STARTERS = ("serve", "demo")
"""The commands that take settings from the file."""

INTRODUCTION = """\
# Configuration

Every setting has a default that works in a meeting room. This page is made from the program by
`python tools/describe_configuration.py`; a test fails when it is stale.

A setting is an option of the command (`--port 9000`), an environment variable
(`FISHBOWL_PORT=9000`) or a line of the settings file (`port = 9000`). The first that is given wins,
in this order. A name that does not exist is an error that suggests the right one, and nothing is
started.

The settings file is `fishbowl.toml` in the folder `fishbowl` of the user's configuration:

| system | file |
|---|---|
| Linux | `~/.config/fishbowl/fishbowl.toml` |
| macOS | `~/Library/Application Support/fishbowl/fishbowl.toml` |
| Windows | `%LOCALAPPDATA%\\fishbowl\\fishbowl\\fishbowl.toml` |

It is TOML:

```toml
port = 9000
public_url = "https://talk.example.org"
trusted_proxies = 1
```
"""

OTHERS = {
    "FISHBOWL_ASYNC_MODE": "How the server waits for many connections: `eventlet` (the default), "
    "`threading`, or `gevent` with `pip install 'fishbowl[gevent]'`.",
    "FISHBOWL_CHROMIUM": "For the tests: the Chromium that they drive.",
    "FISHBOWL_FACILITATOR_KEY": "For the simulation, which `fishbowl demo` starts: the key of its "
    "session.",
    "FISHBOWL_LISTENER": "For a standby that takes over: the socket that it leaves to its server.",
    "FISHBOWL_NODE": "For the build: the Node that builds the front end, instead of the one from "
    "the extra `build`.",
    "FISHBOWL_OWNER_KEY": "For the simulation, which `fishbowl demo --conference` starts: the key "
    "of the owner.",
    "FISHBOWL_STANDBY_KEY": "For `fishbowl standby`: the standby key, instead of being "
    "asked for it.",
    "FISHBOWL_SHOTS": "For the tests: take screenshots (`make shots`).",
}
"""Variables that belong to no option."""


def main() -> None:
    """Write the document, or check it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if stale")
    check = parser.parse_args().check
    wanted = "\n".join(document())
    if DOCUMENT.is_file() and DOCUMENT.read_text(encoding="utf-8") == wanted:
        return
    if check:
        stale = DOCUMENT.relative_to(ROOT)
        sys.exit(f"{stale} is stale: run python tools/describe_configuration.py")
    DOCUMENT.write_text(wanted, encoding="utf-8")


def document() -> Iterator[str]:
    """Make the lines of the document."""
    yield INTRODUCTION
    described = {"FISHBOWL_ASYNC_MODE", *OTHERS}
    for name in STARTERS:
        yield f"## `fishbowl {name}`\n"
        yield "| option | variable | in the file | default | is |\n|---|---|---|---|---|"
        for option in _options(name):
            described.update(_variables(option))
            yield _row(option)
        yield ""
    yield "## Other variables\n"
    yield "| variable | is |\n|---|---|"
    for variable in sorted(OTHERS):
        yield f"| `{variable}` | {OTHERS[variable]} |"
    yield ""
    missing = [one for one in VARIABLES if one not in described]
    if missing:
        raise LookupError(f"OTHERS describes nothing of {', '.join(missing)}")


def _options(name: str) -> list[click.Option]:
    command = fishbowl.get_command(click.Context(fishbowl), name)
    assert command is not None
    return [one for one in command.params if isinstance(one, click.Option)]


def _row(option: click.Option) -> str:
    keys = [key for key, parameter in PARAMETERS.items() if parameter == option.name]
    cells = (
        " ".join(f"`{one}`" for one in (*option.opts, *option.secondary_opts)),
        " ".join(f"`{one}`" for one in _variables(option)),
        " ".join(f"`{one}`" for one in keys),
        _default(option),
        option.help or "",
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _variables(option: click.Option) -> list[str]:
    named = [option.envvar] if isinstance(option.envvar, str) else list(option.envvar or ())
    return [one for one in named if one.startswith(PREFIX)]


def _default(option: click.Option) -> str:
    """The default in words or as it is typed; nothing for what is off or left out."""
    if isinstance(option.show_default, str):
        return option.show_default
    if option.secondary_opts:
        return f"`{(option.opts if option.default else option.secondary_opts)[0]}`"
    plain = option.default
    is_said = isinstance(plain, str | int | float) and plain != "" and plain is not False
    return f"`{plain}`" if is_said else ""


if __name__ == "__main__":
    main()
