"""Rules of setting a session up: making it, and planning it anew before it starts."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands.run import Phase
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.decide.wall import wifi_said
from fishbowl.domain.session.formats import FORMATS, MINUTE_MS, PLAIN, Format, scaled
from fishbowl.domain.session.ids import ChairNo
from fishbowl.domain.session.model import Wifi
from fishbowl.domain.session.rules.lifecycle.hours import check_hours
from fishbowl.domain.session.rules.lifecycle.promises import check_promises
from fishbowl.domain.session.rules.queue.order_play import PATIENCE
from fishbowl.domain.session.state import Session

_RULES = ("entry", "exit_rule", "order")


def create_session(command: c.CreateSession, given: Given) -> Sequence[e.Event]:
    """Begin a log. At least two chairs rotate; the open ones come on top of one that is taken."""
    if not command.question:
        raise Rejected("words_needed", field="question")
    check_promises(command)
    check_hours(command, given.now_ms)
    form = _format(command.format)
    chairs = command.chair_count or form.chairs.count
    open_chairs = command.open_chairs
    if open_chairs is None:
        open_chairs = min(form.chairs.open_chairs, chairs - 1)
    if open_chairs >= chairs:
        raise Rejected("bad_size", field="open_chairs", most=chairs - 1)
    phases = _phases(form, command.phases, command.minutes)
    kinds = form.chairs.kinds if command.kinds is None else command.kinds
    created = e.SessionCreated(
        code=command.code,
        question=command.question,
        event=command.event,
        chair_count=chairs,
        open_chairs=open_chairs,
        planned_ms=sum(phase.planned_ms for phase in phases),
        seat_limit_ms=(command.seat_limit_minutes or form.seat_minutes) * MINUTE_MS,
        attribution=command.attribution,
        under_18=command.under_18,
        address=command.address,
        format=form.name,
        phases=phases if command.format or command.phases else (),
        entry=command.entry or form.entry,
        exit_rule=command.exit_rule or form.exit_rule,
        order=command.order or form.order,
        kinds=kinds[:chairs],
        last_ms=command.last_minutes * MINUTE_MS,
        starts_at_ms=command.starts_at_ms,
        opens_at_ms=command.opens_at_ms,
        closes_at_ms=command.closes_at_ms,
        keep_until_ms=command.keep_until_ms,
        keeps=command.keeps,
        language=command.language,
        expected_people=command.expected_people,
        patience=PATIENCE,
        series=command.series,
        occasion=command.occasion if command.series else "",
    )
    return [created, *_as_before(command), *_wifi(command.wifi, Wifi())]


def _as_before(command: c.CreateSession) -> list[e.Event]:
    """What a session takes over from another one, or begins with, beside its first entry."""
    events: list[e.Event] = []
    if command.patience is not None:
        events.append(e.RulesChanged(patience=command.patience))
    chosen = e.SettingsChanged(
        show_times=command.show_times or None,
        show_balance=command.show_balance or None,
        share_percent=command.share_percent,
        silent_ms=command.silent_ms,
        empty_ms=command.empty_ms,
    )
    if chosen != e.SettingsChanged():
        events.append(chosen)
    titles = dict.fromkeys(title for title in command.topics if title)
    return [*events, *(e.TopicAdded(title=title) for title in titles)]


@decides
def plan_session(session: Session, command: c.PlanSession, given: Given) -> Sequence[e.Event]:
    """Plan anew. What a format brings along changes with the format, and is kept otherwise."""
    settings = session.settings
    if clock_state(session.clock) != "lobby":
        raise Rejected("already_begun")
    if not command.question:
        raise Rejected("words_needed", field="question")
    check_promises(command, session)
    check_hours(command, given.now_ms, settings)
    form, is_new = _format(command.format), command.format != settings.format
    open_chairs = form.chairs.open_chairs if is_new else settings.open_chairs
    wanted = {
        "open_chairs": min(open_chairs, command.chair_count - 1),
        "seat_limit_ms": command.seat_limit_minutes * MINUTE_MS,
        **{
            field: getattr(command, field)
            for field in (
                "question", "event", "format", "attribution", "under_18",
                "starts_at_ms", "opens_at_ms", "closes_at_ms", "keep_until_ms", "keeps",
                "language", "expected_people", "series",
            )
        },
        "occasion": command.occasion if command.series else "",
    }  # fmt: skip
    changed = {field: value for field, value in wanted.items() if value != getattr(settings, field)}
    events: list[e.Event] = [e.SettingsChanged(**changed)] if changed else []
    if is_new:
        events += _rules(session, form)
    if command.chair_count != session.bowl.count:
        events.append(e.ChairsChanged(count=command.chair_count))
    if is_new:
        events += _kinds(session, form, command.chair_count)
    events += _topics(session, command.topics)
    events += _wifi(command.wifi, session.wifi)
    events += _run(session, _phases(form, command.phases, command.minutes))
    if not events:
        raise AlreadyTrue()
    return events


def _format(name: str) -> Format:
    form = FORMATS.get(name) if name else PLAIN
    if form is None:
        raise Rejected("format_unknown", format=name)
    return form


def _phases(form: Format, named: tuple[Phase, ...], minutes: int | None) -> tuple[Phase, ...]:
    if named:
        return named
    return form.phases if minutes is None else scaled(form.phases, minutes)


def _rules(session: Session, form: Format) -> list[e.Event]:
    rules = {r: getattr(form, r) for r in _RULES if getattr(form, r) != getattr(session.rules, r)}
    return [e.RulesChanged(**rules)] if rules else []


def _kinds(session: Session, form: Format, count: int) -> list[e.Event]:
    """Whom each chair is for, also those that are only now put up."""
    events: list[e.Event] = []
    for no in range(1, count + 1):
        chair = session.chairs.get(ChairNo(no))
        now = "speaker" if chair is None else chair.kind
        kind = form.chairs.kinds[no - 1] if no <= len(form.chairs.kinds) else "speaker"
        if kind != now:
            events.append(e.ChairKindChanged(chair=ChairNo(no), kind=kind))
    return events


def _topics(session: Session, titles: tuple[str, ...] | None) -> list[e.Event]:
    """Put up what is new and set aside what is gone, of the facilitator's own topics."""
    if titles is None:
        return []
    own = [t for t in session.topics.values() if t.person is None and t.state == "up"]
    there = {topic.title for topic in own}
    added = (title for title in dict.fromkeys(titles) if title and title not in there)
    gone = (topic.id for topic in own if topic.title not in titles)
    return [
        *(e.TopicAdded(title=title) for title in added),
        *(e.TopicSetAside(topic=topic) for topic in gone),
    ]


def _wifi(wanted: c.RoomWifi | None, now: Wifi) -> list[e.Event]:
    return [] if wanted is None else wifi_said(wanted, now)


def _run(session: Session, phases: tuple[Phase, ...]) -> list[e.Event]:
    """The run as planned now; the end of the session is where it ends."""
    events: list[e.Event] = []
    if phases != session.run.phases:
        events.append(e.RunEdited(index=0, phases=phases))
    by_ms = sum(phase.planned_ms for phase in phases) - session.clock.planned_ms
    if by_ms:
        events.append(e.ClockExtended(by_ms=by_ms))
    return events
