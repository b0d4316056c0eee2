"""Reading the programme of a conference from a file of another program.

Four kinds of files are read: ``schedule.json`` of pretalx and frab, the JSON of Sessionize,
iCalendar, and a table (CSV). Reading is pure, knows no series, and changes nothing. A session that
cannot be read is given back with the reason; it spoils no other.
"""

from fishbowl.services.programme.model import (
    FILE_MAX_BYTES,
    BadProgramme,
    Kind,
    Problem,
    Programme,
)
from fishbowl.services.programme.packing import pack, unpack
from fishbowl.services.programme.reading import read_programme

__all__ = [
    "FILE_MAX_BYTES",
    "BadProgramme",
    "Kind",
    "Problem",
    "Programme",
    "pack",
    "read_programme",
    "unpack",
]
