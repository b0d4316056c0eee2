"""The harvest speaks the language it is asked in, and English again afterwards."""

from gettext import NullTranslations

from babel import Locale

from fishbowl.harvest import charts, export
from fishbowl.harvest.words import _, day, due_day, in_language, n_
from tests.harvest.stories import forty_minutes

GERMAN = Locale("de")


class Loud(NullTranslations):
    """Shows whether a sentence went through here."""

    def gettext(self, message: str) -> str:
        return message.upper() if "{" not in message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{n}: {msgid2}"


def test_sentences_days_and_shares_follow_the_language():
    with in_language(Loud(), GERMAN):
        assert _("Someone") == "SOMEONE"
        assert n_("{n} turn", "{n} turns", 1) == "1: 1 turns"
        assert day(1_792_000_000_000) == "Mittwoch, 14. Oktober 2026"
        assert due_day("2026-12-01") == "01.12.2026"
    assert _("Someone") == "Someone"
    assert n_("{n} turn", "{n} turns", 1) == "1 turn"
    assert day(1_792_000_000_000) == "Wednesday, 14 October 2026"
    assert due_day("2026-12-01") == "1 Dec 2026"


def test_exports_and_drawings_follow_the_language_and_figures_do_not():
    summary = forty_minutes().summary
    with in_language(Loud(), GERMAN):
        loud, drawn = export(summary, "md"), charts(summary)
        machine = export(summary, "csv")
    assert "WHAT WE TALKED ABOUT" in loud
    assert drawn.timeline == charts(summary).timeline
    assert machine == export(summary, "csv")
