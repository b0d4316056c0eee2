"""The letter that asks whether an offer or a need still holds, a week before its day."""

from babel import Locale

from fishbowl.harvest.words import _
from fishbowl.integrations.mail.content import Content, Facts


def offer(facts: Facts, locale: Locale) -> Content:
    """Ask. The subject does not tell the words: it may be read over a shoulder."""
    return Content(
        subject=_("Is it still so?"),
        title=_("Is it still so?"),
        before=_("Yes, or no more: one press is enough."),
        says=(
            _("On your page at {community} it says:", community=facts.community),
            facts.offer,
        ),
        press=_("Yes, it is still so"),
        press_do="keep",
        ways=(("end", _("No more, end it")),),
        then=(
            _("With a yes it stands for three more months."),
            _("Without an answer it ends on {day}.", day=facts.until),
        ),
        because=_("You get this letter because you wrote that down. It is sent once."),
    )
