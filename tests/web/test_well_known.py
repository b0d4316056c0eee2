"""``robots.txt`` and ``security.txt`` say what crawlers and researchers need, and no more."""

import re
from datetime import UTC, datetime

import msgspec
import pytest

from fishbowl.host.network import Network
from fishbowl.host.settings import security_contact
from fishbowl.web.context import EXTENSION
from tests.web.conftest import Site

PATH = "/.well-known/security.txt"


def with_contact(site: Site, **changed: object) -> None:
    site.app.extensions[EXTENSION] = msgspec.structs.replace(
        site.context, security_contact="mailto:security@example.org", **changed
    )


def test_without_a_contact_there_is_no_security_txt(site: Site):
    assert site.visitor().get(PATH).status_code == 404


def test_a_contact_is_told_and_expires_within_a_year(site: Site):
    with_contact(site)
    answer = site.visitor().get(PATH)
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.text.startswith("Contact: mailto:security@example.org\n")
    (expires,) = re.findall(r"^Expires: (\S+)$", answer.text, re.MULTILINE)
    left = datetime.fromisoformat(expires) - datetime.now(UTC)  # noqa: TID251
    assert 80 < left.days < 365
    assert "Canonical" not in answer.text


def test_a_public_address_makes_the_file_say_where_it_belongs(site: Site):
    with_contact(site, network=Network("127.0.0.1", 8080, "https://talk.example.org"))
    assert f"Canonical: https://talk.example.org{PATH}\n" in site.visitor().get(PATH).text


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("", ""),
        ("security@example.org", "mailto:security@example.org"),
        ("mailto:security@example.org", "mailto:security@example.org"),
        (" https://example.org/report ", "https://example.org/report"),
    ],
)
def test_a_contact_is_read_as_an_address(typed: str, contact: str):
    assert security_contact(typed) == contact


@pytest.mark.parametrize(
    "typed", ["us", "http://example.org", "a@b\nExpires: never", "mailto:", "ü@b.c"]
)
def test_what_is_no_contact_is_refused(typed: str):
    with pytest.raises(ValueError, match="neither a mail address"):
        security_contact(typed)


def test_crawlers_may_fetch_summaries_and_series_alone_and_list_nothing(site: Site):
    answer = site.visitor().get("/robots.txt")
    assert answer.text == "User-agent: *\nAllow: /s/\nAllow: /series/\nDisallow: /\n"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
