"""Wires together what sends letters."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from fishbowl.domain.community.state import Community
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.state import Series
from fishbowl.domain.session.state import Session
from fishbowl.host.clock import wall_ms
from fishbowl.host.mail_settings import MailSettings
from fishbowl.host.network import Network
from fishbowl.host.supervisor import Supervisor
from fishbowl.integrations.mail.addressing import Addressing, Links
from fishbowl.integrations.mail.content import Language
from fishbowl.integrations.mail.letters import ASKED_FOR
from fishbowl.integrations.mail.message_ids import MessageIds
from fishbowl.integrations.mail.rendering import Renderer
from fishbowl.integrations.mail.worker import OutboxWorker
from fishbowl.log import Log
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_records import Letter as Row
from fishbowl.services.contacts import Contacts
from fishbowl.services.tokens import Tokens


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """What letters are made of, and what they are sent with.

    :param secret: the signing key of the database.
    :param language: gives a language by its tag; English for one that is not there.
    :param templates: the folder of the pages' templates.
    """

    log: Log
    secret: bytes
    contacts: Contacts
    tokens: Tokens
    community: Callable[[], Community]
    series: Callable[[SeriesId], Series | None]
    session: Callable[[str], Session | None]
    language: Callable[[str], Language]
    network: Network
    templates: Path
    run_in_thread: Callable[..., Any]
    supervisor: Supervisor


def post(settings: MailSettings, made_of: Post) -> OutboxWorker | None:
    """Make the worker of the outbox; ``None`` where no mail is set up.

    Letters that are put meanwhile wait in the outbox.
    """
    if not settings.is_on:
        return None
    return OutboxWorker(
        made_of.log,
        addressing_of(made_of, settings.sender).letter,
        settings,
        beside=lambda row: unsubscribe_token(made_of.tokens, row),
        run_in_thread=made_of.run_in_thread,
        now_ms=wall_ms,
        supervisor=made_of.supervisor,
    )


def addressing_of(made_of: Post, sender: str) -> Addressing:
    """Make what writes letters.

    :param sender: who they come from.
    """
    network = made_of.network

    def links() -> Links:
        return Links(base=network.base(), is_local=not network.is_public())

    return Addressing(
        renderer=Renderer(made_of.templates),
        contacts=made_of.contacts,
        tokens=made_of.tokens,
        message_ids=MessageIds(made_of.secret),
        community=made_of.community,
        series=made_of.series,
        session=made_of.session,
        language=made_of.language,
        links=links,
        sender=sender,
    )


def unsubscribe_token(tokens: Tokens, row: Row) -> list[AnyEffect]:
    """Let the address in a letter that ends letters be good, where the letter has one."""
    return [] if row.letter in ASKED_FOR else [tokens.put(row.id, "unsubscribe", row.owner)]


def letters_state(worker: OutboxWorker | None) -> str:
    """Whether letters can be sent: ``on``, what is wrong, or empty where no mail is set up."""
    if worker is None:
        return ""
    return worker.problem or "on"
