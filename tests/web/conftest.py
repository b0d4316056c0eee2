"""A site: the pages over the real service on a real file, and visitors with their cookies."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from fishbowl.access.keys import AccessKeys
from fishbowl.access.passes import Passes
from fishbowl.access.recovery import Recovery
from fishbowl.access.sign_ins import OWNER, SignIns
from fishbowl.access.unknown_codes import UnknownCodes
from fishbowl.archive.queries import Archive
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import Command, CreateSession
from fishbowl.home.desk import HomeDesk
from fishbowl.home.home_link import HomeLink
from fishbowl.host.addresses import Address
from fishbowl.host.machine import Machine
from fishbowl.host.network import Network
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import directly
from fishbowl.services.ask_letters import AskLetters
from fishbowl.services.asking import Asking
from fishbowl.services.audit import Audit
from fishbowl.services.community import Members
from fishbowl.services.community_parts import end_sign_ins
from fishbowl.services.contacts import Contacts
from fishbowl.services.encounters import Encounters
from fishbowl.services.event_review import EventReview
from fishbowl.services.filing import Filing
from fishbowl.services.import_file import checked
from fishbowl.services.lost_passes import LostPasses
from fishbowl.services.meeting_letters import MeetingLetters
from fishbowl.services.rounds.rounds import Rounds
from fishbowl.services.series import AllSeries
from fishbowl.services.series_sessions import SeriesSessions
from fishbowl.services.tokens import Tokens
from fishbowl.services.writer import Outcome
from fishbowl.standby.primary import Primary
from fishbowl.web import add_web
from fishbowl.web.assets import Assets
from fishbowl.web.community.parts_cache import PartsCache
from fishbowl.web.console.event_totals import EventTotalsCache
from fishbowl.web.context import EXTENSION, Offloads, WebContext
from fishbowl.web.languages import Languages
from fishbowl.web.offload.jobs import AnyJob, JobResult
from fishbowl.web.offload.making import Jobs
from tests.home.machines import Cable
from tests.support.compiled import compile_once
from tests.support.served import Served
from tests.support.solving import InThisProcess

compile_once()

HOST = "192.168.1.20:8080"
ORIGIN = f"http://{HOST}"
LAPTOP = (
    Address("192.168.1.20", "wlan0", "lan"),
    Address("laptop.local", "", "name"),
    Address("172.17.0.1", "docker0", "virtual"),
    Address("127.0.0.1", "lo", "loopback"),
)
FACES = (
    "phone", "phone-inside", "phone-known", "console", "display", "member", "runner", "stage",
    "pages", "summary", "editor", "replay", "plain", "series", "between",
)  # fmt: skip


class Reached:
    """Remembers which addresses phones have come through."""

    def __init__(self) -> None:
        self.hosts: list[tuple[str, str]] = []

    def reached(self, code: str, host: str) -> None:
        self.hosts.append((code, host))

    def was_reached(self, code: str, host: str) -> bool:
        return (code, host) in self.hosts

    def simulate(self, code: str) -> None:
        raise AssertionError("No page simulates people.")


class InPlace:
    """Makes at once, in this process, what takes long; with the assets of the site."""

    def __init__(self, site: "Site") -> None:
        self._site = site

    def done(self, job: AnyJob, of_seq: int | None = None) -> JobResult:
        context: WebContext = self._site.app.extensions[EXTENSION]
        return Jobs(self._site.db, context.assets, context.languages).do(job)


class Visitor(FlaskClient):
    """A browser that comes by the address in the QR."""

    def open(self, *args: Any, **options: Any) -> Any:
        return super().open(*args, **{"base_url": ORIGIN, **options})


class Site(Served):
    """A server's pages with everything behind them."""

    def __init__(self, db: Path) -> None:
        super().__init__(db)
        self.db = db
        self.access_keys = AccessKeys(self.store.secret())
        self.sign_ins = SignIns(self.service.log, self.access_keys, self.clock.now_ms)
        self.audit = Audit(self.service.log, self.clock.now_ms)
        self.service.subscribe(self.audit.on_change)
        self.presence = Reached()
        self.network = Network("0.0.0.0", 8080, look=lambda: LAPTOP)
        self.events = EventTotalsCache(self.service, self.clock)
        self.service.subscribe(self.events.on_change)
        self.app = Flask("fishbowl", static_folder=None)
        self.app.test_client_class = Visitor
        manifest = {face: {"js": f"{face}-1.js", "css": f"{face}-1.css"} for face in FACES}
        manifest["files"] = {"favicon.svg": "favicon-1.svg"}
        contacts = Contacts(self.service.log, (bytes(32),))
        self.contacts = contacts
        self.tokens = Tokens(self.service.log, contacts.token_key(), self.clock.now_ms)
        self.members = Members(self.service.shared, self.clock)
        self.members.follow_with(AskLetters(self.tokens))
        self.members.follow_with(MeetingLetters(self.tokens))
        self.members.start()
        self.series = AllSeries(self.service.shared, self.clock)
        self.series.start()
        self.filing = Filing(self.service, self.series)
        self.series_sessions = SeriesSessions(self.series, self.service, self.network.is_public)
        self.lost_passes = LostPasses(self.service.log, contacts, self.tokens, self.clock.now_ms)
        own_parts = PartsCache(self.service, InPlace(self).done, self.clock.now_ms)
        self.service.subscribe(own_parts.on_change)
        self.service.on_deleted(own_parts.forget)
        encounters = Encounters(self.service.session)
        self.service.subscribe(encounters.on_change)
        self.service.on_deleted(encounters.forget)
        self.rounds = Rounds(
            self.members, encounters, self.tokens, self.clock.now_ms, solver=InThisProcess()
        )
        self.cable = Cable()
        self.home = HomeDesk(
            self.service.log,
            contacts_keys=(bytes(32),),
            mark=self.access_keys.installation_mark(),
            name=lambda: self.members.community.about.title,
            now_ms=self.clock.now_ms,
            post=self.cable,
            check=lambda file: checked(file, self.clock.now_ms()),
            session_now_ms=self.clock.now_ms,
            changed=lambda row: self.service.look(),
        )
        self.home_link = HomeLink(
            self.home,
            members=self.members,
            sessions=self.service,
            series=self.series,
            series_sessions=self.series_sessions,
            contacts=contacts,
            tokens=self.tokens,
            slug_of=self.access_keys.summary_slug,
            clock=self.clock,
            now_ms=self.clock.now_ms,
        )
        self.filing.keep_at_home(self.home_link.series)
        self.context = WebContext(
            home_link=self.home_link,
            lost_passes=self.lost_passes,
            own_parts=own_parts,
            encounters=encounters,
            rounds=self.rounds,
            members=self.members,
            series=self.series,
            filing=self.filing,
            event_review=EventReview(self.service, self.filing),
            series_sessions=self.series_sessions,
            contacts=contacts,
            passes=Passes(self.service.log),
            tokens=self.tokens,
            service=self.service,
            access_keys=self.access_keys,
            sign_ins=self.sign_ins,
            unknown_codes=UnknownCodes(lambda: self.clock.now_ms() / 1000),
            recovery=Recovery(lambda: self.clock.now_ms() / 1000),
            assets=Assets(manifest, {}),
            languages=Languages(db.parent),
            network=self.network,
            presence=self.presence,
            events=self.events,
            clock=self.clock,
            machine=Machine(db),
            archive=Archive(self.service.log),
            asking=Asking(directly),
            home=self.home,
            standby=Primary(self.service, self.access_keys, directly, Supervisor()),
            audit=self.audit,
            health=self.service.health,
            metrics=self.service.metrics,
            offloads=Offloads(staff=InPlace(self), readers=InPlace(self)),
        )
        self.members.subscribe(partial(end_sign_ins, self.sign_ins))
        add_web(self.app, self.context)
        self.service.start()

    @property
    def desk(self) -> HomeDesk:
        """What answers at the other end of a cable."""
        return self.home

    def visitor(self, **cookies: str) -> FlaskClient:
        """Somebody who comes by the address in the QR."""
        client = self.app.test_client()
        client.environ_base["REMOTE_ADDR"] = "192.168.1.77"
        for name, value in cookies.items():
            client.set_cookie(name, value, domain="192.168.1.20")
        return client

    def owner(self) -> FlaskClient:
        """The owner, signed in."""
        return self.signed_in(OWNER)

    def facilitator(self, code: str) -> FlaskClient:
        """Who holds the key of one session."""
        return self.signed_in(Role.FACILITATOR, code)

    def signed_in(self, opens: str, code: str = "", generation: int = 1) -> FlaskClient:
        """Somebody who has come in by a key of this generation."""
        token = self.sign_ins.enter({}, opens, code, generation)
        return self.visitor(**{self.sign_ins.cookie(opens, code): token})

    def creates(self, code: str = "WAVE47", **chosen: Any) -> str:
        """Make a session."""
        fields = {"question": "What makes people stay?", "event": "Stewardship Day", **chosen}
        assert self.sends(code, CreateSession(code=code, **fields)).ok
        return code

    def sends(
        self, code: str, command: Command, role: Role = Role.FACILITATOR, device: str = ""
    ) -> Outcome:
        """Let somebody act in a session."""
        key = self.access_keys.person_key(code, device)
        return self.service.submit(self.envelope(command, role, key, code=code))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path / "fishbowl.db")
    yield site
    site.service.stop()
