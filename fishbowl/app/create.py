"""Wires the whole program together."""

import gc
import sys
from collections.abc import Callable

from flask import Flask

from fishbowl.access.proxies import Proxies
from fishbowl.access.recovery import Recovery
from fishbowl.access.sign_ins import SignIns
from fishbowl.access.unknown_codes import UnknownCodes
from fishbowl.app.beside import about, listen_locally
from fishbowl.app.database import open_database
from fishbowl.app.home import came_in, home_desk
from fishbowl.app.peers import peers_of
from fishbowl.app.watching import watching
from fishbowl.archive.archivist import Archivist
from fishbowl.archive.queries import Archive
from fishbowl.home.commands import HOME, home_handler
from fishbowl.home.home_link import HomeLink
from fishbowl.host.clock import Clock, SystemClock, wall_ms
from fishbowl.host.lan_name import LanName
from fishbowl.host.long_work import Report, ignored
from fishbowl.host.machine import Machine
from fishbowl.host.network import Network
from fishbowl.host.settings import Settings
from fishbowl.host.supervisor import Supervisor
from fishbowl.integrations.mail.message_ids import MessageIds
from fishbowl.integrations.mail.post import Post, letters_state, post
from fishbowl.integrations.mail.returned import MAIL_BOUNCE, bounce_handler
from fishbowl.live.fanout import FanOut
from fishbowl.live.gate import Gate
from fishbowl.live.handlers import LiveHandlers
from fishbowl.live.links import LinkMaker
from fishbowl.live.presence import Presence
from fishbowl.live.signal_counts import SignalCounter
from fishbowl.live.signal_totals import SignalTotals
from fishbowl.live.signals import SignalMessages
from fishbowl.live.timekeeper import Timekeeper
from fishbowl.live.transport.async_modes import dedicated_thread, run_in_thread
from fishbowl.live.transport.polling import SafePolling
from fishbowl.live.transport.server import LiveServer
from fishbowl.services.asking import Asking
from fishbowl.services.audit import Audit
from fishbowl.services.clock_watch import ClockWatch
from fishbowl.services.community_parts import community_parts
from fishbowl.services.event_review import EventReview
from fishbowl.services.filing import Filing
from fishbowl.services.importing import IMPORT_LOGS, import_handler
from fishbowl.services.owner_key import NEW_OWNER_KEY, owner_key_handler
from fishbowl.services.series import AllSeries
from fishbowl.services.series_letters import SeriesLetters
from fishbowl.services.series_members import SeriesMembers, wakes
from fishbowl.services.series_sessions import SeriesSessions
from fishbowl.services.series_time import SeriesTime
from fishbowl.services.writer import Service
from fishbowl.standby.primary import Primary
from fishbowl.web import add_web
from fishbowl.web.assets import DIST, WEB_ROOT, load_assets
from fishbowl.web.console.event_totals import EventTotalsCache
from fishbowl.web.context import Offloads, WebContext
from fishbowl.web.languages import ENGLISH, Languages
from fishbowl.web.offload.process import Offload

SWITCH_INTERVAL_S = 0.0005


def create_app(
    settings: Settings,
    clock: Clock | None = None,
    tell: Callable[[str], None] = lambda sentence: None,
    report: Report = ignored,
) -> Flask:
    """Build the application: log, writer, live connections and pages.

    :param clock: session time; the machine's own if left out.
    :param tell: is told, in sentences, what whoever starts the server should know about its file.
    :param report: is told how far a change of the file's tables is.
    :raises StoreError: the database cannot be used; in one sentence.
    """
    clock = clock or SystemClock()
    supervisor = Supervisor()
    in_thread = run_in_thread(settings.async_mode)
    store, secret, access_keys, contacts_key = open_database(settings, clock, tell, report)
    service = Service(
        store,
        clock,
        writing=dedicated_thread(settings.async_mode, "log-writer", supervisor),
        reading=dedicated_thread(settings.async_mode, "log-reader", supervisor),
        supervisor=supervisor,
    )
    people = community_parts(service.shared, clock, contacts_key.keys)
    members, contacts = people.members, people.contacts
    series = AllSeries(service.shared, clock)
    filing = Filing(service, series)
    series.follow_with(SeriesLetters(people.tokens, series.state))
    of_members = SeriesMembers(series, lambda: members.community, supervisor)
    if lost := contacts.lost():
        tell(
            f"{lost} contacts of members cannot be read: their key is not in {contacts_key.path}. "
            "Put it there, on a line of its own; or members give their contacts again."
        )
    sign_ins = SignIns(service.log, access_keys, wall_ms)
    audit = Audit(service.log, wall_ms, supervisor)
    presence = Presence()
    name = _lan_name(settings, supervisor)
    network = Network(
        settings.host,
        settings.port,
        settings.public_url,
        announced=lambda: "" if name is None else name.host,
    )
    links = LinkMaker(access_keys, network)
    series_sessions = SeriesSessions(series, service, network.is_public)
    series_time = SeriesTime(series, series_sessions, supervisor, mend=of_members.mend)

    machine = Machine(settings.db)
    watch, metrics = watching(service, machine, clock, presence, supervisor)

    app = Flask("fishbowl", static_folder=None)
    proxies = Proxies(settings.trusted_proxies)
    live = LiveServer(app, settings.async_mode, proxies, network.public_host(), supervisor)
    app.wsgi_app = SafePolling(app.wsgi_app)  # type: ignore[method-assign]
    signal_counter = SignalCounter()
    recovery = Recovery()
    signals = SignalMessages(
        service.time,
        service.health,
        presence,
        links,
        signal_counter,
        lambda code: len(recovery.asked(code)),
    )
    fanout = FanOut(
        live,
        service.time,
        presence,
        links,
        signals,
        service.session,
        supervisor,
    )
    totals = SignalTotals(service, signal_counter, live.spawn, supervisor)
    timekeeper = Timekeeper(service, live.spawn, supervisor)
    events = EventTotalsCache(service, clock)
    standby = Primary(service, access_keys, in_thread, supervisor)
    unknown_codes = UnknownCodes()
    gate = Gate(service, access_keys, sign_ins, unknown_codes)
    live_handlers = LiveHandlers(
        live, service, filing.submit, gate, presence, fanout, signal_counter, supervisor
    )
    archive = Archive(service.log, in_thread)
    archivist = Archivist(service, in_thread, archive.warm_up, supervisor)
    imported = came_in(service, archivist, standby, timekeeper)
    home = home_desk(
        service,
        members,
        clock,
        access_keys=access_keys,
        contacts_keys=contacts_key.keys,
        audit=audit,
        changed=imported,
        run_in_thread=in_thread,
        supervisor=supervisor,
    )
    home_link = HomeLink(
        home,
        members=members,
        sessions=service,
        series=series,
        series_sessions=series_sessions,
        contacts=contacts,
        tokens=people.tokens,
        slug_of=access_keys.summary_slug,
        clock=clock,
        now_ms=wall_ms,
        supervisor=supervisor,
    )
    filing.keep_at_home(home_link.series)
    offloads = [Offload(settings.db, in_thread) for _ in range(2)]
    peers = peers_of(service, people, offloads[1], archive, clock, live.sleep, in_thread)
    languages = Languages(DIST)
    letters = post(
        settings.mail,
        Post(
            log=service.log,
            secret=secret,
            contacts=contacts,
            tokens=people.tokens,
            community=lambda: members.community,
            series=series.state,
            session=service.session,
            language=lambda code: languages.get(code) or ENGLISH,
            network=network,
            templates=WEB_ROOT / "templates",
            run_in_thread=in_thread,
            supervisor=supervisor,
        ),
    )
    add_web(
        app,
        WebContext(
            service=service,
            members=members,
            series=series,
            filing=filing,
            event_review=EventReview(service, filing),
            series_sessions=series_sessions,
            contacts=contacts,
            passes=people.passes,
            tokens=people.tokens,
            lost_passes=people.lost_passes,
            own_parts=peers.own_parts,
            encounters=peers.encounters,
            rounds=peers.rounds,
            access_keys=access_keys,
            sign_ins=sign_ins,
            unknown_codes=unknown_codes,
            recovery=recovery,
            assets=load_assets(),
            languages=languages,
            network=network,
            presence=presence,
            events=events,
            clock=clock,
            machine=machine,
            archive=archive,
            asking=Asking(in_thread),
            standby=standby,
            home=home,
            home_link=home_link,
            audit=audit,
            proxies=proxies,
            offloads=Offloads(staff=offloads[0], readers=offloads[1]),
            supervisor=supervisor,
            security_contact=settings.security_contact,
            metrics=service.metrics,
            exposition=metrics.text,
            metrics_token=settings.metrics_token,
            vitals=watch.now,
            health=service.health,
            in_thread=in_thread,
            letters=lambda: letters_state(letters),
        ),
    )

    service.subscribe(fanout.on_change)
    service.subscribe(timekeeper.on_change)
    service.subscribe(totals.on_change)
    service.subscribe(live_handlers.on_change)
    recovery.subscribe(fanout.on_signal)
    sign_ins.subscribe(live_handlers.on_signed_out)
    service.subscribe(events.on_change)
    service.subscribe(archivist.on_change)
    service.subscribe(audit.on_change)
    peers.listen(service, members)
    members.subscribe(lambda change: standby.feed.on_grown(members.stream_of(change.after)))
    members.subscribe(of_members.on_change)
    members.subscribe(lambda change: series_time.wake() if wakes(change) else None)
    series.subscribe(lambda change: standby.feed.on_grown(series.stream_of(change.after)))
    service.on_closing(audit.stop)
    service.on_closing(peers.rounds.stop)
    for offload in offloads:
        service.subscribe(offload.on_change)
        service.on_deleted(offload.forget)
    for on_deleted in (
        fanout.on_deleted,
        timekeeper.on_deleted,
        live_handlers.on_deleted,
        events.on_deleted,
        archivist.on_deleted,
        sign_ins.end_of,
        recovery.forget,
    ):
        service.on_deleted(on_deleted)
    app.extensions["fishbowl.service"] = service
    app.extensions["fishbowl.members"] = members
    app.extensions["fishbowl.series"] = series
    app.extensions["fishbowl.archivist"] = archivist
    app.extensions["fishbowl.live"] = live
    app.extensions["fishbowl.live.handlers"] = live_handlers
    app.extensions["fishbowl.offloads"] = offloads
    app.extensions["fishbowl.lan_name"] = name
    app.extensions["fishbowl.letters"] = letters
    app.extensions["fishbowl.on_wake_up"] = (
        timekeeper.on_wake_up,
        series_time.wake,
        people.in_time.wake,
        peers.promises.wake,
        peers.repairs.wake,
    )
    app.extensions["fishbowl.home"] = home
    if name is not None:
        live.spawn(supervisor.supervised(name.turns, name.run))
    service.health.subscribe(fanout.on_health)
    service.start()
    people.start(live.spawn, sign_ins)
    series.start()
    fanout.start()
    timekeeper.start()
    archivist.start()
    standby.start(live.spawn, live.sleep, network.base)
    if name is not None:
        standby.on_taken_over(name.stop)
    audit.start()
    home.handing_over.start(live.spawn)
    standby.on_taken_over(home.handing_over.end)
    if letters is not None:
        service.shared.on_letters(letters.wake)
        standby.on_taken_over(letters.end)
        letters.start(live.spawn)
    for loop in (series_time, peers.suggesting, peers.promises, peers.repairs, watch):
        live.spawn(supervisor.supervised(loop.turns, loop.run))
    if isinstance(clock, SystemClock):
        clocks = ClockWatch(
            clock,
            service,
            timekeeper.on_wake_up,
            supervisor=supervisor,
            others=[members.set_time, series.set_time],
        )
        live.spawn(supervisor.supervised(clocks.turns, clocks.run))

    handlers = {
        IMPORT_LOGS: import_handler(service.log, clock.now_ms, imported),
        NEW_OWNER_KEY: owner_key_handler(sign_ins),
        **people.handlers(),
        HOME: home_handler(home, lambda: len(members.community.members)),
        MAIL_BOUNCE: bounce_handler(service.log, MessageIds(secret)),
    }
    local = listen_locally(service, live.spawn, handlers, supervisor)
    store.tell_others(about(settings, local))
    app.extensions["fishbowl.local"] = local
    # The thread that writes the log waits for the hub's lock several times a batch.
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    # Thousands of small long-lived objects a phone: collect rarely, and never what start-up made.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    return app


def _lan_name(settings: Settings, supervisor: Supervisor) -> LanName | None:
    """What announces the name of the settings; nothing where phones open a public address."""
    if not settings.lan_name or settings.public_url:
        return None
    runner = dedicated_thread(settings.async_mode, "announced-name", supervisor)
    return LanName(settings.lan_name, settings.host, settings.port, runner, supervisor)
