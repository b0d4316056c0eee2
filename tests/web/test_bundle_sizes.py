"""What each page loads stays small: every bundle has a limit, about a tenth above what it is.

Whoever needs more raises the limit here, and sees by it what a page has come to.
"""

import json

import pytest

from fishbowl.web.assets import DIST

LIMITS: dict[str, dict[str, int]] = {
    "between": {"js": 500, "css": 5_600},
    "console": {"js": 105_000, "css": 15_000},
    "display": {"js": 46_000, "css": 11_500},
    "editor": {"js": 53_000, "css": 7_600},
    "member": {"js": 12_500, "css": 9_500},
    "pages": {"js": 4_000, "css": 14_700},
    "phone": {"js": 41_000, "css": 6_000},
    "phone-inside": {"js": 31_000, "css": 6_900},
    "phone-known": {"js": 13_300, "css": 1_500},
    "phone-reader": {"js": 16_000},
    "plain": {"css": 1_500},
    "qr-reader": {"js": 16_000},
    "replay": {"js": 32_000, "css": 12_000},
    "runner": {"js": 36_500, "css": 7_700},
    "series": {"js": 50, "css": 6_100},
    "stage": {"js": 28_500, "css": 6_700},
    "summary": {"js": 500, "css": 7_700},
}
"""Compressed bytes; a script's in its longest language."""


def sizes() -> dict[str, dict[str, int]]:
    """Measure what has been built."""
    manifest = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    del manifest["files"]
    found: dict[str, dict[str, int]] = {}
    for bundle, parts in manifest.items():
        own = found.setdefault(bundle, {})
        for part, name in parts.items():
            kind = part.partition(".")[0]
            own[kind] = max(own.get(kind, 0), (DIST / f"{name}.gz").stat().st_size)
    return found


def test_every_bundle_has_a_limit() -> None:
    assert {bundle: set(kinds) for bundle, kinds in sizes().items()} == {
        bundle: set(kinds) for bundle, kinds in LIMITS.items()
    }


@pytest.mark.parametrize("bundle", LIMITS)
def test_a_bundle_is_not_larger_than_its_limit(bundle: str) -> None:
    for kind, size in sizes()[bundle].items():
        assert size <= LIMITS[bundle][kind], f"{bundle}.{kind}"
