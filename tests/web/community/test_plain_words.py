"""Pages and letters between members use plain words, and none of those of software."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

CATALOGUE = Path(__file__).parents[3] / "locale" / "de" / "LC_MESSAGES" / "fishbowl.po"
BETWEEN_MEMBERS = (
    "templates/community/",
    "fishbowl/web/community/",
    "fishbowl/harvest/meeting_words",
    "fishbowl/harvest/round_words",
    "fishbowl/integrations/mail/",
    "static/src/member/",
    "static/src/phone/known/",
)
NOT_SAID = re.compile(r"\b(match(es|ing|ed)?|profiles?|users?|manage[ds]?|syncs?)\b", re.I)


def test_no_word_of_software_is_on_a_page_between_members():
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file)
    said = [
        str(message.id)
        for message in catalogue
        if any(place.startswith(BETWEEN_MEMBERS) for place, _line in message.locations)
    ]
    assert len(said) > 500
    assert not [words for words in said if NOT_SAID.search(words)]
