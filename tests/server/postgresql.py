"""A PostgreSQL of our own for a test run, from the binaries that Debian installs, thrown away at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psycopg
from psycopg import sql

BINARIES = Path("/usr/lib/postgresql/15/bin")
NOT_INSTALLED = "PostgreSQL 15 is not installed (Debian package postgresql-15)"


def is_installed() -> bool:
    """Whether the server's binaries are there."""
    return (BINARIES / "postgres").is_file()


class Cluster:
    """A running cluster that makes databases. It trusts whoever reaches its socket's folder or its loopback port."""

    def __init__(self, port: int, owner: str) -> None:
        self._port = port
        self._owner = owner
        self._made = 0

    def new_database(self, template: str = "template1") -> str:
        """The URL of a new database, a copy of `template` (a name)."""
        self._made += 1
        name = f"office_{self._made}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
            )
        return self.url(name)

    def url(self, database: str) -> str:
        """The URL of `database`."""
        return f"postgresql://{self._owner}@127.0.0.1:{self._port}/{database}"


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A cluster on a free loopback port, run by somebody who is not root."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-pg-"))
    account = owner()
    try:
        folder.chmod(0o700)
        if os.geteuid() == 0:
            shutil.chown(folder, account)
        data = folder / "data"
        initdb = (BINARIES / "initdb", "-D", data, "-U", account, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        run_as(account, folder, *initdb)
        port = free_port()
        options = (
            f"-c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=60"
        )
        pg_ctl = (BINARIES / "pg_ctl", "-D", data, "-l", folder / "log")
        run_as(account, folder, *pg_ctl, "-w", "-o", options, "start")
        try:
            yield Cluster(port, account)
        finally:
            run_as(account, folder, *pg_ctl, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def owner() -> str:
    """Who runs the cluster: this user, or instead of root the account that Debian made for PostgreSQL."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    with suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return "nobody"


def run_as(owner: str, folder: Path, *command: object) -> None:
    """Runs `command` in `folder` as `owner`. RuntimeError with its words when it fails."""
    as_owner = ("runuser", "-u", owner, "--") if os.geteuid() == 0 else ()
    words = [str(word) for word in (*as_owner, *command)]
    done = subprocess.run(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stdout.decode(errors="replace"))


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
