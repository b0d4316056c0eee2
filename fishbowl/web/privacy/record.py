"""The record of processing (GDPR, Article 30), made from what is said about the community."""

from flask import Blueprint, render_template

from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.web.community.hosts.host import the_host, title_of
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.setup.instants import day_at, told

bp = Blueprint("record", __name__)


@bp.get("/privacy/record")
def show() -> str:
    """The record, to be printed; for hosts, who hand it to whoever may ask for it."""
    host, community, now_ms = the_host(), here().members.community, here().clock.now_ms()
    return render_template(
        "community/record.html",
        is_owner=host.is_owner,
        title=title_of(community),
        parts=parts(community),
        day=told(now_ms, day_only=True),
        day_iso=day_at(now_ms),
    )


def parts(community: Community) -> list[tuple[str, list[str]]]:
    """The parts of the record, each with its lines; what the community does not use is left out."""
    about = community.about
    meets = is_on(community, "introductions") or is_on(community, "rounds")
    asks, promises = is_on(community, "ask"), is_on(community, "promises")
    unsaid = _("not said yet")
    responsible = [one for one in (about.controller, about.address) if one] or [unsaid]
    basis = [about.basis or unsaid]
    if about.agreement:
        basis.append(_("Works agreement: %(words)s") % {"words": about.agreement})
    return [
        (_("Controller"), [*responsible, about.contact or unsaid]),
        (
            _("Purposes"),
            [
                _("Holding conversations in rounds (fishbowls), and writing down what came out."),
                _("Letting people who wish it be known from one session to the next."),
                _("Letters to those who asked for them: invitations, questions, a new pass."),
                *([_("Bringing members together who both agree to it.")] if meets else []),
                *([_("Passing questions to members who agreed to be asked.")] if asks else []),
                *([_("Reminding members of what they promised, on its day.")] if promises else []),
            ],
        ),
        (_("Legal basis"), basis),
        (
            _("Whose data"),
            [_("People who take part in sessions; members; people who were invited; hosts.")],
        ),
        (
            _("Which data"),
            [
                _("In a session: the name that was typed, what was written, who sat, spoke and "
                  "voted when, a random number of the device."),
                _("Of members: name, language, time zone, how to be reached, what they agreed "
                  "to, the sessions that they chose to link, the quarter of the last visit."),
                _("Of members who chose it: in which series they take turns or are invited, whose "
                  "turn a date is, what they bring, swaps that they asked for."),
                *([_("Of members who chose it: what they give and look for, years in the field, "
                     "organisation, who was suggested or brought together with whom, answers, "
                     "whether they met and whether it helped, whom they do not want to meet.")]
                  if meets else []),
                *([_("Of members who chose it: questions, answers, and topics that they may be "
                     "asked about.")] if asks else []),
                _("Of invited people: name, e-mail address and language."),
                _("No special categories of data are asked for; words that people type may "
                  "hold some."),
            ],
        ),
        (
            _("Recipients"),
            [
                _("The facilitator and helpers of a session; readers of what is published."),
                _("Hosts: names, what members agreed to, and by quarter when they were last "
                  "seen; with an employer not the latter."),
                *([_("Members who both agreed: each other’s name and the ways to be reached that "
                     "each gave.")] if meets else []),
                _("Where mail is set up: the mail server that whoever runs this installation "
                  "has chosen. Add its name here, and whoever hosts the computer."),
            ],
        ),
        (
            _("Other countries"),
            [_("The program sends nothing there by itself. Add where the mail server and the "
               "computer stand.")],
        ),
        (
            _("Deletion"),
            [
                _("People in a session: on the date that was set for it, usually after 12 "
                  "months, or at once when they ask."),
                _("Members: at once when they leave. Who was not here for 18 months is asked, "
                  "and deleted 30 days later without an answer."),
                *([_("What members give and look for: on its day, 90 days ahead as a rule. "
                     "Suggestions: after two weeks; at the longest after 90 days.")]
                  if meets else []),
                *([_("Questions of members: after two weeks, or a year later if they were "
                     "answered. Answers that their author let be kept: with the author.")]
                  if asks else []),
                _("Invitations: after 30 days, or when they are accepted or withdrawn. "
                  "Addresses that do not want to be asked: only a keyed number made from them "
                  "is kept, so that nobody asks again."),
                _("Contacts and passes: with the member. The audit list: after a year. Backups: "
                  "as whoever runs the computer deletes them."),
            ],
        ),
        (
            _("Protection"),
            [
                _("Keys and links that cannot be guessed instead of passwords; rate limits; "
                  "sign-ins that end; an audit list without names."),
                _("Contacts are encrypted with a key that lies in a file of its own, outside the "
                  "database, and are in no log."),
                _("Of passes and letters’ links only one-way numbers are kept."),
                _("A log whose entries are chained, so that changes show; deleting overwrites."),
                _("Whether https, disk encryption and backups are set up: add it here."),
            ],
        ),
    ]  # fmt: skip
