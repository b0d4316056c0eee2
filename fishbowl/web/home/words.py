"""Words for how a hand-over goes: what is wrong is a sentence, with what to do."""

from collections.abc import Mapping
from typing import NamedTuple

from fishbowl.home.messages import Taken
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_


class Wrong(NamedTuple):
    """What went wrong: a heading, and what it means."""

    what: str
    more: str


def headline(state: str, waiting: int, there: int) -> str:
    """How it goes, as the title of the laptop's page."""
    if waiting:
        return n_(
            "One session is waiting to go home", "%(n)s sessions are waiting to go home", waiting
        ) % {"n": waiting}
    if state == "unknown":
        return _("Home does not know this laptop any more")
    if there:
        return _("Everything is at home")
    return _("Ready: what ends here goes home")


def wrong(state: str, code: str) -> Wrong | None:
    """What is wrong, if something is."""
    if state == "unknown":
        return Wrong(
            _("Home does not know this laptop any more."),
            _(
                "Somebody disconnected it there; perhaps because it was lent to somebody else. It "
                "has stopped trying. Connect it again with a new code, and it goes on by itself."
            ),
        )
    if state == "unreachable":
        return Wrong(unreachable(code), _("It tries again by itself, at least every minute."))
    return None


def unreachable(code: str) -> str:
    """Why home was not reached."""
    words = {
        "no_connection": _("There is no connection to home."),
        "no_name": _("Home was not found: there is no internet, or its address is wrong."),
        "timed_out": _("Home does not answer in time."),
        "bad_certificate": _("The certificate of home is not valid."),
        "no_https": _("Home does not speak https."),
        "no_home": _("There is no home that this Fishbowl knows at this address."),
        "not_home": _("What answers there is not the home that was joined."),
        "damaged": _("What was sent came in damaged, several times."),
        "unknown": _("Home did not know this laptop."),
    }
    return words.get(code) or _("Home answers with an error (%(number)s).") % {
        "number": code.removeprefix("says_")
    }


def not_joined(code: str) -> str:
    """Why a home was not joined."""
    words = {
        "bad_address": _("This is no address of a home. It looks like bowl.example."),
        "needs_https": _("A home elsewhere is reached by https only, so that nobody can listen."),
        "wrong_code": _(
            "Home does not know this code. It is good once, for ten minutes: press “New code” "
            "there again."
        ),
        "other_version": _("Home has another version of Fishbowl. Update the older one."),
        "own_address": _("This is the address of this laptop itself."),
    }
    return words.get(code) or unreachable(code)


def taken_words(taken: Taken) -> str:
    """What became of something that was handed over."""
    words = {
        "new": _("is there"),
        "longer": _("is there, in its latest version"),
        "same": _("is there"),
        "kept": _("is there; it was changed at home since, and home keeps its own version"),
        "deleted": _("was deleted at home, and stays so"),
    }
    refused = {
        "code_taken": _("not taken: home has another session with this code"),
        "newer_program": _("not taken: home has an older Fishbowl that cannot read it"),
        "too_large": _("not taken: it is too large"),
        "not_finished": _("not taken: it is not over"),
    }
    if taken.how == "refused":
        return refused.get(taken.code) or _("not taken: it could not be read at home")
    return words.get(taken.how, taken.how)


def refused_wish_words(codes: Mapping[str, int]) -> list[Wrong]:
    """Why wishes of members were refused for good, and what to do; the most frequent first.

    :param codes: how many were refused, by the code that says why.
    """
    why = {
        "pass_unknown": Wrong(
            _("Home does not know their pass any more."),
            _("They have left, or have a new pass. On their page at home they can still do it."),
        ),
        "not_here": Wrong(
            _("Home does not have the person in the session that was to be theirs."),
            _("The person was forgotten or the session was deleted. There is nothing to do."),
        ),
        "newer_program": Wrong(
            _("Home has an older Fishbowl that cannot read it."),
            _("Update home. Then they can say it again, here or at home."),
        ),
    }
    other = Wrong(
        _("Home could not take it as it is."),
        _("They can say it again, here or at home."),
    )
    counts: dict[Wrong, int] = {}
    for code, count in codes.items():
        one = why.get(code, other)
        counts[one] = counts.get(one, 0) + count
    ordered = sorted(counts.items(), key=lambda one: -one[1])
    return [Wrong(f"{one.what} ({count})", one.more) for one, count in ordered]


def laptops_headline(count: int) -> str:
    """How many laptops there are, as the title of the home's page."""
    if not count:
        return _("No laptop hands over to this home")
    return n_(
        "One laptop hands over to this home", "%(n)s laptops hand over to this home", count
    ) % {"n": count}
