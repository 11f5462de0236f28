"""Which office a token belongs to, and who that office is on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Table, bindparam, select

from server.offices import Offices
from shared.domain.office import Office
from shared.journal.engine import one_view
from shared.journal.journal import Reader
from shared.journal.tables import dossier, reference, ticket

_TOKEN = re.compile(r"[A-Z2-7]{26}")

_OFFICES_HERE = select(reference.c.office)
_OFFICE_OF_TOKEN = {
    table: select(table.c.office).where(table.c.office.in_(_OFFICES_HERE), table.c.token == bindparam("token")).limit(1)
    for table in (ticket, dossier)
}
"""One search of the index for each office, and none after the one that has the token."""


def is_token(text: str) -> bool:
    """Whether `text` has the form of a token: 128 bits in base32 capitals."""
    return _TOKEN.fullmatch(text) is not None


@contextmanager
def reading_of_ticket(offices: Offices, token: str) -> Iterator[Reader | None]:
    """A reading transaction of the office that gave the ticket with `token`; None where none did."""
    with _reading(offices, token, ticket) as reader:
        yield reader


@contextmanager
def reading_of_dossier(offices: Offices, token: str) -> Iterator[Reader | None]:
    """A reading transaction of the office that received the dossier with `token`; None where none did."""
    with _reading(offices, token, dossier) as reader:
        yield reader


def office_with_either(offices: Offices, token: str) -> str | None:
    """The office whose ticket or dossier has `token`."""
    with _reading(offices, token, ticket, dossier) as reader:
        return None if reader is None else reader.office


def only_office(offices: Offices) -> Office | None:
    """The office of a server that has one; it signs the pages on which no ticket or dossier was found."""
    names = offices.names()
    if len(names) != 1:
        return None
    with offices.journal(names[0]).reading() as reader:
        return offices.reference(names[0]).read(reader.connection)


@contextmanager
def _reading(offices: Offices, token: str, *holders: Table) -> Iterator[Reader | None]:
    """A transaction in the office in which one of `holders` has `token`; None for a token that is none."""
    if not is_token(token):
        yield None
        return
    with one_view(offices.engine) as connection:
        office = _office_of(connection, token, holders)
        yield None if office is None else Reader(connection, office)


def _office_of(connection: Connection, token: str, holders: tuple[Table, ...]) -> str | None:
    for table in holders:
        office: str | None = connection.execute(_OFFICE_OF_TOKEN[table], {"token": token}).scalar()
        if office is not None:
            return office
    return None
