"""Sets a server up: its own node, and its offices."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, Engine

from resources.sample_ward.load import SAMPLE_KIOSK_PIN, sample_office_document, sample_staff
from server.upstream.gate import refuse_below_province
from shared.actions.sign_in import hash_password
from shared.clock import Clock
from shared.domain.office import KioskRules, Office, StaffMember, office_from_document, office_to_document
from shared.failures import Refusal
from shared.identities import Identities
from shared.journal.engine import WRITING, failures_in_words
from shared.journal.journal import lock_office
from shared.journal.node import Node, read_node, write_node
from shared.journal.reference import reference_version, store_reference


def sample_office() -> Office:
    """The sample ward (phường Mẫu), without staff."""
    return office_from_document(sample_office_document())


def with_sample_staff(office: Office) -> Office:
    """The same office with the sample's staff and the kiosks' PIN, which open nothing else. Hashing takes its time."""
    staff = tuple(
        StaffMember(
            id=each.id,
            sign_in=each.sign_in,
            name=each.name,
            role=each.role,
            password_hash=hash_password(each.password),
            pin_hash=hash_password(each.pin),
            unit=each.unit,
        )
        for each in sample_staff()
    )
    return replace(office, staff=staff, kiosks=KioskRules(pin_hash=hash_password(SAMPLE_KIOSK_PIN)))


def refuse_known_office(engine: Engine, office: Office) -> None:
    """Refusal `office_exists` when this server has `office` already."""
    with failures_in_words(), engine.begin() as connection:
        _refuse_known(connection, office)


def set_up(engine: Engine, clock: Clock, office: Office) -> Node:
    """Makes `office` one of this server's, and the server a node if it is none yet.

    Refusal `office_exists`; `at_the_province` on an office server, which has its one office from there.
    """
    with failures_in_words(), engine.connect().execution_options(**WRITING) as connection, connection.begin():
        lock_office(connection, office.id)
        refuse_below_province(read_node(connection))
        _refuse_known(connection, office)
        store_reference(connection, office.id, office.version, office_to_document(office))
        return _node(connection, clock, office)


def _refuse_known(connection: Connection, office: Office) -> None:
    if reference_version(connection, office.id) is not None:
        raise Refusal(
            "office_exists",
            f"Máy chủ đã có đơn vị {office.id}.",
            f"This server has the office {office.id} already.",
        )


def _node(connection: Connection, clock: Clock, office: Office) -> Node:
    known = read_node(connection)
    if known is not None:
        return known
    node = Node(
        office=office.id,
        device=Identities(clock).subject(),
        kind="office_server",
        name=office.name,
        epoch=1,
        index=0,
        kiosk_index=0,
        server_url="",
        private_key="",
    )
    write_node(connection, node)
    return node
