"""A release dates what is unreleased, and refuses what would be no release."""

import pytest

from tools.release import dated

CHANGELOG = "# Changelog\n\n## Unreleased\n\n* New.\n\n## 0.1.0 - 2026-11-29\n\n* First.\n"


def test_what_is_unreleased_gets_a_version_and_a_day() -> None:
    assert dated(CHANGELOG, "1.0.0", "2026-12-01") == (
        "# Changelog\n\n## Unreleased\n\n## 1.0.0 - 2026-12-01\n\n* New.\n\n"
        "## 0.1.0 - 2026-11-29\n\n* First.\n"
    )


@pytest.mark.parametrize("version", ["", "1.0", "v1.0.0", "0.1.0", "0.0.9"])
def test_a_version_that_is_none_or_not_newer_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match=r"no version|not newer"):
        dated(CHANGELOG, version, "2026-12-01")


def test_without_anything_new_there_is_no_release() -> None:
    released = dated(CHANGELOG, "1.0.0", "2026-12-01")
    with pytest.raises(ValueError, match="nothing under"):
        dated(released, "1.0.1", "2026-12-02")
