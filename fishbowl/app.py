"""All wiring, in one function that can be read."""

import gc

from flask import Flask

from fishbowl.access.keys import Doors
from fishbowl.access.recovery import Recovery
from fishbowl.access.sign_ins import SignIns
from fishbowl.access.unknown_codes import UnknownCodes
from fishbowl.archive import Archive
from fishbowl.archivist import Archivist
from fishbowl.clock import Clock, SystemClock
from fishbowl.host.private_files import private_database
from fishbowl.languages import Languages
from fishbowl.live.fanout import FanOut
from fishbowl.live.gather import Gatherer
from fishbowl.live.handlers import LiveDoor
from fishbowl.live.links import LinkMaker
from fishbowl.live.polling import SafePolling
from fishbowl.live.presence import Presence
from fishbowl.live.server import apart, make_socketio
from fishbowl.live.timekeeper import Timekeeper
from fishbowl.live.totals import SignalTotals
from fishbowl.machine import Machine
from fishbowl.network import Network
from fishbowl.service import Service
from fishbowl.settings import Settings
from fishbowl.storage import open_store
from fishbowl.web import add_web
from fishbowl.web.assets import DIST, load_assets
from fishbowl.web.context import WebContext
from fishbowl.web.events import Events
from fishbowl.web.tapes import Tapes


def create_app(settings: Settings, clock: Clock | None = None) -> Flask:
    """Build the application: file, rules, live door and pages.

    :param clock: session time; the machine's own if left out.
    :raises StoreError: the database cannot be used; in one sentence.
    """
    clock = clock or SystemClock()
    with private_database(settings.db):
        store = open_store(settings.db)
    doors = Doors(store.secret())
    sign_ins = SignIns(store, doors, SystemClock().now_ms)
    service = Service(store, clock)
    presence = Presence()
    network = Network(settings.host, settings.port, settings.public_url)
    links = LinkMaker(doors, network)

    app = Flask("fishbowl", static_folder=None)
    socketio = make_socketio(app, settings.async_mode)
    app.wsgi_app = SafePolling(app.wsgi_app)  # type: ignore[method-assign]
    gatherer = Gatherer()
    recovery = Recovery()
    fanout = FanOut(
        socketio,
        clock,
        presence,
        links,
        gatherer,
        service.session,
        lambda code: len(recovery.asked(code)),
    )
    totals = SignalTotals(service, gatherer, socketio.start_background_task)
    timekeeper = Timekeeper(service, clock, socketio.start_background_task)
    events = Events(service, clock)
    unknown_codes = UnknownCodes()
    live_door = LiveDoor(
        socketio, service, doors, sign_ins, unknown_codes, presence, fanout, gatherer, clock
    )
    archive = Archive(settings.db, apart(settings.async_mode))
    archivist = Archivist(settings.db, apart(settings.async_mode), archive.get_ready)
    add_web(
        app,
        WebContext(
            service=service,
            doors=doors,
            sign_ins=sign_ins,
            unknown_codes=unknown_codes,
            recovery=recovery,
            assets=load_assets(),
            languages=Languages(DIST),
            network=network,
            presence=presence,
            events=events,
            clock=clock,
            machine=Machine(settings.db),
            archive=archive,
            tapes=Tapes(apart(settings.async_mode)),
        ),
    )

    service.subscribe(fanout.on_change)
    service.subscribe(timekeeper.on_change)
    service.subscribe(totals.on_change)
    service.subscribe(live_door.on_change)
    recovery.subscribe(fanout.on_signal)
    sign_ins.subscribe(live_door.on_signed_out)
    service.subscribe(events.on_change)
    service.subscribe(archivist.on_change)
    app.extensions["fishbowl.service"] = service
    app.extensions["fishbowl.archivist"] = archivist
    service.start()
    fanout.start()
    timekeeper.start()
    archivist.start()
    # Thousands of small long-lived objects a phone: collect rarely, and never what start-up made.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    return app


def owner_link(app: Flask, settings: Settings) -> str:
    """The link that signs the owner in on this computer; the front door once it has been used."""
    sign_ins = app.extensions["fishbowl"].sign_ins
    here = f"http://127.0.0.1:{settings.port}/"
    return here if sign_ins.owner_key_is_used else f"{here}o#{sign_ins.owner_key()}"


def stop_app(app: Flask) -> None:
    """Let the writer finish what waits, and close the file."""
    archivist: Archivist = app.extensions["fishbowl.archivist"]
    archivist.stop()
    service: Service = app.extensions["fishbowl.service"]
    service.stop()
