"""All wiring, in one function that can be read."""

import gc
import logging
from collections.abc import Callable

from flask import Flask
from flask_socketio import SocketIO

from fishbowl.archive import Archive
from fishbowl.archivist import Archivist
from fishbowl.clock import Clock, SystemClock
from fishbowl.doors import Doors
from fishbowl.host.local_socket import Handler, LocalSocket, socket_path
from fishbowl.host.threads import dedicated_thread
from fishbowl.languages import Languages
from fishbowl.live.fanout import FanOut
from fishbowl.live.gather import Gatherer
from fishbowl.live.handlers import LiveDoor
from fishbowl.live.links import LinkMaker
from fishbowl.live.presence import Presence
from fishbowl.live.server import apart, make_socketio
from fishbowl.live.timekeeper import Timekeeper
from fishbowl.live.totals import SignalTotals
from fishbowl.machine import Machine
from fishbowl.network import Network
from fishbowl.service import Service
from fishbowl.services.clock_watch import ClockWatch
from fishbowl.services.importing import IMPORT_LOG, import_handler
from fishbowl.settings import Settings
from fishbowl.storage import SessionRow, open_store
from fishbowl.web import add_web
from fishbowl.web.assets import DIST, load_assets
from fishbowl.web.context import WebContext
from fishbowl.web.events import Events
from fishbowl.web.tapes import Tapes

log = logging.getLogger(__name__)


def create_app(
    settings: Settings,
    clock: Clock | None = None,
    tell: Callable[[str], None] = lambda sentence: None,
) -> Flask:
    """Build the application: file, rules, live door and pages.

    :param clock: session time; the machine's own if left out.
    :param tell: is told, in sentences, what whoever starts the server should know about its file.
    :raises StoreError: the database cannot be used; in one sentence.
    """
    clock = clock or SystemClock()
    writing = dedicated_thread(settings.async_mode, "log-writer")
    reading = dedicated_thread(settings.async_mode, "log-reader")
    store = open_store(settings.db, holder=_about(settings), tell=tell)
    doors = Doors(store.secret())
    service = Service(store, clock, writing=writing, reading=reading)
    if not store.checks_files:
        tell(f"This disk gives files no lasting names: changes to {store.path} from outside would "
             "not be noticed.")  # fmt: skip
    presence = Presence()
    network = Network(settings.host, settings.port, settings.public_url)
    links = LinkMaker(doors, network)

    app = Flask("fishbowl", static_folder=None)
    socketio = make_socketio(app, settings.async_mode)
    gatherer = Gatherer()
    fanout = FanOut(
        socketio, service.time, service.health, presence, links, gatherer, service.session
    )
    totals = SignalTotals(service, gatherer, socketio.start_background_task)
    timekeeper = Timekeeper(service, socketio.start_background_task)
    events = Events(service, clock)
    live_door = LiveDoor(socketio, service, doors, presence, fanout, gatherer)
    archive = Archive(lambda: service.path, service.transact, apart(settings.async_mode))
    archivist = Archivist(service, apart(settings.async_mode), archive.get_ready)
    tapes = Tapes(apart(settings.async_mode))
    add_web(
        app,
        WebContext(
            service=service,
            doors=doors,
            assets=load_assets(),
            languages=Languages(DIST),
            network=network,
            presence=presence,
            events=events,
            clock=clock,
            machine=Machine(settings.db),
            archive=archive,
            tapes=tapes,
        ),
    )

    service.subscribe(fanout.on_change)
    service.subscribe(timekeeper.on_change)
    service.subscribe(totals.on_change)
    service.subscribe(live_door.on_change)
    service.subscribe(events.on_change)
    service.subscribe(archivist.on_change)
    for on_deleted in (
        fanout.on_deleted,
        timekeeper.on_deleted,
        live_door.on_deleted,
        events.on_deleted,
        tapes.drop,
        archivist.on_deleted,
    ):
        service.on_deleted(on_deleted)
    app.extensions["fishbowl.service"] = service
    app.extensions["fishbowl.archivist"] = archivist
    service.health.subscribe(fanout.on_health)
    service.start()
    fanout.start()
    timekeeper.start()
    archivist.start()
    if isinstance(clock, SystemClock):
        watch = ClockWatch(clock, service, timekeeper.on_wake_up)
        socketio.start_background_task(watch.run)

    def imported(row: SessionRow) -> None:
        archivist.on_import(row.code)
        timekeeper.on_import(row)

    local = _listen_locally(
        service, socketio, {IMPORT_LOG: import_handler(service.transact, imported)}
    )
    store.tell_others(_about(settings, local))
    app.extensions["fishbowl.local"] = local
    # Thousands of small long-lived objects a phone: collect rarely, and never what start-up made.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    return app


def _about(settings: Settings, local: LocalSocket | None = None) -> dict[str, str]:
    """What others are told about this server who would use its database."""
    return {
        "url": settings.public_url or f"http://127.0.0.1:{settings.port}",
        "socket": "" if local is None else str(local.path),
    }


def _listen_locally(
    service: Service, socketio: SocketIO, handlers: dict[str, Handler]
) -> LocalSocket | None:
    """Let commands of the same user reach this server; ``None`` where the system cannot."""
    path = socket_path(service.path)
    if path is None:
        return None
    try:
        local = LocalSocket(path, handlers)
    except OSError as error:
        log.warning("commands beside this server have to wait until it is stopped: %s", error)
        return None
    socketio.start_background_task(lambda: local.run(socketio.start_background_task))
    return local


def owner_link(app: Flask, settings: Settings) -> str:
    """The link that signs the owner in on this computer."""
    context: WebContext = app.extensions["fishbowl"]
    return f"http://127.0.0.1:{settings.port}/o#{context.doors.owner_key()}"


def stop_app(app: Flask) -> None:
    """Let the writer finish what waits, and close the file."""
    local: LocalSocket | None = app.extensions["fishbowl.local"]
    if local is not None:
        local.close()
    archivist: Archivist = app.extensions["fishbowl.archivist"]
    archivist.stop()
    service: Service = app.extensions["fishbowl.service"]
    service.stop()
