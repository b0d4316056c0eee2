"""The browser of the tests has the letters of every language that Fishbowl speaks."""

import pytest
from playwright.sync_api import Page

DRAWN = """letters => [...letters].map(letter => {
    const canvas = new OffscreenCanvas(64, 64), pen = canvas.getContext("2d")
    pen.font = "40px sans-serif"
    pen.fillText(letter, 8, 48)
    return pen.getImageData(0, 0, 64, 64).data.join()
})"""

NO_CHARACTER = "\uffff"


@pytest.mark.parametrize("letters", ["سلامحوض", "席声発言あアん、金魚鉢", "äßñ¿", "🐟🐠🐡👩🚀👍🙏"])
def test_letters_are_drawn_as_themselves_and_not_as_boxes(browser, letters: str) -> None:
    page: Page = browser.new_page()
    *drawn, box = page.evaluate(DRAWN, letters + NO_CHARACTER)
    page.close()
    assert len(set(drawn)) == len(letters)
    assert box not in drawn
