"""The oldest browsers are named once, in static/browsers.mjs; people read them in other places."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMES = {"chrome": "Chrome, Edge, Android", "firefox": "Firefox", "safari": "Safari, iOS"}


def oldest(name: str) -> dict[str, str]:
    """Read one of the lists that the build aims at."""
    source = (ROOT / "static" / "browsers.mjs").read_text("utf-8")
    found = re.search(rf"export const {name} = {{(.+?)}}", source)
    assert found
    return dict(re.findall(r'(\w+): "([\d.]+)"', found[1]))


def test_the_readme_names_the_browsers_that_the_build_aims_at():
    readme = (ROOT / "README.md").read_text("utf-8")
    everything, phone = oldest("OLDEST"), oldest("OLDEST_PHONE")
    assert everything.keys() == phone.keys() == NAMES.keys()
    for browser, name in NAMES.items():
        assert f"| {name} | {everything[browser]} | {phone[browser]} |" in readme


def test_the_page_for_older_browsers_names_them_too():
    page = (ROOT / "templates" / "parts" / "too_old.html").read_text("utf-8")
    for browser, version in oldest("OLDEST").items():
        assert re.search(rf"{browser}\b.*? {re.escape(version)}\b", page, re.IGNORECASE)
