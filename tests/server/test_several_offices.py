"""A server with several offices: whose slip a page is about, and whose name stands on pages and reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
import requests
from sqlalchemy import Engine

from server.offices import Offices
from server.reports.places import Places
from server.setting_up import set_up
from shared.clock import SetClock
from shared.domain.office import Office, office_to_document
from shared.failures import Refusal
from shared.identities import Identities
from shared.journal.engine import WRITING
from shared.journal.journal import Journal
from shared.journal.reference import store_reference
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import MORNING, RunningServer

NAMES = {"dac-khu-mot": "Đặc khu Một", "xa-hai": "Xã Hai"}


@pytest.fixture
def others(sample_ward: Office) -> list[Office]:
    return [replace(sample_ward, id=office, name=name) for office, name in NAMES.items()]


def test_a_slip_of_whichever_office_has_its_page_and_rating_signed_by_that_office(
    server: RunningServer, others: list[Office]
) -> None:
    for place, office in enumerate(others, start=1):
        set_up(server.engine, server.clock, office)
        at, clock = server.node, server.clock
        identities = Identities(clock)
        journal = Journal(
            server.engine, office=office.id, device=at.device, epoch=at.epoch, clock=clock, identities=identities
        )
        facts = [ticket_issued(place), dossier_received(place)]
        with journal.writing() as writer:
            writer.append("staff-1", facts)
        for kind, fact in zip("td", facts, strict=True):
            for path in (kind, "r"):
                page = requests.get(f"{server.url}/{path}/{fact.data['token']}", timeout=20)
                assert f'<p class="office">{office.name}</p>' in page.text, path
                assert page.status_code == 200


def test_the_names_of_a_report_follow_the_reference_documents(
    any_database: Engine, sample_ward: Office, others: list[Office]
) -> None:
    for office in (sample_ward, *others):
        set_up(any_database, SetClock(MORNING), office)
    names, places = Offices(any_database, SetClock(MORNING)).names(), Places()
    with any_database.connect().execution_options(**WRITING) as connection, connection.begin():
        assert places.place(connection, "", names).names == {sample_ward.id: sample_ward.name, **NAMES}
        renamed = replace(others[1], name="Phường Hai", version=others[1].version + 1)
        store_reference(connection, renamed.id, renamed.version, office_to_document(renamed))
        assert places.place(connection, "", names).names == {sample_ward.id: sample_ward.name, **NAMES} | {
            "xa-hai": "Phường Hai"
        }
        assert places.place(connection, "xa-hai", names).name == "Phường Hai"
        with pytest.raises(Refusal, match="no such office"):
            places.place(connection, "xa-ba", names)
