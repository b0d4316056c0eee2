"""Creates a session over HTTP: signs in as the owner and posts the set-up form."""

import http.client
from urllib.parse import urlencode

ANSWER_S = 30


class SessionNotCreated(Exception):
    """The server refused the form; the message is one sentence."""


def create_session(port: int, owner_key: str, form: dict[str, str]) -> str:
    """Create a session in the server on this computer.

    :param form: the fields of the set-up page.
    :return: the session's code.
    :raises SessionNotCreated: the form was refused.
    """
    signed_in = _post(port, "/o", {"key": owner_key}, "")
    cookie = (signed_in.getheader("Set-Cookie") or "").partition(";")[0]
    made = _post(port, "/new", form, cookie)
    if made.status != http.HTTPStatus.SEE_OTHER:
        raise SessionNotCreated(
            f"The session could not be created: the form was answered with {made.status}."
        )
    return (made.getheader("Location") or "").split("/")[-2]


def _post(port: int, path: str, form: dict[str, str], cookie: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_S)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": f"http://127.0.0.1:{port}",
        "Cookie": cookie,
    }
    try:
        connection.request("POST", path, urlencode(form), headers)
        answer = connection.getresponse()
        answer.read()
    finally:
        connection.close()
    return answer
