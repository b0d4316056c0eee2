"""The set-up page itself: what it offers, and the wall in small beside it."""

from typing import Any, NamedTuple

from flask import render_template

from fishbowl.access.codes import spoken
from fishbowl.domain.session.commands import (
    CHAIRS_MAX,
    CHAIRS_MIN,
    EXPECTED_MAX,
    MINUTES_MAX,
    TITLE_MAX,
)
from fishbowl.domain.session.formats import FORMATS, Format
from fishbowl.domain.session.rules.floor.event_equity import event_key
from fishbowl.domain.session.rules.summary.open_items import as_title
from fishbowl.domain.session.state import Session
from fishbowl.web.archive.related_sessions import is_own_session
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_path
from fishbowl.web.known import is_school
from fishbowl.web.setup import form as setup_form
from fishbowl.web.setup import format_words, retention, wifi
from fishbowl.web.setup.basis import Basis, total_minutes
from fishbowl.web.setup.form import SetupForm, whole_minutes
from fishbowl.web.setup.format_drawings import Dot, drawing
from fishbowl.web.setup.preview import bowl_sketch
from fishbowl.web.setup.talk_languages import talk_languages
from fishbowl.web.sign_in.identity import is_host

STILL_OPEN_SHOWN = 12


class FormatShown(NamedTuple):
    """A format as the page offers it."""

    name: str
    title: str
    about: str
    dots: tuple[Dot, ...]
    chairs: int
    seat_minutes: int
    minutes: int
    parts: list[tuple[str, str]]


def setup_page(
    form: SetupForm,
    problems: dict[str, str],
    basis: Basis,
    session: Session | None = None,
    instants: dict[str, int] | None = None,
) -> str:
    """Write the page.

    :param session: the one that is planned anew; ``None`` for a new one.
    :param instants: fields that hold these instants, for a script to write them in its own zone.
    """
    network = here().network
    address = "" if session is None else session.settings.address
    size, path = qr_path(network.join_url(form.code, address))
    promised: dict[str, Any] = {"promised": "", "promise": ""}
    if session is not None and session.people:
        promised = {"promised": session.settings.attribution, "promise": setup_form.promise_given()}
    return render_template(
        "setup.html",
        form=form,
        session=session,
        formats=[_shown(one, form, basis) for one in FORMATS.values()],
        problems=problems,
        instants=instants or {},
        bowls={count: bowl_sketch(count) for count in range(CHAIRS_MIN, CHAIRS_MAX + 1)},
        spoken=spoken(form.code),
        join_text=network.join_text(address),
        qr_size=size,
        qr_path=path,
        talk_languages=talk_languages(),
        question_shown=setup_form.QUESTION_SHOWN,
        title_max=TITLE_MAX,
        chairs_min=CHAIRS_MIN,
        chairs_max=CHAIRS_MAX,
        minutes_max=MINUTES_MAX,
        expected_max=EXPECTED_MAX,
        still_open=_still_open(form, session),
        event_names=here().filing.labels(only_public=not is_host()),
        wifi_kinds=wifi.kinds(),
        terms=retention.terms(),
        term_words=retention.words_of(form.term),
        offers_under_18=is_school(),
        **promised,
    )


def _still_open(form: SetupForm, session: Session | None) -> list[str]:
    """What earlier sessions of the event leave open, as titles of topics."""
    code = "" if session is None else session.code
    event = event_key(here().filing.find(form.event), form.event)
    found = here().events.open_before(event, code, is_own_session)
    titles = dict.fromkeys(as_title(item.words) for item in found)
    return list(titles)[:STILL_OPEN_SHOWN]


def _shown(one: Format, form: SetupForm, basis: Basis) -> FormatShown:
    phases = basis.phases_of(one)
    minutes = [str(whole_minutes(phase)) for phase in phases]
    if form.parts and one.name == form.format:
        minutes = list(form.parts)
    return FormatShown(
        name=one.name,
        title=format_words.name_of(one),
        about=format_words.about(one),
        dots=drawing(one),
        chairs=one.chairs.count,
        seat_minutes=one.seat_minutes,
        minutes=total_minutes(phases),
        parts=[(format_words.title_of(p), m) for p, m in zip(phases, minutes, strict=True)],
    )
