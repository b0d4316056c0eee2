"""The summary put right before it goes out, in place and by keyboard; afterwards with its date."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.test_replay import TOPIC, topic
from tests.browser.theatre import Theatre, hold, seat_starters, start

SECOND = "When does paying people break the gift?"


def press(page: Page, name: str) -> None:
    """Press a button by keyboard alone."""
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    page.keyboard.press("Enter")


def test_the_facilitator_puts_it_right_and_publishes(theatre: Theatre, open_page: OpenPage):
    console = theatre.console()
    seat_starters(console, "Tomasz", "Lindiwe")
    start(console)
    topic(console, TOPIC)
    topic(console, SECOND)
    console.keyboard.press("Shift+N")
    console.keyboard.press("d")
    console.keyboard.type("We ask before we pay")
    console.keyboard.press("Enter")
    console.keyboard.press("Escape")
    expect(console.locator(".topic.is-current")).to_contain_text("1 note")
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    console.get_by_role("link", name="Edit summary").click()
    page = console
    expect(page.get_by_text("Nobody else reads it until you publish it.")).to_be_visible()
    article = page.locator("main")
    look(page, "editor")

    press(page, "Write an opening paragraph")
    page.keyboard.type("Five of us asked what keeps people, and found a word: no.")
    look(page, "editor-opening")
    page.keyboard.press("Control+Enter")
    expect(article).to_contain_text("and found a word: no.")
    expect(page.get_by_role("button", name="Edit the opening paragraph")).to_be_focused()

    press(page, f"Rename {TOPIC}")
    page.keyboard.press("Control+A")
    page.keyboard.type("Saying no")
    page.keyboard.press("Enter")
    expect(article.get_by_role("heading", name="Saying no")).to_be_visible()
    press(page, f"Move {SECOND} earlier")
    expect(article.get_by_role("heading", level=3).first).to_have_text(SECOND)
    press(page, "Add a note to Saying no")
    page.keyboard.type("A slow maybe loses them.")
    page.keyboard.press("Enter")
    expect(article).to_contain_text("A slow maybe loses them.")
    pencil = page.get_by_role("button", name="Rename Tomasz")
    expect(pencil.locator("svg")).to_be_visible()
    expect(pencil).to_have_text("")
    press(page, "Rename Tomasz")
    page.keyboard.press("Control+A")
    page.keyboard.type("Tomasz Nowak")
    page.keyboard.press("Enter")
    expect(article.locator(".times-name").first).to_have_text("Tomasz Nowak")

    press(page, "Leave out: We ask before we pay")
    expect(article.get_by_text("Left out of the summary")).to_be_visible()
    expect(page.get_by_role("button", name="Put back: We ask before we pay")).to_be_focused()
    look(page, "editor-left-out")
    press(page, "Write a credit line")
    page.keyboard.type("Written by Mei-Lin, with thanks to the hosts.")
    page.keyboard.press("Enter")
    expect(article).to_contain_text("Written by Mei-Lin")

    language = page.get_by_label("Language of the talk")
    expect(language.locator("option:checked")).to_have_text("Guessed from the words")
    language.select_option("German")
    expect(language).to_have_value("de")
    page.reload()
    expect(language).to_have_value("de")

    page.get_by_role("button", name="Hold to publish").focus()
    hold(page, "Enter", page.get_by_text("It is published"))
    code = theatre.code
    page.goto(f"/{code}/console")
    link = page.locator(".closed-published input").input_value()
    reader = open_page(link[link.index("/s/") :])
    expect(reader.get_by_role("heading", name="In a few words")).to_be_visible()
    expect(reader.get_by_text("Corrected on")).to_have_count(0)
    expect(reader.get_by_text("We ask before we pay")).to_have_count(0)
    expect(reader.get_by_role("heading", level=3).first).to_have_text(SECOND)
    look(reader, "summary-put-right")

    page.goto(f"/{code}/summary/edit")
    press(page, "Put back: We ask before we pay")
    expect(page.get_by_role("button", name="Leave out: We ask before we pay")).to_be_visible()
    reader.reload()
    expect(reader.get_by_text("Corrected on")).to_be_visible()
    expect(reader.get_by_text("We ask before we pay")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Put back: We ask before we pay")).to_be_visible()
    reader.reload()
    expect(reader.get_by_text("Corrected on")).to_have_count(0)


def test_the_summary_so_far_is_a_key_away_at_any_time(theatre: Theatre):
    console = theatre.console()
    seat_starters(console, "Tomasz", "Lindiwe")
    start(console)
    with console.context.expect_page() as opened:
        console.keyboard.press("Shift+S")
    expect(opened.value.get_by_text("A preview: the session is still going on.")).to_be_visible()
