"""Takes in, at home, the wishes that laptops hand over.

A wish becomes a command whose id is made from the wish, so the same one again changes nothing. What
was taken in is noted in the commit of its entries, with the time at which the wish was made: an
older one about the same changes nothing, whenever it arrives.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from fishbowl.access.passes import verifier_at
from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.ids import MemberId, member_of, member_owner
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.rules.times import zone_of
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.state import Session
from fishbowl.home.bundles import Header
from fishbowl.home.envelope import NotOurs, opened
from fishbowl.home.key_store import KeyStore
from fishbowl.home.messages import Taken
from fishbowl.home.records import TAKEN, HomeRecords, Laptop, TakenIn
from fishbowl.home.wishes import PURPOSE, AnyWish, ConsentWish, JoinWish, LinkWish, decode
from fishbowl.host.clock import Clock
from fishbowl.log import StoreError
from fishbowl.log.along_effects import NoteGranted
from fishbowl.log.along_records import Granted
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import PutContact, PutLetter, PutPass
from fishbowl.services.batch import Outcome
from fishbowl.services.community import Members
from fishbowl.services.contacts import BadContact, Contacts, mail_address
from fishbowl.services.kept_at_home import KEPT_AT_HOME
from fishbowl.services.tokens import Tokens
from fishbowl.services.writer import Service
from fishbowl.views.community.own_part import is_kept, may_link

NOT_YET = "not_yet"
"""What the wish needs is not here yet: the laptop hands it over again later."""
AHEAD_MS = 60_000
"""So much may the clock of a laptop be ahead."""
_BY_WISH = "wish-"


class Granting:
    """Takes in wishes.

    :param clock: the session time of the machine.
    """

    def __init__(
        self,
        members: Members,
        sessions: Service,
        contacts: Contacts,
        tokens: Tokens,
        records: HomeRecords,
        keys: KeyStore,
        clock: Clock,
    ) -> None:
        self._members, self._sessions = members, sessions
        self._contacts, self._tokens = contacts, tokens
        self._records, self._keys, self._clock = records, keys, clock
        self._log = members.log

    def take(self, laptop: Laptop, header: Header, content: bytes) -> Taken:
        """Take in a wish that was handed over.

        :raises StoreError: it could not be saved; it is to be handed over again.
        """
        try:
            wish = decode(opened(content, PURPOSE, self._keys.own(), laptop.keys))
        except NotOurs:
            return self._refused("broken")
        except msgspec.DecodeError:
            return self._refused("newer_program")
        latest_ms = self._clock.now_ms() + AHEAD_MS
        if wish.at_ms > latest_ms:  # or no later change would ever count
            wish = msgspec.structs.replace(wish, at_ms=latest_ms)
        match wish:
            case JoinWish():
                return self._join(laptop, wish)
            case LinkWish():
                return self._link(laptop, wish)
            case ConsentWish():
                return self._consent(laptop, wish)

    # The kinds of wishes

    def _join(self, laptop: Laptop, wish: JoinWish) -> Taken:
        subject = _join_subject(laptop, wish.id)
        if self._log.granted_wish(subject) is not None:
            return self._taken("same")
        held = self._log.find_pass(wish.pass_hash)
        if held is not None and held.member in self._members.community.members:
            self._note(Granted(subject, wish.at_ms, held.member))
            return self._taken("same")
        contact = self._contact(wish)
        now_ms = self._clock.now_ms()

        def beside(entries: Sequence[Any]) -> list[AnyEffect]:
            member = member_of(entries[0].seq)
            owner = member_owner(member)
            effects: list[AnyEffect] = [
                PutPass(member=member, hash=wish.pass_hash, made_at_ms=now_ms),
                NoteGranted(granted=Granted(subject, wish.at_ms, member)),
            ]
            if contact is not None:
                effects.append(msgspec.structs.replace(contact, owner=owner))
                if contact.kind == "mail":
                    effects.extend(self._letter(wish, owner, now_ms))
            return effects

        command = c.Join(
            label=wish.label,
            language=wish.language,
            time_zone=wish.time_zone if _is_time_zone(wish.time_zone) else "UTC",
            reach="pass" if contact is None else wish.reach,
            consents=frozenset(wish.consents),
        )
        return self._asked(laptop, wish, command, beside=beside)

    def _link(self, laptop: Laptop, wish: LinkWish) -> Taken:
        member = self._member(laptop, wish)
        if isinstance(member, Taken):
            return member
        granted = Granted(f"link/{member}/{wish.code}", wish.at_ms, member)
        if self._is_older(granted):
            return self._taken("same")
        if not wish.on:
            unlink = c.UnlinkSession(member=member, code=wish.code)
            return self._asked(laptop, wish, unlink, granted, member)
        if not self._came_from(laptop, wish.code):
            return self._refused(NOT_YET)
        session = self._sessions.session(wish.code)
        if session is None or not _may_be_linked(session, PersonId(wish.person)):
            return self._refused("not_here")
        link = c.LinkSession(member=member, code=wish.code, person=wish.person)
        return self._asked(laptop, wish, link, granted)

    def _consent(self, laptop: Laptop, wish: ConsentWish) -> Taken:
        member = self._member(laptop, wish)
        if isinstance(member, Taken):
            return member
        granted = Granted(f"consent/{member}/{wish.consent}", wish.at_ms, member)
        if self._is_older(granted) or self._changed_here(wish, member):
            return self._taken("same")
        command = c.SetConsent(member=member, consent=wish.consent, on=wish.on)
        return self._asked(laptop, wish, command, granted)

    # What they have in common

    def _member(self, laptop: Laptop, wish: LinkWish | ConsentWish) -> MemberId | Taken:
        """Whose wish it is, or what is answered where nobody's pass is like this."""
        community = self._members.community
        for row in self._log.all_passes():
            found = MemberId(row.member)
            if found in community.members and verifier_at(row.hash, laptop.mark) == wish.verifier:
                return found
        if wish.join and self._log.granted_wish(_join_subject(laptop, wish.join)) is None:
            return self._refused(NOT_YET)
        return self._refused("pass_unknown")  # they have left, or have another pass

    def _is_older(self, granted: Granted) -> bool:
        last = self._log.granted_wish(granted.subject)
        return last is not None and last.at_ms >= granted.at_ms

    def _changed_here(self, wish: ConsentWish, member: MemberId) -> bool:
        """Whether the member has changed this at home since they wished it."""
        return any(
            entry.at_ms >= wish.at_ms
            and isinstance(entry.event, e.ConsentChanged)
            and (entry.event.member, entry.event.consent) == (member, wish.consent)
            and not entry.command_id.startswith(_BY_WISH)
            for entry in self._members.entries("")
        )

    def _came_from(self, laptop: Laptop, code: str) -> bool:
        """Whether a session here is one that this laptop has handed over."""
        return any(
            (one.laptop, one.kind, one.key) == (laptop.id, "session", code)
            and one.taken.how != "refused"
            for one in self._records.all(TAKEN, TakenIn).values()
        )

    def _asked(
        self,
        laptop: Laptop,
        wish: AnyWish,
        command: c.Command,
        granted: Granted | None = None,
        member: MemberId | None = None,
        beside: Any = None,
    ) -> Taken:
        """Send the command of a wish, and note that it was taken in."""
        outcome: Outcome = self._members.ask(
            command,
            role=Role.DOOR if member is None else Role.MEMBER,
            member=member or MemberId(0),
            command_id=f"{_BY_WISH}{laptop.id[:16]}-{wish.id}",
            beside=beside or (lambda entries: [NoteGranted(granted=granted)] if granted else []),
        )
        if outcome.code == "not_saved":
            raise StoreError("The wish of a laptop could not be saved.")
        if outcome.code == KEPT_AT_HOME:  # this installation has a home itself
            return self._refused(NOT_YET)
        if not outcome.ok:
            return self._refused(outcome.code)
        if granted is not None and outcome.seq is None:  # it was so already
            self._note(granted)
            return self._taken("same")
        return self._taken("new")

    def _note(self, granted: Granted) -> None:
        self._log.append({}, [NoteGranted(granted=granted)])

    def _contact(self, wish: JoinWish) -> PutContact | None:
        """How they are reached; nobody is there to mend it, so what cannot be taken is left out."""
        if wish.reach == "pass":
            return None
        try:
            put = self._contacts.put("", wish.reach, wish.contact)
        except BadContact:
            return None
        if wish.reach == "mail" and self._contacts.is_refused(mail_address(wish.contact)):
            return None
        return put

    def _letter(self, wish: JoinWish, owner: str, now_ms: int) -> Iterator[AnyEffect]:
        id = f"{_BY_WISH}{wish.id}"
        yield self._tokens.put(id, "confirm", owner)
        yield PutLetter(id=id, owner=owner, letter="confirm", created_at_ms=now_ms)

    def _taken(self, how: str) -> Taken:
        return Taken(how=how, at_ms=self._clock.now_ms())

    def _refused(self, code: str) -> Taken:
        return Taken(how="refused", code=code, at_ms=self._clock.now_ms())


def _join_subject(laptop: Laptop, wish: str) -> str:
    return f"join/{laptop.id}/{wish}"


def _is_time_zone(name: str) -> bool:
    try:
        zone_of(name)
    except Rejected:
        return False
    return True


def _may_be_linked(session: Session, person: PersonId) -> bool:
    return is_kept(session, person) and may_link(session)
