"""Which requests may be as long as a list or a file: those of hosts to the pages that read one."""

import re
from collections.abc import Mapping
from typing import Any

from flask import request

from fishbowl.access.sign_ins import MEMBER, OWNER
from fishbowl.access.staff import signed_in
from fishbowl.domain.community.ids import MemberId
from fishbowl.services.programme import FILE_MAX_BYTES
from fishbowl.web.context import WebContext

LIST_MAX_BYTES = 2 * 1024 * 1024
"""5,000 lines of names and addresses as a form writes them."""
LIST_PATHS = frozenset({"/community/invite/list", "/community/invite/people"})
PROGRAMME_MAX_BYTES = FILE_MAX_BYTES + 64 * 1024
"""The file of a programme, with what a form writes around it."""
_PROGRAMME_PATHS = re.compile(r"/hosts/series/[^/]+/programme/(look|take)")


def list_bytes(context: WebContext, environ: Mapping[str, Any]) -> int:
    """How long the body of a request may be; 0 for the usual.

    :param environ: the request's WSGI environment.
    """
    most = _most(environ.get("PATH_INFO", ""))
    if not most:
        return 0
    members = context.members.community.members
    for one in signed_in(context.sign_ins, environ):
        found = members.get(MemberId(one.generation)) if one.opens == MEMBER else None
        if one.opens == OWNER or (found is not None and found.is_host):
            return most
    return 0


def allow_list(most: int = LIST_MAX_BYTES) -> None:
    """Let this request be as long as a list; to be called before anything of it is read."""
    request.max_content_length = most
    request.max_form_memory_size = most


def _most(path: str) -> int:
    if path in LIST_PATHS:
        return LIST_MAX_BYTES
    return PROGRAMME_MAX_BYTES if _PROGRAMME_PATHS.fullmatch(path) else 0
