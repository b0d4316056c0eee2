"""Which addresses may become a link, wherever one is shown."""

from urllib.parse import urlsplit, urlunsplit


def web_link(link: str) -> str:
    """The address if it leads to a page of the web, without a user's name in it; else empty.

    ``https://bank.example@evil.example/`` would be read as the first and lead to the second.
    """
    try:
        parts = urlsplit(link)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit(parts._replace(netloc=host)) if is_web else ""
    except ValueError:
        return ""
