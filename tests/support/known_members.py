"""Members of a database that no server has open yet, and the cookies of their browsers."""

from pathlib import Path
from typing import Any

from fishbowl.access.keys import AccessKeys
from fishbowl.access.sign_ins import MEMBER, SignIns
from fishbowl.domain.community.ids import MemberId, member_owner
from fishbowl.host.clock import wall_ms
from fishbowl.services.contacts import Contacts
from fishbowl.services.contacts_key import key_file_of, read_or_make
from tests.support.served_community import ServedCommunity


class KnownMembers(ServedCommunity):
    """A community at the time of the wall clock, with the keys that its server will use."""

    def __init__(self, db: Path) -> None:
        super().__init__(db)
        self.clock.wait((wall_ms() - self.clock.now_ms()) / 1000)
        self.start()
        log = self.service.log
        self._addresses = Contacts(log, read_or_make(key_file_of(db)).keys)
        self._sign_ins = SignIns(log, AccessKeys(log.secret()), wall_ms)

    def cookie(self, member: MemberId) -> str:
        """Sign somebody in; what their browser sends."""
        token = self._sign_ins.enter({}, MEMBER, "", member)
        return f"{self._sign_ins.cookie(MEMBER, '')}={token}"

    def becomes(self, label: str, address: str = "", **fields: Any) -> MemberId:
        """Somebody becomes a member.

        :param address: confirmed; empty: no letter reaches them.
        """
        member = self.joins(label, reach="mail" if address else "pass", **fields)
        if address:
            put = self._addresses.put(member_owner(member), "mail", address, confirmed_at_ms=1)
            self.service.log.append({}, [put])
        return member

    def comes(self, label: str, address: str = "", **fields: Any) -> str:
        """Somebody joins who agrees to meet; their cookie."""
        return self.cookie(self.becomes(label, address, consents=frozenset({"meet"}), **fields))

    def stop(self) -> None:
        """Close the database, so that a server can open it."""
        self.members.stop()
        self.service.stop()
