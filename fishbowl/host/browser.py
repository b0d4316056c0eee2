"""Open a page on this computer, where there is a screen to show it."""

import os
import sys
import webbrowser


def has_screen() -> bool:
    """Tell whether this process runs in a graphical session."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_page(url: str) -> bool:
    """Open a page in the person's browser.

    :return: whether it was tried; never on a machine without a screen.
    """
    if not has_screen():
        return False
    try:
        return webbrowser.open(url)
    except webbrowser.Error:
        return False
