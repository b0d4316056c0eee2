"""Which series somebody may see, and where it is found."""

from collections.abc import Iterator

from flask import abort

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.rules.rota import members_of
from fishbowl.domain.series.state import Series
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import is_host, member


def find_shown(slug: str) -> Series:
    """The series with this name in addresses, for whoever may see it.

    :raises werkzeug.exceptions.NotFound: there is none, or :func:`may_see` says no. Both look the
        same.
    """
    found = here().series.by_slug(slug)
    if found is None or not may_see(found):
        abort(404)
    return found


def find_public(slug: str) -> Series:
    """The public series with this name in addresses, for programs, which are nobody.

    :raises werkzeug.exceptions.NotFound: there is none, or it is not public.
    """
    found = here().series.by_slug(slug)
    if found is None or not found.about.is_public:
        abort(404)
    return found


def may_see(series: Series) -> bool:
    """Whether who asks may see the page of a series.

    One that is not public is for hosts, and for members who take turns there or are invited.
    """
    if series.about.is_public:
        return True
    found = member()
    return (found is not None and found.id in members_of(series)) or is_host()


def public_ones() -> Iterator[Series]:
    """All public series, the one that began last first."""
    return (one for one in here().series.all() if one.about.is_public)


def now_ms_of(series: Series) -> Millis:
    """The time at which a series' own commands are decided."""
    return here().series.time.now_ms(series.id)


def address(series: Series, *parts: str) -> str:
    """The whole address of a series' page, as phones open this server."""
    return "/".join((f"{here().network.base()}/series/{series.about.slug}", *parts))
