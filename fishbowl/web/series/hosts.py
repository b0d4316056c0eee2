"""What the hosts' pages of series share: finding one, sending commands, telling why not."""

import re

from flask import abort

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import Command
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import find
from fishbowl.domain.series.rules.times import today, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.services.audit import SERIES_CHANGED
from fishbowl.services.batch import Outcome
from fishbowl.web.community.hosts.host import Host, note, the_host
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _

_ID = re.compile(r"[a-z0-9]{6,20}")


def find_series(id: str) -> Series:
    """The series that a path names.

    :raises werkzeug.exceptions.NotFound: there is none.
    """
    found = here().series.state(SeriesId(id)) if _ID.fullmatch(id) else None
    if found is None:
        abort(404)
    return found


def find_for_host(id: str) -> tuple[Host, Series]:
    """Let a host pass, and find the series that a path names.

    :raises fishbowl.web.sign_in.identity.HostsOnly: somebody else is asking.
    :raises werkzeug.exceptions.NotFound: there is none.
    """
    host = the_host()
    return host, find_series(id)


def find_occasion(series: Series, id: str) -> Occasion:
    """The occasion that a path names.

    :raises werkzeug.exceptions.NotFound: there is none.
    """
    try:
        return find(series, OccasionId(id))
    except Rejected:
        abort(404)


def send(host: Host, series: SeriesId, command: Command, *, what: str = SERIES_CHANGED) -> Outcome:
    """Send a command in a host's name, and note in the audit list that a series was changed.

    :raises werkzeug.exceptions.ServiceUnavailable: it could not be saved.
    """
    outcome = here().series.ask(series, command, role=Role.OWNER)
    check_saved(outcome)
    if outcome.ok and outcome.seq is not None:
        note(host, what)
    return outcome


def check_saved(outcome: Outcome) -> None:
    """Go on if a command was taken or refused.

    :raises werkzeug.exceptions.ServiceUnavailable: it could not be saved.
    """
    if outcome.code == "not_saved":
        abort(503)


def now_in(series: Series) -> Millis:
    """The time of a series now."""
    return here().series.time.now_ms(series.id)


def today_in(series: Series) -> str:
    """The day that it is where a series takes place."""
    zone = zone_of(series.about.time_zone)
    return today(now_in(series), zone).isoformat()


def label_of(member: MemberId | None) -> str:
    """What a member is called; empty for nobody, and for somebody who has left."""
    found = None if member is None else here().members.community.members.get(member)
    return "" if found is None else found.label


def refusal(code: str) -> str:
    """Why something was refused, as a sentence."""
    words = {
        "already_session": _("That date is a session already. Its console changes it from now on."),
        "occasion_over": _("That date is over. Nothing has changed."),
        "occasion_left_out": _("That date is left out. Bring it back first."),
        "occasion_unknown": _("There is no such date any more. Nothing has changed."),
        "turn_asked": _("Somebody is asked already. Nothing has changed."),
        "nobody_left": _("Everybody who takes turns was asked for this date."),
        "not_in_rota": _("They do not take turns, or were asked for this date already."),
        "name_taken": _("Another series has this address. Choose another one."),
        "name_needed": _("Please type a name. Nothing is saved."),
        "bad_link": _("The address has small letters, digits and hyphens: like-this."),
        "zone_unknown": _("That time zone is not known. Choose one of the list."),
        "too_large": _("Something is too long. Nothing is saved yet; please shorten it."),
        "bad_date": _("That is no date. Nothing is saved."),
        "bad_times": _("Please type the time as 12:15, and 1 to 1440 minutes. Nothing is saved."),
        "promise_given": _("A session of this series has been held, so who it is for stays."),
        "words_unknown": _("A hashtag has letters and digits alone. Nothing is saved."),
    }
    return words.get(code, _("This could not be done. Nothing has changed."))
