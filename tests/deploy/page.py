"""Reads the code blocks of docs/operating.md."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "operating.md"

_BLOCK = re.compile(r"^```(\S+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A code block: its language, what is marked beside it, and its lines."""

    language: str
    mark: str
    text: str


def blocks() -> list[Block]:
    """The code blocks of the page, in order."""
    found = _BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    return [Block(language, mark.strip(), text) for language, mark, text in found]
