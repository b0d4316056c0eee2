"""Security headers for the answers of Engine.IO to clients that poll.

They carry everything that a face is told. They must not be run as a script from another site
(JSONP, which Engine.IO offers to browsers of 2010), nor be taken for something they are not.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PATH = "/socket.io/"
NO_SNIFFING = ("X-Content-Type-Options", "nosniff")


class SafePolling:
    """Refuses JSONP and adds headers to the answers under :data:`PATH`.

    :param wsgi_app: what answers.
    """

    def __init__(self, wsgi_app: "WSGIApplication") -> None:
        self._wsgi_app = wsgi_app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        if not environ.get("PATH_INFO", "").startswith(PATH):
            return self._wsgi_app(environ, start_response)

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Callable[..., Any]:
            kept_by_nobody = ("Cache-Control", "no-store")
            return start_response(status, [*headers, NO_SNIFFING, kept_by_nobody], *more)

        if "HTTP_UPGRADE" not in environ and "j" in parse_qs(
            environ.get("QUERY_STRING", ""), keep_blank_values=True
        ):
            start("400 BAD REQUEST", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"JSONP is not served here.\n"]
        return self._wsgi_app(environ, start)
