"""Writes everything that can be measured for Prometheus.

The library is imported when somebody asks for the first time: most installations are never asked.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from fishbowl.host.supervisor import Supervisor
from fishbowl.services.health import Health
from fishbowl.services.metrics import BUCKETS_S, Histogram, Metrics
from fishbowl.services.vitals import VitalsWatch

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry
    from prometheus_client.core import Metric

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
REFUSED = (
    "Metrics are given to this machine itself, at a loopback address, if no proxy stands before "
    "the server; else to whoever sends the token of the setting metrics_token.\n"
)
"""What is answered to whoever may not read them."""
STATES = ("lobby", "running", "paused", "closed")


class Sources(NamedTuple):
    """What the numbers are read from when they are asked for.

    :param connections: live connections by face.
    :param sessions: sessions by state.
    """

    metrics: Metrics
    health: Health
    vitals: VitalsWatch
    supervisor: Supervisor
    connections: Callable[[], dict[str, int]]
    sessions: Callable[[], dict[str, int]]
    version: str


class Exposition:
    """Makes the text that is scraped. No label names a session or a person."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._registry: CollectorRegistry | None = None

    def text(self) -> bytes:
        """Everything as it is now, in the text format of Prometheus."""
        from prometheus_client import generate_latest

        if self._registry is None:
            self._registry = self._made()
        return generate_latest(self._registry)

    def _made(self) -> "CollectorRegistry":
        from prometheus_client import CollectorRegistry, ProcessCollector

        registry = CollectorRegistry()
        registry.register(self)
        ProcessCollector(registry=registry)
        return registry

    def describe(self) -> list["Metric"]:
        """Nothing: without it the library would read everything once to learn the names."""
        return []

    def collect(self) -> Iterator["Metric"]:
        """Give all metrics; called by the library."""
        yield from self._commands()
        yield from self._server()
        yield from self._health()

    def _commands(self) -> Iterator["Metric"]:
        from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily

        metrics = self._sources.metrics
        commands = CounterMetricFamily(
            "fishbowl_commands", "Commands that were answered.",
            labels=("command", "face", "outcome"),
        )  # fmt: skip
        for labels, count in list(metrics.commands.items()):
            commands.add_metric(labels, count)
        yield commands
        seconds = HistogramMetricFamily(
            "fishbowl_command_seconds", "From handing a command in to its answer.", labels=("face",)
        )
        for face, histogram in list(metrics.command_times.items()):
            seconds.add_metric([face], _buckets(histogram), histogram.sum_s)
        yield seconds
        commits = HistogramMetricFamily(
            "fishbowl_commit_seconds", "Deciding and saving a batch of commands."
        )
        commits.add_metric([], _buckets(metrics.commits), metrics.commits.sum_s)
        yield commits
        responses = CounterMetricFamily(
            "fishbowl_http_responses", "Answers to HTTP requests.", labels=("status",)
        )
        for status, count in list(metrics.responses.items()):
            responses.add_metric([status], count)
        yield responses

    def _server(self) -> Iterator["Metric"]:
        from prometheus_client.core import GaugeMetricFamily

        sources, vitals = self._sources, self._sources.vitals.now()
        info = GaugeMetricFamily("fishbowl_build_info", "Always 1.", labels=("version",))
        info.add_metric([sources.version], 1)
        yield info
        connections = GaugeMetricFamily(
            "fishbowl_connections", "Live connections.", labels=("face",)
        )
        for face, count in sources.connections().items():
            connections.add_metric([face], count)
        yield connections
        sessions = GaugeMetricFamily("fishbowl_sessions", "Sessions.", labels=("state",))
        counts = sources.sessions()
        for state in STATES:
            sessions.add_metric([state], counts.get(state, 0))
        yield sessions
        for name, help, value in (
            ("lag_seconds", "Worst delay of the event loop in the last ten seconds.",
             sources.vitals.lag_ms / 1000),
            ("last_write_timestamp_seconds", "The last commit; 0 if there was none yet.",
             (vitals.saved_at_ms or 0) / 1000),
            ("disk_free_bytes", "Free space beside the database.",
             float("nan") if vitals.free_mb is None else vitals.free_mb * 1e6),
            ("clock_ahead_seconds", "By how much the wall clock was set during a session.",
             vitals.clock_ahead_s),
        ):  # fmt: skip
            yield GaugeMetricFamily(f"fishbowl_{name}", help, value=value)

    def _health(self) -> Iterator["Metric"]:
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        health, supervisor = self._sources.health, self._sources.supervisor
        yield GaugeMetricFamily(
            "fishbowl_ready", "1 if commands are saved.", value=int(health.is_ready)
        )
        conditions = GaugeMetricFamily(
            "fishbowl_condition", "What is wrong now, as consoles are told.", labels=("code",)
        )
        for condition in health.conditions():
            conditions.add_metric([condition.code], 1)
        yield conditions
        failures = CounterMetricFamily(
            "fishbowl_failures", "Isolated failures, by what was being done.", labels=("what",)
        )
        for what, count in supervisor.failures().items():
            failures.add_metric([what], count)
        yield failures
        yield CounterMetricFamily(
            "fishbowl_loop_restarts", "Background loops that were restarted.",
            value=supervisor.restarts,
        )  # fmt: skip
        hung = GaugeMetricFamily(
            "fishbowl_loop_hung", "1 if a turn of this background loop takes too long.",
            labels=("loop",),
        )  # fmt: skip
        for loop, hangs in supervisor.loops().items():
            hung.add_metric([loop], int(hangs))
        yield hung


def _buckets(histogram: Histogram) -> list[tuple[str, float]]:
    """Cumulative counts by upper bound, as the format wants them."""
    buckets, total = [], 0
    for bound, count in zip((*map(str, BUCKETS_S), "+Inf"), histogram.counts, strict=True):
        total += count
        buckets.append((bound, float(total)))
    return buckets
