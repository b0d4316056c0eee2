"""Opens a page in the browser of this computer, if it has a graphical session."""

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

    :return: whether a browser was started; ``False`` without a graphical session.
    """
    if not has_screen():
        return False
    try:
        return webbrowser.open(url)
    except webbrowser.Error:
        return False
