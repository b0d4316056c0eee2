"""Noting in the audit list what a page did, by whom and by which key."""

from collections.abc import Collection

from flask import request

from fishbowl.access.sign_ins import OWNER
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.model import OWNERS
from fishbowl.domain.session.state import Session
from fishbowl.web.context import here


def note_as_owner(what: str, *, code: str = "", detail: str = "") -> None:
    """Note what the owner did; the page has let nobody else pass."""
    context = here()
    generation = context.sign_ins.owner_generation
    context.audit.note(what, who=OWNER, generation=generation, code=code, detail=detail)


def note_in(session: Session, wanted: Collection[Role], what: str, *, detail: str = "") -> None:
    """Note what somebody with a role in a session did; the page has let nobody else pass.

    :param wanted: the roles that may do it.
    """
    context = here()
    found = context.sign_ins.opened(request.cookies, session.code, session.access, wanted)
    if found is None:
        return
    is_owner = found.generation == OWNERS
    context.audit.note(
        what,
        who=OWNER if is_owner else found.role.value,
        generation=context.sign_ins.owner_generation if is_owner else found.generation,
        code=session.code,
        detail=detail,
    )
