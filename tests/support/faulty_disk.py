"""A disk that is slow, fails to sync, or loses what was not synced: a VFS over SQLite's own.

The shim is registered in the very library that Python's ``sqlite3`` uses, so a whole server can run
on it unchanged::

    python -m tests.support.faulty_disk '{"sync_ms": 500}' serve --db talks.db

It passes everything through to the system's files. A plan says what goes wrong:

``sync_ms``      how long every sync takes
``fail_syncs``   numbers of the syncs that report an error (the first one is 1)
``stop_after``   the process ends, as by a power cut, after so many writes and syncs
``journal``      a file to which every write, truncation and sync is written down, for
                 :mod:`tests.support.power_cut`
"""

import _sqlite3
import ctypes
import json
import os
import struct
import sys
import time
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int, c_int64, c_void_p
from typing import Any

SQLITE_OK = 0
SQLITE_IOERR_FSYNC = 1034
STOPPED = 86
"""The exit code of a process whose power was cut."""

WRITE, TRUNCATE, SYNC, CREATE = b"W", b"T", b"S", b"C"
RECORD = struct.Struct("<cHqI")
"""An operation, the length of the file's name, an offset or size, the number of bytes written."""

_sleep = time.sleep  # before anything is patched: it is called in an OS thread


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("path_max", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        *((f"method{n}", c_void_p) for n in range(15)),
    )


class _Methods(ctypes.Structure):
    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("truncate", c_void_p),
        ("sync", c_void_p),
        *((f"method{n}", c_void_p) for n in range(13)),
    )


class _File(ctypes.Structure):
    _fields_ = (("methods", POINTER(_Methods)),)


_Open = CFUNCTYPE(c_int, c_void_p, c_char_p, POINTER(_File), c_int, c_void_p)
_Write = CFUNCTYPE(c_int, POINTER(_File), c_void_p, c_int, c_int64)
_Truncate = CFUNCTYPE(c_int, POINTER(_File), c_int64)
_Sync = CFUNCTYPE(c_int, POINTER(_File), c_int)


class FaultyDisk:
    """Registers the shim as the default of the process; it stays for good.

    :param plan: what goes wrong; see the module.
    """

    def __init__(self, plan: dict[str, Any]) -> None:
        self._sync_s = plan.get("sync_ms", 0) / 1000
        self._fail_syncs = frozenset(plan.get("fail_syncs", ()))
        self._left = plan.get("stop_after", 0)
        journal = plan.get("journal")
        self._journal = os.open(journal, os.O_CREAT | os.O_WRONLY, 0o600) if journal else -1
        self._syncs = 0
        self._names: dict[int, bytes] = {}
        self._tables: dict[int, tuple[_Methods, _Methods]] = {}
        self._kept: list[object] = []
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        library.sqlite3_vfs_find.argtypes = (c_char_p,)
        library.sqlite3_vfs_register.argtypes = (POINTER(_Vfs), c_int)
        self._real = library.sqlite3_vfs_find(None)
        self._real_open = ctypes.cast(self._real.contents.open, _Open)
        shim = _Vfs()
        ctypes.pointer(shim)[0] = self._real.contents
        shim.name = b"faulty"
        shim.open = self._callback(_Open, self._open)
        shim.next = None
        self._kept.append(shim)
        assert library.sqlite3_vfs_register(ctypes.byref(shim), 1) == SQLITE_OK

    def _callback(self, kind: Any, function: Any) -> Any:
        made = kind(function)
        self._kept.append(made)
        return ctypes.cast(made, c_void_p)

    def _open(self, _vfs: Any, name: bytes | None, file: Any, flags: int, out: Any) -> int:
        real = ctypes.cast(self._real, c_void_p)
        new = bool(name) and not os.path.exists(name or b"")
        answer: int = self._real_open(real, name, file, flags, out)
        if answer == SQLITE_OK and name and file.contents.methods:
            self._names[ctypes.addressof(file.contents)] = name
            file.contents.methods = ctypes.pointer(self._methods_of(file.contents.methods))
            if new:
                self._note(CREATE, name, 0)
        return answer

    def _methods_of(self, real: Any) -> _Methods:
        """The table of a kind of files, with what can go wrong in place of the real functions."""
        place = ctypes.addressof(real.contents)
        if place not in self._tables:
            made = _Methods()
            ctypes.pointer(made)[0] = real.contents
            write, truncate = ctypes.cast(made.write, _Write), ctypes.cast(made.truncate, _Truncate)
            sync = ctypes.cast(made.sync, _Sync)
            made.write = self._callback(_Write, self._writing(write))
            made.truncate = self._callback(_Truncate, self._truncating(truncate))
            made.sync = self._callback(_Sync, self._syncing(sync))
            self._tables[place] = (real.contents, made)
        return self._tables[place][1]

    def _writing(self, real: Any) -> Any:
        def write(file: Any, data: int, length: int, offset: int) -> int:
            self._count()
            name = self._name(file)
            self._note(WRITE, name, offset, ctypes.string_at(data, length))
            return int(real(file, data, length, offset))

        return write

    def _truncating(self, real: Any) -> Any:
        def truncate(file: Any, size: int) -> int:
            self._count()
            self._note(TRUNCATE, self._name(file), size)
            return int(real(file, size))

        return truncate

    def _syncing(self, real: Any) -> Any:
        def sync(file: Any, flags: int) -> int:
            self._count()
            self._syncs += 1
            if self._sync_s:
                _sleep(self._sync_s)
            if self._syncs in self._fail_syncs:
                return SQLITE_IOERR_FSYNC
            answer = int(real(file, flags))
            self._note(SYNC, self._name(file), 0)
            return answer

        return sync

    def _name(self, file: Any) -> bytes:
        return self._names.get(ctypes.addressof(file.contents), b"?")

    def _count(self) -> None:
        if self._left:
            self._left -= 1
            if not self._left:
                os._exit(STOPPED)

    def _note(self, what: bytes, name: bytes, offset: int, data: bytes = b"") -> None:
        if self._journal >= 0:
            head = RECORD.pack(what, len(name), offset, len(data))
            os.write(self._journal, head + name + data)


if __name__ == "__main__":
    disk = FaultyDisk(json.loads(sys.argv[1]))
    sys.argv = ["fishbowl", *sys.argv[2:]]
    from fishbowl.__main__ import main

    main()
