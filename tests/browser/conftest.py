"""The browser. The server is always another process: see the fixtures one folder up."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium


@pytest.fixture(scope="package")  # while it runs, nothing else may use asyncio in this process
def browser() -> Iterator[Browser]:
    """Give one headless Chromium for all browser tests; each opens its own contexts."""
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()
