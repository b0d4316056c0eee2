"""A real decoder reads the QR, and it leads to a phone page."""

import re
from urllib.parse import urlsplit

import zxingcpp
from PIL import Image

from fishbowl.domain.session.commands import ChangeSettings
from fishbowl.web.display.qr import BORDER, qr_path
from tests.web.conftest import Site

PIXELS = 6


def decoded(svg: str) -> str:
    """Paint the dark runs of a QR path, and read them back."""
    match = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    assert match
    size = int(match[1])
    image = Image.new("L", (size, size), 255)
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg):
        for step in range(int(length)):
            image.putpixel((int(x) + step, int(y)), 0)
    (found,) = zxingcpp.read_barcodes(image.resize((size * PIXELS, size * PIXELS)))
    return found.text


def test_the_qr_says_the_chosen_address_and_the_code(site: Site):
    site.creates("WAVE47")
    answer = site.visitor().get("/WAVE47/join.svg")
    assert answer.content_type == "image/svg+xml"
    assert decoded(answer.get_data(as_text=True)) == "http://192.168.1.20:8080/WAVE47"
    site.sends("WAVE47", ChangeSettings(address="https://bowl.example"))
    svg = site.visitor().get("/WAVE47/join.svg").get_data(as_text=True)
    assert decoded(svg) == "https://bowl.example/WAVE47"


def test_the_qr_leads_to_a_phone_page(site: Site):
    site.creates("WAVE47")
    svg = site.visitor().get("/WAVE47/join.svg").get_data(as_text=True)
    page = site.visitor().get(urlsplit(decoded(svg)).path)
    assert page.status_code == 200
    assert b'data-face="phone"' in page.data


def test_the_sheet_carries_the_same_qr_and_the_words(site: Site):
    site.creates("WAVE47")
    page = site.owner().get("/WAVE47/sheet").get_data(as_text=True)
    assert decoded(page) == "http://192.168.1.20:8080/WAVE47"
    assert "WAVE 47" in page
    assert "192.168.1.20:8080" in page


def test_the_quiet_zone_is_as_wide_as_the_standard_asks():
    size, path = qr_path("http://192.168.1.20:8080/WAVE47")
    cells = [tuple(map(int, run)) for run in re.findall(r"M(\d+) (\d+)h(\d+)v1", path)]
    assert min(x for x, _, _ in cells) == BORDER
    assert max(x + length for x, _, length in cells) == size - BORDER
    assert {min(y for _, y, _ in cells), size - 1 - max(y for _, y, _ in cells)} == {BORDER}


def test_a_picture_that_has_not_changed_is_not_sent_again(site: Site):
    site.creates("WAVE47")
    visitor = site.visitor()
    tag = visitor.get("/WAVE47/join.svg").headers["ETag"]
    assert visitor.get("/WAVE47/join.svg", headers={"If-None-Match": tag}).status_code == 304
