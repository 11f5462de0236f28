"""The options that several commands share, and what they open."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from server.offices import Offices
from server.settings import Place, default_data_folder
from shared.clock import clock_from_environment
from shared.failures import Refusal
from shared.journal.opening import open_server

if TYPE_CHECKING:
    Subcommands = argparse._SubParsersAction[argparse.ArgumentParser]

Run = Callable[[argparse.Namespace], int]


def add_command(commands: Subcommands, name: str, about: str, run: Run) -> argparse.ArgumentParser:
    """A command with the options that say where the data is."""
    command = commands.add_parser(name, help=about, description=about)
    add_place(command)
    command.set_defaults(run=run)
    return command


def add_place(command: argparse.ArgumentParser) -> None:
    """The options that say where the data is."""
    command.add_argument("--database", metavar="URL", help="PostgreSQL: postgresql://user@host/name")
    command.add_argument(
        "--data", metavar="DIR", type=Path, default=default_data_folder(), help="thư mục dữ liệu / folder of the data"
    )


def add_office(command: argparse.ArgumentParser) -> None:
    """The option that names the office."""
    command.add_argument("--office", metavar="ID", help="đơn vị, nếu có nhiều / the office, if there are several")


def place_of(chosen: argparse.Namespace) -> Place:
    """Where the data is."""
    return Place(chosen.database, chosen.data)


@contextmanager
def opened(chosen: argparse.Namespace) -> Iterator[Engine]:
    """The database, open and up to date."""
    place = place_of(chosen)
    engine = open_server(place.database_url, place.data)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def opened_office(chosen: argparse.Namespace) -> Iterator[tuple[Offices, str]]:
    """The offices of the server, and the one that is meant. Refusal `which_office`, `no_such_office`."""
    with opened(chosen) as engine:
        offices = Offices(engine, clock_from_environment())
        yield offices, _meant(offices.names(), chosen.office)


def _meant(names: tuple[str, ...], wanted: str | None) -> str:
    if wanted is None and len(names) == 1:
        return names[0]
    if wanted is None:
        raise Refusal(
            "which_office",
            f"Máy chủ có nhiều đơn vị ({', '.join(names)}); hãy thêm --office.",
            f"This server has several offices ({', '.join(names)}); add --office.",
        )
    if wanted not in names:
        raise Refusal(
            "no_such_office", f"Máy chủ không có đơn vị {wanted}.", f"This server has no office called {wanted}."
        )
    return wanted
