"""Makes a session as its owner does: signs in and fills in the form."""

import http.client
from urllib.parse import urlencode

ANSWER_S = 30


class NotMade(Exception):
    """The server did not take the form; in one sentence."""


def make_session(port: int, owner_key: str, form: dict[str, str]) -> str:
    """Make a session in the server on this computer.

    :param form: the fields of the set-up page.
    :return: the session's code.
    :raises NotMade: the form was refused.
    """
    signed_in = _post(port, "/o", {"key": owner_key}, "")
    cookie = (signed_in.getheader("Set-Cookie") or "").partition(";")[0]
    made = _post(port, "/new", form, cookie)
    if made.status != http.HTTPStatus.SEE_OTHER:
        raise NotMade(f"The session could not be made: the form was answered with {made.status}.")
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
