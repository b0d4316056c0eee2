"""A session that leaves as much as a lively room does: notes, takeaways, looking back."""

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.session import commands as c
from tests.harvest.stories import forty_minutes
from tests.support.room import Room

NOTES = (
    ("insight", "A slow maybe loses more people than a clear no ever did."),
    ("insight", "Whoever holds a key alone is thanked by everybody and relieved by nobody."),
    ("insight", "The second year begins on the day somebody is asked what they want to learn."),
    ("decision", "We say no within a week, with one sentence that tells why."),
    ("decision", "Every key has two holders from December on."),
    ("undecided", "Whether the boring work is paid before the visible work."),
    ("question", "What do we owe those who left without a word?"),
    ("question", "Who may spend a hundred euros without asking?"),
    ("action", "Write the leaving guide, two pages at most, and send it round."),
    ("action", "Ask the five who left last winter what would have kept them."),
    ("resource", "The handbook on saying no"),
    ("resource", "How three other projects share their keys"),
)
TAKEN = (
    ("take", "I will ask before I assume that somebody is happy with what they do."),
    ("take", "That thanking people in public is not the same as listening to them."),
    ("offer", "Two hours a month for whoever takes over the newsletter."),
    ("offer", "A key, and an afternoon to explain what it opens."),
    ("need", "Somebody who reads the minutes before they go out."),
    ("will", "Hand over the second key before the summer."),
    ("will", "Call the three people who joined in spring."),
    ("will", "Write down how the bookings work, so that I can be ill."),
)
LOOKED_BACK = (
    ("what", ("We spoke more of leaving than of staying.", "The treasurers were silent.")),
    ("so_what", ("Staying is decided in the first month.", "No is a gift if it comes early.")),
    ("now_what", ("A no within a week.", "Two holders for each key.")),
)
ASKED = (
    "Who decides what is boring work?",
    "Do we know why the last treasurer left?",
    "What would it cost to pay for one day a week?",
    "Can somebody stay without ever coming on Tuesdays?",
)
POINTS = (
    "I left for a year because nobody told me that it would be fine to do less.",
    "Ask people on their first evening what would make them come to a second one.",
    "We paid for cleaning, and the cleaners became the best organisers we ever had.",
    "Put the names of those who left on the wall, with thanks, and without a reason.",
    "The mailing list is where newcomers go to be ignored. Close it.",
    "A project that cannot be left cannot be joined either.",
)


def full_evening(**settings: object) -> Room:
    """Play forty minutes in which everything that a session can leave was left."""
    room = forty_minutes(close=False, **settings)
    listeners = [room.phone(f"Guest {number}").person for number in range(33)]
    topics = list(room.session.topics)
    for number, (kind, words) in enumerate(NOTES):
        link = "https://example.org/handbook" if kind == "resource" else ""
        owner = "Saoirse" if kind == "action" else ""
        note = c.AddNote(
            kind=kind,  # type: ignore[arg-type]
            words=words,
            topic=topics[number % len(topics)],
            link=link,
            owner=owner,
            due="2026-12-01" if owner else "",
        )
        room.sends(note)
    for person, words in zip(listeners, ASKED, strict=False):
        room.sends(c.AskBowl(words=words), person)
        room.sends(c.PutUpQuestion(question=max(room.session.questions)))
    for person, words in zip(listeners[10:], POINTS, strict=False):
        room.sends(c.LeavePoint(words=words), person)
    _look_back(room, listeners)
    room.sends(c.CloseDebrief())
    room.sends(c.IntroduceSummary(opening=" ".join(words for _, words in NOTES[:5])))
    room.facilitator.closes()
    for person, (kind, words) in zip(listeners[20:], TAKEN, strict=False):
        room.sends(c.KeepTakeaway(kind=kind, words=words, shared=True), person)  # type: ignore[arg-type]
    room.facilitator.passes_words()
    return room


def _look_back(room: Room, listeners: list[PersonId]) -> None:
    for stage, answers in LOOKED_BACK:
        room.sends(c.OpenDebrief(stage=stage))  # type: ignore[arg-type]
        for person, words in zip(listeners[30:], answers, strict=False):
            room.sends(c.AnswerDebrief(stage=stage, words=words), person)  # type: ignore[arg-type]
