"""Implements the jobs of :mod:`.jobs`, from the log on disk."""

import gzip
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from urllib.parse import urlencode

import msgspec

from fishbowl.archive.replay_data import replay_data
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.rules.summary.looked_at import unseen
from fishbowl.domain.session.stream import session_stream
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.exports import export, refusal
from fishbowl.harvest.geometry import charts
from fishbowl.harvest.model import Summary
from fishbowl.harvest.replay import refusal_reason
from fishbowl.harvest.summary import summarise
from fishbowl.harvest.words import in_language
from fishbowl.log import open_store
from fishbowl.web.assets import Assets
from fishbowl.web.community.from_logs import member_data, own_parts
from fishbowl.web.demo.recording import recorded_entries
from fishbowl.web.languages import ENGLISH, Language, Languages
from fishbowl.web.offload.jobs import (
    AnyJob,
    DemoReplay,
    ExportFile,
    Job,
    JobResult,
    MemberData,
    OwnParts,
    PersonalData,
    ReplayData,
    SummaryPage,
)
from fishbowl.web.privacy.personal_data import personal_data
from fishbowl.web.setup.talk_languages import languages_of_talk
from fishbowl.web.summary.file import HTML, summary_file, templates

GZIP_LEVEL = 6
"""The gzip level of replays, which are a few hundred kilobytes of repetitive JSON."""


class Jobs:
    """Runs jobs for one database.

    :param languages: the languages of the pages.
    """

    def __init__(self, db: Path, assets: Assets, languages: Languages) -> None:
        self._db = db
        self._assets = assets
        self._languages = languages

    def do(self, job: AnyJob) -> JobResult:
        """Run a job.

        :raises LookupError: the session, or the member, does not exist.
        """
        if isinstance(job, OwnParts):
            return JobResult(body=msgspec.msgpack.encode(own_parts(self._db, job)))
        if isinstance(job, MemberData):
            return JobResult(body=msgspec.json.encode(member_data(self._db, job.member)))
        entries = self._entries(job)
        language = self._languages.get(job.lang) or ENGLISH
        with in_language(language.translations, language.locale):
            match job:
                case SummaryPage():
                    return self._page(job, entries, language)
                case ExportFile():
                    return self._file(job, entries, language)
                case ReplayData() | DemoReplay():
                    return _tape(job, entries)
                case PersonalData():
                    return _held(job, entries)

    def _entries(self, job: AnyJob) -> Sequence[Entry]:
        """The log that a job is about.

        :raises LookupError: there is no such session.
        """
        if isinstance(job, DemoReplay):
            return recorded_entries()
        with closing(open_store(self._db, readonly=True)) as store:
            entries: list[Entry] = store.entries(session_stream(job.code))
        if not entries:
            raise LookupError(job.code)
        return entries

    def _page(self, job: SummaryPage, entries: Sequence[Entry], language: Language) -> JobResult:
        summary, is_proof = _summary(job, entries), job.audience == "proof"
        shown = publishable(summary, proof=is_proof)
        zone = _zone(entries)
        drawn = charts(
            summary if is_proof else shown,
            rtl=language.direction == "rtl",
            zone=zone,
            proof=is_proof,
        )
        asked = dict(job.asked)
        page = templates(language).get_template("summary.html")
        text = page.render(
            lang=language.code,
            dir=language.direction,
            theme=job.theme,
            languages=[(one.code, one.name) for one in self._languages],
            with_choice=lambda **choice: f"?{urlencode({**asked, **choice})}",
            assets=self._assets,
            summary=shown,
            charts=drawn,
            facilitator=job.audience != "reader",
            unseen_count=_unseen_count(entries) if job.audience == "facilitator" else 0,
            proof=is_proof,
            replay=job.replay,
            shared_as=job.shared_as,
            talk_languages=languages_of_talk(language) if is_proof else (),
        )
        return JobResult(body=text.encode())

    def _file(self, job: ExportFile, entries: Sequence[Entry], language: Language) -> JobResult:
        summary, zone = _summary(job, entries), _zone(entries)
        if job.format == HTML:
            text = summary_file(templates(language), self._assets, summary, zone, language)
            return JobResult(body=text.encode())
        if words := refusal(summary, job.format):
            return JobResult(refused=words)
        offset_ms = job.offset_ms
        text = export(summary, job.format, zone=zone, table=job.table, offset_ms=offset_ms)
        return JobResult(body=text.encode())


def _unseen_count(entries: Sequence[Entry]) -> int:
    session = fold(entries)
    return 0 if session is None else unseen(session).count


def _summary(job: Job, entries: Sequence[Entry]) -> Summary:
    return summarise(entries, Millis(job.now_ms))


def _zone(entries: Sequence[Entry]) -> tzinfo:
    """The time zone of the server at the start of the log, which is taken for that of the room."""
    made = datetime.fromtimestamp(entries[0].at_ms / 1000, UTC)
    return made.astimezone().tzinfo or UTC


def _tape(job: Job, entries: Sequence[Entry]) -> JobResult:
    summary = _summary(job, entries)
    if words := refusal_reason(summary.session.attribution):
        return JobResult(refused=words)
    told = replay_data(entries, summary, Millis(job.now_ms))
    return JobResult(body=gzip.compress(msgspec.json.encode(told), GZIP_LEVEL))


def _held(job: PersonalData, entries: Sequence[Entry]) -> JobResult:
    session = fold(entries)
    if session is None or PersonId(job.person) not in session.people:
        raise LookupError(job.person)
    return JobResult(
        body=msgspec.json.encode(personal_data(session, entries, PersonId(job.person)))
    )
