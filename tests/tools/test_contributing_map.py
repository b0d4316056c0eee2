"""The documents that say where things are: every path that they name exists."""

import re
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("contributing.md", "architecture.md")

CODE = re.compile(r"```.*?```", re.DOTALL)
QUOTED = re.compile(r"`([^`\s]+)`")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PATH = re.compile(r"[\w.@{},*-]+(/[\w.@{},*-]+)+/?|[\w-]+\.(py|js|mjs|jsx|css|md|toml|po|html)")


def paths_named(text: str) -> list[str]:
    """List what looks like a path in the text of a document, code blocks left out."""
    prose = CODE.sub("", text)
    return [one for one in QUOTED.findall(prose) if PATH.fullmatch(one)]


def spelled_out(path: str) -> Iterator[str]:
    """Give the paths that one with ``{a,b}`` stands for."""
    parts = re.split(r"\{([^}]*)\}", path)
    choices = (part.split(",") if no % 2 else [part] for no, part in enumerate(parts))
    return ("".join(chosen) for chosen in product(*choices))


def exists(path: str) -> bool:
    """Tell whether a path from the top of the repository leads to something."""
    return any(True for _ in ROOT.glob(path.rstrip("/")))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_in_a_document_exists(document: str) -> None:
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    named = paths_named(text)

    missing = [path for path in chain(*map(spelled_out, named)) if not exists(path)]

    assert len(named) >= 20
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_in_a_document_leads_to_a_file(document: str) -> None:
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")

    assert [link for link in LINK.findall(text) if not (ROOT / "docs" / link).exists()] == []


def test_every_test_that_any_document_names_exists() -> None:
    named = {
        path
        for document in (ROOT / "docs").glob("*.md")
        for path in paths_named(document.read_text(encoding="utf-8"))
        if path.startswith("tests/")
    }

    assert len(named) >= 30
    assert [path for path in sorted(named) if not exists(path)] == []


def test_a_path_with_alternatives_stands_for_each_of_them() -> None:
    assert paths_named("`fishbowl/{__main__,none}.py` and `/k#KEY`") == [
        "fishbowl/{__main__,none}.py"
    ]
    found = {path: exists(path) for path in spelled_out("fishbowl/{__main__,none}.py")}
    assert found == {"fishbowl/__main__.py": True, "fishbowl/none.py": False}
