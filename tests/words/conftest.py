"""What is marked for translators, collected once; and Node, to ask the build's own modules."""

import json
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from fishbowl import _build
from tools import extract_words

Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def scripts() -> dict[str, Any]:
    """Every module of the faces as esbuild writes it (``code``), and what it marks (``found``)."""
    return extract_words.compiled_scripts()


@pytest.fixture(scope="session")
def marked() -> Catalog:
    """Everything that is marked, in scripts, templates and Python."""
    return extract_words.everything()


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Run an expression in Node, with what ``static/words.mjs`` and ``given`` offer."""
    _build.install()

    def ask(expression: str, module: str = "words.mjs", **given: Any) -> Any:
        names = ", ".join(given) or "_none"
        script = (
            f'import * as m from "./{module}"; const {{ {names} }} = JSON.parse(process.argv[1]);'
            f"process.stdout.write(JSON.stringify(await ({expression}) ?? null));"
        )
        done = subprocess.run(
            [_build.find_node(), "--input-type=module", "-e", script, json.dumps(given)],
            cwd=_build.STATIC,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask
