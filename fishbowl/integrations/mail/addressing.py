"""From a row of the outbox to a letter: to whom, in which language, with which links.

A row holds no name, no address and no token. All of it is looked up here, each time that the letter
is about to be sent: so a letter to somebody who has left meanwhile is not written.
"""

from collections.abc import Callable, Iterator

import msgspec

from fishbowl.domain.community.ids import MergeId, OfferId
from fishbowl.domain.community.model import Invitation, Member
from fishbowl.domain.community.rules import merges
from fishbowl.domain.community.rules.members import owner_in
from fishbowl.domain.community.rules.settings import is_on, uses_offers
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.state import Series
from fishbowl.domain.session.state import Session
from fishbowl.harvest.calendars import Person
from fishbowl.integrations.mail.about_asks import about_ask
from fishbowl.integrations.mail.about_meeting import about_meeting
from fishbowl.integrations.mail.about_series import about_series, calendars
from fishbowl.integrations.mail.content import Facts, Language, PromiseFacts
from fishbowl.integrations.mail.dates import zone_named
from fishbowl.integrations.mail.letter import Attachment, Letter, parsed
from fishbowl.integrations.mail.letters import ASKED_FOR, KINDS, Kind
from fishbowl.integrations.mail.meeting_file import meeting_file
from fishbowl.integrations.mail.message_ids import MessageIds
from fishbowl.integrations.mail.params import Params, params_of
from fishbowl.integrations.mail.rendering import Renderer
from fishbowl.integrations.mail.round_letter import about_round
from fishbowl.log.people_records import Letter as Row
from fishbowl.services.contacts import Contacts, Reached
from fishbowl.services.tokens import Purpose, Tokens
from fishbowl.views.community.promises import promised

TO_UNCONFIRMED: frozenset[Kind] = frozenset({"confirm", "invitation"})
"""One of these is all that an address gets before its owner has answered."""

PURPOSES: dict[Kind, Purpose] = {
    "confirm": "confirm",
    "invitation": "invited",
    "new_pass": "new_pass",
    "pass_replaced": "new_pass",
    "stay": "stay",
    "host": "host",
    "merge": "merge",
    "turn": "turn",
    "swap": "swap",
    "suggestion": "suggestion",
    "check_in": "check_in",
    "outcome": "outcome",
    "asked": "ask",
    "promise": "promise",
    "pair": "pair",
    "offer": "offer",
}
"""What the link of a letter is for. Who did not replace their pass gets another one.

What is not here leads to a page without a token.
"""

NEWS: frozenset[Kind] = frozenset({"pass_replaced"})
"""Letters that tell something, whether their link is still good or not."""


class ContactLost(Exception):
    """The address cannot be read, because its key is lost."""


class LinkOver(Exception):
    """What the letter leads to is over: it has waited too long."""


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """Where the pages are that letters lead to.

    :param base: such as ``https://bowl.example``.
    :param is_local: whether it is found only where this server runs.
    """

    base: str
    is_local: bool


class Addressing:
    """Writes the letters of the outbox.

    :param community: gives its committed state.
    :param language: gives a language by its tag; English for one that is not there.
    :param series: gives the committed state of a series; ``None`` if there is none.
    :param session: gives the committed state of a session; ``None`` if there is none.
    :param links: gives the address of this installation as it is now.
    :param sender: who letters come from: who invites, in calendars.
    """

    def __init__(
        self,
        *,
        renderer: Renderer,
        contacts: Contacts,
        tokens: Tokens,
        message_ids: MessageIds,
        community: Callable[[], Community],
        series: Callable[[SeriesId], Series | None],
        session: Callable[[str], Session | None],
        language: Callable[[str], Language],
        links: Callable[[], Links],
        sender: str,
    ) -> None:
        self._renderer = renderer
        self._contacts = contacts
        self._tokens = tokens
        self._message_ids = message_ids
        self._community = community
        self._language = language
        self._series = series
        self._session = session
        self._links = links
        self._sender = sender

    def letter(self, row: Row) -> Letter | None:
        """Write the letter of a row.

        :return: ``None``: it is not to be sent any more, because they have left, answered, or want
            no letters.
        :raises ContactLost: their address cannot be read.
        :raises LinkOver: its link would open nothing any more.
        :raises StoreError: something cannot be looked up.
        """
        community = self._community()
        kind = _kind(row.letter)
        who = owner_in(community, row.owner)
        reached = self._contacts.of(row.owner)
        if kind is None or who is None or not _is_wanted(kind, reached):
            return None
        if reached is None or reached.value is None:
            raise ContactLost
        purpose = PURPOSES.get(kind)
        token = "" if purpose is None else self._tokens.make(row.id, purpose)
        facts = self._facts(community, kind, row, who, token)
        if facts is None:
            return None
        if token and kind not in NEWS and self._tokens.find(token) is None:
            raise LinkOver
        language = self._language(who.language)
        files = self._calendars(kind, row, facts, reached.value)
        rendered = self._renderer.render(kind, facts, language)
        return Letter(
            to=reached.value,
            to_name=facts.label,
            from_name=community.about.title,
            subject=rendered.subject,
            text=rendered.text,
            html=rendered.html,
            message_id=self._message_ids.make(row.id),
            language=language.code,
            unsubscribe=facts.unsubscribe,
            calendar=files[0] if files else None,
            attachments=(*files[1:], *self._beside(facts, language)),
        )

    def _facts(
        self, community: Community, kind: Kind, row: Row, who: Member | Invitation, token: str
    ) -> Facts | None:
        """What the letter tells; ``None`` if what it asks for is over."""
        links = self._links()
        facts = Facts(
            about=community.about,
            label="" if kind == "confirm" else who.label,
            link=f"{links.base}/t#{token}",
            unsubscribe=""
            if kind in ASKED_FOR
            else f"{links.base}/unsubscribe?t={self._tokens.make(row.id, 'unsubscribe')}",
            is_local=links.is_local,
        )
        if isinstance(who, Invitation):
            return msgspec.structs.replace(facts, until_ms=who.expires_at_ms)
        until_ms: Millis | None = None
        params = params_of(row)
        if params.series:
            return self._about_series(kind, params, who, facts)
        if kind == "pair":
            return self._about_round(community, params, who, facts)
        if params.suggestion or params.introduction or kind == "stopped":
            return self._about_meeting(kind, params, who, facts)
        if params.ask:
            return self._about_ask(community, kind, params, who, facts)
        promise: PromiseFacts | None = None
        words = ""
        if kind == "promise":
            promise = self._promise(community, params, who)
            if promise is None:
                return None
        elif kind == "merge":
            merge = community.merges.get(MergeId(params.merge))
            if merge is None or who.id in merge.agreed | merge.declined:
                return None
            until_ms = Millis(merge.proposed_at_ms + merges.KEPT_MS)
        elif kind == "offer":
            offer = community.offers.get(OfferId(Seq(params.offer)))
            if offer is None or offer.member != who.id or offer.asked_at_ms is None:
                return None
            if not uses_offers(community):
                return None
            words, until_ms = offer.words, offer.until_ms
        elif kind == "stay":
            until_ms = who.asked_until_ms
            if until_ms is None:
                return None
        elif kind == "host" and who.hosting != "asked":
            return None
        return msgspec.structs.replace(
            facts,
            page="" if kind in ASKED_FOR else f"{links.base}/me",
            until_ms=until_ms,
            at_ms=who.pass_replaced_at_ms,
            way=who.way,
            zone=zone_named(who.time_zone),
            promise=promise,
            offer=words,
        )

    def _promise(self, community: Community, params: Params, who: Member) -> PromiseFacts | None:
        """What is open yet on the day of the letter; ``None`` if it is done, or has another day."""
        if not is_on(community, "promises"):
            return None
        found = promised(self._session(params.code), who, params.item)
        if found is None or found.item.ended_at_ms is not None or found.item.due != params.due:
            return None
        return PromiseFacts(
            words=found.item.words,
            question=found.question,
            due=found.item.due,
            is_noted=found.item.kind == "action",
            is_shared=found.item.shared,
        )

    def _about_round(
        self, community: Community, params: Params, who: Member, facts: Facts
    ) -> Facts | None:
        """What a letter of a pairing round tells."""
        about = about_round(params, community, who)
        if about is None:
            return None
        return msgspec.structs.replace(
            facts,
            page=f"{self._links().base}/me",
            asked=about.asked,
            until_ms=about.until_ms,
            zone=zone_named(who.time_zone),
        )

    def _about_series(self, kind: Kind, params: Params, who: Member, facts: Facts) -> Facts | None:
        """What a letter about a series tells; without a token it leads to a page of the series."""
        series = self._series(SeriesId(params.series))
        about = None if series is None else about_series(kind, params, series, who)
        if series is None or about is None:
            return None
        base = self._links().base
        link = facts.link
        if kind not in PURPOSES:
            is_page = kind == "dates" and series.about.is_public
            link = f"{base}/series/{series.about.slug}" if is_page else f"{base}/me#series"
        return msgspec.structs.replace(
            facts,
            link=link,
            page=f"{base}/me",
            series=about.facts,
            until_ms=about.until_ms,
            zone=zone_named(who.time_zone),
        )

    def _about_meeting(self, kind: Kind, params: Params, who: Member, facts: Facts) -> Facts | None:
        """What a letter tells of people who may meet; without a token it leads to their page."""
        found = about_meeting(kind, params, self._community(), who, self._contacts)
        if found is None:
            return None
        page = f"{self._links().base}/me"
        is_over = kind == "stopped"
        about = page if is_over else f"{page}/people/{params.introduction}"
        return msgspec.structs.replace(
            facts,
            link=facts.link if kind in PURPOSES else about,
            page=page,
            meeting=found.facts,
            until_ms=found.until_ms,
            zone=zone_named(who.time_zone),
        )

    def _about_ask(
        self, community: Community, kind: Kind, params: Params, who: Member, facts: Facts
    ) -> Facts | None:
        """What a letter about a question tells; without a token it leads to the member's page."""
        about = about_ask(kind, params, community, who)
        if about is None:
            return None
        page = f"{self._links().base}/me"
        return msgspec.structs.replace(
            facts,
            link=facts.link if kind in PURPOSES else f"{page}#{about.part}",
            page=page,
            ask=about.facts,
            until_ms=about.until_ms,
            zone=zone_named(who.time_zone),
        )

    def _calendars(self, kind: Kind, row: Row, facts: Facts, to: str) -> list[Attachment]:
        """The files for the addressee's calendar, where a letter tells dates."""
        params = params_of(row)
        series = self._series(SeriesId(params.series)) if kind == "dates" else None
        if series is None or not self._sender:
            return []
        attendee = Person(label=facts.label, address=to)
        page = facts.link if series.about.is_public else ""
        return list(calendars(series, params, self._organizer(facts), attendee, page))

    def _beside(self, facts: Facts, language: Language) -> Iterator[Attachment]:
        """The day on which people who were brought together could meet, as a file."""
        if facts.meeting is None or not self._sender:
            return
        file = meeting_file(facts.meeting, self._organizer(facts), language)
        if file is not None:
            yield file

    def _organizer(self, facts: Facts) -> Person:
        return Person(label=facts.community, address=parsed(self._sender).addr_spec)


def _kind(name: str) -> Kind | None:
    return name if name in KINDS else None


def _is_wanted(kind: Kind, reached: Reached | None) -> bool:
    """Whether a letter of this kind may go to an address.

    Without a confirmation there is one letter alone. Where letters come back or are not wanted,
    only those go that somebody has just asked for.
    """
    if reached is None or reached.kind != "mail":
        return False
    if reached.confirmed_at_ms is None:
        return kind in TO_UNCONFIRMED and not reached.problem
    if kind == "confirm":  # after a problem, confirming the address ends it
        return bool(reached.problem)
    return not reached.problem or kind in ASKED_FOR
