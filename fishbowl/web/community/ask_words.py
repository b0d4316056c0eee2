"""Why a question, an answer or a tick was refused, as a sentence."""

from fishbowl.web.i18n import gettext as _


def refusal(code: str, *, most: int = 0) -> str:
    """The sentence of a refusal.

    :param most: what the limit is that the code speaks of.
    """
    words = {
        "words_needed": _("Nothing is written yet. Please write a line first."),
        "too_large": _(
            "That is longer than %(most)s letters. Nothing was sent: please shorten it."
        ),
        "limit_reached": _(
            "%(most)s questions of yours are open already. Nothing was sent: withdraw one on your "
            "page, or wait until one ends."
        ),
        "nobody_to_ask": _(
            "Everybody who agreed to be asked was asked twice this week. Nothing was sent: please "
            "try again in some days."
        ),
        "switched_off": _("The hosts have switched questions off. Nothing was sent."),
        "ask_over": _("This question is over. Nothing was sent; what you wrote stands below."),
        "not_asked": _("This question was not put to you. Nothing was sent."),
        "already_answered": _("You have answered this already. Your first answer stays."),
        "consent_needed": _(
            "Nothing was ticked: you have not agreed to answer questions. Turn that on first."
        ),
        "not_linked": _("That session is yours no more. Nothing was ticked."),
    }
    found = words.get(code, _("This could not be done. Nothing has changed."))
    return found % {"most": most} if most else found
