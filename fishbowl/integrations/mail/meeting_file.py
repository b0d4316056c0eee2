"""The file of a letter to people who were brought together: a day for their calendars."""

from fishbowl.harvest.calendars import Person
from fishbowl.harvest.calendars.meeting import meeting_calendar
from fishbowl.harvest.meeting_words import meeting_title, question_words
from fishbowl.harvest.words import in_language
from fishbowl.integrations.mail.content import Language
from fishbowl.integrations.mail.letter import Attachment
from fishbowl.integrations.mail.meeting_facts import MeetingFacts


def meeting_file(meeting: MeetingFacts, organizer: Person, language: Language) -> Attachment | None:
    """Write the file; ``None`` where the letter tells no day.

    :param organizer: who sends the letter. Nobody answers: the day is a proposal to move.
    """
    if meeting.day is None:
        return None
    with in_language(language.translations, language.locale):
        title, about = meeting_title(meeting.name), question_words(meeting.first_question)
    body = meeting_calendar(
        meeting.introduction, meeting.made_at_ms, meeting.day, title, about, organizer=organizer
    )
    content_type = "text/calendar; method=PUBLISH; charset=utf-8"
    return Attachment(name="meeting.ics", content_type=content_type, body=body)
