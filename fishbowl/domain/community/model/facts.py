"""What members say of their work."""

import msgspec


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said of their work; shown to nobody but them.

    :param years: in the field; ``None`` if they do not say it.
    :param organisation: where they work; empty if they do not say it.
    """

    years: int | None = None
    organisation: str = ""
