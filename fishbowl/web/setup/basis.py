"""The first values of the set-up form: from a format, a planned session or an earlier one."""

from collections.abc import Iterable
from typing import Any

import msgspec

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands.run import Phase
from fishbowl.domain.session.events import Entry, SessionStarted
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.formats import MINUTE_MS, Format, scaled
from fishbowl.domain.session.state import Session
from fishbowl.web.setup.form import SetupForm, whole_minutes
from fishbowl.web.setup.instants import field_text
from fishbowl.web.setup.retention import term_like, term_of
from fishbowl.web.setup.under_18 import term_end_of
from fishbowl.web.setup.wifi import fields_of

DAY_MS = 24 * 60 * MINUTE_MS


class Basis(msgspec.Struct, frozen=True):
    """The run of show of one format, as somebody has edited it."""

    format: str = ""
    phases: tuple[Phase, ...] = ()

    def phases_of(self, form: Format) -> tuple[Phase, ...]:
        """The phases with which the page offers a format."""
        return self.phases if self.phases and form.name == self.format else form.phases

    def planned(self, form: SetupForm, parts: list[int]) -> tuple[Phase, ...]:
        """The phases that a form asks for; none, if the format is only to be fitted into its time.

        Minutes that nobody has changed keep their seconds.
        """
        before = self.phases_of(form.chosen)
        if parts:
            return tuple(
                phase if typed == whole_minutes(phase) else _lasting(phase, typed)
                for phase, typed in zip(before, parts, strict=True)
            )
        if before == form.chosen.phases:
            return ()
        minutes = int(form.minutes)
        return before if minutes == total_minutes(before) else scaled(before, minutes)


def basis_of(session: Session) -> Basis:
    """The run of show of a session."""
    return Basis(session.settings.format or "open", session.run.phases)


def total_minutes(phases: Iterable[Phase]) -> int:
    """The minutes of a run as a field shows them."""
    return max(1, sum(phase.planned_ms for phase in phases) // MINUTE_MS)


def as_it_began(entries: list[Entry]) -> Session | None:
    """An earlier session in its state at the start: as planned, without later changes."""
    started = (n for n, entry in enumerate(entries) if isinstance(entry.event, SessionStarted))
    return fold(entries[: next(started, len(entries))])


def form_of(session: Session, code: str, command_id: str) -> SetupForm:
    """The form that would plan a session as it is."""
    settings = session.settings
    return SetupForm(
        code=code,
        id=command_id,
        question=settings.question,
        event=settings.event,
        format=settings.format or "open",
        chairs=str(session.bowl.count),
        minutes=str(total_minutes(session.run.phases)),
        seat_minutes=str(max(1, settings.seat_limit_ms // MINUTE_MS)),
        attribution=settings.attribution,
        under_18="yes" if settings.under_18 else "",
        term_end=term_end_of(settings),
        expected=str(settings.expected_people or ""),
        starts=field_text(settings.starts_at_ms),
        opens=field_text(settings.opens_at_ms),
        closes=field_text(settings.closes_at_ms),
        keep=field_text(settings.keep_until_ms, day_only=True),
        term=term_of(session),
        everything="" if settings.keeps == "published" else "yes",
        language=settings.language,
        topics="\n".join(prepared_topics(session)),
        wifi=fields_of(session.wifi),
    )


def form_like(session: Session, code: str, command_id: str, now_ms: int) -> SetupForm:
    """The form of a new session with the settings of this one, without its dates.

    People are kept as many days as before.
    """
    form, settings = form_of(session, code, command_id), session.settings
    days_ms = settings.keep_until_ms - (settings.starts_at_ms or session.created_at_ms)
    keep_ms = now_ms + max(DAY_MS, days_ms) if settings.keep_until_ms else 0
    return msgspec.structs.replace(
        form,
        like=session.code,
        starts="",
        opens="",
        closes="",
        keep=field_text(keep_ms, day_only=True),
        term_end="",
        term=term_like(session),
        everything=form.everything if settings.keep_until_ms else "",
    )


def taken_over(session: Session) -> dict[str, Any]:
    """What a session like this one begins with, beyond what the page asks for."""
    settings, rules = session.settings, session.rules
    return {
        "open_chairs": settings.open_chairs,
        "last_minutes": settings.last_ms // MINUTE_MS,
        "address": settings.address,
        "entry": rules.entry,
        "exit_rule": rules.exit_rule,
        "order": rules.order,
        "patience": rules.patience,
        "kinds": tuple(chair.kind for _, chair in sorted(session.chairs.items())),
        "show_times": settings.show_times,
        "show_balance": settings.show_balance,
        "share_percent": settings.share_percent,
        "silent_ms": settings.silent_ms,
        "empty_ms": settings.empty_ms,
    }


def prepared_topics(session: Session) -> list[str]:
    """The topics that the facilitator has put up before the start."""
    if clock_state(session.clock) != "lobby":
        return []
    own = (t for t in session.topics.values() if t.person is None and t.state == "up")
    return [topic.title for topic in sorted(own, key=lambda topic: topic.id)]


def _lasting(phase: Phase, minutes: int) -> Phase:
    return msgspec.structs.replace(phase, planned_ms=minutes * MINUTE_MS)
