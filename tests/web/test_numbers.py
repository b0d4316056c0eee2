"""Numbers without end in addresses and forms are refused, and break nothing."""

from typing import Any

import pytest

from fishbowl.web.numbers import read_number
from tests.web.conftest import ORIGIN, Site

ENDLESS = "9" * 5_000


@pytest.mark.parametrize(
    ("text", "read"),
    [("0", 0), ("007", 7), ("999999999", 999_999_999), ("1000000000", None), ("", None),
     ("-1", None), ("1.5", None), (" 1", None), ("²", None), ("٣", None), (ENDLESS, None)],
)  # fmt: skip
def test_a_number_has_at_most_nine_plain_digits(text: str, read: int | None):
    assert read_number(text) == read


@pytest.mark.parametrize(
    "path",
    ["/archive?first={n}", "/WAVE47/check?people={n}", "/WAVE47/people/{n}/move.json",
     "/WAVE47/export.vtt?offset={n}"],
)  # fmt: skip
@pytest.mark.parametrize("number", [ENDLESS, "²", "٣"])
def test_an_address_may_hold_any_number(site: Site, path: str, number: str):
    site.creates("WAVE47")
    assert site.owner().get(path.format(n=number)).status_code < 500


@pytest.mark.parametrize(
    ("path", "form"),
    [("/WAVE47/link", {"generation": ENDLESS}), ("/archive/link", {"generation": ENDLESS}),
     ("/WAVE47/link", {"generation": "٣"}),
     ("/new", {"question": "Why?", "minutes": "00000045" + ENDLESS}),
     (f"/open/WAVE47/{ENDLESS}", {}), (f"/WAVE47/recovery/{ENDLESS}/done", {})],
)  # fmt: skip
def test_a_form_may_hold_any_number(site: Site, path: str, form: dict[str, Any]):
    site.creates("WAVE47")
    answer = site.owner().post(path, data=form, headers={"Origin": ORIGIN})
    assert answer.status_code < 500
