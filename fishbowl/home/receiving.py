"""The side of a home: it pairs with laptops, collects the parts of bundles, and takes them in."""

import logging
import secrets
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import Any

import msgspec

from fishbowl.domain.kernel.words import clean
from fishbowl.home.answers import Answers, NotPaired
from fishbowl.home.bundles import BadBundle, BundleKinds, Header, unpacked
from fishbowl.home.envelope import NotOurs, name_of, opened
from fishbowl.home.key_store import KeyStore
from fishbowl.home.keys import OwnKeys, PublicKeys
from fishbowl.home.messages import (
    BUNDLE,
    BUNDLE_MAX_BYTES,
    PART_BYTES,
    PROTOCOL,
    Has,
    Join,
    Joined,
    Leave,
    Left,
    Part,
    Salts,
    Take,
    Taken,
    There,
)
from fishbowl.home.pairing import PAIRING_BYTES, Codes, Side, WrongCode, key_of, proof
from fishbowl.home.records import TAKEN, HomeRecords, Laptop, TakenIn
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import directly
from fishbowl.log import Conflict, Log, StoreError
from fishbowl.log.home_effects import DropBundleParts, PutBundlePart
from fishbowl.services.audit import HANDED_OVER, LAPTOP_JOINED, LAPTOP_LEFT

log = logging.getLogger(__name__)

SEEN_EVERY_MS = 60_000
"""That a laptop has asked is noted at most so often."""
PARTS_KEPT_MS = 14 * 24 * 3_600_000
"""Parts of a bundle that nobody has gone on with for so long are deleted."""
NAME_MAX = 80

Noted = Callable[[str, str], None]


class Receiving:
    """Answers laptops.

    :param mark: names this installation, and ``name`` gives what people call the community.
    :param now_ms: the machine's time in milliseconds since 1970.
    :param noted: is told what a laptop did, as a code of the audit list, and with which session.
    :param run_in_thread: calls what computes for long.
    """

    def __init__(
        self,
        log: Log,
        records: HomeRecords,
        keys: KeyStore,
        *,
        mark: str,
        name: Callable[[], str],
        now_ms: Callable[[], int],
        noted: Noted = lambda what, code: None,
        run_in_thread: Callable[..., Any] = directly,
        supervisor: Supervisor | None = None,
    ) -> None:
        self._log, self._records, self._keys = log, records, keys
        self._mark, self._name, self._now_ms, self._noted = mark, name, now_ms, noted
        self._run_in_thread = run_in_thread
        self._supervisor = supervisor or Supervisor()
        self._taking = Lock()
        self.codes = Codes(derive=partial(run_in_thread, key_of))
        self.kinds = BundleKinds()
        self.answers = Answers(records, keys, self._seen)
        self.answers.add("has", Has, self._has)
        self.answers.add("part", Part, self._part)
        self.answers.add("take", Take, self._take)
        self.answers.add("leave", Leave, self._leave)

    # Pairing

    def begin(self) -> bytes:
        """Begin to pair: the salts of the codes that are good, for whoever asks."""
        return msgspec.msgpack.encode(Salts(protocol=PROTOCOL, salts=self.codes.salts()))

    def join(self, body: bytes) -> bytes:
        """Take a laptop that proves that it knows a code.

        One that joins again goes on under a new pairing.

        :raises NotPaired: it does not know a code that is good, or sent something else.
        :raises StoreError: the database cannot be used.
        """
        try:
            asked = msgspec.msgpack.decode(body, type=Join)
            if not asked.laptop.keys.are_keys or len(asked.laptop.name) > NAME_MAX:
                raise NotPaired
            key = self.codes.use(asked.salt, asked.proof, asked.laptop)
        except (msgspec.DecodeError, WrongCode) as error:
            raise NotPaired from error
        now_ms = self._now_ms()
        laptop = Laptop(
            keys=asked.laptop.keys,
            name=clean(asked.laptop.name),
            mark=asked.laptop.mark,
            pairing=secrets.token_bytes(PAIRING_BYTES),
            joined_at_ms=now_ms,
            seen_at_ms=now_ms,
        )
        home = Side(self._keys.own().public, self._mark, self._name())
        self._records.put_laptop(laptop)
        self._noted(LAPTOP_JOINED, "")
        shown = proof(key, "home", asked.laptop, home)
        return msgspec.msgpack.encode(Joined(home=home, pairing=laptop.pairing, proof=shown))

    def laptops(self) -> list[Laptop]:
        """The laptops that are known, also those that have left."""
        return self._records.laptops()

    def take_back(self, id: str, by: str = "home") -> bool:
        """Take the pairing with a laptop back; what it has handed over stays.

        :return: whether there was one.
        """
        laptop = self._records.laptop(id)
        if laptop is None or not laptop.is_paired:
            return False
        self._records.put_laptop(
            msgspec.structs.replace(laptop, left_ms=self._now_ms(), left_by=by)
        )
        return True

    def taken_in(self) -> list[TakenIn]:
        """What became of the bundles that were handed over, the latest first."""
        found = self._records.all(TAKEN, TakenIn).values()
        return sorted(found, key=lambda one: -one.taken.at_ms)

    # Questions

    def _seen(self, laptop: Laptop) -> None:
        now_ms = self._now_ms()
        if now_ms - laptop.seen_at_ms >= SEEN_EVERY_MS:
            self._records.put_laptop(msgspec.structs.replace(laptop, seen_at_ms=now_ms))

    def _has(self, laptop: Laptop, asked: Has) -> There:
        known = self._answered(asked.bundle)
        if known is not None:
            return There(bytes=asked.size, taken=known)
        if not 0 < asked.size <= BUNDLE_MAX_BYTES:
            return There(bytes=0, taken=self._refusal("too_large"))
        return There(bytes=self._length(asked.bundle))

    def _part(self, laptop: Laptop, asked: Part) -> There:
        known = self._answered(asked.bundle)
        if known is not None:
            return There(bytes=asked.size, taken=known)
        end = asked.start + len(asked.part)
        if not 0 <= asked.start < end <= asked.size <= BUNDLE_MAX_BYTES:
            return There(bytes=self._length(asked.bundle))
        if len(asked.part) <= PART_BYTES and asked.start <= self._length(asked.bundle):
            part = PutBundlePart(
                bundle=asked.bundle, start=asked.start, part=asked.part, at_ms=self._now_ms()
            )
            self._log.append({}, [part])
        return There(bytes=self._length(asked.bundle))

    def _take(self, laptop: Laptop, asked: Take) -> There:
        with self._taking:
            known = self._answered(asked.bundle)
            if known is not None:
                return There(bytes=0, taken=known)
            envelope = self._collected(asked.bundle)
            if name_of(envelope) != asked.bundle:
                # Something is missing, or a part was cut: it is sent again from the start.
                self._log.append({}, [DropBundleParts(bundle=asked.bundle)])
                return There(bytes=0)
            kind, key, taken = self._opened(laptop, envelope)
            record = TakenIn(laptop=laptop.id, kind=kind, key=key, taken=taken)
            before_ms = self._now_ms() - PARTS_KEPT_MS
            self._records.apply(
                [
                    self._records.putting(TAKEN, asked.bundle, record),
                    DropBundleParts(bundle=asked.bundle, before_ms=before_ms),
                ]
            )
        if taken.how != "same":
            log.info("a laptop handed over a %s: %s %s", kind or "bundle", taken.how, taken.code)
        if taken.how in ("new", "longer"):
            self._noted(HANDED_OVER, key if kind == "session" else "")
        return There(bytes=len(envelope), taken=taken)

    def _opened(self, laptop: Laptop, envelope: bytes) -> tuple[str, str, Taken]:
        """Open a bundle and take it in; its kind, of what it is, and what became of it."""
        own = self._keys.own()
        try:
            header, content = self._run_in_thread(_open, envelope, own, laptop.keys)
        except NotOurs:
            return "", "", self._refusal("not_signed")
        except BadBundle as error:
            return "", "", self._refusal(str(error))
        try:
            taken = self.kinds.take(laptop, header, content, self._now_ms())
        except (StoreError, Conflict):
            raise  # another time
        except Exception as error:  # one bundle that cannot be taken in holds up no other
            self._supervisor.failed("taking in a bundle", error)
            taken = self._refusal("broken")
        return header.kind, header.key, taken

    def _leave(self, laptop: Laptop, asked: Leave) -> Left:
        if self.take_back(laptop.id, by="laptop"):
            self._noted(LAPTOP_LEFT, "")
        return Left()

    def _answered(self, bundle: str) -> Taken | None:
        """What became of a bundle; ``None`` if it may be sent, also after it was refused."""
        known = self._records.get(TAKEN, bundle, TakenIn) if bundle else None
        return None if known is None or known.taken.how == "refused" else known.taken

    def _length(self, bundle: str) -> int:
        """How many bytes of a bundle are there from its start without a hole."""
        length = 0
        for start, size in self._log.bundle_part_sizes(bundle):
            if start > length:
                break
            length = max(length, start + size)
        return length

    def _collected(self, bundle: str) -> bytes:
        whole = bytearray()
        for start, part in self._log.bundle_parts(bundle):
            if start > len(whole):
                break
            whole[start : start + len(part)] = part
        return bytes(whole)

    def _refusal(self, code: str) -> Taken:
        return Taken(how="refused", code=code, at_ms=self._now_ms())


def _open(envelope: bytes, own: OwnKeys, sender: PublicKeys) -> tuple[Header, bytes]:
    return unpacked(opened(envelope, BUNDLE, own, sender))
