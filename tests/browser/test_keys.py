"""Every key in the list of keys does what its label says; while somebody types, none does."""

from playwright.sync_api import Page, expect

from tests.browser.key_evening import Evening
from tests.browser.key_stories import STORIES
from tests.browser.looking import look
from tests.browser.theatre import Theatre, start

SHARED = ("↓ ↑", "↵", "⌫")
"""Keys that also mean something for what people have written."""
LETTERS = "the quick brown fox jumps over a lazy dog 0123456789. NPUKOBQ?"


def keys_listed(console: Page) -> dict[str, str]:
    """What the list says: what stands on each key, and what it does."""
    console.keyboard.press("Shift+Slash")
    expect(console.locator(".key-group")).not_to_have_count(0)
    listed = {}
    for group in console.locator(".key-group").all():
        written = "written " if group.get_by_text("What people write").count() else ""
        rows = group.locator("dl > div")
        for sign, label in zip(
            rows.locator("kbd").all_inner_texts(), rows.locator("dd").all_inner_texts(), strict=True
        ):
            listed[sign if sign not in SHARED else written + sign] = label
    return listed


def test_every_key_of_the_list_does_what_it_says(theatre: Theatre):
    at = Evening(theatre)
    listed = keys_listed(at.console)
    assert set(listed) == set(STORIES), "a key without a story, or a story without a key"
    assert all(listed.values())
    look(at.console, "keys-list")
    for story in STORIES.values():
        story(at)


def test_no_key_does_anything_while_somebody_types(theatre: Theatre):
    at = Evening(theatre)
    start(at.console)
    fields = {
        "KeyT": "What is it about now?",
        "KeyI": "Find somebody by name",
        "KeyO": "Question",
        "Shift+KeyN": "What has become clear?",
    }
    for key, label in fields.items():
        at.press(key)
        field = at.console.get_by_label(label).first
        field.focus()
        before = at.console.locator(".log-line").all_inner_texts()
        field.fill("")
        at.keyboard.type(LETTERS)
        expect(field).to_have_value(LETTERS)
        assert at.console.locator(".log-line").all_inner_texts() == before, label
        at.press("Escape")  # in the field: what can be closed, closes
        at.console.locator(":focus").evaluate_all("all => all.forEach(one => one.blur())")
        at.press("Escape")
