"""The letters: what each one says. The words are plain, and a no is never asked for reasons."""

from typing import Literal, get_args

from babel import Locale

from fishbowl.harvest.words import _
from fishbowl.integrations.mail.ask_letters import ASK_LETTERS
from fishbowl.integrations.mail.content import Content, Facts, Write
from fishbowl.integrations.mail.meeting_letters import MEETING_LETTERS
from fishbowl.integrations.mail.offer_letter import offer
from fishbowl.integrations.mail.promise_letter import promise
from fishbowl.integrations.mail.round_letter import round_letter
from fishbowl.integrations.mail.series_letters import SERIES_LETTERS

Kind = Literal[
    "confirm", "invitation", "new_pass", "pass_replaced", "stay", "host", "merge",
    "turn", "swap", "swapped", "turn_moved", "dates", "promise", "offer", "asked", "answered",
    "thanked", "suggestion", "introduction", "check_in", "outcome", "outcome_told", "stopped",
    "pair",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)

ASKED_FOR: frozenset[Kind] = frozenset({"confirm", "new_pass"})
"""Somebody asked for these at that moment, so nobody can unsubscribe from them."""


def _confirm(facts: Facts, locale: Locale) -> Content:
    """To an address that is not confirmed: so no word that somebody typed is in it."""
    return Content(
        subject=_("Is this your address?"),
        title=_("Is this your address?"),
        before=_("One press, and we can write to you."),
        says=(
            _(
                "Somebody wants to be known at {community} and gave this address. If it was you, "
                "one press is enough, and we can write to you.",
                community=facts.community,
            ),
        ),
        press=_("Yes, it is mine"),
        then=(
            _(
                "If it was not you, there is nothing to do: without your yes nothing more is sent "
                "here."
            ),
        ),
        because=_(
            "You get this letter because your address was entered. It is the only one that comes "
            "before you say yes."
        ),
    )


def _invitation(facts: Facts, locale: Locale) -> Content:
    return Content(
        subject=_("An invitation to {community}", community=facts.community),
        title=_("Would you like to join?"),
        before=_("You choose what you are asked for. No account, no password."),
        says=(
            _(
                "A host of {community} would like to have you there. Members are greeted by name "
                "next time, and find their sessions again on a page of their own.",
                community=facts.community,
            ),
            _(
                "You choose what you are asked for: everything is off until you turn it on. There "
                "is no account and no password."
            ),
        ),
        press=_("See the invitation"),
        then=(
            _(
                "There you can join, or say that you never want to be asked again. Without an "
                "answer your name and your address are deleted on {day}.",
                day=facts.until,
            ),
        ),
        because=_(
            "You get this letter because a host entered your address. There is one invitation and "
            "no reminder."
        ),
    )


def _new_pass(facts: Facts, locale: Locale) -> Content:
    return Content(
        subject=_("Your new pass"),
        title=_("Your new pass"),
        before=_("Open it on the device that is to keep it."),
        says=(
            _(
                "A new pass to {community} was asked for. Open this page on the phone or computer "
                "that is to keep it.",
                community=facts.community,
            ),
        ),
        press=_("Get the new pass"),
        then=(
            _("When you have it, earlier passes open nothing any more. The link works once."),
            _("If it was not you who asked, there is nothing to do: your pass stays as it is."),
        ),
        because=_(
            "You get this letter because somebody entered your address and had lost the pass."
        ),
    )


def _pass_replaced(facts: Facts, locale: Locale) -> Content:
    at = facts.instant(locale)
    if facts.way == "phone":
        happened = _(
            "You got a new pass on {instant}, on a phone that had the old one.", instant=at
        )
    else:
        happened = _("You got a new pass on {instant}, by a letter to this address.", instant=at)
    return Content(
        subject=_("You have a new pass"),
        title=_("You have a new pass"),
        before=_("If it was you, there is nothing to do."),
        says=(
            happened,
            _("Earlier passes open nothing any more. If it was you, there is nothing to do."),
        ),
        press=_("It was not me"),
        then=(
            _(
                "There you get another pass, and with it this one ends. The link is good for a "
                "day; after that, ask for a new pass."
            ),
        ),
        because=_(
            "You get this letter whenever your pass to {community} is replaced, so that nobody "
            "does it behind your back.",
            community=facts.community,
        ),
    )


def _stay(facts: Facts, locale: Locale) -> Content:
    return Content(
        subject=_("Would you like to stay?"),
        title=_("Would you like to stay?"),
        before=_("One press is enough."),
        says=(
            _(
                "It is a year and a half since you were last at {community}. If you would like to "
                "stay a member, one press is enough.",
                community=facts.community,
            ),
        ),
        press=_("I stay"),
        then=(
            _(
                "Without an answer we forget you on {day}: your name, your address, what you "
                "agreed to, and which sessions are yours. The sessions themselves stay as they "
                "are.",
                day=facts.until,
            ),
            _("If you would rather leave now, the same page does it."),
        ),
        because=_(
            "You get this letter because you are a member and were not seen for 18 months. It is "
            "sent once."
        ),
    )


def _host(facts: Facts, locale: Locale) -> Content:
    return Content(
        subject=_("Would you be a host?"),
        title=_("Would you be a host?"),
        before=_("Yes, or not now; both are fine."),
        says=(
            _(
                "The hosts of {community} would like you to be one of them.",
                community=facts.community,
            ),
            _(
                "A host invites people and sees to it that there is a next time. Hosts see the "
                "names of the members, what each agreed to and what each has shared; never who "
                "was where, and never who said no."
            ),
        ),
        press=_("Answer"),
        then=(_("A no is not now: nobody asks why, and you stay a member as before."),),
        because=_("You get this letter because you are a member. It is sent once."),
    )


def _merge(facts: Facts, locale: Locale) -> Content:
    """The other one is not named: it may be somebody else."""
    return Content(
        subject=_("Are you here twice?"),
        title=_("Are you here twice?"),
        before=_("If so, the two can become one."),
        says=(
            _(
                "It looks as if you had joined {community} twice. If so, the two can become one: "
                "the sessions of both are yours, and of what you agreed to, only what both did "
                "stays on.",
                community=facts.community,
            ),
            _(
                "Both are asked, and it happens only if both say yes. This letter names nobody, in "
                "case the other one is not you."
            ),
        ),
        press=_("Answer"),
        then=(
            _(
                "If you joined only once, say so there. Without an answer by {day} everything "
                "stays as it is.",
                day=facts.until,
            ),
        ),
        because=_("You get this letter because a host thinks that you may have two passes."),
    )


LETTERS: dict[Kind, Write] = {
    "confirm": _confirm,
    "invitation": _invitation,
    "new_pass": _new_pass,
    "pass_replaced": _pass_replaced,
    "stay": _stay,
    "host": _host,
    "merge": _merge,
    "turn": SERIES_LETTERS["turn"],
    "swap": SERIES_LETTERS["swap"],
    "swapped": SERIES_LETTERS["swapped"],
    "turn_moved": SERIES_LETTERS["turn_moved"],
    "dates": SERIES_LETTERS["dates"],
    "suggestion": MEETING_LETTERS["suggestion"],
    "introduction": MEETING_LETTERS["introduction"],
    "check_in": MEETING_LETTERS["check_in"],
    "outcome": MEETING_LETTERS["outcome"],
    "outcome_told": MEETING_LETTERS["outcome_told"],
    "stopped": MEETING_LETTERS["stopped"],
    "asked": ASK_LETTERS["asked"],
    "answered": ASK_LETTERS["answered"],
    "thanked": ASK_LETTERS["thanked"],
    "promise": promise,
    "offer": offer,
    "pair": round_letter,
}
