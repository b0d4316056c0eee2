"""A community that sends letters: its real outbox, worker and process, and a real mail server."""

import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.mail_settings import MailSettings
from fishbowl.host.network import Network
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import directly
from fishbowl.host.worker_process import WorkerProcess
from fishbowl.integrations.mail.addressing import PURPOSES, Addressing
from fishbowl.integrations.mail.post import Post, addressing_of, unsubscribe_token
from fishbowl.integrations.mail.worker import OutboxWorker
from fishbowl.log.people_effects import PutLetter
from fishbowl.log.people_records import Letter as Row
from fishbowl.services.series import AllSeries
from fishbowl.services.series_letters import SeriesLetters
from fishbowl.services.series_members import SeriesMembers
from fishbowl.services.series_sessions import SeriesSessions
from fishbowl.services.series_time import SeriesTime
from fishbowl.web.assets import DIST, WEB_ROOT
from fishbowl.web.languages import ENGLISH, Languages
from tests.support.served_community import ServedCommunity

BASE = "https://bowl.example"
LANGUAGES = Languages(DIST)
PATIENCE_S = 30.0


class Kept:
    """A process that outlives the workers of a test file."""

    def __init__(self, process: WorkerProcess) -> None:
        self.ask = process.ask

    def stop(self) -> None:
        """Stay."""


class Posting(ServedCommunity):
    """A community whose letters are sent once a worker was started."""

    def __init__(self, path: Path, port: int, process: WorkerProcess) -> None:
        super().__init__(path)
        self.port = port
        self.process = Kept(process)
        self.supervisor = Supervisor()
        self.workers: list[OutboxWorker] = []
        self.series = AllSeries(self.service.shared, self.clock)
        self.series.follow_with(SeriesLetters(self.tokens, self.series.state))
        self.of_members = SeriesMembers(
            self.series, lambda: self.members.community, self.supervisor
        )
        self.members.subscribe(self.of_members.on_change)
        self.series_time = SeriesTime(
            self.series,
            SeriesSessions(self.series, self.service, lambda: True),
            self.supervisor,
            lambda seconds: None,
            mend=self.of_members.mend,
        )
        self.post = Post(
            log=self.service.log,
            secret=self.store.secret(),
            contacts=self.contacts,
            tokens=self.tokens,
            community=lambda: self.members.community,
            series=self.series.state,
            session=self.service.session,
            language=lambda code: LANGUAGES.get(code) or ENGLISH,
            network=Network("127.0.0.1", 8080, BASE),
            templates=WEB_ROOT / "templates",
            run_in_thread=directly,
            supervisor=self.supervisor,
        )
        self.addressing: Addressing = addressing_of(self.post, "Stewards <bowl@bowl.example>")

    def start(self) -> None:
        """Let commands be taken."""
        super().start()
        self.series.start()

    def sends(self, *, log: Any = None, start: bool = True, **settings: Any) -> OutboxWorker:
        """Start a worker; every later letter wakes it."""
        told: dict[str, Any] = {
            "host": "127.0.0.1", "port": self.port, "security": "none",
            "sender": "bowl@bowl.example", **settings,
        }  # fmt: skip
        worker = OutboxWorker(
            log or self.service.log,
            lambda row: self.addressing.letter(row),
            MailSettings(**told),
            beside=lambda row: unsubscribe_token(self.tokens, row),
            run_in_thread=directly,
            now_ms=self.clock.now_ms,
            supervisor=self.supervisor,
            process=self.process,
        )
        self.workers.append(worker)
        self.service.shared.on_letters(self.wake)
        if start:
            worker.start(self.spawn)
        return worker

    def spawn(self, task: Callable[[], None]) -> None:
        threading.Thread(target=task, daemon=True).start()

    def wake(self) -> None:
        for worker in self.workers:
            worker.wake()

    def later(self, seconds: float) -> None:
        """Let time pass, and what is due now be sent."""
        self.clock.wait(seconds)
        self.wake()

    def stops_sending(self) -> None:
        while self.workers:
            self.workers.pop().stop()

    def known(
        self, label: str = "Ingrid", address: str = "ingrid@example.org", **fields: Any
    ) -> MemberId:
        """Somebody is a member whose address is confirmed."""
        member = self.joins(label, reach="mail", **fields)
        contact = self.contacts.put(
            member_owner(member), "mail", address, confirmed_at_ms=self.clock.now_ms()
        )
        self.service.log.append({}, [contact])
        return member

    def puts(self, letter: str, owner: str | MemberId, id: str = "", **params: Any) -> str:
        """Put a letter into the outbox, with the token of its link."""
        whose = owner if isinstance(owner, str) else member_owner(owner)
        id = id or f"{letter}-{whose.replace('/', '-')}"
        purpose = PURPOSES.get(letter)  # type: ignore[call-overload]
        put = PutLetter(
            id=id, owner=whose, letter=letter, params=params, created_at_ms=self.clock.now_ms()
        )
        token = [self.tokens.put(id, purpose, whose)] if purpose else []
        self.service.log.append({}, [*token, put])
        return id

    def asked_to_host(self, **fields: Any) -> MemberId:
        """Somebody known was asked to be a host: a letter to them is due."""
        member = self.known(**fields)
        assert self.asks(c.AskHost(member=member), role=Role.OWNER).ok
        return member

    def row(self, id: str) -> Row:
        found = self.service.log.find_letter(id)
        assert found is not None
        return found

    def failed(self, id: str, tries: int) -> Row:
        """Wait until a letter was not taken for the so-manieth time, and that was noted."""
        self.until(lambda: self.row(id).tries == tries and not self.row(id).claimed_until_ms)
        return self.row(id)

    def is_dropped(self, id: str) -> bool:
        """Whether a letter is not to be sent any more, and nothing was wrong with it."""
        row = self.service.log.find_letter(id)
        return row is None or (row.due_at_ms, row.sent_at_ms, row.problem) == (None, None, "")

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        gone = threading.Event()
        for _ in range(int(PATIENCE_S / 0.01)):
            if holds():
                return
            gone.wait(0.01)
        raise AssertionError("it did not happen")


def token_in(text: str) -> str:
    """The token of the link in a letter."""
    found = re.search(r"/t#(\S+)", text)
    assert found, text
    return found[1]
