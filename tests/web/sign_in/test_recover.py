"""Coming back on another phone: words and links are proof, guessing is not."""

from typing import Any

import pytest

from fishbowl.access.recovery_words import WORDS
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import AskForChair, JoinSession, RecoverPerson
from tests.web.conftest import ORIGIN, Site

OLD, NEW, OTHER = "device-of-amira-0001", "device-of-amira-0002", "device-of-jonas-0001"


def come(site: Site, code: str) -> int:
    """Amira joins and waits; who she is in the session is given back."""
    site.creates(code)
    site.sends(code, JoinSession(name="Amira"), Role.ATTENDEE, OLD)
    site.sends(code, AskForChair(), Role.ATTENDEE, OLD)
    return whose(site, code, OLD) or 0


def whose(site: Site, code: str, device: str) -> int | None:
    session = site.service.session(code)
    assert session is not None
    return session.person_of_key.get(site.access_keys.person_key(code, device))


def words(site: Site, code: str, device: str = OLD) -> Any:
    headers = {"X-Fishbowl-Device": device}
    return site.visitor().get(f"/{code}/words.json", headers=headers)


def recovers(site: Site, code: str, device: str, **proof: str) -> Any:
    return site.visitor().post(
        f"/{code}/recover",
        json=proof,
        headers={"X-Fishbowl-Device": device, "Origin": ORIGIN},
        environ_overrides={"REMOTE_ADDR": f"address of {code}"},
    )


def test_there_are_enough_words_and_none_twice():
    assert len(WORDS) == len(set(WORDS)) == 512
    assert all(word.isascii() and word.isalpha() and 3 <= len(word) <= 9 for word in WORDS)


def test_three_words_move_a_person_and_are_others_afterwards(site: Site):
    amira = come(site, "PEACH93")
    shown = words(site, "PEACH93")
    before = shown.json["words"]
    assert len(before) == 3
    assert shown.headers["Cache-Control"] == "no-store"
    typed = f"  {before[0].upper()}, {before[1]} {before[2]}."
    assert recovers(site, "PEACH93", NEW, words=typed).json == {"ok": True}
    assert whose(site, "PEACH93", NEW) == amira
    assert whose(site, "PEACH93", OLD) is None
    assert words(site, "PEACH93").status_code == 404
    assert words(site, "PEACH93", NEW).json["words"] != before
    assert recovers(site, "PEACH93", OTHER, words=typed).status_code == 403


def test_a_link_moves_a_person_once_also_who_never_had_a_phone(site: Site):
    amira = come(site, "WHEAT69")
    facilitator = site.facilitator("WHEAT69")
    path = f"/WHEAT69/people/{amira}/move"
    token = facilitator.get(f"{path}.json").json["url"].partition("#move=")[2]
    assert facilitator.get(f"{path}.svg").content_type.startswith("image/svg+xml")
    assert site.visitor().get(f"{path}.json").status_code == 403
    assert recovers(site, "WHEAT69", NEW, token=token).json == {"ok": True}
    assert recovers(site, "WHEAT69", OTHER, token=token).status_code == 403
    assert whose(site, "WHEAT69", NEW) == amira


def test_a_phone_that_is_somebody_elses_stays_theirs(site: Site):
    come(site, "FARM37")
    site.sends("FARM37", JoinSession(name="Jonas"), Role.ATTENDEE, OTHER)
    answer = recovers(site, "FARM37", OTHER, words=" ".join(words(site, "FARM37").json["words"]))
    assert (answer.status_code, answer.json["error"]["code"]) == (409, "device_taken")


WRONG = "acorn acorn acorn"


def test_guessing_ends_soon_and_links_still_work(site: Site):
    amira = come(site, "MAUVE84")
    right = " ".join(words(site, "MAUVE84").json["words"])
    answers = [recovers(site, "MAUVE84", NEW, words=WRONG) for _ in range(10)]
    assert [answer.status_code for answer in answers] == [403] * 5 + [429] * 5
    assert recovers(site, "MAUVE84", NEW, words=right).status_code == 429
    link = site.facilitator("MAUVE84").get(f"/MAUVE84/people/{amira}/move.json").json["url"]
    token = link.partition("#move=")[2]
    assert recovers(site, "MAUVE84", NEW, token=token).status_code == 200


def test_one_guest_who_guesses_locks_nobody_else_out(site: Site):
    amira = come(site, "MAUVE84")
    right = " ".join(words(site, "MAUVE84").json["words"])
    for _ in range(50):
        recovers(site, "MAUVE84", OTHER, words=WRONG)
    assert recovers(site, "MAUVE84", NEW, words=right).json == {"ok": True}
    assert whose(site, "MAUVE84", NEW) == amira


def test_many_phones_at_one_address_are_slowed_down_together(site: Site):
    """A script can pretend to be many phones; those elsewhere are not slowed down by it."""
    come(site, "MAUVE84")
    right = " ".join(words(site, "MAUVE84").json["words"])
    made_up = [f"a-phone-that-is-made-up-{n}" for n in range(40)]
    answers = [recovers(site, "MAUVE84", device, words=WRONG) for device in made_up]
    assert [answer.status_code for answer in answers] == [403] * 20 + [429] * 20
    assert recovers(site, "MAUVE84", NEW, words=right).status_code == 429
    elsewhere = site.visitor().post(
        "/MAUVE84/recover",
        json={"words": right},
        headers={"X-Fishbowl-Device": NEW, "Origin": ORIGIN},
    )
    assert elsewhere.json == {"ok": True}


def test_wrong_words_may_be_tried_again_after_a_while(site: Site):
    come(site, "MAUVE84")
    for _ in range(6):
        recovers(site, "MAUVE84", NEW, words=WRONG)
    site.wait(61)
    right = " ".join(words(site, "MAUVE84").json["words"])
    assert recovers(site, "MAUVE84", NEW, words=right).json == {"ok": True}


@pytest.mark.parametrize("body", [None, [], {"words": 3}, {"words": ""}, {"token": "1."}, "acorn"])
def test_what_proves_nothing_moves_nobody(site: Site, body: Any):
    amira = come(site, "RIVER21")
    answer = site.visitor().post(
        "/RIVER21/recover", json=body, headers={"X-Fishbowl-Device": NEW, "Origin": ORIGIN}
    )
    assert answer.status_code == 403
    assert whose(site, "RIVER21", OLD) == amira


def test_a_command_that_says_the_words_were_seen_is_for_the_door_alone(site: Site):
    come(site, "LILAC55")
    for role in (Role.ATTENDEE, Role.FACILITATOR, Role.TIME):
        outcome = site.sends("LILAC55", RecoverPerson(person=1), role, NEW)
        assert outcome.code == "facilitator_only"
