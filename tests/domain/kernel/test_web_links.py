"""Only pages of the web become links, and none that hides where it leads."""

import pytest

from fishbowl.domain.kernel.web_links import web_link
from fishbowl.domain.session import commands as c
from tests.support.refusals import refused
from tests.support.room import Room


@pytest.mark.parametrize("link", ["https://example.org/a?b=c#d", "http://10.0.0.4:8080/"])
def test_a_page_of_the_web_is_a_link(link: str):
    assert web_link(link) == link


@pytest.mark.parametrize(
    "link",
    ["", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "mailto:a@b.example",
     "//example.org", "example.org", "https://", "https://[", "file:///etc/passwd"],
)  # fmt: skip
def test_anything_else_is_none(link: str):
    assert web_link(link) == ""


def test_a_name_before_the_host_is_no_part_of_a_link():
    assert web_link("https://bank.example@evil.example/x") == "https://evil.example/x"
    room = Room()
    with refused(room, "bad_link"):
        room.sends(c.AddNote(kind="resource", words="x", link="https://bank.example@evil.example"))
