"""Finding a series for hosts and for everybody."""

from flask import abort

from fishbowl.domain.series.state import Series
from fishbowl.web.community.hosts import Host, the_host
from fishbowl.web.context import here
from fishbowl.web.series.hosts import find_series
from fishbowl.web.sign_in.identity import is_host


def find_for_host(id: str) -> tuple[Host, Series]:
    """Let a host pass, and find the series by its id.

    :raises fishbowl.web.sign_in.identity.HostsOnly: somebody else is asking.
    :raises werkzeug.exceptions.NotFound: there is none.
    """
    host = the_host()
    return host, find_series(id)


def find_for_everybody(slug: str) -> Series:
    """Find a series that the asking person may see: a public one, or any as a host.

    :raises werkzeug.exceptions.NotFound: there is none; one that is not public looks the same.
    """
    series = here().series.by_slug(slug)
    if series is None or not (series.about.is_public or is_host()):
        abort(404)
    return series
