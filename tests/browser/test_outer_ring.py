"""The outer ring takes part: a vote, a question to the bowl, signs without words."""

import re

from playwright.sync_api import Page, expect

from tests.browser.looking import check, look, shoot
from tests.browser.theatre import SMALL_PHONE, Theatre, seat_starters, start

TITLES = (
    "Who gets to say no?",
    "When does paying people break the gift?",
    "What do we owe the people who leave?",
)
WORDS = "What would you stop doing tomorrow if nobody minded?"


def suggest(phone: Page, title: str) -> None:
    """Suggest a topic on the topics page."""
    phone.get_by_role("button", name="Topics").tap()
    phone.get_by_role("button", name="Suggest a topic").tap()
    phone.get_by_label("Your topic, in one sentence").fill(title)
    phone.get_by_role("button", name="Suggest it").tap()
    expect(phone.get_by_role("listitem").filter(has_text=title)).to_be_visible()


def put_dots(phone: Page, title: str, dots: int) -> None:
    """Put dots on a topic, one tap each."""
    for own in range(dots):
        button = phone.get_by_role("button", name=re.compile(f"Put a dot on: {re.escape(title)}"))
        expect(button).to_have_accessible_name(re.compile(f"{own} from you"))
        button.tap()


def test_the_room_votes_on_what_comes_next(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    amira, kofi = theatre.phone("Amira"), theatre.phone("Kofi", **SMALL_PHONE)
    seat_starters(console, "Lindiwe", "Tomasz")
    start(console)
    for title in TITLES:
        suggest(amira, title)
        console.get_by_role("listitem").filter(has_text=title).get_by_role(
            "button", name="Put it up"
        ).click()

    console.keyboard.press("KeyV")
    expect(
        display.get_by_role("heading", name="What should the bowl take up next?")
    ).to_be_visible()
    expect(amira.get_by_role("heading", name="What next?")).to_be_visible()
    kofi.get_by_role("button", name="you have 3 dots").tap()
    put_dots(kofi, TITLES[1], 2)
    put_dots(kofi, TITLES[0], 1)
    expect(kofi.get_by_text("0 of 3 dots left")).to_be_visible()
    put_dots(amira, TITLES[1], 1)
    put_dots(amira, TITLES[2], 2)
    amira.get_by_role("button", name=f"Remove a dot: {TITLES[2]}").tap()
    expect(amira.get_by_text("1 of 3 dots left")).to_be_visible()
    expect(display.get_by_role("listitem").first).to_contain_text(TITLES[1])
    expect(display.get_by_text("2 of 2 have voted")).to_be_visible()
    expect(console.get_by_text("2 of 2 voted")).to_be_visible()
    look(amira, "phone-vote")
    look(kofi, "phone-vote-320")
    look(display, "display-topics")
    look(console, "console-vote")

    console.keyboard.press("KeyV")
    expect(display.get_by_role("heading", name="This is what the room chose")).to_be_visible()
    console.keyboard.press("KeyT")
    console.get_by_label("Minutes").fill("1")
    console.keyboard.press("Enter")
    expect(display.get_by_text("On the table")).to_be_visible()
    expect(display.get_by_text(TITLES[1])).to_be_visible()

    topic = console.get_by_role("listitem").filter(has_text=TITLES[1]).first
    topic.get_by_role("button", name="More for").click()
    topic.get_by_role("button", name="Ask the room").click()
    amira.get_by_role("button", name="Go on", exact=True).tap()
    kofi.get_by_role("button", name="Go on", exact=True).tap()
    expect(console.get_by_text("2 have answered")).to_be_visible()
    look(kofi, "phone-thumbs-320")
    look(display, "display-thumbs")
    console.get_by_role("button", name="Show the answer").click()
    asked = console.get_by_label("Time of the topic")
    expect(asked.get_by_text("Go on 2, move on 0.")).to_be_visible()
    expect(display.get_by_text("The room has answered")).to_be_visible()
    look(console, "console-thumbs")
    console.get_by_label("Time of the topic").get_by_role("button", name="5 minutes more").click()
    expect(console.get_by_label("Time of the topic")).to_be_hidden()
    expect(console.get_by_text(TITLES[1]).first).to_be_visible()
    check(amira)


def test_a_question_from_the_outer_ring_reaches_the_wall(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    amira, kofi = theatre.phone("Amira", **SMALL_PHONE), theatre.phone("Kofi")
    seat_starters(console, "Lindiwe", "Tomasz")
    start(console)
    for phone in (amira, kofi):
        phone.get_by_role("button", name="Questions").tap()
    for words in (WORDS, "Is lunch vegetarian?"):
        amira.get_by_role("button", name="Ask the bowl").tap()
        expect(amira.get_by_text("not about a person")).to_be_visible()
        look(amira, "phone-ask-320")
        amira.get_by_label("Your question to the bowl").fill(words)
        amira.get_by_role("button", name="Ask it").tap()
        expect(amira.get_by_role("listitem").filter(has_text=words)).to_be_visible()

    lunch = console.get_by_role("listitem").filter(has_text="Is lunch vegetarian?").first
    lunch.get_by_role("button", name="Set aside").click()
    look(console, "console-criteria")
    lunch.get_by_role("button", name="is off topic").click()
    expect(amira.get_by_text("it is off today’s question")).to_be_visible()
    console.get_by_role("listitem").filter(has_text=WORDS).first.get_by_role(
        "button", name="Put it up"
    ).click()
    kofi.get_by_role("button", name=re.compile("I would like to hear that too")).tap()
    expect(amira.get_by_text("2 voices")).to_be_visible()
    asked = console.get_by_label("Questions to the bowl").get_by_role("listitem")
    asked.get_by_role("button", name="On the wall").click()
    expect(display.get_by_text(WORDS)).to_be_visible()
    expect(display.get_by_text("A question from the room, 2 voices")).to_be_visible()
    expect(kofi.get_by_text("On the wall now")).to_be_visible()
    look(display, "display-question")
    look(kofi, "phone-questions")
    look(amira, "phone-questions-320")
    look(console, "console-questions")
    asked.get_by_role("button", name="Taken up").click()
    expect(display.get_by_text(WORDS)).to_be_hidden()


def test_the_room_says_something_without_words(theatre: Theatre):
    console, display = theatre.console(), theatre.display(reduced_motion="no-preference")
    amira, kofi = theatre.phone("Amira", **SMALL_PHONE), theatre.phone("Kofi")
    seat_starters(console, "Lindiwe", "Tomasz")
    start(console)
    for phone in (amira, kofi):
        phone.get_by_role("button", name="I agree").tap()
        phone.get_by_role("button", name="Slow down").tap()
    kofi.get_by_role("button", name="Use the microphone").tap()
    expect(console.get_by_text("2 ask to slow down")).to_be_visible()
    expect(console.get_by_text("1 asks for the microphone")).to_be_visible()
    expect(console.get_by_text("2 agree")).to_be_visible()
    kofi.get_by_role("button", name="Thank you").tap()
    kofi.get_by_role("button", name="Surprised").tap()
    expect(display.locator(".lights circle").first).to_be_attached()
    shoot(display, "display-reactions")
    look(console, "console-signs")
    look(amira, "phone-signs-320")
    look(kofi, "phone-signs")
