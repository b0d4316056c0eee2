"""Language and light: chosen on a device, followed at once, remembered there and nowhere else."""

from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.theatre import PHONE, Theatre, start

PAPER, NIGHT = "rgb(250, 246, 238)", "rgb(5, 23, 27)"


def ground(page: Page) -> str:
    found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return found


def test_a_phone_changes_its_language_and_stays_the_same_person(theatre: Theatre):
    phone = theatre.phone("Amira Benali")
    phone.get_by_role("button", name="About you").click()
    phone.get_by_label("Language").select_option("de")
    expect(phone.get_by_role("button", name="Ich möchte sprechen")).to_be_visible()
    expect(phone.locator("html")).to_have_attribute("lang", "de")
    look(phone, "phone-german")
    phone.reload()
    expect(phone.get_by_role("button", name="Ich möchte sprechen")).to_be_visible()
    other = theatre.phone("Ingrid")
    expect(other.locator("html")).to_have_attribute("lang", "en")


def test_a_phone_speaks_the_language_of_its_browser_in_three_requests(theatre: Theatre, open_page):
    phone = open_page("/", locale="de-AT", **PHONE)
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.resource_type))
    phone.goto(f"/{theatre.code}")
    expect(phone.get_by_role("button", name="Hereinkommen")).to_be_visible()
    assert asked.count("script") == 1
    assert asked.count("stylesheet") == 1
    assert "fetch" not in asked


def test_light_and_dark_are_chosen_at_once_and_kept_without_a_flash(theatre: Theatre, open_page):
    phone = open_page(f"/{theatre.code}", color_scheme="light", **PHONE)
    light = phone.get_by_label("Light or dark")
    assert ground(phone) == PAPER
    light.select_option("dark")
    assert ground(phone) == NIGHT
    look(phone, "phone-dark")
    with phone.expect_response(f"**/{theatre.code}") as answer:
        phone.reload()
    assert 'data-theme="dark"' in answer.value.text()
    assert ground(phone) == NIGHT
    light.select_option("device")
    assert ground(phone) == PAPER
    phone.emulate_media(color_scheme="dark")
    assert ground(phone) == NIGHT
    light.select_option("light")
    assert ground(phone) == PAPER


def test_pages_offer_the_choice_without_a_script(theatre: Theatre, open_page):
    page = open_page("/", java_script_enabled=False)
    page.locator(".reading summary").click()
    page.get_by_role("link", name="Deutsch").click()
    expect(page.get_by_role("heading", name="Welche Fishbowl?")).to_be_visible()
    page.locator(".reading summary").click()
    page.get_by_role("link", name="Dunkel").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(f"/{theatre.code}")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_console_opens_the_wall_in_another_language(theatre: Theatre):
    console = theatre.console()
    start(console)
    console.get_by_role("button", name="Settings").click()
    with console.expect_popup() as opened:
        console.get_by_role("group", name="Language of the wall").get_by_role(
            "link", name="Deutsch"
        ).click()
    expect(opened.value.locator("html")).to_have_attribute("lang", "de")
    look(console, "console-reading")
    console.reload()
    expect(console.locator("html")).to_have_attribute("lang", "en")
    console.get_by_role("button", name="Settings").click()
    console.locator(".reading-fields").get_by_label("Language").select_option("de")
    expect(console.get_by_role("button", name="Leinwand öffnen", exact=True)).to_be_visible()
    look(console, "console-german")
