"""Every command's help ends with examples that the command itself accepts; a shell completes."""

import os
import re
import shlex
import subprocess
import sys

import click
import pytest

from fishbowl.cli import COMMANDS, fishbowl

HEADING = re.compile(r"^ *Examples?:$", re.MULTILINE)
EXAMPLE = re.compile(r"^ +(fishbowl \S[^>\n]*)", re.MULTILINE)


def command_of(name: str) -> click.Command:
    command = fishbowl.get_command(click.Context(fishbowl), name)
    assert command is not None
    return command


def examples_of(command: click.Command) -> list[str]:
    """The examples of a command's help, without what the shell does with its output."""
    with click.Context(command, info_name="fishbowl x", terminal_width=200) as context:
        _before, *after = HEADING.split(command.get_help(context))
    return EXAMPLE.findall("".join(after))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_examples_that_it_accepts(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = command_of(name)
    for one in command.params:
        if isinstance(one.type, click.Path):  # an example's file is nobody's
            monkeypatch.setattr(one.type, "exists", False)
    examples = examples_of(command)
    assert examples
    for example in examples:
        program, called, *words = shlex.split(example)
        assert (program, called) == ("fishbowl", name)
        command.make_context(name, words)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_explained(name: str) -> None:
    options = [one for one in command_of(name).params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.help] == []


def run_for_shell(task: str, **more: str) -> str:
    """Run the program as the shell does; it runs no command then."""
    return subprocess.run(
        [sys.executable, "-m", "fishbowl"],
        env={**os.environ, "_FISHBOWL_COMPLETE": task, **more},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def completions(words: str, index: int) -> list[str]:
    told = run_for_shell("bash_complete", COMP_WORDS=words, COMP_CWORD=str(index))
    return [line.partition(",")[2] for line in told.splitlines()]


def test_a_shell_completes_commands_options_and_values() -> None:
    assert completions("fishbowl ver", 1) == ["verify"]
    assert "--public-url" in completions("fishbowl serve --p", 2)
    assert completions("fishbowl export WAVE47 --format j", 4) == ["json"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_given_its_script(shell: str) -> None:
    assert "_FISHBOWL_COMPLETE" in run_for_shell(f"{shell}_source")
