"""A list of names is pasted or read from a file, looked through, and comes in as one action."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import check, look_at_both
from tests.browser.rooms import hand
from tests.browser.theatre import Theatre, chair_of, start, told

PASTE = """(field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  field.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
"""Pastes as a person does; a headless browser has no clipboard of its own."""

DELEGATES = "Name;Delegation\nJosé Núñez;Perú\nÇağrı;Türkei\nZoë;Perú\nMüller, Jörg;Österreich\n"


def panel(console: Page) -> Locator:
    return console.get_by_role("complementary", name="Names from a list")


def field(console: Page) -> Locator:
    return panel(console).get_by_label("One name a line, or cells from a spreadsheet")


def counts(console: Page) -> Locator:
    return panel(console).get_by_role("status")


def numbered(count: int) -> str:
    return "\n".join(f"Person {number:03}" for number in range(1, count + 1))


def test_thirty_names_that_are_pasted_start_on_the_chairs_and_wait(theatre: Theatre):
    console = theatre.console()
    console.get_by_label("Who starts?").evaluate(PASTE, numbered(30))
    expect(field(console)).to_be_focused()
    expect(field(console)).to_have_value(numbered(30))
    expect(console.get_by_label("Who starts?")).to_have_value("")
    expect(counts(console)).to_have_text("30 new")
    expect(panel(console).get_by_role("radio", name="Onto the free chairs")).to_be_checked()
    panel(console).get_by_role("checkbox", name="Person 002", exact=True).uncheck()
    expect(counts(console)).to_have_text("30 new, 1 left out")
    look_at_both(console, "console-names")
    panel(console).get_by_role("button", name="Bring 29 people in").click()
    expect(panel(console)).to_have_count(0)
    expect(chair_of(console, "Person 003")).to_be_visible()
    expect(chair_of(console, "Person 002")).to_have_count(0)
    expect(console.locator(".log-line")).to_have_count(1)
    expect(told(console, "List of names: 29 people")).to_be_visible()
    console.get_by_role("button", name="Undo: List of names: 29 people").click()
    expect(chair_of(console, "Person 003")).to_have_count(0)
    expect(console.locator(".request")).to_have_count(0)


def test_a_table_with_groups_is_read_in_its_encoding_and_can_be_corrected(theatre: Theatre):
    console = theatre.console()
    console.get_by_role("button", name="Names from a list").first.click()
    chooser = panel(console).get_by_label("Choose a CSV or text file")
    chooser.set_input_files(
        {"name": "old.xlsx", "mimeType": "application/zip", "buffer": b"PK\x03\x04\x14"}
    )
    expect(panel(console).get_by_role("alert")).to_contain_text("This is a spreadsheet file.")
    table = DELEGATES.encode("windows-1254")  # Turkish: some letters are others in windows-1252
    chooser.set_input_files({"name": "list.csv", "mimeType": "text/csv", "buffer": table})
    expect(panel(console).get_by_role("alert")).to_have_count(0)
    encoding = panel(console).get_by_label("Text encoding")
    expect(encoding).to_have_value("windows-1252")
    expect(counts(console)).to_have_text("4 new")
    expect(panel(console).get_by_role("checkbox", name="José Núñez Perú")).to_be_checked()
    expect(panel(console).get_by_text("3 groups: Perú 2, Türkei 1, Österreich 1")).to_be_visible()
    encoding.select_option("Cyrillic (Windows)")
    expect(panel(console).get_by_role("checkbox", name="José Núñez Perú")).to_have_count(0)
    encoding.select_option("Western European (Windows)")
    panel(console).get_by_text("Change the columns").click()
    panel(console).get_by_label("Group").select_option("No column")
    expect(panel(console).get_by_role("checkbox", name="José Núñez", exact=True)).to_be_checked()
    panel(console).get_by_label("Group").select_option("Delegation")
    check(console)
    panel(console).get_by_role("radio", name="Into the queue").check()
    panel(console).get_by_role("button", name="Put 4 people in the queue").click()
    expect(console.locator(".request")).to_have_count(4)
    expect(console.locator(".request", has_text="Müller, Jörg")).to_contain_text("Österreich")


def test_who_is_here_already_is_not_doubled(theatre: Theatre):
    theatre.phone("Ana Lopez")
    console = theatre.console()
    start(console)
    with hand(theatre.server, theatre.code) as face:
        out = face.done("add_people", people=[{"name": "Bo"}, {"name": "Cem"}])
        face.done("send_out", person=out + 1)
    console.get_by_role("button", name="Names from a list").first.click()
    console.keyboard.type("ana lopez\nBo\nDee\nDee\nEda")
    expect(counts(console)).to_have_text(
        "2 new, 1 here already, 1 twice on the list, 1 sent out before, 2 left out"
    )
    expect(panel(console).get_by_role("checkbox", name="Bo was sent out")).not_to_be_checked()
    check(console)
    panel(console).get_by_role("button", name="Put 3 people in the queue").click()
    expect(console.locator(".request")).to_have_count(3)
    expect(console.locator(".request", has_text="Ana Lopez")).to_have_count(1)
    console.keyboard.press("KeyI")
    people = console.get_by_role("group", name="People found")
    expect(people.get_by_text("Ana Lopez")).to_have_count(1)
    expect(people.get_by_text("Dee")).to_have_count(1)


def test_three_hundred_come_in_at_once_and_what_was_pasted_is_kept_until_then(theatre: Theatre):
    console = theatre.console()
    start(console)
    console.keyboard.press("KeyW")
    console.get_by_label("Name for Guest 1").evaluate(PASTE, numbered(501))
    expect(field(console)).to_have_value(numbered(501))
    expect(console.locator(".request")).to_have_count(0)  # made only to be named
    expect(panel(console).get_by_role("alert")).to_contain_text("At most 500 people come in")
    expect(panel(console).get_by_role("button", name="Put 501 people")).to_be_disabled()
    field(console).press("Escape")
    console.keyboard.press("Escape")
    expect(panel(console)).to_have_count(0)
    console.keyboard.press("Shift+KeyI")
    expect(field(console)).to_have_value(numbered(501))
    field(console).fill(numbered(300))
    expect(panel(console).get_by_role("radio", name="Only into the room")).to_be_checked()
    lines = console.locator(".log-line").count()
    panel(console).get_by_role("button", name="Bring 300 people in").click()
    expect(told(console, "List of names: 300 people")).to_be_visible()
    expect(console.locator(".log-line")).to_have_count(lines + 1)
    console.keyboard.press("Shift+KeyI")
    expect(field(console)).to_have_value("")
    field(console).press("Escape")
    expect(panel(console)).to_have_count(0)
