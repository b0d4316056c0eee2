"""QR codes as pictures that a phone reads from the last row: dark on light, with their margin."""

from collections.abc import Iterator
from functools import lru_cache

import qrcode

BORDER = 4
"""Modules of light around the code, as the standard asks."""
KEPT = 64
"""Codes that are kept: one takes twenty milliseconds to make, and a whole hall asks for it."""
_LIGHT, _DARK = "#fffdf8", "#0c2328"


@lru_cache(KEPT)
def qr_path(text: str) -> tuple[int, str]:
    """Draw a QR code as one path.

    :return: width and height in modules, the border included, and the path of the dark ones.
    """
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=BORDER)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return len(rows), "".join(
        f"M{x} {y}h{length}v1h-{length}z" for y, row in enumerate(rows) for x, length in _runs(row)
    )


def qr_svg(text: str) -> str:
    """Draw a QR code as a whole picture, with the light ground that it needs."""
    size, path = qr_path(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        f'shape-rendering="crispEdges"><path fill="{_LIGHT}" d="M0 0h{size}v{size}h-{size}z"/>'
        f'<path fill="{_DARK}" d="{path}"/></svg>'
    )


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Give the stretches of dark modules in a row: where each begins, and how long it is."""
    start = None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x - start
            start = None
