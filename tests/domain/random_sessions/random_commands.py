"""Random commands that somebody could send now, filled with ids of what there is."""

from collections.abc import Callable
from typing import Any, get_args

from msgspec.structs import replace

from fishbowl.domain.kernel.roles import HELPERS, HelperRole, Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rights import RIGHTS
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air, free_chairs
from fishbowl.domain.session.state import Session

NAMES = ("Anna", "anna", "Kofi", "Mei-Lin", "Zoë", "", "\u202e")
TITLES = ("Pay", "pay", "Trust", "")
KINDS = ("new_point", "reply", "question", "read_aloud")
DEVICES = tuple(f"device {n}" for n in range(5))
WAITS_MS = (0, 1, 500, 19_999, 20_000, 45_000, 61_000, 300_000)

HELPER_COMMANDS = {
    role: kinds
    for role in HELPERS
    if (kinds := [kind for kind, roles in RIGHTS.items() if role in roles])
}
"""What each helper may send who may send anything."""
PAIRS = (
    c.Phase(kind="pair_share", planned_ms=120_000),
    c.Phase(
        kind="bowl", planned_ms=300_000, title="Talk", entry="free", seat_minutes=3, chairs_to=2
    ),
)

LISTS = (
    (c.NewPerson(name="Anna"), c.NewPerson(name="anna", group="Nurses"), c.NewPerson(name="")),
    (c.NewPerson(name="Zoë", group="Doctors"),),
)
"""Lists of people that are brought in at once."""

Pick = Callable[[Any], Any]

PHONE_COMMANDS = [kind for kind, roles in RIGHTS.items() if Role.ATTENDEE in roles]
FREQUENT = (
    c.CallPerson, c.ConfirmSeated, c.SeatWalkUp, c.FreeChair, c.TakeOver, c.SeatPerson,
    c.BeginPhase, c.GiveFloor, c.MovePerson, c.BeginTopic, c.UndoAction, c.MoveRequest,
    c.LowerHand, c.SendOut, c.MergeTopics, c.OpenVote, c.OpenThumbs,
    c.TakeFloor, c.CorrectFloor, c.CorrectTurn, c.MergePeople,
)  # fmt: skip
"""A room is mostly about these, so they come more often than the others."""


def command(pick: Pick, session: Session, kind: type[c.Command]) -> c.Command:
    """Fill a command: mostly with ids that fit, now and then with any, or with an unknown one."""
    if kind is c.ChangeSettings:
        return c.ChangeSettings(
            show_times=pick((None, True, False)),
            show_balance=pick((None, True)),
            wall_names=pick((None, False)),
            wall_queue=pick((None, False, True)),
            event=pick((None, "Day")),
            question=pick((None, "Why not?")),
            open_chairs=pick((None, 0, 1, 2)),
            share_percent=pick((None, 0, 150, 300)),
            silent_ms=pick((None, 0, 60_000)),
            empty_ms=pick((None, 0, 60_000)),
            expected_people=pick((None, None, 0, 1, 3)),
        )
    if kind is c.SetLanguage:
        return c.SetLanguage(language=pick(("", "de", "en")))
    if kind is c.ShowWeb:
        return c.ShowWeb(on=pick((True, False)))
    if kind is c.FileUnderSeries:
        return c.FileUnderSeries(series=pick(("", "lunch234", "forum567")), event=pick((None, "x")))
    wild = pick((False, False, False, False, True))
    known = options(session, kind, wild=wild)
    unknown = ((9_999,),) if kind in (c.PassWords, c.PutUpTakeaways) else (9_999,)
    return kind(**{field: pick(known[field] or unknown) for field in kind.__struct_fields__})


def options(session: Session, kind: type[c.Command], *, wild: bool) -> dict[str, Any]:
    """List what each field of a command can be."""
    queue = tuple(request for _, request in session.queue)
    anybody = () if kind not in (c.AskForChair, c.GiveFloor, c.BeginTopic) else (None,)
    known: dict[str, Any] = {
        "person": (*anybody, *session.people),
        "request": tuple(session.open_request.values()) if kind is c.LowerHand else queue,
        "before": (None, *queue),
        "call": tuple(request.call for request in calls_in_the_air(session)),
        "turn": (*anybody, *session.current_turn.values()),
        "chair": tuple(chair.no for chair in free_chairs(session)),
        "topic": (*anybody, *session.topics),
        "role": get_args(HelperRole),
        "action": tuple(a.id for a in session.actions),
        "name": NAMES,
        "title": TITLES,
        "words": ("", "pay", "\u202etrust"),
        "kind": KINDS,
        "point": tuple(session.points),
        "minutes": (0, 1, 5) if kind is c.SnoozeRequest else (-120, -5, 0, 5),
        "to": queue,
        "group": ("", "Nurses", "nurses", "Doctors"),
        "patience": (None, 1, 3),
        "what": get_args(c.Wall),
        "kept": (False, True),
        "showing": get_args(c.Showing),
        "network": ("", "Hall  2 ", "x" * 32),
        "password": ("", "a; long\\one", "short"),
        "security": get_args(c.WifiSecurity),
        "hidden": (False, True),
        "into": tuple(session.topics),
        "dots": (0, 1, 2, 3, 5) if kind is c.CastDots else (1, 3, 5),
        "vote": tuple(session.votes),
        "thumbs": tuple(session.thumbs),
        "way": get_args(c.Thumb),
        "question": (*((None,) if kind is c.ShowQuestion else ()), *session.questions),
        "why": get_args(c.AsideWhy),
        "on": (True, False),
        **dict.fromkeys(("agree", "thanks", "surprised", "slower", "microphone"), (0, 2)),
        "entry": (None, *get_args(c.EntryRule)),
        "exit_rule": (None, *get_args(c.ExitRule)),
        "index": (*range(len(session.run.phases)), 0, 30),
        "phases": (session.run.phases[1:], (), PAIRS, PAIRS * 2, _other_rules(session)),
        "seen": (None, session.run.index if session.run.index >= 0 else 0, 2),
        "how": get_args(c.RebalanceHow),
        "ms": (-60_000, 0, 1000, 120_000),
        "order": (None, *get_args(c.QueueOrder)),
        "count": tuple(range(2, 9)),
        "people": LISTS,
        "place": get_args(c.ListPlace),
        "since": (0, *session.people),
        "up_to": (0, *session.people, 9_999),
        "open": (None, True, False),
        "expected_people": (0, 1, 3),
        "waiting_only": (False, True),
        "guest": tuple(p.id for p in session.people.values() if not p.key),
        "facilitator": (False, False, True),
        "note": tuple(session.notes),
        "with_code": (False, True),
        "code": tuple(vote.code for vote in session.votes.values()) or ("",),
        "takeaway": tuple(session.takeaways),
        "answer": tuple(session.answers),
        "item": (
            *session.topics, *session.notes, *session.takeaways, *session.questions,
            *session.points, 9_999,
        ),
        "items": tuple((item,) for item in (*session.takeaways, *session.answers, *session.points)),
        "takeaways": tuple((takeaway,) for takeaway in session.takeaways),
        "stage": get_args(c.DebriefStage),
        "shared": (True, True, False),
        "due": ("", "2027-02-28", "2027-02-31"),
        "origin": ("JSConf", "jsconf", "", "Stewardship Day"),
        **dict.fromkeys(("opening", "closing", "credit"), (None, "", "In short.")),
        **_instants(session, kind),
    }  # fmt: skip
    if kind is c.MoveInSummary:
        known["topic"] = tuple(session.topics)
        known["before"] = (None, *session.topics)
    if kind in (c.KeepTakeaway, c.EditTakeaway):
        known["kind"] = ("will", *get_args(c.TakeawayKind))
    if kind is c.LeavePoint:
        known["request"] = (None, *session.open_request.values())
    if kind is c.SetChairKind:
        known["kind"] = get_args(c.ChairKind)
        known["chair"] = tuple(session.chairs)
    if kind in (c.AddNote, c.EditNote):
        known.update(_of_notes(session, kind))
    if kind in (c.CorrectFloor, c.CorrectTurn):
        known["turn"] = (*session.turns, *((None,) if kind is c.CorrectFloor else ()))
    if kind is c.PlanSession:
        known |= _plans(session)
        known["series"], known["occasion"] = ("", "lunch234"), ("", "2026-11-05")
    if kind is c.PlanRound:
        known["minutes"] = (1, 4)
    if kind in (c.OpenVote, c.OpenThumbs):
        known["minutes"] = (None, None, 1, 5)
    if kind is c.AdmitVoters:
        known["people"] = ((), tuple(session.people)[:2])
    if kind is c.MergeTakeaway:
        known["into"] = (None, *session.takeaways)
    if kind is c.BeginBreak:
        known["until_ms"] = (session.at_ms, session.at_ms + 60_000, session.at_ms + 900_000)
    if kind is c.NextQuestion:
        known["question"] = ("Why?", "And who decides about time?", "")
    if kind is c.SetPhaseMinutes:
        known["minutes"] = (1, 5, 40)
    if wild:
        known["request"] = known["before"] = (*session.requests, 9_999)
        known["turn"] = (*session.turns, 9_999)
    if wild or kind is c.MovePerson:
        known["chair"] = tuple(range(1, 9))
    return known


def _other_rules(session: Session) -> tuple[c.Phase, ...]:
    """What is left of the run, with other rules from now on."""
    now, *later = session.run.phases[max(0, session.run.index) :]
    return (replace(now, entry="automatic", exit_rule="time_limit", seat_minutes=1), *later)


def _plans(session: Session) -> dict[str, Any]:
    """Ways to plan a session before it starts, some of them impossible."""
    hours = (0, 1_000, session.at_ms + 60_000, session.at_ms + 3_600_000)
    return {
        "question": ("Who should decide about pay?", "Why?", ""),
        "event": ("", "Day"),
        "format": ("", "open", "closed", "sandwich", "no such"),
        "phases": ((), PAIRS),
        "chair_count": tuple(range(2, 9)),
        "minutes": (None, 20, 45),
        "seat_limit_minutes": (5, 8),
        "attribution": get_args(c.Attribution),
        "under_18": (False, False, True),
        "topics": (None, (), ("Pay",), ("Pay", "Trust")),
        "wifi": (None, c.RoomWifi(), c.RoomWifi(network="Hall  2 ", password="open sesame")),
        "starts_at_ms": hours,
        "opens_at_ms": hours,
        "closes_at_ms": hours,
        "keep_until_ms": (0, 0, 1_000, session.at_ms + 3_600_000),
        "keeps": get_args(c.KeptWords),
        "language": ("", "ja"),
    }


def _of_notes(session: Session, kind: type[c.Command]) -> dict[str, Any]:
    """Notes stand under any topic or none, and are somebody's or nobody's."""
    same = (None,) if kind is c.EditNote else ()
    return {
        "kind": (*same, *get_args(c.NoteKind)),
        "topic": (None, *session.topics),
        "person": (None, *session.people),
        "words": (*same, "", "pay", "\u202etrust"),
        "owner": (*same, "", "Somebody else", "Kofi"),
        "due": (*same, "", "2027-02-28", "2027-02-31"),
        "link": (*same, "", "example.org/a", "javascript:alert(1)"),
    }


def _instants(session: Session, kind: type[c.Command]) -> dict[str, Any]:
    """Times near those that are known, so that corrections often fit and often do not."""
    edges = {
        0,
        1_000,
        session.floor.since_run_ms,
        *(t.began_run_ms for t in session.turns.values()),
    }
    edges |= {t.ended_run_ms for t in session.turns.values() if t.ended_run_ms is not None}
    instants = tuple(sorted({max(0, edge + off) for edge in edges for off in (-500, 0, 500)}))
    none = (None, None) if kind is c.CorrectTurn else ()
    fields = ("from_run_ms", "until_run_ms", "began_run_ms", "ended_run_ms")
    return {field: (*none, *instants) for field in fields}
