"""Which office a token belongs to, and who that office is on its pages."""

from __future__ import annotations

import re

from sqlalchemy import Table, select

from server.offices import Offices
from shared.domain.office import Office
from shared.journal import tables
from shared.journal.engine import failures_in_words

_TOKEN = re.compile(r"[A-Z2-7]{26}")


def is_token(text: str) -> bool:
    """Whether `text` has the form of a token: 128 bits in base32 capitals."""
    return _TOKEN.fullmatch(text) is not None


def office_of_token(offices: Offices, token: str, holders: tuple[Table, ...]) -> str | None:
    """The office in which one of the read tables `holders` has `token`; None for a token that is none."""
    if not is_token(token):
        return None
    names = offices.names()
    with failures_in_words(), offices.engine.begin() as connection:
        for table in holders:
            query = select(table.c.office).where(table.c.office.in_(names), table.c.token == token)
            office = connection.execute(query).scalars().first()
            if office is not None:
                return str(office)
    return None


def office_with_ticket(offices: Offices, token: str) -> str | None:
    """The office that gave the ticket with `token`."""
    return office_of_token(offices, token, (tables.ticket,))


def office_with_dossier(offices: Offices, token: str) -> str | None:
    """The office that received the dossier with `token`."""
    return office_of_token(offices, token, (tables.dossier,))


def office_with_either(offices: Offices, token: str) -> str | None:
    """The office whose ticket or dossier has `token`."""
    return office_of_token(offices, token, (tables.ticket, tables.dossier))


def only_office(offices: Offices) -> Office | None:
    """The office of a server that has one; it signs the pages on which no ticket or dossier was found."""
    names = offices.names()
    if len(names) != 1:
        return None
    with offices.journal(names[0]).reading() as reader:
        return offices.reference(names[0]).read(reader.connection)
