"""After a no somebody else's pages, letters and dates are as if nobody had answered."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community.ids import MemberId
from fishbowl.web.community.me import data
from tests.web.community.conftest import Circle
from tests.web.community.pair import Two
from tests.web.conftest import Site


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Own data may be asked for as often as a test wants to."""
    monkeypatch.setattr(data, "_asked", RateLimit(1000, 1))


def silent(two: Two) -> None:
    """Nobody answers."""


def says_no(two: Two) -> None:
    two.says(two.amira, "no")


def says_yes_then_no(two: Two) -> None:
    two.says(two.amira, "yes")
    two.says(two.amira, "no")


def presses_no_in_the_letter(two: Two) -> None:
    assert two.opens(two.token(two.amira, "suggestion"), "no")[0] == 200


def names(two: Two) -> None:
    two.sends(two.amira, "/me/never", do="add", label="Ingrid")


NOES = (says_no, says_yes_then_no, presses_no_in_the_letter, names)


@pytest.mark.parametrize("no", NOES)
def test_the_other_one_s_pages_letters_and_dates_are_the_same_after_a_no_and_after_silence(
    tmp_path: Path, no: Callable[[Two], None]
):
    seen = []
    for answer in (silent, no):
        site = Site(tmp_path / f"{answer.__name__}.db")
        try:
            two = Two(Circle(site))
            answer(two)
            seen.append(list(everything_of_ingrid(two)))
        finally:
            site.service.stop()
    assert seen[0] == seen[1]


HOSTS_PAGES = ("/community", "/community/members", "/community/members/1", "/community/members/2")


def everything_of_ingrid(two: Two) -> Iterator[object]:
    """What she can see, before and after her yes, and as time passes; and what hosts can."""
    ingrid = two.ingrid
    paths = ("/me", f"/me/suggestions/{two.suggestion}", "/me/asked.json")
    for do in ("", "yes"):
        if do:
            yield two.says(ingrid, do)
        for path in paths:
            yield _plain(two.sees(ingrid, path))
        yield two.circle.browser(ingrid).get("/me/data.json").get_json()["meeting"]
        yield _mails(two, ingrid)
    yield two.opens(two.token(ingrid, "suggestion"))
    for days in (13, 1, 14):
        two.waits(days)
        answer = two.circle.browser(ingrid).get(f"/me/suggestions/{two.suggestion}")
        yield days, answer.status_code, _plain(answer.text)
        yield _plain(two.sees(ingrid)), two.letters(ingrid)
        for path in HOSTS_PAGES:
            hosts = two.site.owner().get(path)
            yield path, hosts.status_code, _plain(hosts.text)
            assert hosts.status_code == 200


def _plain(page: str) -> str:
    """A page without what is drawn at random for every answer."""
    return re.sub(r'value="[A-Za-z0-9_-]{16}"|data-installation="[^"]*"', "", page)


def _mails(two: Two, member: MemberId) -> list[tuple[str, str]]:
    rows = two.site.service.log.letters(f"member/{member}")
    return [(one.letter, str(one.params)) for one in rows]
