"""Authentication of connections: who connects, and whether their link is still valid."""

from typing import Any

from werkzeug.http import parse_cookie

from fishbowl.access.client_address import limit_key
from fishbowl.access.display_pass import may_see_display
from fishbowl.access.keys import AccessKeys
from fishbowl.access.sign_ins import Revoked, SignIns
from fishbowl.access.unknown_codes import TooManyCodes, UnknownCodes
from fishbowl.domain.kernel.roles import AT_THE_CHAIRS, AT_THE_CONSOLE, AT_THE_STAGE, Role
from fishbowl.domain.session.state import Session
from fishbowl.live.presence import Connection
from fishbowl.live.protocol import Handshake
from fishbowl.live.transport.sockets import ConnectionRefused
from fishbowl.services.writer import Service
from fishbowl.views.slices import Face

ROLES_AT: dict[Face, tuple[Role, ...]] = {
    "console": AT_THE_CONSOLE,
    "runner": AT_THE_CHAIRS,
    "stage": AT_THE_STAGE,
}
"""Faces that need a key, and the roles that open them. A display watches and never acts."""


class Gate:
    """Recognises whoever connects.

    :param service: knows the sessions.
    :param access_keys: knows phones by their secrets.
    :param sign_ins: knows who came by a key.
    :param unknown_codes: limits guessing, together with the pages.
    """

    def __init__(
        self,
        service: Service,
        access_keys: AccessKeys,
        sign_ins: SignIns,
        unknown_codes: UnknownCodes,
    ) -> None:
        self._service = service
        self._access_keys = access_keys
        self._sign_ins = sign_ins
        self._unknown_codes = unknown_codes

    def look_up(self, code: str, environ: dict[str, Any]) -> Session | None:
        """Find the session of a code.

        :raises BrokenSession: its log cannot be read.
        :raises ConnectionRefused: the address has asked for too many in vain.
        """

        def belongs() -> bool:
            return self._sign_ins.knows(parse_cookie(environ), code)

        address = environ.get("REMOTE_ADDR", "")
        try:
            return self._unknown_codes.look_up(address, code, self._service.session, belongs)
        except TooManyCodes as error:
            raise ConnectionRefused("too_fast") from error

    def recognised(self, hello: Handshake, session: Session, environ: dict[str, Any]) -> Connection:
        """Tell who comes.

        :raises ConnectionRefused: the key is missing, or was taken back.
        """
        code, face = session.code, hello.face
        address = limit_key(environ.get("REMOTE_ADDR", ""))
        if face == "phone":
            key = self._access_keys.person_key(code, hello.device)
            return Connection(code=code, face=face, key=key, role=Role.ATTENDEE, address=address)
        cookies = parse_cookie(environ)
        if face not in ROLES_AT:
            now_ms = self._service.time.now_ms()
            was_in = may_see_display(session, cookies, self._access_keys, self._sign_ins, now_ms)
            return Connection(
                code=code, face=face, was_in=was_in, silent=hello.silent, address=address
            )
        try:
            found = self._sign_ins.opened(cookies, code, session.access, ROLES_AT[face])
        except Revoked as error:
            raise ConnectionRefused("link_revoked") from error
        if found is None:
            raise ConnectionRefused("facilitator_only")
        return Connection(
            code=code,
            face=face,
            role=found.role,
            generation=found.generation,
            sign_in=found.sign_in,
            address=address,
        )

    def is_good(self, connection: Connection, session: Session) -> bool:
        """Whether the link by which somebody came still opens the door, and they are signed in."""
        role = connection.role
        if role is None or role is Role.ATTENDEE:
            return True
        holds = session.access.holds(role, connection.generation)
        return holds and self._sign_ins.is_good(connection.sign_in)
