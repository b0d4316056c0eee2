"""Raw bytes in query strings are percent-encoded before Flask reads them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote_from_bytes

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LEFT = "".join(chr(code) for code in range(0x21, 0x7F))
"""The characters that are kept; all others are percent-encoded."""


class PlainQueries:
    """WSGI middleware that percent-encodes raw bytes in query strings.

    :param wsgi_app: the wrapped application.
    """

    def __init__(self, wsgi_app: "WSGIApplication") -> None:
        self._wsgi_app = wsgi_app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        query = environ.get("QUERY_STRING", "")
        if not query.isascii():
            environ["QUERY_STRING"] = quote_from_bytes(query.encode("latin-1", "replace"), _LEFT)
        return self._wsgi_app(environ, start_response)
