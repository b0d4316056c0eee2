"""What is watched of a server: its vitals, and what is exposed to Prometheus."""

from fishbowl import __version__
from fishbowl.host.clock import Clock, SystemClock
from fishbowl.host.machine import Machine
from fishbowl.host.supervisor import Supervisor
from fishbowl.live.presence import Presence
from fishbowl.services.exposition import Exposition
from fishbowl.services.exposition import Sources as ExpositionSources
from fishbowl.services.vitals import Sources, VitalsWatch
from fishbowl.services.writer import Service


def watching(
    service: Service,
    machine: Machine,
    clock: Clock,
    presence: Presence,
    supervisor: Supervisor,
) -> tuple[VitalsWatch, Exposition]:
    """Make what watches a server, and what tells of it."""
    watch = VitalsWatch(
        service.health,
        Sources(
            connections=lambda: sum(presence.by_face().values()),
            saved_at_ms=lambda: service.saved_at_ms,
            free_bytes=machine.free_bytes,
            clock_ahead_ms=clock.wall_is_ahead_ms if isinstance(clock, SystemClock) else lambda: 0,
        ),
        supervisor=supervisor,
    )
    exposition = Exposition(
        ExpositionSources(
            metrics=service.metrics,
            health=service.health,
            vitals=watch,
            supervisor=supervisor,
            connections=presence.by_face,
            sessions=service.session_counts,
            version=__version__,
        )
    )
    return watch, exposition
