"""Writes ``shots/index.html``: every picture that the browser tests took, by face, in one page."""

import html
from itertools import groupby
from pathlib import Path

SHOTS = Path(__file__).resolve().parent.parent / "shots"
STYLE = """
body { font: 16px/1.4 sans-serif; margin: 2rem; }
div { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: end; }
figure { margin: 0; }
img { display: block; max-width: 22rem; max-height: 22rem; border: 1px solid #999; }
"""


def sheet(names: list[str]) -> str:
    """Write the page for pictures of these names, without their ending."""
    parts = []
    for face, group in groupby(sorted(names), key=lambda name: name.partition("-")[0]):
        figures = "".join(_figure(name) for name in group)
        parts.append(f"<h2>{html.escape(face)}</h2><div>{figures}</div>")
    return (
        f"<!doctype html><title>Fishbowl in pictures</title><style>{STYLE}</style>{''.join(parts)}"
    )


def _figure(name: str) -> str:
    file = html.escape(f"{name}.png")
    return (
        f'<figure><a href="{file}"><img src="{file}" alt="" loading="lazy"></a>'
        f"<figcaption>{html.escape(name)}</figcaption></figure>"
    )


if __name__ == "__main__":
    SHOTS.mkdir(exist_ok=True)
    pictures = [picture.stem for picture in SHOTS.glob("*.png")]
    (SHOTS / "index.html").write_text(sheet(pictures))
    print(f"{len(pictures)} pictures: {SHOTS / 'index.html'}")
