"""What a host is to do next in a series: the one coral button of its page, and what it is about."""

from typing import Literal, NamedTuple

from fishbowl.access.codes import spoken
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import upcoming
from fishbowl.domain.series.rules.times import DAY_MS, starts_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.views.series.turns import TurnRow
from fishbowl.web.archive.related_sessions import is_own_session
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.series.hosts import label_of
from fishbowl.web.series.words import day_words, name_of, when_words

StepCode = Literal["ask", "open", "console", "wait", "plan"]
ALMOST_MS = DAY_MS
"""So long before it begins, an occasion is to become a session."""


class Step(NamedTuple):
    """What to do next.

    ``ask``: a member whether it is their turn; ``open``: let the occasion become a session;
    ``console``: it is one; ``wait``: nothing; ``plan``: nothing is planned.

    :param day: of the occasion, as the question names it.
    :param code: of its session, as it is said; ``href`` opens its console for who may.
    """

    code: StepCode
    occasion: str = ""
    who: str = ""
    day: str = ""
    title: str = ""
    when: str = ""
    place: str = ""
    come: str = ""
    session: str = ""
    href: str = ""
    can_open: bool = False


def next_step(series: Series, rows: list[TurnRow], now_ms: Millis) -> Step:
    """What is most urgent."""
    coming = [] if series.is_ended else upcoming(series, now_ms)
    first = next((one for one in coming), None)
    if first is None:
        return Step("plan")
    begins = starts_at_ms(first.slot, zone_of(series.about.time_zone))
    if first.code:
        href = f"/{first.code}/console" if is_own_session(first.code) else ""
        return _step(series, first, "console")._replace(session=spoken(first.code), href=href)
    if begins - now_ms <= ALMOST_MS:
        return _step(series, first, "open")
    row = next((row for row in rows if row.state == "open"), None)
    if row is not None and (who := label_of(row.member)):
        return _step(series, row.occasion, "ask")._replace(who=who)
    return _step(series, first, "wait")


def _step(series: Series, one: Occasion, code: StepCode) -> Step:
    comers = len(one.comers)
    come = n_("%(n)s person comes.", "%(n)s people come.", comers) % {"n": comers}
    return Step(
        code=code,
        occasion=one.id,
        day=day_words(one.slot.on),
        title=name_of(series.about, one.slot),
        when=when_words(one.slot),
        place=one.slot.room or series.about.place,
        come=come if comers else "",
        can_open=not one.code,
    )
