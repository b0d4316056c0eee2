"""Letters as a mail program reads them."""

from email import message_from_bytes, policy

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.integrations.mail.letter import Attachment, Letter, message, parsed

NOW_MS = 1_796_000_000_000
FROM = "Stewardship Network <bowl@stewardship.example>"
LETTER = Letter(
    to="ingrid@example.org",
    to_name="Ingrid Sørensen",
    subject="You and Amira both said yes",
    text="Hello Ingrid,\n\nグッド",
    html="<p>Hello Ingrid</p>",
    message_id="introduction-17",
    language="de",
    unsubscribe="https://bowl.example/less/introductions/r8wq",
    attachments=(
        Attachment(
            name="introduction.ics",
            content_type="text/calendar; method=REQUEST",
            body=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        ),
    ),
)


def _read(letter: Letter = LETTER):
    made = message(letter, FROM, NOW_MS).as_bytes(policy=policy.SMTP)
    return message_from_bytes(made, policy=policy.default)


def test_a_letter_says_who_it_is_from_and_has_text_and_html():
    read = _read()
    assert str(read["From"]) == "Stewardship Network <bowl@stewardship.example>"
    assert str(read["To"]) == "Ingrid Sørensen <ingrid@example.org>"
    assert read["Content-Language"] == "de"
    assert read.get_body(("plain",)).get_content().split() == ["Hello", "Ingrid,", "グッド"]
    assert "Hello Ingrid" in read.get_body(("html",)).get_content()


def test_one_press_ends_letters_of_a_kind_and_no_machine_answers():
    read = _read()
    assert read["List-Unsubscribe"] == "<https://bowl.example/less/introductions/r8wq>"
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert read["Auto-Submitted"] == "auto-generated"


def test_the_address_that_ends_letters_is_readable_for_programs_however_long_it_is():
    way = f"https://{'a-long-name.' * 10}example/unsubscribe?t={'x' * 60}"
    made = message(msgspec.structs.replace(LETTER, unsubscribe=way), FROM, NOW_MS).as_bytes()
    assert f"List-Unsubscribe: <{way}>\r\n".encode() in made


def test_one_press_is_offered_only_where_a_provider_can_reach_it_encrypted():
    read = _read(
        msgspec.structs.replace(LETTER, unsubscribe="http://10.0.0.2:8080/unsubscribe?t=x")
    )
    assert read["List-Unsubscribe"] == "<http://10.0.0.2:8080/unsubscribe?t=x>"
    assert "List-Unsubscribe-Post" not in read


def test_the_same_letter_has_the_same_id_whenever_it_is_sent():
    first, again = message(LETTER, FROM, NOW_MS), message(LETTER, FROM, NOW_MS + 60_000)
    assert first["Message-ID"] == again["Message-ID"] == "<introduction-17@stewardship.example>"


def test_a_calendar_entry_keeps_its_method():
    (entry,) = _read().iter_attachments()
    assert entry.get_filename() == "introduction.ics"
    assert entry["Content-Type"].params["method"] == "REQUEST"
    assert b"BEGIN:VCALENDAR" in entry.get_payload(decode=True)


def test_a_file_says_in_which_characters_it_is_written():
    """RFC 5545 asks for it in mail; without it names can be read wrongly."""
    body = "SUMMARY:Meet Zoë\r\n".encode()
    file = Attachment(
        name="meeting.ics", content_type="text/calendar; method=PUBLISH; charset=utf-8", body=body
    )
    (entry,) = _read(msgspec.structs.replace(LETTER, attachments=(file,))).iter_attachments()
    assert entry["Content-Type"].params["charset"] == "utf-8"
    assert entry.get_content() == body.decode()


@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_whatever_a_name_or_a_subject_holds_it_adds_no_header(subject: str, name: str):
    letter = Letter(
        to="ingrid@example.org", to_name=name, subject=f"a{subject}", text="x", message_id="m-1"
    )
    try:
        made = message(letter, FROM, NOW_MS).as_bytes()
    except (UnicodeEncodeError, ValueError):  # what is no text at all is refused
        return
    read = message_from_bytes(made, policy=policy.default)
    assert set(read.keys()) == {
        "From", "To", "Subject", "Date", "Message-ID", "Content-Language", "Auto-Submitted",
        "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "nobody", "a@b@c", "a@", "@b", "a@b.example, c@d.example", "a b@c.example", "<>"]
)
def test_what_is_no_address_is_refused_with_its_words(text: str):
    with pytest.raises(ValueError, match="is no e-mail address"):
        parsed(text)
