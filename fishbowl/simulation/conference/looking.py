"""The page with what there is to look at after a conference: a file for whoever runs the demo.

Its links sign somebody in, so only they may read it; the terminal, which others may see, does not
show them.
"""

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

PAGE = "look-around.html"
LETTERS = "letters"
"""The folder of the letters, beside the page."""
_STYLE = (
    "body{font:18px/1.5 system-ui;max-width:40em;margin:3em auto;padding:0 1em}li{margin:.6em 0}"
)


class Look(NamedTuple):
    """Something to look at.

    :param link: a whole address, or that of a file beside the page.
    """

    title: str
    words: str
    link: str


def write_page(folder: Path, title: str, looks: Sequence[Look]) -> Path:
    """Write the page; only the user can read it.

    :raises OSError: it cannot be written.
    """
    items = "".join(
        f'<li><a href="{escape(one.link)}">{escape(one.title)}</a><br>{escape(one.words)}</li>'
        for one in looks
    )
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="referrer" '
        f'content="no-referrer"><title>{escape(title)}</title><style>{_STYLE}</style>'
        f"<h1>{escape(title)}</h1><p>These links sign you in. Keep this page to yourself.</p>"
        f"<ul>{items}</ul></html>\n"
    )
    path = folder / PAGE
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(page)
    return path
