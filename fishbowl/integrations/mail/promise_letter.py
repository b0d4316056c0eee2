"""The letter about a promise on its day."""

from babel import Locale

from fishbowl.harvest.words import _, due_day
from fishbowl.integrations.mail.content import Content, Facts, PromiseFacts

NOTHING = PromiseFacts(words="", question="", due="")


def promise(facts: Facts, locale: Locale) -> Content:
    """Tell what was promised. The subject does not: it may be read over a shoulder."""
    told = facts.promise or NOTHING
    title = _("For {day}: what you promised", day=due_day(told.due))
    if told.is_noted:
        title = _("For {day}: what was noted for you", day=due_day(told.due))
    return Content(
        subject=title,
        title=title,
        before=_("Done, or another day? One press is enough."),
        says=(
            _("“{words}”", words=told.words),
            _("From: {question}", question=told.question),
        ),
        press=_("It is done"),
        press_do="done",
        ways=(("week", _("A week later")), ("month", _("Four weeks later"))),
        then=(
            _("On your page you choose any other day. If it does not matter any more, do nothing."),
            _("Others see it, and what came of it, without your name unless you chose otherwise.")
            if told.is_shared
            else _("Only you see this."),
        ),
        because=_(
            "You get this letter because this is the day that was given to it. It is sent once."
        ),
    )
