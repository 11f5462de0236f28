"""A PostgreSQL primary with a synchronous standby, and the accidents that can happen to them."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.server.postgresql import BINARIES, free_port, owner, run_as
from tests.server.waiting import until

_CONFIGURATION = """
listen_addresses = '127.0.0.1'
max_connections = 60
shared_buffers = 32MB
wal_level = replica
max_wal_senders = 4
hot_standby = on
synchronous_commit = on
synchronous_standby_names = '*'
"""

_STANDSTILL = 25
"""So many looks in a row, a hundredth of a second apart, at which nothing has been written."""


@dataclass(frozen=True, slots=True)
class Member:
    """One server of the pair."""

    folder: Path
    port: int

    @property
    def data(self) -> Path:
        """Where its files are."""
        return self.folder / f"data-{self.port}"


class Pair:
    """A primary and its standby (máy chính, máy dự phòng); the database "province" is theirs."""

    def __init__(self, folder: Path, account: str) -> None:
        self._folder = folder
        self._account = account
        self.primary = Member(folder, free_port())
        self.standby = Member(folder, free_port())
        self._deaf: int | None = None

    @property
    def url(self) -> str:
        """The address that names both, as servers are given it."""
        hosts = f"127.0.0.1:{self.primary.port},127.0.0.1:{self.standby.port}"
        return f"postgresql://{self._account}@{hosts}/province"

    def set_up(self) -> None:
        """Makes both and starts them in step."""
        data = self.primary.data
        initdb = (BINARIES / "initdb", "-D", data, "-U", self._account, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        run_as(self._account, self._folder, *initdb)
        with (data / "postgresql.conf").open("a", encoding="ascii") as settings:
            settings.write(_CONFIGURATION)
            settings.write(f"unix_socket_directories = '{self._folder}'\n")
        # Until the standby is there nothing could be committed under its acknowledgement.
        self._start(self.primary, "-c synchronous_standby_names=''")
        with self._connected(self.primary, "postgres") as connection:
            connection.execute("CREATE DATABASE province")
        copy = ("-D", self.standby.data, "-h", "127.0.0.1", "-p", self.primary.port, "-U", self._account)
        run_as(self._account, self._folder, BINARIES / "pg_basebackup", *copy, "-R", "-X", "stream", "-c", "fast")
        self._start(self.standby)
        self._stop(self.primary, "fast")
        self._start(self.primary)
        until(self._is_in_step)

    def deafen_standby(self) -> None:
        """The standby hears nothing more; returns when the primary, which waits for it, has come to a standstill."""
        with self._connected(self.standby, "postgres") as connection:
            receiver, heard = connection.execute("SELECT pid, flushed_lsn::text FROM pg_stat_wal_receiver").fetchall()[
                0
            ]
        self._deaf = int(str(receiver))
        os.kill(self._deaf, signal.SIGSTOP)
        places = deque([str(heard)], maxlen=_STANDSTILL)
        with self._connected(self.primary, "postgres") as connection:

            def stands_still() -> bool:
                ((place,),) = connection.execute("SELECT pg_current_wal_insert_lsn()::text").fetchall()
                places.append(str(place))
                return len(places) == _STANDSTILL and len(set(places)) == 1 and place != heard

            until(stands_still)

    def kill_primary(self) -> None:
        """Ends every process of the primary as a power cut does."""
        postmaster = int((self.primary.data / "postmaster.pid").read_text().split()[0])
        family = [postmaster, *_children(postmaster)]
        for process in family:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)

    def promote_standby(self) -> None:
        """Makes the standby the primary; it works alone until it has a standby of its own."""
        if self._deaf is not None:
            os.kill(self._deaf, signal.SIGCONT)
        self._control(self.standby, "-w", "promote")
        with self._connected(self.standby, "postgres") as connection:
            connection.execute("ALTER SYSTEM SET synchronous_standby_names = ''")
            connection.execute("SELECT pg_reload_conf()")

    def end(self) -> None:
        """Stops what still runs."""
        for member in (self.primary, self.standby):
            with suppress(RuntimeError):
                self._stop(member, "immediate")

    def _is_in_step(self) -> bool:
        with self._connected(self.primary, "postgres") as connection:
            states = connection.execute("SELECT sync_state FROM pg_stat_replication").fetchall()
        return states == [("sync",)]

    def _connected(self, member: Member, database: str) -> psycopg.Connection[tuple[object, ...]]:
        url = f"postgresql://{self._account}@127.0.0.1:{member.port}/{database}"
        return psycopg.connect(url, autocommit=True)

    def _start(self, member: Member, *options: str) -> None:
        together = " ".join((f"-c port={member.port}", *options))
        self._control(member, "-w", "-l", self._folder / f"log-{member.port}", "-o", together, "start")

    def _stop(self, member: Member, mode: str) -> None:
        self._control(member, "-m", mode, "stop")

    def _control(self, member: Member, *arguments: object) -> None:
        run_as(self._account, self._folder, BINARIES / "pg_ctl", "-D", member.data, *arguments)


@contextmanager
def pair() -> Iterator[Pair]:
    """A pair in step, run by somebody who is not root, thrown away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-pair-"))
    account = owner()
    made = Pair(folder, account)
    try:
        folder.chmod(0o700)
        if os.geteuid() == 0:
            shutil.chown(folder, account)
        made.set_up()
        yield made
    finally:
        made.end()
        shutil.rmtree(folder, ignore_errors=True)


def _children(process: int) -> list[int]:
    lists = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for each in lists for child in each.read_text().split()]
