"""The words of the hosts' pages for what views tell in codes."""

from typing import NamedTuple

from babel.lists import format_list

from fishbowl.domain.community.ids import Consent
from fishbowl.views.community.host_members import Seen
from fishbowl.views.community.host_today import Missing, Need, Today, told_count
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.series.words import day_words
from fishbowl.web.setup.instants import told


class NeedWords(NamedTuple):
    """A need as the page tells it; without ``href`` there is nothing to press."""

    lead: str
    labels: tuple[str, ...]
    text: str
    button: str
    href: str


LABELS_SHOWN = 5


def need_words(need: Need) -> NeedWords:
    """Tell what needs a person."""
    n, labels = need.count, need.labels
    match need.code:
        case "pairs_unmet":
            words = (
                _("A pair of “%(name)s” has not met yet.")
                if n == 1
                else _("Some pairs of “%(name)s” have not met yet.")
            )
            lead, labels = words % {"name": need.name}, tuple(map(_together, need.groups))
            text = _("They were asked. A word from you often helps.")
            button, href = _("See the round"), f"/community/rounds/{need.round}"
        case "letters_to_invited":
            lead = n_(
                "%(n)s invitation could not be delivered.",
                "%(n)s invitations could not be delivered.",
                n,
            )
            text = _("Withdraw it, and invite again with another address.")
            button, href = _("See them"), "/community/invite#waiting"
        case "letters_to_members":
            lead = (
                n_(
                    "Letters to %(n)s member could not be delivered.",
                    "Letters to %(n)s members could not be delivered.",
                    n,
                )
                if n
                else _("Some letters to members could not be delivered.")
            )
            text = _(
                "Their passes still work. If it goes on, whoever runs the server should look at "
                "the mail settings: “fishbowl mail test” says what is wrong."
            )
            button = href = ""
        case "not_described":
            lead, text = _missing_words(need.missing)
            button, href = _("Say it"), "/community/settings"
        case "nobody_yet":
            lead = _("Nobody is known here yet.")
            text = _("Show the invitation to everybody present, or invite people by name.")
            button, href = _("Invite people"), "/community/invite"
        case "turn_open":
            lead = _("Nobody has taken the turn on %(day)s.") % {"day": day_words(need.on)}
            text = _("Everybody who takes turns was asked for this date.")
            button, href = _("See the series"), f"/hosts/series/{need.series}"
        case "invitations_end_soon":
            lead = n_(
                "%(n)s invitation ends within a week.", "%(n)s invitations end within a week.", n
            )
            text = _(
                "Perhaps you meet them before. Then name and address are deleted, the first on "
                "%(day)s."
            ) % {"day": told(need.until_ms or 0, day_only=True)}
            button, href = _("See who waits"), "/community/invite#waiting"
        case "second_host":
            lead = _("You look after this alone.")
            text = _("Two are better: one can be away, and nobody decides alone.")
            button, href = _("Ask a member"), "/community/members"
    lead = lead if need.code == "pairs_unmet" else lead % {"n": n}
    return NeedWords(lead, labels[:LABELS_SHOWN], text, button, href)


def _together(labels: tuple[str, ...]) -> str:
    """The names of a pair or a three."""
    return str(format_list(labels, locale=current_language().locale))


def _missing_words(missing: tuple[Missing, ...]) -> tuple[str, str]:
    if "kind" in missing:
        return (
            _("Nobody has said yet what this community is, and who is responsible."),
            _("It stands on the privacy page and in letters."),
        )
    names = {
        "controller": _("who is responsible"),
        "address": _("the postal address"),
        "contact": _("whom to ask about data"),
        "basis": _("why it is allowed"),
    }
    lacking = names[missing[0]]
    for one in missing[1:]:
        lacking = _("%(all)s, %(one)s") % {"all": lacking, "one": names[one]}
    return (
        _("The privacy page is not complete."),
        _("It does not say: %(what)s.") % {"what": lacking},
    )


def headline(count: int) -> str:
    """How many things need a person."""
    if not count:
        return _("Nothing needs you today.")
    if count == 1:
        return _("One thing needs you today.")
    words = n_("%(n)s thing needs you today.", "%(n)s things need you today.", count)
    return words % {"n": count}


def rest_words(today: Today) -> list[str]:
    """What goes on by itself, a sentence each."""
    found: list[str] = []
    if n := today.invitations:
        words = n_(
            "%(n)s invitation waits for an answer.", "%(n)s invitations wait for an answer.", n
        )
        found.append(words % {"n": n})
    if n := today.host_questions:
        words = n_(
            "%(n)s member was asked to be a host.", "%(n)s members were asked to be hosts.", n
        )
        found.append(words % {"n": n})
    if n := today.turn_questions:
        words = n_(
            "%(n)s member is asked whether a date would be theirs.",
            "%(n)s members are asked whether a date would be theirs.",
            n,
        )
        found.append(words % {"n": n})
    for pair in today.merges:
        found.append(
            _("%(one)s and %(other)s were asked whether they are the same person.")
            % {"one": isolated(pair.keeps), "other": isolated(pair.goes)}
        )
    if today.asked_to_stay:
        n = told_count(today.asked_to_stay)
        words = n_(
            "%(n)s member has not been here for 18 months, and was asked whether they stay.",
            "%(n)s members have not been here for 18 months, and were asked whether they stay.",
            n,
        )
        some = _("Some have not been here for 18 months, and were asked whether they stay.")
        found.append(words % {"n": n} if n else some)
    return found


def isolated(name: str) -> str:
    """A name within a sentence that may run the other way."""
    return f"\u2068{name}\u2069"


def members_sentence(count: int) -> str:
    """What the picture says, in words."""
    words = n_(
        "%(n)s member around the table, the nearer the more lately seen.",
        "%(n)s members around the table, the nearer the more lately seen.",
        count,
    )
    return words % {"n": count} if count else _("An empty table, with room for everybody.")


def counted_members(count: int) -> str:
    """The picture's sentence where it shows nobody."""
    return n_("%(n)s member.", "%(n)s members.", count) % {"n": count}


def seen_sentence(seen: Seen, n: int) -> str:
    """How many were seen when."""
    words = {
        "this_quarter": lambda: n_(
            "%(n)s was here this quarter.", "%(n)s were here this quarter.", n
        ),
        "last_quarter": lambda: n_(
            "%(n)s was here last quarter.", "%(n)s were here last quarter.", n
        ),
        "this_year": lambda: n_(
            "%(n)s was here within a year.", "%(n)s were here within a year.", n
        ),
        "long_ago": lambda: n_(
            "%(n)s has not been here for a year. After 18 months each is asked once, then "
            "forgotten.",
            "%(n)s have not been here for a year. After 18 months each is asked once, then "
            "forgotten.",
            n,
        ),
    }
    return words[seen]() % {"n": n}


def seen_words(seen: Seen) -> str:
    """When somebody was last seen."""
    words = {
        "this_quarter": _("this quarter"),
        "last_quarter": _("last quarter"),
        "this_year": _("within a year"),
        "long_ago": _("more than a year ago"),
    }
    return words[seen]


def consent_name(consent: Consent) -> str:
    """What somebody agreed to, in a list."""
    words = {
        "meet": _("introductions"),
        "answer": _("being asked"),
        "turn": _("turns"),
        "starters": _("starters by mail"),
        "neighbours": _("neighbours"),
    }
    return words[consent]


def consent_sentence(consent: Consent) -> str:
    """What somebody agreed to, on their page for hosts."""
    words = {
        "meet": _("Suggestions and pairing rounds may bring them together with others."),
        "answer": _("They may be asked about what they offered or spoke on."),
        "turn": _("They may be asked to take a turn at hosting a date."),
        "starters": _("They get conversation starters by mail."),
        "neighbours": _("Lines that they shared may travel to neighbours, without their name."),
    }
    return words[consent]
