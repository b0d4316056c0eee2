"""The colours of letters: mail programs know no variables, so tokens are written out.

Each row is a token of ``static/src/styles/tokens.css`` with its values by day and by night. A test
compares them.
"""

from typing import NamedTuple


class Colour(NamedTuple):
    """A token's value by day and by night."""

    light: str
    dark: str


COLOURS: dict[str, Colour] = {
    "ground": Colour("#faf6ee", "#05171b"),
    "ink": Colour("#0c2328", "#eaf4f2"),
    "ink_3": Colour("#4a6266", "#94b1b3"),
    "line": Colour("#e8dfce", "#18393f"),
    "water_ink": Colour("#14606b", "#86c5cb"),
    "accent": Colour("#ff7f52", "#ff7f52"),
    "on_accent": Colour("#220a02", "#220a02"),
}
