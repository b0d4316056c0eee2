"""The command line: a module for each command."""

import importlib
import os
from typing import Any

import click

from fishbowl import __version__
from fishbowl.cli.common import examples
from fishbowl.cli.setting_names import check_variables, parameters
from fishbowl.host.settings import from_file, settings_file

COMMANDS = (
    "serve", "demo", "sessions", "search", "export", "import", "backup", "restore", "standby",
    "verify", "audit", "members", "community", "series", "mail", "home", "new-owner-key",
)  # fmt: skip
MODULES = {"backup": "back_up"}
"""The modules of commands that are not called like them."""


class _Lazy(click.Group):
    """Imports the module of a command on use, so that listing sessions imports no web server."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of first use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the module of a command."""
        if cmd_name not in COMMANDS:
            return None
        name = MODULES.get(cmd_name, cmd_name.replace("-", "_"))
        module: Any = importlib.import_module(f"fishbowl.cli.{name}")
        command: click.Command = module.command
        return command


@click.group(
    cls=_Lazy,
    epilog=examples(
        "fishbowl serve",
        "fishbowl demo",
        "fishbowl COMMAND --help",
    ),
)
@click.version_option(__version__)
@click.pass_context
def fishbowl(ctx: click.Context) -> None:
    """Run live fishbowl discussions: chairs, queue, clock and record."""
    try:
        check_variables(os.environ)
        path = settings_file()
        chosen = parameters(from_file(path), path)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    groups = {
        "mail": {"test": chosen, "bounce": chosen},
        "home": dict.fromkeys(("join", "status", "push", "leave"), chosen),
        "members": dict.fromkeys(("list", "add", "import", "remove"), chosen),
        "series": {"list": chosen, "feed": chosen},
    }
    ctx.default_map = {name: chosen for name in COMMANDS} | groups
