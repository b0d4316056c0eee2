"""Wires together what hands over to a home, and what takes in from laptops."""

from collections.abc import Callable
from typing import Any

from fishbowl.access.keys import AccessKeys
from fishbowl.archive.archivist import Archivist
from fishbowl.domain.session.row import SessionRow
from fishbowl.home.checker import Checker
from fishbowl.home.desk import HomeDesk
from fishbowl.home.poster import PosterProcess
from fishbowl.host.clock import Clock, wall_ms
from fishbowl.host.supervisor import Supervisor
from fishbowl.live.timekeeper import Timekeeper
from fishbowl.services.audit import LAPTOP, Audit
from fishbowl.services.community import Members
from fishbowl.services.writer import Change, Service
from fishbowl.standby.primary import Primary


def home_desk(
    service: Service,
    members: Members,
    clock: Clock,
    *,
    access_keys: AccessKeys,
    contacts_keys: tuple[bytes, ...],
    audit: Audit,
    changed: Callable[[SessionRow], None],
    run_in_thread: Callable[..., Any],
    supervisor: Supervisor,
) -> HomeDesk:
    """Make both sides of this installation: it may have a home, and be one.

    :param changed: is told of each session that came in from elsewhere, or went on.
    """
    post = PosterProcess(run_in_thread)
    desk = HomeDesk(
        service.log,
        contacts_keys=contacts_keys,
        mark=access_keys.installation_mark(),
        name=lambda: members.community.about.title,
        now_ms=wall_ms,
        post=post,
        check=Checker(run_in_thread, clock.now_ms),
        session_now_ms=clock.now_ms,
        changed=changed,
        noted=lambda what, code: audit.note(what, who=LAPTOP, code=code),
        run_in_thread=run_in_thread,
        supervisor=supervisor,
    )

    def on_change(change: Change) -> None:
        """Hand over soon what has ended, or went on after its end."""
        if change.after.clock.closed_at_ms is not None:
            desk.handing_over.later()

    service.subscribe(on_change)
    service.on_closing(post.stop)
    return desk


def came_in(
    service: Service, archivist: Archivist, standby: Primary, timekeeper: Timekeeper
) -> Callable[[SessionRow], None]:
    """Make what is told of a session that came in from elsewhere, or went on."""

    def told(row: SessionRow) -> None:
        service.look()
        archivist.on_import(row.code)
        standby.feed.on_grown(service.stream(row.code))
        timekeeper.on_import(row)

    return told
