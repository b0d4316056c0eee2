"""Registers all pages with the application."""

from flask import Flask

from fishbowl.web import assets, errors, files, headers, health, i18n, metrics, phone, well_known
from fishbowl.web.archive import event_names, open_items, pages
from fishbowl.web.audit import page as audit
from fishbowl.web.community import ask, card, in_break, kept_at_home
from fishbowl.web.community.hosts import invite, member, members, rounds, settings, today, uses
from fishbowl.web.community.letters import link as letter_link
from fishbowl.web.community.letters import unsubscribe
from fishbowl.web.community.me import asks as me_asks
from fishbowl.web.community.me import data, meeting_day
from fishbowl.web.community.me import forms as me_forms
from fishbowl.web.community.me import never as me_never
from fishbowl.web.community.me import offers as me_offers
from fishbowl.web.community.me import page as me
from fishbowl.web.community.me import people as me_people
from fishbowl.web.community.me import promises as me_promises
from fishbowl.web.community.me import rounds as me_rounds
from fishbowl.web.community.me import series as me_series
from fishbowl.web.community.me import suggestions as me_suggestions
from fishbowl.web.community.membership import join, leaving, linking, lost, passes
from fishbowl.web.console import delete_session, link, server
from fishbowl.web.console import page as console
from fishbowl.web.context import EXTENSION, WebContext
from fishbowl.web.demo import page as demo
from fishbowl.web.display import page as display
from fishbowl.web.display import sheet, stage, wifi
from fishbowl.web.home import laptops, own, planned, receiving
from fishbowl.web.plain_queries import PlainQueries
from fishbowl.web.privacy import page as privacy
from fishbowl.web.privacy import record
from fishbowl.web.series import (
    coming,
    feeds,
    host_list,
    host_occasion,
    host_series,
    host_settings,
    programme,
    public,
    rooms,
    taking_programme,
)
from fishbowl.web.series import wall as series_wall
from fishbowl.web.setup import check, create, plan_again
from fishbowl.web.sign_in import cookies, handover, identity, keys, owner, recover, signed_in
from fishbowl.web.standby import server as standby
from fishbowl.web.summary import page as summary
from fishbowl.web.summary import replay

BODY_MAX_BYTES = 64 * 1024
"""The maximum size of a request body; forms are smaller."""


def add_web(app: Flask, context: WebContext) -> None:
    """Register all pages.

    :param app: an application without a static folder.
    :param context: the services of the pages.
    """
    app.wsgi_app = PlainQueries(app.wsgi_app)  # type: ignore[method-assign]
    app.template_folder = str(assets.WEB_ROOT / "templates")
    app.config["MAX_CONTENT_LENGTH"] = BODY_MAX_BYTES
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["assets"] = context.assets
    app.extensions[EXTENSION] = context
    for part in (i18n, identity, cookies, headers, errors, metrics, kept_at_home):
        part.install(app)
    shared = (
        health, metrics, well_known, files, keys, signed_in, privacy, open_items, audit, owner,
        event_names, pages, create, summary, replay, demo, display, wifi, unsubscribe,
    )  # fmt: skip
    of_series = (
        public, coming, feeds, series_wall, rooms,
        host_list, host_series, host_occasion, host_settings, programme, taking_programme,
    )  # fmt: skip
    of_hosts = (today, members, member, invite, rounds, settings, uses, record, laptops)
    of_laptops = (own, planned, receiving)
    at_work = (
        check, console, server, link, handover, sheet, stage, plan_again, delete_session,
    )  # fmt: skip
    of_members = (
        ask, card, join, passes, letter_link, lost, me, me_forms, me_asks, me_offers, me_promises,
        me_rounds, me_series, me_suggestions, me_people, me_never, meeting_day, linking, in_break,
        data, leaving,
    )  # fmt: skip
    of_pages = (
        *shared, *of_series, *of_members, *of_hosts, *of_laptops, *at_work, standby, recover, phone,
    )  # fmt: skip
    for page in of_pages:
        app.register_blueprint(page.bp)
