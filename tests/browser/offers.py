"""What members give and look for, written on a phone."""

from playwright.sync_api import Page, expect


def shares(phone: Page, side: str, words: str) -> None:
    """Write down what one gives or looks for, and share it without a name."""
    phone.get_by_role("radio", name=side).check()
    phone.get_by_label("Your words").fill(words)
    phone.get_by_role("button", name="Keep it").tap()
    phone.locator(".seen-by summary").tap()
    phone.get_by_role("button", name="Share it without my name").tap()
    expect(phone.get_by_text("Shared, without your name")).to_be_visible()
