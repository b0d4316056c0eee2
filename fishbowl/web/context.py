"""The services that pages use, as protocols, and the context that holds them."""

from collections.abc import Callable
from typing import Any, Protocol

import msgspec
from flask import current_app

from fishbowl.access.keys import AccessKeys
from fishbowl.access.passes import Passes
from fishbowl.access.proxies import Proxies
from fishbowl.access.rate_limit import RateLimit
from fishbowl.access.recovery import Recovery
from fishbowl.access.sign_ins import SignIns
from fishbowl.access.unknown_codes import UnknownCodes
from fishbowl.archive.queries import Archive
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.rules.floor.event_equity import EventEquity, EventKey
from fishbowl.domain.session.rules.summary.open_items import Item
from fishbowl.domain.session.state import Session
from fishbowl.home.desk import HomeDesk
from fishbowl.home.home_link import HomeLink
from fishbowl.home.records import Home
from fishbowl.host.clock import Clock
from fishbowl.host.machine import Machine
from fishbowl.host.network import Network
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import directly
from fishbowl.services.asking import Asking
from fishbowl.services.audit import Audit
from fishbowl.services.community import Members
from fishbowl.services.contacts import Contacts
from fishbowl.services.encounters import Encounters
from fishbowl.services.event_review import EventReview
from fishbowl.services.filing import Filing
from fishbowl.services.health import Health
from fishbowl.services.lost_passes import LostPasses
from fishbowl.services.metrics import Metrics
from fishbowl.services.rounds.rounds import Rounds
from fishbowl.services.series import AllSeries
from fishbowl.services.series_sessions import SeriesSessions
from fishbowl.services.tokens import Tokens
from fishbowl.services.vitals import Vitals
from fishbowl.services.writer import Envelope, Outcome
from fishbowl.standby.primary import Primary
from fishbowl.web.assets import Assets
from fishbowl.web.community.parts_cache import PartsCache
from fishbowl.web.console.event_totals import OpenItems
from fishbowl.web.display.screens import Screens
from fishbowl.web.languages import Languages
from fishbowl.web.offload.jobs import AnyJob, JobResult

EXTENSION = "fishbowl"

WRONG_KEYS = (60, 60.0)
"""The rate limit for wrong keys from an address. Correct keys are never refused."""


class Sessions(Protocol):
    """The part of the service that pages use."""

    @property
    def saved_at_ms(self) -> int | None:
        """The wall's time of the last commit; ``None`` if there was none since the start."""
        ...

    def session(self, code: str) -> Session | None:
        """The committed state of a session."""
        ...

    def sessions(self) -> list[SessionRow]:
        """All sessions, newest first."""
        ...

    def entries(self, code: str) -> list[Entry]:
        """The committed log of a session."""
        ...

    def was_deleted(self, code: str) -> bool:
        """Whether a session with this code was deleted."""
        ...

    def delete_session(self, code: str) -> bool:
        """Delete a session irreversibly."""
        ...

    def submit(self, envelope: Envelope) -> Outcome:
        """Submit a command and wait until it is durable or rejected."""
        ...


class Presence(Protocol):
    """Records the addresses through which phones have reached the server."""

    def reached(self, code: str, host: str) -> None:
        """Note that a phone opened the page of a session through this address."""
        ...

    def was_reached(self, code: str, host: str) -> bool:
        """Whether a phone has opened the page through this address."""
        ...

    def simulate(self, code: str) -> None:
        """Note that the people of a session are simulated."""
        ...


class EventTotals(Protocol):
    """Figures and open items over the sessions of an event."""

    def equity(self, session: Session) -> EventEquity:
        """The equity figures of all sessions of a session's event."""
        ...

    def open_items(self, code: str) -> OpenItems | None:
        """The open and closed items of a session."""
        ...

    def open_before(
        self, event: EventKey, code: str, is_own: Callable[[str], bool]
    ) -> tuple[Item, ...]:
        """The open items of other sessions of an event that the user may read."""
        ...


class JobRunner(Protocol):
    """Runs long jobs."""

    def done(self, job: AnyJob, of_seq: Seq | None = None) -> JobResult:
        """The result of a job; cached for a log of this length, if given."""
        ...


class Offloads(msgspec.Struct, frozen=True, kw_only=True):
    """Separate queues of long jobs, so that readers do not delay facilitators."""

    staff: JobRunner
    readers: JobRunner


class WebContext(msgspec.Struct, frozen=True, kw_only=True):
    """The services of the pages; stored in ``app.extensions["fishbowl"]``."""

    service: Sessions
    members: Members
    series: AllSeries
    filing: Filing
    event_review: EventReview
    series_sessions: SeriesSessions
    contacts: Contacts
    passes: Passes
    tokens: Tokens
    lost_passes: LostPasses
    own_parts: PartsCache
    encounters: Encounters
    rounds: Rounds
    access_keys: AccessKeys
    sign_ins: SignIns
    assets: Assets
    languages: Languages
    network: Network
    presence: Presence
    events: EventTotals
    clock: Clock
    machine: Machine
    archive: Archive
    asking: Asking
    standby: Primary
    home: HomeDesk
    home_link: HomeLink
    audit: Audit
    proxies: Proxies = msgspec.field(default_factory=Proxies)
    screens: Screens = msgspec.field(default_factory=Screens)
    unknown_codes: UnknownCodes = msgspec.field(default_factory=UnknownCodes)
    recovery: Recovery = msgspec.field(default_factory=Recovery)
    wrong_keys: RateLimit = msgspec.field(default_factory=lambda: RateLimit(*WRONG_KEYS))
    offloads: Offloads
    supervisor: Supervisor = msgspec.field(default_factory=Supervisor)
    security_contact: str = ""
    """Where vulnerabilities of this installation are reported, as a URI."""
    metrics: Metrics = msgspec.field(default_factory=Metrics)
    exposition: Callable[[], bytes] | None = None
    metrics_token: str = ""
    vitals: Callable[[], Vitals] | None = None
    health: Health = msgspec.field(default_factory=Health)
    in_thread: Callable[..., Any] = directly
    """Calls a function that takes long, so that rooms are served meanwhile."""
    letters: Callable[[], str] = lambda: ""
    """Whether letters can be sent: ``on``, why the mail server takes none, or empty: not set up."""

    @property
    def pass_home(self) -> Home | None:
        """The home of this installation, whose passes are shown here; ``None`` without."""
        return self.home_link.home

    @property
    def installation(self) -> str:
        """A short name of this installation, by which a pass is told from one of another."""
        return self.access_keys.installation_mark()


def here() -> WebContext:
    """The context of the current request."""
    context: WebContext = current_app.extensions[EXTENSION]
    return context
