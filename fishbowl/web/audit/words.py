"""The audit list in words: its lines hold codes, as exports do."""

from fishbowl.access.sign_ins import MEMBER, OWNER, READER
from fishbowl.domain.kernel.roles import AT_WORK, Role
from fishbowl.log.records import AuditLine
from fishbowl.services import audit as a
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_


def who_words(line: AuditLine) -> str:
    """Who it was: the role, and by which link where that is known."""
    who = _role(line.who)
    if line.generation and line.who in (OWNER, READER, *AT_WORK):
        return _("%(who)s, link %(n)s") % {"who": who, "n": line.generation}
    return who


def what_words(line: AuditLine) -> str:
    """What was done."""
    if line.what == a.WRONG_KEY:
        return _wrong_key(line)
    if line.what == a.LINK_RENEWED:
        return _("Renewed the link: %(role)s") % {"role": _role(line.detail)}
    if line.what == a.EXPORTED:
        return _("Downloaded the session (%(format)s)") % {"format": line.detail.upper()}
    if line.what == a.AUDIT_EXPORTED:
        return _("Downloaded this list (%(format)s)") % {"format": line.detail.upper()}
    counted = _counted(line.what, line.count)
    return counted or _single(line.what)


def _single(what: str) -> str:
    words = {
        a.SIGNED_IN: _("Signed in"),
        a.SIGNED_OUT: _("Signed out"),
        a.SIGNED_OUT_EVERYWHERE: _("Signed out everywhere"),
        a.OWNER_KEY_RENEWED: _("Renewed the owner’s link"),
        a.READERS_LINK_RENEWED: _("Renewed the archive’s link for members"),
        a.PUBLISHED: _("Published the summary"),
        a.WITHDRAWN: _("Withdrew the published summary"),
        a.DELETED: _("Deleted the session"),
        a.PASS_REPLACED: _("Made a new pass; earlier ones ended"),
        a.COMMUNITY_DESCRIBED: _("Said what the community is"),
        a.FEATURE_SWITCHED: _("Changed what the community uses"),
        a.HOST_ASKED: _("Asked a member to be a host"),
        a.HOST_QUESTION_TAKEN_BACK: _("Withdrew the question to be a host"),
        a.INVITATION_LINK_RENEWED: _("Renewed the invitation for everybody present"),
        a.INVITATION_WITHDRAWN: _("Withdrew an invitation"),
        a.ANSWER_HIDDEN: _("Hid an answer of a member"),
        a.MEMBER_REMOVED: _("Removed a member"),
        a.HOME_JOINED: _("Joined a home, which gets what was held here"),
        a.HOME_LEFT: _("Left the home"),
        a.LAPTOP_JOINED: _("A laptop joined by a code"),
        a.LAPTOP_LEFT: _("Disconnected a laptop"),
        a.HANDED_OVER: _("Took in a session from a laptop"),
        a.MERGE_PROPOSED: _("Asked two members whether they are the same person"),
        a.ROUND_ASKED: _("Asked the people of a pairing round"),
        a.ROUND_ENDED: _("Ended a pairing round"),
        a.ROUND_PREPARED: _("Prepared a pairing round"),
        a.SERIES_BEGUN: _("Began a series"),
        a.SERIES_CHANGED: _("Changed a series"),
        a.OCCASION_OPENED: _("Made a session of a series"),
    }
    return words.get(what, what)


def _counted(what: str, n: int) -> str:
    """The sentence of what is about a number of people or sessions; empty for everything else."""
    words = {
        a.REVOKED_KEY: lambda: n_(
            "Tried a link that no longer works", "Tried a link that no longer works, %(n)s times", n
        ),
        a.SENT_OUT: lambda: n_("Sent %(n)s person out", "Sent %(n)s people out", n),
        a.SENT_TO_DOOR: lambda: n_(
            "Sent %(n)s person back to the door", "Sent %(n)s people back to the door", n
        ),
        a.PERSON_FORGOTTEN: lambda: n_(
            "Deleted what was kept about %(n)s person",
            "Deleted what was kept about %(n)s people",
            n,
        ),
        a.EVERYBODY_FORGOTTEN: lambda: n_(
            "Deleted what was kept about everybody: %(n)s person",
            "Deleted what was kept about everybody: %(n)s people",
            n,
        ),
        a.EXPORTED_ALL: lambda: n_(
            "Exported %(n)s session in a backup", "Exported %(n)s sessions in a backup", n
        ),
        a.PEOPLE_INVITED: lambda: n_("Invited %(n)s person", "Invited %(n)s people", n),
        a.PROGRAMME_TAKEN: lambda: n_(
            "Took a programme: %(n)s session changed",
            "Took a programme: %(n)s sessions changed",
            n,
        ),
        a.ROOMS_OPENED: lambda: n_(
            "Opened %(n)s room of a programme", "Opened %(n)s rooms of a programme", n
        ),
        a.SESSIONS_FILED: lambda: n_(
            "Filed %(n)s session under a series", "Filed %(n)s sessions under series", n
        ),
        a.IMPORTED: lambda: n_("Imported %(n)s session", "Imported %(n)s sessions", n),
    }
    return words[what]() % {"n": n} if what in words else ""


def _wrong_key(line: AuditLine) -> str:
    n = line.count
    match line.detail:
        case "owner":
            words = n_("Tried a wrong key of the owner", "Tried %(n)s wrong keys of the owner", n)
        case "reader":
            words = n_(
                "Tried a wrong key of the archive", "Tried %(n)s wrong keys of the archive", n
            )
        case "pass":
            words = n_("Tried a wrong pass of a member", "Tried %(n)s wrong passes of members", n)
        case "letter":
            words = n_(
                "Opened a letter’s link that is over",
                "Opened %(n)s links of letters that are over",
                n,
            )
        case "invitation":
            words = n_(
                "Tried an invitation that is over", "Tried %(n)s invitations that are over", n
            )
        case _:
            words = n_("Tried a wrong key of a session", "Tried %(n)s wrong keys of sessions", n)
    return words % {"n": n}


def _role(who: str) -> str:
    words = {
        OWNER: _("Owner"),
        READER: _("Reader of the archive"),
        MEMBER: _("A member"),
        Role.FACILITATOR: _("Facilitator"),
        Role.CO_FACILITATOR: _("Co-facilitator"),
        Role.NOTE_TAKER: _("Note-taker"),
        Role.RUNNER: _("Microphone runner"),
        Role.STAGE_MONITOR: _("Stage monitor"),
        Role.ATTENDEE: _("Somebody in the room"),
        Role.TIME: _("The date that was set"),
        a.COMMAND: _("Command line"),
        a.HOST: _("A host"),
        a.LAPTOP: _("A laptop"),
        a.UNKNOWN: _("Somebody unknown"),
    }
    return words.get(who, who)
