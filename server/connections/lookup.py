"""Which dossier a key's holder means, and what it may see: only in the offices that the key is for."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from server.connections.clients import Client
from server.connections.feed import known_now
from server.connections.inbound import portal_name
from server.connections.messages import DossierNow, DossierReceived, OfficeShown, OfficesShown, ResultMade
from server.offices import Offices
from server.refusals import HttpRefusal
from shared.journal.dossier_queries import known_dossier
from shared.journal.engine import failures_in_words
from shared.journal.tables import client_answer, dossier


@dataclass(frozen=True, slots=True)
class Place:
    """Where a dossier is: its office and its id."""

    office: str
    dossier: str


class Lookup:
    """Looks dossiers up for keys."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices

    def offices_of(self, client: Client) -> OfficesShown:
        """The offices that the key is for."""
        shown = []
        for name in self._names(client):
            with self._offices.journal(name).reading() as reader:
                office = self._offices.reference(name).read_stored(reader.connection)
            shown.append(OfficeShown(id=office.id, name=office.name, agency=office.agency_code))
        return OfficesShown(client=client.id, rights=sorted(client.rights), offices=shown)

    def now(self, client: Client, code: str) -> DossierNow:
        """The dossier with `code` as it stands. 404 `no_such_dossier`, 409 `code_of_several`."""
        return self._now(self._with_code(client, code))

    def of_result(self, client: Client, made: ResultMade) -> Place:
        """The dossier that a result is for. 404 `no_such_dossier`, 409 `code_of_several`."""
        if made.code is not None:
            return self._with_code(client, made.code)
        return self._with_number(client, made.portal_number or "")

    def now_by_number(self, client: Client, portal_number: str) -> DossierNow:
        """The dossier that `client` itself submitted under the portal's number. 404 `no_such_dossier`."""
        return self._now(self._with_number(client, portal_number))

    def _now(self, place: Place) -> DossierNow:
        with self._offices.journal(place.office).reading() as reader:
            return known_now(reader, known_dossier(reader, place.dossier))

    def _with_number(self, client: Client, portal_number: str) -> Place:
        query = select(client_answer.c.answer).where(
            client_answer.c.office == client.office,
            client_answer.c.client == client.id,
            client_answer.c.key == portal_name(portal_number),
        )
        with failures_in_words(), self._offices.engine.begin() as connection:
            answer = connection.execute(query).scalar()
        if answer is None:
            raise _no_such_dossier()
        received = DossierReceived.model_validate_json(bytes(answer))
        return Place(received.office, received.dossier)

    def _with_code(self, client: Client, code: str) -> Place:
        query = select(dossier.c.office, dossier.c.subject).where(
            dossier.c.office.in_(self._names(client)), dossier.c.code == code
        )
        with failures_in_words(), self._offices.engine.begin() as connection:
            found = [Place(str(office), str(subject)) for office, subject in connection.execute(query.limit(2))]
        if not found:
            raise _no_such_dossier()
        if len(found) > 1:
            raise HttpRefusal(
                409,
                "code_of_several",
                "Có nhiều hồ sơ mang mã này do nhầm lẫn; đơn vị cần xử lý trước. Chưa có gì được ghi.",
                "Several dossiers have this code by a mistake that the office has to settle. Nothing was written.",
            )
        return found[0]

    def _names(self, client: Client) -> tuple[str, ...]:
        return tuple(name for name in self._offices.names() if client.serves(name))


def _no_such_dossier() -> HttpRefusal:
    return HttpRefusal(
        404,
        "no_such_dossier",
        "Không tìm thấy hồ sơ này trong phạm vi của khóa kết nối.",
        "There is no such dossier among those that this key is for.",
    )
