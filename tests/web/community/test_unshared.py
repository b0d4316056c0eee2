"""What a member has not shared is on no page, in no slice, letter or log of anybody else.

Every page that there is is opened by everybody: a new one is walked without being named here.
"""

import itertools
import logging
import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from fishbowl.access.sign_ins import READER
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, pair_of
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import (
    CloseSession,
    JoinSession,
    KeepTakeaway,
    PublishSummary,
    StartSession,
)
from fishbowl.live.links import LinkMaker
from fishbowl.live.views import FACE_VIEWS, Views
from tests.web.community.conftest import POST, Circle

MARK = "zebra"
"""In everything that Amira keeps to herself, or has taken back to herself."""
CODE, SLUG = "WAVE47", re.compile(r"/s/([^/\"]+)")
AMIRA, JONAS = "device-of-amira-0001", "device-of-jonas-0001"
CONSOLES = [("console", role) for role in (Role.FACILITATOR, Role.CO_FACILITATOR, Role.NOTE_TAKER)]
LEFT_OUT = {"/metrics", "/standby"}
"""Pages of machines, which wait for one."""


class Scene:
    """Amira keeps things to herself in a room and on her page; she and Jonas are asked to meet."""

    def __init__(self, circle: Circle) -> None:
        self.circle, site = circle, circle.site
        site.creates(CODE)
        for name, device in (("Amira", AMIRA), ("Jonas", JONAS)):
            site.sends(CODE, JoinSession(name=name), Role.ATTENDEE, device)
        site.sends(CODE, StartSession())
        site.sends(CODE, CloseSession())
        for kind in ("offer", "need", "will"):
            note = KeepTakeaway(kind=kind, shared=False, words=f"{MARK} {kind} from the room")
            assert site.sends(CODE, note, Role.ATTENDEE, AMIRA).ok
        willing = frozenset({"meet", "answer"})
        self.amira = circle.joins("Amira", "amira@example.org", consents=willing)
        self.jonas = circle.joins("Jonas", "jonas@example.org", consents=willing)
        self.host, self.hosts_browser = circle.hosts()
        people = site.service.session(CODE).people  # type: ignore[union-attr]
        for member, person in zip((self.amira, self.jonas), sorted(people), strict=True):
            circle.asks(c.LinkSession(member=member, code=CODE, person=person))
        self._offers()

    def _offers(self) -> None:
        """One that was never shared, and one that was, until they were suggested by it."""
        browser = self.circle.browser(self.amira)
        said = {"topic": "other", "topic_own": f"{MARK} topic", "availability": f"{MARK} days"}
        for words in ("never shared", "taken back"):
            form = {"side": "offer", "words": f"{MARK} {words}", "terms": f"{MARK} terms", **said}
            assert browser.post("/me/offers", data=form, **POST).status_code == 303
        _, shared = sorted(self.circle.state.offers)
        assert browser.post(f"/me/offers/{shared}", data={"do": "share_named"}, **POST).location
        need = self.circle.asks(
            c.AddOffer(member=self.jonas, side="need", words="A herd", is_shared=True),
            Role.MEMBER, self.jonas,
        )  # fmt: skip
        pair = pair_of(self.amira, self.jonas)
        suggest = c.SuggestMeeting(members=pair, offer=shared, need=need.seq)  # type: ignore[arg-type]
        self.circle.asks(suggest, Role.TIME)
        assert browser.post(f"/me/offers/{shared}", data={"do": "private"}, **POST).location

    def both_say_yes(self) -> None:
        """They are brought together."""
        (suggestion,) = self.circle.state.suggestions
        for member in (self.amira, self.jonas):
            said = c.AnswerSuggestion(member=member, suggestion=suggestion, yes=True)
            self.circle.asks(said, Role.MEMBER, member)

    def everybody(self) -> dict[str, FlaskClient]:
        """The browsers of everybody but Amira, by what they may do."""
        site = self.circle.site
        return {
            "stranger": site.visitor(),
            "jonas": self.circle.browser(self.jonas),
            "jonas's phone": site.visitor(fishbowl_device=JONAS),
            "host": self.hosts_browser,
            "reader": site.signed_in(READER),
            "facilitator": site.facilitator(CODE),
            "owner": site.owner(),
        }

    def pages(self, browser: FlaskClient) -> Iterator[tuple[str, str]]:
        """Every page that a browser can open, with all the numbers that there are."""
        state = self.circle.state
        numbers = [*state.members, *state.offers, *state.suggestions, *state.introductions]
        found: dict[str, list[object]] = {
            "<code>": [CODE], "<int:id>": numbers, "<int:person>": [1, 2], "<int:item>": [1, 2],
            "<role>": ["runner"], "<format>": ["md", "csv", "json", "html", "ics"],
        }  # fmt: skip
        for rule in self.circle.site.app.url_map.iter_rules():
            if "GET" not in (rule.methods or ()) or rule.rule in LEFT_OUT:
                continue
            names = re.findall(r"<[^>]+>", rule.rule)
            for values in itertools.product(*(found.get(name, ["unknown"]) for name in names)):
                path = rule.rule
                for name, value in zip(names, values, strict=True):
                    path = path.replace(name, str(value), 1)
                yield path, browser.get(path).get_data(as_text=True)


@pytest.fixture
def scene(circle: Circle) -> Scene:
    return Scene(circle)


def found_in(pages: Iterator[tuple[str, str]]) -> list[str]:
    return [path for path, text in pages if MARK in text.casefold()]


def test_its_author_finds_it_on_the_own_page_alone(scene: Scene) -> None:
    found = found_in(scene.pages(scene.circle.browser(scene.amira)))
    assert "/me/offers" in found
    assert all(path.startswith("/me") for path in found), found


@pytest.mark.parametrize("after", ["they are asked", "they are brought together"])
def test_it_is_on_no_page_of_anybody_else(scene: Scene, after: str) -> None:
    if after == "they are brought together":
        scene.both_say_yes()
        assert scene.circle.site.sends(CODE, PublishSummary()).ok
    for who, browser in scene.everybody().items():
        pages = dict(scene.pages(browser))
        assert len(pages) > 60
        assert not found_in(iter(pages.items())), who


def test_it_is_in_no_slice_of_the_room(scene: Scene) -> None:
    session = scene.circle.site.service.session(CODE)
    assert session is not None
    site = scene.circle.site
    views = Views(LinkMaker(site.access_keys, site.network))
    for face, role in [*((one, Role.ATTENDEE) for one in FACE_VIEWS), *CONSOLES]:
        held = b"".join(views.of(session, face, role).values())
        assert CODE.encode() in held
        assert MARK not in held.decode().casefold(), face


def test_it_is_in_no_log_and_on_no_list_of_who_did_what(
    circle: Circle, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        scene = Scene(circle)
        scene.both_say_yes()
        scene.circle.asks(c.LeaveCommunity(member=scene.amira), Role.MEMBER, scene.amira)
    assert MARK not in "\n".join(caplog.messages).casefold()
    lines, _count = circle.site.audit.lines()
    assert MARK not in repr(lines)


def test_whoever_leaves_before_an_answer_leaves_the_other_one_asking(scene: Scene) -> None:
    """The other one sees nothing of it, can still say yes, and is told nothing."""
    (suggestion,) = scene.circle.state.suggestions
    browser = scene.circle.browser(scene.jonas)
    scene.circle.asks(c.LeaveCommunity(member=scene.amira), Role.MEMBER, scene.amira)
    assert MemberId(scene.amira) not in scene.circle.state.members
    page = browser.get(f"/me/suggestions/{suggestion}")
    assert page.status_code == 200
    assert "Amira" not in page.text
    assert (
        browser.post(f"/me/suggestions/{suggestion}", data={"do": "yes"}, **POST).status_code == 303
    )
