"""The QR that invites to be known: on the wall and on the join sheet, and nowhere else."""

import pytest

from fishbowl.domain.community.commands import DescribeCommunity, RenewInvitationLink
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import CloseSession, SetWall, ShowOnWall
from fishbowl.web.display.qr import qr_svg
from tests.web.conftest import ORIGIN, Site

QR = "/WAVE47/known.svg"
ON_SHEET = "Would you like to be known next time?"


@pytest.fixture
def described(site: Site) -> Site:
    """A site whose owner has said what the community is."""
    command = DescribeCommunity(kind="association", title="Stewards")
    assert site.members.ask(command, role=Role.OWNER).ok
    return site


def invitation(site: Site, generation: int = 1) -> str:
    return qr_svg(f"{ORIGIN}/i#{site.access_keys.invitation_key(generation)}")


def test_it_is_there_while_the_wall_shows_it(described: Site):
    described.creates()
    assert described.visitor().get(QR).status_code == 404
    described.sends("WAVE47", ShowOnWall(what="known"))
    answer = described.visitor().get(QR)
    assert answer.text == invitation(described)
    assert answer.headers["Cache-Control"] == "no-store"
    described.sends("WAVE47", SetWall(showing="frozen"))
    described.sends("WAVE47", ShowOnWall(what="bowl"))
    assert described.visitor().get(QR).status_code == 200  # that is the picture that stands
    described.sends("WAVE47", SetWall(showing="live"))
    assert described.visitor().get(QR).status_code == 404


def test_a_renewed_invitation_is_another_qr(described: Site):
    described.creates()
    described.sends("WAVE47", ShowOnWall(what="known"))
    assert described.members.ask(RenewInvitationLink(), role=Role.OWNER).ok
    assert described.visitor().get(QR).text == invitation(described, 2)


def test_a_session_that_is_over_invites_nobody(described: Site):
    described.creates()
    described.sends("WAVE47", ShowOnWall(what="known"))
    described.sends("WAVE47", CloseSession())
    assert described.visitor().get(QR).status_code == 404


def test_without_a_community_nobody_is_invited(site: Site):
    site.creates()
    site.sends("WAVE47", ShowOnWall(what="known"))
    assert site.visitor().get(QR).status_code == 404
    assert ON_SHEET not in site.facilitator("WAVE47").get("/WAVE47/sheet").text


def test_the_join_sheet_has_it_too(described: Site):
    described.creates()
    assert ON_SHEET in described.facilitator("WAVE47").get("/WAVE47/sheet").text


def test_the_sheet_of_under_18s_has_it_not(described: Site):
    later = described.clock.now_ms() + 1_000_000
    described.creates(under_18=True, attribution="chatham_house", keep_until_ms=later)
    assert ON_SHEET not in described.facilitator("WAVE47").get("/WAVE47/sheet").text


def test_pages_that_show_a_pass_may_show_pictures_of_their_own(described: Site):
    described.creates()
    pages = {
        path: described.visitor().get(path) for path in ("/WAVE47", "/i", "/m", "/WAVE47/display")
    }
    own = {
        path: "img-src 'self' blob:" in answer.headers["Content-Security-Policy"]
        for path, answer in pages.items()
    }
    assert own == {"/WAVE47": True, "/i": True, "/m": True, "/WAVE47/display": False}
