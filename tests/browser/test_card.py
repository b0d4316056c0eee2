"""After the end: a phone leads to its own card, and the console turns the conversation web on."""

from playwright.sync_api import expect

from tests.browser.looking import look
from tests.browser.theatre import Theatre, hold, press_next, start

PNG = b"\x89PNG"


def test_a_phone_has_its_own_card_after_the_end_and_keeps_a_picture_of_it(theatre: Theatre):
    console, amira = theatre.console(), theatre.phone("Amira")
    start(console)
    amira.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Amira")
    press_next(console, "Amira is seated")
    hold(console, "KeyC", console.get_by_text("The summary is ready"))

    console.get_by_role("button", name="Show who spoke after whom").click()
    expect(console.get_by_text("Not shown: fewer than five people")).to_be_visible()
    console.get_by_role("button", name="Hide who spoke after whom").click()
    expect(console.get_by_text("A drawing in the summary and the replay.")).to_be_visible()

    amira.get_by_role("link", name="My card").tap()
    expect(amira.get_by_role("heading", name="You sat in the bowl once")).to_be_visible()
    expect(amira.get_by_text("Only you see this")).to_be_visible()
    look(amira, "card")
    amira.get_by_role("switch", name="My turns and minutes").check()
    with amira.expect_download() as kept:
        amira.get_by_role("button", name="Save it as a picture").tap()
    assert kept.value.suggested_filename == "fishbowl-card.png"
    assert kept.value.path().read_bytes().startswith(PNG)

    stranger = theatre.opened(f"/{theatre.code}/card")
    expect(stranger.get_by_role("heading", name="There is no card for this phone")).to_be_visible()
