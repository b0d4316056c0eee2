"""The letters of questions to members: what somebody asks, that an answer came, and thanks."""

from babel import Locale

from fishbowl.harvest.words import _
from fishbowl.integrations.mail.content import AskFacts, Content, Facts, Write


def _asked(facts: Facts, locale: Locale) -> Content:
    ask = _known(facts)
    return Content(
        subject=_("{name} asks you something", name=ask.name),
        title=_("{name} asks you something", name=ask.name),
        before=_("Answer, or pass; both are fine."),
        says=(
            _(
                "{name}, a member of {community}, is looking for somebody who knows:",
                name=ask.name,
                community=facts.community,
            ),
            _("“{words}”", words=ask.question),
        ),
        press=_("Answer"),
        press_do="answer",
        ways=(("pass", _("Not this time")),),
        then=(
            _(
                "Your answer goes to {name} alone, unless you let it be kept for others. The "
                "question ends on {day}. Nobody is told who was asked, or who passed.",
                name=ask.name,
                day=facts.until,
            ),
        ),
        because=_(
            "You get this letter because you agreed to be asked about what you offered or spoke "
            "on. You are asked twice a week at most."
        ),
    )


def _answered(facts: Facts, locale: Locale) -> Content:
    ask = _known(facts)
    came = _("{name} answered you", name=ask.name) if ask.name else _("Somebody answered you")
    return Content(
        subject=came,
        title=came,
        before=_("The answer waits on your page."),
        says=(_("You asked: “{words}”", words=ask.question), _("The answer waits on your page.")),
        press=_("Read it"),
        then=(_("There you can say thank you, too: it reaches whoever answered."),),
        because=_("You get this letter because you asked the community."),
    )


def _thanked(facts: Facts, locale: Locale) -> Content:
    ask = _known(facts)
    return Content(
        subject=_("{name} thanks you", name=ask.name),
        title=_("{name} thanks you", name=ask.name),
        before=_("For what you answered."),
        says=(
            _(
                "{name} had asked: “{words}” You answered, and {name} says thank you.",
                name=ask.name,
                words=ask.question,
            ),
        ),
        press=_("See what you answered"),
        then=(_("There is nothing to do."),),
        because=_("You get this letter because you answered a question."),
    )


def _known(facts: Facts) -> AskFacts:
    return facts.ask or AskFacts()


ASK_LETTERS: dict[str, Write] = {"asked": _asked, "answered": _answered, "thanked": _thanked}
