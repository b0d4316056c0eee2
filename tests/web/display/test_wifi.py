"""A real decoder reads the Wi-Fi from its QR, and its password leaves the session nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.session.commands import CloseSession, SetWifi, StartSession
from fishbowl.domain.session.model import Wifi
from fishbowl.web.display.qr import qr_svg
from fishbowl.web.display.wifi import wifi_text
from tests.web.conftest import Site
from tests.web.display.test_qr import decoded

PRINTED = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)


def fields(text: str) -> dict[str, str]:
    """Take a Wi-Fi text apart as phones do: at what is not escaped."""
    assert text.startswith("WIFI:")
    assert text.endswith(";;")
    parts = re.findall(r"([A-Z]):((?:\\.|[^\\;])*);", text.removeprefix("WIFI:"))
    return {key: re.sub(r"\\(.)", r"\1", value) for key, value in parts}


def test_the_qr_says_name_and_password(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", SetWifi(network="Hall 2", password="open sesame"))
    answer = site.visitor().get("/WAVE47/wifi.svg")
    assert answer.content_type == "image/svg+xml"
    assert decoded(answer.get_data(as_text=True)) == "WIFI:T:WPA;S:Hall 2;P:open sesame;;"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("wifi", "text"),
    [
        (Wifi(network='a;b,c:d"e\\f', password="x"), 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:x;;'),
        (Wifi(network="Hall", security="open"), "WIFI:T:nopass;S:Hall;;"),
        (Wifi(network="Hall", password="p", security="wep"), "WIFI:T:WEP;S:Hall;P:p;;"),
        (Wifi(network="Hall", password="p", hidden=True), "WIFI:T:WPA;S:Hall;P:p;H:true;;"),
    ],
)
def test_every_kind_of_wifi_has_its_text(wifi: Wifi, text: str):
    assert wifi_text(wifi) == text
    assert decoded(qr_svg(text)) == text


@given(network=PRINTED, password=PRINTED)
def test_whatever_is_typed_comes_back_from_the_text(network: str, password: str):
    found = fields(wifi_text(Wifi(network=network, password=password)))
    assert found == {"T": "WPA", "S": network, "P": password}


def test_without_a_wifi_there_is_no_picture(site: Site):
    site.creates("WAVE47")
    assert site.visitor().get("/WAVE47/wifi.svg").status_code == 404


def test_the_wifi_is_in_nothing_that_leaves_the_session(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", StartSession())
    site.sends("WAVE47", SetWifi(network="Hall network", password="open sesame"))
    site.sends("WAVE47", CloseSession())
    owner = site.owner()
    for path in (
        "summary",
        "export.json",
        "export.md",
        "export.csv",
        "sheet",
        "links.json",
        "people.json",
    ):
        left = owner.get(f"/WAVE47/{path}").get_data(as_text=True)
        assert "open sesame" not in left
        assert "Hall network" not in left
