"""Escaping of Markdown."""

import re

_MARKUP = re.compile(r"([\\`*_\[\]<>|~#&])")
_LINE_START = re.compile(r"^(\d*)([-+=.)])")


def escaped(text: str) -> str:
    """Keep somebody’s words from being read as markup."""
    line = " ".join(text.split())
    line = _MARKUP.sub(r"\\\1", line)
    return _LINE_START.sub(r"\1\\\2", line)
